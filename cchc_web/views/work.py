"""The year's work: how far the units have come, and the journal."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from cchc_score.app.look_into_journal import chosen_events
from cchc_score.app.show_status import show_status
from cchc_score.pages.journal_page import events_page
from cchc_score.pages.status_page import status_page
from cchc_score.results.journal_results import ShownEvents
from cchc_web.database_source import DatabaseSource
from cchc_web.models import KeptYear
from cchc_web.pages import draw, language, linked, plain
from cchc_web.views.results import unit_address

MOST_EVENTS = 500
"""So many events stand on one page, the newest first."""


def show_progress(request: HttpRequest, year: KeptYear) -> HttpResponse:
    """A row a unit: what was sent, looked at, answered, and what is open."""
    status, unread = show_status(DatabaseSource(year), timezone.localdate())
    lang = language(request)
    page = status_page(status, lang)
    addresses = [unit_address(request, year, unit.unit.code) for unit in status.units]
    tables = [linked(sheet, addresses, 0) for sheet in page.sheets]
    notes = (*page.notes, *(finding.words(lang) for finding in unread))
    return draw(request, "data_tables.html.j2", title=page.title, tables=tables, notes=notes, year=year)


def show_journal(request: HttpRequest, year: KeptYear) -> HttpResponse:
    """The newest events of the journal."""
    source = DatabaseSource(year)
    journal = source.journal
    names = {unit.code: unit.label for unit in source.units() or ()}
    events = chosen_events(journal, [unit for unit in (request.GET.get("unit", ""),) if unit], ())
    newest = events[-MOST_EVENTS:][::-1]
    page = events_page(ShownEvents(newest, journal.state.number, journal.state.head, names), language(request))
    tables = [plain(sheet) for sheet in page.sheets]
    return draw(request, "data_tables.html.j2", title=page.title, tables=tables, notes=page.notes, year=year)
