"""This year's result beside last year's: index and rank of both, and how far each unit moved."""

from fractions import Fraction

from cchc_score.explain.comparison import Move
from cchc_score.formats import TypedCell
from cchc_score.pages.difference_words import side_words
from cchc_score.pages.mark_cells import rank_cell
from cchc_score.pages.page_table import PageColumn, page_table, percent_cell
from cchc_score.report.annex.annex_document import AnnexPart, AnnexTable
from cchc_score.results.differences import Differences
from cchc_score.text import Lang, number, pick


def comparison_part(result: Differences, lang: Lang) -> AnnexPart:
    """One line for each unit of the later side, by its rank; below it the units that only one side has.

    The sides are two years, or two stages of one.
    """
    units, decimals = result.after.sheet.table.units, result.index_decimals
    before, after = (side_words(side, result, lang) for side in (result.before, result.after))
    moves = sorted(result.moves, key=lambda move: (move.after.rank == 0, move.after.rank, move.row))

    def index(value: Fraction | None) -> TypedCell:
        return TypedCell("-", "percent") if value is None else percent_cell(value, decimals, lang)

    columns: list[PageColumn[Move]] = [
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda move: units[move.row].label),
        PageColumn(f"{pick(lang, 'Chỉ số', 'Index')}, {before} (%)", lambda move: index(move.before.index), "percent"),
        PageColumn(f"{pick(lang, 'Chỉ số', 'Index')}, {after} (%)", lambda move: index(move.after.index), "percent"),
        PageColumn(pick(lang, "Tăng, giảm", "Change"), lambda move: _signed(move, decimals, lang), "percent"),
        PageColumn(
            f"{pick(lang, 'Hạng', 'Rank')}, {before}", lambda move: rank_cell(move.before.rank or None), "count"
        ),
        PageColumn(f"{pick(lang, 'Hạng', 'Rank')}, {after}", lambda move: rank_cell(move.after.rank or None), "count"),
        PageColumn(pick(lang, "Thay đổi hạng", "Places"), lambda move: _places(move, lang), "count"),
    ]
    title = pick(lang, f"So sánh: {before} và {after}", f"Compared: {before} and {after}")
    table = AnnexTable(page_table(columns, moves), (34, 13, 13, 12, 10, 10, 12))
    return AnnexPart("comparison", title, (table,) if moves else (), notes=_notes(result, lang))


def nothing_compared(lang: Lang) -> AnnexPart:
    """That there is neither a year before nor an earlier stage."""
    words = pick(
        lang,
        "Không có kết quả năm trước, cũng không có điểm tự chấm để so sánh.",
        "There is neither a result of the year before nor a self-score to compare with.",
    )
    return AnnexPart("comparison", pick(lang, "So sánh kết quả", "Comparison"), (), lines=(words,))


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
        (comparison.before.table.units, comparison.gone, result.before),
        (comparison.after.table.units, comparison.new, result.after),
    )
    notes = []
    for units, rows, side in sides:
        if rows:
            names = ", ".join(units[row].label for row in rows)
            notes.append(f"{pick(lang, 'Chỉ có ở', 'Only in')} {side_words(side, result, lang)}: {names}.")
    if comparison.alone is not None:
        notes.append(
            pick(
                lang,
                "Chỉ so các tiêu chí mà cả hai bên đều có điểm; chỉ số ở đây là của các tiêu chí ấy.",
                "Only criteria that both sides scored are compared; the indices here are of them.",
            )
        )
    if any(len(move.origins) > 1 for move in result.moves):
        notes.append(
            pick(
                lang,
                "Đơn vị nhập từ nhiều đơn vị được so với trung bình của các đơn vị ấy.",
                "A unit made of several is compared with the mean of those.",
            )
        )
    return tuple(notes)
