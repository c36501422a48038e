"""A scheme tried on a year as tables: a line for every class, every changed unit, every limit, every equal criterion."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.findings import Finding, Place
from cchc_score.formats import Page
from cchc_score.pages.rehearsal_page import rehearsal_notes, rehearsal_sheets
from tests.engine.schemes import leaf, scheme, scored
from tests.pages.page_laws import LANGUAGES, assert_page_holds
from tests.results.test_rehearsal import of_year, tried
from tests.strategies import examples, schemes, years


def page(result, lang):
    return Page("", tuple(rehearsal_sheets(result, lang)), tuple(rehearsal_notes(result, lang)), dict)


@pytest.mark.full
@examples(60)
@given(years(), schemes(), st.sampled_from(LANGUAGES))
def test_every_line_of_the_result_is_a_line_of_a_table(year, new, lang):
    result = tried(*of_year(year, new))
    shown = page(result, lang)
    assert_page_holds(shown, lang)
    lines = [result.classes, result.reclassed, result.limits, result.equal]
    assert [len(sheet.rows) for sheet in shown.sheets] == [
        len(one) for place, one in enumerate(lines) if one or not place
    ]


BANDS = leaf("1.1", 2, "bands", value="n1", bands=[{"from": F(80), "points": F(2)}, {"from": F(0), "points": F(0)}])
TWO = scheme(BANDS, leaf("1.2", 1, "options", fact="flag", points={"yes": F(1), "no": F(0)}))


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", ["mọi đơn vị đạt ngưỡng", "mọi đơn vị đều thế", "không đơn vị nào như thế"]),
        ("en", ["all reach it", "so do all", "nobody does"]),
    ],
)
def test_a_limit_that_sets_nobody_apart_says_how(lang, words):
    sheet = scored(TWO, {"n1": 80, "flag": True}, {"n1": 300, "flag": True}, {})
    _, limits, equal = rehearsal_sheets(tried(sheet, sheet), lang)
    assert [row[-1] for row in limits.rows] == words
    assert limits.rows[0][2:7] == ("0", "1", "1", "1", "1")
    count = "3 ngưỡng; 3 ngưỡng không phân biệt ai, trong đó 1 ngưỡng không ai ở gần."
    assert limits.notes[0] == (
        count if lang == "vi" else "3 limits; 3 set nobody apart, 1 of them with no unit near."
    )  # fmt: skip
    assert [(row[0], row[2], row[4], row[6]) for row in equal.rows] == [("1.1", "2", "2", "1"), ("1.2", "1", "2", "1")]


def test_units_without_figures_are_told_beside_the_classes():
    sheet = scored(TWO, {"n1": 80, "flag": True}, {})
    classes, *_ = rehearsal_sheets(tried(sheet, sheet), "vi")
    assert classes.notes == ("Trong đó 1 đơn vị còn thiếu số liệu: tạm tính.",)


def test_deadlines_of_another_year_stand_beside_the_tables():
    sheet = scored(TWO, {"n1": 80, "flag": True}, {"n1": 1, "flag": False})
    finding = Finding("deadline-other-year", Place("a.toml", 3, criterion="1.1"))
    notes = list(rehearsal_notes(replace(tried(sheet, sheet), findings=(finding,)), "en"))
    assert notes == [
        "Units that change class: 0.",
        "Every criterion tells units apart.",
        "Deadlines of another year than the reports, points say nothing: criteria 1.1.",
    ]
