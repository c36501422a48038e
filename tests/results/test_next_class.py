"""The class above: with the points that are named the index reaches its limit, and with less it does not."""

import pytest
from hypothesis import given

from cchc_score.engine.standings import limits_for
from cchc_score.results.next_class import next_class
from tests.results.years import scored_years
from tests.strategies import examples


@pytest.mark.full
@examples(12)
@given(scored_years())
def test_the_points_that_are_lacking_lead_to_the_limit(scored):
    sheet = scored.sheet
    for row in range(len(sheet.table.units)):
        above, own, total = next_class(scored, row), int(sheet.classes[row]), sheet.mark(row, sheet.total)
        if above is None:
            assert own == 0 or not limits_for(sheet, row) or not sheet.ranks[row] or total.index is None
            continue
        assert above.name == sheet.scheme.classes[own - 1 if own > 0 else -1].name
        index = 100 * (total.low + above.points) / total.reachable
        assert index == max(above.at_least, total.index)
