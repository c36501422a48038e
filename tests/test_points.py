"""Exact points: rounding half up, and numbers written for machines."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.points import decimals_needed, fits, plain, plain_ratio, round_half_up
from tests.strategies import examples

PLACES = st.integers(0, 6)
DECIMALS = st.decimals(0, 10**12, places=7, allow_nan=False, allow_infinity=False)
FRACTIONS = st.fractions(-(10**6), 10**6, max_denominator=10**4)


@examples(200)
@given(DECIMALS, PLACES)
def test_rounding_agrees_with_the_decimal_module_from_0_on(value, decimals):
    with localcontext() as context:
        context.prec = 60
        expected = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        assert round_half_up(F(value), decimals) == F(expected) * 10**decimals


@examples(200)
@given(FRACTIONS, PLACES)
def test_rounding_goes_to_the_nearest_step_and_a_half_goes_up(value, decimals):
    away = round_half_up(value, decimals) - value * 10**decimals
    assert F(-1, 2) < away <= F(1, 2)


@pytest.mark.parametrize(
    ("value", "decimals", "steps"),
    [
        ("0.125", 2, 13),
        ("0.124999", 2, 12),
        ("0.5", 0, 1),
        ("2.5", 0, 3),
        ("-0.5", 0, 0),
        ("-1.5", 0, -1),
        ("1/3", 2, 33),
    ],
)
def test_rounding_by_examples(value, decimals, steps):
    assert round_half_up(F(value), decimals) == steps


@examples(200)
@given(FRACTIONS, PLACES)
def test_a_value_fits_exactly_when_rounding_does_not_change_it(value, decimals):
    assert fits(value, decimals) == (F(round_half_up(value, decimals), 10**decimals) == value)


@examples(200)
@given(FRACTIONS)
def test_the_decimals_needed_are_the_fewest_that_fit(value):
    needed = decimals_needed(value)
    if needed is None:
        assert not fits(value, 50)
    else:
        assert fits(value, needed)
        assert needed == 0 or not fits(value, needed - 1)


@pytest.mark.parametrize(
    ("denominator", "needed"), [(1, 0), (2**70, 70), (5**40, 40), (2**3 * 5**40, 40), (10**60, 60), (3 * 10**60, None)]
)
def test_the_decimals_needed_are_counted_exactly_however_many(denominator, needed):
    assert decimals_needed(F(1, denominator)) == needed


@examples(200)
@given(FRACTIONS)
def test_an_exact_number_is_read_back_exactly(value):
    assert F(plain(value)) == value


@examples(200)
@given(FRACTIONS, PLACES)
def test_a_number_with_decimals_is_the_rounded_value_with_all_of_them(value, decimals):
    text = plain(value, decimals)
    assert F(text) == F(round_half_up(value, decimals), 10**decimals)
    assert len(text.partition(".")[2]) == decimals
    assert not (text.startswith("-") and F(text) == 0)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("68.32", None, "68.32"),
        ("1709/21", None, "1709/21"),
        ("6832/84", 2, "81.33"),
        ("0", 2, "0.00"),
        ("-0.5", 2, "-0.50"),
        ("-0.001", 2, "0.00"),
        ("7", 0, "7"),
        ("100", None, "100"),
    ],
)
def test_numbers_for_machines_by_examples(value, decimals, text):
    assert plain(F(value), decimals) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        ("68.32", "84", "6832/84"),
        ("68.32", "84.5", "68320/845"),
        ("68.325", "84", "68325/840"),
        ("0.1", "0.3", "100/3"),
        ("42", "84", "50"),
        ("0", "84", "0"),
        ("1/3", "7", "100/21"),
        ("1/3", "1", "100/3"),
    ],
)
def test_a_share_is_a_decimal_or_the_two_numbers_as_they_stand(part, whole, text):
    assert plain_ratio(F(part), F(whole)) == text


@examples(200)
@given(st.fractions(0, 100, max_denominator=300), st.fractions(F(1, 300), 100, max_denominator=300))
def test_a_share_is_read_back_exactly(part, whole):
    assert F(plain_ratio(part, whole)) == 100 * part / whole
