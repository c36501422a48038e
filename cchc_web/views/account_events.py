"""What was done with accounts, by whom and when: as a page, or as a workbook with all of it."""

from django.db.models import Q
from django.http import HttpResponse
from django.utils import timezone

from cchc_score.appraisal.moments import moment_words
from cchc_score.findings import Words
from cchc_score.office.form_sheet import FormColumn, FormSheet
from cchc_score.text import number, pick
from cchc_web.models import AccountEvent
from cchc_web.role_words import roles_text
from cchc_web.server_visits import ServerVisit
from cchc_web.server_years import known_units
from cchc_web.table_files import table_answer

SHOWN = 500
"""So many of the newest stand on the page."""
HEADINGS = (
    Words("Lúc", "When"),
    Words("Ai làm", "By whom"),
    Words("Việc", "What"),
    Words("Tên đăng nhập", "Login"),
    Words("Họ tên", "Name"),
    Words("Vai trò", "Roles"),
    Words("Đơn vị", "Units"),
)
_DEEDS = {
    "made": Words("Tạo tài khoản", "Account made"),
    "changed": Words("Sửa tên, vai trò, đơn vị", "Name, roles, units changed"),
    "password": Words("Cấp mật khẩu dùng một lần", "Password for one sign-in"),
    "own-password": Words("Tự đổi mật khẩu", "Own password chosen"),
    "closed": Words("Đóng tài khoản", "Account closed"),
}
_AT_THE_SERVER = Words("quản trị máy chủ", "at the server itself")


def show_account_events(visit: ServerVisit) -> HttpResponse:
    """The newest first; of the accounts whose login or name has a word, where one is asked for."""
    asked, lang, units = visit.request.GET.get("login", ""), visit.lang, known_units()
    events = AccountEvent.objects.all()
    if asked:
        # No database takes the sign of the end of a text.
        word = asked.replace("\0", " ").strip()
        events = events.filter(Q(login__icontains=word) | Q(name__icontains=word))
    headings = [pick(lang, *words) for words in HEADINGS]
    is_file = visit.request.GET.get("kind") == "xlsx"
    rows = [
        (
            moment_words(timezone.localtime(event.time).replace(microsecond=0, tzinfo=None)),
            event.by or pick(lang, *_AT_THE_SERVER),
            pick(lang, *_DEEDS[event.deed]),
            event.login,
            event.name,
            roles_text(event.roles, lang),
            ", ".join(units.get(code, code) for code in event.units),
        )
        for event in (events if is_file else events[:SHOWN])
    ]
    title = visit.say("Nhật ký tài khoản", "Journal of accounts")
    if is_file:
        columns = tuple(FormColumn(heading, width=24) for heading in headings)
        return table_answer(FormSheet(title, title, (), columns, rows, long=True), "xlsx", "nhat-ky-tai-khoan", lang)
    count = events.count()
    return visit.draw(
        "account_events.html.j2",
        over=title + (f": {asked}" if asked else ""),
        title=visit.say(
            f"{number(count, 0, lang)} lần tạo hoặc sửa tài khoản", f"{number(count, 0, lang)} deeds with accounts"
        ),
        older=count > SHOWN,
        headings=headings,
        rows=rows,
        asked=asked,
    )
