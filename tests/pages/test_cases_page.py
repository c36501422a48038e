"""Golden cases as a page: those that fail, the limits that have a case, and what is left to write."""

from fractions import Fraction as F

import pytest

from cchc_score.analysis.coverage import measure_coverage
from cchc_score.findings import Finding, Place
from cchc_score.pages.cases_page import cases_page
from cchc_score.results.scheme_results import CaseRun
from tests.analysis.test_coverage import RATIO, case
from tests.engine.schemes import leaf, scheme
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column
from tests.strategies import METHODS, ref

SMALL = scheme(RATIO, leaf("1.2", 1, "given", points=ref("n3")))
COVERED = tuple(measure_coverage(SMALL, METHODS, [case(5, n1=9, n2=9), case(0, n1=1, n2=9)]))
RUN = CaseRun(SMALL, "a.cases.toml", COVERED, ())
FAILED = Finding("nothing-to-score", Place("a.cases.toml", 3))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_criterion_has_a_line_with_its_cases_and_limits(lang):
    page = cases_page(RUN, lang)
    assert_page_holds(page, lang)
    (criteria,) = page.sheets
    assert [cell.value for cell in column(criteria, "Trường hợp mẫu" if lang == "vi" else "Cases")] == [F(2), F(0)]
    covered = column(criteria, "Ngưỡng đã thử" if lang == "vi" else "Limits covered")
    assert covered[0].text == "1/3"
    assert criteria.headings[3].align == "right"
    for one, cell in zip(COVERED, column(criteria, "Còn thiếu" if lang == "vi" else "Left to write"), strict=True):
        assert all(finding.what(lang) in cell.text for finding in RUN.left(one))
        unknown = "không nêu hết ngưỡng" if lang == "vi" else "does not name all its limits"
        assert (unknown in cell.text) == (not one.exact)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_failing_cases_stand_first_and_are_counted(lang):
    page = cases_page(CaseRun(SMALL, "a.cases.toml", COVERED, (FAILED,)), lang)
    assert_page_holds(page, lang)
    assert page.sheets[0].rows[0][1:] == (FAILED.code, FAILED.place.words(lang), FAILED.message(lang))
    assert page.notes[0].startswith("Trường hợp mẫu sai: 1." if lang == "vi" else "Cases that fail: 1.")
    assert [line["code"] for line in page.data["failures"]] == ["nothing-to-score"]


def test_data_say_of_every_limit_whether_a_case_stands_on_it():
    first = cases_page(RUN, "en").data["criteria"][0]
    assert [limit["covered"] for limit in first["limits"]] == [edge not in COVERED[0].open for edge in COVERED[0].edges]
    assert [line["code"] for line in first["findings"]] == [finding.code for finding in RUN.left(COVERED[0])]
