"""The year's work: how far the units have come, and the journal."""

from django.http import HttpResponse

from cchc_score.app.look_into_journal import chosen_events
from cchc_score.app.show_status import show_status
from cchc_score.errors import CchcError
from cchc_score.findings import Finding
from cchc_score.journal.events import Event
from cchc_score.pages.journal_page import events_page
from cchc_score.pages.status_page import status_page
from cchc_score.results.journal_results import ShownEvents
from cchc_score.results.year_status import SentState, UnitStatus, YearStatus
from cchc_score.text import Lang, pick
from cchc_web.access import may
from cchc_web.asked_tables import asked_table, page_file, table_asks
from cchc_web.database_source import DatabaseSource
from cchc_web.linked_tables import RowMarks, linked
from cchc_web.page_heads import journal_head, progress_head
from cchc_web.views.results import unit_address
from cchc_web.visits import Visit

MOST_EVENTS = 500
"""So many events stand on one page, the newest first."""
REPORT_COLUMN, SELF_SCORE_COLUMN = 1, 3
"""Which columns of the progress tell the state of what a unit sends."""
ABOUT_COLUMN = 6
"""Which column of the journal tells what an event is about."""
_WAITING: tuple[SentState, ...] = ("absent", "returned", "waiting")


def show_progress(visit: Visit) -> HttpResponse:
    """A row a unit: what was sent, looked at, answered, and what is open."""
    status, unread = _known_progress(visit)
    lang = visit.lang
    page = status_page(status, lang)
    head = progress_head(status, " ".join(page.notes), lang)
    if (file := page_file(visit, page, "tien-do")) is not None:
        return file
    marks = [_unit_marks(unit, unit_address(visit, unit.unit.code)) for unit in status.units]
    return visit.draw(
        "data_tables.html.j2",
        title=head.title,
        head=head,
        tables=[asked_table(visit, linked(sheet, marks)) for sheet in page.sheets],
        **table_asks(visit),
        notes=(_progress_legend(lang), *(finding.words(lang) for finding in unread)),
        kind="progress",
        deeds=_deeds(visit),
    )


def _known_progress(visit: Visit) -> tuple[YearStatus, tuple[Finding, ...]]:
    """How far the year has come, and why some documents could not be read."""
    try:
        return visit.status, ()
    except CchcError:
        # A year that cannot be ranked has its progress all the same.
        return show_status(DatabaseSource(visit.year), visit.moment)


def _deeds(visit: Visit) -> list[tuple[str, str]]:
    """What may be done with ticked units: the address that a tick leads to, and its words."""
    if not may(visit.person, "keep-year") or visit.closed("keep-year") is not None:
        return []
    return [
        (visit.address("reminder"), visit.say("Nhắc", "Remind")),
        (visit.address("extension"), visit.say("Gia hạn", "More time")),
        (visit.address("return"), visit.say("Trả lại", "Give back")),
    ]


def _unit_marks(unit: UnitStatus, address: str) -> RowMarks:
    """The way to a unit's page, and the pills of what it sent: sand where somebody is waited for."""
    states = {REPORT_COLUMN: unit.report, SELF_SCORE_COLUMN: unit.self_score}
    tones = {at: "w" if state in _WAITING else "" for at, state in states.items() if state != "unasked"}
    return RowMarks({0: address}, tones, key=unit.unit.code)


def _progress_legend(lang: Lang) -> str:
    return pick(
        lang,
        "Số dạng a/b: đã xong a trên b. Số liệu và tiêu chí: đã điền; kiểm chứng: tiêu chí tự chấm có dẫn tài liệu;"
        " vòng: tiêu chí đã thẩm định; giải trình: nội dung điều chỉnh đã được trả lời; còn vướng: số cảnh báo chờ"
        " xử lý; khóa: không nhận bản mới nữa.",
        "a/b: a done of b. Figures and criteria: filled in; evidence: claims that name a document; round: criteria"
        " looked at; explained: entries that were answered; open: findings that wait for somebody; locked: no new"
        " version is taken in any more.",
    )


def show_journal(visit: Visit) -> HttpResponse:
    """The newest events of the journal."""
    source, lang, unit = DatabaseSource(visit.year), visit.lang, visit.request.GET.get("unit", "")
    journal = source.journal
    names = {one.code: one.label for one in source.units() or ()}
    events = chosen_events(journal, [unit] if unit else [], ())
    shown = ShownEvents(events[-MOST_EVENTS:][::-1], journal.state.number, journal.state.head, names)
    page = events_page(shown, lang)
    head = journal_head(shown, names.get(unit, unit), lang)
    if (file := page_file(visit, page, "nhat-ky")) is not None:
        return file
    return visit.draw(
        "data_tables.html.j2",
        title=head.title,
        head=head,
        tables=[
            asked_table(visit, linked(sheet, [_event_marks(event) for event in shown.events])) for sheet in page.sheets
        ],
        **table_asks(visit),
        notes=page.notes,
        kind="journal",
    )


def _event_marks(event: Event) -> RowMarks:
    """Below the name of an entry, a question or an answer: its criterion, and what was said."""
    body = event.happening.body
    said = (body.get("criterion"), body.get("reason") or body.get("text"))
    return RowMarks(below={ABOUT_COLUMN: ": ".join(str(part) for part in said if part)})
