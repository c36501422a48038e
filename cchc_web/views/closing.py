"""The end of a year: what is still open, freezing it, publishing it by a decision, opening it once more."""

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

from django.http import HttpResponse

from cchc_score.app.take_into_journal import TakenIn
from cchc_score.app.write_acts import freeze_year, publish_year, reopen_year
from cchc_score.appraisal.moments import day_of, moment_words
from cchc_score.appraisal.year_steps import closing_step, year_steps
from cchc_score.errors import CchcError
from cchc_score.findings import Finding, Words
from cchc_score.results.year_blockers import BLOCKERS
from cchc_score.text import number
from cchc_web.access import may
from cchc_web.asked_tables import WORD
from cchc_web.typed import Typed
from cchc_web.visits import Visit

MOST_NAMED = 12
"""So many units are named behind something that is open."""


def show_closing(visit: Visit) -> HttpResponse:
    """What is still open, and what can be done now by whoever looks."""
    return _page(visit, {})


def freeze(visit: Visit) -> HttpResponse:
    """Freeze the year; with something open only for a reason."""
    typed, sent = Typed(visit.request.POST), visit.request.POST.dict()
    despite = typed.text("despite", needed=bool(visit.status.blockers))
    if typed.faults:
        return _page(visit, sent, typed.faults)
    source = visit.working.source
    return _done(
        visit,
        lambda: freeze_year(source, visit.person.name, despite, visit.clock),
        Words("Đã chốt năm.", "The year is frozen."),
    )


def publish(visit: Visit) -> HttpResponse:
    """Publish the frozen year by a decision."""
    typed, sent = Typed(visit.request.POST), visit.request.POST.dict()
    first_day, _ = visit.working.stages.scheme.first_and_last_day
    decision, dated = typed.text("decision"), typed.moment("dated", needed=False, since=first_day)
    if typed.faults:
        return _page(visit, sent, typed.faults)
    source, day = visit.working.source, day_of(dated) if dated else None
    return _done(
        visit,
        lambda: publish_year(source, visit.person.name, decision, day, visit.clock),
        Words("Đã công bố kết quả.", "The result is published."),
    )


def reopen(visit: Visit) -> HttpResponse:
    """Open the year once more, for a reason."""
    typed, sent = Typed(visit.request.POST), visit.request.POST.dict()
    reason = typed.text("reason")
    if typed.faults:
        return _page(visit, sent, typed.faults)
    source = visit.working.source
    return _done(
        visit,
        lambda: reopen_year(source, visit.person.name, reason, visit.clock),
        Words("Đã mở lại năm.", "The year is open again."),
    )


def _done(visit: Visit, step: Callable[[], TakenIn], words: Words) -> HttpResponse:
    try:
        step()
    except CchcError as error:
        return _page(visit, visit.request.POST.dict(), findings=error.findings)
    return visit.told(*words, "closing")


def _page(
    visit: Visit,
    values: Mapping[str, str],
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    status = visit.status
    step = closing_step(year_steps(visit.working.stages.acts).counting)
    blockers = [
        (
            number(one.count, 0, visit.lang),
            visit.say(*BLOCKERS[one.kind]),
            [(label, f"{visit.address('progress')}?{urlencode({WORD: label})}") for label in one.units[:MOST_NAMED]],
            len(one.units) - MOST_NAMED,
        )
        for one in status.blockers
    ]
    return visit.draw_form(
        "closing.html.j2",
        values,
        faults,
        findings,
        title=_title(visit, bool(blockers)),
        step=step,
        since=moment_words(step.on) if step else "",
        dated=moment_words(step.dated) if step and step.dated else "",
        blockers=() if step else blockers,
        may_freeze=may(visit.person, "freeze"),
        may_publish=may(visit.person, "publish"),
        may_begin=may(visit.person, "begin-year"),
    )


def _title(visit: Visit, is_open: bool) -> str:
    name = visit.status.state.name
    if name == "published":
        return visit.say("Kết quả đã công bố", "The result is published")
    if name == "frozen":
        return visit.say("Năm đã chốt, chờ công bố", "The year is frozen, and waits to be published")
    if is_open:
        return visit.say("Còn việc mở trước khi chốt", "Something is still open before the year can be frozen")
    return visit.say("Không còn gì vướng, có thể chốt", "Nothing is open: the year can be frozen")
