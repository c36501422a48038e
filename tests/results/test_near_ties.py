"""Neighbours of a ranking that a small correction would turn round."""

from itertools import pairwise

import pytest
from hypothesis import given

from cchc_score.results.near_ties import NEAR, near_ties
from cchc_score.results.ranked_units import ranking
from tests.results.years import scored_years
from tests.strategies import examples


@pytest.mark.full
@examples(12)
@given(scored_years())
def test_every_pair_of_neighbours_is_named_or_lies_apart(scored):
    result = ranking(scored)
    indices = scored.sheet.indices(scored.sheet.total)
    named = {(tie.upper.row, tie.lower.row): tie.apart for tie in near_ties(result)}
    for lines in result.groups.values():
        ranked = [line.row for line in lines if line.rank is not None]
        for upper, lower in pairwise(ranked):
            apart = indices[upper] - indices[lower]
            assert named.pop((upper, lower), None) == (apart if apart <= NEAR else None)
    assert not named
