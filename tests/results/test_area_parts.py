"""The two parts of an area: nothing of it is lost, and each stands on its own maximum."""

import pytest
from hypothesis import given

from cchc_score.model import Outcome
from cchc_score.results.area_parts import area_parts, named_parts, parts_data
from cchc_score.results.ranked_units import ranking
from tests.engine.schemes import leaf, parent, scheme
from tests.results.years import scored_years, stage_of
from tests.strategies import examples


@pytest.mark.full
@examples(80)
@given(scored_years())
def test_the_parts_of_an_area_add_up_to_it(scored):
    sheet = scored.sheet
    for area in area_parts(scored):
        parts = [cells for cells in named_parts(area).values() if cells is not None]
        for row in range(len(sheet.table.units)):
            whole, marks = sheet.mark(row, sheet.areas[area.code]), [sheet.mark(row, cells) for cells in parts]
            for name in ("low", "high", "reachable"):
                assert getattr(whole, name) == sum(getattr(mark, name) for mark in marks)
            assert whole.outcome == max(mark.outcome for mark in marks)


def test_a_survey_stands_apart_and_is_pending_alone():
    given_by_survey = leaf("1.2", 4, "given", points="survey")
    both = parent("1.3", 3, "best", ["1.3.1", "1.3.2"])
    mixed = [leaf("1.3.1", 3, "given", points="survey"), leaf("1.3.2", 2, "count", count="n2", each=1)]
    scored = stage_of(
        scheme(leaf("1.1", 6, "count", count="n1", each=1), given_by_survey, both, *mixed),
        {"n1": 5, "survey": 3, "n2": 1},
        {"n1": 4, "n2": 2},
    )
    (area,) = area_parts(scored)
    mark = scored.sheet.mark
    assert [(mark(row, area.appraised).low, mark(row, area.appraised).reachable) for row in (0, 1)] == [(8, 9), (6, 9)]
    assert [(mark(row, area.survey).outcome, mark(row, area.survey).low) for row in (0, 1)] == [
        (Outcome.SCORED, 3),
        (Outcome.PENDING, 0),
    ]
    first, second = parts_data(ranking(scored), (area,))
    assert first["areas"][0]["survey"]["index"] == {"printed": "75.00", "exact": "75"}
    assert second["areas"][0]["survey"]["outcome"] == "PENDING"
