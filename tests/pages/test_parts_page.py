"""The table of areas in their parts: the laws of a page, and every part under its own heading."""

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.pages.parts_page import parts_page
from cchc_score.results.area_parts import area_parts, named_parts
from cchc_score.results.ranked_units import ranking
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column
from tests.results.years import scored_years
from tests.strategies import examples

NAMES = {"vi": {"appraised": "thẩm định", "survey": "điều tra"}, "en": {"appraised": "appraised", "survey": "survey"}}


@examples(60)
@given(result=scored_years(), lang=st.sampled_from(LANGUAGES))
def test_a_page_holds_and_shows_each_part_exactly(result, lang):
    ranked, parts = ranking(result), area_parts(result)
    page = parts_page(ranked, parts, lang)
    assert_page_holds(page, lang)
    numbers = {area.code: area.number for area in result.sheet.scheme.areas}
    for table, lines in zip(page.sheets, ranked.groups.values(), strict=True):
        for area in parts:
            for name, cells in named_parts(area).items():
                if cells is not None:
                    marks = [result.sheet.mark(line.row, cells) for line in lines]
                    shown = column(table, f"{numbers[area.code]} {NAMES[lang][name]}")
                    assert [cell.value for cell in shown] == [mark.low if mark.reachable else None for mark in marks]
            wholes = [result.sheet.mark(line.row, result.sheet.areas[area.code]).index for line in lines]
            assert [cell.value for cell in column(table, f"{numbers[area.code]} (%)")] == wholes
