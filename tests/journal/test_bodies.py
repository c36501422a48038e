"""Entries and explanations in events: nothing is lost, and nothing is a number that a program could round."""

from dataclasses import replace

import pytest
from hypothesis import given

from cchc_score.journal.act_bodies import act_body, act_of
from cchc_score.journal.bodies import entry_body, entry_of, explanation_body, explanation_of, statement_key
from cchc_score.journal.event_lines import read_journal
from cchc_score.journal.events import Happening, event_line
from cchc_score.journal.state_bodies import BrokenBody
from tests.journal.made_events import ACTS, ENTRIES, EXPLANATIONS, LETTERS, ORIGINS, journal


def through_a_file(kind, body):
    """A body as it comes back from the line of an event."""
    (event,) = journal([Happening(kind, body=body)])
    (read,) = read_journal(f"{event_line(event)}\n".encode(), "su-kien.jsonl").events
    return read.happening.body


@given(ENTRIES)
def test_an_entry_comes_back_as_it_was(entry):
    assert entry_of(through_a_file("entry", entry_body(entry))) == entry


@given(EXPLANATIONS)
def test_an_explanation_comes_back_as_it_was(answer):
    assert explanation_of(through_a_file("explanation", explanation_body(answer))) == answer


@given(ACTS)
def test_an_act_comes_back_as_it_was(act):
    assert act_of(through_a_file("act", act_body(act))) == act


@given(ENTRIES | EXPLANATIONS | ACTS, ORIGINS, LETTERS)
def test_a_statement_is_known_by_what_it_says_and_not_by_where_it_stands(statement, origin, by):
    key = statement_key(statement)
    assert statement_key(replace(statement, origin=origin)) == key
    assert (statement_key(replace(statement, by=by)) == key) == (by == statement.by)


@given(ENTRIES, EXPLANATIONS, ACTS)
def test_a_body_that_lacks_something_is_told(entry, answer, act):
    readings = (
        (entry_of, entry_body(entry)),
        (explanation_of, explanation_body(answer)),
        (act_of, act_body(act)),
    )
    for read, body in readings:
        for key in body:
            with pytest.raises(BrokenBody):
                read({name: said for name, said in body.items() if name != key})


@pytest.mark.parametrize("state", [{"number": "1/0"}, {"number": "x"}, {"weight": "1"}, {}, {"date": "31/12"}, "1"])
@given(entry=ENTRIES)
def test_a_state_that_is_none_is_told(state, entry):
    with pytest.raises(BrokenBody):
        entry_of(entry_body(entry) | {"new": state})
