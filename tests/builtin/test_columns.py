"""Column forms: no number in them passes the bound that they name."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
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
