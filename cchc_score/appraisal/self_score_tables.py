"""Self-scores in tables of Word, Excel and CSV: columns by their headings, criteria by number and title."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from cchc_score.appraisal.appraisal_model import Claim
from cchc_score.appraisal.marks import claimed_mark, evidence_of, mark_of
from cchc_score.appraisal.self_score_sheet import (
    SelfScoreLayout,
    find_head,
    find_layout,
    likely_headings,
    unread_columns,
)
from cchc_score.appraisal.self_score_sums import Stated, area_sums, parent_sums
from cchc_score.appraisal.table_owner import TableOwner, titled_offices
from cchc_score.appraisal.work_context import WorkContext
from cchc_score.appraisal.work_read import WorkReading
from cchc_score.documents import Cell, CellTable, Grid, Tables, as_cells
from cchc_score.facts import Origin
from cchc_score.files.csv_file import unsafe_cell
from cchc_score.findings import Finding, Place
from cchc_score.intake.folded_text import fold
from cchc_score.intake.printed_values import Unreadable
from cchc_score.intake.self_score_headings import HEADINGS
from cchc_score.model import Criterion, Outcome, Unit
from cchc_score.text import brief

_TOTALS = frozenset(map(fold, ("Tổng", "Tổng cộng", "Tổng điểm", "Cộng", "Total")))


def from_work_tables(document: Grid | Tables, name: str, context: WorkContext) -> WorkReading:
    """The claims in the self-score tables of a document; what cannot be used is among the findings."""
    tables = (as_cells(document),) if isinstance(document, Grid) else document.tables
    findings = [] if isinstance(document, Grid) else list(document.findings)
    lines = () if isinstance(document, Grid) else document.lines
    claims: list[Claim] = []
    converted = "" if isinstance(document, Grid) else document.converted
    readings = [_Table(table, layout, name, context, lines) for table, layout in _self_scores(tables, context)]
    stated: dict[tuple[str, str], Stated] = {}
    totals: dict[tuple[str, str], Stated] = {}
    for reading in readings:
        claims += [replace(one, origin=one.origin._replace(converted=converted)) for one in reading.claims()]
        findings += unread_columns(reading.table, reading.layout, name)
        # Several tables of one file have one owner, of whom the same need not be said twice.
        findings += [one for one in reading.findings if one.code != "claim-file-name" or one not in findings]
        stated |= reading.stated
        totals |= reading.totals
    # Of all tables together: one may go on in another after a page.
    findings += [*parent_sums(context.scheme, stated, claims), *area_sums(context.scheme, totals, claims)]
    if not readings:
        args = {"columns": HEADINGS["points"], "headings": likely_headings(tables)}
        findings.append(Finding("claims-nowhere", Place(name), args))
    return WorkReading(tuple(claims), findings=tuple(findings))


def _self_scores(tables: Sequence[CellTable], context: WorkContext) -> Iterator[tuple[CellTable, SelfScoreLayout]]:
    """The tables with self-scores; one without headings that goes on with criteria has those of the table before."""
    last: SelfScoreLayout | None = None
    for table in tables:
        layout = find_layout(table)
        if layout is None and last is not None and _goes_on(table, last, context):
            layout = replace(last, first=0)
        if layout is not None:
            last = layout
            yield table, layout


def _goes_on(table: CellTable, layout: SelfScoreLayout, context: WorkContext) -> bool:
    """Whether a table is as wide as another asks for, and has a criterion of the scheme in some row."""
    width = max(layout.columns.values()) + 1
    return any(
        len(cells) >= width and layout.text(cells, "number").rstrip(".") in context.scheme.criteria
        for _, cells in table.rows
    )


class _Table:
    """One self-score table while it is read."""

    def __init__(
        self,
        table: CellTable,
        layout: SelfScoreLayout,
        name: str,
        context: WorkContext,
        lines: Sequence[tuple[int, str]],
    ) -> None:
        self.table, self.layout, self.name, self.context = table, layout, name, context
        self.head = find_head([text for _, text in lines], table, layout.first - 1)
        titled = titled_offices(lines, table, layout.first - 1)
        self.owner = TableOwner(context.owners, name, self.head.unit, titled)
        self.findings: list[Finding] = []
        # A title that two criteria have says nothing about which one is meant.
        titles = Counter(fold(criterion.title) for criterion in context.scheme.criteria.values())
        self.titles = {
            fold(criterion.title): criterion
            for criterion in context.scheme.criteria.values()
            if titles[fold(criterion.title)] == 1
        }
        # A total may stand in the column of numbers, in a cell merged over both.
        self.others = {
            fold(name) for area in context.scheme.areas for name in (area.name, area.name_en) if name
        } | _TOTALS
        self.others |= {str(area.number) for area in context.scheme.areas}
        self.areas = {fold(area.name): area for area in context.scheme.areas}
        # What the table states of criteria with parts and of areas, by the unit's code and their own.
        self.stated: dict[tuple[str, str], Stated] = {}
        self.totals: dict[tuple[str, str], Stated] = {}

    def claims(self) -> list[Claim]:
        """What the rows of the table claim."""
        found: list[Claim] = []
        # A table that names units row by row has no owner of its own.
        listed = "unit" in self.layout.columns
        unit, named = (None, False) if listed else (self._own(), True)
        for line, cells in self.table.rows[self.layout.first :]:
            # A cell merged over the rows of one unit stands in the first of them only.
            if listed and self.layout.text(cells, "unit") and not _heads(cells):
                unit, named = self._unit_of(line, cells), True
            elif not named and self._filled(cells):
                self.findings.append(Finding("unit-unnamed", self._place(line, cells, "unit")))
            criterion = self._criterion(line, cells)
            if unit is not None and criterion is None:
                self._area_total(line, cells, unit)
            if unit is None or criterion is None:
                continue
            self._share(self.layout.cell(cells, "points"), found)
            claim = self._claim(line, cells, unit, criterion)
            if claim is not None:
                found.append(claim)
        return found

    def _area_total(self, line: int, cells: Sequence[Cell], unit: Unit) -> None:
        """Keep the points that a table states of a whole area, which is met by its name; they claim nothing."""
        area = self.areas.get(fold(self.layout.text(cells, "title")))
        cell = self.layout.cell(cells, "points")
        try:
            mark = claimed_mark(cell.value if isinstance(cell.value, Fraction) else cell.text)
        except Unreadable:
            return
        if area is not None and not cell.fault:
            place = replace(self._place(line, cells, unit=unit.label), area=str(area.number))
            self.totals[unit.code, area.code] = place, mark.points

    def _share(self, cell: Cell, found: list[Claim]) -> None:
        """Take away the claim above, whose cell is merged with that of the row to come: it is that of neither."""
        if cell.merged and not cell.text.strip() and found and found[-1].origin.printed == cell.merged:
            above = found.pop()
            unit = self.context.owners.codes[above.unit]
            place = replace(above.origin.place(unit.label), row="", criterion=above.criterion)
            self.findings.append(Finding("cell-merged", place, {"text": cell.merged}))

    def _place(
        self, line: int, cells: Sequence[Cell] = (), role: str = "points", unit: str = "", criterion: str = ""
    ) -> Place:
        cell = self.layout.cell(cells, role).at if cells else ""
        shown = f"{self.table.name}!{cell}" if cell and self.table.name else cell
        return Place(self.name, line, unit, criterion=criterion, table=self.table.number, cell=shown)

    def _own(self) -> Unit | None:
        """The unit of the table itself."""
        unit = self.owner.unit(self._place(self.table.rows[0][0]))
        self.findings += self.owner.findings
        return unit

    def _unit_of(self, line: int, cells: Sequence[Cell]) -> Unit | None:
        name = self.layout.text(cells, "unit")
        return self.context.owners.named(name, self._place(line, cells, "unit"), self.findings)

    def _criterion(self, line: int, cells: Sequence[Cell]) -> Criterion | None:
        """The criterion that a row is about, by its number and its title, which must agree."""
        number, title = self._named(cells)
        known = self.context.scheme.criteria.get(number)
        # Where both stand they must agree: numbers move from one version of a scheme to the next.
        if known is not None and (fold(known.title) == fold(title) if title else not self._cut(cells, number)):
            return known
        place = self._place(line, cells, "title")
        if known is not None and title:
            args = {"number": number, "title": brief(title), "listed": known.title}
            self.findings.append(Finding("claim-title", place, args))
        # The title decides only where no number says otherwise.
        elif not number and fold(title) in self.titles:
            return self.titles[fold(title)]
        elif not {fold(title), fold(number)} & self.others and self._filled(cells):
            shown = brief(f"{number} {title}".strip()) or "-"
            self.findings.append(Finding("claim-row", place, {"title": shown}))
        return None

    def _cut(self, cells: Sequence[Cell], number: str) -> bool:
        """Whether a number may have lost a zero, as 1.10 does where a spreadsheet takes it for a figure."""
        return self.layout.cell(cells, "number").value is not None and f"{number}0" in self.context.scheme.criteria

    def _named(self, cells: Sequence[Cell]) -> tuple[str, str]:
        """The number and the title of a row, which may stand in one column."""
        number, title = self.layout.text(cells, "number").rstrip("."), self.layout.text(cells, "title")
        if not number:
            first, _, rest = title.partition(" ")
            # Only a number that the scheme has: a title may begin with one of its own ('100% văn bản').
            if rest and first.rstrip(".:") in self.context.scheme.criteria:
                number, title = first.rstrip(".:"), rest
        # As a table in CSV keeps a title from running as a formula.
        return number, unsafe_cell(title)

    def _filled(self, cells: Sequence[Cell]) -> bool:
        """Whether a row claims something, rather than repeating headings or numbering columns."""
        text = self.layout.text(cells, "points")
        if not any(self.layout.text(cells, role) for role in ("number", "title")):
            # What stands there alone may be a signature or a day; only points need a criterion.
            return bool(re.fullmatch(r"[0-9][0-9.,]*", text))
        # '(4)' below a heading numbers the column.
        return bool(text) and not (text.startswith("(") and text.endswith(")")) and not _heads(cells)

    def _claim(self, line: int, cells: Sequence[Cell], unit: Unit, criterion: Criterion) -> Claim | None:
        place = self._place(line, cells, unit=unit.label, criterion=criterion.number)
        cell = self.layout.cell(cells, "points")
        # Also where nothing is claimed: another maximum shows that the table belongs to another scheme.
        self._check_maximum(line, cells, criterion)
        # What the parts add up to claims nothing: a sum that no program has calculated is no loss.
        if cell.fault and criterion.parts:
            return None
        if cell.fault:
            self.findings.append(Finding(cell.fault, place, {"text": cell.text}))
            return None
        # Points merged over several criteria are those of none.
        if cell.merged and not cell.text.strip():
            self.findings.append(Finding("cell-merged", place, {"text": cell.merged}))
            return None
        # An empty cell claims nothing, which is not the same as claiming 0.
        if not cell.text.strip() and cell.value is None:
            return None
        try:
            # The stored number, for what the cell shows may be rounded.
            mark = claimed_mark(cell.value if isinstance(cell.value, Fraction) else cell.text)
        except Unreadable as fault:
            self.findings.append(Finding(fault.code, place, {"text": brief(cell.text)}))
            return None
        if criterion.parts:
            self.stated[unit.code, criterion.number] = place, mark.points
            return None
        if self.context.leaf(criterion.number, place, self.findings) is None:
            return None
        if not self.context.usable(mark, criterion, place, self.findings):
            return None
        # The text as it stands, because its lines part one document from the next.
        proof = self.layout.cell(cells, "evidence")
        # One paper may prove several criteria, over which its cell is merged.
        evidence = evidence_of(proof.text or proof.merged)
        origin = Origin(self.name, line, printed=cell.text.strip(), table=place.table, cell=place.cell)
        explanation = self.layout.text(cells, "explanation")
        return Claim(
            unit=unit.code,
            criterion=criterion.number,
            mark=mark,
            evidence=evidence,
            explanation=explanation,
            by=unit.name,
            on=self.head.day,
            origin=origin,
            misnamed=self.owner.misnamed,
        )

    def _check_maximum(self, line: int, cells: Sequence[Cell], criterion: Criterion) -> None:
        cell = self.layout.cell(cells, "most")
        try:
            stated = mark_of(cell.value if isinstance(cell.value, Fraction) else cell.text)
        except Unreadable:
            return
        if stated.outcome == Outcome.SCORED and stated.points != criterion.max_points:
            args = {"told": stated.points, "most": criterion.max_points}
            place = self._place(line, cells, "most", criterion=criterion.number)
            self.findings.append(Finding("claim-maximum", place, args))


def _heads(cells: Sequence[Cell]) -> bool:
    """Whether a row is the headings once more."""
    return find_layout(CellTable(((0, tuple(cells)),))) is not None
