"""The middle of units: as many lie above the median as below."""

from fractions import Fraction as F
from statistics import mean, median

import pytest
from hypothesis import given

from cchc_score.results.area_spread import Spread, spread_at
from tests.results.years import scored_years
from tests.strategies import examples


@pytest.mark.full
@examples(12)
@given(scored_years())
def test_the_spread_is_that_of_the_shares(scored):
    rows = range(len(scored.sheet.table.units))
    for place in ("total", *scored.sheet.areas):
        shares = [one for one in scored.sheet.indices(scored.sheet.at(place)) if one is not None]
        spread = spread_at(scored, place, rows)
        if not shares:
            assert spread is None
            continue
        assert spread is not None
        assert (spread.lowest, spread.highest) == (min(shares), max(shares))
        assert (spread.median, spread.mean) == (median(shares), mean(shares))


def test_of_an_even_number_the_median_lies_between_the_two_in_the_middle():
    assert Spread("total", (F(1), F(2), F(5), F(9))).median == F(7, 2)
    assert Spread("total", (F(1), F(2), F(9))).median == 2
