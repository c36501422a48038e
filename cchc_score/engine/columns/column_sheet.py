"""The score sheet made of columns: marks, ranks and classes, each column made when it is first asked for."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

import numpy as np

from cchc_score.engine.columns import standings_columns
from cchc_score.engine.columns.fact_terms import Array
from cchc_score.engine.columns.tree_columns import SCORED, LeafMarks, MarkArrays, Tree, add_marks
from cchc_score.engine.combine import summed_criteria
from cchc_score.engine.leaves import groups_of
from cchc_score.engine.standings import classes_of, ranks_of
from cchc_score.facts import Table
from cchc_score.findings import Finding, ordered
from cchc_score.model import Outcome, Scheme
from cchc_score.sheet import Cells, Ints, ScoreSheet

Value = TypeVar("Value")


class Lazy(Mapping[str, Value], Generic[Value]):
    """A mapping that makes each value when it is first asked for: most pages need few of the columns."""

    def __init__(self, keys: Sequence[str], make: Callable[[str], Value]) -> None:
        self._keys, self._make = dict.fromkeys(keys), make
        self._made: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def column_sheet(
    scheme: Scheme,
    table: Table,
    leaves: LeafMarks,
    tree: Tree,
    marks: Mapping[str, MarkArrays],
    findings: list[Finding],
    by_hand: frozenset[tuple[int, str]],
    silent: Array,
) -> ScoreSheet:
    """The sheet of leaves and combined marks as columns; `marks` has the areas, "total" and parents that are no sums.

    `silent` are the rows of the units of which nothing is known that they report.
    """
    low, outcome, possible = leaves.low, leaves.outcome, leaves.possible

    def leaf(number: str) -> MarkArrays:
        row = tree.rows[number]
        most = int(tree.most[row, 0])
        # 0 is NOT_APPLICABLE.
        reachable = np.where(outcome[row] != 0, most, 0)
        high = np.where(outcome[row] > Outcome.SCORED, reachable, possible.get(row, low[row]))
        return MarkArrays(outcome[row], low[row], high, reachable)

    def of(key: str) -> MarkArrays:
        if key in marks:
            return marks[key]
        parts = scheme.criteria[key].parts
        return add_marks([of(part) for part in parts]) if parts else leaf(key)

    def cells(key: str) -> Cells:
        own = of(key)
        # As Python's own numbers: whoever asks for a column reads it unit by unit.
        return Cells(*(column.tolist() for column in (own.outcome, own.low, own.high, own.reachable)))

    total = marks["total"]
    silent = still_silent(scheme, silent, by_hand, tree, outcome)
    ranked = ranked_units(table, total.outcome)
    ranked[silent] = False
    areas = tuple(area.code for area in scheme.areas)

    def ranks(key: str) -> Ints:
        own = marks[key]
        # `sheet` is bound further down, before anybody asks for a rank.
        found = standings_columns.ranks(
            own, rankable_units(scheme, own.outcome) & ranked, compared_groups(scheme, table), scheme
        )
        return ranks_of(sheet, cells(key)) if found is None else found

    conditions = any(limit.each_criterion_from is not None for limit in scheme.classes)
    criteria = [of(number) for number in summed_criteria(scheme)] if conditions else []
    # Whoever computes with these does not look how wide they are.
    points = (column.astype(np.int64) for column in (total.low, total.high, total.reachable))
    whole_total = Cells(total.outcome, *points)
    sheet = ScoreSheet(
        scheme=scheme,
        table=table,
        criteria=Lazy(tuple(scheme.criteria), cells),
        areas=Lazy(areas, cells),
        total=whole_total,
        ranks=(),
        area_ranks={},
        classes=(),
        findings=ordered(findings),
        by_hand=by_hand,
    )
    classes = standings_columns.classes(scheme, total, [marks[code] for code in areas], criteria)
    if classes is not None and len(silent):
        classes[silent] = -1
    return replace(
        sheet,
        ranks=ranks("total"),
        area_ranks=Lazy(areas, ranks),
        classes=classes_of(sheet) if classes is None else classes,
    )


def still_silent(
    scheme: Scheme, silent: Array, by_hand: frozenset[tuple[int, str]], tree: Tree, outcome: Array
) -> Array:
    """The rows of silent units, as `standings.silent_rows` has them: by their figures, and by what a person set."""
    if scheme.ranking.silent == "ranked" or not by_hand:
        return silent
    set_by_hand = [(tree.rows[number], row) for row, number in by_hand if number in tree.rows]
    criteria, units = np.array(set_by_hand, np.int64).reshape(-1, 2).T
    own = outcome[criteria, units]
    heard, absent = units[own == SCORED], np.unique(units[own == int(Outcome.MISSING)])
    leaves = np.array([tree.rows[leaf.number] for leaf in scheme.leaves])
    claimless = absent[(outcome[np.ix_(leaves, absent)] != SCORED).all(axis=0)]
    found = np.union1d(np.setdiff1d(silent, heard), claimless)
    return found if len(found) < outcome.shape[1] else silent[:0]


def ranked_units(table: Table, outcome: Array) -> Array:
    """Which units may have a rank: those on the list of the ranked whose total did not fail."""
    ranked = np.asarray(outcome != Outcome.FAILED)
    if table.unranked:
        ranked[list(table.unranked)] = False
    return ranked


def rankable_units(scheme: Scheme, outcome: Array) -> Array:
    """Which units may have a rank in a column of these outcomes."""
    if scheme.ranking.incomplete == "low":
        return np.ones(len(outcome), bool)
    return np.asarray((outcome != Outcome.MISSING) & (outcome != Outcome.PENDING))


def compared_groups(scheme: Scheme, table: Table) -> Sequence[Hashable] | None:
    """The ranking group of each unit; None where all are compared with all."""
    return groups_of(scheme, table) if scheme.ranking.group_by == "kind" else None
