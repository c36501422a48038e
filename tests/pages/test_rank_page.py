"""The ranked table: the laws of a page, and no unit lost."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine import score
from cchc_score.model import Outcome
from cchc_score.pages.rank_page import rank_page
from cchc_score.results.ranked_units import ranking
from cchc_score.results.scored import scored_stage
from tests.engine.schemes import leaf, scheme
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column
from tests.results.years import scored_years, stage_of
from tests.strategies import METHODS, examples, ref, years

TWO = scheme(leaf("1.1", 2, "given", points=ref("n1")), leaf("1.2", 1, "given", points=ref("n2")))


@pytest.mark.full
@examples(60)
@given(data=st.data(), result=scored_years(), lang=st.sampled_from(LANGUAGES))
def test_the_laws_of_a_page_hold_whatever_units_are_ranked_by(data, result, lang):
    places = ["total", *result.sheet.areas, *result.sheet.criteria]
    page = rank_page(ranking(result, data.draw(st.sampled_from(places))), lang)
    assert_page_holds(page, lang)


@pytest.mark.full
@examples(60)
@given(result=scored_years(), lang=st.sampled_from(LANGUAGES))
def test_every_unit_has_one_line_with_its_points_exactly(result, lang):
    page = rank_page(ranking(result), lang)
    sheet, units = result.sheet, result.sheet.table.units
    rows = {unit.label: row for row, unit in enumerate(units)}
    seen = []
    for table in page.sheets:
        total = column(table, "Tổng" if lang == "vi" else "Total")
        most = column(table, "Tối đa" if lang == "vi" else "Out of")
        for unit, points, reachable in zip(
            column(table, "Đơn vị" if lang == "vi" else "Unit"), total, most, strict=True
        ):
            mark = sheet.mark(rows[unit.text], sheet.total)
            seen.append(unit.text)
            assert points.value == (None if mark.outcome == Outcome.NOT_APPLICABLE else mark.low)
            assert reachable.value == (mark.reachable or None)
    assert sorted(seen) == sorted(unit.label for unit in units)


@pytest.mark.full
@examples(40)
@given(year=years(least=1), lang=st.sampled_from(LANGUAGES))
def test_points_of_areas_stand_below_their_numbers(year, lang):
    one_scheme, facts = year
    result = scored_stage(score(one_scheme, METHODS, facts), METHODS, (), "cchc-score 0", ())
    for table, lines in zip(rank_page(ranking(result), lang).sheets, ranking(result).groups.values(), strict=True):
        for area in one_scheme.areas:
            marks = [result.sheet.mark(line.row, result.sheet.areas[area.code]) for line in lines]
            shown = [None if mark.outcome == Outcome.NOT_APPLICABLE else mark.low for mark in marks]
            assert [cell.value for cell in column(table, str(area.number))] == shown


def test_an_index_is_exact_behind_what_is_printed_and_no_number_where_it_is_a_range():
    page = rank_page(ranking(stage_of(TWO, {"n1": 1, "n2": 1}, {"n1": 1})), "en")
    certain, open_ = column(page.sheets[0], "Index (%)")
    assert (certain.text, certain.value, certain.kind) == ("66.67", F(200, 3), "percent")
    assert (open_.text, open_.value, open_.kind) == ("33.33..66.67", None, "percent")


@pytest.mark.parametrize(("lang", "title"), [("vi", " - xếp theo 1.1 "), ("en", " - by 1.1 ")])
def test_a_page_by_another_place_than_the_total_says_so(lang, title):
    page = rank_page(ranking(stage_of(TWO, {"n1": 1, "n2": 1}), "1.1"), lang)
    assert title in page.title
    assert page.data["by"] == "1.1"
    assert [cell.value for cell in column(page.sheets[0], "Hạng" if lang == "vi" else "Rank")] == [1]
