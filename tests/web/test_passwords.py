"""A password of one's own: what is refused and why, in both languages, and what a change ends."""

import pytest
from django.test import Client

from tests.web.people import PASSWORD, account, sign_in, signed_in, with_accounts

NEW = "cây bàng trước ngõ"


@pytest.fixture(autouse=True)
def accounts():
    with with_accounts():
        yield


@pytest.fixture
def person():
    return account("leader")


@pytest.mark.parametrize(
    ("password", "vi", "en"),
    [
        ("ngựa gỗ", "Ngắn quá", "Too short"),
        ("1234567890", "Nhiều người dùng", "Many people"),
        ("password123", "Nhiều người dùng", "Many people"),
        ("73946102857", "Chỉ có chữ số", "nothing but digits"),
        ("Trần Thị Bình", "Giống tên", "too much like the name"),
        ("tranthibinh", "Giống tên", "too much like the name"),
        ("an.nguyen-123", "Giống tên", "too much like the name"),
        ("x" * 201, "Dài quá", "Too long"),
        ("bàng\0trước ngõ", "Dài quá", "Too long"),
        (PASSWORD, "Phải khác", "has to differ"),
    ],
)
def test_a_password_that_others_would_guess_is_refused_in_words(password, vi, en):
    from cchc_web.models import Account
    from cchc_web.passwords import password_faults

    person = Account(login="an.nguyen", name="Trần Thị Bình")
    person.set_password(PASSWORD)
    faults = password_faults(password, person)
    assert vi in " ".join(fault.vi for fault in faults)
    assert en in " ".join(fault.en for fault in faults)
    assert password_faults(NEW, person) == []


def test_every_rule_of_django_that_holds_has_words():
    from django.contrib.auth.password_validation import get_default_password_validators

    from cchc_web.passwords import _WORDS

    assert len(get_default_password_validators()) == len(_WORDS)


@pytest.mark.full
def test_a_change_needs_the_present_password_and_ends_all_other_sessions(person):
    here, there = signed_in(person), signed_in(person)
    words = {"password": "sai", "new_password": NEW, "new_password_again": NEW}
    answer = here.post("/mat-khau/", words)
    assert answer.status_code == 422
    assert "Mật khẩu đang dùng không đúng." in answer.content.decode()
    answer = here.post("/mat-khau/", {**words, "password": PASSWORD, "new_password_again": "khác"})
    assert "Hai lần gõ không giống nhau." in answer.content.decode()
    assert there.get("/").status_code == 200
    answer = here.post("/mat-khau/", {**words, "password": PASSWORD}, follow=True)
    assert "Đã đổi mật khẩu." in answer.content.decode()
    assert here.get("/").status_code == 200
    assert there.get("/").status_code == 302
    assert sign_in(Client(), person).status_code == 422
    assert sign_in(Client(), person, NEW).status_code == 302


@pytest.mark.full
def test_nobody_tries_present_passwords_for_ever(person):
    client = signed_in(person)
    for _ in range(5):
        client.post("/mat-khau/", {"password": "sai", "new_password": NEW, "new_password_again": NEW})
    words = {"password": PASSWORD, "new_password": NEW, "new_password_again": NEW}
    assert client.post("/mat-khau/", words).status_code == 422


@pytest.mark.full
def test_a_password_for_one_sign_in_opens_nothing_until_another_is_chosen(person):
    from cchc_web.accounts import renew_password

    handed, client = renew_password(person, "An"), Client()
    assert sign_in(client, person, handed.password).headers["Location"] == "/mat-khau/"
    person.refresh_from_db()
    assert person.password.startswith("argon2")
    assert client.get("/").headers["Location"].startswith("/mat-khau/")
    assert client.post("/gui-lai/").headers["Location"] == "/mat-khau/"
    page = client.get("/mat-khau/").content.decode()
    assert "Chọn mật khẩu riêng" in page
    assert 'name="password"' not in page
    words = {"new_password": handed.password, "new_password_again": handed.password}
    assert "Phải khác mật khẩu đang dùng." in client.post("/mat-khau/", words).content.decode()
    assert client.post("/mat-khau/", {"new_password": NEW, "new_password_again": NEW}).status_code == 302
    assert client.get("/").status_code == 200


def test_passwords_of_one_sign_in_differ_and_can_be_typed_from_paper():
    from cchc_web.accounts import one_time_password

    drawn = {one_time_password() for _ in range(200)}
    assert len(drawn) == 200
    assert not set("".join(drawn)) & set("01ilo")
