"""What a changed cell moves: its own points, the total, the place, and other units under rules that compare."""

from dataclasses import replace

from hypothesis import given

from cchc_score.app.cell_effects import effect_of, new_findings, rival_effects
from cchc_score.appraisal.appraisal_model import Known
from cchc_score.appraisal.stages import Stages
from tests.appraisal.kit import SCHEME, TABLE, F, appraisals, entry, scored
from tests.appraisal.test_settlements import ONE, OTHER, choice
from tests.strategies import METHODS


def stages(*entries, **more):
    return Stages(SCHEME, METHODS, TABLE, entries=entries, **more)


def test_points_total_and_place_move():
    before, after = stages(), stages(entry("1.2", scored(1), scored(2)))
    effect = effect_of(before.final, after.final, 0, "1.2")
    assert (effect.cell.before.low, effect.cell.after.low) == (1, 2)
    assert effect.total.after.low - effect.total.before.low == 1
    assert effect.ranks == (int(before.final.ranks[0]), int(after.final.ranks[0]))
    assert effect.others == {}


@given(appraisals())
def test_all_that_moves_is_told(year):
    scheme, facts, entries = year
    before, after = (Stages(scheme, METHODS, facts, entries=tuple(own)).final for own in ((), entries))
    number = next(iter(scheme.criteria))
    effect = effect_of(before, after, 0, number)
    for row in range(1, len(facts.units)):
        old, new = (sheet.mark(row, sheet.total) for sheet in (before, after))
        moved = (old.low, old.reachable) != (new.low, new.reachable)
        assert moved == (row in effect.others)
        if moved:
            assert (effect.others[row].before, effect.others[row].after) == (old, new)


def test_findings_of_the_unit_that_are_new():
    set_by_hand = entry("1.1.1", scored(1), scored(2), round=1)
    figure = entry("n1", Known(TABLE.value(0, "n1")), Known(F(3)), round=2)
    before, after = stages(set_by_hand), stages(set_by_hand, figure)
    label = TABLE.units[0].label
    assert {one.code for one in new_findings(before, after, label)} == {"entry-behind-mark"}
    assert new_findings(before, after, TABLE.units[1].label) == ()


def test_each_rival_says_what_it_would_make_of_the_year():
    year = stages(ONE, OTHER)
    rivals = rival_effects(year, year.rounds[-1].disputed[0], ONE.criterion)
    for rival in rivals:
        chosen = replace(year, acts=(choice(rival.entry.id),))
        row = [unit.code for unit in TABLE.units].index(rival.entry.unit)
        assert rival.effect == effect_of(year.final, chosen.final, row, ONE.criterion)
    # Also where the council has chosen already, and thinks again.
    again = replace(year, acts=(choice(ONE.id),))
    assert [one.effect.cell.after for one in rival_effects(again, (ONE, OTHER), ONE.criterion)] == [
        one.effect.cell.after for one in rivals
    ]
