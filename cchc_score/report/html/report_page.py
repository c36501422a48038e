"""The report of a year as one page of HTML."""

from importlib import resources

from cchc_score.look.page_styles import page_css
from cchc_score.look.templating import environment
from cchc_score.report.html.overview_view import overview_view
from cchc_score.report.html.packed_data import DATA_TYPE, packed
from cchc_score.report.html.page_words import page_words
from cchc_score.report.html.policy import policy
from cchc_score.report.html.texts_in_css import column_css
from cchc_score.results.ranking_json import ranking_data
from cchc_score.results.year_report import YearReport
from cchc_score.text import Lang

TEMPLATES = "cchc_score.report.html"


def report_page(report: YearReport, lang: Lang) -> bytes:
    """A report as one file that needs nothing else; the same report gives the same bytes."""
    templates = environment(TEMPLATES)
    from markupsafe import Markup

    view = overview_view(report, frozenset(), lang)
    names = [f"{head.number}. {head.name}" for head in view.heads]
    css, script = page_css() + column_css(names, view.has_classes), _script()
    text = templates.get_template("report.html.j2").render(
        lang=lang,
        t=page_words(lang),
        view=view,
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
