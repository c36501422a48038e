"""Accounts: made with a password for one sign-in, changed, closed; never deleted, for the journal bears their names."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from secrets import choice

from django.contrib.auth.hashers import Argon2PasswordHasher, PBKDF2PasswordHasher, make_password
from django.db import IntegrityError, transaction

from cchc_score.findings import Words
from cchc_score.model import Unit
from cchc_score.text import bare, nfc
from cchc_web.access import Role
from cchc_web.models import Account, AccountEvent

MOST_LETTERS = 60
"""Of a login."""
_LOGIN = re.compile(rf"[a-z0-9][a-z0-9._-]{{2,{MOST_LETTERS - 1}}}")
# Without those that are taken for one another on paper.
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


class OwnHasher(Argon2PasswordHasher):
    """For passwords that people choose, with the 19 MB and two passes that OWASP asks for.

    Django's own 100 MB, for each of the threads that people sign in by at nine in the morning, are all that a small
    server has.
    """

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1


class OneTimeHasher(PBKDF2PasswordHasher):
    """For passwords that the server itself has drawn: nobody guesses one of 31^12, so it need not be slow.

    At the first sign-in Django hashes the password again, as all others are.
    """

    algorithm = "one_time"
    iterations = 1_000


@dataclass(frozen=True, slots=True)
class AccountRow:
    """What an account is asked to be: the name to sign in by, that of the journal, the roles, the codes of units."""

    login: str
    name: str
    roles: tuple[Role, ...]
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedOut:
    """An account with the password for its first sign-in, known in clear at this one moment; `unit` is its commune."""

    login: str
    name: str
    password: str
    unit: str = ""


def login_of(text: str) -> str:
    """A login as it is kept and compared, however it was typed."""
    return nfc(text).strip().casefold()


def one_time_password() -> str:
    """A password to be typed from paper: three groups of four signs."""
    return "-".join("".join(choice(_SIGNS) for _ in range(4)) for _ in range(3))


def row_faults(row: AccountRow, known: Collection[str], account: Account | None = None) -> dict[str, Words]:
    """What is wrong with an account to be made, or with what `account` is to become; by the names of fields.

    `known` are the codes of the units of all years.
    """
    faults = {}
    if not _LOGIN.fullmatch(row.login):
        faults["login"] = Words(
            f"Từ 3 đến {MOST_LETTERS} chữ: chữ cái không dấu, chữ số, dấu chấm, gạch nối; bắt đầu bằng chữ hoặc số.",
            f"3 to {MOST_LETTERS} signs: plain letters, digits, dots, dashes; a letter or a digit first.",
        )
    elif account is None and Account.objects.filter(login=row.login).exists():
        faults["login"] = Words("Tên đăng nhập này đã có người dùng.", "Somebody has this login already.")
    if not row.name or len(row.name) > 200:
        faults["name"] = Words("Phải điền tên, nhiều nhất 200 chữ.", "A name is needed, of at most 200 letters.")
    elif _has_other(row.name, account):
        faults["name"] = Words(
            "Đã có tài khoản mang tên này; nhật ký sẽ không phân biệt được. Thêm chức vụ hoặc đơn vị vào tên.",
            "An account bears this name, and the journal could not tell them apart. Add a post or an office to it.",
        )
    if not row.roles:
        faults["roles"] = Words("Chọn ít nhất một vai trò.", "Choose at least one role.")
    unknown = [code for code in row.units if code not in known]
    if unknown:
        faults["units"] = Words(
            f"Không năm nào trên máy chủ có đơn vị mang mã {', '.join(unknown)}.",
            f"No year of the server has a unit {', '.join(unknown)}.",
        )
    elif "clerk" in row.roles and not row.units:
        faults["units"] = Words("Cán bộ xã phải có ít nhất một đơn vị.", "A clerk needs at least one unit.")
    return faults


def _has_other(name: str, account: Account | None) -> bool:
    others = Account.objects.exclude(pk=account.pk if account else None)
    return any(nfc(other).casefold() == nfc(name).casefold() for other in others.values_list("name", flat=True))


def make_accounts(rows: Sequence[AccountRow], by: str) -> list[HandedOut] | None:
    """New accounts, all or none, each with a password for its first sign-in; None where a login is taken by now.

    `by` is the name of who makes them, here and below; it is kept with what was done.
    """
    handed = [HandedOut(row.login, row.name, one_time_password(), ", ".join(row.units)) for row in rows]
    accounts = [
        Account(
            login=row.login,
            name=row.name,
            roles=list(row.roles),
            units=list(row.units) if "clerk" in row.roles else [],
            password=make_password(given.password, hasher="one_time"),
            must_change=True,
        )
        for row, given in zip(rows, handed, strict=True)
    ]
    try:
        with transaction.atomic():
            Account.objects.bulk_create(accounts)
            _keep_events("made", accounts, by)
    except IntegrityError:
        return None
    return handed


def change_account(account: Account, row: AccountRow, by: str) -> None:
    """Let an account have another name, other roles, other units; it holds from the person's next page on."""
    account.name, account.roles = row.name, list(row.roles)
    account.units = list(row.units) if "clerk" in row.roles else []
    _save("changed", account, ["name", "roles", "units"], by)


def renew_password(account: Account, by: str) -> HandedOut:
    """A new password for one sign-in, to an account that is open again if it was closed; its sessions end."""
    password = one_time_password()
    account.password = make_password(password, hasher="one_time")
    account.must_change = account.is_active = True
    _save("password", account, ["password", "must_change", "is_active"], by)
    return HandedOut(account.login, account.name, password, ", ".join(account.units))


def take_own_password(account: Account, password: str) -> None:
    """Let somebody sign in by a password of their own from now on; all sessions end."""
    account.set_password(password)
    account.must_change = False
    _save("own-password", account, ["password", "must_change"], account.name)


def close_account(account: Account, by: str) -> None:
    """Let nobody sign in by an account any more; its sessions end at once."""
    account.is_active = False
    _save("closed", account, ["is_active"], by)


def _save(deed: str, account: Account, fields: Sequence[str], by: str) -> None:
    with transaction.atomic():
        account.save(update_fields=fields)
        _keep_events(deed, [account], by)


def _keep_events(deed: str, accounts: Iterable[Account], by: str) -> None:
    """Write down what was done with accounts, and what they say now."""
    AccountEvent.objects.bulk_create(
        AccountEvent(by=by, deed=deed, login=one.login, name=one.name, roles=one.roles, units=one.units)
        for one in accounts
    )


def units_without_clerk(units: Iterable[Unit]) -> list[Unit]:
    """The units for which nobody can sign in as their clerk."""
    clerks = [account for account in Account.objects.filter(is_active=True) if "clerk" in account.roles]
    served = {code for account in clerks for code in account.units}
    return [unit for unit in units if unit.code not in served]


def proposed_clerks(units: Iterable[Unit]) -> dict[str, AccountRow]:
    """An account for the clerk of each unit, by its code, with a login and a name that nobody has yet."""
    logins = set(Account.objects.values_list("login", flat=True))
    names = set(Account.objects.values_list("name", flat=True))
    proposed = {}
    for unit in units:
        login = re.sub(r"[^a-z0-9]+", "-", bare(unit.name)).strip("-")[: MOST_LETTERS - 20] or "don-vi"
        name = f"Cán bộ {unit.name}"
        if len(login) < 3 or login in logins:
            login = f"{login}-{re.sub('[^a-z0-9]+', '-', bare(unit.code)).strip('-')}"[:MOST_LETTERS]
        if name in names:
            name = f"{name} ({unit.code})"
        logins.add(login)
        names.add(name)
        proposed[unit.code] = AccountRow(login, name, ("clerk",), (unit.code,))
    return proposed


def rows_faults(rows: Mapping[str, AccountRow], known: Collection[str]) -> dict[str, Words]:
    """What is wrong with accounts to be made together, by the name of the field, a dash, and their key in `rows`."""
    faults: dict[str, Words] = {}
    logins: set[str] = set()
    names: set[str] = set()
    for key, row in rows.items():
        own = row_faults(row, known)
        if row.login in logins:
            own.setdefault("login", Words("Trùng với một dòng ở trên.", "A row above has the same."))
        if nfc(row.name).casefold() in names:
            own.setdefault("name", Words("Trùng với một dòng ở trên.", "A row above has the same."))
        logins.add(row.login)
        names.add(nfc(row.name).casefold())
        faults |= {f"{field}-{key}": words for field, words in own.items()}
    return faults
