"""The list of accounts: looked through, put in order, and as Excel."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from cchc_score.appraisal.moments import moment_words
from cchc_score.findings import Words
from cchc_score.office.form_sheet import FormColumn, FormSheet
from cchc_score.text import Lang, alphabetical, bare, pick
from cchc_web.models import Account
from cchc_web.role_words import role_choices, roles_text
from cchc_web.server_visits import ServerVisit
from cchc_web.server_years import all_years, known_units
from cchc_web.table_files import table_answer

HEADINGS = (
    Words("Họ tên", "Name"),
    Words("Tên đăng nhập", "Login"),
    Words("Vai trò", "Roles"),
    Words("Đơn vị", "Units"),
    Words("Đăng nhập lần cuối", "Last sign-in"),
    Words("Tình trạng", "State"),
)
"""What the columns of the list are called."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A line of the list: an account, and what stands about it in words; `tone` is that of the pill of its state."""

    account: Account
    roles: str
    units: str
    last: str
    state: str
    tone: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of the line, below the headings."""
        return self.account.name, self.account.login, self.roles, self.units, self.last, self.state


ORDERS: dict[str, tuple[Words, Callable[[AccountLine], Any]]] = {
    "login": (Words("Tên đăng nhập", "Login"), lambda line: line.account.login),
    "name": (Words("Họ tên", "Name"), lambda line: alphabetical(line.account.name)),
    "units": (Words("Đơn vị", "Units"), lambda line: alphabetical(line.units)),
    "last": (Words("Đăng nhập lần cuối", "Last sign-in"), lambda line: _since(line.account)),
}
"""In which orders the list may stand; the latest sign-in comes first."""


def show_accounts(visit: ServerVisit) -> HttpResponse:
    """All accounts, or those that what was looked for stands in, as a page or as a workbook."""
    given, lang, units = visit.request.GET, visit.lang, known_units()
    asked, role, order = given.get("q", "").strip(), given.get("role", ""), given.get("order", "login")
    every = [_line(account, units, lang) for account in Account.objects.all()]
    lines = [
        line for line in every if role in ("", *line.account.roles) and bare(asked) in bare(" ".join(line.cells[:4]))
    ]
    lines.sort(key=ORDERS.get(order, ORDERS["login"])[1])
    headings = [pick(lang, *words) for words in HEADINGS]
    if given.get("kind") == "xlsx":
        columns = tuple(FormColumn(heading, width=24) for heading in headings)
        title = visit.say("Tài khoản", "Accounts")
        sheet = FormSheet(title, title, (), columns, [line.cells for line in lines], long=True)
        return table_answer(sheet, "xlsx", "tai-khoan", lang)
    return visit.draw(
        "accounts.html.j2",
        title=visit.say("Tài khoản", "Accounts"),
        headings=headings,
        lines=lines,
        count=len(every),
        open_count=sum(line.account.is_active for line in every),
        asked=asked,
        role=role,
        roles=[("", visit.say("Mọi vai trò", "Every role")), *role_choices(lang)],
        order=order,
        orders=[(key, pick(lang, *words)) for key, (words, _) in ORDERS.items()],
        years=[year.folder for year in all_years()],
    )


def _line(account: Account, units: dict[str, str], lang: Lang) -> AccountLine:
    if not account.is_active:
        state, tone = Words("đã đóng", "closed"), "d"
    elif account.must_change:
        state, tone = Words("chưa chọn mật khẩu", "no password chosen yet"), "w"
    else:
        state, tone = Words("đang dùng", "in use"), ""
    return AccountLine(
        account=account,
        roles=roles_text(account.roles, lang),
        units=", ".join(units.get(code, code) for code in account.units),
        last=_last(account),
        state=pick(lang, *state),
        tone=tone,
    )


def _last(account: Account) -> str:
    """When somebody has last signed in, to the minute."""
    if account.last_login is None:
        return ""
    return moment_words(timezone.localtime(account.last_login).replace(tzinfo=None, second=0, microsecond=0))


def _since(account: Account) -> timedelta:
    """How long ago somebody has last signed in; longer than anything for who never has."""
    return timezone.now() - account.last_login if account.last_login else timedelta.max
