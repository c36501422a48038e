"""Why something is locked, in one of a few sentences: since when, and what to do."""

from typing import Literal

from cchc_score.appraisal.locks import Lock
from cchc_score.appraisal.moments import moment_words
from cchc_score.findings import Words


def lock_words(lock: Lock | Literal["not-yours"]) -> Words:
    """The sentence."""
    if lock == "not-yours":
        return Words(
            "Ô này đã phân công cho người khác. Cần đổi thì hỏi điều phối viên.",
            "This cell is assigned to somebody else. Ask the coordinator for a change.",
        )
    day = moment_words(lock.moment) if lock.moment else ""
    if lock.kind == "not-begun":
        return (
            Words(f"Giai đoạn này mở từ {day}. Bản nháp vẫn được lưu.", f"This phase opens on {day}. Drafts are kept.")
            if day
            else Words("Năm này không có giai đoạn đó.", "The year has no such phase.")
        )
    if lock.kind == "day-passed":
        return Words(
            f"Đã hết hạn ({day}). Cần thêm thời gian thì đề nghị điều phối viên gia hạn.",
            f"The time for it ended on {day}. Ask the coordinator for more time.",
        )
    if lock.kind == "already-appraised":
        return Words(
            f"Hội đồng đã thẩm định từ {day}. Muốn sửa thì đề nghị điều phối viên trả lại.",
            f"It is under appraisal since {day}. Ask the coordinator to return it for a change.",
        )
    return Words(
        f"Năm đã chốt từ {day}. Muốn sửa thì điều phối viên phải mở lại.",
        f"The year is closed since {day}. The coordinator would have to open it again.",
    )
