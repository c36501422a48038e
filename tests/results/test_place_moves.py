"""With more points a unit stands where the ranking itself would put it."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine import groups_of
from cchc_score.engine.ranking import compared_index, rank
from cchc_score.results.place_moves import place_finder
from tests.results.years import scored_years
from tests.strategies import examples


@pytest.mark.full
@examples(12)
@given(scored_years(), st.fractions(min_value=0, max_value=30, max_denominator=20))
def test_the_rank_is_that_of_the_ranking_with_the_new_index(scored, more):
    sheet, finder = scored.sheet, place_finder(scored)
    scheme = sheet.scheme
    groups = groups_of(scheme, sheet.table)
    indices = [index if sheet.ranks[row] else None for row, index in enumerate(sheet.indices(sheet.total))]
    for row, ranked in enumerate(sheet.ranks):
        place = finder.with_points(row, more)
        if place is None:
            assert sheet.mark(row, sheet.total).index is None
            continue
        assert (place.rank is None) == (not ranked)
        if ranked:
            changed = [*indices[:row], place.index, *indices[row + 1 :]]
            values = [compared_index(index, scheme.ranking, scheme.index_decimals) for index in changed]
            assert place.rank == rank(values, groups, scheme.ranking.ties)[row]


@pytest.mark.full
@examples(12)
@given(scored_years())
def test_without_more_points_a_unit_stays_where_it_is(scored):
    sheet, finder = scored.sheet, place_finder(scored)
    for row, ranked in enumerate(sheet.ranks):
        place = finder.with_points(row, F(0))
        if place is not None:
            assert place.index == sheet.mark(row, sheet.total).index
            assert (place.rank or 0) == ranked
