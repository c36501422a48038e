"""What the lines of a table come to: the sum of each column, compared with the line that adds them up, and items."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from cchc_score.documents import Cell, CellTable
from cchc_score.findings import Finding, Place
from cchc_score.intake.appendix import unseen
from cchc_score.intake.form_rows import MOST_SHOWN, PrintedRow
from cchc_score.intake.line_tables import LineLayout, TableLine, TableLines
from cchc_score.intake.printed_values import Unreadable, parse_fact, stored_fact, unreadable_args
from cchc_score.intake.reports import Item
from cchc_score.model import FormRow, Indicator, Value, row_code

MOST_ADDENDS = 12
"""So many of the figures that were added up stand beside the sum."""
_Printed = tuple[CellTable, LineLayout, TableLine]


@dataclass(slots=True)
class LineFigures:
    """What a table of lines gives: rows with the sums, doubts about them, items, and what was noticed."""

    rows: list[PrintedRow] = field(default_factory=list)
    doubts: list[tuple[str, Finding]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class LineSums:
    """Reads the figures of the lines of one table; `name` is the file's, `rows` are those of the form for its sums."""

    name: str
    lines: TableLines
    rows: Sequence[FormRow]
    indicators: Mapping[str, Indicator]
    found: LineFigures = field(default_factory=LineFigures)

    def figures(self) -> LineFigures:
        """All that the lines give."""
        if self._unclear():
            self.found.rows += [PrintedRow(row=row.code, line=0, value="", told=True) for row in self.rows]
            return self.found
        empty = [] if self._zero else [one for one in self.lines.lines if not self._filled(one)]
        filled = [one for one in self.lines.lines if self._zero or self._filled(one)]
        for row in self.rows:
            self._add_sum(row, filled, empty)
        self.found.items += [self._item(one) for one in self.lines.lines]
        return self.found

    def _unclear(self) -> bool:
        """Whether it is unclear which lines count; then that is told."""
        table, layout = self.lines.tables[0]
        where = table.place(self.name, table.rows[max(layout.first - 1, 0)][0], Cell())
        place = replace(where, row=self.lines.section.name)
        repeated = self.lines.repeated()
        if not self.lines.lines:
            self.found.findings.append(Finding("lines-absent", place))
        elif repeated:
            self.found.findings.append(Finding("lines-twice", place, {"names": tuple(repeated)}))
        elif self.lines.mixed:
            self.found.findings.append(Finding("lines-mixed", place))
        else:
            return False
        return True

    @property
    def _zero(self) -> bool:
        """Whether a blank cell means 0."""
        return self.lines.section.lines is not None and self.lines.section.lines.blank_is_zero

    def _filled(self, one: _Printed) -> bool:
        _, layout, line = one
        return any(line.cells[at].text.strip() or line.cells[at].merged for at in layout.columns.columns.values())

    def _place(self, one: _Printed, column: str) -> Place:
        table, layout, line = one
        at = layout.columns.columns.get(column, layout.names)
        where = table.place(self.name, line.number, line.cells[at])
        row = row_code(self.lines.section.name, line.name[:MOST_SHOWN], column)
        return replace(where, row=row)

    def _value(self, one: _Printed, column: str, indicator: Indicator) -> Value | Finding:
        """The figure of a line, or the finding about a cell that has none."""
        _, layout, line = one
        cell = line.cells[layout.columns.columns[column]]
        text = cell.text.strip() or cell.merged
        fault = cell.fault or unseen(cell)
        if fault:
            return Finding(fault, self._place(one, column), {"text": text[:MOST_SHOWN]})
        if not text:
            return Finding("lines-cell-blank", self._place(one, column), {"name": line.name})
        try:
            return parse_fact(indicator, text) if cell.value is None else stored_fact(indicator, cell.value, text)
        except Unreadable as unreadable:
            return Finding(unreadable.code, self._place(one, column), unreadable_args(indicator, text))

    def _add_sum(self, row: FormRow, lines: Sequence[_Printed], empty: Sequence[_Printed]) -> None:
        indicator = self.indicators[row.indicator or ""]
        columns = [one for one in lines if row.column in one[1].columns.columns]
        # Told at the headings.
        if len(columns) < len(lines) or not lines:
            self.found.rows.append(PrintedRow(row=row.code, line=0, value="", told=True))
            return
        values = [self._value(one, row.column, indicator) for one in lines]
        faults = [
            value
            for value in values
            if isinstance(value, Finding) and not (self._zero and value.code == "lines-cell-blank")
        ]
        self.found.findings += faults
        if faults:
            self.found.rows.append(PrintedRow(row=row.code, line=0, value="", told=True))
            return
        numbers = [value if isinstance(value, Fraction) else Fraction(0) for value in values]
        total, place = sum(numbers, Fraction(0)), self._place(lines[0], row.column)
        shown = " + ".join(str(number) for number in numbers[:MOST_ADDENDS])
        more = " + ..." if len(numbers) > MOST_ADDENDS else ""
        self.found.rows.append(
            PrintedRow(
                row=row.code,
                line=place.line,
                value=str(total),
                remark=f"{len(numbers)} dòng: {shown}{more}",
                unit="-",
                stored=total,
                table=place.table,
                cell=place.cell,
                page=place.page,
                paragraph=place.paragraph,
            )
        )
        self.found.doubts += [(indicator.code, finding) for finding in self._doubts(row, indicator, total, empty)]

    def _doubts(
        self, row: FormRow, indicator: Indicator, total: Fraction, empty: Sequence[_Printed]
    ) -> Iterator[Finding]:
        """What the line that adds the others up says otherwise, and lines in which nothing stands."""
        for one in empty:
            yield Finding("lines-line-blank", self._place(one, ""), {"name": one[2].name})
        for one in self.lines.totals:
            if row.column not in one[1].columns.columns:
                continue
            value = self._value(one, row.column, indicator)
            if isinstance(value, Fraction) and value != total:
                args = {"fact": indicator.words, "value": value, "sum": total}
                yield Finding("lines-total-differs", self._place(one, row.column), args)
            # A blank total says nothing, and one that cannot be read may say anything.
            elif isinstance(value, Finding) and value.code != "lines-cell-blank":
                yield value

    def _item(self, one: _Printed) -> Item:
        assert self.lines.section.lines is not None
        facts: dict[str, Value] = {}
        for column, code in self.lines.section.lines.items.items():
            if column not in one[1].columns.columns:
                continue
            value = self._value(one, column, self.indicators[code])
            if not isinstance(value, Finding):
                facts[code] = value
            elif value.code != "lines-cell-blank":
                self.found.findings.append(value)
            elif self._zero:
                facts[code] = Fraction(0)
        return Item(one[2].name, facts, self._place(one, ""))
