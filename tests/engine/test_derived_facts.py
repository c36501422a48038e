"""Facts that follow from others: lowest, highest, counted; known only where all that they are made of are known."""

from dataclasses import replace
from fractions import Fraction as F

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine.derived_facts import with_derived
from cchc_score.facts import Origin, table
from cchc_score.model import Derived, Indicator, Option, Unit
from tests.engine.schemes import leaf, scheme
from tests.strategies import examples, ref

GRADES = tuple(Option(code, code) for code in ("good", "fair", "poor"))
MONTHS = ("m1", "m2", "m3")
KNOWN = {
    **{code: Indicator(code, code, kind="decimal", decimals=1) for code in MONTHS},
    **{f"g{n}": Indicator(f"g{n}", "g", kind="option", options=GRADES) for n in (1, 2)},
    "lowest": Indicator("lowest", "l", kind="decimal", decimals=2, derived=Derived("lowest", MONTHS)),
    "highest": Indicator("highest", "h", kind="decimal", decimals=1, derived=Derived("highest", MONTHS)),
    "enough": Indicator("enough", "e", derived=Derived("count", MONTHS, at_least=F(4))),
    "worst": Indicator("worst", "w", kind="option", options=GRADES, derived=Derived("highest", ("g1", "g2"))),
    "passed": Indicator("passed", "p", derived=Derived("count", ("g1", "g2"), answers=("good", "fair"))),
}
SCHEME = scheme(leaf("1.1", 2, "count", count=ref("n1"), each=F(1)))
SCHEME = replace(SCHEME, indicators=KNOWN)
UNITS = (Unit("A", "Xã A"), Unit("B", "Xã B"))


def derived(facts, origins=None, doubts=frozenset()):
    return with_derived(SCHEME, table(UNITS, KNOWN, facts, origins, doubts))


def known(found, row):
    return {code: found.value(row, code) for code, one in KNOWN.items() if one.derived and found.known(row, code)}


@examples(60)
@given(st.lists(st.integers(0, 100), min_size=3, max_size=3))
def test_the_lowest_the_highest_and_the_count_of_numbers(tenths):
    values = [F(one, 10) for one in tenths]
    found = derived({(0, code): value for code, value in zip(MONTHS, values, strict=True)})
    assert known(found, 0) == {
        "lowest": min(values), "highest": max(values), "enough": sum(value >= 4 for value in values)
    }  # fmt: skip
    assert known(found, 1) == {}


def test_of_answers_the_order_of_the_list_decides():
    found = derived({(0, "g1"): "good", (0, "g2"): "poor", (1, "g1"): "good", (1, "g2"): "fair"})
    assert [found.value(row, "worst") for row in (0, 1)] == ["poor", "fair"]
    assert [found.value(row, "passed") for row in (0, 1)] == [1, 2]


def test_one_unknown_part_leaves_it_unknown():
    assert known(derived({(0, "m1"): F(4), (0, "m2"): F(5)}), 0) == {}


def test_what_a_unit_tells_itself_stands():
    facts = {(0, "lowest"): F(9), **{(0, code): F(1) for code in MONTHS}}
    assert derived(facts).value(0, "lowest") == 9


def test_doubt_about_a_part_is_doubt_about_what_follows_from_it():
    facts = {(row, code): F(1) for row in (0, 1) for code in MONTHS}
    found = derived(facts, {(0, "m1"): Origin("a.csv", 1)}, frozenset({(0, "m1")}))
    assert {code for row, code in found.doubts if row == 0} == {"m1", "lowest", "highest", "enough"}
    assert not any(row == 1 for row, _ in found.doubts)


def test_a_table_without_anything_to_derive_is_the_same():
    plain = table(UNITS, KNOWN, {(0, "m1"): F(1)})
    assert with_derived(SCHEME, plain) is plain
