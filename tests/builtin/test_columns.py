"""Column forms: they give the points of the row forms, and no number in them passes the bound that they name."""

from datetime import date
from fractions import Fraction as F
from itertools import product
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine.columns.fact_terms import answer_codes
from cchc_score.methods import Rule
from tests.strategies import METHODS, TREATMENTS, examples, indicator, ref, rules

IN_COLUMNS = sorted(name for name, method in METHODS.items() if method.column is not None)
SCALES = st.sampled_from([1, 10, 1000])


def rule(name, most, **raw):
    return name, Rule("1.1", F(most), METHODS[name].settings.model_validate(raw))


RISING = [{"above": F(90), "points": F(4)}, {"from": F("70.5"), "points": F("2.5")}, {"from": F(0), "points": F(0)}]
FALLING = [{"above": F("70.5"), "points": F(0)}, {"from": F(70), "points": F(1)}, {"from": F(0), "points": F(4)}]
SHARE = {"part": ref("n1"), "whole": ref("n2")}
STEPS = [{"by": date(2023, 1, day), "points": F(points)} for day, points in ((15, 2), (30, 1))]
RULES = [
    *(rule("bands", 4, value=ref("n1"), bands=bands) for bands in (RISING, FALLING)),
    *(rule("bands", 4, **SHARE, if_none=treatment, bands=RISING) for treatment in TREATMENTS),
    *(rule("ratio", 4, **SHARE, if_none=treatment) for treatment in TREATMENTS),
    *(rule("ratio", most, **SHARE, if_none="full", zero_below=F("80")) for most in (4, F(1, 100))),
    rule("ratio", 4, **SHARE, if_none="zero", zero_below=F("70.5")),
    *(rule("count", 3, count=ref("n1"), each=F(each), start=F(start)) for each, start in (("0.5", 0), ("-0.5", 3))),
    *(rule("given", most, points=ref("survey")) for most in ("2.5", 10**6)),
    *(
        rule("options", 2, fact=ref("level"), points={"none": F(0), "light": F(2), "serious": last})
        for last in (F(1), "not_applicable")
    ),
    *(
        rule("answers", 4, answers={"n1": F(100), "n2": F(share), "n3": F(0)}, if_none=treatment)
        for treatment, share in zip(TREATMENTS, ("50", "66.7", "0.125"), strict=True)
    ),
    rule("options", 2, fact=ref("flag"), points={"no": F(2), "yes": F(0)}),
    *(
        rule("deadline", 10, date=ref("done_on"), steps=STEPS, late=F(late), never=F(never))
        for late, never in ((0, 10), (10, 0), (0, 0))
    ),
]


def answers_for(method, rule):
    """For each fact of a rule the codes of its answers."""
    return tuple(answer_codes(indicator(ref.codes[0])) if ref else () for ref in method.facts(rule.settings))


class Counted(int):
    """A whole number that notes the largest magnitude among all that are computed from it."""

    largest = 0


def counted(name):
    def operate(self, other=0):
        result = Counted(getattr(int, name)(self, *([] if name in ("__neg__", "__abs__") else [int(other)])))
        Counted.largest = max(Counted.largest, abs(result))
        return result

    return operate


for operator in ("add", "radd", "sub", "rsub", "mul", "rmul"):
    setattr(Counted, f"__{operator}__", counted(f"__{operator}__"))


def column(value):
    """A constant, or a tuple of them, as a column of whole numbers that note what becomes of them."""
    if isinstance(value, tuple):
        return tuple(map(column, value))
    return np.array([[Counted(value)]], object)


def magnitude(value):
    return tuple(map(magnitude, value)) if isinstance(value, tuple) else abs(value)


@st.composite
def cases(draw, name):
    """A rule's constants, and facts of some units as the engine hands them over."""
    method, rule, scale = METHODS[name], draw(rules(name)), draw(SCALES)
    answers = answers_for(method, rule)
    drawn, count = [], draw(st.integers(1, 4))
    for (_, asked, number), choices in zip(method.asked(rule.settings), answers, strict=True):
        if asked is None:
            drawn.append(None)
            continue
        most = 10**6 if number else len(choices) - 1 if choices else 738_600
        values = st.integers(0, most) | st.sampled_from([0, most])
        drawn.append(draw(st.lists(values, min_size=count, max_size=count)))
    return method.column, method.column.constants(rule, scale, answers), drawn


def stored(fact, number, choices, scale):
    """A fact of a column as the row form sees it."""
    if number:
        return F(fact, scale)
    if choices:
        return fact == 1 if choices == ("no", "yes") else choices[fact]
    return date.fromordinal(fact) if fact else None


def same_points(method, rule, scale, drawn):
    """Whether the column form gives one unit the points of the row form."""
    answers = answers_for(method, rule)
    constants = method.column.constants(rule, scale, answers)
    columns = SimpleNamespace(**{key: column(one) for key, one in constants.items()})
    marks = method.column.function(columns, *(None if one is None else np.array([[one]]) for one in drawn))
    expected = method(
        rule,
        *(
            None if fact is None else stored(fact, one.number, choices, scale)
            for fact, one, choices in zip(drawn, method.asked(rule.settings), answers, strict=True)
        ),
    )
    applies = marks.applicable is None or bool(np.ravel(marks.applicable)[0])
    if expected is None or not applies:
        return applies == (expected is not None)
    return F(int(np.ravel(marks.num)[0]), int(np.ravel(marks.den)[0])) == F(expected) * 10**rule.decimals


@pytest.mark.parametrize(("name", "rule"), RULES)
def test_a_column_gives_the_points_of_the_row_form_around_the_limits_of_some_rules(name, rule):
    method = METHODS[name]
    some = {
        "whole": [0, 1, 1000],
        "part": [0, 1, 699, 700, 701, 704, 705, 706, 799, 800, 801, 899, 900, 901, 1000, 1001],
        "value": [0, 1, 699, 700, 701, 704, 705, 706, 899, 900, 901, 10**6],
        "count": [0, 1, 5, 59, 60, 61, 10**6],
        "points": [0, 1, 24, 25],
        "fact": range(len(answers_for(method, rule)[0])),
        "date": [0, *(date(2023, 1, day).toordinal() for day in (14, 15, 16, 30, 31))],
    }
    few = [0, 1, 7, 60]
    asked = [some.get(key, few) if fact else [None] for key, fact, _ in method.asked(rule.settings)]
    for drawn in product(*asked):
        assert same_points(method, rule, 10, list(drawn)), drawn


def within_bound(form, constants, drawn):
    """Whether nothing that a column form computes for these facts passes the bound it names for them."""
    sized = [None if one is None else np.array([[Counted(value) for value in one]], object) for one in drawn]
    Counted.largest = 0
    marks = form.function(SimpleNamespace(**{key: column(one) for key, one in constants.items()}), *sized)
    # The engine rounds by (2 * num + den) // (2 * den).
    end = 2 * (max(abs(value) for value in np.ravel(marks.num)) + max(abs(value) for value in np.ravel(marks.den)))
    largest = SimpleNamespace(**{key: magnitude(one) for key, one in constants.items()})
    bound = form.bound(largest, *(None if one is None else max(one) for one in drawn))
    written = [one for value in vars(largest).values() for one in (value if isinstance(value, tuple) else (value,))]
    return max(Counted.largest, end) <= max([bound, *written, *(value for one in drawn if one for value in one)])


@pytest.mark.parametrize("name", IN_COLUMNS)
def test_nothing_computed_passes_the_bound(name):
    @examples(60)
    @given(cases(name))
    def law(case):
        assert within_bound(*case)

    law()


@pytest.mark.parametrize(("name", "rule"), RULES)
def test_nothing_computed_passes_the_bound_for_the_smallest_and_the_largest_facts(name, rule):
    method = METHODS[name]
    constants = method.column.constants(rule, 1, answers_for(method, rule))
    some = {"fact": range(len(answers_for(method, rule)[0])), "date": [0, 1, 738_600]}
    asked = [some.get(key, [0, 1, 100, 10**6]) if fact else [None] for key, fact, _ in method.asked(rule.settings)]
    for drawn in product(*asked):
        assert within_bound(method.column, constants, [None if one is None else [one] for one in drawn]), drawn


@pytest.mark.parametrize("name", IN_COLUMNS)
def test_a_bound_does_not_fall_when_a_number_grows(name):
    @examples(60)
    @given(cases(name), st.data())
    def law(case, data):
        form, constants, drawn = case
        largest = {key: magnitude(one) for key, one in constants.items()}
        more = st.integers(0, 10**6)

        def grown(value):
            return tuple(map(grown, value)) if isinstance(value, tuple) else value + data.draw(more)

        facts = [None if one is None else max(one) for one in drawn]
        later = [None if one is None else one + data.draw(more) for one in facts]
        wider = SimpleNamespace(**{key: grown(one) for key, one in largest.items()})
        assert form.bound(SimpleNamespace(**largest), *facts) <= form.bound(wider, *later)

    law()
