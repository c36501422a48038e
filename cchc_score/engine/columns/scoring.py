"""A score sheet in columns: the same marks as commune by commune, in a fraction of the time."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np

from cchc_score.engine.columns.column_sheet import column_sheet
from cchc_score.engine.columns.exact_sheet import bounds, exact_sheet
from cchc_score.engine.columns.fact_terms import WIDE, Array, OutOfRange
from cchc_score.engine.columns.leaf_columns import Chunk
from cchc_score.engine.columns.prepared import Choice, ParentFactor, Prepared
from cchc_score.engine.columns.tree_columns import KeptShares, LeafMarks, MarkArrays, combine_rows
from cchc_score.engine.combine import held_criteria
from cchc_score.engine.leaf_order import gates_on_criteria
from cchc_score.engine.leaves import Leaf, score_leaf
from cchc_score.facts import Table
from cchc_score.findings import Finding
from cchc_score.model import Criterion, Outcome
from cchc_score.sheet import Cells, HandMarks, ScoreSheet, plain_steps

CHUNK = 16384
"""How many communes are scored at a time: their facts stay near the processor."""
SCORED = int(Outcome.SCORED)


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

    A ValueError for a table with other columns; OutOfRange where its figures leave the range of 64 bits.
    """
    tree, count = prepared.tree, len(table.units)
    values, known = _cells(table, prepared.codes)
    low = np.zeros((tree.size, count), prepared.dtype)
    outcome = np.zeros((tree.size, count), np.uint8)
    den = np.ones((tree.size, count), np.int64) if prepared.exact else None
    leaves = LeafMarks(low, outcome, den, {})
    # Before the chunks, whose parents add these leaves up.
    hand = _hand(prepared, marks)
    findings = _others(prepared, table, leaves, hand)
    rows = Rows(prepared, table)
    found: list[dict[str, MarkArrays]] = []
    above: list[dict[str, MarkArrays]] = []
    # One chunk at least: the sheet of a year without units has columns too, if empty ones.
    # What waits for other criteria is scored once all of them are there, for everybody at once.
    size = max(count, 1) if prepared.late else CHUNK
    for start in range(0, max(count, 1), size):
        part = slice(start, min(start + size, count))
        chunk = Chunk(
            plan=prepared.plan,
            values=values[:, part],
            known=known[:, part],
            low=low[:, part],
            outcome=outcome[:, part],
            den=None if den is None else den[:, part],
            rows=rows,
            first=start,
        )
        chunk.score()
        # Before parents add up: they count what a person has set.
        _set(hand, leaves, start, part.stop)
        choices = {choice.number: _chosen(choice, values[:, part], known[:, part]) for choice in prepared.choices}
        kept = {factor.number: _kept(factor, values[:, part], known[:, part]) for factor in prepared.factors}
        if prepared.late:
            findings += _late(prepared, table, chunk, leaves, choices, kept, hand)
        if den is None:
            possible = {row: points[part] for row, points in leaves.possible.items()}
            found.append(combine_rows(tree, low[:, part], outcome[:, part], choices, kept, possible, parents=False))
        else:
            least, most = bounds(low[:, part], den[:, part], prepared.shift)
            # The most that a penalty may take is the least that its unit may have.
            fined = list(prepared.fined)
            least[fined], most[fined] = most[fined], least[fined]
            found.append(combine_rows(tree, least, outcome[:, part], choices, {}, {}))
            above.append(combine_rows(tree, most, outcome[:, part], choices, {}, {}))
    # Columns find nothing by themselves: whatever is contradictory has gone to a row form.
    findings += [finding for leaf in rows.values() for finding in leaf.findings]
    rest: dict[str, Any] = {
        "scheme": prepared.scheme,
        "table": table,
        "tree": tree,
        "leaves": leaves,
        "findings": findings,
        "by_hand": frozenset(marks),
        "silent": _silent(prepared, known),
    }
    if den is None:
        return column_sheet(marks=_joined(found), **rest)
    lower, upper = _joined(found), _joined(above)
    return exact_sheet(marks={key: (lower[key], upper[key]) for key in lower}, shift=prepared.shift, **rest)


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
    # Points are whole steps, and a product of fractions would look for a common divisor.
    found = [
        (rows[number], row, points.numerator * step // points.denominator, int(outcome))
        for (row, number), (outcome, points) in marks.items()
        if number in assessed
    ]
    return np.array(found, np.int64).reshape(-1, 4).T


def _set(hand: Array, leaves: LeafMarks, start: int, stop: int) -> None:
    if not hand.size:
        return
    rows, units, steps, outcome = hand[:, (hand[1] >= start) & (hand[1] < stop)]
    leaves.low[rows, units], leaves.outcome[rows, units] = steps, outcome
    if leaves.den is not None:
        leaves.den[rows, units] = 1


def _cells(table: Table, codes: Sequence[str]) -> tuple[Array, Array]:
    """All facts and whether they are known, a row a column of the table, the last row unknown."""
    count = len(table.units)
    if table.cells is None or tuple(table.columns) != tuple(codes):
        raise ValueError("the scheme was prepared for another table")
    values, known = table.cells
    shape = (len(codes) + 1, count)
    # A matrix over the memory of the table itself: nothing is copied.
    return np.frombuffer(values, np.int64).reshape(shape), np.frombuffer(known, np.uint8).reshape(shape)


def _others(prepared: Prepared, table: Table, marks: LeafMarks, hand: Array) -> list[Finding]:
    """Score the leaves that have no column form, commune by commune."""
    return [finding for leaf in prepared.others for finding in _by_rows(prepared, leaf, table, marks, {}, hand)]


def _late(
    prepared: Prepared,
    table: Table,
    chunk: Chunk,
    marks: LeafMarks,
    choices: Mapping[str, tuple[Array, Array]],
    kept: Mapping[str, KeptShares],
    hand: Array,
) -> list[Finding]:
    """Score the leaves whose gates look at other criteria, one after the other; `marks` as `_by_rows` has them.

    The chunk is all communes, and its matrices are those of `marks`.
    """
    low, outcome, findings = marks.low, marks.outcome, list[Finding]()
    planned, rows = {leaf.number: leaf for leaf in prepared.plan.late}, prepared.tree.rows
    combined: dict[str, MarkArrays] = {}
    looked_at = {number for leaf in prepared.late for number in gates_on_criteria(prepared.scheme.criteria, leaf)}
    for leaf in prepared.late:
        numbers = gates_on_criteria(prepared.scheme.criteria, leaf)
        if any(prepared.scheme.criteria[number].parts for number in numbers) and not combined:
            combined = combine_rows(prepared.tree, low, outcome, choices, kept, marks.possible)
        others = {
            number: combined[number] if number in combined else _leaf_marks(rows[number], marks) for number in numbers
        }
        if leaf.number in planned:
            chunk.score_late(planned[leaf.number], others)
        else:
            cells = {
                number: Cells(of.outcome.tolist(), of.low.tolist(), of.high.tolist(), ())
                for number, of in others.items()
            }
            findings += _by_rows(prepared, leaf, table, marks, cells, hand)
        _set(hand, marks, 0, len(table.units))
        # What it is part of has other points now, and may be looked at by the next.
        if any(f"{leaf.number}.".startswith(f"{number}.") for number in looked_at):
            combined = {}
    return findings


def _leaf_marks(row: int, marks: LeafMarks) -> MarkArrays:
    """The marks of a leaf as gates ask for them: outcome and points, which count only where something was scored."""
    low = marks.low[row]
    return MarkArrays(marks.outcome[row], low, marks.possible.get(row, low), low)


def _by_rows(
    prepared: Prepared, leaf: Criterion, table: Table, marks: LeafMarks, others: Mapping[str, Cells], hand: Array
) -> list[Finding]:
    """Score a leaf commune by commune, into the matrices of points and outcomes; marks set by hand are certain."""
    if leaf.number not in held_criteria(prepared.scheme):
        return []
    cells, findings = score_leaf(prepared.scheme, leaf, prepared.methods[leaf.method], table, others)
    row, low = prepared.tree.rows[leaf.number], marks.low
    marks.outcome[row] = cells.outcome
    if marks.den is not None:
        points = [plain_steps(steps) for steps in cells.low]
        if any(max(each.numerator, each.denominator) >= WIDE for each in points):
            raise OutOfRange
        marks.den[row] = [each.denominator for each in points]
    low[row] = [steps.numerator for steps in cells.low]
    scored = np.asarray(cells.outcome) == Outcome.SCORED
    if prepared.methods[leaf.method].peers and (scored & (np.asarray(cells.high) != np.asarray(cells.low))).any():
        if marks.den is not None:
            raise OutOfRange
        marks.possible[row] = np.array(cells.high, low.dtype)
        own = hand[:, hand[0] == row]
        marks.possible[row][own[1]] = own[2]
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

    if len(found) == 1:
        return dict(found[0])
    names = ("outcome", "low", "high", "reachable")
    return {key: MarkArrays(*(whole(key, name) for name in names)) for key in found[0]}
