"""The statistics of a ranking: every unit counted once, and the classes add up."""

from fractions import Fraction

import pytest

from cchc_score.results.ranked_units import ranking
from cchc_score.results.ranking_json import ranking_data
from cchc_score.results.ranking_statistics import group_statistics, kind_statistics
from tests.report.random_books import scored_case


@pytest.mark.full
@pytest.mark.parametrize("seed", range(20))
def test_groups_and_kinds_count_every_unit_once(registry, seed):
    result = ranking(scored_case(seed, registry))
    for told in (group_statistics(result), kind_statistics(result)):
        if told:
            assert sum(one.units for one in told) == len(result.lines)
            assert sum(one.ranked for one in told) == sum(line.rank is not None for line in result.lines)


@pytest.mark.parametrize("seed", range(20))
def test_classes_add_up(registry, seed):
    result = ranking(scored_case(seed, registry))
    for one in (*group_statistics(result), *kind_statistics(result)):
        assert sum(given.count for given in one.classes) in (0, one.units)
        assert sum(given.share for given in one.classes) in (0, Fraction(100))
        named = {given.name: given.count for given in one.classes if given.name is not None}
        lines = [line for line in result.lines if one.group in ("", line.group, line.unit.kind)]
        for name, count in named.items():
            assert count == sum(result.scored.sheet.class_name(line.row) == name for line in lines)


def test_the_json_has_both_and_no_classes_of_a_place(registry):
    scored = scored_case(9, registry)
    data = ranking_data(ranking(scored), "vi")
    assert {entry["class"] for entry in data["summary"][0]["classes"]} <= {
        *(limit.name for limit in scored.sheet.scheme.classes),
        None,
    }
    place = scored.sheet.scheme.leaves[0].number
    assert "classes" not in ranking_data(ranking(scored, place), "vi")["summary"][0]
