"""What golden cases show: those that fail, and the places of each criterion that none stands on."""

from cchc_score.analysis.coverage import Coverage
from cchc_score.formats import Page, Sheet
from cchc_score.pages.findings_page import findings_sheet
from cchc_score.pages.page_table import PageColumn, count_cell, page_table
from cchc_score.results.scheme_results import CaseRun, cases_data
from cchc_score.text import Lang, pick


def cases_page(result: CaseRun, lang: Lang) -> Page:
    """The failing cases first, then every criterion with what is left to write for it."""
    sheets = (*([findings_sheet(result.failed, lang)] if result.failed else []), _criteria(result, lang))
    return Page("", sheets, (_summary(result, lang),), lambda: cases_data(result, lang))


def _criteria(result: CaseRun, lang: Lang) -> Sheet:
    columns: list[PageColumn[Coverage]] = [
        PageColumn(pick(lang, "TT", "No."), lambda coverage: coverage.criterion.number, "code"),
        PageColumn(pick(lang, "Tiêu chí", "Criterion"), lambda coverage: coverage.criterion.title),
        PageColumn(pick(lang, "Trường hợp mẫu", "Cases"), lambda coverage: count_cell(coverage.cases, lang), "count"),
        # Two numbers, though in one text: by its kind it would stand on the left.
        PageColumn(pick(lang, "Ngưỡng đã thử", "Limits covered"), _covered_words, align="right"),
        PageColumn(pick(lang, "Còn thiếu", "Left to write"), lambda coverage: _left_words(result, coverage, lang)),
    ]
    return page_table(columns, result.covered)


def _covered_words(coverage: Coverage) -> str:
    return f"{len(coverage.edges) - len(coverage.open)}/{len(coverage.edges)}"


def _left_words(result: CaseRun, coverage: Coverage, lang: Lang) -> str:
    words = [finding.what(lang) for finding in result.left(coverage)]
    if not coverage.exact:
        words.append(pick(lang, "cách chấm không nêu hết ngưỡng", "the method does not name all its limits"))
    return "; ".join(words)


def _summary(result: CaseRun, lang: Lang) -> str:
    edges = sum(len(coverage.edges) for coverage in result.covered)
    met = edges - sum(len(coverage.open) for coverage in result.covered)
    failed = len(result.failed)
    return pick(
        lang,
        f"Trường hợp mẫu sai: {failed}. Ngưỡng đã có trường hợp mẫu: {met}/{edges}.",
        f"Cases that fail: {failed}. Limits with a case: {met} of {edges}.",
    )
