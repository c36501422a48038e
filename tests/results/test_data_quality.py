"""On what points rest: every criterion that is not simply scored is counted."""

import pytest
from hypothesis import given

from cchc_score.engine import not_chosen
from cchc_score.model import Outcome
from cchc_score.results.data_quality import unit_qualities
from tests.results.years import FINAL, scored_years
from tests.strategies import examples


@pytest.mark.full
@examples(12)
@given(scored_years())
def test_outcomes_are_counted_once(scored):
    sheet, rows = scored.sheet, range(len(scored.sheet.table.units))
    for row, quality in unit_qualities(scored, rows).items():
        others = not_chosen(sheet.scheme, sheet.table, row)
        leaves = [
            one.number for one in sheet.scheme.leaves if one.number in scored.assessed and one.number not in others
        ]
        outcomes = [Outcome(int(sheet.criteria[number].outcome[row])).name for number in leaves]
        counted = (quality.failed, quality.missing, quality.pending)
        assert counted == tuple(outcomes.count(name) for name in ("FAILED", "MISSING", "PENDING"))
        assert quality.in_doubt == sum(sheet.table.doubted(row, scored.facts[number]) for number in leaves)


def test_marks_that_people_set_are_counted():
    (quality,) = (one for row, one in unit_qualities(FINAL, [0]).items() if row == 0)
    by_hand = {number for row, number in FINAL.sheet.by_hand if row == 0}
    assert quality.by_hand == len(by_hand & {leaf.number for leaf in FINAL.sheet.scheme.leaves})
