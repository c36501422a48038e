"""What the quick run takes of a test with many cases."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import CASES, spread


@given(st.integers(0, 200))
def test_few_cases_are_taken_whole_and_of_many_the_ends_and_some_between(count):
    taken = spread(list(range(count)))
    assert len(taken) == len(set(taken)) == min(count, CASES)
    assert taken == sorted(taken)
    assert not count or (taken[0], taken[-1]) == (0, count - 1)


@given(st.integers(CASES, 200))
def test_no_part_of_a_long_table_of_cases_is_left_out(count):
    taken = spread(list(range(count)))
    steps = [later - earlier for earlier, later in pairwise(taken)]
    assert max(steps) - min(steps) <= 1
