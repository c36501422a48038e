"""A result scored anew from its own JSON gives itself; one number that is another is found."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.report.annex.annex_attachments import printed_text
from cchc_score.report.annex.annex_json import read_document
from cchc_score.report.annex.scored_anew import differences, scored_anew
from cchc_score.report.annex.tables_anew import table_differences
from cchc_score.results.ranked_units import ranking
from cchc_score.results.ranking_json import ranking_data
from tests.report.annex.made import document_of
from tests.results.years import scored_years
from tests.strategies import METHODS, examples


def data_of(result):
    """A result as it is written, and read again."""
    return json.loads(json.dumps(ranking_data(ranking(result), "vi")))


@pytest.mark.full
@examples(60)
@given(result=scored_years())
def test_a_result_is_what_follows_from_its_own_figures(result):
    data = data_of(result)
    count, found = differences(data, scored_anew(data, result.sheet.scheme, METHODS))
    assert found == []
    assert count == len(data["communes"]) * (
        7 + 5 * len(result.sheet.scheme.areas) + 4 * len(result.sheet.scheme.criteria)
    )


@pytest.mark.full
@examples(40)
@given(data=st.data(), result=scored_years(least=1))
def test_another_number_is_found(data, result):
    told = data_of(result)
    one = data.draw(st.sampled_from(told["communes"]))
    one["rank"] = (one["rank"] or 0) + 1
    _, found = differences(told, scored_anew(told, result.sheet.scheme, METHODS))
    assert len(found) == 1


@pytest.mark.full
@examples(25)
@given(result=scored_years(), lang=st.sampled_from(["vi", "en"]))
def test_the_tables_of_an_annex_follow_from_the_result(result, lang):
    document = document_of(result, lang)
    data = data_of(result)
    _, found = table_differences(document, scored_anew(data, result.sheet.scheme, METHODS))
    assert found == []


@pytest.mark.full
@examples(40)
@given(result=scored_years(), lang=st.sampled_from(["vi", "en"]))
def test_a_document_comes_back_whole_from_its_json(result, lang):
    document = document_of(result, lang)
    assert read_document(json.loads(printed_text(document, 1))) == document
