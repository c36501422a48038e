"""What holds for every request: its address, a strict policy of content, faults in words, the word of this start."""

from collections.abc import Callable
from hmac import compare_digest
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cchc_score.errors import CchcError
from cchc_web.pages import closed_page, fault_page, policy, script_address, styles_address

Answer = Callable[[HttpRequest], HttpResponse]
_KNOWN = "known"
"""What a session remembers of a browser that has brought the word."""


def behind_proxy(answer: Answer) -> Answer:
    """Take the browser's address, and whether it came by HTTPS, from the proxy of the settings and from nobody else."""

    def answered(request: HttpRequest) -> HttpResponse:
        told = request.META.pop("HTTP_X_FORWARDED_FOR", "")
        # Whoever asks by a socket of this machine has no address: only the proxy can.
        if settings.PROXY and request.META.get("REMOTE_ADDR", "") in ("", settings.PROXY):
            # The last is what the proxy itself has seen; the others are what the browser says.
            request.META["REMOTE_ADDR"] = _known_address(told.rpartition(",")[2].strip()) or settings.PROXY
        else:
            request.META.pop("HTTP_X_FORWARDED_PROTO", None)
        return answer(request)

    return answered


def _known_address(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        return ""


def strict_content(answer: Answer) -> Answer:
    """Let a page load nothing but the server's own files, and be kept by no one."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", policy())
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response

    return answered


class told_faults:
    """Show what makes a year unusable as a page with all findings, not as a failure of the server."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer."""
        return self._answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page of findings for an error that has some."""
        return fault_page(request, error.findings) if isinstance(error, CchcError) else None


def only_with_token(answer: Answer) -> Answer:
    """Where the server is for one person, let in only the browser that has opened the address printed at the start."""

    def answered(request: HttpRequest) -> HttpResponse:
        # The page that turns somebody away has its looks too; they say nothing of any year.
        if not settings.TOKEN or request.path in (styles_address(), script_address(), reverse("icon")):
            return answer(request)
        word = request.GET.get("token", "")
        if word and compare_digest(word.encode(), settings.TOKEN.encode()):
            request.session.cycle_key()
            request.session[_KNOWN] = settings.TOKEN
            # The word leaves the address: it shall stand in no history and in no picture of the screen.
            return HttpResponseRedirect(request.path)
        known = str(request.session.get(_KNOWN, ""))
        if not compare_digest(known.encode(), settings.TOKEN.encode()):
            return closed_page(request)
        return answer(request)

    return answered
