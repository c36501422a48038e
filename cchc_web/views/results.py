"""Results: the ranking, the page of a unit, and why it has its points."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cchc_score.app.choices import row_of_unit
from cchc_score.app.request_errors import RequestError
from cchc_score.appraisal.appraisal_model import stage_named
from cchc_score.appraisal.year_states import year_state
from cchc_score.model import Criterion, Outcome
from cchc_score.pages.rank_page import rank_page
from cchc_score.pages.reasons_page import reasons_page
from cchc_score.pages.status_page import year_state_words
from cchc_score.report.html.basis_notes import basis_notes
from cchc_score.report.html.commune_setting import commune_setting
from cchc_score.report.html.commune_view import commune_view
from cchc_score.report.html.overview_view import OverviewView, overview_view
from cchc_score.report.html.page_words import page_words
from cchc_score.report.html.report_page import area_marks
from cchc_score.report.html.texts_in_css import column_css
from cchc_score.results.reasons import unit_reasons
from cchc_score.results.scored import ScoredStage
from cchc_score.results.year_report import YearReport
from cchc_score.text import pick
from cchc_web.access import may, sees_others, shown_stages
from cchc_web.asked_tables import asked_table, page_file, table_asks
from cchc_web.linked_tables import linked, linked_by_text, titled
from cchc_web.models import KeptYear
from cchc_web.page_heads import PageHead
from cchc_web.reasons_head import reasons_head
from cchc_web.scored_years import Kept
from cchc_web.visits import Visit

_OVERVIEWS: Kept[tuple[YearReport, OverviewView]] = Kept()
"""The overviews that people looked at last, each with the report that it shows: many look at one."""


def shown_report(visit: Visit) -> YearReport:
    """The stage of a year that an address asks for; the last that the person may see where it names none."""
    stages = shown_stages(visit.person, visit.working.stages, visit.moment)
    stage = stage_named(visit.request.GET.get("stage", stages[-1]))
    if stage not in stages:
        raise Http404
    try:
        return visit.report(stage)
    except RequestError as error:
        raise Http404 from error


def show_ranking(visit: Visit) -> HttpResponse:
    """The ranking of all units, where points are lost, how they spread."""
    report, lang = shown_report(visit), visit.lang
    key = visit.year.pk, lang, _same_stage(visit)
    known = _OVERVIEWS.get(key)
    if known is None or known[0] is not report:
        units = report.scored.sheet.table.units
        files = {row: unit_address(visit, unit.code) for row, unit in enumerate(units)}
        known = report, overview_view(report, files, lang)
        _OVERVIEWS.put(key, known)
    view, sheet = known[1], report.scored.sheet
    css = column_css([f"{head.number}. {head.name}" for head in view.heads], view.has_classes)
    return visit.draw(
        "ranking.html.j2",
        css=css,
        title=view.title,
        view=view,
        data_name="",
        unsettled=_unsettled_words(visit),
        is_empty=all(outcome > Outcome.SCORED for outcome in sheet.total.outcome) and not any(sheet.total.low),
        table_address=visit.address("ranking-table") + _same_stage(visit),
        # With accounts the first page has all years.
        other_years=[] if visit.person.login else _other_years(visit),
    )


def _other_years(visit: Visit) -> list[tuple[str, str]]:
    names = KeptYear.objects.exclude(pk=visit.year.pk).order_by("folder").values_list("folder", flat=True)
    return [(reverse("ranking", args=[name]), name) for name in names]


def show_ranking_table(visit: Visit) -> HttpResponse:
    """The ranking as one table, to be filtered, sorted and fetched."""
    report, lang = shown_report(visit), visit.lang
    page = rank_page(report.ranking, lang)
    if (file := page_file(visit, page, "xep-hang")) is not None:
        return file
    links = {unit.name: unit_address(visit, unit.code) for unit in report.scored.sheet.table.units}
    return visit.draw(
        "data_tables.html.j2",
        title=page.title,
        head=PageHead(visit.say("Xếp hạng", "Ranking"), page.title, "", ()),
        tables=[asked_table(visit, linked_by_text(sheet, links)) for sheet in page.sheets],
        **table_asks(visit),
        notes=page.notes,
        kind="ranks",
        deeds=[],
    )


def _unsettled_words(visit: Visit) -> str:
    """That points may still change, while the work of the year goes on; empty where it does not."""
    state = year_state(visit.working.stages, visit.moment)
    if state.name in ("draft", "frozen", "published"):
        return ""
    words = year_state_words(state, visit.lang)
    return visit.say(
        f"Năm đang {words}, chưa chốt: điểm và thứ hạng còn thay đổi.",
        f"The year is in {words} and not frozen: points and places may still change.",
    )


def show_unit(visit: Visit, unit: str) -> HttpResponse:
    """The page of one unit: what it lost, its areas, every criterion; each leads to its reasons.

    It tells the place among all units: before the results are public a unit has a page of its own instead.
    """
    if not sees_others(visit.person, visit.working.stages, visit.moment):
        return HttpResponseRedirect(visit.address("commune", unit))
    report, lang = shown_report(visit), visit.lang
    row = _row(report.scored, unit)
    setting = commune_setting(report.ranking, False, lang)
    view = commune_view(setting, next(line for line in report.ranking.lines if line.row == row))
    criteria = [
        (number, criterion.title, _reasons_address(visit, unit, number))
        for number, criterion in report.scored.sheet.scheme.criteria.items()
    ]
    return visit.draw(
        "commune_page.html.j2",
        title=view.title,
        view=view,
        marks=area_marks(setting),
        **_way_up(visit, unit),
        criteria=criteria,
        basis=basis_notes(report, lang),
    )


def _way_up(visit: Visit, unit: str) -> dict[str, Any]:
    """Where the page of a unit leads back to: the ranking, or, for who may not see that, the unit's own work."""
    if may(visit.person, "see-results"):
        return {"back": visit.address("ranking") + _same_stage(visit)}
    words = page_words(visit.lang) | {"back": visit.say("↑ Xã của tôi", "↑ My commune")}
    return {"back": visit.address("commune", unit), "t": words}


def show_reasons(visit: Visit, unit: str, criterion: str) -> HttpResponse:
    """Why a unit has its points of one criterion; the ways to its page and to the criteria beside.

    Whoever may not see what others have gets nothing from which it follows: neither the place, nor the sums, nor a
    criterion that compares units.
    """
    scored, lang = shown_report(visit).scored, visit.lang
    sees = sees_others(visit.person, visit.working.stages, visit.moment)
    criteria = [one for one in scored.sheet.scheme.criteria.values() if sees or not compares_units(scored, one)]
    if criterion not in {one.number for one in criteria}:
        raise Http404
    result = unit_reasons(scored, _row(scored, unit), criterion)
    page = reasons_page(result, lang)
    # The sums up to the index come last: whoever asks about a criterion wants its reasons first.
    way, own, *details = page.sheets
    head = reasons_head(result, lang)
    return visit.draw(
        "data_tables.html.j2",
        title=head.title,
        head=head,
        kind="why",
        back=(unit_address(visit, unit), result.unit.name),
        tables=[
            titled(linked(own), pick(lang, "Vì sao", "Why")),
            *(linked(sheet) for sheet in details),
            *([titled(linked(way), pick(lang, "Từ tiêu chí đến chỉ số", "From the criterion to the index"))] * sees),
        ],
        notes=page.notes,
        beside=_beside(visit, unit, criteria, criterion),
    )


def compares_units(scored: ScoredStage, criterion: Criterion) -> bool:
    """Whether the points of a criterion, or of a part of it, follow from what other units have."""
    if criterion.parts:
        criteria = scored.sheet.scheme.criteria
        return any(compares_units(scored, criteria[number]) for number in criterion.parts)
    return scored.methods[criterion.method].peers


def _beside(visit: Visit, unit: str, criteria: Sequence[Criterion], criterion: str) -> list[tuple[str, str, str]]:
    """The criteria before and after one, as far as there are any: 'prev' or 'next', the address, the name."""
    at = [one.number for one in criteria].index(criterion)
    places = [(way, place) for way, place in (("prev", at - 1), ("next", at + 1)) if 0 <= place < len(criteria)]
    return [
        (way, _reasons_address(visit, unit, one.number), f"{one.number} {one.title}")
        for way, one in ((way, criteria[place]) for way, place in places)
    ]


def _row(scored: ScoredStage, unit: str) -> int:
    try:
        return row_of_unit(scored.sheet.table.units, unit)
    except RequestError as error:
        raise Http404 from error


def unit_address(visit: Visit, unit: str) -> str:
    """Where the page of a unit is, at the same stage."""
    return visit.address("unit", unit) + _same_stage(visit)


def _reasons_address(visit: Visit, unit: str, criterion: str) -> str:
    return visit.address("reasons", unit, criterion) + _same_stage(visit)


def _same_stage(visit: Visit) -> str:
    stage = visit.request.GET.get("stage", "")
    return f"?stage={stage_named(stage)}" if stage else ""
