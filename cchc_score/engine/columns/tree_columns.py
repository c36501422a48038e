"""Parents, areas and totals for many communes at once: sums over ranges of rows, other parents one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cchc_score.engine.columns.fact_terms import Array
from cchc_score.engine.combine import held_criteria
from cchc_score.model import Area, Criterion, Outcome, Scheme

NOT_APPLICABLE, SCORED = int(Outcome.NOT_APPLICABLE), int(Outcome.SCORED)


@dataclass(frozen=True, slots=True)
class LeafMarks:
    """Points and outcomes of all leaves, (rows of the tree, communes); in place of parents as they are filled up.

    With `den` points are not rounded: `low` has numerators, in steps. `possible` has by the row of a leaf the most that
    its points may become where they are open.
    """

    low: Array
    outcome: Array
    den: Array | None
    possible: dict[int, Array]


@dataclass(frozen=True, slots=True)
class MarkArrays:
    """The marks of one criterion, area or total as columns, in steps or whatever the tree counts in."""

    outcome: Array
    low: Array
    high: Array
    reachable: Array


@dataclass(frozen=True, slots=True)
class Tree:
    """The order of a scheme's rows, and the range of rows under each parent and area; a point is `unit` whole numbers.

    The first rows are what simply adds up: leaves, and parents with a combination of their own; then come the
    criteria under such parents. `ranges` are for parents that are sums, by number, and for areas, by code. `held` are
    the criteria that are assessed this year.
    """

    scheme: Scheme
    unit: int
    rows: Mapping[str, int]
    special: tuple[Criterion, ...]
    ranges: Mapping[str, tuple[int, int]]
    most: Array
    held: frozenset[str]
    width: Any
    """The numbers that hold every row and every sum below the total."""
    total_width: Any
    """The numbers that hold the total."""

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.most)


@dataclass(frozen=True, slots=True)
class KeptShares:
    """A parent's factor for each commune: `kept` / `whole` of its points, in steps of `step`.

    `outcome` is SCORED, or what the points are while the answer is awaited.
    """

    kept: Array
    whole: int
    step: int
    outcome: Array


def build_tree(scheme: Scheme, unit: int) -> Tree:
    """The tree of a scheme whose points are counted in `unit` whole numbers each."""
    rows: dict[str, int] = {}
    ranges: dict[str, tuple[int, int]] = {}
    special: list[Criterion] = []
    inner: list[str] = []

    def visit(criterion: Criterion) -> None:
        # Rows are numbered on the way down, so that all that stands under a parent is one range.
        start = len(rows)
        if criterion.is_leaf or not criterion.is_plain_sum:
            rows[criterion.number] = start
            if criterion.parts:
                special.append(criterion)
                inner.extend(_under(scheme, criterion))
            return
        for part in criterion.parts:
            visit(scheme.criteria[part])
        ranges[criterion.number] = (start, len(rows))

    for area in scheme.areas:
        start = len(rows)
        for number in area.criteria:
            visit(scheme.criteria[number])
        ranges[area.code] = (start, len(rows))
    count = len(rows)
    rows.update({number: count + position for position, number in enumerate(inner)})
    most = np.zeros((count + len(inner), 1), np.int64)
    for number, row in rows.items():
        most[row] = int(scheme.criteria[number].max_points * unit)
    sums = {key: int(most[slice(*of)].sum()) for key, of in ranges.items()}
    # Parts whose sum is capped are added up above what their parent may have.
    inside = [sum(int(most[rows[number], 0]) for number in _under(scheme, parent)) for parent in special]
    caps = [int(area.max_points * unit) for area in scheme.areas]
    total = sum(sums[area.code] for area in scheme.areas) + sum(caps)
    return Tree(
        scheme=scheme,
        unit=unit,
        rows=rows,
        special=tuple(special),
        ranges=ranges,
        most=most,
        held=held_criteria(scheme),
        width=_width(max([int(most.max(initial=0)), *sums.values(), *inside, *caps])),
        total_width=_width(total),
    )


def _width(largest: int) -> Any:
    """The smallest whole numbers that hold all up to the largest: half the width takes half the time."""
    return np.int16 if largest < 2**15 else np.int32 if largest < 2**31 else np.int64


def _under(scheme: Scheme, criterion: Criterion) -> list[str]:
    """The criteria below one, the deepest last."""
    return [number for part in criterion.parts for number in (part, *_under(scheme, scheme.criteria[part]))]


def combine_rows(
    tree: Tree,
    low: Array,
    outcome: Array,
    choices: Mapping[str, tuple[Array, Array]],
    kept: Mapping[str, KeptShares],
    possible: Mapping[int, Array],
    parents: bool = True,
) -> dict[str, MarkArrays]:
    """The marks of every criterion with parts, every area, and 'total'; `low` and `outcome` are filled up in place.

    Without `parents` those of parents that are sums are left out: `add_marks` gives each when somebody asks for it.

    `choices` gives for a parent that chooses the position of the chosen part (-1 while unknown), and then its outcome;
    `kept` for a parent with a factor what is kept of its points; `possible` for the row of a leaf the most that its
    points may become where they are not certain.
    """
    # Products with masks, which NumPy computes in a third of the time of `where`.
    reachable = tree.most.astype(low.dtype) * (outcome != NOT_APPLICABLE)
    unknown = outcome > SCORED
    # What is unknown has no certain points, so that all of it is added.
    high = low + reachable * unknown if possible or unknown.any() else low
    for row, most in possible.items():
        high[row] = np.where(outcome[row] == SCORED, most, high[row])
    found: dict[str, MarkArrays] = {}
    rows = _Rows(
        tree=tree, low=low, high=high, outcome=outcome, reachable=reachable, choices=choices, kept=kept, found=found
    )
    for criterion in tree.special:
        rows.fill(criterion)
    wanted = tree.ranges if parents else [area.code for area in tree.scheme.areas]
    for key in wanted:
        part = slice(*tree.ranges[key])
        # Without `dtype` NumPy adds 32 bits up as 64; that 32 hold every total was seen to when the scheme was
        # prepared.
        added, reached = low[part].sum(axis=0, dtype=low.dtype), reachable[part].sum(axis=0, dtype=low.dtype)
        highest = added if rows.high is low else rows.high[part].sum(axis=0, dtype=low.dtype)
        found[key] = MarkArrays(outcome[part].max(axis=0), added, highest, reached)
    for area in tree.scheme.areas:
        found[area.code] = _area(tree, area, found[area.code])
    found["total"] = _total(tree, [found[area.code] for area in tree.scheme.areas])
    return found


def add_marks(parts: Sequence[MarkArrays]) -> MarkArrays:
    """The marks of a sum, from those of its parts."""
    columns = zip(*((part.low, part.high, part.reachable) for part in parts), strict=True)
    gravest = np.stack([part.outcome for part in parts]).max(axis=0)
    return MarkArrays(gravest, *(np.stack(column).sum(axis=0) for column in columns))


@dataclass(slots=True)
class _Rows:
    """The rows of a chunk while the parents with a combination of their own are filled in."""

    tree: Tree
    low: Array
    high: Array
    outcome: Array
    reachable: Array
    choices: Mapping[str, tuple[Array, Array]]
    kept: Mapping[str, KeptShares]
    found: dict[str, MarkArrays]

    def fill(self, criterion: Criterion) -> None:
        """Put a parent's own marks into its row."""
        marks = self.marks(criterion)
        # While nothing is unknown both are one array, which saves adding everything up twice.
        if self.high is self.low:
            self.high = self.low.copy()
        row = self.tree.rows[criterion.number]
        self.low[row], self.high[row] = marks.low, marks.high
        self.outcome[row], self.reachable[row] = marks.outcome, marks.reachable

    def marks(self, criterion: Criterion) -> MarkArrays:
        """The marks of any criterion under such a parent, and of the parent."""
        if criterion.is_leaf:
            row = self.tree.rows[criterion.number]
            return MarkArrays(self.outcome[row], self.low[row], self.high[row], self.reachable[row])
        parts = [self.marks(self.tree.scheme.criteria[number]) for number in criterion.parts]
        marks = self._combined(criterion, parts)
        if criterion.number in self.kept:
            marks = _kept(marks, self.kept[criterion.number])
        self.found[criterion.number] = marks
        return marks

    def _combined(self, criterion: Criterion, parts: list[MarkArrays]) -> MarkArrays:
        if criterion.number not in self.tree.held:
            # The outcome of 0 is NOT_APPLICABLE.
            nothing = np.zeros_like(parts[0].low)
            return MarkArrays(np.zeros_like(parts[0].outcome), nothing, nothing, nothing)
        # Of the type of the columns, for a mask times a Python integer would be 64 bits wide.
        most = parts[0].low.dtype.type(int(criterion.max_points * self.tree.unit))
        if criterion.combine == "chosen":
            return _chosen(parts, *self.choices[criterion.number], most)
        stacked = [
            np.stack(columns) for columns in zip(*((p.outcome, p.low, p.high, p.reachable) for p in parts), strict=True)
        ]
        outcome, low, high, reachable = stacked
        gravest = outcome.max(axis=0)
        if criterion.combine in ("sum", "capped"):
            # Without `dtype` NumPy adds 32 bits up as 64.
            sums = [column.sum(axis=0, dtype=low.dtype) for column in (low, high, reachable)]
            return MarkArrays(
                gravest, *(np.minimum(added, most) if criterion.combine == "capped" else added for added in sums)
            )
        if criterion.combine == "best":
            return MarkArrays(gravest, low.max(axis=0), high.max(axis=0), reachable.max(axis=0))
        applicable = (outcome != NOT_APPLICABLE).any(axis=0)
        # What does not apply hinders no parent, but of nothing at all a parent is not full either.
        aside = outcome == NOT_APPLICABLE
        full, possible = ((aside | (points == reachable)).all(axis=0) & applicable for points in (low, high))
        return MarkArrays(gravest, full * most, possible * most, applicable * most)


def _chosen(parts: list[MarkArrays], choice: Array, otherwise: Array, most: int) -> MarkArrays:
    outcome, low, high = otherwise, np.zeros_like(parts[0].low), np.full_like(parts[0].low, most)
    reachable = high
    for position, part in enumerate(parts):
        here = choice == position
        outcome, low = np.where(here, part.outcome, outcome), np.where(here, part.low, low)
        high, reachable = np.where(here, part.high, high), np.where(here, part.reachable, reachable)
    return MarkArrays(outcome, low, high, reachable)


def _kept(marks: MarkArrays, shares: KeptShares) -> MarkArrays:
    """What a factor keeps of a parent's points, rounded half up to the parent's own step."""
    applies, waits = marks.outcome != NOT_APPLICABLE, shares.outcome > SCORED
    den = shares.whole * shares.step

    def part(points: Array) -> Array:
        kept = (2 * points.astype(np.int64) * shares.kept + den) // (2 * den) * shares.step
        return kept.astype(points.dtype)

    outcome = np.where(applies, np.maximum(marks.outcome, shares.outcome), marks.outcome)
    low, high = np.where(waits, 0, part(marks.low)), np.where(waits, marks.high, part(marks.high))
    return MarkArrays(outcome, low.astype(marks.low.dtype), high.astype(marks.low.dtype), marks.reachable)


def _area(tree: Tree, area: Area, marks: MarkArrays) -> MarkArrays:
    if area.kind == "normal":
        return marks
    cap = int(area.max_points * tree.unit)
    low, high = np.minimum(marks.low, cap), np.minimum(marks.high, cap)
    outcome = marks.outcome
    if area.kind == "penalty" and area.absent == "none":
        low, high = -low, -low
        outcome = np.where(outcome == int(Outcome.PENDING), SCORED, outcome).astype(outcome.dtype)
    elif area.kind == "penalty":
        low, high = -high, -low
    return MarkArrays(outcome, low, high, np.zeros_like(low))


def _total(tree: Tree, areas: list[MarkArrays]) -> MarkArrays:
    first, *others = areas
    width = np.promote_types(first.low.dtype, tree.total_width)
    outcome = first.outcome
    low, high, reachable = (column.astype(width) for column in (first.low, first.high, first.reachable))
    for area in others:
        outcome = np.maximum(outcome, area.outcome)
        low += area.low
        high += area.high
        reachable += area.reachable
    if any(area.kind != "normal" for area in tree.scheme.areas):
        low, high = np.maximum(low, 0), np.maximum(high, 0)
    if tree.scheme.ranking.above_100 == "cap":
        low, high = np.minimum(low, reachable), np.minimum(high, reachable)
    return MarkArrays(outcome, low, high, reachable)
