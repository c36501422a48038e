"""The self-score table: its columns, where they are in a table of cells, and the empty one for a unit to fill in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.workbook_columns import ROW_KEY
from cchc_score.documents import Cell, CellTable
from cchc_score.engine import held_criteria
from cchc_score.findings import Finding, Place
from cchc_score.intake.folded_text import fold
from cchc_score.intake.printed_values import Unreadable, parse_fact
from cchc_score.intake.self_score_headings import ENGLISH, HEADINGS, role_of
from cchc_score.methods import Method
from cchc_score.model import Criterion, Indicator, Scheme, Unit
from cchc_score.office.form_sheet import FormColumn, FormSheet, FormValue
from cchc_score.text import Lang, brief, nfc, pick

_MOST_HEAD = 20
"""Headings are looked for in so many first rows of a table."""
MOST_ABOVE = 3
"""A heading over several columns stands at most so many rows above theirs."""
_UNIT = re.compile(r"(?:đơn vị|tên đơn vị|unit)\s*:\s*(?P<name>.*?)\s*(?:\((?P<code>[\w.-]+)\))?\s*", re.IGNORECASE)
_DAY = re.compile(r"(?:ngày(?: lập)?|date)\s*:\s*(?P<day>.*)", re.IGNORECASE)
_PLACE_AND_DAY = re.compile(
    r"(?!.*\bsố\b)[^,;:/]{1,60},\s*(?P<day>ngày\s+[0-9]{1,2}\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4})\.?", re.IGNORECASE
)
"""The line of an official paper, 'Hoằng Cát, ngày 24 tháng 12 năm 2025'; not that of a decision by its number."""
_DATE = Indicator("day", "Ngày", kind="date")


@dataclass(frozen=True, slots=True)
class SelfScoreLayout:
    """The columns of a self-score table by what they hold, and the index of its first row."""

    columns: Mapping[str, int]
    first: int

    def cell(self, cells: Sequence[Cell], role: str) -> Cell:
        """What a row has in one of the columns; an empty cell where the table has none."""
        column = self.columns.get(role)
        return Cell() if column is None else cells[column]

    def text(self, cells: Sequence[Cell], role: str) -> str:
        """The text in one of the columns."""
        return " ".join(nfc(self.cell(cells, role).text).split())


@dataclass(frozen=True, slots=True)
class SelfScoreHead:
    """Who filled a table, and when, as far as it says."""

    unit: str = ""
    day: date | None = None


def find_layout(table: CellTable) -> SelfScoreLayout | None:
    """The layout of a table that has a column of criteria and one of self-scores; None for any other."""
    keys = {fold(heading) for heading in ROW_KEY}
    for index, (_, cells) in enumerate(table.rows):
        columns = _columns(table, index)
        # The workbook of an appraisal shows what was claimed: it is no claim.
        if "points" in columns and any(fold(cell.text) in keys for cell in cells):
            return None
        if "points" in columns and ("number" in columns or "title" in columns):
            return SelfScoreLayout(columns, index + 1)
    return None


def _columns(table: CellTable, index: int) -> dict[str, int]:
    """What each column holds by the headings on a row, and above it where that row has none."""
    own = [role_of(cell.text) for cell in table.rows[index][1]]
    # The row of the points' own heading is the lowest of the headings: claims begin below it.
    if "points" not in own:
        return {}
    found: dict[str, int] = {}
    for at, role in enumerate(own):
        # A heading over several columns, merged or not, stands in rows above theirs.
        above = (_above(cells[at].text) for _, cells in reversed(table.rows[max(0, index - MOST_ABOVE) : index]))
        blank = not table.rows[index][1][at].text.strip()
        role = role or (next(filter(None, above), "") if blank else "")
        if role:
            found.setdefault(role, at)
    return found


def _above(heading: str) -> str:
    """What the columns below a heading hold; 'Đơn vị:' is no heading but the beginning of a line."""
    return "" if heading.rstrip().endswith(":") else role_of(heading)


def likely_headings(tables: Sequence[CellTable]) -> tuple[str, ...]:
    """What stands in the rows that are most like headings of a self-score table; dashes for none."""
    rows = [cells for table in tables for _, cells in table.rows[:_MOST_HEAD]]
    known = [[role_of(cell.text) for cell in cells] for cells in rows]
    best = max(range(len(rows)), key=lambda at: sum(map(bool, known[at])), default=None)
    if best is None or not any(known[best]):
        return ("-",)
    return tuple(brief(cell.text) for cell in rows[best] if cell.text.strip())


def unread_columns(table: CellTable, layout: SelfScoreLayout, name: str) -> Iterator[Finding]:
    """That columns of a table with claims are not read, where none is known to hold evidence."""
    if "evidence" in layout.columns or not layout.first:
        return
    line, cells = table.rows[layout.first - 1]
    read = set(layout.columns.values())
    own = [brief(cell.text) for at, cell in enumerate(cells) if at not in read and cell.text.strip()]
    if own:
        args = {"headings": own, "columns": HEADINGS["evidence"]}
        yield Finding("claim-heading", Place(name, line, table=table.number), args)


def heading(role: str, lang: Lang) -> str:
    """The heading that a template prints."""
    return HEADINGS[role][0] if lang == "vi" else ENGLISH[role]


def head_lines(unit: Unit | None, lang: Lang) -> tuple[str, str]:
    """The lines above a table for who fills it and when, with the name and code of a unit."""
    label, day = pick(lang, "Đơn vị:", "Unit:"), pick(lang, "Ngày:", "Date:")
    if unit is None:
        return label, day
    line = f"{label} {unit.name} ({unit.code})"
    read_back = _UNIT.fullmatch(line)
    # A code with signs of its own can only stand alone.
    return line if read_back and read_back["code"] == unit.code else f"{label} {unit.code}", day


def find_head(lines: Sequence[str], table: CellTable, first: int) -> SelfScoreHead:
    """Who filled a table, and when: from the lines before it and the rows above its headings."""
    texts = [nfc(line).strip() for line in lines]
    texts += [nfc(text) for _, cells in table.rows[:first] for text in _joined(cells)]
    # The label with nothing behind it is a line that nobody has filled in.
    units = [match for text in texts if (match := _UNIT.fullmatch(text)) and (match["code"] or match["name"])]
    days = [
        day
        for form in (_DAY, _PLACE_AND_DAY)
        for text in texts
        if (match := form.fullmatch(text)) and (day := read_day(match["day"]))
    ]
    # By its code where there is one: two units may share a name.
    unit = (units[0]["code"] or units[0]["name"]) if units else ""
    return SelfScoreHead(unit, days[0] if days else None)


def _joined(cells: Sequence[Cell]) -> Iterator[str]:
    """The texts of a row; one that ends in a colon together with the next."""
    # 'Đơn vị:' in one cell and the name in the next, where a table of Word holds the head too.
    filled = [" ".join(cell.text.split()) for cell in cells if cell.text.strip()]
    yield from filled
    yield from (f"{label} {value}" for label, value in pairwise(filled) if label.endswith(":"))


def read_day(text: str) -> date | None:
    """The day that a text says; None where it says none."""
    try:
        day = parse_fact(_DATE, text.strip())
    except Unreadable:
        return None
    return day if isinstance(day, date) else None


_WIDTHS = {"number": 8, "title": 48, "most": 10, "points": 12, "evidence": 36, "explanation": 30}
_FILLED, _WORDS = ("points", "evidence", "explanation"), ("number", "title", "evidence", "explanation")


def template(scheme: Scheme, methods: Mapping[str, Method], unit: Unit | None, lang: Lang) -> FormSheet:
    """The table: areas, criteria and their parts with their maxima, as far as they are assessed this year."""
    assessed = held_criteria(scheme)
    rows: list[tuple[FormValue, ...]] = []
    titles = []
    for area in scheme.areas:
        own = [
            criterion
            for criterion in scheme.criteria.values()
            if criterion.area == area.code and criterion.number in assessed
        ]
        # An area of which nothing is held this year would be a title above nothing.
        if not own:
            continue
        titles.append(len(rows))
        rows.append((str(area.number), area.label(lang), area.max_points, None, None, None))
        for criterion in own:
            if criterion.parts:
                titles.append(len(rows))
            remark = _remark(criterion, scheme, methods, lang)
            rows.append((criterion.number, criterion.title, criterion.max_points, None, None, remark))
    title = pick(
        lang, f"BẢNG TỰ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM {scheme.period}", f"SELF-SCORE TABLE OF {scheme.period}"
    )
    lines = (*head_lines(unit, lang), f"{pick(lang, 'Bộ tiêu chí', 'Scheme')}: {scheme.title} ({scheme.code})")
    columns = tuple(
        FormColumn(heading(role, lang), width, role in _FILLED, role in _WORDS) for role, width in _WIDTHS.items()
    )
    return FormSheet(
        name=pick(lang, "Tự chấm", "Self-score"),
        title=title,
        lines=lines,
        columns=columns,
        rows=rows,
        titles=frozenset(titles),
    )


def _remark(criterion: Criterion, scheme: Scheme, methods: Mapping[str, Method], lang: Lang) -> str | None:
    if criterion.parts or not given_by_others(criterion, scheme, methods):
        return None
    return given_remark(lang)


def given_remark(lang: Lang) -> str:
    """What stands beside a criterion that a unit does not score itself."""
    return pick(
        lang, "Do điều tra hoặc thẩm định cho điểm, không tự chấm", "Given by a survey or an appraiser; leave it empty"
    )
