"""A report in our own TOML: one unit, its facts, each with its source where it was given."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field

from cchc_score.borders import Border, Line, unknown_word, validated
from cchc_score.documents import Record
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.told import Report, Told
from cchc_score.intake.values import Unreadable, checked, checked_day, fact, unreadable_args
from cchc_score.methods import exact
from cchc_score.model import Form, Indicator, Value
from cchc_score.text import brief
from cchc_score.toml_file import TomlFile


class ReportTable(Border):
    """`[report]`."""

    unit: Line
    name: Line = ""
    kind: Line = ""
    year: Annotated[int, Field(ge=2000, le=2100)]
    form: Line = ""


class FactTable(Border):
    """A fact with what is known about it."""

    value: Any
    source: Line = ""
    printed: str = ""
    remark: str = ""
    confirmed: bool = False
    doubt: str = ""


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
    told = [
        one
        for code, raw in top.facts.items()
        if (one := _told(code, raw, file, form, indicators, head.name or head.unit, findings)) is not None
    ]
    return Report(
        Place(name, file.line(("report",))),
        head.unit,
        head.name,
        head.kind,
        head.year,
        tuple(told),
        tuple(findings),
    )


def _told(
    key: str,
    raw: object,
    file: TomlFile,
    form: Form | None,
    indicators: Mapping[str, Indicator],
    unit: str,
    findings: list[Finding],
) -> Told | None:
    path = ("facts", key)
    row = form.rows.get(key) if form else None
    code = row.indicator if row and row.indicator else key
    if code not in indicators:
        findings.append(unknown_word("fact-unknown", file, path, key, indicators, unit=unit))
        return None
    table = validated(FactTable, raw if isinstance(raw, dict) else {"value": raw}, file, path, findings, unit=unit)
    if table is None:
        return None
    try:
        value = fact_value(indicators[code], table.value)
    except Unreadable as fault:
        args = unreadable_args(indicators[code], brief(table.value))
        findings.append(Finding(fault.code, file.place(path, unit=unit), args))
        return None
    origin = Origin(file.name, file.line(path), row.code if row else "", table.printed, table.remark, table.source)
    return Told(code, value, origin, table.confirmed, table.doubt)


def fact_value(indicator: Indicator, raw: object) -> Value:
    """The fact that a TOML value says; an Unreadable names what is wrong with it."""
    if isinstance(raw, str):
        return fact(indicator, raw)
    if isinstance(raw, bool):
        if indicator.kind == "date" and not raw:
            return None
        if indicator.kind != "yes_no":
            raise Unreadable("value-kind")
        return raw
    if isinstance(raw, date) and not isinstance(raw, datetime):
        if indicator.kind != "date":
            raise Unreadable("value-kind")
        return checked_day(raw)
    if isinstance(raw, int | Decimal):
        if isinstance(raw, Decimal) and _like_thousands(raw):
            raise Unreadable("value-ambiguous")
        try:
            return checked(indicator, Fraction(exact(raw)))
        except ValueError:
            # What is not too large has too many decimals.
            small = isinstance(raw, Decimal) and raw.is_finite() and raw.adjusted() <= 15
            raise Unreadable("value-decimals" if small else "value-large") from None
    raise Unreadable("value-kind")


def _like_thousands(raw: Decimal) -> bool:
    """Whether a number looks like thousands, as in 1.340: nobody ends decimals with a 0."""
    _, digits, exponent = raw.as_tuple()
    return exponent == -3 and digits[-1] == 0 and 1 <= raw < 1000
