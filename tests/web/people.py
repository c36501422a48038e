"""People with accounts, for tests of a server on which people sign in."""

from contextlib import contextmanager
from itertools import count

from django.test import Client, override_settings

PASSWORD = "bốn con ngựa gỗ"
BACKEND = "django.contrib.auth.backends.ModelBackend"
_NUMBERS = count(1)


@contextmanager
def with_accounts():
    """The server as one on which people sign in."""
    with override_settings(TOKEN=""):
        yield


def account(*roles, units=(), password=PASSWORD, **values):
    """An account that nobody else has; with a password the hash of which takes its time."""
    from cchc_web.models import Account

    number = next(_NUMBERS)
    values = {"login": f"nguoi-{number}", "name": f"Người thứ {number}", **values}
    made = Account(roles=list(roles), units=list(units), **values)
    if password:
        made.set_password(password)
    made.save()
    return made


def signed_in(person, **options):
    """A browser in which somebody has signed in."""
    client = Client(**options)
    client.force_login(person, backend=BACKEND)
    return client


def sign_in(client, person, password=PASSWORD, next="", **headers):
    """Send the form of sign-in."""
    words = {"login": person.login, "password": password}
    return client.post("/dang-nhap/", words, query_params={"next": next} if next else {}, **headers)
