"""How a page of the server is drawn: jinja2 with every text escaped, in the language of whoever reads it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from cchc_score.findings import Finding
from cchc_score.formats import Sheet, TypedCell
from cchc_score.text import LANGUAGES, Lang, visible

COOKIE = "cchc_tieng"
"""Where a browser keeps the language that was chosen."""


def environment(**options: Any) -> Environment:
    """The templates' language: every text is escaped, and a name that is not given is a fault."""
    made = Environment(**{**options, "autoescape": True, "undefined": StrictUndefined})
    made.filters["visible"] = visible
    made.globals |= {"address": lambda name, *args: reverse(name, args=args)}
    return made


def language(request: HttpRequest) -> Lang:
    """The language that a browser has chosen; Vietnamese before it has."""
    chosen = request.GET.get("lang") or request.COOKIES.get(COOKIE, "")
    return next((lang for lang in LANGUAGES if lang == chosen), "vi")


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """A row of a table; `links` are the addresses behind some of its cells, by their numbers from 0 on."""

    cells: tuple[TypedCell, ...]
    links: dict[int, str]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class LinkedTable:
    """A table of a page with its addresses."""

    sheet: Sheet
    rows: tuple[LinkedRow, ...]


def linked(sheet: Sheet, addresses: Sequence[str], column: int) -> LinkedTable:
    """A table whose cells in one column lead to an address each; an empty one leads nowhere."""
    rows = zip(sheet.typed_rows, addresses, strict=True)
    return LinkedTable(
        sheet,
        tuple(
            LinkedRow(cells, {column: address} if address else {}, number in sheet.strong)
            for number, (cells, address) in enumerate(rows)
        ),
    )


def plain(sheet: Sheet) -> LinkedTable:
    """A table without any address."""
    return linked(sheet, [""] * len(sheet.rows), 0)


def draw(request: HttpRequest, template: str, status: int = 200, **values: Any) -> HttpResponse:
    """The answer that a template makes of some values."""
    lang = language(request)
    given = {"lang": lang, "csrf": get_token(request), "here": request.path, **values}
    response = render(request, template, given, status=status)
    if request.GET.get("lang") == lang:
        response.set_cookie(COOKIE, lang, max_age=365 * 86_400, httponly=True, samesite="Strict")
    return response


def fault_page(request: HttpRequest, findings: Iterable[Finding]) -> HttpResponse:
    """The page for what cannot be shown, with everything that stands in its way."""
    lang = language(request)
    return draw(request, "fault.html.j2", 409, findings=[finding.words(lang) for finding in findings])
