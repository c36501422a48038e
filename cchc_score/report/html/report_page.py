"""The report of a year as one page of HTML."""

from importlib import resources

from cchc_score.look.page_styles import page_css
from cchc_score.look.templating import environment
from cchc_score.report.html.commune_areas import area_mark
from cchc_score.report.html.commune_setting import commune_setting
from cchc_score.report.html.commune_view import commune_view
from cchc_score.report.html.overview_view import overview_view
from cchc_score.report.html.packed_data import DATA_TYPE, packed
from cchc_score.report.html.page_words import page_words
from cchc_score.report.html.policy import policy
from cchc_score.report.html.rule_blocks import area_rules
from cchc_score.report.html.texts_in_css import column_css, scheme_css
from cchc_score.results.ranking_json import ranking_data
from cchc_score.results.year_report import YearReport
from cchc_score.text import Lang

TEMPLATES = "cchc_score.report.html"


def report_page(report: YearReport, lang: Lang) -> bytes:
    """A report as one file that needs nothing else; the same report gives the same bytes."""
    templates = environment(TEMPLATES)
    from markupsafe import Markup

    paged = frozenset(report.rows) if "sheets" in report.pieces else frozenset[int]()
    view = overview_view(report, paged, lang)
    setting = commune_setting(report.ranking, True, lang)
    communes = [commune_view(setting, line) for line in report.ranking.lines if line.row in paged]
    titles = scheme_css(report.scored, lang) if paged else ""
    names = [f"{head.number}. {head.name}" for head in view.heads]
    css, script = page_css() + column_css(names, view.has_classes) + titles, _script()
    text = templates.get_template("report.html.j2").render(
        lang=lang,
        t=page_words(lang),
        view=view,
        communes=communes,
        areas=[area_mark(spread) for spread in setting.spreads.values()],
        rules=area_rules(report.scored, lang) if paged else (),
        css=Markup(css),
        script=Markup(script),
        policy=policy(css, script),
        data_type=DATA_TYPE,
        data_name=f"{report.scored.sheet.scheme.code}.json",
        data=Markup(packed(ranking_data(report.ranking, lang))),
    )
    return text.encode("utf-8", "backslashreplace")


def _script() -> str:
    return resources.files(TEMPLATES).joinpath("templates", "page.js").read_text("utf-8").strip()
