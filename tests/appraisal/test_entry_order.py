"""Entries in the order of what they stand on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.entry_order import order_entries
from tests.appraisal.kit import entry, scored
from tests.strategies import examples

IDS = "abcdefgh"


@examples(200)
@given(st.dictionaries(st.sampled_from(IDS), st.sampled_from([*IDS, ""]), max_size=len(IDS)))
def test_each_entry_comes_once_after_the_one_it_supersedes_and_circles_apart(below):
    entries = {id: entry("1.2", scored(0), scored(1), id=id, supersedes=under) for id, under in below.items()}
    order, circles = ([one.id for one in part] for part in order_entries(entries))
    assert sorted([*order, *circles]) == sorted(below)
    for place, id in enumerate(order):
        assert below[id] not in below or below[id] in circles or below[id] in order[:place]
    for id in below:
        walked, at = set(), below[id]
        while at in below and at not in walked:
            walked.add(at)
            at = below[at]
        assert (id in circles) == (id in walked)


@pytest.mark.full
def test_a_long_chain_is_put_in_order_at_once():
    count = 20_000
    entries = {
        str(place): entry("1.2", scored(0), scored(1), id=str(place), supersedes=str(place + 1))
        for place in range(count)
    }
    order, circles = order_entries(entries)
    assert [one.id for one in order] == [str(place) for place in reversed(range(count))]
    assert circles == []
