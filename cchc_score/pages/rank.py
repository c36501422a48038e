"""The ranked table: one line a unit, and below it what a reader must know."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from cchc_score.engine import groups_of, ranks_of
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.model import Area, Outcome
from cchc_score.pages.context import Context, indices_of
from cchc_score.pages.data import sheet_data
from cchc_score.pages.notes import scheme_notes, unit_notes, unit_remarks
from cchc_score.sheet import Cells, Ints, Mark, Steps, plain_steps
from cchc_score.text import number, pick, shown


def rank_page(context: Context, by: str = "total", kind: str | None = None) -> Page:
    """The ranking by the total, an area's code or a criterion's number; `kind` shows only one kind of unit."""
    sheet, lang = context.sheet, context.lang
    cells = sheet.at(by)
    ranks = sheet.ranks if by == "total" else ranks_of(sheet, cells)
    order = _order(context, ranks, kind)
    groups = groups_of(sheet.scheme, sheet.table)
    parts = [[row for row in order if groups[row] == group] for group in dict.fromkeys(groups[row] for row in order)]
    one = _by_total if by == "total" else _by_place
    sheets = [one(context, rows, ranks, cells, by, str(groups[rows[0]])) for rows in parts]
    notes = (*_area_notes(context, by), *unit_notes(context, order, by), *scheme_notes(context))
    title = sheet.scheme.title + (
        "" if by == "total" else f" - {pick(lang, 'xếp theo', 'by')} {_place_name(context, by)}"
    )
    return Page(title, tuple(sheets), notes, lambda: _data(context, order, by, ranks, cells))


def _data(context: Context, order: Sequence[int], by: str, ranks: Ints, cells: Cells) -> dict[str, Any]:
    data = sheet_data(context, order)
    if by == "total":
        return data
    data["by"] = by
    for commune, row in zip(data["communes"], order, strict=True):
        commune["rank_by"] = int(ranks[row]) or None
    return data


def _order(context: Context, ranks: Ints, kind: str | None) -> list[int]:
    """By group and rank, equal ones as the list of units has them, the unranked last."""
    sheet = context.sheet
    groups = groups_of(sheet.scheme, sheet.table)
    firsts = list(dict.fromkeys(groups))
    rows = [row for row, unit in enumerate(sheet.table.units) if kind is None or unit.kind == kind]
    places = list(map(int, ranks))
    return sorted(rows, key=lambda row: (firsts.index(groups[row]), places[row] == 0, places[row], row))


def _by_total(context: Context, rows: Sequence[int], ranks: Ints, cells: Cells, by: str, group: str) -> Sheet:
    sheet, lang = context.sheet, context.lang
    areas = sheet.scheme.areas
    headings = (
        Heading(pick(lang, "Hạng", "Rank"), "right"),
        Heading(pick(lang, "Đơn vị", "Unit")),
        *(Heading(str(area.number), "right") for area in areas),
        Heading(pick(lang, "Tổng", "Total"), "right"),
        Heading(pick(lang, "Tối đa", "Out of"), "right"),
        Heading(pick(lang, "Chỉ số (%)", "Index (%)"), "right"),
        Heading(pick(lang, "Xếp loại", "Class")),
        Heading(pick(lang, "Ghi chú", "Remarks")),
    )
    certain = _texts(context, context.decimals)
    lines = zip(
        [_rank(ranks[row]) for row in rows],
        [sheet.table.units[row].label for row in rows],
        *(_points(certain, sheet.areas[area.code], rows) for area in areas),
        _points(certain, sheet.total, rows),
        _reachable(context, sheet.total, rows),
        [index(context, sheet.total, row, context.indices[row]) for row in rows],
        [sheet.class_name(row) or "-" for row in rows],
        unit_remarks(context, rows),
        strict=True,
    )
    return Sheet(headings, tuple(lines), group)


def _by_place(context: Context, rows: Sequence[int], ranks: Ints, cells: Cells, by: str, group: str) -> Sheet:
    sheet, lang = context.sheet, context.lang
    texts = indices_of(sheet, cells, ranks)
    headings = (
        Heading(pick(lang, "Hạng", "Rank"), "right"),
        Heading(pick(lang, "Đơn vị", "Unit")),
        Heading(pick(lang, "Điểm", "Points"), "right"),
        Heading(pick(lang, "Tối đa", "Out of"), "right"),
        Heading(pick(lang, "Tỷ lệ (%)", "Share (%)"), "right"),
        Heading(pick(lang, "Ghi chú", "Remarks")),
    )
    lines = zip(
        [_rank(ranks[row]) for row in rows],
        [sheet.table.units[row].label for row in rows],
        _points(_texts(context, context.decimals), cells, rows),
        _reachable(context, cells, rows),
        [index(context, cells, row, texts[row]) for row in rows],
        unit_remarks(context, rows, by),
        strict=True,
    )
    return Sheet(headings, tuple(lines), group)


def _texts(context: Context, decimals: int | None) -> Callable[[Steps], str]:
    """How steps are printed as points; many units have the same, which are worded once."""
    step = 10**context.decimals

    @cache
    def text(steps: Steps) -> str:
        return number(Fraction(plain_steps(steps)) / step, decimals, context.lang)

    return text


def _points(text: Callable[[Steps], str], cells: Cells, rows: Sequence[int]) -> list[str]:
    none, outcomes = int(Outcome.NOT_APPLICABLE), cells.outcome
    return ["-" if outcomes[row] == none else text(cells.low[row]) for row in rows]


def _reachable(context: Context, cells: Cells, rows: Sequence[int]) -> list[str]:
    text = _texts(context, None)
    return [text(cells.reachable[row]) if cells.reachable[row] else "-" for row in rows]


def _rank(rank: int) -> str:
    return str(rank) if rank else "-"


def points(context: Context, mark: Mark) -> str:
    """The certain points of a mark; a dash where nothing applies."""
    if mark.outcome == Outcome.NOT_APPLICABLE:
        return "-"
    return number(mark.low, context.decimals, context.lang)


def reachable(context: Context, mark: Mark) -> str:
    """What was reachable, exactly."""
    return number(mark.reachable, None, context.lang) if mark.reachable else "-"


def index(context: Context, cells: Cells, row: int, text: str | None) -> str:
    """A unit's index as it is printed; a range from the certain to the possible one while figures are missing."""
    if text is None:
        return "-"
    low = shown(text, context.lang)
    if cells.high[row] == cells.low[row]:
        return low
    most = Fraction(100 * plain_steps(cells.high[row]), plain_steps(cells.reachable[row]))
    return f"{low}..{number(most, context.decimals, context.lang)}"


def _area_notes(context: Context, by: str) -> tuple[str, ...]:
    if by != "total":
        return ()
    names = "; ".join(_area_words(context, area) for area in context.sheet.scheme.areas)
    return (f"{pick(context.lang, 'Lĩnh vực', 'Areas')}: {names}.",)


def _area_words(context: Context, area: Area) -> str:
    lang = context.lang
    name = area.name_en if lang == "en" and area.name_en else area.name
    most = number(area.max_points, None, lang)
    if not area.held:
        return f"{area.number} {name} ({pick(lang, 'không đánh giá', 'not held')}: {area.reason})"
    words = {
        "normal": pick(lang, f"{most} điểm", f"{most} points"),
        "bonus": pick(lang, f"điểm thưởng, tối đa {most}", f"bonus, at most {most}"),
        "penalty": pick(lang, f"điểm trừ, tối đa {most}", f"penalty, at most {most}"),
    }
    return f"{area.number} {name} ({words[area.kind]})"


def _place_name(context: Context, by: str) -> str:
    scheme = context.sheet.scheme
    for area in scheme.areas:
        if area.code == by:
            return area.name_en if context.lang == "en" and area.name_en else area.name
    return f"{by} {scheme.criteria[by].title}"
