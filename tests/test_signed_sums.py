"""Signed sums: signs, a yes as 1, and nothing asked that the reference does not name."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.model import FactRef
from cchc_score.signed_sums import signed_sum
from tests.strategies import ref

FACTS = {"n1": F(7), "n2": F(5, 2), "yes": True, "no": False}


@pytest.mark.parametrize(
    ("terms", "total"),
    [
        (("n1",), 7),
        (("-n1",), -7),
        (("n1", "-n2"), F(9, 2)),
        (("n2", "n1"), F(19, 2)),
        (("yes",), 1),
        (("-yes", "no"), -1),
        (("n1", "-yes", "-no"), 6),
    ],
)
def test_a_signed_sum_adds_and_takes_off_and_counts_a_yes_as_one(terms, total):
    found = signed_sum(ref(*terms), FACTS.__getitem__)
    assert (found, type(found)) == (total, F)


@given(st.lists(st.tuples(st.sampled_from((1, -1)), st.fractions()), min_size=1))
def test_a_signed_sum_is_the_sum_of_its_terms_and_each_is_asked_once(terms):
    asked = []

    def value_of(code):
        asked.append(code)
        return terms[int(code)][1]

    named = FactRef(tuple((sign, str(n)) for n, (sign, _) in enumerate(terms)))
    assert signed_sum(named, value_of) == sum(sign * value for sign, value in terms)
    assert asked == [str(n) for n in range(len(terms))]
