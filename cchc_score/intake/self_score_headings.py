"""The headings of a self-score table, by which it is told from a table of figures and its columns are met."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cchc_score.documents import CellTable
from cchc_score.intake.folded_text import fold
from cchc_score.model import Form

HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "number": ("STT", "TT", "Số TT", "Số thứ tự", "Số", "Mã", "Mã tiêu chí", "Mã số", "No.", "Number"),
        "title": (
            "Tiêu chí", "Tên tiêu chí", "Lĩnh vực", "Nội dung", "Nội dung tiêu chí", "Nội dung đánh giá",
            "Tiêu chí thành phần", "Criterion",
        ),
        "most": ("Điểm tối đa", "Tối đa", "Điểm chuẩn", "Thang điểm", "Maximum", "Out of"),
        "points": (
            "Điểm tự chấm", "Điểm tự đánh giá", "Tự chấm", "Tự đánh giá", "Đơn vị tự chấm", "Điểm đơn vị tự chấm",
            "Đơn vị tự đánh giá", "Xã tự chấm", "Phường tự chấm", "Điểm xã tự chấm", "Cấp xã tự chấm",
            "UBND xã tự chấm", "UBND cấp xã tự chấm", "Xã tự đánh giá", "Self-score",
        ),
        "evidence": (
            "Tài liệu kiểm chứng", "Tài liệu minh chứng", "Kiểm chứng", "Minh chứng", "Tài liệu chứng minh", "Evidence",
        ),
        "explanation": ("Giải trình", "Ghi chú", "Explanation", "Remarks"),
        "unit": ("Mã đơn vị", "Đơn vị", "Unit"),
    }
)  # fmt: skip
"""The headings of a self-score table by what stands below them; the first is the one that the template prints."""
ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "number": "No.",
        "title": "Criterion",
        "most": "Maximum",
        "points": "Self-score",
        "evidence": "Evidence",
        "explanation": "Explanation",
        "unit": "Unit",
    }
)
"""Those of them that the English template prints."""


@cache
def _folded_headings() -> Mapping[str, str]:
    """The roles by their headings, folded: as tables have thousands of cells, each is looked up and none compared."""
    return {fold(heading): role for role, headings in HEADINGS.items() for heading in headings}


@cache
def _bare_headings() -> Mapping[str, str]:
    """The same without the point of an abbreviation."""
    return {heading.rstrip("."): role for heading, role in _folded_headings().items()}


@cache
def _longest_heading() -> int:
    return max(map(len, _folded_headings()))


def role_of(printed: str) -> str:
    """What a column with a heading holds; the longest heading that it begins with decides.

    A text is a heading, or one with something in brackets or after a slash or comma.
    """
    text = fold(printed)
    whole = _bare_headings().get(text.rstrip(".:;*"))
    if whole is not None:
        return whole
    # From the back, for the longest counts.
    for at in range(min(len(text) - 1, _longest_heading()), 0, -1):
        if text[at] in "(/,[" and text[:at] in _folded_headings():
            return _folded_headings()[text[:at]]
    return ""


def is_self_score(table: CellTable, form: Form | None) -> bool:
    """Whether a table has a column of self-scores beside one of criteria, so that none of its numbers is a figure.

    It has not for a form whose own figures stand under such a heading.
    """
    values = () if form is None else form.columns.get("value", ())
    if any(role_of(heading) == "points" for heading in values):
        return False
    return any(_heads(tuple(role_of(cell.text) for cell in cells)) for _, cells in table.rows)


def _heads(roles: tuple[str, ...]) -> bool:
    # Under another heading for the points it is still none of figures: whoever reads self-scores says what is wrong.
    scores = "points" in roles or {"most", "evidence"} <= set(roles)
    return scores and ("number" in roles or "title" in roles)
