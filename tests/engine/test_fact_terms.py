"""Quotients of whole columns: always the whole part, also where floats divide."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine.columns.fact_terms import WIDE, whole_quotients
from tests.strategies import examples

NARROW = 2**31 - 1
SINGLE = 2**24


@st.composite
def close_pairs(draw, most):
    """Numerators at and beside multiples of their denominators, where a float could round up, and any others."""
    den = draw(st.one_of(st.integers(1, most), st.integers(1, 2000), st.integers(most - 2000, most)))
    multiple = draw(st.integers(0, most // den)) * den
    num = draw(st.one_of(st.integers(0, most), st.sampled_from([multiple - 1, multiple, multiple + 1])))
    return max(0, min(most, num)), den


@given(st.sampled_from([SINGLE - 1, SINGLE, NARROW]), st.data())
@examples(300)
def test_32_bits_are_divided_as_python_divides(most, data):
    pairs = data.draw(st.lists(close_pairs(most), min_size=1, max_size=50))
    num, den = (np.array(column, np.int32) for column in zip(*pairs, strict=True))
    found = whole_quotients(num, den, most)
    assert found.dtype == np.int32
    assert found.tolist() == [one // other for one, other in pairs]


@given(st.lists(close_pairs(WIDE - 1), min_size=1, max_size=50))
@examples(60)
def test_64_bits_are_divided_as_python_divides(pairs):
    num, den = (np.array(column, np.int64) for column in zip(*pairs, strict=True))
    assert whole_quotients(num, den, WIDE - 1).tolist() == [one // other for one, other in pairs]


def test_the_largest_of_each_width_by_every_small_denominator():
    den = np.arange(1, 100_000, dtype=np.int32)
    for num in (SINGLE - 1, SINGLE, NARROW, NARROW - 1):
        assert (whole_quotients(np.full_like(den, num), den, num) == num // den).all()
        # The last number below each multiple is the closest that a quotient comes to a whole number from below.
        below = (num // den * den - 1).astype(np.int32)
        assert (whole_quotients(below, den, num) == below // den).all()


def test_a_number_may_stand_for_a_whole_column():
    assert whole_quotients(7, 2, 7) == 3
    assert whole_quotients(np.array([7, 8], np.int32), 3, 8).tolist() == [2, 2]
