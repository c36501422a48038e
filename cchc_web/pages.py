"""How a page of the server is drawn: by the templates and styles of the report, in the language of its reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from jinja2 import Environment
from markupsafe import Markup

from cchc_score.findings import Finding, Words
from cchc_score.look.page_styles import page_css
from cchc_score.look.templating import environment, source_of
from cchc_score.report.html.page_frame import TEMPLATES
from cchc_score.report.html.page_words import page_words
from cchc_score.report.html.policy import content_hash
from cchc_score.text import LANGUAGES, Lang, pick
from cchc_web.people import person_of
from cchc_web.year_pages import page_links

COOKIE = "cchc_tieng"
"""Where a browser keeps the language that was chosen."""
OWN = "cchc_web"
"""The package whose templates stand beside those of the report."""


@dataclass(frozen=True, slots=True)
class UntakenPost:
    """What was sent to an address and not taken: fields, and the names of files; `number` is that of a kept post."""

    address: str
    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...] = ()
    number: int = 0
    path: str = ""


@cache
def _templates() -> Environment:
    made = environment(OWN, TEMPLATES)
    made.globals |= {
        "address": lambda name, *args: reverse(name, args=args),
        "styles": styles_address,
        "script": script_address,
    }
    return made


@cache
def styles() -> str:
    """The styles of every page: those of the report, and those of what only the server has."""
    return page_css() + source_of("web.css", OWN)


def styles_address() -> str:
    """Where a browser gets the styles; another address once they change, so that it may keep them for ever."""
    return reverse("styles", args=[sha256(styles().encode()).hexdigest()[:16]])


@cache
def script() -> str:
    """What a page does by itself; every page works without it."""
    return source_of("web.js", OWN)


def script_address() -> str:
    """Where a browser gets the script; another address once it changes."""
    return reverse("script", args=[sha256(script().encode()).hexdigest()[:16]])


def language(request: HttpRequest) -> Lang:
    """The language that a browser has chosen; Vietnamese before it has."""
    chosen = request.GET.get("lang") or request.COOKIES.get(COOKIE, "")
    return next((lang for lang in LANGUAGES if lang == chosen), "vi")


def draw(request: HttpRequest, template: str, status: int = 200, css: str = "", **values: Any) -> HttpResponse:
    """The answer that a template makes of some values; `css` are styles that this page alone has.

    `links` lead to the other pages of the year that the address is about, as far as whoever asks may see them.
    """
    lang, person = language(request), person_of(request)
    folder = request.resolver_match.kwargs.get("folder", "") if request.resolver_match else ""
    given = {
        "lang": lang,
        "t": page_words(lang),
        "here": request.path,
        "css": Markup(css),
        "links": page_links(person, folder) if person and folder else (),
        "person": person,
        "folder": folder,
        # Asked for by forms alone: a page without any sets no cookie.
        "csrf": lambda: get_token(request),
        "told": [str(message) for message in messages.get_messages(request)],
        # The same page is not there for whoever only asks for it, and what was typed would be lost.
        "other_language": "" if request.method == "POST" and person else _in_language(request, pick(lang, "en", "vi")),
        **values,
    }
    text = _templates().get_template(template).render(given)
    response = HttpResponse(text.encode("utf-8", "backslashreplace"), status=status)
    response.headers["Content-Security-Policy"] = policy(css)
    if request.GET.get("lang") == lang:
        response.set_cookie(COOKIE, lang, max_age=365 * 86_400, httponly=True, samesite="Strict")
    return response


def _in_language(request: HttpRequest, lang: str) -> str:
    """The address of the same page, with all that it asks for, in a language."""
    asked = request.GET.copy()
    asked["lang"] = lang
    return f"?{asked.urlencode()}"


def policy(css: str = "") -> str:
    """What a browser may do with a page: load the server's own files, and nothing from anywhere else."""
    own = f" {content_hash(css)}" if css else ""
    parts = (
        "default-src 'none'",
        f"style-src 'self'{own}",
        "script-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
    return "; ".join(parts)


def fault_page(request: HttpRequest, findings: Iterable[Finding]) -> HttpResponse:
    """The page for what cannot be shown, with everything that stands in its way."""
    lede = Words(
        "Trong thư mục của năm có chỗ phải sửa trước. Sửa xong thì mở lại chương trình.",
        "Something in the folder of the year has to be mended first. Then start the program again.",
    )
    told = [finding.words(language(request)) for finding in findings]
    return draw_fault(request, 409, Words("Chưa hiển thị được", "Cannot be shown yet"), lede, findings=told)


def locked_page(request: HttpRequest, why: Words) -> HttpResponse:
    """The page for what cannot be written now; what was typed stands in the browser, one step back."""
    lede = Words(
        f"{why.vi} Những gì vừa gõ chưa được ghi; bấm quay lại để lấy lại.",
        f"{why.en} What was typed is not written; go back to have it again.",
    )
    return draw_fault(request, 403, Words("Không ghi được lúc này", "Cannot be written now"), lede, way_home=True)


def closed_page(request: HttpRequest) -> HttpResponse:
    """The page for a browser that has not brought the word of this start."""
    title = Words("Cần địa chỉ của lần khởi động này", "The address of this start is needed")
    lede = Words(
        "Mở lại địa chỉ in ra khi khởi động chương trình. Địa chỉ của lần trước không dùng được nữa.",
        "Open the address that was printed when the program started. That of an earlier start opens nothing any more.",
    )
    return draw_fault(request, 403, title, lede, links=())


def draw_fault(request: HttpRequest, status: int, title: Words, lede: Words, **values: Any) -> HttpResponse:
    """A page that says why there is nothing else to see; without `way_home` it leads nowhere."""
    lang = language(request)
    given = {"findings": (), "way_home": False, **values}
    return draw(request, "fault.html.j2", status, title=pick(lang, *title), lede=pick(lang, *lede), **given)


def draw_again(request: HttpRequest, fields: Iterable[tuple[str, str]], files: Iterable[str]) -> HttpResponse:
    """The page for what was sent from a page that no longer holds: what was typed, and a button to send it again."""
    lang = language(request)
    title = Words("Chưa ghi, nhưng không mất gì", "Not written, and nothing is lost")
    lede = Words(
        "Trang đã mở quá lâu, hoặc đã đăng nhập lại ở nơi khác. Những gì vừa gõ còn ở dưới đây. Nếu chưa đăng nhập thì"
        " đăng nhập trong một thẻ khác của trình duyệt rồi trở lại đây gửi lần nữa.",
        "The page was open for too long, or somebody has signed in again meanwhile. What was typed stands below. If you"
        " are not signed in, do so in another tab, then come back here and send it once more.",
    )
    sent = UntakenPost(request.get_full_path(), tuple(fields), tuple(files))
    return draw(
        request, "again.html.j2", 403, title=pick(lang, *title), lede=pick(lang, *lede), sent=[sent], kept=False
    )
