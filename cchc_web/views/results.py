"""Results: the ranking, the sheet of a unit, and why it has its points."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from cchc_score.app.choices import place_of, row_of_unit
from cchc_score.app.request_errors import RequestError
from cchc_score.appraisal.appraisal_model import stage_named
from cchc_score.pages.rank_page import rank_page
from cchc_score.pages.reasons_page import reasons_page
from cchc_score.pages.score_page import score_page
from cchc_score.results.ranked_units import ranking
from cchc_score.results.reasons import unit_reasons
from cchc_score.results.scored import ScoredStage
from cchc_score.results.unit_sheet import UnitSheets
from cchc_web.models import KeptYear
from cchc_web.pages import LinkedTable, draw, language, linked, plain
from cchc_web.scored_years import SCORED


def shown_stage(request: HttpRequest, year: KeptYear) -> ScoredStage:
    """The stage of a year that an address asks for; the final one where it names none."""
    try:
        return SCORED.stage(year, stage_named(request.GET.get("stage", "final")))
    except RequestError as error:
        raise Http404 from error


def show_ranking(request: HttpRequest, year: KeptYear) -> HttpResponse:
    """The ranking of all units, in total or by a place of the scheme."""
    scored, lang = shown_stage(request, year), language(request)
    try:
        by = place_of(scored.sheet.scheme, request.GET.get("by", "total"))
    except RequestError as error:
        raise Http404 from error
    result = ranking(scored, by)
    page = rank_page(result, lang)
    tables = [
        linked(sheet, [unit_address(request, year, line.unit.code) for line in lines], 1)
        for sheet, lines in zip(page.sheets, result.groups.values(), strict=True)
    ]
    return draw(request, "tables.html.j2", title=page.title, tables=tables, notes=page.notes, year=year)


def show_unit(request: HttpRequest, year: KeptYear, unit: str) -> HttpResponse:
    """The sheet of one unit; each criterion leads to its reasons."""
    scored, lang = shown_stage(request, year), language(request)
    row = _row(scored, unit)
    page = score_page(UnitSheets(scored, (row,)), lang)
    criteria = scored.sheet.scheme.criteria
    tables = []
    for sheet in page.sheets:
        numbers = [cells[0].text for cells in sheet.typed_rows]
        addresses = [_reason_address(request, year, unit, number) if number in criteria else "" for number in numbers]
        tables.append(linked(sheet, addresses, 1))
    why = _reasons(request, year, unit, "")
    title = f"{scored.sheet.table.units[row].label} - {page.title}"
    return draw(request, "tables.html.j2", title=title, tables=[*why[:1], *tables], notes=page.notes, year=year)


def show_reasons(request: HttpRequest, year: KeptYear, unit: str, criterion: str) -> HttpResponse:
    """Why a unit has its points of one criterion."""
    scored, lang = shown_stage(request, year), language(request)
    if criterion not in scored.sheet.scheme.criteria:
        raise Http404
    page = reasons_page(unit_reasons(scored, _row(scored, unit), criterion), lang)
    tables = [plain(sheet) for sheet in page.sheets]
    return draw(request, "tables.html.j2", title=page.title, tables=tables, notes=page.notes, year=year)


def _reasons(request: HttpRequest, year: KeptYear, unit: str, criterion: str) -> list[LinkedTable]:
    scored = shown_stage(request, year)
    page = reasons_page(unit_reasons(scored, _row(scored, unit), criterion), language(request))
    return [plain(sheet) for sheet in page.sheets]


def _row(scored: ScoredStage, unit: str) -> int:
    try:
        return row_of_unit(scored.sheet.table.units, unit)
    except RequestError as error:
        raise Http404 from error


def unit_address(request: HttpRequest, year: KeptYear, unit: str) -> str:
    """Where the sheet of a unit is shown, at the same stage."""
    return reverse("unit", args=[year.folder, unit]) + _same_stage(request)


def _reason_address(request: HttpRequest, year: KeptYear, unit: str, criterion: str) -> str:
    return reverse("reasons", args=[year.folder, unit, criterion]) + _same_stage(request)


def _same_stage(request: HttpRequest) -> str:
    stage = request.GET.get("stage", "")
    return f"?stage={stage_named(stage)}" if stage else ""
