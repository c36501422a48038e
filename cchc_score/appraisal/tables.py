"""Self-scores in tables of Word, Excel and CSV: columns by their headings, criteria by number and title."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from cchc_score.appraisal.forms import Head, Layout, find_head, find_layout
from cchc_score.appraisal.nouns import Claim
from cchc_score.appraisal.records import Work
from cchc_score.appraisal.rules import Rules
from cchc_score.appraisal.values import claimed_mark, evidence_of, mark_of
from cchc_score.csv_file import safe
from cchc_score.documents import Cell, CellTable, Grid, Tables, as_cells
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.stream import fold
from cchc_score.intake.values import Unreadable
from cchc_score.model import Criterion, Outcome, Unit
from cchc_score.text import brief

_TOTALS = frozenset(map(fold, ("Tổng", "Tổng cộng", "Tổng điểm", "Cộng", "Total")))


def from_work_tables(document: Grid | Tables, name: str, rules: Rules) -> Work:
    """The claims in the self-score tables of a document; what cannot be used is among the findings."""
    tables = (as_cells(document),) if isinstance(document, Grid) else document.tables
    findings = [] if isinstance(document, Grid) else list(document.findings)
    lines = [] if isinstance(document, Grid) else [text for _, text in document.lines]
    claims: list[Claim] = []
    found = [(table, layout) for table in tables if (layout := find_layout(table)) is not None]
    for table, layout in found:
        reading = _Table(table, layout, name, rules, find_head(lines, table, layout.first - 1))
        claims += reading.claims()
        findings += reading.findings
    if not found:
        findings.append(Finding("claims-nowhere", Place(name)))
    return Work(tuple(claims), findings=tuple(findings))


class _Table:
    """One self-score table while it is read."""

    def __init__(self, table: CellTable, layout: Layout, name: str, rules: Rules, head: Head) -> None:
        self.table, self.layout, self.name, self.rules, self.head = table, layout, name, rules, head
        self.findings: list[Finding] = []
        titles = Counter(fold(one.title) for one in rules.scheme.criteria.values())
        self.titles = {fold(one.title): one for one in rules.scheme.criteria.values() if titles[fold(one.title)] == 1}
        # A total may stand in the column of numbers, in a cell merged over both.
        self.others = {
            fold(name) for area in rules.scheme.areas for name in (area.name, area.name_en) if name
        } | _TOTALS
        self.others |= {str(area.number) for area in rules.scheme.areas}

    def claims(self) -> list[Claim]:
        """What the rows of the table claim."""
        found: list[Claim] = []
        listed = "unit" in self.layout.columns
        unit, named = (None, False) if listed else (self._owner(), True)
        stated: dict[tuple[str, str], tuple[Place, Fraction]] = {}
        for line, cells in self.table.rows[self.layout.first :]:
            # A cell merged over the rows of one unit stands in the first of them only.
            if listed and self.layout.text(cells, "unit") and not _heads(cells):
                unit, named = self._unit_of(line, cells), True
            elif not named and self._filled(cells):
                self.findings.append(Finding("unit-unnamed", self._place(line, cells, "unit")))
            criterion = self._criterion(line, cells)
            if unit is None or criterion is None:
                continue
            claim = self._claim(line, cells, unit, criterion, stated)
            if claim is not None:
                found.append(claim)
        self.findings += self._sums(stated, found)
        return found

    def _place(
        self, line: int, cells: Sequence[Cell] = (), role: str = "points", unit: str = "", criterion: str = ""
    ) -> Place:
        cell = self.layout.cell(cells, role).at if cells else ""
        shown = f"{self.table.name}!{cell}" if cell and self.table.name else cell
        return Place(self.name, line, unit, criterion=criterion, table=self.table.number, cell=shown)

    def _owner(self) -> Unit | None:
        owners = self.rules.owners
        place = self._place(self.table.rows[0][0])
        if self.head.unit:
            return owners.named(self.head.unit, place, self.findings)
        owner = owners.of_file(self.name)
        if owner is None:
            self.findings.append(Finding("unit-unnamed", Place(self.name)))
        return owner

    def _unit_of(self, line: int, cells: Sequence[Cell]) -> Unit | None:
        name = self.layout.text(cells, "unit")
        return self.rules.owners.named(name, self._place(line, cells, "unit"), self.findings)

    def _criterion(self, line: int, cells: Sequence[Cell]) -> Criterion | None:
        """The criterion that a row is about, by its number and its title, which must agree."""
        number, title = self._named(cells)
        known = self.rules.scheme.criteria.get(number)
        if known is not None and (fold(known.title) == fold(title) if title else not self._cut(cells, number)):
            return known
        place = self._place(line, cells, "title")
        if known is not None and title:
            args = {"number": number, "title": brief(title), "listed": known.title}
            self.findings.append(Finding("claim-title", place, args))
        elif not number and fold(title) in self.titles:
            return self.titles[fold(title)]
        elif not {fold(title), fold(number)} & self.others and self._filled(cells):
            shown = brief(f"{number} {title}".strip()) or "-"
            self.findings.append(Finding("claim-row", place, {"title": shown}))
        return None

    def _cut(self, cells: Sequence[Cell], number: str) -> bool:
        """Whether a number may have lost a zero, as 1.10 does where a spreadsheet takes it for a figure."""
        return self.layout.cell(cells, "number").value is not None and f"{number}0" in self.rules.scheme.criteria

    def _named(self, cells: Sequence[Cell]) -> tuple[str, str]:
        """The number and the title of a row, which may stand in one column."""
        number, title = self.layout.text(cells, "number").rstrip("."), self.layout.text(cells, "title")
        if not number:
            first, _, rest = title.partition(" ")
            if rest and first.rstrip(".:") in self.rules.scheme.criteria:
                number, title = first.rstrip(".:"), rest
        # As a table in CSV keeps a title from running as a formula.
        return number, title[1:] if title.startswith("'") and safe(title[1:]) == title else title

    def _filled(self, cells: Sequence[Cell]) -> bool:
        """Whether a row claims something, rather than repeating headings or numbering columns."""
        text = self.layout.text(cells, "points")
        if not any(self.layout.text(cells, role) for role in ("number", "title")):
            # What stands there alone may be a signature or a day; only points need a criterion.
            return bool(re.fullmatch(r"[0-9][0-9.,]*", text))
        return bool(text) and not (text.startswith("(") and text.endswith(")")) and not _heads(cells)

    def _claim(
        self,
        line: int,
        cells: Sequence[Cell],
        unit: Unit,
        criterion: Criterion,
        stated: dict[tuple[str, str], tuple[Place, Fraction]],
    ) -> Claim | None:
        place = self._place(line, cells, unit=unit.label, criterion=criterion.number)
        cell = self.layout.cell(cells, "points")
        self._check_maximum(line, cells, criterion)
        if cell.fault:
            self.findings.append(Finding(cell.fault, place, {"text": cell.text}))
            return None
        if not cell.text.strip() and cell.value is None:
            return None
        try:
            mark = claimed_mark(cell.value if isinstance(cell.value, Fraction) else cell.text)
        except Unreadable as fault:
            self.findings.append(Finding(fault.code, place, {"text": brief(cell.text)}))
            return None
        if criterion.parts:
            stated[unit.code, criterion.number] = (place, mark.points)
            return None
        if self.rules.leaf(criterion.number, place, self.findings) is None:
            return None
        if not self.rules.usable(mark, criterion, place, self.findings):
            return None
        evidence = evidence_of(self.layout.cell(cells, "evidence").text)
        origin = Origin(self.name, line, printed=cell.text.strip(), table=place.table, cell=place.cell)
        explanation = self.layout.text(cells, "explanation")
        return Claim(unit.code, criterion.number, mark, evidence, explanation, unit.name, self.head.day, origin)

    def _check_maximum(self, line: int, cells: Sequence[Cell], criterion: Criterion) -> None:
        cell = self.layout.cell(cells, "most")
        try:
            told = mark_of(cell.value if isinstance(cell.value, Fraction) else cell.text)
        except Unreadable:
            return
        if told.outcome == Outcome.SCORED and told.points != criterion.max_points:
            args = {"told": told.points, "most": criterion.max_points}
            place = self._place(line, cells, "most", criterion=criterion.number)
            self.findings.append(Finding("claim-maximum", place, args))

    def _sums(
        self, stated: Mapping[tuple[str, str], tuple[Place, Fraction]], claims: Sequence[Claim]
    ) -> Iterator[Finding]:
        """What a table states of criteria with parts: points that stand there alone, or that the parts do not give."""
        criteria = self.rules.scheme.criteria
        for (unit, number), (place, value) in stated.items():
            own = {one.criterion: one.mark.points for one in claims if one.unit == unit}
            if not any(one.startswith(f"{number}.") for one in own):
                # A formula that adds up empty cells gives 0.
                if value:
                    yield Finding("criterion-of-parts", place)
                continue
            added = _combined(criteria, number, own)
            if added is not None and added != value:
                yield Finding("claim-parent", place, {"value": value, "sum": added})


def _combined(criteria: Mapping[str, Criterion], number: str, own: Mapping[str, Fraction]) -> Fraction | None:
    """What claims give a criterion; None where they do not decide it."""
    criterion = criteria[number]
    if criterion.is_leaf:
        return own.get(number)
    parts = {part: _combined(criteria, part, own) for part in criterion.parts}
    told = [points for points in parts.values() if points is not None]
    if criterion.combine == "all":
        full = all(points == criteria[part].max_points for part, points in parts.items())
        return (criterion.max_points if full else Fraction(0)) if len(told) == len(parts) else None
    if criterion.combine == "chosen":
        return told[0] if len(told) == 1 else None
    if not told:
        return None
    return max(told) if criterion.combine == "best" else sum(told, Fraction(0))


def _heads(cells: Sequence[Cell]) -> bool:
    """Whether a row is the headings once more."""
    return find_layout(CellTable(((0, tuple(cells)),))) is not None
