"""The ranked table: one line a unit, and below it what a reader must know."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache

from cchc_score.catalogue.labels import LEFT_OUT
from cchc_score.findings import MOST_LISTED, Words
from cchc_score.formats import Page, TypedCell
from cchc_score.model import Area, Outcome
from cchc_score.pages.mark_cells import NO_POINTS, rank_cell
from cchc_score.pages.notes import scheme_notes
from cchc_score.pages.page_table import PageColumn, page_table, points_cell
from cchc_score.pages.statistics_notes import statistics_notes
from cchc_score.pages.unit_notes import unit_notes, unit_remarks
from cchc_score.results.ranked_units import RankingLine, UnitRanking
from cchc_score.results.ranking_json import ranking_entries
from cchc_score.results.result_json import index_words
from cchc_score.sheet import Steps, plain_column
from cchc_score.text import Lang, number, pick, points_words, shown

LineCell = Callable[[RankingLine], TypedCell]


def rank_page(result: UnitRanking, lang: Lang) -> Page:
    """A table for each group that is ranked by itself; a whole country makes thousands of lines."""
    scored, by = result.scored, result.by
    columns = _total_columns(result, lang) if by == "total" else _place_columns(result, lang)
    sheets = tuple(page_table(columns, lines, group) for group, lines in result.groups.items())
    areas = (_area_note(result, lang),) if by == "total" else ()
    units = unit_notes(scored, result.rows, by, lang)
    summary = (*statistics_notes(result, lang), *_compared_note(result, lang))
    notes = (*summary, *areas, *units, *_gone_notes(result, lang), *scheme_notes(scored, lang))
    return Page(_title(result, lang), sheets, notes, lambda: ranking_entries(result, lang))


def _title(result: UnitRanking, lang: Lang) -> str:
    """What is ranked and, since whoever prints the table must see it first, that entries do not count."""
    left_out = {row: entries for row, entries in result.scored.left_out.items() if row in result.rows}
    if not left_out:
        return _place_title(result, lang)
    entries = sum(map(len, left_out.values()))
    units = f"{len(left_out)} {pick(lang, 'đơn vị', 'units' if len(left_out) > 1 else 'unit')}"
    return f"{_place_title(result, lang)} - {entries} {pick(lang, *LEFT_OUT)} ({units})"


def _place_title(result: UnitRanking, lang: Lang) -> str:
    scheme, by = result.scored.sheet.scheme, result.by
    if by == "total":
        return scheme.title
    area = next((area for area in scheme.areas if area.code == by), None)
    name = area.label(lang) if area else f"{by} {scheme.criteria[by].title}"
    return f"{scheme.title} - {pick(lang, 'xếp theo', 'by')} {name}"


def _total_columns(result: UnitRanking, lang: Lang) -> list[PageColumn[RankingLine]]:
    sheet = result.scored.sheet
    return [
        *_first_columns(lang),
        *(PageColumn(str(area.number), _certain(result, area.code, lang), "points") for area in sheet.scheme.areas),
        PageColumn(pick(lang, "Tổng", "Total"), _certain(result, "total", lang), "points"),
        PageColumn(pick(lang, "Tối đa", "Out of"), _reachable(result, lang), "points"),
        PageColumn(pick(lang, "Chỉ số (%)", "Index (%)"), _index(result, lang), "percent"),
        PageColumn(pick(lang, "Xếp loại", "Class"), lambda line: sheet.class_name(line.row) or "-"),
        _remarks_column(result, lang),
    ]


def _place_columns(result: UnitRanking, lang: Lang) -> list[PageColumn[RankingLine]]:
    return [
        *_first_columns(lang),
        PageColumn(pick(lang, "Điểm", "Points"), _certain(result, result.by, lang), "points"),
        PageColumn(pick(lang, "Tối đa", "Out of"), _reachable(result, lang), "points"),
        PageColumn(pick(lang, "Tỷ lệ (%)", "Share (%)"), _index(result, lang), "percent"),
        _remarks_column(result, lang),
    ]


def _first_columns(lang: Lang) -> list[PageColumn[RankingLine]]:
    return [
        PageColumn(pick(lang, "Hạng", "Rank"), lambda line: rank_cell(line.rank), "count"),
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda line: line.unit.label),
    ]


def _remarks_column(result: UnitRanking, lang: Lang) -> PageColumn[RankingLine]:
    rows = result.rows
    # All at once: what decides the column is looked up once for all units.
    remarks = dict(zip(rows, unit_remarks(result.scored, rows, result.by, lang), strict=True))
    return PageColumn(pick(lang, "Ghi chú", "Remarks"), lambda line: remarks[line.row])


def _certain(result: UnitRanking, place: str, lang: Lang) -> LineCell:
    scored, cells = result.scored, result.scored.sheet.at(place)
    step, usual = 10**scored.sheet.scheme.decimals, scored.decimals_at(place)
    own = scored.total_decimals if place == "total" else None
    none, outcome, low = int(Outcome.NOT_APPLICABLE), plain_column(cells.outcome), plain_column(cells.low)

    # Many units have the same points, which are worded once.
    @cache
    def points(steps: Steps, decimals: int) -> TypedCell:
        return points_cell(Fraction(steps, step), decimals, lang)

    def cell(line: RankingLine) -> TypedCell:
        row = line.row
        return NO_POINTS if outcome[row] == none else points(low[row], usual if own is None else own[row])

    return cell


def _reachable(result: UnitRanking, lang: Lang) -> LineCell:
    steps, step = plain_column(result.cells.reachable), 10**result.scored.sheet.scheme.decimals

    @cache
    def points(reachable: Steps) -> TypedCell:
        return points_cell(Fraction(reachable, step), None, lang)

    return lambda line: points(steps[line.row]) if steps[line.row] else NO_POINTS


def _index(result: UnitRanking, lang: Lang) -> LineCell:
    cells, decimals = result.cells, result.scored.sheet.scheme.index_decimals
    low, high, reachable = map(plain_column, (cells.low, cells.high, cells.reachable))

    def index(line: RankingLine, points: Sequence[Steps]) -> Fraction:
        return Fraction(100 * points[line.row], reachable[line.row])

    def cell(line: RankingLine) -> TypedCell:
        # From the columns, because a mark of every unit would first have to be made of them.
        if line.index is None:
            return TypedCell("-", "percent")
        if high[line.row] == low[line.row]:
            return TypedCell(shown(line.index, lang), "percent", index(line, low))
        # Without a value: a range has no one number behind it.
        return TypedCell(index_words(line.index, index(line, high), decimals, lang), "percent")

    return cell


def _gone_notes(result: UnitRanking, lang: Lang) -> list[str]:
    """The units that by their list do not exist on the day that counts: they would only be missed."""
    gone = [finding for finding in result.scored.findings if finding.code == "unit-not-valid"]
    if not gone:
        return []
    day = f"{result.scored.sheet.scheme.units_day:%d/%m/%Y}"
    lives = [(finding.place.unit, finding.args["life"]) for finding in gone[:MOST_LISTED]]
    names = ", ".join(f"{name} ({pick(lang, *life)})" for name, life in lives if isinstance(life, Words))
    # A list that keeps all that ever was names ten thousand; `check` names each.
    more = len(gone) - len(lives)
    if more:
        names += pick(lang, f" và {more} đơn vị khác", f" and {more} others")
    return [
        pick(
            lang,
            f"Không chấm, không xếp hạng vì không tồn tại vào ngày {day} theo danh sách đơn vị: {names}.",
            f"Neither scored nor ranked, because by the list of units they do not exist on {day}: {names}.",
        )
    ]


def _compared_note(result: UnitRanking, lang: Lang) -> tuple[str, ...]:
    """What ranks were decided by, where it is not the index itself: the print may be longer than that."""
    scheme = result.scored.sheet.scheme
    if scheme.ranking.compare == "exact":
        return ()
    decimals = scheme.index_decimals
    return (
        pick(
            lang,
            f"Thứ hạng so theo chỉ số làm tròn đến {decimals} chữ số thập phân, xếp loại theo chỉ số chính xác.",
            f"Ranks compare the index rounded to {decimals} decimals, classes the exact index.",
        ),
    )


def _area_note(result: UnitRanking, lang: Lang) -> str:
    names = "; ".join(_area_words(area, lang) for area in result.scored.sheet.scheme.areas)
    return f"{pick(lang, 'Lĩnh vực', 'Areas')}: {names}."


def _area_words(area: Area, lang: Lang) -> str:
    name = area.label(lang)
    most = number(area.max_points, None, lang)
    if not area.held:
        return f"{area.number} {name} ({pick(lang, 'không đánh giá', 'not held')}: {area.reason})"
    words = {
        "normal": points_words(area.max_points, lang),
        "bonus": pick(lang, f"điểm thưởng, tối đa {most}", f"bonus, at most {most}"),
        "penalty": pick(lang, f"điểm trừ, tối đa {most}", f"penalty, at most {most}"),
    }
    return f"{area.number} {name} ({words[area.kind]})"
