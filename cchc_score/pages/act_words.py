"""What people decide, in words: about an explanation, about a batch of the survey."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc_score.appraisal.acts import BatchState, VerdictResult
from cchc_score.findings import Words

VERDICT_WORDS: Mapping[VerdictResult, Words] = MappingProxyType(
    {
        "accepted": Words("chấp nhận", "accepted"),
        "partly": Words("chấp nhận một phần", "partly accepted"),
        "rejected": Words("không chấp nhận", "not accepted"),
    }
)
BATCH_WORDS: Mapping[BatchState, Words] = MappingProxyType(
    {
        "draft": Words("nháp, chưa tính", "draft, not counted"),
        "checked": Words("đã kiểm", "checked"),
        "closed": Words("đã chốt", "closed"),
    }
)
