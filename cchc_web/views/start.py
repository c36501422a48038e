"""The first page: on a server with accounts the years of whoever asks, and the first page of each of their roles."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cchc_score.text import pick
from cchc_web.access import ROLES, Role
from cchc_web.models import KeptYear
from cchc_web.role_words import ROLE_WORDS, roles_text
from cchc_web.server_visits import ServerVisit
from cchc_web.server_years import YearGlance, all_years
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
    """A way into a year: in which role, to which page, and its address."""

    role: str
    words: str
    link: str


def newest_year(request: HttpRequest) -> HttpResponse:
    """The way from the address of a server for one person to the ranking of its newest year."""
    year = KeptYear.objects.last()
    if year is None:
        raise Http404
    return HttpResponseRedirect(reverse("ranking", args=[year.folder]))


def show_start(visit: ServerVisit) -> HttpResponse:
    """The years that somebody has to do with, and where to begin in each."""
    years = [(year, ways) for year in all_years() if (ways := _ways(visit, year))]
    return visit.draw(
        "start.html.j2",
        title=visit.say(f"Chào {visit.person.name}", f"Welcome, {visit.person.name}"),
        roles=roles_text(visit.person.roles, visit.lang),
        years=years,
    )


def _ways(visit: ServerVisit, year: YearGlance) -> list[Way]:
    """For each role its first page of a year; for a clerk none in a year without the own units."""
    person, lang = visit.person, visit.lang
    own = [unit for unit in year.units if unit.code in person.units]
    words = {page.name: page.words for page in MENU}
    return [
        Way(pick(lang, *ROLE_WORDS[role]), pick(lang, *words[FIRST[role]]), reverse(FIRST[role], args=[year.folder]))
        for role in ROLES
        if role in person.roles and (role != "clerk" or own)
    ]
