"""Filled forms of who appraises what, as assignments: as few as say the same."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cchc_score.appraisal.acts import Assignment
from cchc_score.appraisal.answer_rows import texts_above
from cchc_score.appraisal.assignment_form import ASSIGNED_BY, TITLE, area_heading
from cchc_score.appraisal.self_score_sheet import find_head
from cchc_score.appraisal.work_context import WorkContext
from cchc_score.appraisal.work_read import WorkReading
from cchc_score.appraisal.workbook_columns import ROUND
from cchc_score.documents import Cell, CellTable, Grid, Tables, as_cells
from cchc_score.facts import Origin
from cchc_score.files.csv_file import unsafe_cell
from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.folded_text import fold
from cchc_score.intake.headings import ABOUT
from cchc_score.model import Scheme
from cchc_score.text import LANGUAGES, nfc

_ROUND = re.compile(rf"(?:{'|'.join(ROUND)})\s*:\s*([1-9])", re.IGNORECASE)
_PERSON = re.compile(rf"(?:{'|'.join(ASSIGNED_BY)})\s*:\s*(.+)", re.IGNORECASE)
_BETWEEN = re.compile(r"[;,\n]")
_UNIT = frozenset(map(fold, ABOUT["unit"]))
_REMARKS = frozenset(map(fold, ("Ghi chú", "Remarks", "STT", "TT", *ABOUT["name"])))

Areas = Mapping[str, int]
"""The columns of the areas by their codes."""


def read_assignments(document: Grid | Tables, name: str, context: WorkContext) -> WorkReading | None:
    """The assignments in a document of tables; None for one without such a form."""
    tables = (as_cells(document),) if isinstance(document, Grid) else document.tables
    lines = [] if isinstance(document, Grid) else [text for _, text in document.lines]
    found = [
        (table, first, areas)
        for table in tables
        if (at := _heading_row(table)) is not None
        for first, areas in (at,)
        if any(_titled(text) for text in (*lines, *texts_above(table, first - 1)))
    ]
    if not found:
        return None
    findings: list[Finding] = []
    acts = [
        act
        for table, first, unit in found
        for act in _AssignmentTable(table, first, unit, name, lines).acts(context, findings)
    ]
    return WorkReading(acts=tuple(acts), findings=tuple(findings))


def _titled(text: str) -> bool:
    return any(fold(text).startswith(fold(title)) for title in TITLE)


def _heading_row(table: CellTable) -> tuple[int, int] | None:
    """The index of the first row below the headings, and the column of the units' codes."""
    for at, (_, cells) in enumerate(table.rows):
        units = [column for column, cell in enumerate(cells) if fold(cell.text) in _UNIT]
        if units:
            return at + 1, units[0]
    return None


class _AssignmentTable:
    """One form while it is read."""

    def __init__(self, table: CellTable, first: int, unit: int, name: str, lines: Sequence[str]) -> None:
        self.table, self.first, self.unit, self.name = table, first, unit, name
        self.day: date | None = find_head(lines, table, first - 1).day
        self.texts = [*lines, *texts_above(table, first - 1)]

    def acts(self, context: WorkContext, findings: list[Finding]) -> Iterator[Assignment]:
        """The assignments; where nobody says who assigned, or when, none."""
        areas = self._areas(context.scheme, findings)
        cells = list(self._cells(areas, context, findings))
        absent = [] if self._said(_PERSON) else [Words(*ASSIGNED_BY)]
        absent += [] if self.day else [Words("Ngày", "Date")]
        if cells and absent:
            findings.append(Finding("assignment-head", Place(self.name), {"columns": absent}))
        if absent or self.day is None:
            return
        units = list(dict.fromkeys(unit for unit, _, _ in cells))
        for names, own in _together(cells):
            for codes, of_areas in own:
                yield Assignment(
                    unit="",
                    round=int(self._said(_ROUND) or 0),
                    appraisers=names,
                    units=tuple(code for code in units if code in codes),
                    areas=tuple(area for area in areas if area in of_areas),
                    by=self._said(_PERSON),
                    on=self.day,
                    origin=Origin(self.name),
                )

    def _said(self, pattern: re.Pattern[str]) -> str:
        return next((match[1].strip() for text in self.texts if (match := pattern.fullmatch(text.strip()))), "")

    def _areas(self, scheme: Scheme, findings: list[Finding]) -> Areas:
        """The columns of areas; a filled column under another heading is told with those that are known."""
        known = {fold(area_heading(area, lang)): area.code for area in scheme.areas for lang in LANGUAGES}
        known |= {fold(area.label(lang)): area.code for area in scheme.areas for lang in LANGUAGES}
        _, headings = self.table.rows[self.first - 1]
        found: dict[str, int] = {}
        for at, cell in enumerate(headings):
            code = known.get(fold(cell.text))
            if code is not None:
                found.setdefault(code, at)
            elif at != self.unit and fold(cell.text) not in _REMARKS and self._is_filled(at):
                line = self.table.rows[self.first - 1][0]
                args = {"word": cell.text, "columns": [area_heading(area, "vi") for area in scheme.areas]}
                findings.append(Finding("assignment-area", self.table.place(self.name, line, cell), args))
        return found

    def _is_filled(self, at: int) -> bool:
        return any(cells[at].text.strip() for _, cells in self.table.rows[self.first :] if at < len(cells))

    def _cells(
        self, areas: Areas, context: WorkContext, findings: list[Finding]
    ) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Unit, area and names of each filled cell."""
        for line, cells in self.table.rows[self.first :]:
            filled = {area: names for area, at in areas.items() if (names := _names(cells[at]))}
            code = _text(cells[self.unit])
            if filled and code:
                unit = context.owners.named(code, self.table.place(self.name, line, cells[self.unit]), findings)
                for area, names in filled.items() if unit is not None else ():
                    yield unit.code, area, names  # type: ignore[union-attr]


def _text(cell: Cell) -> str:
    return unsafe_cell(" ".join(nfc(cell.text).split()))


def _names(cell: Cell) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in _BETWEEN.split(unsafe_cell(nfc(cell.text).strip())))
    return tuple(dict.fromkeys(part for part in parts if part))


def _together(
    cells: Sequence[tuple[str, str, tuple[str, ...]]],
) -> Iterator[tuple[tuple[str, ...], list[tuple[frozenset[str], list[str]]]]]:
    """For each group of names the sets of units with the areas in which they appraise all of these."""
    own: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for unit, area, names in cells:
        own[names][area].add(unit)
    for names, by_area in own.items():
        sets: dict[frozenset[str], list[str]] = defaultdict(list)
        for area, units in by_area.items():
            sets[frozenset(units)].append(area)
        yield names, list(sets.items())
