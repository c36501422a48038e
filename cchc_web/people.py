"""Who a request comes from."""

from django.conf import settings
from django.http import HttpRequest

from cchc_web.access import ROLES, Person
from cchc_web.models import Account


def person_of(request: HttpRequest) -> Person | None:
    """The person behind a request: on a server for one person whoever started it, in every role."""
    if settings.TOKEN:
        return Person(settings.OWNER, frozenset(ROLES), every_unit=True)
    account = request.user
    return person_of_account(account) if isinstance(account, Account) and account.is_active else None


def person_of_account(account: Account) -> Person:
    """Whom an account is for."""
    roles = frozenset(role for role in ROLES if role in account.roles)
    return Person(account.name, roles, frozenset(account.units), login=account.login)
