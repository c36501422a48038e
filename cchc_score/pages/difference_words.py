"""Words and cells that every table of a comparison shows: a line's number, a state, a difference, remarks."""

from fractions import Fraction

from cchc_score.explain.comparison import Comparison, Move, Part, UnitPosition
from cchc_score.formats import TypedCell
from cchc_score.pages.mark_cells import signed_cell
from cchc_score.pages.notes import stage_words
from cchc_score.pages.page_table import percent_cell
from cchc_score.points import plain
from cchc_score.results.differences import Differences
from cchc_score.results.scored import ScoredStage
from cchc_score.text import Lang, pick

NO_INDEX = TypedCell("-", "percent")


def side_words(side: ScoredStage, result: Differences, lang: Lang) -> str:
    """What a side is called: by its year, or where both are of one year by its stage."""
    years = {one.sheet.scheme.period for one in (result.before, result.after)}
    if len(years) > 1:
        return pick(lang, f"năm {side.sheet.scheme.period}", str(side.sheet.scheme.period))
    return stage_words(side.stage, lang)


def line_number(part: Part) -> str:
    """A line by its number; what only one side has says which."""
    if part.line.before is None:
        return f"{part.line.after} (B)"
    if part.line.after is None:
        return f"{part.line.before} (A)"
    return " -> ".join(dict.fromkeys((part.line.before, part.line.after)))


def cut_words(lang: Lang) -> str:
    """What caps of areas and of the total take."""
    return pick(lang, "lấy bằng điểm tối đa", "cut at the maximum")


def as_printed(value: Fraction | None, decimals: int) -> Fraction:
    """A number as it is printed with so many decimals; nothing counts as 0."""
    return Fraction(0) if value is None else Fraction(plain(value, decimals))


def printed_change(before: Fraction | None, after: Fraction | None, decimals: int) -> Fraction:
    """The difference of two numbers as a reader of both prints works it out."""
    return as_printed(after, decimals) - as_printed(before, decimals)


def rounding_name(lang: Lang) -> str:
    """What rounding leaves between printed parts and their printed sum."""
    return pick(lang, "do làm tròn", "by rounding")


def state_index_cell(state: UnitPosition, decimals: int, lang: Lang) -> TypedCell:
    """The index of a unit; a dash where nothing was reachable."""
    return NO_INDEX if state.index is None else percent_cell(state.index, decimals, lang)


def index_change_cell(change: Fraction | None, lang: Lang) -> TypedCell:
    """A difference of printed indices; a dash where a side has no index."""
    # Signed as points are; only the kind of value is another.
    return NO_INDEX if change is None else signed_cell(change, None, lang)._replace(kind="percent")


def index_change(move: Move, decimals: int) -> Fraction | None:
    """The difference of a unit's index as a reader of both prints works it out; None where a side has none."""
    if move.before.index is None or move.after.index is None:
        return None
    return printed_change(move.before.index, move.after.index, decimals)


def move_remark(comparison: Comparison, move: Move, lang: Lang) -> str:
    """That a unit was merged from others, and that figures of it are missing."""
    words = []
    before, unit = comparison.before.table.units, comparison.after.table.units[move.row]
    # One predecessor is told as well where it had another code: side A then shows that other unit.
    if len(move.origins) > 1 or before[move.origins[0]].code != unit.code:
        merged = ", ".join(before[row].label for row in move.origins)
        words.append(pick(lang, f"A là trung bình của {merged}", f"A is the mean of {merged}"))
    if not (move.before.certain and move.after.certain):
        words.append(pick(lang, "tạm tính", "provisional"))
    return "; ".join(words)
