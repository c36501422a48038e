"""Every address x every role: made of the routes themselves, so that one without a rule fails here."""

from datetime import UTC, datetime
from unittest import mock

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path, reverse

from cchc_score.app.start_folder import start_year
from cchc_score.appraisal.locks import lock_on
from cchc_score.files.disk import write_folder
from tests.web.people import account, signed_in, with_accounts

LETTERS = {"D": "coordinator", "T": "appraiser", "X": "clerk", "K": "surveyor", "L": "leader"}
RULES = {
    "see-results": "DTKL",
    "see-unit": "DTXKL",
    "see-progress": "DTKL",
    "see-journal": "DL",
    "see-files": "DL",
    "see-appraisal": "DTL",
    "see-own-work": "X",
    "see-survey": "DKL",
    "see-rules": "DTKL",
    "see-forms": "D",
    "see-assignments": "DTL",
    "see-own-units": "X",
    "hand-in-figures": "X",
    "note": "T",
    "see-accounts": "D",
    "fill-in": "X",
    "hand-in": "X",
    "explain": "X",
    "answer": "X",
    "appraise": "T",
    "ask": "T",
    "judge": "DT",
    "keep-year": "D",
    "survey": "DK",
    "freeze": "D",
    "publish": "L",
    "keep-accounts": "D",
    "see-start": "DTXKL",
    "see-own-account": "DTXKL",
    "keep-own-account": "DTXKL",
    "begin-year": "D",
}
"""Who may do what, said a second time: a change of the table has to be meant."""
OPEN = {"start", "styles", "script", "icon", "sign-in"}
"""The addresses that stand in no table: they say nothing of any year, or ask for themselves."""
MOMENTS = [
    datetime(2023, 11, 30, 8),
    datetime(2023, 12, 10, 8),
    datetime(2023, 12, 17, 8),
    datetime(2023, 12, 20, 8),
    datetime(2024, 1, 3, 8),
    datetime(2024, 1, 9, 8),
    datetime(2024, 2, 1, 8),
]
"""Before, in and after each phase of the sample year."""
PARTS = {
    "folder": "nam-quyen",
    "unit": "M01",
    "round": 1,
    "criterion": "1.1.1",
    "login": "ai-do",
}
"""What stands for the parts of addresses; for others the first of the texts and numbers that fit."""


def all_routes():
    from cchc_web import urls

    return (urls.START, *urls.SERVER_ROUTES, *urls.ROUTES)


def let_in(*args, **values):
    """What answers in the place of every view: who comes so far may."""
    return HttpResponse("vào được", status=299)


def address(pattern):
    """An address of a route, with something for each of its parts."""
    converters = pattern.pattern.converters
    values = {name: PARTS.get(name, 1 if "Int" in type(of).__name__ else "x") for name, of in converters.items()}
    return reverse(pattern.name, kwargs=values)


@pytest.fixture(scope="module")
def gates(tmp_path_factory):
    """The addresses of the server with nothing behind their guards, by the names of their routes."""
    from dataclasses import replace
    from types import ModuleType

    from cchc_web import urls
    from cchc_web.transfer import bring_folder_in

    folder = tmp_path_factory.mktemp("quyen") / PARTS["folder"]
    write_folder(folder, start_year("minh-hoa").files)
    assert bring_folder_in(folder, "An", lambda: datetime(2026, 1, 15, tzinfo=UTC))[0].folder == PARTS["folder"]

    def empty(route):
        return replace(route, show=route.show and let_in, act=route.act and let_in)

    made = ModuleType("tests.web.gates")
    made.urlpatterns = [
        *(one for one in urls.urlpatterns if one.name in OPEN - {"start"}),
        *(path(one.address, urls.guarded_on_server(empty(one)), name=one.name) for one in urls.SERVER_ROUTES),
        path("", urls.guarded_on_server(empty(urls.START)), name="start"),
        *(path(f"nam/<folder>/{one.address}", urls.guarded(empty(one)), name=one.name) for one in urls.ROUTES),
    ]
    made.handler404, made.handler500 = urls.handler404, urls.handler500
    with with_accounts(), override_settings(ROOT_URLCONF=made):
        routes = {route.name: route for route in all_routes()}
        yield {one.name: (routes[one.name], address(one)) for one in made.urlpatterns if one.name in routes}


@pytest.fixture(scope="module")
def people(gates):
    """A browser of somebody in each role alone, the clerk of the unit in the addresses and of another; all roles."""
    units = {"clerk": ["M01"]}
    made = {role: signed_in(account(role, units=units.get(role, []), password="")) for role in LETTERS.values()}
    made["clerk elsewhere"] = signed_in(account("clerk", units=["M02"], password=""))
    made["clerk of nothing"] = signed_in(account("clerk", password=""))
    made["everything"] = signed_in(account(*LETTERS.values(), units=["M01"], password=""))
    made["nothing"] = signed_in(account(password=""))
    return made


def roles_of(action):
    return {LETTERS[letter] for letter in RULES[action]}


def of_a_unit(route):
    return "<unit>" in route.address


def expected(route, action, who):
    """Whether somebody comes through, by the rules above alone."""
    from cchc_web.access import OF_ONESELF

    if who == "everything":
        return not of_no_unit(route, action)
    if who == "clerk":
        return "clerk" in roles_of(action) and (of_a_unit(route) or action in OF_ONESELF)
    if who.startswith("clerk "):
        return "clerk" in roles_of(action) and action in OF_ONESELF
    return who in roles_of(action)


def of_no_unit(route, action):
    """Whether an address asks for something that a clerk alone may do, and only for a unit that it does not name."""
    from cchc_web.access import OF_ONESELF

    return roles_of(action) == {"clerk"} and not of_a_unit(route) and action not in OF_ONESELF


def test_the_table_of_rights_says_what_is_said_here():
    from cchc_web.access import ALLOWED

    assert {action: one.roles for action, one in ALLOWED.items()} == {action: roles_of(action) for action in RULES}


def test_every_address_stands_in_a_table_of_routes():
    from cchc_web import urls

    assert {one.name for one in urls.urlpatterns} == OPEN | {route.name for route in all_routes()}
    assert len({route.name for route in all_routes()}) == len(all_routes())


@pytest.mark.full
def test_every_route_lets_in_whom_the_rules_let_in_and_nobody_else(gates, people):
    wrong = []
    for route, where in gates.values():
        for method, answer, action in (("get", route.show, route.see), ("post", route.act, route.do)):
            for who, client in people.items():
                got = getattr(client, method)(where).status_code
                if answer is None:
                    right = got == 405
                elif expected(route, action, who):
                    # Locked by the time of the year: what may be done is another question than when.
                    right = got == 299 or (method == "post" and got == 403)
                else:
                    right = got == 404
                if not right:
                    wrong.append((route.name, method, who, got))
    assert wrong == []


@pytest.mark.full
def test_nobody_comes_in_who_has_not_signed_in(gates):
    clients = [
        Client(),
        Client(headers={"cookie": "cchc_phien=doan-mo"}),
        signed_in(account("leader", is_active=False)),
    ]
    for route, where in gates.values():
        for client in clients:
            for method in ("get", "head", "post"):
                answer = getattr(client, method)(where)
                assert answer.status_code == 302, (route.name, method)
                assert answer.headers["Location"].startswith("/dang-nhap/"), (route.name, method)


def test_nobody_comes_far_who_still_has_the_password_of_one_sign_in(gates):
    client = signed_in(account(*LETTERS.values(), units=["M01"], must_change=True, password=""))
    for name, (_, where) in gates.items():
        answer = client.get(where)
        if name not in ("own-account", "sign-out", "sign-out-everywhere"):
            assert answer.headers["Location"].startswith("/mat-khau/"), name


def test_no_other_method_is_answered(gates, people):
    for route, where in gates.values():
        for method in ("put", "delete", "patch", "options", "trace"):
            answer = getattr(people["everything"], method)(where)
            assert answer.status_code == 405, route.name
            ways = [*(["GET", "HEAD"] if route.show else []), *(["POST"] if route.act else [])]
            assert answer.headers["Allow"] == ", ".join(ways)


@pytest.mark.full
def test_no_route_takes_a_form_without_its_token(gates):
    keeper = account(*LETTERS.values(), units=["M01"], password="")
    client = signed_in(keeper, enforce_csrf_checks=True)
    for route, where in gates.values():
        if route.act:
            assert client.post(where).status_code == 403, route.name
            assert client.post(where, headers={"origin": "http://evil.example"}).status_code == 403


@pytest.mark.full
@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_every_route_asks_the_time_of_its_deed(gates, people, moment):
    from cchc_web.access import ALLOWED
    from cchc_web.models import KeptYear
    from cchc_web.scored_years import SCORED

    stages = SCORED.working(KeptYear.objects.get(folder=PARTS["folder"])).stages
    with mock.patch("django.utils.timezone.localtime", return_value=moment.replace(tzinfo=UTC)):
        for route, where in gates.values():
            deed = ALLOWED[route.do].deed if route.act else None
            if deed is None or not expected(route, route.do, "everything"):
                continue
            unit = PARTS["unit"] if of_a_unit(route) else ""
            round = PARTS["round"] if "round>" in route.address else 0
            locked = lock_on(deed, stages, moment, unit, round) is not None
            assert people["everything"].post(where).status_code == (403 if locked else 299), route.name


@pytest.mark.full
def test_a_closed_year_is_written_by_nobody_whose_deed_has_a_time(gates, people):
    from cchc_score.app.write_acts import freeze_year
    from cchc_web.access import ALLOWED
    from cchc_web.database_source import DatabaseSource
    from cchc_web.models import KeptYear
    from cchc_web.visits import server_clock

    year = KeptYear.objects.get(folder=PARTS["folder"])
    freeze_year(DatabaseSource(year), "Lan", "trình gấp", server_clock)
    for route, where in gates.values():
        if route.act and ALLOWED[route.do].deed and expected(route, route.do, "everything"):
            answer = people["everything"].post(where)
            assert answer.status_code == 403, route.name
            assert "Năm đã chốt từ" in answer.content.decode()
        if route.show and expected(route, route.see, "everything"):
            assert people["everything"].get(where).status_code == 299, route.name
