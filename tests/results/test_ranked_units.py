"""A ranking as a result: every unit once, in the order of the ranks of its group; and its JSON."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine import groups_of, ranks_of
from cchc_score.results.ranked_units import ranking
from cchc_score.results.ranking_json import ranking_data
from tests.engine.schemes import leaf, scheme
from tests.results.years import scored_years, stage_of
from tests.strategies import examples, ref

ONE = scheme(leaf("1.1", 2, "given", points=ref("n1")))


@pytest.mark.full
@examples(80)
@given(data=st.data(), result=scored_years())
def test_every_unit_stands_in_it_once_with_its_rank_by_what_is_asked_for(data, result):
    sheet = result.sheet
    by = data.draw(st.sampled_from(["total", *sheet.areas, *sheet.criteria]))
    given_ranks = ranks_of(sheet, sheet.at(by))
    found = ranking(result, by)
    assert sorted(found.rows) == list(range(len(sheet.table.units)))
    groups = groups_of(sheet.scheme, sheet.table)
    for line in found.lines:
        assert line.unit == sheet.table.units[line.row]
        assert line.rank == (given_ranks[line.row] or None)
        assert line.group == str(groups[line.row])


@pytest.mark.full
@examples(60)
@given(result=scored_years())
def test_in_a_group_ranks_ascend_and_the_unranked_come_last(result):
    found = ranking(result)
    assert [line for lines in found.groups.values() for line in lines] == list(found.lines)
    for lines in found.groups.values():
        keys = [(line.rank is None, line.rank or 0, line.row) for line in lines]
        assert keys == sorted(keys)


@pytest.mark.full
@examples(40)
@given(data=st.data(), result=scored_years(least=1))
def test_one_kind_of_units_has_the_ranks_and_indices_that_it_has_among_all(data, result):
    kind = data.draw(st.sampled_from(sorted({unit.kind for unit in result.sheet.table.units})))
    assert ranking(result, kind=kind).lines == tuple(line for line in ranking(result).lines if line.unit.kind == kind)


def test_the_data_are_in_the_order_of_the_ranking():
    result = stage_of(ONE, {"n1": 1}, {"n1": 2}, {"n2": 0})
    data = ranking_data(ranking(result), "vi")
    assert [commune["code"] for commune in data["communes"]] == [
        result.sheet.table.units[line.row].code for line in ranking(result).lines
    ]
    assert "by" not in data
    by_leaf = ranking_data(ranking(result, "1.1"), "vi")
    assert by_leaf["by"] == "1.1"
    assert [commune["rank_by"] for commune in by_leaf["communes"]] == [1, 2, 3]


def test_what_is_no_place_of_the_sheet_ranks_nothing():
    with pytest.raises(KeyError):
        ranking(stage_of(ONE, {"n1": 1}), "9.9")
