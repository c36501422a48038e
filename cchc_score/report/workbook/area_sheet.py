"""The areas of every unit: points, share and rank; and their parts, appraised and surveyed."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cchc_score.model import Area
from cchc_score.report.workbook.book_pen import STEPS, Look, Pen
from cchc_score.report.workbook.book_plan import BookPlan
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE, is_live
from cchc_score.report.workbook.share_cell import write_share
from cchc_score.report.workbook.sheet_frame import FIRST, HEAD, SheetHeading, close_sheet, fit_height, open_sheet
from cchc_score.report.workbook.unit_form import shown
from cchc_score.results.ranked_units import RankingLine
from cchc_score.sheet import Cells
from cchc_score.text import pick


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: of an area its points, share or rank, or the points of one of its parts."""

    area: Area
    what: str
    heading: SheetHeading
    part: Cells | None = None


def write_areas(pen: Pen, tab: Any, plan: BookPlan) -> None:
    """A line a unit, by the alphabet."""
    lang = plan.lang
    columns = list(_columns(plan))
    headings = [SheetHeading(pick(lang, "Mã", "Code"), 9), SheetHeading(pick(lang, "Đơn vị", "Unit"), 26)]
    headings += [column.heading for column in columns]
    title = pick(lang, "ĐIỂM VÀ TỶ LỆ ĐẠT TỪNG LĨNH VỰC", "POINTS AND SHARES OF THE AREAS")
    open_sheet(pen, tab, title, plan.subtitle, headings, 2, wide=True)
    for at, column in enumerate(columns, 2):
        if column.what == "points":
            pen.text(tab, HEAD, at, column.heading.text, Look("head", row="area"))
    for at, line in enumerate(plan.lines):
        row = FIRST + at
        pen.text(tab, row, 0, line.unit.code, Look("code"))
        pen.text(tab, row, 1, line.unit.name, Look("name"))
        fit_height(tab, row, [(line.unit.name, headings[1].width)])
        for place, column in enumerate(columns, 2):
            _write(pen, tab, row, place, plan, line, column)
    last = FIRST + len(plan.lines) - 1
    close_sheet(tab, last, len(headings))
    for place, column in enumerate(columns, 2):
        if column.what == "share" and plan.lines:
            low, middle, high = STEPS
            scale = {"type": "3_color_scale", "min_color": low, "mid_color": middle, "max_color": high}
            ends = {"min_type": "num", "min_value": 0, "mid_type": "num", "mid_value": 50}
            tab.conditional_format(FIRST, place, last, place, scale | ends | {"max_type": "num", "max_value": 100})


def _columns(plan: BookPlan) -> Iterator[_Column]:
    lang = plan.lang
    parts = {one.code: one for one in plan.report.parts}
    for area in plan.scored.sheet.scheme.areas:
        name = f"{area.number}. {area.label(lang)}"
        yield _Column(area, "points", SheetHeading(name, 11))
        if area.kind != "normal":
            continue
        yield _Column(
            area, "share", SheetHeading(pick(lang, f"{area.number}. Tỷ lệ (%)", f"{area.number}. Share (%)"), 9)
        )
        rank = "rank" if _rank_is_live(plan, area) else "fixed rank"
        yield _Column(area, rank, SheetHeading(pick(lang, f"{area.number}. Hạng", f"{area.number}. Rank"), 6.5))
        own = parts.get(area.code)
        if own is not None and own.appraised is not None and own.survey is not None:
            for what, cells in (("thẩm định", own.appraised), ("điều tra", own.survey)):
                english = {"thẩm định": "appraised", "điều tra": "survey"}[what]
                yield _Column(area, "part", SheetHeading(f"{area.number}. {pick(lang, what, english)}", 8.5), cells)


def _write(pen: Pen, tab: Any, row: int, place: int, plan: BookPlan, line: RankingLine, column: _Column) -> None:
    from xlsxwriter.utility import xl_rowcol_to_cell

    scored, area = plan.scored, column.area
    sheet = scored.sheet
    mark = sheet.mark(line.row, sheet.areas[area.code])
    at = plan.columns[area.code]
    if column.what == "points":
        look = Look("points", scored.decimals_at(area.code), row="area")
        pen.formula(tab, row, place, f"={plan.cell('points', line.row, at)}", shown(mark), look)
    elif column.what == "share":
        cells = xl_rowcol_to_cell(row, place - 1), plan.cell("reachable", line.row, at)
        write_share(pen, tab, row, place, plan, cells, mark, shown(mark), "share")
    elif column.what.endswith("rank"):
        rank = int(sheet.area_ranks[area.code][line.row])
        value = Fraction(rank) if rank else NOT_APPLICABLE
        if column.what == "rank":
            pen.formula(tab, row, place, _rank_formula(plan, row, place - 1), value, Look("count"))
        else:
            pen.value(tab, row, place, value, Look("count", fixed=True))
    elif column.part is not None:
        part = sheet.mark(line.row, column.part)
        pen.value(tab, row, place, shown(part), Look("points", scored.decimals_at(area.code), fixed=True))


def _rank_is_live(plan: BookPlan, area: Area) -> bool:
    """Whether the ranks of an area follow from the shares beside them alone: of all units together, as they are."""
    sheet = plan.scored.sheet
    ranking, ranks = sheet.scheme.ranking, sheet.area_ranks[area.code]
    if not is_live(sheet.scheme) or (ranking.compare, ranking.ties) != ("exact", "standard") or len(plan.groups) > 1:
        return False
    marks = {line.row: sheet.mark(line.row, sheet.areas[area.code]) for line in plan.lines}
    return all(bool(ranks[row]) == (mark.index is not None and bool(mark.reachable)) for row, mark in marks.items())


def _rank_formula(plan: BookPlan, row: int, column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    letter = xl_col_to_name(column)
    own, last = f"${letter}{row + 1}", FIRST + len(plan.lines)
    span = f"${letter}${FIRST + 1}:${letter}${last}"
    return f'=IF(ISNUMBER({own}),RANK({own},{span}),"{NOT_APPLICABLE}")'
