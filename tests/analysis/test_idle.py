"""A fact is called idle only where brute force finds no change either: whatever gates, sums and relations share."""

from dataclasses import replace
from fractions import Fraction as F
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.analysis.lint import lint
from cchc_score.analysis.trials import are_consistent
from cchc_score.engine.leaves import score_leaf
from cchc_score.facts import table
from cchc_score.model import Bounds, Gate, Indicator, Outcome, Unit
from cchc_score.signed_sums import signed_sum
from tests.engine.schemes import leaf, scheme
from tests.strategies import METHODS, examples, ref

CODES = ("a", "b", "c")
PARTS = st.sampled_from([ref("b", "-c"), ref("c"), ref("b"), ref("a", "-b")])
WHOLES = st.sampled_from([ref("b"), ref("a"), ref("a", "b")])
RELATIONS = st.sampled_from([{}, {"c": "b"}, {"b": "a", "c": "b"}])
NONE = st.sampled_from(["full", "zero", "not_applicable"])
GATES = st.none() | st.builds(
    Gate,
    st.sampled_from([ref("a"), ref("b"), ref("c"), ref("a", "-b")]),
    st.sampled_from([Bounds(F(1)), Bounds(F(3)), Bounds(to=F(0)), Bounds(to=F(3))]),
    st.just(()),
    st.sampled_from(["full", "zero"]),
) | st.just(Gate(ref("b"), Bounds(F(50)), (), "zero", whole=ref("a")))  # fmt: skip
LEVELS = st.sampled_from([(100, None), (90, 50), (F("33.3"), None)])


@st.composite
def shared_leaves(draw):
    """A leaf that asks for three facts in its share and its gate, with relations between them."""
    levels = [{"from": F(limit), "points": F(2 - at)} for at, limit in enumerate(draw(LEVELS)) if limit is not None]
    extra = draw(st.sampled_from([{}, {"zero_below": F(60)}, {"bands": [*levels, {"from": F(0), "points": F(0)}]}]))
    shares = {"part": draw(PARTS), "whole": draw(WHOLES), "if_none": draw(NONE)}
    one = leaf("1.1", 2, "bands" if "bands" in extra else "ratio", gate=draw(GATES), **shares, **extra)
    relations = draw(RELATIONS)
    known = {code: Indicator(code, code, part_of=relations.get(code)) for code in CODES}
    return replace(scheme(one), indicators=known), one, shares


def results(small, one, shares):
    """What the engine gives for all small consistent figures in which the part is not above the whole."""
    figures = [dict(zip(CODES, map(F, drawn), strict=True)) for drawn in product(range(6), repeat=3)]
    sums = [[signed_sum(shares[key], facts.__getitem__) for key in ("part", "whole")] for facts in figures]
    figures = [
        facts
        for facts, (part, whole) in zip(figures, sums, strict=True)
        if 0 <= part <= whole and are_consistent(facts, small.indicators)
    ]
    values = {(row, code): value for row, facts in enumerate(figures) for code, value in facts.items()}
    units = [Unit(str(row), "") for row in range(len(figures))]
    cells, _ = score_leaf(small, one, METHODS[one.method], table(units, small.indicators, values))
    marks = zip(map(Outcome, cells.outcome), cells.low, strict=True)
    held = (Outcome.SCORED, Outcome.NOT_APPLICABLE)
    return [(facts, mark) for facts, mark in zip(figures, marks, strict=True) if mark[0] in held]


@examples(150)
@given(shared_leaves())
def test_what_is_called_idle_changes_nothing(drawn):
    small, one, shares = drawn
    (linted,) = lint(small, None, METHODS)
    idle = [oddity.finding.args["fact"].vi for oddity in linted.oddities if oddity.finding.code == "lint-idle"]
    for code in (code for code in CODES if code in idle):
        lines = {}
        for facts, mark in results(small, one, shares):
            lines.setdefault(tuple(value for other, value in facts.items() if other != code), set()).add(mark)
        assert all(len(marks) == 1 for marks in lines.values())


def test_the_lawful_among_the_issued_behind_a_gate_on_the_assigned():
    """TT 09/2021, indicator 1, as it is written naturally."""
    levels = [{"from": F(100), "points": F(2)}, {"from": F(0), "points": F(0)}]
    known = {"a": Indicator("a", "A"), "b": Indicator("b", "B", part_of="a"), "c": Indicator("c", "C", part_of="b")}
    one = leaf(
        "1.1", 2, "bands", part=ref("b", "-c"), whole=ref("b"), if_none="zero", bands=levels,
        gate=Gate(ref("a"), Bounds(F(1)), (), "full"),
    )  # fmt: skip
    (linted,) = lint(replace(scheme(one), indicators=known), None, METHODS)
    codes = {oddity.finding.code for oddity in linted.oddities}
    assert codes == {"lint-jump"}
