"""Whatever is sent to whatever address, the server answers in words and never fails."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_score.app.start_folder import start_year
from cchc_score.files.disk import write_folder
from tests.web.people import BACKEND, account, with_accounts

NAMES = [
    "login",
    "name",
    "roles",
    "units",
    "unit",
    "password",
    "new_password",
    "number",
    "kind",
    "next",
    "gui-lai",
    "q",
]
WORDS = [
    "", "\0", " ", "M01", "M02", "KHONG", "1.1.1", "self-score:1", "explanation:9", "clerk", "coordinator", "xlsx",
    "1.234,56", "1e400", "-0", "١٢", "20/12/2026 17:00", "31/02/2026", "99999999999999999999", "../../etc/passwd",
    "<script>alert(1)</script>", "'; DROP TABLE cchc_account; --", "{{7*7}}", "\u202e", "x" * 10_001, "a\r\nb",
]  # fmt: skip
texts = st.sampled_from(WORDS) | st.text(max_size=30)


@pytest.fixture(scope="module")
def server_with_people(tmp_path_factory):
    """A year, and somebody who may do everything there."""
    from datetime import UTC, datetime

    from cchc_web.transfer import bring_folder_in

    folder = tmp_path_factory.mktemp("ngau-nhien") / "nam-ngau-nhien"
    write_folder(folder, start_year("minh-hoa").files)
    year = bring_folder_in(folder, "An", lambda: datetime(2026, 1, 15, tzinfo=UTC))[0]
    with with_accounts():
        account("leader", password="", login="ai-do")
        person = account("coordinator", "appraiser", "clerk", "surveyor", "leader", units=["M01", "M02"], password="")
        yield year.folder, person


def forms():
    """The names of the routes to which something is sent."""
    from cchc_web import urls

    return ["sign-in", *(route.name for route in (*urls.SERVER_ROUTES, *urls.ROUTES) if route.act)]


def address(name, folder, word):
    """An address of a route; for each part that it does not know the word."""
    from django.urls import reverse

    from cchc_web import urls

    pattern = next(one for one in urls.urlpatterns if one.name == name)
    known = {"folder": folder, "unit": "M01", "criterion": "1.1.1", "login": "ai-do"}
    converters = pattern.pattern.converters
    values = {part: 1 if "Int" in type(of).__name__ else known.get(part, "x") for part, of in converters.items()}
    if word and values:
        last = list(values)[-1]
        values[last] = word if isinstance(values[last], str) else values[last]
    return reverse(name, kwargs=values)


@pytest.mark.full
def test_whatever_is_sent_is_answered(server_with_people):
    from django.test import Client

    folder, person = server_with_people
    client = Client()
    client.force_login(person, backend=BACKEND)
    pages = {name: client.get(address(name, folder, "")).content.decode() for name in forms()}
    fields = {name: sorted({*NAMES, *re.findall(r'name="([^"]+)"', page)}) for name, page in pages.items()}

    @settings(suppress_health_check=[HealthCheck.too_slow], max_examples=settings.default.max_examples * 5)
    @given(st.data(), st.sampled_from(forms()), st.booleans())
    def answered(data, name, signed_in):
        known = st.sampled_from(fields[name])
        sent = data.draw(st.dictionaries(known | st.text(max_size=8), st.lists(texts, max_size=3), max_size=6))
        asked = data.draw(st.dictionaries(known, texts, max_size=2))
        word = data.draw(st.just("") | st.sampled_from([word for word in WORDS if word and "/" not in word]))
        visitor = Client()
        if signed_in:
            person.save()
            visitor.force_login(person, backend=BACKEND)
        where = address(name, folder, word)
        assert visitor.get(where, asked).status_code < 500
        assert visitor.post(where, sent, query_params=asked).status_code < 500

    answered()
