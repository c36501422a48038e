"""The first page: on a server with accounts the years of whoever asks, and the first page of each of their roles."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cchc_score.app.unit_work import UnitWork
from cchc_score.appraisal.year_states import year_state
from cchc_score.errors import CchcError
from cchc_score.pages.status_page import year_state_words
from cchc_score.results.year_blockers import BLOCKERS
from cchc_score.text import number, pick
from cchc_web.access import ROLES, Role
from cchc_web.commune import commune_of
from cchc_web.models import KeptYear
from cchc_web.page_heads import progress_head
from cchc_web.role_words import ROLE_WORDS, roles_text
from cchc_web.server_visits import ServerVisit
from cchc_web.server_years import YearGlance, all_years
from cchc_web.views.appraisal import own_work_words
from cchc_web.views.communes import left_words
from cchc_web.views.surveys import known_words
from cchc_web.visits import Visit
from cchc_web.year_pages import MENU

FIRST: Mapping[Role, str] = {
    "coordinator": "progress",
    "appraiser": "appraisal-today",
    "clerk": "communes",
    "surveyor": "survey",
    "leader": "ranking",
}
"""With which page of the menu of a year a role begins."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way into a year: in which role, to which page, its address, and how far the work there has come."""

    role: str
    words: str
    link: str
    lines: tuple[str, ...] = ()


def newest_year(request: HttpRequest) -> HttpResponse:
    """The way from the address of a server for one person to the ranking of its newest year."""
    year = KeptYear.objects.last()
    if year is None:
        raise Http404
    return HttpResponseRedirect(reverse("ranking", args=[year.folder]))


def show_start(visit: ServerVisit) -> HttpResponse:
    """The years that somebody has to do with, and where to begin in each; of the newest also how far it has come."""
    years = [(year, roles) for year in all_years() if (roles := _roles(visit, year))]
    ways = [(year, [_way(visit, year, role, at == 0) for role in roles]) for at, (year, roles) in enumerate(years)]
    return visit.draw(
        "start.html.j2",
        title=visit.say(f"Chào {visit.person.name}", f"Welcome, {visit.person.name}"),
        roles=roles_text(visit.person.roles, visit.lang),
        newest=ways[0] if ways else None,
        older=ways[1:],
    )


def _roles(visit: ServerVisit, year: YearGlance) -> list[Role]:
    """The roles in which somebody has to do with a year; a clerk only where the year has the own units."""
    person = visit.person
    own = any(unit.code in person.units for unit in year.units)
    return [role for role in ROLES if role in person.roles and (role != "clerk" or own)]


def _way(visit: ServerVisit, year: YearGlance, role: Role, is_newest: bool) -> Way:
    lang, page = visit.lang, _first_page(visit, year, role, is_newest)
    words = next(one.words for one in MENU if one.name == page)
    lines: tuple[str, ...] = ()
    # A year that cannot be read says why on its own pages.
    with suppress(CchcError):
        lines = tuple(_lines(visit, year, role)) if is_newest and year.period else ()
    return Way(pick(lang, *ROLE_WORDS[role]), pick(lang, *words), reverse(page, args=[year.folder]), lines)


def _first_page(visit: ServerVisit, year: YearGlance, role: Role, is_newest: bool) -> str:
    """The page with which a role begins: of a leader the freezing, once the year waits to be published."""
    if role == "leader" and is_newest and year.period:
        with suppress(CchcError):
            within = Visit(visit.request, KeptYear.objects.get(folder=year.folder), visit.person)
            if year_state(within.working.stages, within.moment).name == "frozen":
                return "closing"
    return FIRST[role]


def _lines(visit: ServerVisit, year: YearGlance, role: Role) -> Iterator[str]:
    """How far the work of a role has come in a year."""
    within = Visit(visit.request, KeptYear.objects.get(folder=year.folder), visit.person)
    if role == "appraiser":
        yield own_work_words(within)
    elif role == "surveyor":
        known = known_words(within, within.working.stages)
        yield visit.say(f"{known} số liệu điều tra đã có", f"{known} figures of the survey are known")
    elif role == "clerk":
        for unit in year.units:
            if unit.code in visit.person.units:
                commune = commune_of(within, unit.code)
                state, left = year_state_words(commune.work.state, visit.lang), left_words(commune)
                yield f"{unit.name}: {state}" + (f", {left}" if left else "")
                yield from _waiting_words(visit, commune.work)
    else:
        closed = within.status.state
        if closed.step is not None:
            told = year_state_words(closed, visit.lang)
            waits = visit.say("; chờ công bố", "; waits to be published") if closed.name == "frozen" else ""
            yield f"{told[:1].upper()}{told[1:]}{waits}"
        else:
            yield progress_head(within.status, "", visit.lang).title
            for blocker in within.status.blockers:
                if blocker.kind in ("conflict", "file"):
                    yield f"{number(blocker.count, 0, visit.lang)} {pick(visit.lang, *BLOCKERS[blocker.kind])}"


def _waiting_words(visit: ServerVisit, work: UnitWork) -> Iterator[str]:
    """What waits for an answer of a unit."""
    if work.open_questions:
        count = number(work.open_questions, 0, visit.lang)
        yield visit.say(f"{count} câu hỏi chưa trả lời", f"{count} questions to answer")
    explain = sum(work.to_explain.values())
    if explain:
        count = number(explain, 0, visit.lang)
        yield visit.say(f"{count} nội dung cần giải trình", f"{count} entries to explain")
