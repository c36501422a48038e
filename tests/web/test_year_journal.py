"""The journal in the database: it only grows, by one writer at a time, and whoever writes past the program is found."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from cchc_score.appraisal.acts import Return
from cchc_score.errors import ReportError, WriteError
from cchc_score.facts import Origin
from cchc_score.findings import Finding
from cchc_score.journal.statement_events import statement_happening

AT = "2026-01-15T17:00:00+07:00"


@pytest.fixture
def year(request):
    from cchc_web.models import KeptYear

    return KeptYear.objects.create(folder=request.node.name[:100])


def note(number):
    """A report that is given back."""
    return statement_happening(
        Return(
            unit=f"M{number:02}",
            thing="report",
            last=date(2026, 1, 20),
            reason="lụt",
            by="An",
            on=date(2026, 1, 15),
            origin=Origin("web"),
        )
    )


def test_what_is_added_is_read_by_everybody(year):
    from cchc_web.year_journal import READER, add_to_journal

    before = READER.journal(year)
    events = add_to_journal(year, [note(1), note(2)], "An", AT)
    assert READER.journal(year).events == (*before.events, *events)
    assert [event.number for event in events] == [1, 2]


def test_a_check_that_fails_leaves_nothing(year):
    from cchc_web.year_journal import READER, add_to_journal

    def refuse(journal):
        raise WriteError([Finding("file-changing")])

    with pytest.raises(WriteError):
        add_to_journal(year, [note(1)], "An", AT, check=refuse)
    assert READER.journal(year).events == ()


def test_many_writers_at_once_make_one_chain(year):
    from django.db import connection

    from cchc_web.year_journal import READER, add_to_journal, differing_columns

    def write(number):
        try:
            return [event.number for event in add_to_journal(year, [note(number), note(number)], f"người {number}", AT)]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as writers:
        numbers = list(writers.map(write, range(40)))
    assert sorted(number for pair in numbers for number in pair) == list(range(1, 81))
    # Nobody writes into what somebody else is writing.
    assert all(second == first + 1 for first, second in numbers)
    assert len(READER.journal(year).events) == 80
    assert differing_columns(year, READER.journal(year)) == []


def test_the_database_refuses_to_change_or_delete_a_line(year):
    from django.db import DatabaseError

    from cchc_web.models import JournalLine
    from cchc_web.year_journal import add_to_journal

    add_to_journal(year, [note(1)], "An", AT)
    lines = JournalLine.objects.filter(year=year)
    for change in (lambda: lines.update(by="Bình"), lines.delete):
        with pytest.raises(DatabaseError, match="only grows"):
            change()
    assert lines.get().by == "An"


def test_a_line_that_somebody_put_there_past_the_program_breaks_the_chain(year):
    from cchc_web.models import JournalLine
    from cchc_web.year_journal import JournalReader, add_to_journal

    add_to_journal(year, [note(1)], "An", AT)
    forged = JournalLine.objects.get(year=year).line.replace("lụt", "bão")
    JournalLine.objects.create(year=year, number=2, time=AT, by="An", kind="act", unit="M01", line=forged)
    with pytest.raises(ReportError) as broken:
        JournalReader().journal(year)
    assert [finding.code for finding in broken.value.findings] == ["journal-altered"]


def test_columns_that_say_something_else_than_their_line_are_found(year):
    from cchc_web.models import JournalLine
    from cchc_web.year_journal import READER, add_to_journal, differing_columns

    (event,) = add_to_journal(year, [note(1)], "An", AT)
    from cchc_score.journal.events import added, event_line

    (second,) = added(event, [note(2)], AT, "An")
    JournalLine.objects.create(year=year, number=2, time=AT, by="Bình", kind="act", unit="M02", line=event_line(second))
    assert [finding.place.line for finding in differing_columns(year, READER.journal(year))] == [2]
