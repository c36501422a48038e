"""The limits of a new scheme: how many units of a year lie on each side, and which limits set nobody apart."""

from collections.abc import Callable

from cchc_score.analysis.limit_places import NEAR_DAYS, NEAR_FIGURE, NEAR_PERCENT
from cchc_score.analysis.limit_sides import LimitSides
from cchc_score.formats import Sheet
from cchc_score.pages.page_table import PageColumn, count_cell, page_table
from cchc_score.results.rehearsal import Rehearsal
from cchc_score.text import Lang, number, pick

_VERDICTS = {
    "figure": {
        "all_over": ("mọi đơn vị đạt ngưỡng", "all reach it"),
        "all_under": ("không đơn vị nào đạt ngưỡng", "nobody reaches it"),
    },
    "day": {
        "all_over": ("mọi đơn vị muộn hơn", "all are later"),
        "all_under": ("mọi đơn vị đúng hạn", "all are in time"),
    },
    "answer": {
        "all_over": ("mọi đơn vị đều thế", "so do all"),
        "all_under": ("không đơn vị nào như thế", "nobody does"),
    },
}


def limits_sheet(result: Rehearsal, lang: Lang) -> Sheet:
    """A line for every limit of the new scheme."""
    indicators = result.moved.after.sheet.scheme.indicators

    def counted(heading: str, of: Callable[[LimitSides], int]) -> PageColumn[LimitSides]:
        return PageColumn(heading, lambda line: count_cell(of(line), lang), "count")

    columns: list[PageColumn[LimitSides]] = [
        PageColumn(pick(lang, "TT", "No."), lambda line: line.criterion, "code"),
        PageColumn(pick(lang, "Ngưỡng", "Limit"), lambda line: line.edge.words(indicators, lang)),
        counted(pick(lang, "Dưới, trước, khác", "Below, before, other"), lambda line: line.under),
        counted(pick(lang, "Đúng ngưỡng", "On it"), lambda line: line.on),
        counted(pick(lang, "Trên, sau", "Above, after"), lambda line: line.over),
        counted(pick(lang, "Gần ngưỡng", "Near it"), lambda line: line.near),
        counted(pick(lang, "Không tính", "Not counted"), lambda line: line.open),
        PageColumn(pick(lang, "Phân biệt", "Sets apart"), lambda line: _verdict(line, lang)),
    ]
    title = pick(lang, "Ngưỡng của bộ B: ngưỡng nào phân biệt đơn vị", "Limits of B: which set units apart")
    return page_table(columns, result.limits, title, (_limit_counts(result, lang), _near_words(lang)))


def _verdict(line: LimitSides, lang: Lang) -> str:
    if line.verdict == "divides":
        return pick(lang, "có", "yes")
    if line.verdict == "nobody":
        return pick(lang, "chưa có số liệu", "no figures")
    kind = "answer" if line.edge.at is None or line.edge.kind == "answer" else line.edge.kind
    return pick(lang, *_VERDICTS[kind if kind in _VERDICTS else "figure"][line.verdict])


def _limit_counts(result: Rehearsal, lang: Lang) -> str:
    idle = result.idle
    far = sum(not one.near for one in idle)
    return pick(
        lang,
        f"{len(result.limits)} ngưỡng; {len(idle)} ngưỡng không phân biệt ai, trong đó {far} ngưỡng không ai ở gần.",
        f"{len(result.limits)} limits; {len(idle)} set nobody apart, {far} of them with no unit near.",
    )


def _near_words(lang: Lang) -> str:
    percent, figure = number(NEAR_PERCENT, None, lang), number(NEAR_FIGURE, None, lang)
    return pick(
        lang,
        f"Gần ngưỡng: tỷ lệ cách không quá {percent} điểm phần trăm; số khác không quá 1 hoặc {figure}% của ngưỡng; "
        f"ngày không quá {NEAR_DAYS} ngày.",
        f"Near: shares within {percent} percentage point; other figures within 1 or {figure}% of the limit; "
        f"days within {NEAR_DAYS} days.",
    )
