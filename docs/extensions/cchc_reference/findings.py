"""Every kind of finding: how much it weighs, an example, what to do, what lies behind it, and lines that cause it."""

from cchc_reference.markdown import block, joined, text
from cchc_score.catalogue import CATALOGUE
from cchc_score.catalogue.explained import explanation
from cchc_score.findings import Severity, example
from cchc_score.pages.findings_page import severity_words
from cchc_score.text import Lang, pick

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def findings(lang: Lang) -> str:
    """All kinds, the gravest first, each kind by its code."""
    parts = []
    for severity in SEVERITIES:
        parts.append(f"## {severity_words(severity, lang).capitalize()}")
        for code in sorted(code for code, kind in CATALOGUE.items() if kind.severity == severity):
            parts += _finding(code, lang)
    return joined(parts)


def _finding(code: str, lang: Lang) -> list[str]:
    lines = CATALOGUE[code].example.lines
    cause = pick(lang, "Dòng gây ra:", "Lines that cause it:") if lines else ""
    return [
        f"### {code}",
        text(example(code).words(lang)),
        text(pick(lang, *explanation(code))),
        cause,
        block("text", lines) if lines else "",
    ]
