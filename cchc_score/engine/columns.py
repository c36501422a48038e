"""A score sheet in columns: the same marks as commune by commune, in a fraction of the time."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Generic, TypeVar

import numpy as np

from cchc_score.engine import place_columns
from cchc_score.engine.combine import counted, held
from cchc_score.engine.leaf_columns import Chunk
from cchc_score.engine.leaves import Leaf, groups_of, score_leaf
from cchc_score.engine.places import classes_of, ranks_of
from cchc_score.engine.plan import Array, Plan, answers_of, plan, scorable
from cchc_score.engine.tree_columns import Marks, Tree, combined, tree
from cchc_score.facts import Table
from cchc_score.findings import Finding, ordered
from cchc_score.methods import Method
from cchc_score.model import Criterion, Outcome, Scheme
from cchc_score.sheet import Cells, HandMarks, Ints, ScoreSheet

CHUNK = 8192
"""How many communes are scored at a time: their facts stay near the processor."""
WIDE = 2**62
Value = TypeVar("Value")


class OutOfRange(Exception):
    """Whole numbers of 64 bits do not hold this scheme: only the row form scores it."""


class Lazy(Mapping[str, Value], Generic[Value]):
    """A mapping whose values are made when they are asked for."""

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


@dataclass(frozen=True, slots=True)
class Choice:
    """How a parent chooses: the column of the answer, the part for each answer, the outcome while it is unknown."""

    number: str
    column: int
    parts: Array
    otherwise: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A scheme compiled once for tables with the same columns."""

    scheme: Scheme
    methods: Mapping[str, Method]
    codes: tuple[str, ...]
    plan: Plan
    tree: Tree
    rows: Array | slice
    choices: tuple[Choice, ...]
    others: tuple[Criterion, ...]
    dtype: Any


def prepare(scheme: Scheme, methods: Mapping[str, Method], codes: Sequence[str]) -> Prepared:
    """The scheme compiled for tables with these columns, in this order; OutOfRange where it cannot be."""
    total = int(sum(one.max_points for one in scheme.criteria.values()) * 10**scheme.decimals)
    if scheme.rounding != "criterion" or 100 * total >= WIDE or not scorable(scheme, methods):
        raise OutOfRange
    whole = tree(scheme)
    leaves = plan(scheme, methods, codes)
    where = {code: place for place, code in enumerate(codes)}
    own = {entry.leaf.number for entry in leaves.entries}
    return Prepared(
        scheme,
        methods,
        tuple(codes),
        leaves,
        whole,
        _together([whole.rows[entry.leaf.number] for entry in leaves.entries]),
        tuple(_choice(scheme, one, where) for one in scheme.criteria.values() if one.chosen_by is not None),
        tuple(leaf for leaf in scheme.leaves if leaf.number not in own),
        np.int32 if total < 2**31 else np.int64,
    )


def _together(rows: list[int]) -> Array | slice:
    """Rows as a slice where they follow one another, so that they are written without a copy."""
    first = rows[0]
    return slice(first, first + len(rows)) if rows == list(range(first, first + len(rows))) else np.array(rows)


def _choice(scheme: Scheme, criterion: Criterion, where: Mapping[str, int]) -> Choice:
    assert criterion.chosen_by is not None
    code = criterion.chosen_by.codes[0]
    indicator = scheme.indicators[code]
    places = {scheme.criteria[number].choice: place for place, number in enumerate(criterion.parts)}
    parts = np.array([places[answer] for answer in answers_of(indicator)])
    otherwise = Outcome.MISSING if indicator.source == "report" else Outcome.PENDING
    return Choice(criterion.number, where.get(code, len(where)), parts, int(otherwise))


class Rows(dict[int, Leaf]):
    """The row forms of a plan's leaves by their places, made where a column cannot tell."""

    def __init__(self, prepared: Prepared, table: Table) -> None:
        super().__init__()
        self._prepared, self._table = prepared, table

    def __missing__(self, place: int) -> Leaf:
        leaf = self._prepared.plan.entries[place].leaf
        self[place] = Leaf(self._prepared.scheme, leaf, self._prepared.methods[leaf.method], self._table)
        return self[place]


def score_columns(prepared: Prepared, table: Table, marks: HandMarks = MappingProxyType({})) -> ScoreSheet:
    """The score sheet of a table whose columns are those that the scheme was prepared for."""
    scheme, whole = prepared.scheme, prepared.tree
    count = len(table.units)
    values, known = _cells(table, prepared.codes)
    low = np.zeros((whole.size, count), prepared.dtype)
    outcome = np.zeros((whole.size, count), np.uint8)
    findings = _others(prepared, table, low, outcome)
    rows = Rows(prepared, table)
    hand = _hand(prepared, marks)
    found: list[dict[str, Marks]] = []
    for start in range(0, max(count, 1), CHUNK):
        part = slice(start, min(start + CHUNK, count))
        mine = (low[prepared.rows, part], outcome[prepared.rows, part])
        Chunk(prepared.plan, values[:, part], known[:, part], *mine, rows, start).score()
        if not isinstance(prepared.rows, slice):
            low[prepared.rows, part], outcome[prepared.rows, part] = mine
        _set(hand, low, outcome, start, part.stop)
        choices = {one.number: _chosen(one, values[:, part], known[:, part]) for one in prepared.choices}
        found.append(combined(whole, low[:, part], outcome[:, part], choices))
    findings += [finding for leaf in rows.values() for finding in leaf.findings]
    combined_marks = found[0] if len(found) == 1 else _joined(found)
    sheet = _sheet(scheme, table, low, outcome, whole, combined_marks, findings)
    return replace(sheet, by_hand=frozenset(marks)) if marks else sheet


def _hand(prepared: Prepared, marks: HandMarks) -> Array:
    """Marks set by hand, one a column: the row of the leaf, the unit's place, steps, outcome."""
    rows, step, assessed = prepared.tree.rows, 10**prepared.scheme.decimals, held(prepared.scheme)
    found = [
        (rows[number], row, int(mark.points * step), int(mark.outcome))
        for (row, number), mark in marks.items()
        if number in assessed
    ]
    return np.array(found, np.int64).reshape(-1, 4).T


def _set(hand: Array, low: Array, outcome: Array, start: int, stop: int) -> None:
    here = hand[:, (hand[1] >= start) & (hand[1] < stop)]
    low[here[0], here[1]], outcome[here[0], here[1]] = here[2], here[3]


def _cells(table: Table, codes: Sequence[str]) -> tuple[Array, Array]:
    """All facts and whether they are known, a row a column of the table, the last row unknown."""
    count = len(table.units)
    if table.cells is None or tuple(table.columns) != tuple(codes):
        raise ValueError("the scheme was prepared for another table")
    values, known = table.cells
    shape = (len(codes) + 1, count)
    return np.frombuffer(values, np.int64).reshape(shape), np.frombuffer(known, np.uint8).reshape(shape)


def _others(prepared: Prepared, table: Table, low: Array, outcome: Array) -> list[Finding]:
    """Score the leaves that have no column form, commune by commune."""
    assessed = held(prepared.scheme)
    findings: list[Finding] = []
    for leaf in prepared.others:
        if leaf.number in assessed:
            cells, found = score_leaf(prepared.scheme, leaf, prepared.methods[leaf.method], table)
            row = prepared.tree.rows[leaf.number]
            low[row], outcome[row] = cells.low, cells.outcome
            findings += found
    return findings


def _chosen(choice: Choice, values: Array, known: Array) -> tuple[Array, Array]:
    answered = known[choice.column] != 0
    part = np.where(answered, choice.parts[values[choice.column]], -1)
    return part, np.full(len(part), choice.otherwise, np.uint8)


def _joined(found: Sequence[Mapping[str, Marks]]) -> dict[str, Marks]:
    def whole(key: str, name: str) -> Array:
        return np.concatenate([getattr(one[key], name) for one in found])

    names = ("outcome", "low", "high", "reachable")
    return {key: Marks(*(whole(key, name) for name in names)) for key in found[0]}


def _sheet(
    scheme: Scheme,
    table: Table,
    low: Array,
    outcome: Array,
    whole: Tree,
    marks: Mapping[str, Marks],
    findings: list[Finding],
) -> ScoreSheet:
    def leaf(number: str) -> Marks:
        row = whole.rows[number]
        most = int(whole.most[row, 0])
        reachable = np.where(outcome[row] != 0, most, 0)
        return Marks(outcome[row], low[row], np.where(outcome[row] > Outcome.SCORED, reachable, low[row]), reachable)

    def cells(key: str) -> Cells:
        one = marks[key] if key in marks else leaf(key)
        # As Python's own numbers: whoever asks for a column reads it unit by unit.
        return Cells(*(column.tolist() for column in (one.outcome, one.low, one.high, one.reachable)))

    total = marks["total"]
    ranked = _ranked(table, total)
    areas = tuple(area.code for area in scheme.areas)

    def ranks(key: str) -> Ints:
        one = marks[key]
        found = place_columns.ranks(one, _rankable(scheme, one) & ranked, _groups(scheme, table), scheme)
        return ranks_of(sheet, cells(key)) if found is None else found

    conditions = any(one.each_criterion_from is not None for one in scheme.classes)
    criteria = [marks[one] if one in marks else leaf(one) for one in counted(scheme)] if conditions else []
    whole_total = Cells(total.outcome, total.low, total.high, total.reachable)
    lazy = Lazy(tuple(scheme.criteria), cells), Lazy(areas, cells)
    sheet = ScoreSheet(scheme, table, *lazy, whole_total, (), {}, (), ordered(findings))
    places = place_columns.classes(scheme, total, [marks[code] for code in areas], criteria)
    return replace(
        sheet,
        ranks=ranks("total"),
        area_ranks=Lazy(areas, ranks),
        classes=classes_of(sheet) if places is None else places,
    )


def _ranked(table: Table, total: Marks) -> Array:
    """Which units may have a rank: those on the list of the ranked whose total did not fail."""
    ranked = np.asarray(total.outcome != Outcome.FAILED)
    if table.unranked:
        ranked[list(table.unranked)] = False
    return ranked


def _rankable(scheme: Scheme, marks: Marks) -> Array:
    if scheme.ranking.incomplete == "low":
        return np.ones(len(marks.outcome), bool)
    return np.asarray((marks.outcome != Outcome.MISSING) & (marks.outcome != Outcome.PENDING))


def _groups(scheme: Scheme, table: Table) -> Sequence[Hashable] | None:
    return groups_of(scheme, table) if scheme.ranking.group_by == "kind" else None
