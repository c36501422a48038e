"""Where points are lost: what all criteria cost adds up to what a unit has not of what it could have."""

from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.model import Outcome
from cchc_score.results.lost_points import criterion_costs, lost_points, unit_losses
from tests.results.years import FINAL, scored_years
from tests.strategies import examples


@pytest.mark.full
@examples(12)
@given(scored_years())
def test_the_losses_of_a_unit_are_what_normal_areas_lack_and_penalties_take(scored):
    sheet = scored.sheet
    bonus = {area.code for area in sheet.scheme.areas if area.kind == "bonus"}
    for row in range(len(sheet.table.units)):
        losses = unit_losses(scored, row)
        assert all(one.lost > 0 and one.criterion.area not in bonus for one in losses)
        assert [one.lost for one in losses] == sorted((one.lost for one in losses), reverse=True)
        for area in sheet.scheme.areas:
            own = sum((one.lost for one in losses if one.criterion.area == area.code), F(0))
            mark = sheet.mark(row, sheet.areas[area.code])
            if area.kind == "normal" and area.held:
                assert own == mark.reachable - mark.low


@pytest.mark.full
@examples(12)
@given(scored_years())
def test_what_a_criterion_costs_is_what_its_units_lost(scored):
    rows = range(len(scored.sheet.table.units))
    costs = criterion_costs(scored, rows)
    assert [cost.lost for cost in costs] == sorted((cost.lost for cost in costs), reverse=True)
    for cost in costs:
        number = cost.criterion.number
        lost = [lost_points(scored, row, number) for row in rows]
        asked = [row for row in rows if scored.sheet.criteria[number].outcome[row] != Outcome.NOT_APPLICABLE]
        assert (cost.lost, cost.units, cost.asked) == (sum(lost), sum(map(bool, lost)), len(asked))
        assert cost.mean == cost.lost / len(asked)


def test_losses_of_a_small_year():
    assert [(one.criterion.number, one.lost) for one in unit_losses(FINAL, 0)] == [
        (one.criterion.number, one.lost) for one in unit_losses(FINAL, 0) if lost_points(FINAL, 0, one.criterion.number)
    ]
