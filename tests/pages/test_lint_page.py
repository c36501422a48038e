"""What linting found: the laws of a page, and every criterion with the points that its figures gave."""

from fractions import Fraction as F

import pytest

from cchc_score.analysis.lint import lint
from cchc_score.findings import Finding, Place, Words
from cchc_score.pages.lint_page import lint_page
from cchc_score.results.scheme_results import LintResult
from tests.engine.schemes import leaf, scheme
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column
from tests.strategies import METHODS, ref

NOT_FULL = [{"above": F(100), "points": F(2)}, {"from": F(50), "points": F(1)}, {"from": F(0), "points": F(0)}]
ODD = scheme(
    leaf("1.1", 2, "bands", value=ref("rate"), bands=NOT_FULL),
    leaf("1.2", 1, "given", points=ref("n1")),
)
OTHER = Finding("lint-indicator", Place("a.toml"), {"fact": Words("Tin bài", "News"), "code": "radio"})
RESULT = LintResult(tuple(lint(ODD, None, METHODS)), (OTHER,))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_oddities_stand_first_with_how_they_were_found(lang):
    page = lint_page(RESULT, lang)
    assert_page_holds(page, lang)
    findings, criteria = page.sheets
    noticed = [oddity.finding for oddity in RESULT.oddities] + [OTHER]
    assert [row[3] for row in findings.rows] == [finding.message(lang) for finding in noticed]
    assert findings.rows[-1][4] == ("đã thử đủ các ngưỡng" if lang == "vi" else "exact")
    assert [row[0] for row in criteria.rows] == ["1.1", "1.2"]
    assert [line["code"] for line in page.data["findings"]] == [finding.code for finding in noticed]


def test_points_and_counts_carry_their_values():
    criteria = lint_page(RESULT, "en").sheets[1]
    shown = [[cell.value for cell in column(criteria, name)] for name in ("Lowest", "Highest", "Maximum")]
    assert shown == [[one.low for one in RESULT.criteria], [one.high for one in RESULT.criteria], [F(2), F(1)]]
    assert [cell.value for cell in column(criteria, "Figures tried")] == [one.tried for one in RESULT.criteria]


@pytest.mark.parametrize(("lang", "words"), [("vi", "không có lỗi nào"), ("en", "nothing found")])
def test_nothing_odd_has_no_table_of_findings(lang, words):
    page = lint_page(LintResult((), ()), lang)
    assert_page_holds(page, lang)
    assert len(page.sheets) == 1
    assert words in page.notes[1]


@pytest.mark.parametrize(("lang", "words"), [("vi", "được dò"), ("en", "were searched")])
def test_criteria_that_were_only_searched_are_counted_apart(lang, words):
    exact = sum(one.exact for one in RESULT.criteria)
    note = lint_page(RESULT, lang).notes[0]
    assert (words in note) == (exact < len(RESULT.criteria))
    assert f"{exact}{'/' if lang == 'vi' else ' of '}{len(RESULT.criteria)}" in note
