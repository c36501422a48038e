"""The appendix as it comes out of a document, without cells."""

from collections.abc import Iterator, Mapping

from cchc_score.documents import Lines
from cchc_score.findings import Finding, Place
from cchc_score.intake.printed import Sheet, as_report
from cchc_score.intake.prose import claims
from cchc_score.intake.text_rows import Printed, printed_rows
from cchc_score.intake.told import Report
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
    prose = [line for line in document.lines if line[0] < printed.first_line]
    noticed, said = tuple(_noticed(printed, name)), tuple(claims(prose, form))
    sheet = Sheet(Place(name), printed.unit, printed.year, printed.rows, noticed, said)
    return as_report(sheet, form, indicators)


def _noticed(printed: Printed, name: str) -> Iterator[Finding]:
    for line, text in printed.unmatched:
        yield Finding("text-unmatched", Place(name, line, printed.unit), {"text": text[:80]})
    for line, row in printed.twice:
        yield Finding("text-row-twice", Place(name, line, printed.unit, row))
