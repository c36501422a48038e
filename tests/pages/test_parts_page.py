"""The table of areas in their parts: the laws of a page, and every part under its own heading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.pages.parts_page import parts_page
from cchc_score.results.area_parts import area_parts, named_parts
from cchc_score.results.ranked_units import ranking
from cchc_score.text import number
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column
from tests.results.years import scored_years
from tests.strategies import examples

NAMES = {"vi": {"appraised": "thẩm định", "survey": "điều tra"}, "en": {"appraised": "appraised", "survey": "survey"}}


def headed(ranked, cells, name, lang):
    """The heading of a part, and the maxima that units have in it."""
    most = {ranked.scored.sheet.mark(line.row, cells).reachable for line in ranked.lines} - {0}
    return (f"{name} / {number(min(most), None, lang)}" if len(most) == 1 else name), most


@pytest.mark.full
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
                    heading, most = headed(ranked, cells, f"{numbers[area.code]} {NAMES[lang][name]}", lang)
                    shown = column(table, heading)
                    assert [cell.value for cell in shown] == [mark.low if mark.reachable else None for mark in marks]
                    at = [head.text for head in table.headings].index(heading)
                    beside = [row[at + 1].value for row in table.cells]
                    told = "/ tối đa" if lang == "vi" else "/ out of"
                    # A maximum that all have stands in the heading alone.
                    assert (table.headings[at + 1].text == told) == (len(most) > 1)
                    if len(most) > 1:
                        assert beside == [mark.reachable or None for mark in marks]
            wholes = [result.sheet.mark(line.row, result.sheet.areas[area.code]).index for line in lines]
            assert [cell.value for cell in column(table, f"{numbers[area.code]} (%)")] == wholes
