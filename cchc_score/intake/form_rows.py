"""Rows of a form as a document prints them: their titles, their figures, and the report that they make."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.folded_text import fold
from cchc_score.intake.printed_units import legend_differs, unit_differs
from cchc_score.intake.printed_values import (
    Unreadable,
    cell_remarks,
    parse_fact,
    parse_number,
    stored_fact,
    unreadable_args,
)
from cchc_score.intake.reports import Item, ProseFigure, Report, ReportedFact
from cchc_score.intake.said_periods import SaidPeriod
from cchc_score.intake.said_units import SaidUnit
from cchc_score.model import NUMBERS, Form, FormRow, Indicator, Value

MOST_SHOWN = 60
_MARKS = ".:;,()"
_ANSWERS = frozenset(map(fold, ("Có", "Không", "Đạt", "Rồi", "Chưa", "☒", "☑", "☐")))
_SPLIT = re.compile(r"([^:;]+):\s*([0-9]+)\s*(?:[;,]|$)")


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row of a form as printed: its value cell ('' when blank), the remark beside it, the unit before it.

    `stored` is what the cell of a spreadsheet holds, `fault` the code of the finding about a cell that has no value.
    Of one that is `told` it has been said already why nothing is known.
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
    page: int = 0
    paragraph: int = 0
    told: bool = False

    def origin(self, file: str) -> Origin:
        """Where it stands."""
        # Where the value stands: a label may begin lines above it.
        line = 0 if self.paragraph else self.value_line or self.line
        return Origin(
            file,
            line,
            self.row,
            self.value,
            self.remark,
            table=self.table,
            cell=self.cell,
            page=self.page,
            paragraph=self.paragraph,
        )


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """All that a document shows of a form for one unit: whose it is, of which year, its rows, what was noticed.

    `prose_figures` are those that its prose names, counted by `paragraphs` or by lines; `periods` and `units` are what
    its titles, headings and prose say of its period and its unit. `doubts` are of indicators, `items` the lines of its
    tables that are kept one by one.
    """

    place: Place
    unit: str
    year: int | None
    rows: Sequence[PrintedRow]
    findings: Sequence[Finding] = ()
    prose_figures: Sequence[ProseFigure] = ()
    paragraphs: bool = False
    periods: Sequence[SaidPeriod] = ()
    units: Sequence[SaidUnit] = ()
    doubts: Sequence[tuple[str, Finding]] = ()
    items: Sequence[Item] = ()


def form_report(printed: PrintedForm, form: Form, indicators: Mapping[str, Indicator]) -> Report:
    """The report that a printed form makes: blanks stay unknown, header rows are only compared."""
    units = frozenset(indicators[row.indicator].unit for row in form.rows.values() if row.indicator) - {""}
    read = _FormFacts(
        file=printed.place.file,
        unit=printed.unit,
        indicators=indicators,
        findings=[*printed.findings, *_absent(printed, form)],
        units=units,
        dittos=form.dittos,
    )
    for row in printed.rows:
        read.add(row, form.rows[row.row])
    return Report(
        printed.place,
        printed.unit,
        name=printed.unit,
        year=printed.year,
        facts=tuple(read.facts),
        findings=(*_blank_together(read), *_zero_of_zero(read.facts, printed.unit, indicators)),
        headers=read.headers,
        blank=frozenset(read.blank),
        doubts=(*printed.doubts, *read.doubts),
        prose_figures=tuple(printed.prose_figures),
        whole=True,
        paragraphs=printed.paragraphs,
        periods=tuple(printed.periods),
        units=tuple(printed.units),
        items=tuple(printed.items),
    )


@dataclass(slots=True)
class _FormFacts:
    """The facts of a form while its rows are read one by one."""

    file: str
    unit: str
    indicators: Mapping[str, Indicator]
    findings: list[Finding]
    units: frozenset[str]
    dittos: tuple[str, ...] = ()
    doubts: list[tuple[str, Finding]] = field(default_factory=list)
    facts: list[ReportedFact] = field(default_factory=list)
    headers: dict[str, tuple[int, Origin]] = field(default_factory=dict)
    blank: set[str] = field(default_factory=set)

    def add(self, row: PrintedRow, spec: FormRow) -> None:
        """Read one row as the form describes it."""
        origin = row.origin(self.file)
        # First of all: a cell with a fault has no figure to read, and is no blank either.
        if row.told:
            return
        if row.fault:
            self.findings.append(Finding(row.fault, origin.place(self.unit), {"text": row.value[:MOST_SHOWN]}))
        elif spec.kind != "leaf":
            self._add_header(row, origin)
        elif not row.value:
            self._add_blank(row, spec, origin)
        elif spec.indicator is not None:
            self._add_fact(row, spec, self.indicators[spec.indicator], origin)

    def _add_header(self, row: PrintedRow, origin: Origin) -> None:
        # A header is only compared, never scored: anything less plain is told instead of being interpreted.
        value = _whole(row.value)
        if value is not None:
            self.headers[row.row] = (value, origin)
        elif row.value:
            args = {"text": row.value[:MOST_SHOWN]}
            self.findings.append(Finding("text-header-value", origin.place(self.unit), args))

    def _add_blank(self, row: PrintedRow, spec: FormRow, origin: Origin) -> None:
        # Blank is not 0: a unit that forgot a row must not be scored as if it had reported nothing done.
        self.blank.add(row.row)
        if spec.indicator is not None:
            args: dict[str, object] = {"fact": self.indicators[spec.indicator].words}
            # What was typed beside its cell is very likely the figure.
            beside = " ".join(filter(None, (_foreign(row.unit, spec, self.dittos), row.remark.strip())))
            if beside:
                args["text"] = beside[:MOST_SHOWN]
            self.findings.append(Finding("row-blank-beside" if beside else "row-blank", origin.place(self.unit), args))

    def _add_fact(self, row: PrintedRow, spec: FormRow, indicator: Indicator, origin: Origin) -> None:
        place = origin.place(self.unit)
        try:
            self.facts.append(ReportedFact(indicator.code, _value(indicator, row, spec), origin))
        except Unreadable as fault:
            self.findings.append(Finding(fault.code, place, unreadable_args(indicator, row.value)))
        else:
            self.findings += [Finding(code, place, args) for code, args in _remarkable(row, spec, indicator)]
            self.doubts += [(indicator.code, Finding(*found)) for found in self._strange(row, spec, indicator, place)]

    def _strange(
        self, row: PrintedRow, spec: FormRow, indicator: Indicator, place: Place
    ) -> Iterator[tuple[str, Place, dict[str, object]]]:
        """What a row prints beside its figure and the form does not."""
        shown = row.unit[:MOST_SHOWN]
        if spec.legend and legend_differs(row.unit, spec.legend):
            legend = ", ".join(f"{entry.text} = {entry.number}" for entry in spec.legend)
            yield "row-legend-differs", place, {"fact": indicator.words, "text": shown, "form": legend}
        elif indicator.kind in NUMBERS and not spec.legend and fold(row.unit) != fold(spec.unit):
            if not unit_differs(row.unit, indicator, self.units):
                return
            unit = "%" if indicator.kind == "percent" else indicator.unit
            yield "row-unit-differs", place, {"fact": indicator.words, "text": shown, "unit": unit}


def _blank_together(read: _FormFacts) -> list[Finding]:
    """What was noticed; of a form that nobody has filled its blank rows are told as one."""
    blank = [finding for finding in read.findings if finding.code == "row-blank"]
    if read.facts or len(blank) < 2:
        return read.findings
    others = [finding for finding in read.findings if finding.code != "row-blank"]
    return [*others, Finding("rows-blank", Place(read.file, 0, read.unit), {"count": len(blank)})]


def _whole(text: str) -> int | None:
    """A whole number as a header row prints it, thousands with a mark too; None for anything else."""
    try:
        value = parse_number(text, whole=True)
    except Unreadable:
        return None
    return int(value) if value.denominator == 1 else None


def _foreign(unit: str, spec: FormRow, dittos: Sequence[str]) -> str:
    """What stands in the cell of the unit beside unit or legend, where it may be a value; else ''."""
    left = fold(unit)
    for entry in sorted(spec.legend, key=lambda entry: -len(entry.text)):
        left = re.sub(rf"{re.escape(fold(entry.text))}(?:=?{entry.number}(?![0-9]))?", "", left, count=1)
    for word in (spec.unit, *dittos):
        left = left.replace(fold(word), "", 1) if word else left
    answer = left.strip(_MARKS) in _ANSWERS
    return " ".join(unit.split()) if answer or any(map(str.isnumeric, left)) else ""


def _value(indicator: Indicator, row: PrintedRow, spec: FormRow) -> Value:
    if row.stored is None:
        return parse_fact(indicator, row.value, spec.legend)
    return stored_fact(indicator, row.stored, row.value, spec.legend)


def _absent(printed: PrintedForm, form: Form) -> Iterator[Finding]:
    """The findings about tables and rows of the form that the document does not print."""
    found = {row.row for row in printed.rows}
    there = {form.rows[code].section for code in found}
    listed = {code for item in printed.items for code in item.facts}
    for section in form.sections:
        # A table may give nothing but items, which are no rows of the form.
        items = section.lines.items.values() if section.lines else ()
        if section.name not in there and listed.isdisjoint(items):
            yield Finding("text-table-absent", Place(printed.place.file, 0, printed.unit), {"name": section.name})
    lines = {form.rows[code].line_code for code in found}
    absent = dict.fromkeys(row.line_code for row in form.rows.values() if row.section in there)
    rows = [code for code in absent if code not in lines]
    if rows:
        yield Finding("text-rows-absent", Place(printed.place.file, 0, printed.unit), {"rows": rows})


def _remarkable(row: PrintedRow, spec: FormRow, indicator: Indicator) -> Iterator[tuple[str, dict[str, object]]]:
    """What a reader should look at beside a value that can be read."""
    yield from cell_remarks(indicator, row.value, row.stored, spec.legend)
    digits = row.value.isascii() and row.value.isdecimal()
    if indicator.kind in NUMBERS and not spec.legend and not row.unit:
        yield "row-unit-absent", {"fact": indicator.words, "unit": indicator.unit}
    parts = _SPLIT.findall(row.remark)
    if digits and len(parts) > 1 and sum(int(count) for _, count in parts) == int(row.value):
        yield "value-mixed", {"value": int(row.value), "parts": [f"{name.strip()} = {count}" for name, count in parts]}


def _zero_of_zero(facts: Sequence[ReportedFact], unit: str, indicators: Mapping[str, Indicator]) -> Iterator[Finding]:
    """Shares of nothing: a rule decides what they give, and whoever reads the report should know that it did."""
    # In Python the answer False equals 0 too, and is no share of anything.
    zero = {fact.code: fact for fact in facts if fact.value == 0 and isinstance(fact.value, Fraction)}
    for code, fact in zero.items():
        whole = indicators[code].part_of
        if whole in zero and indicators[code].share:
            args = {"part": indicators[code].words, "whole": indicators[whole].words}
            yield Finding("zero-of-zero", fact.place(unit), args)
