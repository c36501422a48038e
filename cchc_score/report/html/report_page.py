"""The report of a year as pages of HTML: one file with all of it, or an overview with a file for each unit."""

from collections.abc import Iterator
from urllib.parse import quote

from cchc_score.files.disk import file_name
from cchc_score.report.html.basis_notes import basis_notes
from cchc_score.report.html.commune_areas import area_mark
from cchc_score.report.html.commune_setting import CommuneSetting, commune_setting
from cchc_score.report.html.commune_view import commune_view
from cchc_score.report.html.overview_view import overview_view
from cchc_score.report.html.page_data import ranking_packed, units_packed
from cchc_score.report.html.page_frame import made_page
from cchc_score.report.html.rule_blocks import area_rules
from cchc_score.report.html.texts_in_css import column_css, scheme_css
from cchc_score.results.ranked_units import RankingLine
from cchc_score.results.year_report import YearReport
from cchc_score.text import Lang

SUFFIX = ".html"
OVERVIEW = f"index{SUFFIX}"
"""The name of the overview beside the files of units."""


def report_page(report: YearReport, lang: Lang) -> bytes:
    """A report as one file that needs nothing else; the same report gives the same bytes."""
    rows = frozenset(report.rows) if "sheets" in report.pieces else frozenset[int]()
    view = overview_view(report, dict.fromkeys(rows, ""), lang)
    css = column_css([f"{head.number}. {head.name}" for head in view.heads], view.has_classes)
    setting = commune_setting(report.ranking, True, lang) if rows else None
    values = {
        "view": view,
        "data_name": f"{report.scored.sheet.scheme.code}.json",
        "communes": [commune_view(setting, line) for line in report.ranking.lines if line.row in rows]
        if setting
        else (),
        "marks": area_marks(setting) if setting else (),
        "rules": area_rules(report.scored, lang) if setting else (),
    }
    if setting:
        css += scheme_css(report.scored, lang)
    data = ranking_packed(report.ranking, not rows, lang)
    return made_page("report.html.j2", f"{view.title} - {view.over}", css, data, lang, values)


def overview_page(report: YearReport, lang: Lang) -> bytes:
    """The overview alone, whose numbers lead to the files of units beside it."""
    units = report.scored.sheet.table.units
    view = overview_view(report, {row: quote(file_name(units[row].code, SUFFIX)) for row in report.rows}, lang)
    css = column_css([f"{head.number}. {head.name}" for head in view.heads], view.has_classes)
    values = {
        "view": view,
        "data_name": f"{report.scored.sheet.scheme.code}.json",
        "communes": (),
        "marks": (),
        "rules": (),
    }
    data = ranking_packed(report.ranking, True, lang)
    return made_page("report.html.j2", f"{view.title} - {view.over}", css, data, lang, values)


def unit_pages(report: YearReport, back: str, lang: Lang) -> Iterator[tuple[str, bytes]]:
    """A file for each unit of a report, by its name; `back` is the file of the overview, '' where there is none."""
    setting = commune_setting(report.ranking, False, lang)
    lines = {line.row: line for line in report.ranking.lines}
    basis = basis_notes(report, lang)
    for row in report.rows:
        line = lines[row]
        yield file_name(line.unit.code, SUFFIX), _unit_page(report, setting, line, back, basis)


def _unit_page(
    report: YearReport, setting: CommuneSetting, line: RankingLine, back: str, basis: tuple[str, ...]
) -> bytes:
    view = commune_view(setting, line)
    values = {"view": view, "marks": area_marks(setting), "back": f"{back}#/ranking" if back else "", "basis": basis}
    title = f"{view.title} - {report.scored.sheet.scheme.title}"
    return made_page(
        "unit.html.j2", title, "", units_packed(report.scored, (line.row,), setting.lang), setting.lang, values
    )


def area_marks(setting: CommuneSetting) -> list[object]:
    return [area_mark(spread) for spread in setting.spreads.values()]
