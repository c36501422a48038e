"""This year's result beside last year's: index and rank of both, and how far each unit moved."""

from fractions import Fraction

from cchc_score.explain.comparison import Move
from cchc_score.formats import TypedCell
from cchc_score.pages.mark_cells import rank_cell
from cchc_score.pages.page_table import PageColumn, page_table, percent_cell
from cchc_score.report.annex_document import AnnexPart, AnnexTable
from cchc_score.results.differences import Differences
from cchc_score.text import Lang, number, pick


def comparison_part(result: Differences, lang: Lang) -> AnnexPart:
    """One line for each unit of this year, by its rank; below it the units that only one year has."""
    units, decimals = result.after.sheet.table.units, result.index_decimals
    before, after = result.before.sheet.scheme.period, result.after.sheet.scheme.period
    moves = sorted(result.moves, key=lambda move: (move.after.rank == 0, move.after.rank, move.row))

    def index(value: Fraction | None) -> TypedCell:
        return TypedCell("-", "percent") if value is None else percent_cell(value, decimals, lang)

    columns: list[PageColumn[Move]] = [
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda move: units[move.row].label),
        PageColumn(f"{pick(lang, 'Chỉ số', 'Index')} {before} (%)", lambda move: index(move.before.index), "percent"),
        PageColumn(f"{pick(lang, 'Chỉ số', 'Index')} {after} (%)", lambda move: index(move.after.index), "percent"),
        PageColumn(pick(lang, "Tăng, giảm", "Change"), lambda move: _signed(move, decimals, lang), "percent"),
        PageColumn(
            f"{pick(lang, 'Hạng', 'Rank')} {before}", lambda move: rank_cell(move.before.rank or None), "count"
        ),
        PageColumn(f"{pick(lang, 'Hạng', 'Rank')} {after}", lambda move: rank_cell(move.after.rank or None), "count"),
        PageColumn(pick(lang, "Thay đổi hạng", "Places"), lambda move: _places(move, lang), "count"),
    ]
    title = pick(lang, f"So sánh với năm {before}", f"Compared with {before}")
    table = AnnexTable(page_table(columns, moves), (34, 13, 13, 12, 10, 10, 12))
    return AnnexPart("comparison", title, (table,) if moves else (), notes=_notes(result, lang))


def _signed(move: Move, decimals: int, lang: Lang) -> TypedCell:
    """The difference of the prints, which is what a reader works out; empty where either year has no index."""
    if move.before.index is None or move.after.index is None:
        return TypedCell("-", "percent")
    from cchc_score.pages.difference_words import printed_change

    change = printed_change(move.before.index, move.after.index, decimals)
    return TypedCell(("+" if change > 0 else "") + number(change, decimals, lang), "percent", change)


def _places(move: Move, lang: Lang) -> TypedCell:
    """How many places a unit went up or down; a dash where it had no rank in one of the years."""
    if not move.before.rank or not move.after.rank:
        return TypedCell("-", "count")
    up = move.before.rank - move.after.rank
    if up == 0:
        return TypedCell("0", "count", Fraction(0))
    words = pick(lang, "tăng", "up") if up > 0 else pick(lang, "giảm", "down")
    return TypedCell(f"{words} {abs(up)}", "count", Fraction(up))


def _notes(result: Differences, lang: Lang) -> tuple[str, ...]:
    comparison = result.comparison
    sides = (
        (comparison.before.table.units, comparison.gone, ("Chỉ có năm trước", "Only the year before")),
        (comparison.after.table.units, comparison.new, ("Chỉ có năm nay", "Only this year")),
    )
    notes = []
    for units, rows, words in sides:
        if rows:
            notes.append(f"{pick(lang, *words)}: {', '.join(units[row].label for row in rows)}.")
    if any(len(move.origins) > 1 for move in result.moves):
        notes.append(
            pick(
                lang,
                "Đơn vị nhập từ nhiều đơn vị được so với trung bình của các đơn vị ấy.",
                "A unit made of several is compared with the mean of those.",
            )
        )
    return tuple(notes)
