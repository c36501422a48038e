"""Signing in and out: only by the password, back to where one was, never to another server, and out everywhere."""

from datetime import timedelta

import pytest
from django.test import Client, override_settings

from tests.web.people import PASSWORD, account, sign_in, signed_in, with_accounts
from tests.web.server import TOKEN


@pytest.fixture(autouse=True)
def accounts():
    with with_accounts():
        yield


@pytest.fixture
def clerk():
    return account("clerk", units=["M01"])


def heading(answer):
    return answer.content.decode().partition("<h1>")[2].partition("</h1>")[0]


def test_whoever_has_not_signed_in_is_led_there_and_back(clerk):
    client = Client()
    answer = client.get("/mat-khau/?stage=self")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/dang-nhap/?next=%2Fmat-khau%2F%3Fstage%3Dself")
    page = client.get(answer.headers["Location"]).content.decode()
    assert 'autocomplete="current-password"' in page
    assert sign_in(client, clerk, next="/mat-khau/?stage=self").headers["Location"] == "/mat-khau/?stage=self"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "///evil.example",
        "mat-khau/",
        "/\tevil\n",
    ],
)
def test_the_way_back_stays_on_this_server(clerk, elsewhere):
    answer = sign_in(Client(), clerk, next=elsewhere)
    assert answer.headers["Location"] in ("/", "/%09evil%0A")


def test_a_login_is_met_however_it_is_typed(clerk):
    clerk.login = f"  {clerk.login.upper()} "
    assert sign_in(Client(), clerk).status_code == 302


def test_a_password_is_met_whether_accents_are_signs_of_their_own(clerk):
    import unicodedata

    assert sign_in(Client(), clerk, unicodedata.normalize("NFD", PASSWORD)).status_code == 302


@pytest.mark.parametrize("password", ["", "sai", PASSWORD + " ", PASSWORD.upper(), "\0", "x" * 5_000])
def test_a_wrong_password_opens_nothing_and_says_no_more_than_a_wrong_login(clerk, password):
    client, other = Client(), account("clerk")
    other.login = "khong-co-ai"
    wrong, absent = sign_in(client, clerk, password), sign_in(Client(), other, password)
    assert wrong.status_code == absent.status_code == 422
    assert [line for line in wrong.content.decode().splitlines() if "findings" in line] == [
        line for line in absent.content.decode().splitlines() if "findings" in line
    ]
    assert client.get("/").status_code == 302


def test_a_session_has_a_new_key_after_signing_in(clerk):
    client = Client()
    session = client.session
    session["planted"] = "1"
    session.save()
    client.cookies["cchc_phien"] = session.session_key
    sign_in(client, clerk)
    assert client.cookies["cchc_phien"].value != session.session_key
    assert Client(headers={"cookie": f"cchc_phien={session.session_key}"}).get("/").status_code == 302


def test_the_cookies_are_kept_from_scripts_and_other_sites(clerk):
    client = Client()
    sign_in(client, clerk)
    for name in ("cchc_phien", "cchc_nguoi"):
        assert client.cookies[name]["httponly"]
        assert client.cookies[name]["samesite"] == "Strict"


def test_no_form_is_taken_without_its_token(clerk):
    client = Client(enforce_csrf_checks=True)
    assert sign_in(client, clerk).status_code == 403
    client.get("/dang-nhap/")
    token = client.cookies["cchc_csrf"].value
    words = {"login": clerk.login, "password": PASSWORD, "csrfmiddlewaretoken": token}
    assert client.post("/dang-nhap/", words, headers={"origin": "http://evil.example"}).status_code == 403
    assert client.post("/dang-nhap/", words).status_code == 302
    assert client.post("/dang-xuat/").status_code == 403
    assert client.post("/dang-xuat/", {"csrfmiddlewaretoken": client.cookies["cchc_csrf"].value}).status_code == 302


def test_signing_out_ends_the_session(clerk):
    client = signed_in(clerk)
    key = client.cookies["cchc_phien"].value
    assert client.get("/dang-xuat/").status_code == 405
    assert client.post("/dang-xuat/", follow=True).content.decode().count("Đã đăng xuất.") == 1
    assert Client(headers={"cookie": f"cchc_phien={key}"}).get("/").status_code == 302


@pytest.mark.full
def test_signing_out_everywhere_ends_every_session_and_only_of_this_person(clerk):
    here, there, other = signed_in(clerk), signed_in(clerk), signed_in(account("leader"))
    assert there.get("/").status_code == 200
    here.post("/dang-xuat/moi-may/")
    assert here.get("/").status_code == there.get("/").status_code == 302
    assert other.get("/").status_code == 200
    assert sign_in(Client(), clerk).status_code == 302


def test_a_closed_account_is_out_at_once_and_does_not_come_in(clerk):
    client = signed_in(clerk)
    clerk.is_active = False
    clerk.save()
    assert client.get("/").status_code == 302
    assert sign_in(Client(), clerk).status_code == 422


def test_five_wrong_passwords_shut_out_this_name_at_this_address_alone(clerk):
    from axes.models import AccessAttempt

    other = account("clerk")
    answers = [sign_in(Client(), clerk, "sai", headers={"user-agent": str(at)}) for at in range(6)]
    assert [answer.status_code for answer in answers] == [422] * 4 + [429] * 2
    assert heading(answers[4]).startswith("Chờ đến ")
    assert sign_in(Client(), clerk).status_code == 429
    assert sign_in(Client(), other).status_code == 302
    assert sign_in(Client(), clerk, REMOTE_ADDR="10.0.0.7").status_code == 302
    # The hour that the page names comes no later because somebody tries meanwhile.
    assert heading(sign_in(Client(), clerk)) == heading(answers[4])
    tries = AccessAttempt.objects.filter(username=clerk.login, ip_address="127.0.0.1")
    for one in tries:
        AccessAttempt.objects.filter(pk=one.pk).update(attempt_time=one.attempt_time - timedelta(minutes=16))
    assert sign_in(Client(), clerk).status_code == 302


def test_a_right_password_forgives_the_wrong_ones_before(clerk):
    assert [sign_in(Client(), clerk, "sai").status_code for _ in range(4)] == [422] * 4
    assert sign_in(Client(), clerk).status_code == 302
    assert [sign_in(Client(), clerk, "sai").status_code for _ in range(4)] == [422] * 4


def test_tries_keep_no_password(clerk):
    from axes.models import AccessAttempt

    sign_in(Client(), clerk, "mật khẩu gõ nhầm")
    (one,) = AccessAttempt.objects.filter(username=clerk.login)
    assert "nhầm" not in one.post_data


@pytest.mark.full
def test_only_the_proxy_says_whose_address_it_is(clerk):
    told = {"headers": {"x-forwarded-for": "1.2.3.4, 10.0.0.9"}}
    for _ in range(5):
        sign_in(Client(), clerk, "sai", **told)
    assert sign_in(Client(), clerk).status_code == 429
    with override_settings(PROXY="127.0.0.1"):
        # What a browser itself says stands before what the proxy has seen.
        assert sign_in(Client(), clerk, **told).status_code == 302
        for told in ("1.2.3.4, 10.0.0.8", "10.0.0.8", "9.9.9.9, 10.0.0.8", "10.0.0.8", " 10.0.0.8"):
            sign_in(Client(), clerk, "sai", headers={"x-forwarded-for": told})
        assert sign_in(Client(), clerk, headers={"x-forwarded-for": "10.0.0.8"}).status_code == 429
        assert sign_in(Client(), clerk, headers={"x-forwarded-for": "10.0.0.8, 10.0.0.10"}).status_code == 302
        assert sign_in(Client(), clerk, headers={"x-forwarded-for": "nonsense"}).status_code == 429
        assert sign_in(Client(), clerk, REMOTE_ADDR="", headers={"x-forwarded-for": "::1"}).status_code == 302


@pytest.mark.parametrize(("proxy", "secure"), [("127.0.0.1", True), ("", False), ("10.0.0.1", False)])
def test_only_the_proxy_says_that_it_came_by_https(clerk, proxy, secure):
    header = ("HTTP_X_FORWARDED_PROTO", "https")
    with override_settings(PROXY=proxy, SECURE_PROXY_SSL_HEADER=header):
        client = Client(enforce_csrf_checks=True)
        told = {"x-forwarded-for": "10.0.0.9", "x-forwarded-proto": "https", "origin": "https://testserver"}
        told |= {"host": "testserver", "referer": "https://testserver/dang-nhap/"}
        client.get("/dang-nhap/", headers=told)
        words = {"login": clerk.login, "password": PASSWORD, "csrfmiddlewaretoken": client.cookies["cchc_csrf"].value}
        assert client.post("/dang-nhap/", words, headers=told).status_code == (302 if secure else 403)


def test_another_host_is_refused():
    assert Client().get("/dang-nhap/", headers={"host": "evil.example"}).status_code == 400


def test_other_methods():
    client = Client()
    assert client.head("/dang-nhap/").status_code == 200
    assert client.head("/dang-nhap/").content == b""
    for path in ("/dang-nhap/", "/mat-khau/"):
        for method in (client.options, client.put, client.delete, client.trace):
            answer = method(path)
            assert answer.status_code == 405
            assert answer.headers["Allow"] == "GET, HEAD, POST"


def test_a_script_is_told_by_its_status():
    answer = Client().post("/mat-khau/", headers={"sec-fetch-dest": "empty"})
    assert answer.status_code == 401


def test_on_the_server_for_one_person_nothing_of_this_is_there():
    browser = Client()
    with override_settings(TOKEN=TOKEN):
        browser.get("/", {"token": TOKEN})
        for path in ("/dang-nhap/", "/mat-khau/", "/tai-khoan/", "/gui-lai/", "/tai-khoan/them/"):
            assert browser.get(path).status_code == 404
            assert browser.post(path).status_code == 404
