"""Changes between two schemes as a page: every change a line, and whom they move below them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.analysis.changes import SchemeSide, compare_schemes
from cchc_score.explain.comparison import compare
from cchc_score.pages.changes_page import changes_page
from cchc_score.pages.compare_page import differences_page
from cchc_score.results.differences import Differences
from cchc_score.results.scheme_results import SchemeDifferences
from cchc_score.results.scored import scored_stage
from tests.engine.schemes import leaf, scheme, scored
from tests.pages.page_laws import LANGUAGES, assert_page_holds
from tests.strategies import METHODS, examples, schemes

NAMES = ("cũ", "mới")
OLD = scheme(leaf("1.1", 2, "given", points="n1"), leaf("1.2", 1, "given", points="n2"))
NEW = scheme(replace(leaf("1.1", 3, "given", points="n1"), note="Mới"), leaf("1.3", 1, "given", points="n3"))


def differing(old, new):
    return SchemeDifferences(tuple(compare_schemes(SchemeSide(old, METHODS), SchemeSide(new, METHODS))))


@pytest.mark.full
@examples(60)
@given(old=schemes(), new=schemes(), lang=st.sampled_from(LANGUAGES))
def test_every_field_that_changed_and_all_that_came_or_went_has_a_line(old, new, lang):
    result = differing(old, new)
    page = changes_page(result, NAMES, lang)
    assert_page_holds(page, lang)
    count = sum(len(changed.changes) or 1 for changed in result.changes)
    assert sum(len(sheet.rows) for sheet in page.sheets) == count
    assert [line["before"] for line in page.data["changes"]] == [changed.before for changed in result.changes]
    assert page.data["moves"] is None


@pytest.mark.parametrize(("lang", "added", "removed"), [("vi", "thêm", "bỏ"), ("en", "added", "removed")])
def test_what_comes_and_goes_has_its_number_on_one_side(lang, added, removed):
    page = changes_page(differing(OLD, NEW), NAMES, lang)
    rows = [row[1:2] + row[3:6] for row in page.sheets[0].rows]
    assert ("1.3", added, "-", "1.3") in rows
    assert ("1.2", removed, "1.2", "-") in rows
    most = "điểm tối đa" if lang == "vi" else "maximum"
    assert ("1.1", most, "2", "3") in rows
    assert ("1.1", "ghi chú" if lang == "vi" else "note", "-", "Mới") in rows


@pytest.mark.parametrize(
    ("lang", "words"), [("vi", "Hai bộ tiêu chí giống nhau."), ("en", "The schemes are the same.")]
)
def test_the_same_scheme_twice_has_no_table(lang, words):
    page = changes_page(differing(OLD, OLD), NAMES, lang)
    assert (page.sheets, page.notes) == ((), (words,))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whom_the_changes_move_stands_below_as_compare_shows_it(lang):
    before, after = (scored_stage(scored(one, {"n1": 1, "n2": 1, "n3": 0}), METHODS, (), "x", ()) for one in (OLD, NEW))
    moved = Differences(before, after, compare(before.sheet, after.sheet))
    page = changes_page(replace(differing(OLD, NEW), moved=moved), NAMES, lang)
    below = differences_page(moved, NAMES, lang)
    assert_page_holds(page, lang)
    assert page.sheets[1:] == below.sheets
    assert page.notes[1:] == below.notes
    assert page.data["moves"] == below.data
