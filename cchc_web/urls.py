"""The addresses of the server, each with what it lets people do: one function asks before any of them answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path

from cchc_web.access import About, Action, Person, may
from cchc_web.models import KeptYear
from cchc_web.pages import locked_page
from cchc_web.people import person_of
from cchc_web.server_visits import ServerVisit
from cchc_web.views.account_list import show_accounts
from cchc_web.views.accounts import (
    add_account,
    end_account,
    give_password,
    show_account,
    show_new_account,
    update_account,
)
from cchc_web.views.clerk_accounts import add_clerks, download_passwords, show_clerks
from cchc_web.views.extensions import grant_extension, show_extension
from cchc_web.views.kept import drop_kept, show_kept
from cchc_web.views.looks import show_icon, show_styles
from cchc_web.views.results import show_ranking, show_reasons, show_unit
from cchc_web.views.sign_in import (
    answer_sign_in,
    change_password,
    show_own_account,
    sign_out,
    sign_out_everywhere,
)
from cchc_web.views.start import newest_year, show_start
from cchc_web.views.work import show_journal, show_progress
from cchc_web.visits import Visit


@dataclass(frozen=True, slots=True)
class Route:
    """An address below that of a year, or of the server: its name, and what it shows to whoever may `see`.

    `act` answers what is sent there by whoever may `do` it. A view gets the visit, and the parts of the address:
    `unit`, `round` and `criterion` mean the same in every address.
    """

    address: str
    name: str
    show: Callable[..., HttpResponse] | None
    see: Action | None = None
    act: Callable[..., HttpResponse] | None = None
    do: Action | None = None


ROUTES = (
    Route("", "ranking", show_ranking, "see-results"),
    Route("don-vi/<unit>/", "unit", show_unit, "see-unit"),
    Route("don-vi/<unit>/<criterion>/", "reasons", show_reasons, "see-unit"),
    Route("tien-do/", "progress", show_progress, "see-progress"),
    Route("gia-han/<unit>/", "extension", show_extension, "keep-year", grant_extension, "keep-year"),
    Route("nhat-ky/", "journal", show_journal, "see-journal"),
)

START = Route("", "start", show_start, "see-start")
SERVER_ROUTES = (
    Route("mat-khau/", "own-account", show_own_account, "see-own-account", change_password, "keep-own-account"),
    Route("dang-xuat/", "sign-out", None, None, sign_out, "keep-own-account"),
    Route("dang-xuat/moi-may/", "sign-out-everywhere", None, None, sign_out_everywhere, "keep-own-account"),
    Route("gui-lai/", "kept", show_kept, "see-own-account", drop_kept, "keep-own-account"),
    Route("tai-khoan/", "accounts", show_accounts, "see-accounts"),
    Route("tai-khoan/them/", "new-account", show_new_account, "see-accounts", add_account, "keep-accounts"),
    Route("tai-khoan/theo-xa/<folder>/", "clerks", show_clerks, "see-accounts", add_clerks, "keep-accounts"),
    Route("tai-khoan/mat-khau/", "passwords", None, None, download_passwords, "keep-accounts"),
    Route("tai-khoan/cua/<login>/", "account", show_account, "see-accounts", update_account, "keep-accounts"),
    Route("tai-khoan/cua/<login>/mat-khau/", "new-password", None, None, give_password, "keep-accounts"),
    Route("tai-khoan/cua/<login>/dong/", "end-account", None, None, end_account, "keep-accounts"),
)
"""The addresses of a server with accounts that are of no year; a server for one person has none of them."""


def guarded(route: Route) -> Callable[..., HttpResponse]:
    """What a route shows or does, for whoever may; to others it is not there, and when it is locked it says why."""

    def answered(request: HttpRequest, folder: str, **values: Any) -> HttpResponse:
        asked = _asked(route, request)
        if asked is None:
            return _not_allowed(route)
        answer, action = asked
        person = _person_who_may(request, action, values.get("unit", ""))
        # No database has a name with such a sign, and PostgreSQL refuses to look for one.
        if "\0" in request.path:
            raise Http404
        visit = Visit(request, get_object_or_404(KeptYear, folder=folder), person)
        closed = visit.closed(action, about_of(values)) if request.method == "POST" else None
        return locked_page(request, closed) if closed is not None else answer(visit, **values)

    return answered


def guarded_on_server(route: Route) -> Callable[..., HttpResponse]:
    """What a route of the server with accounts shows or does, for whoever may; to others it is not there."""

    def answered(request: HttpRequest, **values: Any) -> HttpResponse:
        if settings.TOKEN:
            raise Http404
        asked = _asked(route, request)
        if asked is None:
            return _not_allowed(route)
        answer, action = asked
        return answer(ServerVisit(request, _person_who_may(request, action)), **values)

    return answered


def _asked(route: Route, request: HttpRequest) -> tuple[Callable[..., HttpResponse], Action] | None:
    """What answers a request, and what it lets people do; None where the route has no such way."""
    writes = request.method == "POST"
    answer, action = (route.act, route.do) if writes else (route.show, route.see)
    if answer is None or action is None or request.method not in ("GET", "HEAD", "POST"):
        return None
    return answer, action


def _not_allowed(route: Route) -> HttpResponse:
    return HttpResponseNotAllowed([*(["GET", "HEAD"] if route.show else []), *(["POST"] if route.act else [])])


def _person_who_may(request: HttpRequest, action: Action, unit: str = "") -> Person:
    person = person_of(request)
    if person is None or not may(person, action, unit):
        raise Http404
    return person


def about_of(values: dict[str, Any]) -> About:
    """What an address is about."""
    return About(values.get("unit", ""), values.get("round", 0), values.get("criterion", ""))


def first_page(request: HttpRequest) -> HttpResponse:
    """The page at the server's own address: of a server for one person the newest year's, of another who asks."""
    return newest_year(request) if settings.TOKEN else guarded_on_server(START)(request)


urlpatterns: list[URLPattern] = [
    path("", first_page, name="start"),
    path("dang-nhap/", answer_sign_in, name="sign-in"),
    path("kieu-<digest>.css", show_styles, name="styles"),
    path("bieu-tuong.svg", show_icon, name="icon"),
    *(path(route.address, guarded_on_server(route), name=route.name) for route in SERVER_ROUTES),
    *(path(f"nam/<folder>/{route.address}", guarded(route), name=route.name) for route in ROUTES),
]

handler404 = "cchc_web.views.absent.show_absent"
handler500 = "cchc_web.views.absent.show_failed"
