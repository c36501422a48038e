"""The score sheet of points that are not rounded: fractions in columns, added up for a unit when somebody asks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Any, overload

import numpy as np

from cchc_score.engine.columns import standings_columns
from cchc_score.engine.columns.column_sheet import Lazy, compared_groups, rankable_units, ranked_units, still_silent
from cchc_score.engine.columns.exact_standings import BoundedMarks, exact_classes, exact_keys
from cchc_score.engine.columns.fact_terms import Array, OutOfRange
from cchc_score.engine.columns.tree_columns import SCORED, LeafMarks, MarkArrays, Tree
from cchc_score.engine.combine import Parts, held_criteria, summed_criteria
from cchc_score.engine.standings import classes_of
from cchc_score.engine.unit_marks import unit_marks
from cchc_score.facts import Table
from cchc_score.findings import Finding, ordered
from cchc_score.model import Scheme
from cchc_score.sheet import Cells, Ints, ScoreSheet, Steps


def bounds(num: Array, den: Array, shift: int) -> tuple[Array, Array]:
    """What fractions are at least and at most, in 2^-shift; equal where that is what they are.

    Numerators are not below 0, denominators above it and both below 2^62; a row is a criterion.
    """
    lower, upper = num << shift, num << shift
    # Most rules give whole steps, and dividing is what takes time.
    broken = den.max(axis=1, initial=1) > 1
    if broken.any():
        lower[broken], upper[broken] = _divided(num[broken], den[broken], shift)
    return lower, upper


def _divided(num: Array, den: Array, shift: int) -> tuple[Array, Array]:
    lower, rest = np.divmod(num, den)
    # So many bits at a time that the remainder stays within 64.
    bits = 62 - int(den.max()).bit_length()
    if bits < 1:
        raise OutOfRange
    while shift:
        some = min(bits, shift)
        more, rest = np.divmod(rest << some, den)
        lower, shift = (lower << some) + more, shift - some
    return lower, lower + (rest != 0)


class LazyColumn(Sequence[Steps]):
    """A column each of whose cells is made when it is asked for."""

    def __init__(self, count: int, make: Callable[[int], Steps]) -> None:
        self._count, self._make = count, make

    @overload
    def __getitem__(self, row: int) -> Steps: ...
    @overload
    def __getitem__(self, row: slice) -> list[Steps]: ...
    def __getitem__(self, row: Any) -> Any:
        """One cell, or some."""
        rows = range(self._count)[row]
        return [self._make(each) for each in rows] if isinstance(rows, range) else self._make(rows)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Steps]:
        return map(self._make, range(self._count))


class UnitMarks:
    """The exact marks of one unit after the other, each added up once."""

    def __init__(self, scheme: Scheme, table: Table, tree: Tree, leaves: LeafMarks) -> None:
        self._leaves = {leaf.number: leaf_cells(tree, leaves, leaf.number) for leaf in scheme.leaves}
        self._add_up = partial(unit_marks, scheme, table, self._leaves, held_criteria(scheme))
        self._made: dict[int, Mapping[str, Parts]] = {}

    def of(self, key: str, row: int) -> Parts:
        """A unit's mark of a criterion, an area or 'total'."""
        if row not in self._made:
            criteria, areas, total = self._add_up(row)
            self._made[row] = {**criteria, **areas, "total": total}
        return self._made[row][key]

    def cells(self, key: str, outcome: Array) -> Cells:
        """The column of a parent, an area or 'total', whose outcomes are known."""
        low, high, reachable = (
            LazyColumn(len(outcome), lambda row, name=name: getattr(self.of(key, row), name))  # type: ignore[misc]
            for name in ("low", "high", "reachable")
        )
        return Cells(outcome.tolist(), low, high, reachable)


def leaf_cells(tree: Tree, leaves: LeafMarks, number: str) -> Cells:
    """The column of a leaf."""
    row, most = tree.rows[number], int(tree.scheme.criteria[number].max_points * 10**tree.scheme.decimals)
    assert leaves.den is not None
    num, den, outcome = leaves.low[row], leaves.den[row], leaves.outcome[row]

    def low(unit: int) -> Fraction:
        return Fraction(int(num[unit]), int(den[unit]))

    def high(unit: int) -> Steps:
        return most if outcome[unit] > SCORED else low(unit)

    count = len(outcome)
    reachable = np.where(outcome != 0, most, 0).tolist()
    return Cells(outcome.tolist(), LazyColumn(count, low), LazyColumn(count, high), reachable)


def exact_sheet(
    scheme: Scheme,
    table: Table,
    leaves: LeafMarks,
    tree: Tree,
    shift: int,
    marks: Mapping[str, tuple[MarkArrays, MarkArrays]],
    findings: list[Finding],
    by_hand: frozenset[tuple[int, str]],
    silent: Array,
) -> ScoreSheet:
    """The sheet of leaves as fractions; `marks` are the bounds of parents, areas and "total".

    `silent` are the rows of the units of which nothing is known that they report.
    """
    units = UnitMarks(scheme, table, tree, leaves)

    def bounded(key: str) -> BoundedMarks:
        if key in marks:
            return BoundedMarks(*marks[key], shift, partial(units.of, key))
        row = tree.rows[key]
        assert leaves.den is not None
        lower, upper = (ends[0] for ends in bounds(leaves.low[row : row + 1], leaves.den[row : row + 1], shift))
        outcome, reachable = leaves.outcome[row], np.where(leaves.outcome[row] != 0, int(tree.most[row, 0]), 0)
        least, most = (MarkArrays(outcome, low, low, reachable) for low in (lower, upper))
        return BoundedMarks(least, most, shift, partial(units.of, key))

    total = bounded("total")
    silent = still_silent(scheme, silent, by_hand, tree, leaves.outcome)
    ranked = ranked_units(table, total.outcome)
    ranked[silent] = False

    def cells(key: str) -> Cells:
        return units.cells(key, marks[key][0].outcome) if key in marks else leaf_cells(tree, leaves, key)

    def ranks(key: str) -> Ints:
        own = bounded(key)
        rankable = rankable_units(scheme, own.outcome) & ranked & (own.reachable > 0)
        return standings_columns.ranks_by(exact_keys(own, scheme), rankable, compared_groups(scheme, table), scheme)

    areas = tuple(area.code for area in scheme.areas)
    conditions = any(limit.each_criterion_from is not None for limit in scheme.classes)
    criteria = [bounded(number) for number in summed_criteria(scheme)] if conditions else []
    classes = exact_classes(scheme, total, [bounded(code) for code in areas], criteria)
    if classes is not None:
        classes[silent] = -1
    sheet = ScoreSheet(
        scheme=scheme,
        table=table,
        criteria=Lazy(tuple(scheme.criteria), cells),
        areas=Lazy(areas, cells),
        total=cells("total"),
        ranks=ranks("total"),
        area_ranks=Lazy(areas, ranks),
        classes=() if classes is None else classes,
        findings=ordered(findings),
        by_hand=by_hand,
    )
    return replace(sheet, classes=classes_of(sheet)) if classes is None else sheet
