"""The appendix as it comes out of a document: printed rows become facts, blanks stay unknown, headers are compared."""

from collections.abc import Mapping

from cchc_score.documents import Lines
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.text_rows import Printed, printed_rows
from cchc_score.intake.told import Report, Told
from cchc_score.intake.values import Unreadable, fact, number, unreadable_args
from cchc_score.model import Form, Indicator

MAX_CHARACTERS = 4 * 1024 * 1024
"""A report of 77 rows has some 20,000 characters."""


def from_lines(document: Lines, name: str, form: Form | None, indicators: Mapping[str, Indicator]) -> Report:
    """The report in a text; what is wrong with it is among its findings."""
    if form is None:
        return Report(Place(name), "", findings=(Finding("text-form-absent", Place(name)),))
    if sum(len(line) for _, line in document.lines) > MAX_CHARACTERS:
        return Report(Place(name), "", findings=(Finding("file-too-large", Place(name), {"limit": 4}),))
    printed = printed_rows(document.lines, form)
    if not printed.rows:
        args = {"form": form.title}
        return Report(Place(name), "", findings=(Finding("text-no-rows", Place(name), args),))
    findings = _about(printed, name, form)
    told: list[Told] = []
    headers: dict[str, tuple[int, int]] = {}
    blank: set[str] = set()
    for row in printed.rows:
        spec = form.rows[row.row]
        line = row.value_line or row.line
        place = Place(name, line, printed.unit, row.row)
        if spec.kind != "leaf":
            if row.value.isascii() and row.value.isdecimal():
                headers[row.row] = (int(number(row.value)), line)
            elif row.value:
                findings.append(Finding("text-header-value", place, {"text": row.value[:60]}))
            continue
        if not row.value:
            blank.add(row.row)
            continue
        if spec.indicator is None:
            continue
        indicator = indicators[spec.indicator]
        origin = Origin(name, line, row.row, row.value, row.remark)
        try:
            told.append(Told(indicator.code, fact(indicator, row.value, spec.legend), origin))
        except Unreadable as fault:
            findings.append(Finding(fault.code, place, unreadable_args(indicator, row.value)))
    return Report(
        Place(name),
        printed.unit,
        printed.unit,
        "",
        printed.year,
        tuple(told),
        tuple(findings),
        headers,
        frozenset(blank),
    )


def _about(printed: Printed, name: str, form: Form) -> list[Finding]:
    found = {row.row for row in printed.rows}
    absent = [row.code for row in form.rows.values() if row.code not in found]
    findings = [
        Finding("text-unmatched", Place(name, line, printed.unit), {"text": text[:80]})
        for line, text in printed.unmatched
    ]
    findings += [Finding("text-row-twice", Place(name, line, printed.unit, row)) for line, row in printed.twice]
    if absent:
        findings.append(Finding("text-rows-absent", Place(name, 0, printed.unit), {"rows": absent}))
    return findings
