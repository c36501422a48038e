"""The kinds of findings: all in a list, or one explained with an example and what to do."""

from cchc_score.catalogue import CATALOGUE
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.pages.check import severity_words
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.samples import sample, snippet
from cchc_score.text import Lang, pick


def findings_page(lang: Lang) -> Page:
    """Every kind of finding with its severity, as an example words it."""
    texts = (pick(lang, "Mã", "Code"), pick(lang, "Mức", "Severity"), pick(lang, "Ví dụ", "Example"))
    rows = tuple((code, severity_words(kind.severity, lang), _what(code, lang)[0]) for code, kind in CATALOGUE.items())
    data = {"schema_version": SCHEMA_VERSION, "findings": [_data(code, lang) for code in CATALOGUE]}
    return Page("", (Sheet(tuple(map(Heading, texts)), rows),), (), lambda: data)


def finding_page(code: str, lang: Lang) -> Page:
    """One kind of finding: what is wrong, what to do, an example, and lines of a file that cause it."""
    what, remedy = _what(code, lang)
    rows = [
        (pick(lang, "Mức", "Severity"), severity_words(CATALOGUE[code].severity, lang)),
        (pick(lang, "Điều gì", "What"), what),
        (pick(lang, "Làm gì", "What to do"), remedy or "-"),
        (pick(lang, "Ví dụ", "Example"), sample(code).words(lang)),
        *((pick(lang, "Dòng gây ra", "Lines that cause it"), line) for line in snippet(code).split("\n") if line),
    ]
    data = {"schema_version": SCHEMA_VERSION, **_data(code, lang)}
    return Page(code, (Sheet((Heading(""), Heading("")), tuple(rows)),), (), lambda: data)


def _what(code: str, lang: Lang) -> tuple[str, str]:
    """The wording of an example: what is wrong, and after the last semicolon what to do."""
    message = sample(code).message(lang)
    what, separator, remedy = message.rpartition("; ")
    return (what, remedy) if separator else (message, "")


def _data(code: str, lang: Lang) -> dict[str, str]:
    what, remedy = _what(code, lang)
    return {
        "code": code,
        "severity": CATALOGUE[code].severity,
        "what": what,
        "remedy": remedy,
        "example": sample(code).words(lang),
        "lines": snippet(code),
    }
