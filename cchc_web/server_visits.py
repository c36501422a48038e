"""A visit outside of any year: whoever has signed in, at the server's own pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cchc_score.findings import Finding, Words
from cchc_score.text import Lang, pick
from cchc_web.access import Action, Person, may
from cchc_web.models import Account
from cchc_web.pages import draw, language
from cchc_web.typed import field_values

MENU: tuple[tuple[str, Words, Action], ...] = (
    ("start", Words("Trang đầu", "Start"), "see-start"),
    ("accounts", Words("Tài khoản", "Accounts"), "see-accounts"),
)
"""The server's own pages, for whoever may see them."""


@dataclass(frozen=True)
class ServerVisit:
    """A request about no year, by a person with an account."""

    request: HttpRequest
    person: Person

    @property
    def account(self) -> Account:
        """The account of whoever asks."""
        account = self.request.user
        assert isinstance(account, Account), "whoever has not signed in gets no visit"
        return account

    @property
    def lang(self) -> Lang:
        """The language of the answer."""
        return language(self.request)

    def say(self, vi: str, en: str) -> str:
        """A text in the language of the answer."""
        return pick(self.lang, vi, en)

    def draw(self, template: str, status: int = 200, **values: Any) -> HttpResponse:
        """The page that a template makes of some values, with the ways to the server's other pages."""
        links = [(reverse(name), words) for name, words, action in MENU if may(self.person, action)]
        return draw(self.request, template, status, links=links, person=self.person, **values)

    def draw_form(
        self,
        template: str,
        values: Mapping[str, str],
        faults: Mapping[str, Words] | None = None,
        findings: Sequence[Finding] = (),
        **more: Any,
    ) -> HttpResponse:
        """The page of a form with the `values` of its fields, and with all that is wrong with them."""
        status = 422 if faults or findings else 200
        return self.draw(template, status, **field_values(values, faults, findings, self.lang), **more)

    def told(self, vi: str, en: str, name: str, *args: object) -> HttpResponse:
        """The way to a page after something was done, which says what."""
        messages.success(self.request, self.say(vi, en))
        return HttpResponseRedirect(reverse(name, args=args))
