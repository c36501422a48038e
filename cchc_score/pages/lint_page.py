"""What linting a scheme found: each oddity with its witness, and how every criterion was looked at."""

from dataclasses import dataclass

from cchc_score.analysis.lint import LeafLint
from cchc_score.findings import Finding
from cchc_score.formats import Page, Sheet
from cchc_score.pages.findings_page import counts_words, finding_columns
from cchc_score.pages.page_table import PageColumn, count_cell, page_table, points_cell
from cchc_score.results.scheme_results import LintResult, lint_data
from cchc_score.text import Lang, pick


@dataclass(frozen=True, slots=True)
class _Noticed:
    """A finding, and whether it was looked for on every limit."""

    finding: Finding
    exact: bool


def lint_page(result: LintResult, lang: Lang) -> Page:
    """All that is odd, then the criteria."""
    sheets = (*([_findings(result, lang)] if result.findings else []), _criteria(result, lang))
    counts = f"{pick(lang, 'Kết quả', 'Result')}: {counts_words(result.findings, lang)}."
    return Page("", sheets, (_looked_words(result, lang), counts), lambda: lint_data(result, lang))


def _looked_words(result: LintResult, lang: Lang) -> str:
    """How many criteria were looked at on every limit."""
    exact, count = sum(linted.exact for linted in result.criteria), len(result.criteria)
    looked = pick(
        lang,
        f"Đã thử đủ các ngưỡng: {exact}/{count} tiêu chí",
        f"Looked at on every limit: {exact} of {count} criteria",
    )
    if exact < count:
        looked += pick(
            lang, "; các tiêu chí còn lại được dò bằng nhiều bộ số liệu", "; the others were searched with many figures"
        )
    return f"{looked}."


def _exact_words(exact: bool, lang: Lang) -> str:
    return pick(lang, "đã thử đủ các ngưỡng", "exact") if exact else pick(lang, "thử nhiều trường hợp", "searched")


def _findings(result: LintResult, lang: Lang) -> Sheet:
    noticed = [_Noticed(oddity.finding, oddity.exact) for oddity in result.oddities]
    # Whether a fact or a row is used needs no figures to be tried.
    noticed += [_Noticed(finding, True) for finding in result.others]
    columns: list[PageColumn[_Noticed]] = [
        *finding_columns(lambda line: line.finding, lang),
        PageColumn(pick(lang, "Cách rà soát", "How found"), lambda line: _exact_words(line.exact, lang)),
    ]
    return page_table(columns, noticed)


def _criteria(result: LintResult, lang: Lang) -> Sheet:
    columns: list[PageColumn[LeafLint]] = [
        PageColumn(pick(lang, "TT", "No."), lambda linted: linted.criterion.number, "code"),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda linted: linted.criterion.title),
        PageColumn(pick(lang, "Thấp nhất", "Lowest"), lambda linted: points_cell(linted.low, None, lang), "points"),
        PageColumn(pick(lang, "Cao nhất", "Highest"), lambda linted: points_cell(linted.high, None, lang), "points"),
        PageColumn(
            pick(lang, "Tối đa", "Maximum"),
            lambda linted: points_cell(linted.criterion.max_points, None, lang),
            "points",
        ),
        PageColumn(pick(lang, "Bộ số liệu", "Figures tried"), lambda linted: count_cell(linted.tried, lang), "count"),
        PageColumn(pick(lang, "Cách rà soát", "How found"), lambda linted: _exact_words(linted.exact, lang)),
    ]
    return page_table(columns, result.criteria)
