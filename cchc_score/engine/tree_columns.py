"""Parents, areas and totals for many communes at once: sums over ranges of leaves, and odd parents one by one."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cchc_score.engine.combine import held
from cchc_score.engine.plan import Array
from cchc_score.model import Area, Criterion, Outcome, Scheme

NOT_APPLICABLE, SCORED = int(Outcome.NOT_APPLICABLE), int(Outcome.SCORED)


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one criterion, area or total as columns, in steps."""

    outcome: Array
    low: Array
    high: Array
    reachable: Array


@dataclass(frozen=True, slots=True)
class Tree:
    """The order of a scheme's rows, and the range of rows under each parent and area.

    The first rows are what simply adds up: leaves, and parents with a combination of their own; then come the
    criteria under such parents. `ranges` are for parents that are sums, by number, and for areas, by code.
    """

    scheme: Scheme
    rows: Mapping[str, int]
    special: tuple[Criterion, ...]
    ranges: Mapping[str, tuple[int, int]]
    most: Array

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.most)


def tree(scheme: Scheme) -> Tree:
    """The tree of a scheme."""
    rows: dict[str, int] = {}
    ranges: dict[str, tuple[int, int]] = {}
    special: list[Criterion] = []
    inner: list[str] = []

    def visit(criterion: Criterion) -> None:
        start = len(rows)
        if criterion.is_leaf or criterion.combine != "sum":
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
    rows.update({number: count + place for place, number in enumerate(inner)})
    most = np.zeros((count + len(inner), 1), np.int64)
    for number, row in rows.items():
        most[row] = int(scheme.criteria[number].max_points * 10**scheme.decimals)
    return Tree(scheme, rows, tuple(special), ranges, most)


def _under(scheme: Scheme, criterion: Criterion) -> list[str]:
    """The criteria below one, the deepest last."""
    return [number for part in criterion.parts for number in (part, *_under(scheme, scheme.criteria[part]))]


def combined(tree: Tree, low: Array, outcome: Array, choices: Mapping[str, tuple[Array, Array]]) -> dict[str, Marks]:
    """The marks of every criterion with parts, every area, and 'total'; `low` and `outcome` are filled up in place.

    `choices` gives for a parent that chooses the place of the chosen part (-1 while unknown), and then its outcome.
    """
    reachable = np.where(outcome != NOT_APPLICABLE, tree.most.astype(low.dtype), low.dtype.type(0))
    incomplete = bool((outcome > SCORED).any())
    high = np.where(outcome > SCORED, reachable, low) if incomplete else low
    found: dict[str, Marks] = {}
    rows = _Rows(tree, low, high, outcome, reachable, choices, found)
    for criterion in tree.special:
        rows.fill(criterion)
    for key, (start, end) in tree.ranges.items():
        part = slice(start, end)
        added, reached = low[part].sum(axis=0, dtype=low.dtype), reachable[part].sum(axis=0, dtype=low.dtype)
        possible = added if rows.high is low else rows.high[part].sum(axis=0, dtype=low.dtype)
        found[key] = Marks(outcome[part].max(axis=0), added, possible, reached)
    for area in tree.scheme.areas:
        found[area.code] = _area(tree, area, found[area.code])
    found["total"] = _total(tree, [found[area.code] for area in tree.scheme.areas])
    return found


@dataclass(slots=True)
class _Rows:
    """The rows of a chunk while the parents with a combination of their own are filled in."""

    tree: Tree
    low: Array
    high: Array
    outcome: Array
    reachable: Array
    choices: Mapping[str, tuple[Array, Array]]
    found: dict[str, Marks]

    def fill(self, criterion: Criterion) -> None:
        """Put a parent's own marks into its row."""
        marks = self.marks(criterion)
        if self.high is self.low:
            self.high = self.low.copy()
        row = self.tree.rows[criterion.number]
        self.low[row], self.high[row] = marks.low, marks.high
        self.outcome[row], self.reachable[row] = marks.outcome, marks.reachable

    def marks(self, criterion: Criterion) -> Marks:
        """The marks of any criterion under such a parent, and of the parent."""
        if criterion.is_leaf:
            row = self.tree.rows[criterion.number]
            return Marks(self.outcome[row], self.low[row], self.high[row], self.reachable[row])
        parts = [self.marks(self.tree.scheme.criteria[number]) for number in criterion.parts]
        marks = self._combined(criterion, parts)
        self.found[criterion.number] = marks
        return marks

    def _combined(self, criterion: Criterion, parts: list[Marks]) -> Marks:
        if criterion.number not in held(self.tree.scheme):
            nothing = np.zeros_like(parts[0].low)
            return Marks(np.zeros_like(parts[0].outcome), nothing, nothing, nothing)
        most = parts[0].low.dtype.type(int(criterion.max_points * 10**self.tree.scheme.decimals))
        if criterion.combine == "chosen":
            return _chosen(parts, *self.choices[criterion.number], most)
        stacked = [np.stack(one) for one in zip(*((p.outcome, p.low, p.high, p.reachable) for p in parts), strict=True)]
        outcome, low, high, reachable = stacked
        gravest = outcome.max(axis=0)
        if criterion.combine == "sum":
            return Marks(gravest, low.sum(axis=0), high.sum(axis=0), reachable.sum(axis=0))
        if criterion.combine == "best":
            return Marks(gravest, low.max(axis=0), high.max(axis=0), reachable.max(axis=0))
        applicable = (outcome != NOT_APPLICABLE).any(axis=0)
        aside = outcome == NOT_APPLICABLE
        full, possible = ((aside | (one == reachable)).all(axis=0) & applicable for one in (low, high))
        return Marks(gravest, full * most, possible * most, applicable * most)


def _chosen(parts: list[Marks], choice: Array, otherwise: Array, most: int) -> Marks:
    outcome, low, high = otherwise, np.zeros_like(parts[0].low), np.full_like(parts[0].low, most)
    reachable = high
    for place, part in enumerate(parts):
        here = choice == place
        outcome, low = np.where(here, part.outcome, outcome), np.where(here, part.low, low)
        high, reachable = np.where(here, part.high, high), np.where(here, part.reachable, reachable)
    return Marks(outcome, low, high, reachable)


def _area(tree: Tree, area: Area, marks: Marks) -> Marks:
    if area.kind == "normal":
        return marks
    cap = int(area.max_points * 10**tree.scheme.decimals)
    low, high = np.minimum(marks.low, cap), np.minimum(marks.high, cap)
    if area.kind == "penalty":
        low, high = -high, -low
    return Marks(marks.outcome, low, high, np.zeros_like(low))


def _total(tree: Tree, areas: list[Marks]) -> Marks:
    outcome = areas[0].outcome
    low, high, reachable = areas[0].low, areas[0].high, areas[0].reachable
    for area in areas[1:]:
        outcome = np.maximum(outcome, area.outcome)
        low, high, reachable = low + area.low, high + area.high, reachable + area.reachable
    if any(area.kind != "normal" for area in tree.scheme.areas):
        low, high = np.maximum(low, 0), np.maximum(high, 0)
    if tree.scheme.ranking.above_100 == "cap":
        low, high = np.minimum(low, reachable), np.minimum(high, reachable)
    return Marks(outcome, low, high, reachable)
