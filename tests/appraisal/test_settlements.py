"""The council chooses where appraisers differ: one value counts, all of them stay, and only between just these entries."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.acts import Settlement
from cchc_score.appraisal.appraisal_model import OPEN, Known, Phases, Window
from cchc_score.appraisal.cell_states import cell_states
from cchc_score.appraisal.stages import Stages
from cchc_score.facts import Origin
from tests.appraisal.kit import DAY, SCHEME, TABLE, F, entry, scored
from tests.strategies import METHODS

ONE = entry("1.1.1", scored(1), scored(0), id="a", by="An", line=2)
OTHER = entry("1.1.1", scored(1), scored(2), id="b", by="Bình", line=3)


def choice(chosen="", new=None, between=("a", "b"), id="s", on=DAY, **said):
    keys = {
        "round": 1, "unit": "M01", "criterion": "1.1.1", "indicator": "", "reason": "biên bản họp", "evidence": (),
        "by": "Hội đồng", "origin": Origin("hoi-dong.toml", 1),
    }  # fmt: skip
    return Settlement(id=id, chosen=chosen, new=new, between=between, on=on, **(keys | said))


def stages(*acts, entries=(ONE, OTHER), phases=OPEN):
    return Stages(SCHEME, METHODS, TABLE, entries=tuple(entries), acts=acts, phases=phases)


def mark(year):
    return year.rounds[-1].marks.get((0, "1.1.1"))


def codes(year):
    return [finding.code for finding in year.findings]


@pytest.mark.parametrize(("acts", "value"), [((choice("a"),), 0), ((choice("b"),), 2), ((choice(new=scored(1)),), 1)])
def test_what_the_council_chose_counts_and_both_stay_visible(acts, value):
    year = stages(*acts)
    assert mark(year) == scored(value)
    assert {(one.id, ending) for one, ending in year.endings("final")} == {
        ("s", "applied"), ("a", "replaced"), ("b", "replaced"),
    }  # fmt: skip
    assert "entry-conflict" not in codes(year)
    assert cell_states(year, 1)[0, "1.1.1"] == "settled"


def test_without_a_choice_neither_counts():
    year = stages()
    assert mark(year) is None
    assert codes(year).count("entry-conflict") == 2
    assert [{one.id for one in own} for own in year.rounds[-1].disputed] == [{"a", "b"}]
    assert cell_states(year, 1)[0, "1.1.1"] == "conflict"


def test_a_third_entry_makes_a_conflict_again():
    third = entry("1.1.1", scored(1), scored(2), id="c", by="Cường", line=4)
    year = stages(choice("a"), entries=(ONE, OTHER, third))
    assert mark(year) is None
    assert {"entry-conflict", "settlement-nothing"} <= set(codes(year))
    assert mark(stages(choice("c", between=("a", "b", "c")), entries=(ONE, OTHER, third))) == scored(2)


def test_the_last_choice_counts_and_one_out_of_time_does_not():
    later = choice("b", id="t", on=date(DAY.year + 1, 1, 1))
    assert mark(stages(choice("a"), later)) == scored(2)
    phases = Phases(appraisal=(Window(None, DAY),))
    year = stages(choice("a"), later, phases=phases)
    assert mark(year) == scored(0)
    assert "entry-phase" in codes(year)


def test_who_supersedes_what_the_council_chose_is_told():
    after = entry("1.1.1", scored(0), scored(2), id="c", supersedes="s", line=4)
    year = stages(choice("a"), entries=(ONE, OTHER, after))
    assert mark(year) == scored(0)
    assert "entry-settled" in codes(year)


def test_a_choice_that_is_none_is_told():
    assert "settlement-nothing" in codes(stages(choice("a"), entries=(ONE,)))
    # Under the id of an entry nobody could tell which of the two is meant.
    assert mark(stages(choice("a", id="a"))) is None
    assert mark(stages(choice("c", between=("a", "b", "c")))) is None


def test_of_a_fact_too():
    one, other = (entry("n1", Known(F(2)), Known(F(new)), id=f"e{new}", line=new) for new in (3, 4))
    year = stages(choice("e3", between=("e3", "e4"), criterion="", indicator="n1"), entries=(one, other))
    assert year.rounds[-1].table.value(0, "n1") == 3
    assert cell_states(year, 1)[0, "1.1.1"] == "settled"


def test_an_entry_on_a_value_that_no_longer_holds_may_still_be_chosen_beside_one_that_does():
    stale = replace(ONE, old=scored(2))
    assert mark(stages(choice("a"), entries=(stale, OTHER))) == scored(0)
    both = stages(choice("a"), entries=(stale, replace(OTHER, old=scored(2), new=scored(1))))
    assert mark(both) is None
    assert {one.id for one in both.rounds[-1].refused} == {"a", "b"}
    assert "entry-old" in codes(both)


@given(st.permutations([ONE, OTHER]), st.permutations([choice("a"), choice("b", id="t")]))
def test_the_order_of_everything_means_nothing(entries, acts):
    assert mark(stages(*acts, entries=entries)) == scored(2)
