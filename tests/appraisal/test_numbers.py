"""Points as TOML and spreadsheets hold them: exact, never negative, whatever stands there."""

from decimal import Decimal
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.marks import as_toml, mark_of
from cchc_score.intake.printed_values import Unreadable
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from tests.strategies import examples


@examples(300)
@given(st.fractions(0, 1000, max_denominator=10**24) | st.integers(0, 10**12).map(lambda n: F(n, 10**9)))
def test_points_of_any_rule_are_read_back_from_toml(points):
    assert mark_of(as_toml(points)) == HandMark(Outcome.SCORED, points)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (-1, "mark-negative"),
        (Decimal("-0.5"), "mark-negative"),
        (F(-1, 3), "mark-negative"),
        ("-1", "mark-negative"),
        (Decimal("NaN"), "mark-unreadable"),
        (Decimal("Infinity"), "mark-unreadable"),
        (10**30, "mark-unreadable"),
        (True, "mark-unreadable"),
        ("1/0", "mark-unreadable"),
        (None, "mark-unreadable"),
    ],
)
def test_what_is_no_points_is_refused(raw, code):
    with pytest.raises(Unreadable) as caught:
        mark_of(raw)
    assert caught.value.code == code
