"""A receipt proves that its event stands in a journal, whatever came behind it, and shows a journal that was cut or replaced."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.journal.receipt import receipt_of, verdict
from tests.journal.made_events import HAPPENINGS, journal


@given(st.lists(HAPPENINGS, min_size=1, max_size=6), st.data())
def test_a_receipt_holds_while_its_event_stands(happenings, data):
    events = journal(happenings)
    at = data.draw(st.integers(0, len(events) - 1))
    receipt = receipt_of(events[at])
    for length in range(len(events) + 1):
        assert verdict(receipt, events[:length]) == ("holds" if length > at else "unknown")


@given(st.lists(HAPPENINGS, min_size=1, max_size=6), HAPPENINGS, st.data())
def test_another_past_is_seen(happenings, other, data):
    at = data.draw(st.integers(0, len(happenings) - 1))
    events = journal(happenings)
    changed = journal([*happenings[:at], replace(other, target=happenings[at].target + "x"), *happenings[at + 1 :]])
    # Every hash from the changed event on is another one.
    for place in range(len(events)):
        assert verdict(receipt_of(events[place]), changed) == ("holds" if place < at else "altered")
