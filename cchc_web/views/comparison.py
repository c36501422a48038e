"""Two results side by side: stages of a year, or this year and another one of the server."""

from django.http import Http404, HttpResponse

from cchc_score.app.compare_results import differences_of
from cchc_score.app.request_errors import RequestError
from cchc_score.pages.compare_page import differences_page
from cchc_score.results.year_report import YearReport
from cchc_web.asked_tables import asked_table, page_file, table_asks
from cchc_web.linked_tables import linked_by_text
from cchc_web.models import KeptYear
from cchc_web.page_heads import PageHead
from cchc_web.scored_years import SCORED
from cchc_web.stage_words import stage_choices
from cchc_web.visits import Visit

OTHER = "nam:"
"""What stands before the folder of another year, where one is chosen as a side."""


def show_comparison(visit: Visit) -> HttpResponse:
    """Who moved between two results; one unit line by line where the address names it."""
    chosen = stage_choices(visit.working.stages, visit.lang)
    years = [year for year in KeptYear.objects.all() if year.pk != visit.year.pk]
    sides = [*chosen, *((f"{OTHER}{year.folder}", visit.say("năm ", "year ") + year.folder) for year in years)]
    words = dict(sides)
    first, second = (visit.request.GET.get(name, start) for name, start in (("a", "self"), ("b", "final")))
    unit = visit.request.GET.get("unit", "")
    if first not in words or second not in words:
        raise Http404
    before, after = _side(visit, first), _side(visit, second)
    try:
        result = differences_of(before.scored, after.scored, [unit] if unit else [])
    except RequestError as error:
        raise Http404 from error
    page = differences_page(result, (words[first], words[second]), visit.lang)
    if (file := page_file(visit, page, "so-sanh")) is not None:
        return file
    # A row of a unit leads to that unit line by line.
    units = () if unit else after.scored.sheet.table.units
    links = {one.name: _way(visit, first, second, one.code) for one in units}
    return visit.draw(
        "comparison.html.j2",
        title=page.title,
        head=PageHead(visit.say("So sánh", "Comparison"), page.title, "", ()),
        tables=[asked_table(visit, linked_by_text(sheet, links)) for sheet in page.sheets],
        **table_asks(visit),
        notes=page.notes,
        kind="compare",
        sides=sides,
        first=first,
        second=second,
        unit=unit,
    )


def _side(visit: Visit, word: str) -> YearReport:
    if word.startswith(OTHER):
        return SCORED.report(KeptYear.objects.get(folder=word.removeprefix(OTHER)), "final")
    return visit.report(word)


def _way(visit: Visit, first: str, second: str, unit: str) -> str:
    return f"{visit.address('comparison')}?a={first}&b={second}&unit={unit}"
