"""The rounds of an appraisal: what they change, in which order nothing matters, and what is refused and why."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.appraisal_model import OPEN, Known, Phases, Window
from cchc_score.appraisal.entry_states import state_words
from cchc_score.appraisal.rounds import appraise
from cchc_score.facts import Origin
from cchc_score.methods import per_commune
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from tests.appraisal.kit import DAY, SCHEME, TABLE, appraisals, codes, entry, scored
from tests.engine.schemes import INDICATORS, leaf, scheme
from tests.strategies import METHODS, examples, told, years


def after(*entries, phases=OPEN):
    """The last state of the small year."""
    return appraise(SCHEME, METHODS, TABLE, entries, phases)[-1]


def outcome(state):
    """A state without the places of findings."""
    return told(state.table), dict(state.marks), Counter(codes(state.findings))


@pytest.mark.full
@examples(40)
@given(years(least=1))
def test_an_empty_appraisal_changes_nothing(year):
    one_scheme, facts = year
    (state,) = appraise(one_scheme, METHODS, facts, [])
    assert state.table is facts
    assert (state.marks, state.applied, state.replaced, state.refused, state.findings) == ({}, (), (), (), ())


@pytest.mark.full
@examples(60)
@given(appraisals())
def test_rounds_one_by_one_give_the_same_as_all_at_once(drawn):
    one_scheme, facts, entries = drawn
    states = appraise(one_scheme, METHODS, facts, entries)
    rounds = sorted({one.round for one in entries})
    assert len(states) == len(rounds) + 1
    for place, round in enumerate(rounds, 1):
        alone = appraise(one_scheme, METHODS, facts, [one for one in entries if one.round <= round])[-1]
        assert told(alone.table) == told(states[place].table)
        assert (alone.marks, alone.applied, alone.replaced) == (
            states[place].marks, states[place].applied, states[place].replaced,
        )  # fmt: skip


@pytest.mark.full
@examples(60)
@given(appraisals(), st.randoms(use_true_random=False))
def test_the_order_of_the_entries_means_nothing(drawn, random):
    one_scheme, facts, entries = drawn
    mixed = random.sample(entries, len(entries))
    states, others = (appraise(one_scheme, METHODS, facts, one) for one in (entries, mixed))
    for state, other in zip(states, others, strict=True):
        assert told(state.table) == told(other.table)
        assert state.marks == other.marks
        assert state.table.origins == other.table.origins
        assert (state.applied, state.replaced, state.refused) == (other.applied, other.replaced, other.refused)
        assert state.findings == other.findings


@pytest.mark.full
@examples(60)
@given(appraisals())
def test_no_entry_is_lost_and_every_refused_one_is_told(drawn):
    one_scheme, facts, entries = drawn
    state = appraise(one_scheme, METHODS, facts, entries)[-1]
    kept = [*state.applied, *state.replaced, *state.refused]
    # One that stands in two places says the same twice, and is one.
    alike = {replace(one, origin=Origin("")): one.origin.line for one in reversed(entries)}
    assert sorted(one.origin.line for one in kept) == sorted(alike.values())
    errors = sum(one.severity == "error" for one in state.findings)
    assert bool(state.refused) == bool(errors)


@pytest.mark.full
@examples(60)
@given(appraisals(rounds=1))
def test_what_applies_is_what_the_state_then_says(drawn):
    one_scheme, facts, entries = drawn
    state = appraise(one_scheme, METHODS, facts, entries)[-1]
    changed = {one.target for one in state.applied}
    assert len(changed) == len(state.applied)
    for row, unit in enumerate(facts.units):
        for code in set(facts.columns) | set(state.table.columns):
            if (unit.code, code) not in changed:
                assert told(facts).get((row, code)) == told(state.table).get((row, code))
    for one in state.applied:
        row = next(n for n, unit in enumerate(facts.units) if unit.code == one.unit)
        if one.indicator:
            known = state.table.known(row, one.indicator)
            assert one.new == (Known(state.table.value(row, one.indicator)) if known else None)
        else:
            assert state.marks.get((row, one.criterion)) == one.new


def test_a_fact_and_a_mark_are_set_and_say_where_they_come_from():
    fact, mark = entry("n1", Known(F(2)), Known(F(3)), line=7), entry("1.2", scored(1), scored("1.5"))
    state = after(fact, mark)
    assert state.table.value(0, "n1") == 3
    assert state.table.origins[0, "n1"] == Origin("appraisal/a.toml", 7, "1.1", remark="Theo hồ sơ")
    assert state.marks == {(0, "1.2"): scored("1.5")}
    assert state.applied == (mark, fact)
    assert state.findings == ()


def test_a_fact_may_become_known_or_unknown():
    state = after(entry("n1", None, Known(F(1)), "M03"), entry("n1", Known(F(2)), None))
    assert state.table.value(2, "n1") == 1
    assert not state.table.known(0, "n1")
    assert state.table.origins[2, "n1"].row == ""


@pytest.mark.parametrize(
    ("wrong", "shown"),
    [
        (entry("n1", Known(F(9)), Known(F(3))), "giá trị cũ ghi là 9, hiện tại là 2"),
        (entry("n1", None, Known(F(3))), "giá trị cũ ghi là chưa có, hiện tại là 2"),
        (entry("n1", Known(F(2)), Known(F(3)), "M03"), "giá trị cũ ghi là 2, hiện tại là chưa có"),
        (entry("1.2", scored(2), scored("0.5")), "giá trị cũ ghi là 2, hiện tại là 1"),
        (entry("1.2", scored(0), scored(1), "M02"), "giá trị cũ ghi là 0, hiện tại là không áp dụng"),
        (entry("1.2", scored(0), scored(1), "M03"), "giá trị cũ ghi là 0, hiện tại là thiếu"),
        (entry("1.3", scored(0), scored(1), "M03"), "giá trị cũ ghi là 0, hiện tại là chờ"),
    ],
)
def test_a_wrong_old_value_refuses_the_entry(wrong, shown):
    state = after(wrong)
    assert state.refused == (wrong,)
    assert codes(state.findings) == ["entry-old"]
    assert shown in state.findings[0].words()
    assert told(state.table) == told(TABLE)
    assert state.marks == {}


def test_a_mark_of_a_failed_method_can_never_be_stated():
    @per_commune("broken")
    def broken(rule, n1):
        raise ValueError

    one = scheme(leaf("1.1", 2, "broken"))
    (_, state) = appraise(one, {"broken": broken}, TABLE, [entry("1.1", scored(0), scored(1))])
    assert codes(state.findings) == ["entry-old"]
    assert "lỗi cách tính" in state.findings[0].words("vi")
    assert "method failed" in state.findings[0].words("en")


def test_a_round_builds_on_the_one_before():
    first = entry("1.2", scored(1), scored(0))
    later = entry("1.2", scored(0), scored(2), round=2)
    stale = entry("1.1.1", scored(2), scored(0), round=2)
    states = appraise(SCHEME, METHODS, TABLE, [stale, later, first])
    assert [dict(state.marks) for state in states] == [{}, {(0, "1.2"): scored(0)}, {(0, "1.2"): scored(2)}]
    assert states[-1].refused == (stale,)


def test_a_mark_of_an_earlier_round_may_be_given_back_to_the_rule():
    states = appraise(
        SCHEME, METHODS, TABLE, [entry("1.2", scored(1), scored(0)), entry("1.2", scored(0), None, round=2)]
    )
    assert states[-1].marks == {}
    assert state_words(SCHEME, states[-1].applied[-1], None, "vi") == "theo số liệu"
    assert state_words(SCHEME, states[-1].applied[-1], None, "en") == "computed"


def test_an_entry_that_changes_nothing_is_refused():
    assert codes(after(entry("n1", Known(F(2)), Known(F(2)))).findings) == ["entry-same"]


def test_an_entry_may_confirm_a_fact_in_doubt():
    doubted = replace(TABLE, doubts=frozenset({(0, "n1")}))
    (_, state) = appraise(SCHEME, METHODS, doubted, [entry("n1", Known(F(2)), Known(F(2)))])
    assert state.findings == ()
    assert state.table.doubts == frozenset()


def test_two_entries_about_one_thing_are_a_conflict_shown_with_both():
    one, two = (entry("1.2", scored(1), scored(new), id=new, line=int(new) + 1) for new in ("0", "2"))
    state = after(one, two)
    assert state.refused == (one, two)
    assert codes(state.findings) == ["entry-conflict", "entry-conflict"]
    # By their ids the council chooses one of them.
    assert all(finding.args["id"] != finding.args["rival"] for finding in state.findings)
    assert all(str(finding.args["rival"]) in finding.words("vi") for finding in state.findings)
    text = state.findings[0].words()
    assert "0 ở đây (mã 0), 2 ở appraisal/a.toml:3 (mã 2)" in text


def test_superseding_replaces_from_the_value_that_was_set():
    first = entry("1.2", scored(1), scored(0), id="a")
    second = entry("1.2", scored(0), scored(2), id="b", supersedes="a")
    third = entry("1.2", scored(2), scored("0.5"), id="c", supersedes="b")
    state = after(third, first, second)
    assert state.marks == {(0, "1.2"): scored("0.5")}
    assert (state.applied, state.replaced, state.refused) == ((third,), (first, second), ())


def test_superseding_may_return_to_what_was_there():
    state = after(
        entry("1.2", scored(1), scored(0), id="a"), entry("1.2", scored(0), scored(1), id="b", supersedes="a")
    )
    assert state.findings == ()
    assert state.marks == {(0, "1.2"): scored(1)}


@pytest.mark.parametrize(
    "wrong",
    [
        entry("1.2", scored(0), scored(2), id="b", supersedes="nobody"),
        entry("1.3", scored(1), scored(2), id="b", supersedes="a"),
        entry("1.2", scored(0), scored(2), id="b", supersedes="a", round=2),
        entry("1.2", scored(0), scored(2), id="b", supersedes="a", unit="M02"),
        entry("1.2", scored(2), scored(2), id="b", supersedes="b"),
    ],
    ids=["unknown", "another target", "another round", "another unit", "itself"],
)
def test_what_cannot_be_superseded_is_told(wrong):
    state = after(entry("1.2", scored(1), scored(0), id="a"), wrong)
    assert codes(state.findings) == ["entry-supersedes"]
    assert state.refused == (wrong,)


def test_entries_that_supersede_each_other_in_a_circle_are_refused():
    one = entry("1.2", scored(1), scored(1), id="a", supersedes="b")
    two = entry("1.2", scored(1), scored(1), id="b", supersedes="a")
    three = entry("1.2", scored(1), scored(2), id="c", supersedes="a")
    state = after(one, two, three)
    assert codes(state.findings) == ["entry-supersedes", "entry-supersedes", "entry-supersedes-refused"]
    assert state.refused == (one, two, three)


def test_superseding_from_a_value_that_was_not_set_is_refused():
    first = entry("1.2", scored(1), scored(0), id="a")
    second = entry("1.2", scored(1), scored(2), id="b", supersedes="a")
    state = after(first, second)
    assert (state.applied, state.refused) == ((first,), (second,))
    assert "giá trị cũ ghi là 1, hiện tại là 0" in state.findings[0].words()


@pytest.mark.parametrize(
    ("wrong", "codes_of_both"),
    [
        ({"old": scored(1)}, ["entry-old", "entry-supersedes-refused"]),
        ({"on": date(2024, 5, 1)}, ["entry-phase", "entry-supersedes-refused"]),
        ({"supersedes": "nobody"}, ["entry-supersedes", "entry-supersedes-refused"]),
    ],
    ids=["old", "late", "stands on nothing"],
)
def test_what_supersedes_an_entry_that_does_not_count_does_not_count_either(wrong, codes_of_both):
    first = entry("1.2", scored(1), scored(0), id="a")
    second = entry("1.2", **({"old": scored(0), "new": scored(2), "id": "b", "supersedes": "a"} | wrong))
    third = entry("1.2", scored(2), scored("0.5"), id="c", supersedes="b")
    state = after(third, first, second, phases=Phases(appraisal=(Window(None, date(2023, 12, 31)),)))
    assert (state.applied, state.replaced, state.refused) == ((first,), (), (second, third))
    assert codes(state.findings) == codes_of_both


def test_a_chain_stands_on_the_present_value():
    first = entry("1.2", scored(2), scored(0), id="a", line=3)
    second = entry("1.2", scored(0), scored("0.5"), id="b", supersedes="a")
    state = after(first, second)
    assert codes(state.findings) == ["entry-old"] * 2
    assert [one.place.line for one in state.findings] == [3, 0]
    assert (state.replaced, state.refused) == ((first,), (second,))


def test_two_that_supersede_the_same_one_are_a_conflict():
    first = entry("1.2", scored(1), scored(0), id="a")
    rivals = [entry("1.2", scored(0), scored(new), id=f"b{new}", supersedes="a") for new in (1, 2)]
    state = after(first, *rivals)
    assert codes(state.findings) == ["entry-conflict"] * 2
    assert state.marks == {}


def test_equal_entries_count_once_and_different_ones_under_one_id_never():
    one = entry("1.2", scored(1), scored(0), id="a", line=1)
    again, other = replace(one, origin=Origin("b.toml", 2)), replace(one, reason="Khác", origin=Origin("c.toml", 3))
    assert after(one, again).applied == (one,)
    state = after(other, again, one)
    assert state.refused == (one, other)
    assert codes(state.findings) == ["entry-id-twice"] * 2
    assert "c.toml:3" in state.findings[0].words()
    assert "appraisal/a.toml:1" in state.findings[1].words()
    assert len(appraise(SCHEME, METHODS, TABLE, [other, one])) == 2


def test_an_id_belongs_to_the_round_that_first_has_it():
    one, later = entry("1.2", scored(1), scored(0), id="a"), entry("1.3", scored(1), scored(0), id="a", round=2)
    state = after(later, one)
    assert (state.applied, state.refused) == ((one,), (later,))
    assert codes(state.findings) == ["entry-id-earlier"]


def test_an_entry_about_a_unit_that_is_not_scored_is_refused():
    stranger = entry("1.2", scored(1), scored(0), unit="M99")
    state = after(stranger)
    assert state.refused == (stranger,)
    assert codes(state.findings) == ["entry-unit"]


IN_TIME = Phases(appraisal=(Window(DAY, DAY), Window(date(2024, 1, 5), None)))


@pytest.mark.parametrize(
    ("round", "on", "found"),
    [
        (1, DAY, []),
        (1, date(2023, 12, 19), ["entry-phase"]),
        (1, date(2023, 12, 21), ["entry-phase"]),
        (2, date(2024, 1, 4), ["entry-phase"]),
        (2, date(2030, 1, 1), []),
        (3, DAY, ["entry-round"]),
    ],
)
def test_an_entry_outside_its_phase_is_refused_with_a_finding(round, on, found):
    one = entry("1.2", scored(1), scored(0), round=round, on=on)
    state = after(one, phases=IN_TIME)
    assert codes(state.findings) == found
    assert (state.refused == (one,)) == bool(found)
    assert bool(state.applied) != bool(found)


def test_a_fact_corrected_behind_a_mark_is_told():
    mark = entry("1.1.1", scored(1), scored(0))
    behind = entry("n1", Known(F(2)), Known(F(4)), round=2)
    assert codes(after(mark, behind).findings) == ["entry-behind-mark"]
    again = entry("1.1.1", scored(0), scored(2), round=2)
    assert after(mark, behind, again).findings == ()
    refused = entry("1.1.1", scored(2), scored(1), round=2)
    assert sorted(codes(after(mark, behind, refused).findings)) == ["entry-behind-mark", "entry-old"]
    assert after(mark, replace(behind, unit="M02", old=Known(F(4)), new=Known(F(1)))).findings == ()


def test_words_of_states():
    fact, mark = entry("level", None, None), entry("1.2", None, None)
    assert INDICATORS["level"].options[1].code == "light"
    assert [state_words(SCHEME, fact, Known("light"), lang) for lang in ("vi", "en")] == ["Trả lời light"] * 2
    assert [state_words(SCHEME, fact, None, lang) for lang in ("vi", "en")] == ["chưa có", "unknown"]
    assert state_words(SCHEME, mark, scored(F(3, 2)), "vi") == "1,5"
    assert state_words(SCHEME, mark, HandMark(Outcome.NOT_APPLICABLE), "en") == "not applicable"
