"""The full score sheet: the laws of a page, no criterion lost, and the columns of a working year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.pages.score_page import score_page
from cchc_score.results.unit_sheet import UnitSheets
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column
from tests.results.years import scored_years
from tests.strategies import examples


def sheets_of(result):
    """The sheets of all units."""
    return UnitSheets(result, tuple(range(len(result.sheet.table.units))))


@pytest.mark.full
@examples(60)
@given(result=scored_years(most=3), lang=st.sampled_from(LANGUAGES))
def test_the_laws_of_a_page_hold(result, lang):
    assert_page_holds(score_page(sheets_of(result), lang), lang)


@examples(60)
@given(result=scored_years(most=3), lang=st.sampled_from(LANGUAGES))
def test_every_area_and_criterion_has_a_line_and_the_total_is_the_last(result, lang):
    page, scheme = score_page(sheets_of(result), lang), result.sheet.scheme
    assert len(page.sheets) == len(result.sheet.table.units)
    for row, table in enumerate(page.sheets):
        numbers = [cell.text for cell in column(table, "TT" if lang == "vi" else "No.")]
        assert sorted(numbers) == sorted([*(str(area.number) for area in scheme.areas), *scheme.criteria, ""])
        assert numbers[-1] == ""
        points = column(table, "Điểm" if lang == "vi" else "Points")
        for number, cell in zip(numbers, points, strict=True):
            if number in scheme.criteria and cell.value is not None:
                assert cell.value == result.sheet.mark(row, result.sheet.criteria[number]).low


@pytest.mark.full
@examples(40)
@given(result=scored_years(most=3))
def test_a_difference_is_the_points_shown_less_the_self_score(result):
    for table in score_page(sheets_of(result), "en").sheets:
        headings = [heading.text for heading in table.headings]
        assert ("Difference" in headings) == (result.stages is not None)
        if result.stages is not None:
            names = ("No.", "Points", "Self-score", "Difference")
            # Of a sum whose parts are not all scored only what both have counts.
            leaves = {leaf.number for leaf in result.sheet.scheme.leaves}
            for number, points, own, difference in zip(*(column(table, name) for name in names), strict=True):
                if number.text in leaves and difference.value is not None and points.value is not None:
                    assert own.value is not None
                    assert difference.value == points.value - own.value
