"""Column forms: they give the points of the row forms, and no number in them passes the bound that they name."""

from datetime import date
from fractions import Fraction as F
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cchc_score.engine.plan import answers_of
from tests.strategies import METHODS, examples, indicator, rules

IN_COLUMNS = sorted(name for name, method in METHODS.items() if method.column is not None)
SCALES = st.sampled_from([1, 10, 1000])


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
    refs = method.facts(rule.settings)
    answers = tuple(answers_of(indicator(ref.codes[0])) if ref else () for ref in refs)
    drawn, count = [], draw(st.integers(1, 4))
    for ref, number, choices in zip(refs, method.numbers, answers, strict=True):
        if ref is None:
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


@st.composite
def edges(draw, name):
    """A rule, and one unit's facts at, just below or just above a place where its points change."""
    method, rule, scale = METHODS[name], draw(rules(name)), draw(st.sampled_from([10, 1000]))
    refs = method.facts(rule.settings)
    answers = tuple(answers_of(indicator(ref.codes[0])) if ref else () for ref in refs)
    limits = method.limits(rule) if method.limits else {}
    near = st.sampled_from([-1, 0, 1])
    whole = draw(st.sampled_from([0, 1, 1000, 3000]))
    drawn = []
    for parameter, ref, number, choices in zip(method.parameters, refs, method.numbers, answers, strict=True):
        if ref is None:
            drawn.append(None)
        elif parameter == "whole":
            drawn.append(whole)
        elif parameter == "part":
            drawn.append(max(0, int(draw(st.sampled_from(limits["percent"])) * whole / 100) + draw(near)))
        elif parameter in limits:
            drawn.append(max(0, int(draw(st.sampled_from(limits[parameter])) * scale) + draw(near)))
        elif number:
            drawn.append(draw(st.integers(0, 20 * scale)))
        elif choices:
            drawn.append(draw(st.integers(0, len(choices) - 1)))
        else:
            by = draw(st.sampled_from([step.by for step in rule.settings.steps])).toordinal()
            drawn.append(draw(st.sampled_from([0, by - 1, by, by + 1])))
    return method, rule, scale, answers, drawn


@pytest.mark.parametrize("name", IN_COLUMNS)
def test_a_column_gives_the_points_of_the_row_form_at_every_edge(name):
    @examples(150)
    @given(edges(name))
    def law(case):
        method, rule, scale, answers, drawn = case
        whole = METHODS[name].most(rule) if METHODS[name].most else {}
        assume(all(drawn[method.parameters.index(key)] <= most * scale for key, most in whole.items()))
        constants = method.column.constants(rule, scale, answers)
        columns = SimpleNamespace(**{key: column(one) for key, one in constants.items()})
        marks = method.column.function(columns, *(None if one is None else np.array([[one]]) for one in drawn))
        facts = [
            None if fact is None else stored(fact, number, choices, scale)
            for fact, number, choices in zip(drawn, method.numbers, answers, strict=True)
        ]
        expected = method(rule, *facts)
        applies = marks.applicable is None or bool(np.ravel(marks.applicable)[0])
        assert applies == (expected is not None)
        if expected is not None:
            num, den = int(np.ravel(marks.num)[0]), int(np.ravel(marks.den)[0])
            assert F(num, den) == F(expected) * 10**rule.decimals

    law()


@pytest.mark.parametrize("name", IN_COLUMNS)
def test_nothing_computed_passes_the_bound(name):
    @examples(60)
    @given(cases(name))
    def law(case):
        form, constants, drawn = case
        sized = [None if one is None else np.array([[Counted(value) for value in one]], object) for one in drawn]
        Counted.largest = 0
        marks = form.function(SimpleNamespace(**{key: column(one) for key, one in constants.items()}), *sized)
        # The engine rounds by (2 * num + den) // (2 * den).
        end = 2 * (max(abs(value) for value in np.ravel(marks.num)) + max(abs(value) for value in np.ravel(marks.den)))
        largest = SimpleNamespace(**{key: magnitude(one) for key, one in constants.items()})
        bound = form.bound(largest, *(None if one is None else max(one) for one in drawn))
        known = [value for one in drawn if one for value in one]
        widest = [
            abs(one) for value in vars(largest).values() for one in (value if isinstance(value, tuple) else (value,))
        ]
        assert max(Counted.largest, end) <= max(bound, *known, *widest)

    law()


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
