"""A report in our own TOML: one unit, its facts, each with its source where it was given."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field

from cchc_score.documents import Record
from cchc_score.facts import Origin
from cchc_score.files.toml_file import TomlFile
from cchc_score.findings import Finding, Place
from cchc_score.intake.printed_values import (
    SMALL_KINDS,
    Unreadable,
    check_day,
    check_number,
    parse_fact,
    unreadable_args,
)
from cchc_score.intake.reports import Report, ReportedFact
from cchc_score.methods import exact
from cchc_score.model import Form, Indicator, Value
from cchc_score.text import brief
from cchc_score.validation import Border, Line, unknown_word, validated


class ReportTable(Border):
    """The table `[report]`: whose report it is, and of which year."""

    unit: Line
    name: Line = ""
    kind: Line = ""
    year: Annotated[int, Field(ge=2000, le=2100)]
    form: Line = ""
    confirmed: bool = False


class FactTable(Border):
    """A fact with what is known about it."""

    value: Any
    source: Line = ""
    printed: str = ""
    remark: str = ""
    draft: bool = False
    confirmed: bool = False
    doubt: str = ""
    replaces: str = ""
    reason: Line = ""
    checked_by: Line = ""


class ReportFile(Border):
    """The file's top level."""

    report: dict[str, Any]
    facts: dict[str, Any]


def from_record(record: Record, name: str, form: Form | None, indicators: Mapping[str, Indicator]) -> Report:
    """The report in a TOML file; what is wrong with it is among its findings."""
    file = TomlFile(name, record.data, record.lines, "")
    findings: list[Finding] = []
    top = validated(ReportFile, dict(file.data), file, (), findings)
    head = validated(ReportTable, top.report, file, ("report",), findings) if top else None
    if top is None or head is None:
        return Report(Place(name), "", findings=tuple(findings))
    facts = [
        reported
        for code, raw in top.facts.items()
        if (reported := _reported_fact(code, raw, file, form, indicators, head, findings)) is not None
    ]
    return Report(
        Place(name, file.line(("report",))),
        head.unit,
        name=head.name,
        kind=head.kind,
        year=head.year,
        facts=tuple(facts),
        findings=tuple(findings),
    )


def _reported_fact(
    key: str,
    raw: object,
    file: TomlFile,
    form: Form | None,
    indicators: Mapping[str, Indicator],
    head: ReportTable,
    findings: list[Finding],
) -> ReportedFact | None:
    path, unit = ("facts", key), head.name or head.unit
    row = form.rows.get(key) if form else None
    # A person with the form in hand writes its row codes; both names are told as one fact.
    code = row.indicator if row and row.indicator else key
    if code not in indicators:
        findings.append(unknown_word("fact-unknown", file, path, key, indicators, unit=unit))
        return None
    # The short way of writing becomes the long one, so that one model checks both.
    table = validated(FactTable, raw if isinstance(raw, dict) else {"value": raw}, file, path, findings, unit=unit)
    if table is None:
        return None
    try:
        value = fact_value(indicators[code], table.value)
    except Unreadable as fault:
        args = unreadable_args(indicators[code], brief(table.value))
        findings.append(Finding(fault.code, file.place(path, unit=unit), args))
        return None
    origin = Origin(
        file=file.name,
        line=file.line(path),
        row=row.code if row else "",
        printed=table.printed,
        remark=table.remark,
        source=table.source,
        # Confirmed for all of them, a draft is a figure; what is doubtful about one is settled only beside it.
        draft=table.draft and not (table.confirmed or head.confirmed),
        checked_by=table.checked_by,
        reason=table.reason,
        replaces=table.replaces,
    )
    return ReportedFact(code, value, origin, table.confirmed, table.doubt)


def fact_value(indicator: Indicator, raw: object) -> Value:
    """The fact that a TOML value says; an Unreadable names what is wrong with it."""
    if isinstance(raw, str):
        return parse_fact(indicator, raw)
    # Before numbers: true is an int in Python, and would be a count of 1.
    if isinstance(raw, bool):
        if indicator.kind == "date" and not raw:
            return None
        if indicator.kind != "yes_no":
            raise Unreadable("value-kind")
        return raw
    if isinstance(raw, date):
        if indicator.kind != "date":
            raise Unreadable("value-kind")
        # A datetime is a date in Python too; its hour says nothing that a deadline asks for.
        return check_day(raw.date() if isinstance(raw, datetime) else raw)
    if isinstance(raw, int | Decimal):
        # TOML has no marks of thousands, but people type the number as their report prints it.
        if isinstance(raw, Decimal) and indicator.kind not in SMALL_KINDS and _like_thousands(raw):
            if not indicator.decimals:
                return check_number(indicator, Fraction(raw) * 1000)
            raise Unreadable("value-ambiguous")
        try:
            return check_number(indicator, Fraction(exact(raw)))
        except ValueError:
            # What is not too large has too many decimals.
            small = isinstance(raw, Decimal) and raw.is_finite() and raw.adjusted() <= 15
            raise Unreadable("value-decimals" if small else "value-large") from None
    raise Unreadable("value-kind")


def _like_thousands(raw: Decimal) -> bool:
    """Whether a number looks like thousands, as in 1.340: nobody ends decimals with a 0."""
    _, digits, exponent = raw.as_tuple()
    return exponent == -3 and digits[-1] == 0 and 1 <= raw < 1000
