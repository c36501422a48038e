"""The self-score table as communes fill it: what its columns are called, and where they are in a table of cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from cchc_score.documents import Cell, CellTable
from cchc_score.intake.stream import fold
from cchc_score.intake.values import Unreadable, fact
from cchc_score.model import Indicator, Unit
from cchc_score.text import Lang, nfc, pick

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
            "Đơn vị tự đánh giá", "Self-score",
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
MOST_ABOVE = 3
"""A heading over several columns stands at most so many rows above theirs."""
_UNIT = re.compile(r"(?:đơn vị|tên đơn vị|unit)\s*:\s*(?P<name>.*?)\s*(?:\((?P<code>[\w.-]+)\))?\s*", re.IGNORECASE)
_DAY = re.compile(r"(?:ngày(?: lập)?|date)\s*:\s*(?P<day>.*)", re.IGNORECASE)
_DATE = Indicator("day", "Ngày", kind="date")


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a self-score table by what they hold, and the place of its first row."""

    columns: Mapping[str, int]
    first: int

    def cell(self, cells: Sequence[Cell], role: str) -> Cell:
        """What a row has in one of the columns; an empty cell where the table has none."""
        place = self.columns.get(role)
        return Cell() if place is None else cells[place]

    def text(self, cells: Sequence[Cell], role: str) -> str:
        """The text in one of the columns."""
        return " ".join(nfc(self.cell(cells, role).text).split())


@dataclass(frozen=True, slots=True)
class Head:
    """Who filled a table, and when, as far as it says."""

    unit: str = ""
    day: date | None = None


def find_layout(table: CellTable) -> Layout | None:
    """The layout of a table that has a column of criteria and one of self-scores; None for any other."""
    for place in range(len(table.rows)):
        columns = _columns(table, place)
        if "points" in columns and ("number" in columns or "title" in columns):
            return Layout(columns, place + 1)
    return None


def _columns(table: CellTable, place: int) -> dict[str, int]:
    """What each column holds by the headings on a row, and above it where that row has none."""
    own = [_role(cell.text) for cell in table.rows[place][1]]
    if "points" not in own:
        return {}
    found: dict[str, int] = {}
    for at, role in enumerate(own):
        above = (_above(cells[at].text) for _, cells in reversed(table.rows[max(0, place - MOST_ABOVE) : place]))
        blank = not table.rows[place][1][at].text.strip()
        role = role or (next((one for one in above if one), "") if blank else "")
        if role:
            found.setdefault(role, at)
    return found


def _above(heading: str) -> str:
    """What the columns below a heading hold; 'Đơn vị:' is no heading but the beginning of a line."""
    return "" if heading.rstrip().endswith(":") else _role(heading)


def _role(heading: str) -> str:
    """What a column with a heading holds; the longest heading that it begins with decides."""
    text = fold(heading)
    known = [(len(fold(one)), role) for role, texts in HEADINGS.items() for one in texts if _begins(text, one)]
    return max(known, default=(0, ""))[1]


def _begins(text: str, heading: str) -> bool:
    """Whether a folded text is a heading, or one with something in brackets or after a slash or comma."""
    wanted = fold(heading)
    return text.rstrip(".:;*") == wanted.rstrip(".") or any(text.startswith(wanted + mark) for mark in "(/,[")


def heading(role: str, lang: Lang) -> str:
    """The heading that a template prints."""
    return HEADINGS[role][0] if lang == "vi" else ENGLISH[role]


def head_lines(unit: Unit | None, lang: Lang) -> tuple[str, str]:
    """The lines above a table for who fills it and when, with the name and code of a unit."""
    label, day = pick(lang, "Đơn vị:", "Unit:"), pick(lang, "Ngày:", "Date:")
    if unit is None:
        return label, day
    line = f"{label} {unit.name} ({unit.code})"
    told = _UNIT.fullmatch(line)
    # A code with signs of its own can only stand alone.
    return line if told and told["code"] == unit.code else f"{label} {unit.code}", day


def find_head(lines: Sequence[str], table: CellTable, first: int) -> Head:
    """Who filled a table, and when: from the lines before it and the rows above its headings."""
    texts = [nfc(line).strip() for line in lines]
    texts += [nfc(text) for _, cells in table.rows[:first] for text in _joined(cells)]
    units = [match for text in texts if (match := _UNIT.fullmatch(text)) and (match["code"] or match["name"])]
    days = [day for text in texts if (match := _DAY.fullmatch(text)) and (day := read_day(match["day"]))]
    unit = (units[0]["code"] or units[0]["name"]) if units else ""
    return Head(unit, days[0] if days else None)


def _joined(cells: Sequence[Cell]) -> Iterator[str]:
    """The texts of a row; one that ends in a colon together with the next."""
    filled = [" ".join(cell.text.split()) for cell in cells if cell.text.strip()]
    yield from filled
    yield from (f"{one} {other}" for one, other in pairwise(filled) if one.endswith(":"))


def read_day(text: str) -> date | None:
    """The day that a text says; None where it says none."""
    try:
        day = fact(_DATE, text.strip())
    except Unreadable:
        return None
    return day if isinstance(day, date) else None
