"""The addresses of the server, each with what it lets people do: one function asks before any of them answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse

from cchc_web.access import About, Action, may
from cchc_web.models import KeptYear
from cchc_web.pages import locked_page
from cchc_web.people import person_of
from cchc_web.views.communes import show_commune, show_communes
from cchc_web.views.evidence import show_evidence
from cchc_web.views.extensions import grant_extension, show_extension
from cchc_web.views.handing_in import hand_in_figures, hand_in_self_score, show_check, show_receipt
from cchc_web.views.looks import show_icon, show_script, show_styles
from cchc_web.views.questions import answer_question, show_questions
from cchc_web.views.results import show_ranking, show_reasons, show_unit
from cchc_web.views.round_results import explain_results, show_results
from cchc_web.views.sheets import save_figures, save_self_score, show_figures, show_self_score
from cchc_web.views.uploads import (
    hand_in_claim_file,
    hand_in_figure_file,
    preview_upload,
    show_upload,
    take_upload,
)
from cchc_web.views.work import show_journal, show_progress
from cchc_web.visits import Visit


@dataclass(frozen=True, slots=True)
class Route:
    """An address below that of a year: its name, what it shows to whoever may `see`, and what is done there.

    `act` answers what is sent there by whoever may `do` it. A view gets the visit, and the parts of the address:
    `unit`, `round` and `criterion` mean the same in every address.
    """

    address: str
    name: str
    show: Callable[..., HttpResponse] | None
    see: Action | None = None
    act: Callable[..., HttpResponse] | None = None
    do: Action | None = None


ROUTES = (
    Route("", "ranking", show_ranking, "see-results"),
    Route("don-vi/<unit>/", "unit", show_unit, "see-unit"),
    Route("don-vi/<unit>/<criterion>/", "reasons", show_reasons, "see-unit"),
    Route("tien-do/", "progress", show_progress, "see-progress"),
    Route("gia-han/<unit>/", "extension", show_extension, "keep-year", grant_extension, "keep-year"),
    Route("nhat-ky/", "journal", show_journal, "see-journal"),
    Route("xa/", "communes", show_communes, "see-own-units"),
    Route("xa/<unit>/", "commune", show_commune, "see-own-work"),
    Route("xa/<unit>/so-lieu/", "figures", show_figures, "see-own-work", save_figures, "fill-in"),
    Route("xa/<unit>/tu-cham/", "self-score", show_self_score, "see-own-work", save_self_score, "fill-in"),
    Route("xa/<unit>/doc-tep/", "read-file", show_upload, "see-own-work", preview_upload, "fill-in"),
    Route("xa/<unit>/dua-vao/", "take-file", None, None, take_upload, "fill-in"),
    Route("xa/<unit>/gui/", "check", show_check, "see-own-work"),
    Route("xa/<unit>/gui/so-lieu/", "hand-in-figures", None, None, hand_in_figures, "hand-in-figures"),
    Route("xa/<unit>/gui/tu-cham/", "hand-in", None, None, hand_in_self_score, "hand-in"),
    Route("xa/<unit>/gui-tep/so-lieu/", "hand-in-figure-file", None, None, hand_in_figure_file, "hand-in-figures"),
    Route("xa/<unit>/gui-tep/tu-cham/", "hand-in-claim-file", None, None, hand_in_claim_file, "hand-in"),
    Route("xa/<unit>/bien-nhan/<thing>/", "receipt", show_receipt, "see-own-work"),
    Route("xa/<unit>/ket-qua/<int:round>/", "round-results", show_results, "see-own-work", explain_results, "explain"),
    Route("xa/<unit>/hoi-dap/", "questions", show_questions, "see-own-work", answer_question, "answer"),
    Route("tep/<unit>/<sha256>/", "evidence", show_evidence, "see-unit"),
)


def guarded(route: Route) -> Callable[..., HttpResponse]:
    """What a route shows or does, for whoever may; to others it is not there, and when it is locked it says why."""

    def answered(request: HttpRequest, folder: str, **values: Any) -> HttpResponse:
        writes = request.method == "POST"
        answer, action = (route.act, route.do) if writes else (route.show, route.see)
        if answer is None or action is None or request.method not in ("GET", "HEAD", "POST"):
            methods = [*(["GET", "HEAD"] if route.show else []), *(["POST"] if route.act else [])]
            return HttpResponseNotAllowed(methods)
        person = person_of(request)
        if person is None or not may(person, action, values.get("unit", "")):
            raise Http404
        visit = Visit(request, get_object_or_404(KeptYear, folder=folder), person)
        closed = visit.closed(action, about_of(values)) if writes else None
        return locked_page(request, closed) if closed is not None else answer(visit, **values)

    return answered


def about_of(values: dict[str, Any]) -> About:
    """What an address is about."""
    return About(values.get("unit", ""), values.get("round", 0), values.get("criterion", ""))


def newest_year(request: HttpRequest) -> HttpResponse:
    """The way from the server's address into its newest year: to the ranking, or to the own units."""
    year = KeptYear.objects.last()
    if year is None:
        raise Http404
    person = person_of(request)
    sees_all = person is None or may(person, "see-results")
    return HttpResponseRedirect(reverse("ranking" if sees_all else "communes", args=[year.folder]))


urlpatterns: list[URLPattern] = [
    path("", newest_year, name="start"),
    path("kieu-<digest>.css", show_styles, name="styles"),
    path("kich-ban-<digest>.js", show_script, name="script"),
    path("bieu-tuong.svg", show_icon, name="icon"),
    *(path(f"nam/<folder>/{route.address}", guarded(route), name=route.name) for route in ROUTES),
]

handler404 = "cchc_web.views.absent.show_absent"
handler500 = "cchc_web.views.absent.show_failed"
