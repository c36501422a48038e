"""Cells that show what a unit has: certain points, what was reachable, an index, a rank."""

from fractions import Fraction

from cchc_score.formats import TypedCell
from cchc_score.model import Outcome
from cchc_score.pages.page_table import points_cell
from cchc_score.results.result_json import index_words, open_index
from cchc_score.sheet import Mark
from cchc_score.text import Lang, number

NO_POINTS = TypedCell("-", "points")


def certain_cell(mark: Mark, decimals: int, lang: Lang) -> TypedCell:
    """The certain points of a mark; a dash where nothing applies."""
    return NO_POINTS if mark.outcome == Outcome.NOT_APPLICABLE else points_cell(mark.low, decimals, lang)


def reachable_cell(mark: Mark, lang: Lang) -> TypedCell:
    """What was reachable, exactly; a dash where nothing was."""
    # Areas of bonus and penalty have nothing reachable: a dash, for '0' would read as a maximum.
    return points_cell(mark.reachable, None, lang) if mark.reachable else NO_POINTS


def index_cell(mark: Mark, printed: str | None, decimals: int, lang: Lang, sign: str = "") -> TypedCell:
    """An index as its ranks need it printed; while figures are missing it is a range, which has no one value."""
    high = open_index(mark)
    return TypedCell(index_words(printed, high, decimals, lang) + sign, "percent", mark.index if high is None else None)


def rank_cell(rank: int | None) -> TypedCell:
    """A rank, never grouped in thousands; a dash for a unit that has none."""
    return TypedCell("-", "count") if rank is None else TypedCell(str(rank), "count", Fraction(rank))


def signed_cell(value: Fraction, decimals: int | None, lang: Lang) -> TypedCell:
    """A difference of points: '+0,5', '-1,25', '0'."""
    if not value:
        # A bare '0' for no difference at all; one that only rounds to 0 keeps its sign and decimals.
        return TypedCell("0", "points", value)
    return TypedCell(("+" if value > 0 else "") + number(value, decimals, lang), "points", value)
