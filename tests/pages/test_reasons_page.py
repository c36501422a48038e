"""Why a unit has its points: the laws of a page, for all criteria and for each."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.findings import Finding, Place
from cchc_score.pages.reasons_page import reasons_page
from cchc_score.results.reasons import unit_reasons
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column
from tests.results.years import FINAL, scored_years
from tests.strategies import examples


def detail(number, title):
    """One of the tables below a criterion of the first unit."""
    sheets = reasons_page(unit_reasons(FINAL, 0, number), "en").sheets
    (found,) = [sheet for sheet in sheets if sheet.title == title]
    return found


@pytest.mark.full
@examples(50)
@given(data=st.data(), result=scored_years(least=1, most=3), lang=st.sampled_from(LANGUAGES))
def test_the_laws_of_a_page_hold(data, result, lang):
    row = data.draw(st.integers(0, len(result.sheet.table.units) - 1))
    number = data.draw(st.sampled_from(["", *result.sheet.criteria]))
    assert_page_holds(reasons_page(unit_reasons(result, row, number), lang), lang)


@pytest.mark.full
@examples(40)
@given(data=st.data(), result=scored_years(least=1, most=3))
def test_all_criteria_have_a_line_and_what_each_cost_is_what_is_not_there(data, result):
    row = data.draw(st.integers(0, len(result.sheet.table.units) - 1))
    way, criteria = reasons_page(unit_reasons(result, row), "en").sheets
    assert [cell.text for cell in column(criteria, "No.")] == list(result.sheet.criteria)
    missed = [line for line in way.rows if line[0].startswith("Class: ")]
    assert len(way.rows) == 2 + len(result.sheet.areas) + len(missed)
    kinds = {area.code: area.kind for area in result.sheet.scheme.areas}
    for number, lost in zip(result.sheet.criteria, column(criteria, "Lost"), strict=True):
        mark = result.sheet.mark(row, result.sheet.criteria[number])
        kind = kinds[result.sheet.scheme.criteria[number].area]
        if lost.value is not None:
            assert lost.value == (mark.low if kind == "penalty" else mark.reachable - mark.low)
        assert (lost.text == "") == (kind == "bonus" or mark.outcome.name == "NOT_APPLICABLE")


def test_the_way_to_a_criterion_passes_its_area_and_all_above_it():
    way = reasons_page(unit_reasons(FINAL, 0, "1.1.2"), "en").sheets[0]
    area = FINAL.sheet.scheme.areas[0]
    parent = FINAL.sheet.scheme.criteria["1.1"]
    assert [row[0] for row in way.rows][1:] == ["Total", f"1 {area.label('en')}", f"1.1 {parent.title}"]
    assert way.rows[0][0].startswith("Index (rank ")
    assert way.cells[0][1].kind == "percent"


def test_entries_carry_old_and_new_as_values_where_there_are_any():
    def states(number):
        entries = detail(number, "Appraisal")
        pairs = zip(column(entries, "Old"), column(entries, "New"), strict=True)
        return [tuple((cell.kind, cell.value, cell.text) for cell in pair) for pair in pairs]

    assert states("1.3") == [(("points", F(1), "1"), ("points", F(2), "2"))]
    assert states("1.1.1") == [(("count", F(2), "2"), ("count", F(1), "1"))]
    assert states("1.2") == [(("points", F(1), "1"), ("text", None, "not applicable"))]
    assert states("1.1.2") == [(("text", None, "yes"), ("text", None, "unknown"))]


def test_a_figure_carries_its_value_and_one_that_nobody_gave_says_who_gives_it():
    assert [cell.value for cell in column(detail("1.1.1", "Figures"), "Value")] == [F(1)]
    (unknown,) = column(detail("1.1.2", "Figures"), "Value")
    assert (unknown.text, unknown.value) == ("unknown (report)", None)


def test_claim_and_explanation_stand_on_the_page_of_their_criterion():
    sheets = reasons_page(unit_reasons(FINAL, 0, "1.3"), "vi").sheets
    items = dict(sheets[1].rows)
    assert items["Điểm tự chấm"] == "2"
    assert items["Minh chứng của đơn vị"] == "KH 02 ngày 20/12/2023"
    assert items["Giải trình"] == "Có hồ sơ"
    assert sheets[-1].rows == (("b", "Xin giữ điểm", "không có", "Bình, 20/12/2023"),)


def test_notes_are_the_findings_about_the_unit_or_about_the_criterion_and_its_figures():
    unit = FINAL.sheet.table.units[0].label
    places = (
        Place(unit=unit),
        Place(unit=unit, criterion="1.3"),
        Place(unit=unit, row="1.1"),
        Place(unit=unit, criterion="2.1"),
        Place(unit="Khác"),
    )
    result = replace(FINAL, findings=tuple(Finding("nothing-to-score", place) for place in places))

    def noted(number):
        notes = reasons_page(unit_reasons(result, 0, number), "vi").notes
        return [place for place in places if Finding("nothing-to-score", place).words("vi") in notes]

    assert noted("") == list(places[:4])
    assert noted("1.3") == list(places[:3])
    assert noted("2.1") == [places[0], places[3]]
