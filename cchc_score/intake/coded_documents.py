"""Text of before Unicode in a document, told as what it is instead of as rows that nobody knows."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from cchc_score.documents import Document, Grid, Lines, Record, Tables
from cchc_score.findings import Finding, Place
from cchc_score.intake.reports import Report
from cchc_score.legacy_text import ENCODINGS, Encoding, looks_coded
from cchc_score.recoding import coded_args, texts_encoding

_NOTHING = ("text-no-rows", "csv-unit-absent")
"""Nothing of a document was understood."""
_COLUMNS = ("csv-column", "csv-column-near", "csv-column-twice")
"""What is told of single columns where no heading was understood."""
_SHOWN = {"text-unmatched": "text", "row-label-differs": "label", "csv-column": "word", "csv-column-near": "word"}
"""What was not understood, by the kind of the finding: where it stands in it."""


def tell_coded(reports: Sequence[Report], document: Document, name: str) -> tuple[Report, ...]:
    """The reports of a document; where its text is in an older encoding, findings that rest on that give way to it."""
    told = document.findings if isinstance(document, Lines | Grid) else ()
    if told:
        reports = (Report(Place(name), "", findings=told), *reports)
    codes = {finding.code for report in reports for finding in report.findings}
    if not codes.intersection((*_NOTHING, *_SHOWN)):
        return tuple(reports)
    texts = _texts(document)
    coded = _encoding([one for report in reports for one in report.findings], texts)
    if coded is None:
        return tuple(reports)
    encoding, plain = coded
    args = coded_args(encoding, plain)
    nothing = codes.intersection(_NOTHING)
    if nothing:
        whole = Finding("text-legacy-unread", Place(name), args)
    else:
        count = sum(looks_coded(text, encoding) for text in texts)
        whole = Finding("text-legacy", Place(name), {**args, "count": count})
    gone = (*_NOTHING, *(_COLUMNS if nothing else ()))
    found = [replace(report, findings=_others(report.findings, encoding, gone)) for report in reports]
    # Told by the fonts already, with the number of texts in them.
    if whole.code == "text-legacy" and whole.code in codes:
        return tuple(found)
    first, *others = found
    kept = tuple(finding for finding in first.findings if finding.code != "text-legacy")
    return (replace(first, findings=(whole, *kept)), *others)


def unread_coded(document: Document, name: str) -> Finding | None:
    """Why nothing of a document was understood, where its text is in an older encoding; None where it is not."""
    told = () if isinstance(document, Record) else document.findings
    coded = _encoding(told, _texts(document))
    return None if coded is None else Finding("text-legacy-unread", Place(name), coded_args(*coded))


def _encoding(findings: Sequence[Finding], texts: list[str]) -> tuple[Encoding, str] | None:
    """The encoding of texts and one of them in Unicode; None for Unicode."""
    # By the fonts, where those say it: a few words alone say too little.
    named = next((one.args for one in findings if one.code == "text-legacy"), None)
    return (ENCODINGS[str(named["code"])], str(named["plain"])) if named else texts_encoding(texts)


def _others(findings: Sequence[Finding], encoding: Encoding, gone: Collection[str]) -> tuple[Finding, ...]:
    """The findings that do not rest on the encoding."""
    return tuple(
        finding
        for finding in findings
        if finding.code not in gone
        and not (finding.code in _SHOWN and looks_coded(str(finding.args[_SHOWN[finding.code]]), encoding))
    )


def _texts(document: Document) -> list[str]:
    if isinstance(document, Lines):
        return [text for _, text in document.lines]
    if isinstance(document, Grid):
        return [text for _, cells in document.rows for text in cells]
    if isinstance(document, Tables):
        cells = [cell.text for table in document.tables for _, row in table.rows for cell in row]
        return [*(text for _, text in document.lines), *cells]
    return []
