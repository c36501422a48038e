"""Facts as columns: what is stored is what a rule sees."""

from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.facts import MAX_DECIMALS, MAX_VALUE, Batch, Origin, corrected, decode, encode, table, total
from cchc_score.model import Indicator, Unit
from cchc_score.testing import units, values
from tests.strategies import KINDS, NUMBERS, examples, indicator, indicators, ref, told

DAY = date(2023, 1, 1)
ALL = st.sampled_from(sorted(KINDS)).flatmap(lambda code: st.integers(0, 3).map(lambda places: indicator(code, places)))


@examples(200)
@given(ALL.flatmap(lambda one: st.tuples(st.just(one), values(one))))
def test_a_fact_stored_and_read_again_is_the_same_of_the_same_type(drawn):
    one, value = drawn
    again = decode(one, encode(one, value))
    assert again == value
    assert type(again) is type(value)


@examples(200)
@given(ALL, st.data())
def test_a_stored_number_fits_in_a_column(one, data):
    assert -(2**63) <= encode(one, data.draw(values(one))) < 2**63


def test_the_largest_fact_fits_in_a_column():
    largest = encode(Indicator("x", "X", kind="money", decimals=MAX_DECIMALS), F(MAX_VALUE))
    assert largest == MAX_VALUE * 1000 < 2**63


@pytest.mark.parametrize("kind", ["count", "decimal", "money", "percent", "points"])
@pytest.mark.parametrize(
    ("value", "words"),
    [
        *((value, "out of range") for value in (F(-1), F(MAX_VALUE) + 1)),
        *((value, "out of range") for value in (F(-1, 1000), F(MAX_VALUE) + F(1, 1000))),
        *((value, "not a value of this kind") for value in (F(1, 3), F(1, 10**4), 1, 1.0, True, "1", None, DAY)),
    ],
)
def test_a_number_takes_no_value_that_it_cannot_hold(kind, value, words):
    finer = kind == "count" and isinstance(value, F) and value.denominator > 1
    with pytest.raises(ValueError, match=f"^{'not a value of this kind' if finer else words}$"):
        encode(Indicator("x", "X", kind=kind, decimals=0 if kind == "count" else 3), value)


@pytest.mark.parametrize(
    ("value", "decimals", "whole"),
    [
        (F(0), 0, 0),
        (F(0), 3, 0),
        (F(7), 0, 7),
        (F(7), 2, 700),
        (F(1, 2), 1, 5),
        (F(5, 4), 3, 1250),
        (F(MAX_VALUE), 1, 10**16),
    ],
)
def test_a_number_is_stored_as_whole_parts(value, decimals, whole):
    assert encode(Indicator("x", "X", kind="decimal", decimals=decimals), value) == whole


@pytest.mark.parametrize(
    ("code", "value"),
    [
        *((code, value) for code in ("flag", "level", "done_on") for value in (F(0), F(1), F(7), 1, 0.5)),
        *((code, None) for code in ("flag", "level")),
        *((code, True) for code in ("level", "done_on")),
        *((code, "yes") for code in ("flag", "level", "done_on")),
        ("flag", date(2023, 1, 1)),
        ("level", date(2023, 1, 1)),
    ],
)
def test_an_answer_or_a_day_takes_no_value_of_another_kind(code, value):
    with pytest.raises(ValueError, match=r"^not a value of this kind$" if not isinstance(value, str) else r".+"):
        encode(indicator(code), value)


def test_never_is_a_known_day_and_not_an_unknown_one():
    one = indicator("done_on")
    facts = table([Unit("a", "A"), Unit("b", "B")], {"done_on": one}, {(0, "done_on"): None})
    assert [facts.known(row, "done_on") for row in (0, 1)] == [True, False]
    assert facts.value(0, "done_on") is None


def test_0_and_no_are_known():
    listed = {code: indicator(code) for code in ("n1", "flag")}
    facts = table([Unit("a", "A")], listed, {(0, "n1"): F(0), (0, "flag"): False})
    assert facts.known(0, "n1")
    assert facts.known(0, "flag")
    assert (facts.value(0, "n1"), facts.value(0, "flag")) == (0, False)
    assert not facts.known(0, "n2")


@st.composite
def tables(draw):
    known, listed = draw(indicators()), draw(units())
    chosen = draw(st.sets(st.sampled_from(sorted(known)), max_size=4))
    cells = {
        (row, code): draw(st.none() | values(known[code]).map(lambda v: (v,)))
        for row in range(len(listed))
        for code in chosen
    }
    return listed, known, {key: cell[0] for key, cell in cells.items() if cell}


@examples(80)
@given(tables())
def test_a_table_tells_exactly_what_it_was_told(drawn):
    listed, known, facts = drawn
    one = table(listed, known, facts)
    assert one.units == listed
    assert told(one) == facts
    for code, column in one.columns.items():
        assert len(column.values) == len(column.known) == len(listed)
        unknown = [row for row in range(len(listed)) if not one.known(row, code)]
        assert all(column.values[row] == column.known[row] == 0 for row in unknown)


@examples(80)
@given(tables(), st.data())
def test_corrected_facts_are_those_told_over_the_others_and_no_longer_in_doubt(drawn, data):
    listed, known, facts = drawn
    keys = [(row, code) for row in range(len(listed)) for code in sorted(known)]
    places = data.draw(st.sets(st.sampled_from(keys), max_size=5)) if keys else set()
    changes = {
        (row, code): data.draw(values(known[code]).map(lambda one: (True, one)) | st.just((False, None)))
        for row, code in sorted(places)
    }
    before, after = Origin("a.toml", 1), Origin("b.toml", 2)
    doubts = frozenset(data.draw(st.sets(st.sampled_from(sorted(facts))))) if facts else frozenset()
    one = table(listed, known, facts, dict.fromkeys(facts, before), doubts)
    other = corrected(one, known, changes, dict.fromkeys(changes, after))
    kept = {key: value for key, value in facts.items() if key not in changes}
    assert told(other) == kept | {key: value for key, (is_known, value) in changes.items() if is_known}
    assert {key: other.origins[key] for key in told(other)} == {
        key: after if key in changes else before for key in told(other)
    }
    assert other.doubts == doubts - changes.keys()
    assert other.units == one.units
    assert (other is one) == (not changes)


@examples(100)
@given(
    indicators(),
    st.lists(st.tuples(st.sampled_from(NUMBERS), st.booleans()), min_size=1, unique_by=lambda x: x[0]),
    st.data(),
)
def test_a_signed_sum_adds_and_takes_off_and_a_yes_counts_1(known, terms, data):
    facts = {(0, code): data.draw(values(known[code])) for code, _ in terms}
    asked = ref(*(f"-{code}" if minus else code for code, minus in terms))
    expected = sum(
        F(int(v) if isinstance(v, bool) else v) * (-1 if dict(terms)[c] else 1) for (_, c), v in facts.items()
    )
    result = total(table([Unit("a", "A")], known, facts), 0, asked)
    assert result == expected
    assert type(result) is F


def test_doubts_are_asked_by_unit_and_fact():
    one = table([Unit("a", "A")], {"n1": indicator("n1")}, {(0, "n1"): F(1)}, doubts=frozenset({(0, "n1")}))
    assert one.doubted(0, ["n2", "n1"])
    assert not one.doubted(0, ["n2"])
    assert not one.doubted(1, ["n1"])


@st.composite
def batches(draw):
    """Units, and of some of them one line each in one of two batches."""
    count = draw(st.integers(0, 6))
    codes = draw(st.lists(st.sampled_from(("n1", "n2", "amount")), unique=True))
    made = []
    for _ in range(2):
        known = {code: draw(st.lists(st.booleans(), min_size=count, max_size=count)) for code in codes}
        values = {code: [draw(st.integers(0, 9)) if one else 0 for one in column] for code, column in known.items()}
        made.append((values, known))
    owner = draw(st.lists(st.sampled_from([None, 0, 1]), min_size=count, max_size=count))
    rows = draw(st.permutations(range(count)))
    return count, made, owner, rows


@examples(100)
@given(batches())
def test_facts_in_columns_make_the_table_that_single_facts_make(drawn):
    count, made, owner, rows = drawn
    known = {code: indicator(code, 1) for code in ("n1", "n2", "amount")}
    listed = [Unit(str(place), str(place)) for place in range(count)]
    facts, parts = {}, []
    for number, (stored, given_of) in enumerate(made):
        places = [place for place in range(count) if owner[place] == number]
        lines = [rows[place] for place in places]
        parts.append(Batch(places, lines, stored, {code: bytes(column) for code, column in given_of.items()}))
        for place, row in zip(places, lines, strict=True):
            for code in stored:
                if given_of[code][row]:
                    facts[place, code] = decode(known[code], stored[code][row])
    together, alone = table(listed, known, {}, batches=parts), table(listed, known, facts)
    assert together.cells == alone.cells
    assert list(together.columns) == list(alone.columns)


def test_facts_in_columns_keep_their_places_whatever_gaps_lie_between():
    listed = [Unit(str(place), str(place)) for place in range(8)]
    codes = ("n1", "n2", "n3")
    known = dict.fromkeys(codes, b"\1\1\1\1\1")
    own = Batch((0, 2, 3, 5, 6), (4, 3, 2, 1, 0), {code: [5, 4, 3, 2, 1] for code in codes}, known)
    made = table(listed, {code: indicator(code, 0) for code in codes}, {}, batches=[own])
    for code in codes:
        assert list(made.columns[code].values) == [1, 0, 2, 3, 0, 4, 5, 0]
        assert list(made.columns[code].known) == [1, 0, 1, 1, 0, 1, 1, 0]


def test_the_place_of_a_fact_is_that_of_its_origin():
    origin = Origin("a.xlsx", 5, "1.1", cell="PL01!C5")
    assert origin.place("Xã An Lộc").words() == "a.xlsx: PL01!C5: Xã An Lộc, dòng 1.1"


def test_a_finding_about_a_fact_stands_where_the_fact_does():
    place = Origin("a.docx", 7, "1.1", table=2).place("Xã A")
    assert (place.file, place.line, place.unit, place.row, place.table) == ("a.docx", 7, "Xã A", "1.1", 2)


@pytest.mark.parametrize("value", [F(1, 10), F(10**15 - 1) + F(9, 10), F(10**15)])
def test_a_fraction_up_to_the_largest_figure_is_held(value):
    share = Indicator("share", "Tỷ lệ", kind="percent", decimals=1)
    assert decode(share, encode(share, value)) == value
