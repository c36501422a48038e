"""What linting a scheme found: each oddity with its witness, and how every criterion was looked at."""

from collections.abc import Sequence

from cchc_score.analysis.lint import Linted
from cchc_score.analysis.oddities import Oddity
from cchc_score.analysis.probes import Probe
from cchc_score.explain import value_plain
from cchc_score.findings import Finding
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.pages.check import counts_words, findings_data, severity_words
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.points import plain
from cchc_score.text import Lang, number, pick


def lint_page(linted: Sequence[Linted], others: Sequence[Finding], lang: Lang) -> Page:
    """All oddities, then the criteria; `others` are findings about facts and rows that nobody uses."""
    oddities = [oddity for one in linted for oddity in one.oddities]
    findings = [*(one.finding for one in oddities), *others]
    sheets = (*([_findings(oddities, others, lang)] if findings else []), _criteria(linted, lang))
    exact = sum(one.exact for one in linted)
    looked = pick(
        lang,
        f"Soát đúng mọi mốc: {exact}/{len(linted)} tiêu chí",
        f"Looked at on every limit: {exact} of {len(linted)} criteria",
    )
    if exact < len(linted):
        looked += pick(
            lang, "; các tiêu chí còn lại được dò bằng nhiều bộ số liệu", "; the others were searched with many figures"
        )
    data = {
        "schema_version": SCHEMA_VERSION,
        "findings": [_oddity_data(one, lang) for one in oddities] + findings_data(others, lang),
        "criteria": [_criterion_data(one) for one in linted],
    }
    result = f"{pick(lang, 'Kết quả', 'Result')}: {counts_words(findings, lang)}."
    return Page("", sheets, (f"{looked}.", result), lambda: data)


def _how(exact: bool, lang: Lang) -> str:
    return pick(lang, "đúng mọi mốc", "exact") if exact else pick(lang, "dò", "searched")


def _findings(oddities: Sequence[Oddity], others: Sequence[Finding], lang: Lang) -> Sheet:
    headings = (
        Heading(pick(lang, "Mức", "Severity")),
        Heading(pick(lang, "Ở đâu", "Where")),
        Heading(pick(lang, "Điều gì; làm gì", "What; what to do")),
        Heading(pick(lang, "Cách soát", "How found")),
    )
    told = [*((one.finding, _how(one.exact, lang)) for one in oddities), *((one, _how(True, lang)) for one in others)]
    rows = tuple(
        (severity_words(one.severity, lang), one.place.words(lang), one.message(lang), how) for one, how in told
    )
    return Sheet(headings, rows)


def _criteria(linted: Sequence[Linted], lang: Lang) -> Sheet:
    headings = (
        Heading(pick(lang, "Số", "No.")),
        Heading(pick(lang, "Tiêu chí", "Criterion")),
        Heading(pick(lang, "Thấp nhất", "Lowest"), "right"),
        Heading(pick(lang, "Cao nhất", "Highest"), "right"),
        Heading(pick(lang, "Tối đa", "Maximum"), "right"),
        Heading(pick(lang, "Bộ số liệu", "Figures tried"), "right"),
        Heading(pick(lang, "Cách soát", "How found")),
    )
    rows = tuple(
        (
            one.criterion.number,
            one.criterion.title,
            *(number(value, None, lang) for value in (one.low, one.high, one.criterion.max_points)),
            number(one.tried, 0, lang),
            _how(one.exact, lang),
        )
        for one in linted
    )
    return Sheet(headings, rows)


def _oddity_data(one: Oddity, lang: Lang) -> dict[str, object]:
    (told,) = findings_data([one.finding], lang)
    return {
        **told,
        "criterion": one.criterion,
        "exact": one.exact,
        "witness": [_probe_data(each) for each in one.witness],
    }


def _probe_data(one: Probe) -> dict[str, object]:
    return {
        "facts": {code: value_plain(value) for code, value in one.facts.items()},
        "other_unit": {code: value_plain(value) for code, value in one.peer.items()},
        "outcome": one.outcome.name,
        "points": plain(one.points),
    }


def _criterion_data(one: Linted) -> dict[str, object]:
    return {
        "number": one.criterion.number,
        "max_points": plain(one.criterion.max_points),
        "lowest": plain(one.low),
        "highest": plain(one.high),
        "tried": one.tried,
        "exact": one.exact,
    }
