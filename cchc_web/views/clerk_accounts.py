"""An account for the clerk of every unit of a year at once, and their passwords as a file to hand out."""

from dataclasses import replace

from django.http import Http404, HttpResponse

from cchc_score.findings import Words
from cchc_score.model import Unit
from cchc_score.office.form_sheet import FormColumn, FormSheet
from cchc_score.text import pick
from cchc_web.accounts import AccountRow, login_of, make_accounts, proposed_clerks, rows_faults, units_without_clerk
from cchc_web.server_visits import ServerVisit
from cchc_web.server_years import YearGlance, all_years, known_units
from cchc_web.table_files import KINDS, table_answer
from cchc_web.typed import Typed
from cchc_web.views.accounts import show_passwords

MOST_ROWS = 5_000


def show_clerks(visit: ServerVisit, folder: str) -> HttpResponse:
    """The units of a year that have no clerk's account, each with a login and a name proposed."""
    year = _year(folder)
    missing = units_without_clerk(year.units)
    rows = proposed_clerks(missing)
    return _page(visit, year, missing, rows, set(rows), {})


def add_clerks(visit: ServerVisit, folder: str) -> HttpResponse:
    """Make the accounts that were ticked, all or none, and show their passwords this once."""
    year, post = _year(folder), visit.request.POST
    missing = units_without_clerk(year.units)
    proposed, ticked, typed = proposed_clerks(missing), set(post.getlist("unit")), Typed(post.dict())
    rows = {
        code: replace(
            row,
            login=login_of(typed.text(f"login-{code}", code in ticked)),
            name=" ".join(typed.text(f"name-{code}", code in ticked).split()),
        )
        if f"login-{code}" in post
        else row
        for code, row in proposed.items()
    }
    chosen = {code: row for code, row in rows.items() if code in ticked}
    faults = rows_faults(chosen, known_units()) | typed.faults
    if not chosen:
        faults["unit"] = Words("Chưa chọn đơn vị nào.", "No unit is ticked.")
    if not faults:
        handed = make_accounts(list(chosen.values()), visit.person.name)
        if handed is not None:
            names = year.names
            return show_passwords(visit, [replace(one, unit=names[one.unit]) for one in handed])
        faults = rows_faults(chosen, known_units())
    return _page(visit, year, missing, rows, ticked, faults)


def download_passwords(visit: ServerVisit) -> HttpResponse:
    """The passwords that a page has just shown, as a file: the page brings them, for the server keeps none."""
    post, lang = visit.request.POST, visit.lang
    kind = post.get("kind", "")
    columns = [post.getlist(name)[:MOST_ROWS] for name in ("unit", "name", "login", "password")]
    if kind not in KINDS or len({len(column) for column in columns}) != 1 or not columns[0]:
        raise Http404
    headings = (
        Words("Đơn vị", "Unit"),
        Words("Họ tên", "Name"),
        Words("Tên đăng nhập", "Login"),
        Words("Mật khẩu dùng một lần", "Password for one sign-in"),
    )
    sheet = FormSheet(
        name=visit.say("Mật khẩu", "Passwords"),
        title=visit.say("Mật khẩu dùng một lần", "Passwords for one sign-in"),
        lines=(
            visit.say(
                "Cắt từng dòng, đưa tận tay. Lần đăng nhập đầu tiên mỗi người tự chọn mật khẩu riêng.",
                "Hand each row to its person. At the first sign-in everybody chooses a password of their own.",
            ),
        ),
        columns=tuple(FormColumn(pick(lang, *heading), width=28) for heading in headings),
        rows=list(zip(*columns, strict=True)),
    )
    return table_answer(sheet, kind, "mat-khau", lang)


def _page(
    visit: ServerVisit,
    year: YearGlance,
    missing: list[Unit],
    rows: dict[str, AccountRow],
    ticked: set[str],
    faults: dict[str, Words],
) -> HttpResponse:
    count, whole = len(missing), len(year.units)
    if count:
        title = visit.say(f"{count} trên {whole} đơn vị chưa có tài khoản", f"{count} of {whole} units have no account")
    else:
        title = visit.say(f"Cả {whole} đơn vị đã có tài khoản", f"All {whole} units have an account")
    return visit.draw_form(
        "clerk_accounts.html.j2",
        {},
        faults,
        title=title,
        year=year,
        rows=[(unit, rows[unit.code], unit.code in ticked) for unit in missing],
        years=[other.folder for other in all_years() if other.folder != year.folder],
    )


def _year(folder: str) -> YearGlance:
    year = next((year for year in all_years() if year.folder == folder), None)
    if year is None:
        raise Http404
    return year
