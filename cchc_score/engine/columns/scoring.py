"""A score sheet in columns: the same marks as commune by commune, in a fraction of the time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from cchc_score.engine.columns.column_plan import Plan, build_plan, scorable
from cchc_score.engine.columns.column_sheet import column_sheet
from cchc_score.engine.columns.fact_terms import Array, answer_codes, factor_shares
from cchc_score.engine.columns.leaf_columns import Chunk
from cchc_score.engine.columns.tree_columns import KeptShares, MarkArrays, Marks, Tree, build_tree, combine_rows
from cchc_score.engine.combine import held_criteria
from cchc_score.engine.known_facts import is_sent
from cchc_score.engine.leaf_order import gates_on_criteria, leaf_order
from cchc_score.engine.leaves import Leaf, score_leaf
from cchc_score.facts import Table
from cchc_score.findings import Finding
from cchc_score.methods import Method
from cchc_score.model import Criterion, Outcome, Scheme
from cchc_score.sheet import Cells, HandMarks, ScoreSheet

CHUNK = 16384
"""How many communes are scored at a time: their facts stay near the processor."""
WIDE = 2**62
SCORED = int(Outcome.SCORED)


class OutOfRange(Exception):
    """Whole numbers of 64 bits do not hold this scheme: only the row form scores it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How a parent chooses: the column of the answer, the part for each answer, the outcome while it is unknown."""

    number: str
    column: int
    parts: Array
    otherwise: int


@dataclass(frozen=True, slots=True)
class ParentFactor:
    """A parent's factor: the column of the answer, the share for each answer and at last for none, over `whole`.

    `step` is the parent's own step in steps of the scheme; `otherwise` the outcome where an answer is awaited, or
    SCORED.
    """

    number: str
    column: int
    kept: Array
    whole: int
    step: int
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
    factors: tuple[ParentFactor, ...]
    others: tuple[Criterion, ...]
    late: tuple[Criterion, ...]
    """The leaves whose gates look at other criteria, in the order of scoring; of them only some have columns."""
    sent: tuple[int, ...]
    """The columns of what units report themselves."""
    dtype: Any


def prepare(scheme: Scheme, methods: Mapping[str, Method], codes: Sequence[str]) -> Prepared:
    """The scheme compiled for tables with these columns, in this order; OutOfRange where it cannot be.

    Fractions of steps (rounding "never"), totals near 2^62, and schemes none of whose methods has a column form are
    left to the rows.
    """
    # Parents are counted beside their parts, so that no total can be larger than this.
    total = int(sum(criterion.max_points for criterion in scheme.criteria.values()) * 10**scheme.decimals)
    # Times 100, because ranks and classes compare percentages.
    if scheme.rounding != "criterion" or 100 * total >= WIDE or not scorable(scheme, methods):
        raise OutOfRange
    whole = build_tree(scheme)
    leaves = build_plan(scheme, methods, codes)
    where = {code: position for position, code in enumerate(codes)}
    own = {entry.leaf.number for entry in leaves.entries}
    late = tuple(leaf for leaf in leaf_order(scheme.criteria) if gates_on_criteria(scheme.criteria, leaf))
    factors = tuple(
        _parent_factor(scheme, criterion, where)
        for criterion in scheme.criteria.values()
        if criterion.factor is not None and criterion.parts
    )
    if any(2 * total * factor.whole * factor.step >= WIDE for factor in factors):
        raise OutOfRange
    return Prepared(
        scheme=scheme,
        methods=methods,
        codes=tuple(codes),
        plan=leaves,
        tree=whole,
        rows=_together([whole.rows[entry.leaf.number] for entry in leaves.entries]),
        choices=tuple(
            _choice(scheme, criterion, where)
            for criterion in scheme.criteria.values()
            if criterion.chosen_by is not None
        ),
        factors=factors,
        others=tuple(leaf for leaf in scheme.leaves if leaf.number not in own and leaf not in late),
        late=late,
        sent=tuple(position for code, position in where.items() if is_sent(scheme.indicators[code])),
        dtype=np.int32 if total < 2**31 else np.int64,
    )


def _together(rows: list[int]) -> Array | slice:
    """Rows as a slice where they follow one another, so that they are written without a copy."""
    first = rows[0]
    return slice(first, first + len(rows)) if rows == list(range(first, first + len(rows))) else np.array(rows)


def _choice(scheme: Scheme, criterion: Criterion, where: Mapping[str, int]) -> Choice:
    assert criterion.chosen_by is not None
    code = criterion.chosen_by.codes[0]
    indicator = scheme.indicators[code]
    positions = {scheme.criteria[number].choice: position for position, number in enumerate(criterion.parts)}
    parts = np.array([positions[answer] for answer in answer_codes(indicator)])
    otherwise = Outcome.MISSING if indicator.source == "report" else Outcome.PENDING
    return Choice(criterion.number, where.get(code, len(where)), parts, int(otherwise))


def _parent_factor(scheme: Scheme, criterion: Criterion, where: Mapping[str, int]) -> ParentFactor:
    shares = factor_shares(scheme, criterion, where)
    assert shares is not None
    assert criterion.factor is not None
    column, kept, (whole, *_) = shares
    otherwise = Outcome.SCORED
    if criterion.factor.unsaid is None:
        source = scheme.indicators[criterion.factor.fact.codes[0]].source
        otherwise = Outcome.MISSING if source == "report" else Outcome.PENDING
    step = 10 ** (scheme.decimals - scheme.decimals_of(criterion))
    return ParentFactor(
        number=criterion.number,
        column=column,
        kept=np.array(kept, np.int64),
        whole=whole,
        step=step,
        otherwise=int(otherwise),
    )


class Rows(dict[int, Leaf]):
    """The row form of each leaf by its position in the plan, made when a unit first needs it."""

    def __init__(self, prepared: Prepared, table: Table) -> None:
        super().__init__()
        self._prepared, self._table = prepared, table

    # Python calls this for a key that the dictionary does not have.
    def __missing__(self, position: int) -> Leaf:
        leaf = self._prepared.plan.entries[position].leaf
        self[position] = Leaf(self._prepared.scheme, leaf, self._prepared.methods[leaf.method], self._table)
        return self[position]


def score_columns(prepared: Prepared, table: Table, marks: HandMarks = MappingProxyType({})) -> ScoreSheet:
    """The score sheet of a table whose columns are those that the scheme was prepared for.

    A ValueError for a table with other columns.
    """
    scheme, whole = prepared.scheme, prepared.tree
    count = len(table.units)
    values, known = _cells(table, prepared.codes)
    low = np.zeros((whole.size, count), prepared.dtype)
    outcome = np.zeros((whole.size, count), np.uint8)
    # Before the chunks, whose parents add these leaves up.
    hand = _hand(prepared, marks)
    possible: dict[int, Array] = {}
    findings = _others(prepared, table, (low, outcome, possible), hand)
    rows = Rows(prepared, table)
    found: list[dict[str, MarkArrays]] = []
    # One chunk at least: the sheet of a year without units has columns too, if empty ones.
    # What waits for other criteria is scored once all of them are there, for everybody at once.
    size = max(count, 1) if prepared.late else CHUNK
    for start in range(0, max(count, 1), size):
        part = slice(start, min(start + size, count))
        # Views that are written in place where the rows are a slice; picked by an array they are copies, put back
        # below.
        mine = (low[prepared.rows, part], outcome[prepared.rows, part])
        chunk = Chunk(
            plan=prepared.plan,
            values=values[:, part],
            known=known[:, part],
            low=mine[0],
            outcome=mine[1],
            rows=rows,
            first=start,
        )
        chunk.score()
        if not isinstance(prepared.rows, slice):
            low[prepared.rows, part], outcome[prepared.rows, part] = mine
        # Before parents add up: they count what a person has set.
        _set(hand, low, outcome, start, part.stop)
        choices = {choice.number: _chosen(choice, values[:, part], known[:, part]) for choice in prepared.choices}
        kept = {factor.number: _kept(factor, values[:, part], known[:, part]) for factor in prepared.factors}
        if prepared.late:
            findings += _late(prepared, table, chunk, (low, outcome, possible), choices, kept, hand)
        most = {row: points[part] for row, points in possible.items()}
        found.append(combine_rows(whole, low[:, part], outcome[:, part], choices, kept, most))
    # Columns find nothing by themselves: whatever is contradictory has gone to a row form.
    findings += [finding for leaf in rows.values() for finding in leaf.findings]
    combined_marks = found[0] if len(found) == 1 else _joined(found)
    return column_sheet(
        scheme,
        table,
        (low, outcome, possible),
        whole,
        combined_marks,
        findings,
        frozenset(marks),
        _silent(prepared, known),
    )


def _silent(prepared: Prepared, known: Array) -> Array:
    """The rows of the units that have sent nothing, as `known_facts.silent_units` has them, but for marks by hand."""
    spoken = np.zeros(known.shape[1], bool)
    if prepared.scheme.ranking.silent == "ranked":
        return np.flatnonzero(spoken)
    for column in prepared.sent:
        spoken |= known[column] != 0
        # Nearly everybody has sent something: a few columns settle it.
        if spoken.all():
            break
    return np.flatnonzero(~spoken) if spoken.any() else np.flatnonzero(spoken)


def _hand(prepared: Prepared, marks: HandMarks) -> Array:
    """Marks set by hand, one a column: the row of the leaf, the unit's row, steps, outcome."""
    if not marks:
        return np.zeros((4, 0), np.int64)
    rows, step, assessed = prepared.tree.rows, 10**prepared.scheme.decimals, held_criteria(prepared.scheme)
    found = [
        (rows[number], row, int(mark.points * step), int(mark.outcome))
        for (row, number), mark in marks.items()
        if number in assessed
    ]
    return np.array(found, np.int64).reshape(-1, 4).T


def _set(hand: Array, low: Array, outcome: Array, start: int, stop: int) -> None:
    if not hand.size:
        return
    here = hand[:, (hand[1] >= start) & (hand[1] < stop)]
    low[here[0], here[1]], outcome[here[0], here[1]] = here[2], here[3]


def _cells(table: Table, codes: Sequence[str]) -> tuple[Array, Array]:
    """All facts and whether they are known, a row a column of the table, the last row unknown."""
    count = len(table.units)
    if table.cells is None or tuple(table.columns) != tuple(codes):
        raise ValueError("the scheme was prepared for another table")
    values, known = table.cells
    shape = (len(codes) + 1, count)
    # A matrix over the memory of the table itself: nothing is copied.
    return np.frombuffer(values, np.int64).reshape(shape), np.frombuffer(known, np.uint8).reshape(shape)


def _others(prepared: Prepared, table: Table, marks: Marks, hand: Array) -> list[Finding]:
    """Score the leaves that have no column form, commune by commune."""
    return [finding for leaf in prepared.others for finding in _by_rows(prepared, leaf, table, marks, {}, hand)]


def _late(
    prepared: Prepared,
    table: Table,
    chunk: Chunk,
    marks: Marks,
    choices: Mapping[str, tuple[Array, Array]],
    kept: Mapping[str, KeptShares],
    hand: Array,
) -> list[Finding]:
    """Score the leaves whose gates look at other criteria, one after the other; `marks` as `_by_rows` has them.

    The chunk is all communes. Its matrices are those of `marks`, or copies that are put back here.
    """
    (low, outcome, possible), findings = marks, list[Finding]()
    planned, rows = {leaf.number: leaf for leaf in prepared.plan.late}, prepared.tree.rows
    combined: dict[str, MarkArrays] = {}
    looked_at = {number for leaf in prepared.late for number in gates_on_criteria(prepared.scheme.criteria, leaf)}
    for leaf in prepared.late:
        numbers = gates_on_criteria(prepared.scheme.criteria, leaf)
        if any(prepared.scheme.criteria[number].parts for number in numbers) and not combined:
            combined = combine_rows(prepared.tree, low, outcome, choices, kept, possible)
        others = {
            number: combined[number] if number in combined else _leaf_marks(rows[number], marks) for number in numbers
        }
        if leaf.number in planned:
            own = planned[leaf.number]
            chunk.score_late(own, others)
            row = rows[leaf.number]
            low[row], outcome[row] = chunk.low[own.position], chunk.outcome[own.position]
        else:
            cells = {
                number: Cells(of.outcome.tolist(), of.low.tolist(), of.high.tolist(), ())
                for number, of in others.items()
            }
            findings += _by_rows(prepared, leaf, table, marks, cells, hand)
        _set(hand, low, outcome, 0, len(table.units))
        # What it is part of has other points now, and may be looked at by the next.
        if any(f"{leaf.number}.".startswith(f"{number}.") for number in looked_at):
            combined = {}
    return findings


def _leaf_marks(row: int, marks: Marks) -> MarkArrays:
    """The marks of a leaf as gates ask for them: outcome and points, which count only where something was scored."""
    low, outcome, possible = marks
    return MarkArrays(outcome[row], low[row], possible.get(row, low[row]), low[row])


def _by_rows(
    prepared: Prepared, leaf: Criterion, table: Table, marks: Marks, others: Mapping[str, Cells], hand: Array
) -> list[Finding]:
    """Score a leaf commune by commune, into the matrices of points and outcomes; marks set by hand are certain."""
    if leaf.number not in held_criteria(prepared.scheme):
        return []
    cells, findings = score_leaf(prepared.scheme, leaf, prepared.methods[leaf.method], table, others)
    row, (low, outcome, possible) = prepared.tree.rows[leaf.number], marks
    low[row], outcome[row] = cells.low, cells.outcome
    scored = np.asarray(cells.outcome) == Outcome.SCORED
    if prepared.methods[leaf.method].peers and (scored & (np.asarray(cells.high) != low[row])).any():
        possible[row] = np.array(cells.high, low.dtype)
        own = hand[:, hand[0] == row]
        possible[row][own[1]] = own[2]
    return findings


def _chosen(choice: Choice, values: Array, known: Array) -> tuple[Array, Array]:
    # An unknown answer stands as 0, which would choose the first part.
    answered = known[choice.column] != 0
    part = np.where(answered, choice.parts[values[choice.column]], -1)
    return part, np.full(len(part), choice.otherwise, np.uint8)


def _kept(factor: ParentFactor, values: Array, known: Array) -> KeptShares:
    answered = known[factor.column] != 0
    answer = np.where(answered, values[factor.column], len(factor.kept) - 1)
    outcome = np.where(answered, int(Outcome.SCORED), factor.otherwise).astype(np.uint8)
    return KeptShares(factor.kept[answer], factor.whole, factor.step, outcome)


def _joined(found: Sequence[Mapping[str, MarkArrays]]) -> dict[str, MarkArrays]:
    def whole(key: str, name: str) -> Array:
        return np.concatenate([getattr(chunk[key], name) for chunk in found])

    names = ("outcome", "low", "high", "reachable")
    return {key: MarkArrays(*(whole(key, name) for name in names)) for key in found[0]}
