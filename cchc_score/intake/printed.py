"""What a document shows of a form: its rows as printed, wherever they stand, and as facts with every doubt told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.told import Claim, Report, Told
from cchc_score.intake.values import Unreadable, fact, number, stored_fact, unreadable_args
from cchc_score.model import NUMBERS, Form, FormRow, Indicator, Value

_SPLIT = re.compile(r"([^:;]+):\s*([0-9]+)\s*(?:[;,]|$)")
MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row of a form as printed: its value cell ('' when blank), the remark beside it, the unit before it.

    `stored` is what the cell of a spreadsheet holds, `fault` the code of the finding about a cell that has no value.
    """

    row: str
    line: int
    value: str
    remark: str = ""
    value_line: int = 0
    unit: str = ""
    stored: Fraction | date | bool | None = None
    fault: str = ""
    table: int = 0
    cell: str = ""

    def origin(self, file: str) -> Origin:
        """Where it stands."""
        line = self.value_line or self.line
        return Origin(file, line, self.row, self.value, self.remark, table=self.table, cell=self.cell)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a document shows of a form for one unit: whose it is, of which year, its rows, what was noticed.

    `claims` are the figures that its prose names, counted by `paragraphs` or by lines.
    """

    place: Place
    unit: str
    year: int | None
    rows: Sequence[PrintedRow]
    findings: Sequence[Finding] = ()
    claims: Sequence[Claim] = ()
    paragraphs: bool = False


def as_report(sheet: Sheet, form: Form, indicators: Mapping[str, Indicator]) -> Report:
    """The report on a sheet: blanks stay unknown, header rows are only compared."""
    file, unit = sheet.place.file, sheet.unit
    findings = [*sheet.findings, *_absent(sheet, form)]
    told: list[Told] = []
    headers: dict[str, tuple[int, Origin]] = {}
    blank: set[str] = set()
    for row in sheet.rows:
        spec, origin = form.rows[row.row], row.origin(file)
        place = origin.place(unit)
        if row.fault:
            findings.append(Finding(row.fault, place, {"text": row.value[:MOST_SHOWN]}))
        elif spec.kind != "leaf":
            if row.value.isascii() and row.value.isdecimal():
                headers[row.row] = (int(number(row.value)), origin)
            elif row.value:
                findings.append(Finding("text-header-value", place, {"text": row.value[:MOST_SHOWN]}))
        elif spec.indicator is not None:
            indicator = indicators[spec.indicator]
            if not row.value:
                blank.add(row.row)
                findings.append(Finding("row-blank", place, {"fact": indicator.words}))
                continue
            try:
                told.append(Told(indicator.code, _fact(indicator, row, spec), origin))
                findings += [Finding(code, place, args) for code, args in _remarkable(row, spec, indicator)]
            except Unreadable as fault:
                findings.append(Finding(fault.code, place, unreadable_args(indicator, row.value)))
        elif not row.value:
            blank.add(row.row)
    findings += _nothing_of_nothing(told, unit, indicators)
    return Report(
        sheet.place, unit, unit, "", sheet.year, tuple(told), tuple(findings), headers, frozenset(blank),
        tuple(sheet.claims), True, sheet.paragraphs,
    )  # fmt: skip


def _fact(indicator: Indicator, row: PrintedRow, spec: FormRow) -> Value:
    if row.stored is None:
        return fact(indicator, row.value, spec.legend)
    return stored_fact(indicator, row.stored, row.value, spec.legend)


def _absent(sheet: Sheet, form: Form) -> Iterator[Finding]:
    found = {row.row for row in sheet.rows}
    absent = [row.code for row in form.rows.values() if row.code not in found]
    if absent:
        yield Finding("text-rows-absent", Place(sheet.place.file, 0, sheet.unit), {"rows": absent})


def _remarkable(row: PrintedRow, spec: FormRow, indicator: Indicator) -> Iterator[tuple[str, dict[str, object]]]:
    """What a reader should look at beside a value that can be read."""
    digits = row.value.isascii() and row.value.isdecimal()
    if digits and not spec.legend and row.value != "0" and row.value.startswith("0"):
        yield "value-leading-zero", {"text": row.value, "value": int(row.value)}
    if spec.legend and digits and int(row.value) == 0:
        meant = next((entry for entry in spec.legend if entry.number == 0), None)
        if meant is not None and meant.option != "no":
            yield "value-coded-zero", {"fact": indicator.words, "answer": meant.text}
    if indicator.kind in NUMBERS and not spec.legend and not row.unit:
        yield "row-unit-absent", {"fact": indicator.words, "unit": indicator.unit}
    parts = _SPLIT.findall(row.remark)
    if digits and len(parts) > 1 and sum(int(count) for _, count in parts) == int(row.value):
        yield "value-mixed", {"value": int(row.value), "parts": [f"{name.strip()} = {count}" for name, count in parts]}


def _nothing_of_nothing(told: Sequence[Told], unit: str, indicators: Mapping[str, Indicator]) -> Iterator[Finding]:
    """Shares of nothing: the rule of the criterion decides what they give, and whoever reads should know."""
    zero = {one.code: one for one in told if one.value == 0 and isinstance(one.value, Fraction)}
    for code, one in zero.items():
        whole = indicators[code].part_of
        if whole in zero and indicators[code].share:
            args = {"part": indicators[code].words, "whole": indicators[whole].words}
            yield Finding("zero-of-zero", one.place(unit), args)
