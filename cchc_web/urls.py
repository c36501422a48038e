"""The addresses of the server, each with what it lets people do: one function asks before any of them answers."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse

from cchc_web.access import About, may
from cchc_web.appraisal_routes import APPRAISAL_ROUTES
from cchc_web.models import KeptYear
from cchc_web.pages import locked_page
from cchc_web.people import person_of
from cchc_web.routes import Route
from cchc_web.views.extensions import grant_extension, show_extension
from cchc_web.views.looks import show_icon, show_script, show_styles
from cchc_web.views.results import show_ranking, show_reasons, show_unit
from cchc_web.views.work import show_journal, show_progress
from cchc_web.visits import Visit

ROUTES = (
    Route("", "ranking", show_ranking, "see-results"),
    Route("don-vi/<unit>/", "unit", show_unit, "see-unit"),
    Route("don-vi/<unit>/<criterion>/", "reasons", show_reasons, "see-unit"),
    Route("tien-do/", "progress", show_progress, "see-progress"),
    Route("gia-han/<unit>/", "extension", show_extension, "keep-year", grant_extension, "keep-year"),
    Route("nhat-ky/", "journal", show_journal, "see-journal"),
    *APPRAISAL_ROUTES,
)


def guarded(route: Route) -> Callable[..., HttpResponseBase]:
    """What a route shows or does, for whoever may; to others it is not there, and when it is locked it says why."""

    def answered(request: HttpRequest, folder: str, **values: Any) -> HttpResponseBase:
        writes = request.method == "POST"
        answer, action = (route.act, route.do) if writes else (route.show, route.see)
        if answer is None or action is None or request.method not in ("GET", "HEAD", "POST"):
            methods = [*(["GET", "HEAD"] if route.show else []), *(["POST"] if route.act else [])]
            return HttpResponseNotAllowed(methods)
        person = person_of(request)
        if person is None or not may(person, action, values.get("unit", "")):
            raise Http404
        visit = Visit(request, get_object_or_404(KeptYear, folder=folder), person)
        closed = visit.closed(action, about_of(values)) if writes else None
        return locked_page(request, closed) if closed is not None else answer(visit, **values)

    return answered


def about_of(values: dict[str, Any]) -> About:
    """What an address is about."""
    return About(values.get("unit", ""), values.get("round", 0), values.get("criterion", ""))


def newest_year(request: HttpRequest) -> HttpResponse:
    """The way from the server's address to the ranking of its newest year."""
    year = KeptYear.objects.last()
    if year is None:
        raise Http404
    return HttpResponseRedirect(reverse("ranking", args=[year.folder]))


urlpatterns: list[URLPattern] = [
    path("", newest_year, name="start"),
    path("kieu-<digest>.css", show_styles, name="styles"),
    path("ma-<digest>.js", show_script, name="script"),
    path("bieu-tuong.svg", show_icon, name="icon"),
    *(path(f"nam/<folder>/{route.address}", guarded(route), name=route.name) for route in ROUTES),
]

handler404 = "cchc_web.views.absent.show_absent"
handler500 = "cchc_web.views.absent.show_failed"
