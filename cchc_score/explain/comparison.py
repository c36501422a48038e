"""What makes two score sheets differ, unit by unit: parts that add up exactly to the difference of points and index."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.explain.line_pairs import LinePair, LinePoints, pair_lines
from cchc_score.model import Outcome, Unit
from cchc_score.sheet import ScoreSheet


@dataclass(frozen=True, slots=True)
class Part:
    """What one line adds before and after; None where the sheet has no such line."""

    line: LinePair
    before: Fraction | None
    after: Fraction | None

    @property
    def change(self) -> Fraction:
        """What it adds to the difference."""
        return (self.after or Fraction(0)) - (self.before or Fraction(0))


@dataclass(frozen=True, slots=True)
class UnitPosition:
    """A unit in one sheet, or the mean of several that it was merged from: exact points, index, rank (0 for none)."""

    points: Fraction
    reachable: Fraction
    rank: int
    certain: bool

    @property
    def index(self) -> Fraction | None:
        """Points in percent of what was reachable; None where nothing was."""
        return 100 * self.points / self.reachable if self.reachable else None


@dataclass(frozen=True, slots=True)
class Move:
    """How a unit moved: the sum of `parts` and `cut` is the difference of its points.

    `origins` are its rows in the sheet before: itself, or the units it was merged from. `cut` is what caps of areas
    and of the total add. `apart` are lines that one side did not score, where only common ones are compared.
    """

    row: int
    origins: tuple[int, ...]
    before: UnitPosition
    after: UnitPosition
    parts: tuple[Part, ...]
    cut: Fraction
    apart: tuple[Part, ...] = ()

    @property
    def change(self) -> Fraction:
        """The difference of points."""
        return self.after.points - self.before.points

    @property
    def common(self) -> Fraction:
        """The difference on the criteria that both sheets have."""
        return sum((part.change for part in self.parts if None not in (part.before, part.after)), Fraction(0))

    @property
    def index_change(self) -> Fraction | None:
        """The difference of the index; None where either has none."""
        if self.before.index is None or self.after.index is None:
            return None
        return self.after.index - self.before.index

    def share(self, change: Fraction) -> Fraction:
        """What a difference of points makes of the index."""
        # By what was reachable after, for points and caps alike; what the other denominator makes of it is
        # `denominator`.
        return 100 * change / self.after.reachable

    @property
    def denominator(self) -> Fraction:
        """What the change of reachable points makes of the index: with the shares of all parts the whole difference."""
        assert self.before.index is not None
        return self.share(self.before.points) - self.before.index


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sheets side by side: the units of both, and rows of units that only one of them has.

    `unmet` are the codes that a row after is said to be merged from and that are nowhere before, `kept` those that
    are units after as well. `alone` are the rows of units that have no common line, None where missing lines count as
    nothing.
    """

    before: ScoreSheet
    after: ScoreSheet
    lines: tuple[LinePair, ...]
    moves: tuple[Move, ...]
    gone: tuple[int, ...]
    new: tuple[int, ...]
    unmet: tuple[tuple[int, tuple[str, ...]], ...] = ()
    kept: tuple[tuple[int, tuple[str, ...]], ...] = ()
    alone: tuple[int, ...] | None = None


def compare(before: ScoreSheet, after: ScoreSheet, pairs: Mapping[str, str] | None = None) -> Comparison:
    """How every unit moved from one sheet to another; a merged unit is held against the mean of its predecessors.

    `pairs` says which criterion before is which one after, where number and title do not.
    """
    lines = pair_lines(before.scheme, after.scheme, pairs)
    rows = {unit.code: row for row, unit in enumerate(before.table.units)}
    present = {unit.code for unit in after.table.units}
    merged = [_merged(rows, before.table.units, unit) for unit in after.table.units]
    origins = [_origins(rows, present, unit, codes) for unit, codes in zip(after.table.units, merged, strict=True)]
    moves = tuple(_move((before, after), lines, own, row) for row, own in enumerate(origins) if own)
    met = {row for own in origins for row in own}
    return Comparison(
        before=before,
        after=after,
        lines=lines,
        moves=moves,
        gone=tuple(row for row in range(len(before.table.units)) if row not in met),
        new=tuple(row for row, own in enumerate(origins) if not own),
        unmet=_named((code for code in codes if code not in rows) for codes in merged),
        kept=_named(
            (code for code in codes if code in rows and code in present and code != unit.code)
            for unit, codes in zip(after.table.units, merged, strict=True)
        ),
    )


def _merged(rows: Mapping[str, int], units: Sequence[Unit], unit: Unit) -> tuple[str, ...]:
    """The codes of the units that were merged into a unit since the sheet before."""
    # Where the list before knew them all already, the unit's points before are those of the merged unit, and the old
    # units need not be there.
    known = unit.code in rows and set(units[rows[unit.code]].predecessors) == set(unit.predecessors)
    return () if known else unit.predecessors


def _origins(rows: Mapping[str, int], present: Set[str], unit: Unit, merged: Sequence[str]) -> tuple[int, ...]:
    """A unit's rows before: its own if there was one, and those of the units merged into it since.

    `present` are the codes of all units after: who is still there is held against itself, and not counted again.
    """
    # Each once: a unit that kept its code may be named among those that it was merged from.
    codes = dict.fromkeys([unit.code, *(code for code in merged if code not in present)])
    return tuple(rows[code] for code in codes if code in rows)


def _named(codes: Iterable[Iterable[str]]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The rows that have any codes, with these."""
    listed = ((row, tuple(own)) for row, own in enumerate(codes))
    return tuple((row, own) for row, own in listed if own)


def _move(pair: tuple[ScoreSheet, ScoreSheet], lines: Sequence[LinePair], own: tuple[int, ...], row: int) -> Move:
    before, after = pair
    old_points, new_points = LinePoints(before), LinePoints(after)
    parts = tuple(
        Part(
            line,
            None if line.before is None else _mean([old_points.points(at, line.before) for at in own]),
            None if line.after is None else new_points.points(row, line.after),
        )
        for line in lines
    )
    start = UnitPosition(
        _mean([old_points.total(at) for at in own]),
        _mean([old_points.reachable(at) for at in own]),
        # Ranks have no mean.
        int(before.ranks[own[0]]) if len(own) == 1 else 0,
        all(_certain(before, at) for at in own),
    )
    end = UnitPosition(new_points.total(row), new_points.reachable(row), int(after.ranks[row]), _certain(after, row))
    return Move(
        row=row,
        origins=own,
        before=start,
        after=end,
        parts=parts,
        cut=new_points.cut(row) - _mean([old_points.cut(at) for at in own]),
    )


def _mean(amounts: Sequence[Fraction]) -> Fraction:
    return sum(amounts, Fraction(0)) / len(amounts)


def _certain(sheet: ScoreSheet, row: int) -> bool:
    scored = int(sheet.total.outcome[row]) in (Outcome.SCORED, Outcome.NOT_APPLICABLE)
    # What hangs on figures of other units is scored and open all the same.
    return scored and bool(sheet.total.low[row] == sheet.total.high[row])
