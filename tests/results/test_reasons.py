"""The JSON of reasons: places in the language asked for, old and new values as codes, the same numbers as `score`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.results.reasons import reasons_data, unit_reasons
from cchc_score.results.unit_sheet import unit_data, unit_sheet
from tests.results.years import FINAL, scored_years
from tests.strategies import examples


def of_criterion(number, lang="en"):
    """The JSON of a criterion of the first unit."""
    (criterion,) = reasons_data(unit_reasons(FINAL, 0, number), lang)["criteria"]
    return criterion


@pytest.mark.parametrize(
    ("lang", "claim", "answer"),
    [
        ("vi", "M01.docx: bảng 1, dòng 4", "tra-loi.docx: bảng 2, dòng 9"),
        ("en", "M01.docx: table 1, row 4", "tra-loi.docx: table 2, row 9"),
    ],
)
def test_claim_and_explanation_name_their_place_in_the_language_asked_for(lang, claim, answer):
    data = of_criterion("1.3", lang)
    assert data["claim"]["source"] == claim
    assert [explanation["source"] for explanation in data["explanations"]] == [answer]
    assert [entry["source"] for entry in data["entries"]] == ["appraisal/a.toml:2"]


@pytest.mark.parametrize(
    ("number", "old", "new"),
    [("1.3", "1", "2"), ("1.1.1", "2", "1"), ("1.2", "1", "not_applicable"), ("1.1.2", True, "unknown")],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_old_and_new_of_an_entry_are_codes_in_every_language(number, old, new, lang):
    (entry,) = of_criterion(number, lang)["entries"]
    assert (entry["old"], entry["new"]) == (old, new)


@pytest.mark.full
@examples(40)
@given(data=st.data(), result=scored_years(least=1, most=3))
def test_explain_gives_the_points_that_score_gives(data, result):
    row = data.draw(st.integers(0, len(result.sheet.table.units) - 1))
    scored = unit_data(unit_sheet(result, row), "vi")
    explained = reasons_data(unit_reasons(result, row), "vi")
    keys = ("number", "points", "points_high", "reachable", "outcome")
    pick = [[{key: one[key] for key in keys} for one in each["criteria"]] for each in (scored, explained)]
    assert pick[0] == pick[1]
    assert explained["unit"]["rank"] == scored["rank"]
    assert explained["unit"]["class"] == scored["class"]
    assert explained["unit"]["total"]["points"] == scored["points"]
