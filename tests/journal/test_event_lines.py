"""The lines of a journal: what is written is read, and no change in them goes unseen."""

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cchc_score.journal.event_lines import MAX_LINE, read_journal
from cchc_score.journal.events import Happening, added, event_line
from tests.journal.made_events import HAPPENINGS, JOURNALS, TIME, journal

ONE = journal([Happening("file", "M01", "reports/a.toml", body={"sha256": "ab", "of": "report"})])


def lines(events):
    return "".join(f"{event_line(event)}\n" for event in events).encode()


def codes(data):
    return [finding.code for finding in read_journal(data, "su-kien.jsonl").faults]


@given(JOURNALS)
def test_what_is_written_is_read(events):
    read = read_journal(lines(events), "su-kien.jsonl")
    assert (read.events, read.faults, read.torn) == (events, (), 0)


@given(JOURNALS, st.lists(HAPPENINGS, max_size=3))
def test_a_journal_grows_at_its_end_alone(events, more):
    longer = (*events, *added(events[-1] if events else None, more, TIME, "Bình"))
    assert lines(longer).startswith(lines(events))
    assert read_journal(lines(longer), "su-kien.jsonl").events == longer


@given(JOURNALS, st.data())
def test_no_change_of_a_byte_is_believed(events, data):
    written = lines(events)
    assume(written)
    place = data.draw(st.integers(0, len(written) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != written[place]))
    read = read_journal(written[:place] + bytes([byte]) + written[place + 1 :], "su-kien.jsonl")
    assert read.events == events[: len(read.events)]
    # The change is in an event that is no longer read: it is told, or the line looks as if it had been left half.
    assert read.faults or read.torn
    assert len(lines(read.events)) <= place


@given(st.lists(HAPPENINGS, min_size=2, max_size=6).map(journal), st.data())
def test_no_line_can_be_left_out_doubled_or_moved(events, data):
    first, second = sorted(data.draw(st.lists(st.integers(0, len(events) - 1), min_size=2, max_size=2, unique=True)))
    moved = list(events)
    moved[first], moved[second] = moved[second], moved[first]
    for wrong in (moved, [*events[:first], *events[first + 1 :]], [*events[: second + 1], *events[second:]]):
        assert codes(lines(wrong)) == ["journal-order"]


@given(JOURNALS, st.integers(1, 400))
def test_a_line_that_was_left_half_does_not_count(events, left):
    whole = lines(events)
    cut = (whole + lines(ONE))[: len(whole) + min(left, len(lines(ONE)) - 1)]
    read = read_journal(cut, "su-kien.jsonl")
    assert (read.events, read.faults) == (events, ())
    assert len(cut) - read.torn == len(whole)


def sealed_data(**changes):
    """A line with other values, under a hash that is right for them."""
    from hashlib import sha256

    from cchc_score.journal.events import canonical

    data = json.loads(event_line(ONE[0])) | changes
    data.pop("hash")
    return canonical(data | {"hash": sha256(canonical(data).encode()).hexdigest()}).encode() + b"\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{}\n", "journal-line"),
        (b"\n", "journal-line"),
        (b"[1]\n", "journal-line"),
        (b"\xff\n", "journal-line"),
        (b"[" * 100_000 + b"\n", "journal-line"),
        (b'{"number":' + b"9" * 5_000 + b"}\n", "journal-line"),
        (b"x" * (MAX_LINE + 1) + b"\n", "journal-line"),
        (sealed_data(number=True), "journal-line"),
        (sealed_data(body={"points": 1}), "journal-line"),
        (sealed_data(body={"a": [[[[[[[[]]]]]]]]}), "journal-line"),
        (sealed_data(extra="x"), "journal-line"),
        (sealed_data(by=None), "journal-line"),
        (sealed_data(number=2), "journal-order"),
        (sealed_data(before="0" * 64), "journal-order"),
        (sealed_data(kind="vote"), "journal-kind"),
        (event_line(ONE[0]).replace(",", ", ").encode() + b"\n", "journal-altered"),
        (event_line(ONE[0]).replace('"by":"', '"by":"\\ud800').encode() + b"\n", "journal-altered"),
    ],
)
def test_what_is_no_event_is_told_by_its_kind(data, code):
    assert codes(data) == [code]
    # Behind another event the number of this one is wrong before anybody asks for its kind.
    assert codes(lines(ONE) + data) == ["journal-order" if code == "journal-kind" else code]
