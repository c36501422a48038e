"""Nothing typed is lost: what was sent when a session had ended waits for whoever typed it, and for nobody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.people import account, sign_in, signed_in, with_accounts
from tests.web.test_unit_acts import extensions

WORDS = {"unit": "M02", "phase": "self-score:1", "last": "17:00 20/12/2026", "reason": "\nLũ lụt\nhai <tuần>"}


@pytest.fixture(autouse=True)
def accounts():
    with with_accounts():
        yield


@pytest.fixture
def keeper():
    return account("coordinator")


@pytest.fixture
def path(year):
    return f"/nam/{year.folder}/gia-han/"


@pytest.fixture
def ended(keeper):
    """A browser in which somebody had signed in, and whose session has ended."""
    client = Client()
    sign_in(client, keeper)
    client.session.flush()
    return client


def kept(person):
    from cchc_web.models import KeptPost

    return list(KeptPost.objects.filter(account=person))


def sent_again(page):
    """What the form of a page sends, as a browser reads it: addresses and fields."""
    import html5lib

    form = html5lib.parse(page, namespaceHTMLElements=False).find(".//section/div/form")
    fields = {area.get("name"): area.text or "" for area in form.findall("textarea")}
    return form.get("action"), fields | {one.get("name"): one.get("value") for one in form.findall("input")}


def test_what_was_typed_waits_and_is_sent_again(ended, keeper, path, year):
    answer = ended.post(path, WORDS)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/dang-nhap/")
    assert extensions(year) == []
    page = sign_in(ended, keeper).headers["Location"]
    assert page == "/gui-lai/"
    address, fields = sent_again(ended.get(page).content.decode())
    assert address.partition("?")[0] == path
    token = fields.pop("csrfmiddlewaretoken")
    assert fields == WORDS
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = ended.cookies
    assert strict.post(address, fields).status_code == 403
    answer = strict.post(address, {**fields, "csrfmiddlewaretoken": token})
    assert answer.headers["Location"] == f"/nam/{year.folder}/tien-do/"
    (granted,) = extensions(year)
    assert (granted.by, granted.reason) == (keeper.name, "Lũ lụt\nhai <tuần>")
    assert kept(keeper) == []
    assert ended.get("/gui-lai/").headers["Location"] == "/"


def test_what_is_refused_stays_until_it_is_taken_or_dropped(ended, keeper, path):
    ended.post(path, {**WORDS, "last": "mai"})
    sign_in(ended, keeper)
    address, fields = sent_again(ended.get("/gui-lai/").content.decode())
    assert ended.post(address, fields).status_code == 422
    (one,) = kept(keeper)
    ended.post("/gui-lai/", {"number": "99999999999999999999"})
    ended.post("/gui-lai/", {"number": "x"})
    assert kept(keeper) == [one]
    assert ended.post("/gui-lai/", {"number": str(one.pk)}).headers["Location"] == "/gui-lai/"
    assert kept(keeper) == []


def test_another_person_sees_nothing_of_it_and_sends_nothing(ended, keeper, path):
    ended.post(path, WORDS)
    (one,) = kept(keeper)
    other = account("coordinator")
    assert sign_in(ended, other).headers["Location"] == "/"
    assert ended.get("/gui-lai/").headers["Location"] == "/"
    ended.post("/gui-lai/", {"number": str(one.pk)})
    ended.post(f"{path}?gui-lai={one.pk}", WORDS)
    assert kept(keeper) == [one]
    assert sign_in(Client(), keeper).headers["Location"] == "/gui-lai/"


def test_only_a_page_of_this_browser_is_kept(keeper, path):
    stranger = Client()
    answer = stranger.post(path, WORDS)
    assert answer.status_code == 403
    assert sent_again(answer.content.decode())[1]["reason"] == WORDS["reason"]
    forged = Client()
    forged.cookies["cchc_nguoi"] = keeper.login
    forged.post(path, WORDS)
    elsewhere = Client(enforce_csrf_checks=True)
    sign_in(elsewhere, keeper)
    elsewhere.post(path, WORDS, headers={"origin": "http://evil.example"})
    assert kept(keeper) == []


def test_a_page_from_before_signing_in_again_keeps_its_words(keeper, path):
    client = Client(enforce_csrf_checks=True)
    client.force_login(keeper, backend="django.contrib.auth.backends.ModelBackend")
    client.get("/mat-khau/")
    old = {**WORDS, "csrfmiddlewaretoken": "a" * 64}
    answer = client.post(path, old, headers={"origin": "http://testserver"})
    assert answer.status_code == 403
    address, fields = sent_again(answer.content.decode())
    assert (address, fields["reason"]) == (path, WORDS["reason"])
    assert client.post(address, fields).status_code == 302
    for origin in ("http://evil.example", "null"):
        answer = client.post(path, old, headers={"origin": origin})
        assert "hai" not in answer.content.decode()


def test_passwords_and_what_is_too_much_are_not_kept(ended, keeper, path):
    from cchc_web.kept_posts import MOST_POSTS

    ended.post("/mat-khau/", {"password": "x", "new_password": "y"})
    ended.post("/tai-khoan/mat-khau/", {"login": ["a"], "password": ["b"], "kind": "csv"})
    ended.post(path, {"reason": "x" * 2_000_001})
    ended.post("/" + "x" * 600 + "/", WORDS)
    assert kept(keeper) == []
    for number in range(MOST_POSTS + 3):
        ended.post(f"/tai-khoan/cua/ai-{number}/", {"name": "x"})
    assert len(kept(keeper)) == MOST_POSTS
    assert kept(keeper)[0].path == f"/tai-khoan/cua/ai-{MOST_POSTS + 2}/"
    ended.post(f"/tai-khoan/cua/ai-{MOST_POSTS + 2}/", {"name": "y"})
    assert (len(kept(keeper)), kept(keeper)[0].fields) == (MOST_POSTS, [["name", "y"]])


def test_files_are_named_and_have_to_be_chosen_again(ended, keeper, path):
    ended.post(path, {**WORDS, "tep": SimpleUploadedFile("công văn.pdf", b"%PDF"), "reason": "a\0b"})
    sign_in(ended, keeper)
    page = ended.get("/gui-lai/").content.decode()
    assert "công văn.pdf" in page
    assert "phải chọn lại" in page
    assert dict(kept(keeper)[0].fields)["reason"] == "ab"


def test_who_must_choose_a_password_finds_it_behind_that(keeper, path):
    from cchc_web.accounts import renew_password

    client = Client()
    sign_in(client, keeper)
    handed = renew_password(keeper, "An")
    client.post(path, WORDS)
    assert sign_in(client, keeper, handed.password).headers["Location"] == "/mat-khau/"
    words = {"new_password": "cây bàng trước ngõ", "new_password_again": "cây bàng trước ngõ"}
    assert client.post("/mat-khau/", words).headers["Location"] == "/gui-lai/"


def test_nothing_is_kept_of_whoever_is_signed_in(keeper, path):
    signed_in(keeper).post(path, {**WORDS, "last": "mai"})
    assert kept(keeper) == []
