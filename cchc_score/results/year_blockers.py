"""What is still open before a year can be frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from cchc_score.findings import Words

BlockerKind = Literal[
    "report",
    "self-score",
    "conflict",
    "stale",
    "unseen",
    "explanation",
    "question",
    "survey",
    "doubt",
    "batch",
    "behind",
    "file",
]
BLOCKERS: Mapping[BlockerKind, Words] = MappingProxyType(
    {
        "report": Words("báo cáo chưa gửi, chưa bổ sung, chưa chấp nhận", "reports not sent, completed or accepted"),
        "self-score": Words(
            "bảng tự chấm chưa gửi, chưa bổ sung hoặc chưa chấp nhận", "self-scores not sent, completed or accepted"
        ),
        "conflict": Words("xung đột giữa những người thẩm định", "conflicts between appraisers"),
        "stale": Words("tiêu chí phải xem lại", "criteria that need another look"),
        "unseen": Words("tiêu chí chưa ai xem", "criteria that nobody has looked at"),
        "explanation": Words("nội dung chưa giải trình", "entries that are not answered"),
        "question": Words("câu hỏi chưa trả lời", "questions that are not answered"),
        "survey": Words("số liệu điều tra chưa có", "figures of the survey that are not there"),
        "doubt": Words("số liệu nghi vấn", "figures in doubt"),
        "batch": Words("đợt điều tra còn là bản nháp", "survey batches that are drafts"),
        "file": Words("tệp của nhiều đơn vị chưa chấp nhận", "files about several units that are not accepted"),
        "behind": Words("tệp chưa tiếp nhận vào nhật ký", "files that the journal has not taken in"),
    }
)
"""What each of them is called."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """Things of one kind that are open: how many there are, and the units that they are about."""

    kind: BlockerKind
    count: int
    units: tuple[str, ...] = ()


def blocker_data(blocker: Blocker) -> dict[str, Any]:
    """A blocker as JSON."""
    return {"kind": blocker.kind, "count": blocker.count, "units": list(blocker.units)}
