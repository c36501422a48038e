"""How ranks moved since another year: a slope of the units that moved most, and a table of all."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_score.look.slope_picture import Slope, slope
from cchc_score.results.common_ranks import CommonMove, common_moves, common_numbers
from cchc_score.results.differences import Differences
from cchc_score.text import Lang, number, pick

MOST = 16
"""So many units stand in the slope."""


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A unit in both years."""

    name: str
    rank_before: str
    rank_after: str
    moved: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MovesView:
    """The moves since another year: what is compared, the slope, the table."""

    note: str
    heads: tuple[str, str]
    slope: Slope
    rows: tuple[MoveRow, ...]


def moves_view(found: Differences | None, lang: Lang) -> MovesView | None:
    """The moves; None where there is no other year, or no unit that both rank."""
    moves = common_moves(found) if found is not None else ()
    if found is None or not moves:
        return None
    schemes = found.before.sheet.scheme, found.after.sheet.scheme
    heads = _heads(schemes[0].period, schemes[1].period, lang)
    # Those that moved most, in the order of their new ranks.
    most = sorted(moves, key=lambda one: (-abs(one.rank_after - one.rank_before), one.rank_after))[:MOST]
    shown = sorted(most, key=lambda one: one.rank_after)
    title = pick(lang, "Các đơn vị đổi hạng nhiều nhất", "The units whose ranks moved most")
    return MovesView(
        note=_note(found, len(moves), lang),
        heads=heads,
        slope=slope(title, heads, [(one.unit.name, one.rank_before, one.rank_after) for one in shown]),
        rows=_rows(moves, found.index_decimals, lang),
    )


def _heads(before: int, after: int, lang: Lang) -> tuple[str, str]:
    if before == after:
        return pick(lang, "trước", "before"), pick(lang, "sau", "after")
    return str(before), str(after)


def _note(found: Differences, units: int, lang: Lang) -> str:
    common = len(common_numbers(found))
    lines, before = len(found.comparison.lines), found.before.sheet.scheme.title
    return pick(
        lang,
        f"So với {before}: chỉ tính {common} trên {lines} tiêu chí có ở cả hai năm, {units} đơn vị được xếp hạng ở cả"
        " hai năm; hạng ở đây là hạng trên các tiêu chí đó.",
        f"Against {before}: only the {common} of {lines} criteria that both years have, and the {units} units that"
        " both years rank; ranks here are by these criteria.",
    )


def _rows(moves: Sequence[CommonMove], decimals: int, lang: Lang) -> tuple[MoveRow, ...]:
    return tuple(
        MoveRow(
            name=one.unit.name,
            rank_before=str(one.rank_before),
            rank_after=str(one.rank_after),
            moved=_moved(one.rank_before - one.rank_after),
            before=number(one.before, decimals, lang),
            after=number(one.after, decimals, lang),
        )
        for one in moves
    )


def _moved(places: int) -> str:
    """Places gained, with a plus, or lost, with a true minus."""
    return "0" if not places else f"+{places}" if places > 0 else f"−{-places}"
