"""The addresses of the server, each with what it lets people do: one function asks before any of them answers."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse

from cchc_web.access import Action, may
from cchc_web.models import KeptYear
from cchc_web.people import person_of
from cchc_web.views.looks import show_icon, show_styles
from cchc_web.views.results import show_ranking, show_reasons, show_unit
from cchc_web.views.work import show_journal, show_progress


@dataclass(frozen=True, slots=True)
class Route:
    """An address below that of a year, what it is called, what it shows, and what that is for the table of rights."""

    address: str
    name: str
    show: Callable[..., HttpResponse]
    action: Action


ROUTES = (
    Route("", "ranking", show_ranking, "see-results"),
    Route("don-vi/<unit>/", "unit", show_unit, "see-unit"),
    Route("don-vi/<unit>/<criterion>/", "reasons", show_reasons, "see-unit"),
    Route("tien-do/", "progress", show_progress, "see-progress"),
    Route("nhat-ky/", "journal", show_journal, "see-journal"),
)


def guarded(route: Route) -> Callable[..., HttpResponse]:
    """What a route shows, for whoever may see it; to others it is not there."""

    def shown(request: HttpRequest, folder: str, **values: str) -> HttpResponse:
        person = person_of(request)
        if person is None or not may(person, route.action, values.get("unit", "")):
            raise Http404
        return route.show(request, get_object_or_404(KeptYear, folder=folder), **values)

    return shown


def newest_year(request: HttpRequest) -> HttpResponse:
    """The way from the server's address to the ranking of its newest year."""
    year = KeptYear.objects.last()
    if year is None:
        raise Http404
    return HttpResponseRedirect(reverse("ranking", args=[year.folder]))


urlpatterns: list[URLPattern] = [
    path("", newest_year, name="start"),
    path("kieu-<digest>.css", show_styles, name="styles"),
    path("bieu-tuong.svg", show_icon, name="icon"),
    *(path(f"nam/<folder>/{route.address}", guarded(route), name=route.name) for route in ROUTES),
]

handler404 = "cchc_web.views.absent.show_absent"
handler500 = "cchc_web.views.absent.show_failed"
