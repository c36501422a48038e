"""What a check found: faults of scheme, form and reports, and rows of the form that nobody uses."""

from collections.abc import Iterator, Mapping, Sequence

from cchc_score.explain import used
from cchc_score.findings import Finding, Place
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.methods import Method
from cchc_score.model import Form, Scheme
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.text import Lang, number, pick

_SEVERITIES = {"error": ("lỗi", "error"), "warning": ("cảnh báo", "warning"), "note": ("ghi chú", "note")}


def severity_words(severity: str, lang: Lang) -> str:
    """How much a finding weighs, in words."""
    return pick(lang, *_SEVERITIES[severity])


def _counted(severity: str, count: int, lang: Lang) -> str:
    return severity_words(severity, lang) + ("s" if lang == "en" and count > 1 else "")


def counts_words(findings: Sequence[Finding], lang: Lang) -> str:
    """How many findings there are of each severity."""
    counts = {severity: sum(one.severity == severity for one in findings) for severity in _SEVERITIES}
    total = ", ".join(
        f"{number(count, 0, lang)} {_counted(severity, count, lang)}" for severity, count in counts.items() if count
    )
    return total or pick(lang, "không có lỗi nào", "nothing found")


def findings_sheet(findings: Sequence[Finding], lang: Lang) -> Sheet:
    """Findings as a table: severity, place, message."""
    texts = (pick(lang, "Mức", "Severity"), pick(lang, "Ở đâu", "Where"))
    headings = (*map(Heading, texts), Heading(pick(lang, "Điều gì; làm gì", "What; what to do")))
    rows = tuple((severity_words(one.severity, lang), one.place.words(lang), one.message(lang)) for one in findings)
    return Sheet(headings, rows)


def findings_data(findings: Sequence[Finding], lang: Lang) -> list[dict[str, str]]:
    """Findings for machines: code, severity, place and message."""
    return [
        {"code": one.code, "severity": one.severity, "place": one.place.words(lang), "message": one.message(lang)}
        for one in findings
    ]


def check_page(findings: Sequence[Finding], checked: str, lang: Lang) -> Page:
    """All findings of a check, or the sentence that there are none; `checked` says what was looked at."""
    result = counts_words(findings, lang)
    data = {"schema_version": SCHEMA_VERSION, "findings": findings_data(findings, lang)}
    sheets = (findings_sheet(findings, lang),) if findings else ()
    return Page(
        "",
        sheets,
        (f"{pick(lang, 'Đã kiểm tra', 'Checked')}: {checked}. {pick(lang, 'Kết quả', 'Result')}: {result}.",),
        lambda: data,
    )


def unused_rows(scheme: Scheme, form: Form | None, methods: Mapping[str, Method]) -> Iterator[Finding]:
    """The rows of the form that a scheme neither scores nor lists as context."""
    if form is None:
        return
    told = {one.indicator for one in scheme.context}
    for criterion in scheme.criteria.values():
        told.update(used(criterion, methods))
    for row in form.rows.values():
        if row.indicator is not None and row.indicator not in told:
            yield Finding("row-unused", Place(scheme.file, row=row.code), {"fact": row.indicator})
