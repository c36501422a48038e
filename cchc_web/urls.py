"""The addresses of the server, each with what it lets people do: one function asks before any of them answers."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path

from cchc_score.findings import Words
from cchc_web.access import About, Action, Person, may
from cchc_web.appraisal_routes import APPRAISAL_ROUTES
from cchc_web.commune_routes import COMMUNE_ROUTES
from cchc_web.keeping_routes import KEEPING_ROUTES
from cchc_web.models import KeptYear
from cchc_web.pages import draw_fault, locked_page
from cchc_web.people import person_of
from cchc_web.result_routes import RESULT_ROUTES
from cchc_web.routes import Route
from cchc_web.server_routes import SERVER_ROUTES, START
from cchc_web.server_visits import ServerVisit
from cchc_web.views.looks import show_icon, show_script, show_styles
from cchc_web.views.sign_in import answer_sign_in
from cchc_web.views.start import newest_year
from cchc_web.visits import Visit

ROUTES = (*RESULT_ROUTES, *KEEPING_ROUTES, *APPRAISAL_ROUTES, *COMMUNE_ROUTES)
"""The addresses below that of a year."""


def guarded(route: Route) -> Callable[..., HttpResponseBase]:
    """What a route shows or does, for whoever may; to others it is not there, and when it is locked it says why."""

    def answered(request: HttpRequest, folder: str, **values: Any) -> HttpResponseBase:
        asked = _asked(route, request)
        if asked is None:
            return _not_allowed(request, route)
        answer, action = asked
        person = _person_who_may(request, action, values.get("unit", ""))
        # No database has a name with such a sign, and PostgreSQL refuses to look for one.
        if "\0" in request.path:
            raise Http404
        visit = Visit(request, get_object_or_404(KeptYear, folder=folder), person)
        closed = visit.closed(action, about_of(values)) if request.method == "POST" else None
        return locked_page(request, closed) if closed is not None else answer(visit, **values)

    return answered


def guarded_on_server(route: Route) -> Callable[..., HttpResponseBase]:
    """What a route of the server with accounts shows or does, for whoever may; to others it is not there."""

    def answered(request: HttpRequest, **values: Any) -> HttpResponseBase:
        if settings.TOKEN:
            raise Http404
        asked = _asked(route, request)
        if asked is None:
            return _not_allowed(request, route)
        answer, action = asked
        return answer(ServerVisit(request, _person_who_may(request, action)), **values)

    return answered


def _asked(route: Route, request: HttpRequest) -> tuple[Callable[..., HttpResponseBase], Action] | None:
    """What answers a request, and what it lets people do; None where the route has no such way."""
    writes = request.method == "POST"
    answer, action = (route.act, route.do) if writes else (route.show, route.see)
    if answer is None or action is None or request.method not in ("GET", "HEAD", "POST"):
        return None
    return answer, action


def _not_allowed(request: HttpRequest, route: Route) -> HttpResponseBase:
    """That an address is only sent to, in words for whoever opens it anew or from a list of visited pages."""
    refused = HttpResponseNotAllowed([*(["GET", "HEAD"] if route.show else []), *(["POST"] if route.act else [])])
    if request.method not in ("GET", "HEAD"):
        return refused
    lede = Words(
        "Địa chỉ này chỉ nhận những gì một nút bấm gửi đến. Chưa ghi gì thêm.",
        "This address only takes what a button sends. Nothing is written.",
    )
    response = draw_fault(request, 405, Words("Không mở trực tiếp được", "Cannot be opened"), lede, way_home=True)
    response.headers["Allow"] = refused.headers["Allow"]
    return response


def _person_who_may(request: HttpRequest, action: Action, unit: str = "") -> Person:
    person = person_of(request)
    if person is None or not may(person, action, unit):
        raise Http404
    return person


def about_of(values: dict[str, Any]) -> About:
    """What an address is about."""
    return About(values.get("unit", ""), values.get("round", 0), values.get("criterion", ""))


def first_page(request: HttpRequest) -> HttpResponseBase:
    """The page at the server's own address: of a server for one person the newest year's, of another who asks."""
    return newest_year(request) if settings.TOKEN else guarded_on_server(START)(request)


urlpatterns: list[URLPattern] = [
    path("", first_page, name="start"),
    path("dang-nhap/", answer_sign_in, name="sign-in"),
    path("kieu-<digest>.css", show_styles, name="styles"),
    path("kich-ban-<digest>.js", show_script, name="script"),
    path("bieu-tuong.svg", show_icon, name="icon"),
    *(path(route.address, guarded_on_server(route), name=route.name) for route in SERVER_ROUTES),
    *(path(f"nam/<folder>/{route.address}", guarded(route), name=route.name) for route in ROUTES),
]

handler404 = "cchc_web.views.absent.show_absent"
handler500 = "cchc_web.views.absent.show_failed"
