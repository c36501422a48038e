"""The desk shows every cell of a round with what is known about it; counts and filters see the same cells."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_score.app.appraisal_desk import CELL_FILTERS, Desk, present_round, rounds_of, work_counts
from cchc_score.appraisal.acts import Assignment, Confirmation, Question
from cchc_score.appraisal.appraisal_model import Claim, Evidence, Explanation, Known, Phases, Window
from cchc_score.appraisal.stages import Stages
from cchc_score.facts import Origin
from cchc_score.model import Outcome
from tests.appraisal.kit import DAY, SCHEME, TABLE, F, entry, scored
from tests.strategies import METHODS

FILE = Origin("a.toml", 1)
CLAIMS = (
    Claim("M01", "1.1.1", scored(2), (Evidence("BC 1"),), "đã đủ", "UBND", None, FILE),
    Claim("M01", "1.2", scored(1), (), "", "UBND", None, FILE),
)
EARLIER = entry("n2", Known(F(6)), Known(F(3)), id="sua", round=1)
NOW = entry("1.3", scored(1), scored(2), id="dat", round=2)
ACTS = (
    Confirmation(round=2, unit="M02", seen=(("1.1.2", scored(0)),), by="Bình", on=DAY, origin=FILE),
    Question(id="q1", round=2, unit="M01", criterion="1.1.2", text="Ngày nào?", by="An", on=DAY, origin=FILE),
)
ANSWERS = (Explanation("M01", "sua", "đếm lại", (), "UBND", DAY, FILE),)
YEAR = Stages(SCHEME, METHODS, TABLE, CLAIMS, (EARLIER, NOW), ANSWERS, acts=ACTS)
DESK = Desk(YEAR, 2)


def cell(row, number, desk=DESK):
    return desk.cell(row, SCHEME.criteria[number])


def passing(wanted):
    return {key for key in DESK.states if DESK.passes(key, wanted)}


def test_a_cell_shows_what_was_claimed_what_figures_give_and_what_counts():
    one = cell(0, "1.2")
    assert (one.claimed, one.figures.low, one.present.low, one.state) == (scored(1), 1, F(1, 2), "unseen")
    assert [(fact.code, fact.state, fact.row) for fact in one.facts] == [
        ("n2", Known(F(3)), "1.1"),
        ("n3", Known(F(12)), "1.1"),
    ]
    assert (one.earlier, one.here, one.answers) == ((EARLIER,), (), ANSWERS)
    assert cell(0, "1.3").here == (NOW,)
    assert cell(1, "1.1.2").kept_by == ("Bình",)
    assert [asked.question.id for asked in cell(0, "1.1.2").questions] == ["q1"]


def test_what_nobody_claims_or_appraises_says_so():
    survey = cell(0, "2.1")
    assert (survey.claimed, survey.state, survey.is_appraised) == (None, "survey", False)
    assert not any(fact.correctable for fact in survey.facts)
    assert "2.2" not in {leaf.number for leaf in DESK.leaves}


def test_each_filter_finds_its_cells():
    assert passing("differs") == {(0, "1.1.1")}
    assert passing("no-evidence") == {(0, "1.2")}
    assert passing("question") == {(0, "1.1.2")}
    assert passing("explained") == {(0, "1.1.1"), (0, "1.2")}
    assert passing("conflict") == set()
    assert passing("unseen") == set(DESK.states) - {(1, "1.1.2"), (0, "1.1.2"), (0, "1.3")}


def test_an_earlier_round_is_shown_without_what_came_later():
    first = Desk(YEAR, 1)
    assert cell(0, "1.3", first).present.low == 1
    assert cell(0, "1.3", first).here == ()
    assert cell(0, "1.2", first).here == (EARLIER,)
    assert cell(0, "1.2", first).present.low == F(1, 2)


def test_counts_are_those_of_the_states_and_of_ones_own_cells():
    units, criteria = work_counts(DESK, DESK.keys(None))
    assert sum(counts.states.total() for counts in units.values()) == len(DESK.states)
    assert sum(counts.total() for counts in criteria.values()) == len(DESK.states)
    assert units[1].states["kept"] == criteria["1.1.2"]["kept"] == 1
    assert sum(area["adjusted"] for area in units[0].areas.values()) == 1
    area = SCHEME.criteria["1.1.1"].area
    act = Assignment(unit="", round=0, appraisers=("An",), units=("M01",), areas=(area,), by="Lan", on=DAY, origin=FILE)
    desk = Desk(replace(YEAR, acts=(*ACTS, act)), 2)
    assert set(desk.keys("Bình")) == {
        (row, number) for row, number in desk.states if not (row == 0 and SCHEME.criteria[number].area == area)
    }
    assert set(desk.keys("An")) == set(desk.keys(None))
    for wanted in CELL_FILTERS:
        units, _ = work_counts(DESK, DESK.keys(None), wanted)
        assert sum(counts.states.total() for counts in units.values()) == len(passing(wanted))


@pytest.mark.parametrize(
    ("phases", "moment", "round"),
    [
        (Phases(), date(2024, 1, 1), 2),
        (Phases(Window(), (Window(date(2024, 1, 1)), Window(date(2024, 3, 1)))), date(2024, 2, 1), 1),
        (Phases(Window(), (Window(date(2024, 1, 1)), Window(date(2024, 3, 1)))), date(2024, 3, 2), 2),
        (Phases(Window(), (Window(date(2024, 1, 1)), Window(date(2024, 3, 1)))), date(2023, 3, 2), 1),
    ],
)
def test_the_round_of_a_day(phases, moment, round):
    assert present_round(replace(YEAR, phases=phases), moment) == round
    assert list(rounds_of(replace(YEAR, phases=phases))) == [1, 2]


def test_a_year_without_work_has_one_round():
    bare = Stages(SCHEME, METHODS, TABLE)
    assert (list(rounds_of(bare)), present_round(bare, DAY)) == ([1], 1)
    assert cell(2, "1.1.1", Desk(bare, 1)).figures.outcome == Outcome.MISSING
