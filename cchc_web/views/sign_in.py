"""Signing in and out, and one's own password."""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from cchc_score.appraisal.moments import moment_words
from cchc_score.findings import Words
from cchc_score.text import nfc, pick
from cchc_web.accounts import login_of, take_own_password
from cchc_web.kept_posts import kept_posts, remember_person
from cchc_web.models import Account
from cchc_web.pages import draw, language
from cchc_web.passwords import password_faults
from cchc_web.server_visits import ServerVisit
from cchc_web.sign_in_gate import own_path
from cchc_web.typed import NEEDED, Typed, field_values

MOST_LETTERS = 200
_WRONG = Words(
    "Tên đăng nhập hoặc mật khẩu không đúng. Quên mật khẩu thì nhờ điều phối viên cấp mật khẩu mới.",
    "Login or password is wrong. If you have forgotten it, ask the coordinator for a new password.",
)


def answer_sign_in(request: HttpRequest) -> HttpResponse:
    """The page of sign-in, and what is sent from it; a server for one person has none."""
    if settings.TOKEN:
        raise Http404
    if request.method == "POST":
        return _sign_in(request)
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    if isinstance(request.user, Account):
        return HttpResponseRedirect(reverse("start"))
    return _sign_in_page(request)


def _sign_in(request: HttpRequest) -> HttpResponse:
    name, password = login_of(request.POST.get("login", "")), nfc(request.POST.get("password", ""))
    # Neither the table of tries nor a hash has room for more, and nobody has such a name.
    if not name or not password or "\0" in name + password or max(len(name), len(password)) > MOST_LETTERS:
        return _sign_in_page(request, _WRONG)
    account = authenticate(request, username=name, password=password)
    if getattr(request, "axes_locked_out", False):
        return _locked_out(request, name)
    if not isinstance(account, Account):
        return _sign_in_page(request, _WRONG)
    login(request, account)
    wanted = own_path(request.GET.get("next", ""))
    response = HttpResponseRedirect(_after_sign_in(account, wanted))
    remember_person(response, account)
    return response


def _after_sign_in(account: Account, wanted: str) -> str:
    if account.must_change:
        return reverse("own-account")
    return reverse("kept") if kept_posts(account) else wanted or reverse("start")


def _sign_in_page(request: HttpRequest, fault: Words | None = None) -> HttpResponse:
    lang = language(request)
    typed = {"login": request.POST.get("login", "")[:MOST_LETTERS]}
    return draw(
        request,
        "sign_in.html.j2",
        422 if fault else 200,
        title=pick(lang, "Đăng nhập", "Sign in"),
        fault=pick(lang, *fault) if fault else "",
        **field_values(typed, None, (), lang),
    )


def _locked_out(request: HttpRequest, name: str) -> HttpResponse:
    """The page that says until when this name is shut out at this address; others are not."""
    lang, until = language(request), locked_until(name, request.META.get("REMOTE_ADDR"))
    hour = moment_words(timezone.localtime(until).replace(tzinfo=None, second=0, microsecond=0))
    return draw(
        request,
        "fault.html.j2",
        429,
        title=pick(lang, f"Chờ đến {hour}", f"Wait until {hour}"),
        lede=pick(
            lang,
            f"Đã gõ sai mật khẩu của tài khoản này {settings.AXES_FAILURE_LIMIT} lần từ máy này. Sau {hour} thì thử lại"
            " được; cần ngay thì nhờ điều phối viên. Người khác, và máy khác, vẫn đăng nhập bình thường.",
            f"The password of this account was wrong {settings.AXES_FAILURE_LIMIT} times at this machine. Try again"
            f" after {hour}, or ask the coordinator. Other people and other machines sign in as always.",
        ),
        findings=(),
        way_home=True,
    )


def locked_until(name: str, address: str | None) -> datetime:
    """When somebody may try again at an address; rounded up to the minute."""
    tries = AccessAttempt.objects.filter(username=name, ip_address=address).order_by("-attempt_time")
    last: datetime = tries.values_list("attempt_time", flat=True).first() or timezone.now()
    wait: timedelta = settings.AXES_COOLOFF_TIME
    return last + wait + timedelta(minutes=1)


def sign_out(visit: ServerVisit) -> HttpResponse:
    """End this session."""
    logout(visit.request)
    return visit.told("Đã đăng xuất.", "You have signed out.", "sign-in")


def sign_out_everywhere(visit: ServerVisit) -> HttpResponse:
    """End all sessions of whoever asks, on whatever machine."""
    Account.objects.filter(pk=visit.account.pk).update(sessions=F("sessions") + 1)
    logout(visit.request)
    return visit.told("Đã đăng xuất ở mọi máy.", "You have signed out on all machines.", "sign-in")


def show_own_account(visit: ServerVisit) -> HttpResponse:
    """Who one is to the server, and the form for another password."""
    return _own_page(visit, {})


def change_password(visit: ServerVisit) -> HttpResponse:
    """Take a password of one's own; all other sessions end."""
    account, typed = visit.account, Typed(visit.request.POST.dict())
    # One machine writes a letter and its accents as one sign, another as several.
    new, again = (nfc(visit.request.POST.get(name, "")) for name in ("new_password", "new_password_again"))
    # Who has just come in by a password for one sign-in has typed it a moment ago.
    if not account.must_change and not _knows_password(visit):
        typed.faults["password"] = Words("Mật khẩu đang dùng không đúng.", "This is not the present password.")
    if not new:
        typed.faults["new_password"] = NEEDED
    elif faults := password_faults(new, account):
        typed.faults["new_password"] = Words(" ".join(one.vi for one in faults), " ".join(one.en for one in faults))
    elif again != new:
        typed.faults["new_password_again"] = Words("Hai lần gõ không giống nhau.", "The two are not alike.")
    if typed.faults:
        return _own_page(visit, typed.faults)
    take_own_password(account, new)
    update_session_auth_hash(visit.request, account)
    return visit.told("Đã đổi mật khẩu.", "Your password is changed.", "kept" if kept_posts(account) else "start")


def _knows_password(visit: ServerVisit) -> bool:
    """Whether the present password was typed; asked as at sign-in, so that nobody tries for ever."""
    password = nfc(visit.request.POST.get("password", ""))
    if not password or "\0" in password or len(password) > MOST_LETTERS:
        return False
    return authenticate(visit.request, username=visit.account.login, password=password) is not None


def _own_page(visit: ServerVisit, faults: dict[str, Words]) -> HttpResponse:
    must = visit.account.must_change
    return visit.draw_form(
        "own_account.html.j2",
        {},
        faults,
        title=visit.say("Chọn mật khẩu riêng", "Choose a password of your own") if must else visit.person.name,
        account=visit.account,
        must_change=must,
    )
