"""Results: the ranking, the page of a unit, and why it has its points."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from cchc_score.app.choices import row_of_unit
from cchc_score.app.request_errors import RequestError
from cchc_score.appraisal.appraisal_model import stage_named
from cchc_score.pages.reasons_page import reasons_page
from cchc_score.report.html.basis_notes import basis_notes
from cchc_score.report.html.commune_setting import commune_setting
from cchc_score.report.html.commune_view import commune_view
from cchc_score.report.html.overview_view import overview_view
from cchc_score.report.html.report_page import area_marks
from cchc_score.report.html.texts_in_css import column_css
from cchc_score.results.reasons import unit_reasons
from cchc_score.results.scored import ScoredStage
from cchc_score.results.year_report import YearReport
from cchc_web.models import KeptYear
from cchc_web.pages import draw, language, plain
from cchc_web.scored_years import SCORED


def shown_report(request: HttpRequest, year: KeptYear) -> YearReport:
    """The stage of a year that an address asks for; the final one where it names none."""
    try:
        return SCORED.report(year, stage_named(request.GET.get("stage", "final")))
    except RequestError as error:
        raise Http404 from error


def show_ranking(request: HttpRequest, year: KeptYear) -> HttpResponse:
    """The ranking of all units, where points are lost, how they spread."""
    report, lang = shown_report(request, year), language(request)
    units = report.scored.sheet.table.units
    files = {row: unit_address(request, year, unit.code) for row, unit in enumerate(units)}
    view = overview_view(report, files, lang)
    css = column_css([f"{head.number}. {head.name}" for head in view.heads], view.has_classes)
    return draw(request, "ranking.html.j2", css=css, title=view.title, view=view, year=year, data_name="")


def show_unit(request: HttpRequest, year: KeptYear, unit: str) -> HttpResponse:
    """The page of one unit: what it lost, its areas, every criterion; each leads to its reasons."""
    report, lang = shown_report(request, year), language(request)
    row = _row(report.scored, unit)
    setting = commune_setting(report.ranking, False, lang)
    view = commune_view(setting, next(line for line in report.ranking.lines if line.row == row))
    criteria = [
        (number, criterion.title, reverse("reasons", args=[year.folder, unit, number]) + _same_stage(request))
        for number, criterion in report.scored.sheet.scheme.criteria.items()
    ]
    return draw(
        request,
        "commune_page.html.j2",
        title=view.title,
        view=view,
        marks=area_marks(setting),
        back=reverse("ranking", args=[year.folder]) + _same_stage(request),
        criteria=criteria,
        basis=basis_notes(report, lang),
        year=year,
    )


def show_reasons(request: HttpRequest, year: KeptYear, unit: str, criterion: str) -> HttpResponse:
    """Why a unit has its points of one criterion."""
    scored, lang = shown_report(request, year).scored, language(request)
    if criterion not in scored.sheet.scheme.criteria:
        raise Http404
    page = reasons_page(unit_reasons(scored, _row(scored, unit), criterion), lang)
    tables = [plain(sheet) for sheet in page.sheets]
    return draw(request, "data_tables.html.j2", title=page.title, tables=tables, notes=page.notes, year=year)


def _row(scored: ScoredStage, unit: str) -> int:
    try:
        return row_of_unit(scored.sheet.table.units, unit)
    except RequestError as error:
        raise Http404 from error


def unit_address(request: HttpRequest, year: KeptYear, unit: str) -> str:
    """Where the page of a unit is, at the same stage."""
    return reverse("unit", args=[year.folder, unit]) + _same_stage(request)


def _same_stage(request: HttpRequest) -> str:
    stage = request.GET.get("stage", "")
    return f"?stage={stage_named(stage)}" if stage else ""
