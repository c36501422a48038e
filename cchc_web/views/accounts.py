"""One account: made, given other roles or units, another password, closed."""

import re

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from cchc_score.findings import Words
from cchc_web.access import ROLES, Role
from cchc_web.accounts import (
    AccountRow,
    HandedOut,
    change_account,
    close_account,
    login_of,
    make_accounts,
    renew_password,
    row_faults,
)
from cchc_web.models import Account
from cchc_web.role_words import role_choices
from cchc_web.server_visits import ServerVisit
from cchc_web.server_years import known_units
from cchc_web.typed import Typed

_OWN = Words(
    "Không tự bỏ vai trò điều phối viên của mình; nhờ một điều phối viên khác.",
    "Nobody gives up being coordinator alone; ask another coordinator.",
)


def show_new_account(visit: ServerVisit) -> HttpResponse:
    """The form for one account, empty."""
    return _form(visit, AccountRow("", "", ()), {}, None)


def add_account(visit: ServerVisit) -> HttpResponse:
    """Make one account, and show its password this once."""
    row, faults = _typed_row(visit, None)
    if not faults:
        handed = make_accounts([row], visit.person.name)
        if handed is not None:
            return show_passwords(visit, handed)
        faults = row_faults(row, known_units())
    return _form(visit, row, faults, None)


def show_account(visit: ServerVisit, login: str) -> HttpResponse:
    """One account, to be changed."""
    account = account_of(login)
    roles = tuple(role for role in ROLES if role in account.roles)
    return _form(visit, AccountRow(account.login, account.name, roles, tuple(account.units)), {}, account)


def update_account(visit: ServerVisit, login: str) -> HttpResponse:
    """Give an account another name, other roles, other units."""
    account = account_of(login)
    row, faults = _typed_row(visit, account)
    if account == visit.account and "coordinator" not in row.roles:
        faults["roles"] = _OWN
    if faults:
        return _form(visit, row, faults, account)
    change_account(account, row, visit.person.name)
    return visit.told(f"Đã ghi tài khoản {row.login}.", f"Account {row.login} is saved.", "accounts")


def give_password(visit: ServerVisit, login: str) -> HttpResponse:
    """Give somebody a new password for one sign-in, and show it this once; a closed account is open again."""
    account = account_of(login)
    if account == visit.account:
        return visit.told(
            "Mật khẩu của mình thì đổi ở đây.", "Your own password is changed here.", "own-account"
        )  # fmt: skip
    return show_passwords(visit, [renew_password(account, visit.person.name)])


def end_account(visit: ServerVisit, login: str) -> HttpResponse:
    """Close an account; nobody closes their own."""
    account = account_of(login)
    if account == visit.account:
        return visit.told("Không tự đóng tài khoản của mình.", "Nobody closes their own account.", "accounts")
    close_account(account, visit.person.name)
    return visit.told(f"Đã đóng tài khoản {account.login}.", f"Account {account.login} is closed.", "accounts")


def show_passwords(visit: ServerVisit, handed: list[HandedOut]) -> HttpResponse:
    """New passwords, shown this once: the server keeps none of them."""
    count = len(handed)
    return visit.draw(
        "passwords.html.j2",
        title=visit.say(
            f"{count} mật khẩu dùng một lần" if count > 1 else f"Mật khẩu dùng một lần của {handed[0].login}",
            f"{count} passwords for one sign-in" if count > 1 else f"Password for one sign-in of {handed[0].login}",
        ),
        handed=handed,
    )


def account_of(login: str) -> Account:
    """The account of an address."""
    if "\0" in login:
        raise Http404
    account: Account = get_object_or_404(Account, login=login)
    return account


def _typed_row(visit: ServerVisit, account: Account | None) -> tuple[AccountRow, dict[str, Words]]:
    """An account as it was typed, and what is wrong with it; the login of one that there is stays."""
    post = visit.request.POST
    typed = Typed(post.dict())
    login = account.login if account else login_of(typed.text("login"))
    name, units = typed.text("name"), typed.text("units", needed=False)
    chosen: tuple[Role, ...] = tuple(role for role in ROLES if role in post.getlist("roles"))
    row = AccountRow(login, " ".join(name.split()), chosen, _unit_codes(units))
    return row, row_faults(row, known_units(), account) | typed.faults


def _unit_codes(text: str) -> tuple[str, ...]:
    """The codes in a text, each once, as the units have them: nobody minds capitals, or how they are parted."""
    known = {code.casefold(): code for code in known_units()}
    words = re.split(r"[\s,;]+", text.strip()) if text.strip() else []
    return tuple(dict.fromkeys(known.get(word.casefold(), word) for word in words if word))


def _form(visit: ServerVisit, row: AccountRow, faults: dict[str, Words], account: Account | None) -> HttpResponse:
    units = known_units()
    return visit.draw_form(
        "account.html.j2",
        {"login": row.login, "name": row.name, "units": ", ".join(row.units)},
        faults,
        title=account.name if account else visit.say("Thêm một tài khoản", "One more account"),
        account=account,
        own=account == visit.account,
        ticked=row.roles,
        roles=role_choices(visit.lang),
        unit_names=[units.get(code, code) for code in row.units],
        example=", ".join(list(units)[:2]),
    )
