"""The gate of a server with accounts: whoever has not signed in is led there and back, and loses nothing typed."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from cchc_score.findings import Words
from cchc_web.kept_posts import drop_sent, file_names, keep_post, typed_fields
from cchc_web.models import Account
from cchc_web.pages import draw_again, draw_fault

OPEN = frozenset({"styles", "script", "icon", "sign-in"})
"""The routes that somebody needs to sign in, by name."""
_WHILE_CHANGING = frozenset({"own-account", "sign-out", "sign-out-everywhere"})


class only_signed_in:
    """Let in whoever has signed in, and has a password of their own; after the check of tokens, never before it."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; what was kept and has now been taken is forgotten."""
        response = self._answer(request)
        if not settings.TOKEN:
            drop_sent(request, response)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, values: Any
    ) -> HttpResponse | None:
        """The way to where somebody signs in or chooses a password; None where they may go on."""
        match = request.resolver_match
        name = match.url_name if match else ""
        if settings.TOKEN or name in OPEN or request.method not in ("GET", "HEAD", "POST"):
            return None
        account = request.user
        if not isinstance(account, Account):
            return _turned_away(request, "sign-in")
        if account.must_change and name not in _WHILE_CHANGING:
            return _turned_away(request, "own-account")
        return None


def _turned_away(request: HttpRequest, name: str) -> HttpResponse:
    # A script would read the page of sign-in as an answer to what it sent.
    if request.headers.get("Sec-Fetch-Dest") == "empty":
        return draw_fault(request, 401, Words("Phải đăng nhập lại", "Sign in again"), Words("", ""))
    if request.method == "POST":
        if not keep_post(request) and (fields := typed_fields(request)):
            return draw_again(request, fields, file_names(request))
        return HttpResponseRedirect(reverse(name))
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}")


def own_path(text: str) -> str:
    """Where somebody wanted to go, if it is on this server; empty otherwise."""
    return text if text.startswith("/") and url_has_allowed_host_and_scheme(text, allowed_hosts=None) else ""
