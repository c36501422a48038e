"""How far each appraiser has come, as a table."""

from cchc_score.formats import Page
from cchc_score.pages.page_table import PageColumn, count_cell, page_table
from cchc_score.pages.status_page import round_words
from cchc_score.results.year_status import AppraiserStatus, YearStatus, status_data
from cchc_score.text import Lang, pick


def appraisers_page(status: YearStatus, lang: Lang) -> Page:
    """One line an appraiser; what nobody has to appraise stands last."""
    nobody = pick(lang, "(chưa phân công)", "(nobody)")
    rounds = max((len(one.rounds) for one in status.appraisers), default=0)
    columns: list[PageColumn[AppraiserStatus]] = [
        PageColumn(pick(lang, "Người thẩm định", "Appraiser"), lambda one: one.name or nobody),
        PageColumn(pick(lang, "Đơn vị", "Units"), lambda one: count_cell(one.units, lang), "count"),
        *(_round_column(place, lang) for place in range(rounds)),
    ]
    title = pick(lang, f"Tiến độ thẩm định đến ngày {status.moment:%d/%m/%Y}", f"Appraised by {status.moment:%d/%m/%Y}")
    sheets = (page_table(columns, status.appraisers),) if status.appraisers else ()
    absent = pick(lang, "Chưa ai được phân công ([[assignment]]).", "Nobody is assigned ([[assignment]]).")
    return Page(title, sheets, () if sheets else (absent,), lambda: status_data(status))


def _round_column(place: int, lang: Lang) -> PageColumn[AppraiserStatus]:
    heading = pick(lang, f"Vòng {place + 1}", f"Round {place + 1}")
    return PageColumn(heading, lambda one: round_words(one.rounds[place], lang), align="right")
