"""Leaves scored column by column: whole numbers only, and the row form wherever they could run out of range."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from cchc_score.engine.columns.column_blocks import Block, build_block
from cchc_score.engine.columns.column_contract import is_own, same_as_rows, well_formed
from cchc_score.engine.columns.column_plan import LateLeaf, Plan
from cchc_score.engine.columns.fact_terms import WIDE, Array, OutOfRange, add_up, whole_quotients
from cchc_score.engine.columns.gate_columns import CriterionGate, GateBlock, gate_block
from cchc_score.engine.columns.gate_passes import between, gates_pass
from cchc_score.engine.columns.tree_columns import MarkArrays
from cchc_score.engine.leaves import Leaf
from cchc_score.methods import Marks
from cchc_score.model import Outcome
from cchc_score.sheet import Cells

NARROW = 2**31 - 1
SCORED, NOT_APPLICABLE = int(Outcome.SCORED), int(Outcome.NOT_APPLICABLE)
MISSING, PENDING = int(Outcome.MISSING), int(Outcome.PENDING)


class Chunk:
    """Some neighbouring communes: their facts, and the leaves' points and outcomes as they are found.

    `values` and `known` are (columns, communes); `low`, `outcome` and `den` are (rows of the tree, communes): the
    rows of the plan's leaves are written in place.
    With `den`, points are not rounded: `low` has their numerators, and `den`, all ones at first, their denominators.
    `rows` gives for a leaf's position its row form, `first` is the table's row of the first commune.
    """

    def __init__(
        self,
        plan: Plan,
        values: Array,
        known: Array,
        low: Array,
        outcome: Array,
        den: Array | None,
        rows: Mapping[int, Leaf],
        first: int,
    ) -> None:
        self.plan, self.values, self.known = plan, values, known
        self.low, self.outcome, self.den, self.rows, self.first = low, outcome, den, rows, first
        self.contradictions: list[tuple[int, Array]] = []
        self.by_row: list[int] = []
        self.waiting = {leaf.position for leaf in plan.late}
        self.others: dict[int, Mapping[str, Cells]] = {}

    def score(self) -> None:
        """Score all leaves of the plan."""
        plan = self.plan
        # Rows picked by an array are a copy, so that `&=` below leaves the table's own facts as they are.
        known = self.known[plan.known.first]
        for places, columns in plan.known.more:
            known[places] &= self.known[columns]
        # MISSING and PENDING are numbered above SCORED, so that these unsigned bytes never fall below 0.
        outcome = plan.known.otherwise - known * (plan.known.otherwise - SCORED)
        for place, reported in plan.known.mixed:
            unknown = known[place] == 0
            missing = (self.known[list(reported)] == 0).any(axis=0)
            outcome[place][unknown] = np.where(missing, MISSING, PENDING)[unknown]
        self.outcome[plan.rows] = outcome
        for block in plan.blocks:
            self._block(block)
        self._above_100()
        # Blocks are computed for everybody; an unknown fact stands as 0 there, and its points must not stay.
        self.low *= self.outcome == SCORED
        for gates in plan.gates:
            self._gates(gates)
        self._settle()

    def score_late(self, leaf: LateLeaf, others: Mapping[str, MarkArrays]) -> None:
        """Look at the gates of a leaf; `others` are the marks of the criteria that they name."""
        cells = {number: Cells(marks.outcome, marks.low, marks.high, ()) for number, marks in others.items()}
        self.others[leaf.position] = cells
        for gate in leaf.gates:
            if isinstance(gate, CriterionGate):
                self._gate_on(gate, others[gate.criterion])
            else:
                self._gates(gate)
        self.waiting.discard(leaf.position)
        self._settle()

    def _settle(self) -> None:
        """Score by their row form what columns cannot: it gives a leaf whole, its gates and its finding included."""
        waiting = self.waiting
        # Leaves whose gates look at criteria that are not scored yet wait for those.
        by_row, contradictions = self.by_row, self.contradictions
        self.by_row = [position for position in by_row if position in waiting]
        self.contradictions = [(position, where) for position, where in contradictions if position in waiting]
        # Each commune once, however many of its figures contradict: every look tells its finding.
        communes: dict[int, Array] = {position: np.ones(self.values.shape[1], bool) for position in by_row}
        for position, where in contradictions:
            communes[position] = communes.get(position, np.zeros_like(where)) | where
        for position, where in communes.items():
            for commune in np.flatnonzero(where) if position not in waiting else ():
                self._by_row(position, int(commune))

    def _block(self, block: Block) -> None:
        try:
            facts = [self._fact(block, n) for n in range(len(block.sums))]
        except OverflowError:
            self._too_wide(block)
            return
        # `initial`, because NumPy refuses the maximum of nothing, as of a year without units.
        largest = [None if fact is None else int(fact.max(initial=0)) for fact in facts]
        form = block.entries[0].form
        bound = max(form.bound(block.largest, *largest), block.widest, *(most for most in largest if most is not None))
        share = int(block.shares[2].max()) if block.shares else 1
        if self.den is not None:
            # What is not rounded is a numerator, brought to the steps of the scheme as it stands.
            share *= block.entries[0].step
        # Parts are added up to be held against their whole.
        if max(bound * share, sum(most for most in largest if most is not None)) >= WIDE:
            self._too_wide(block)
            return
        # Half the width is nearly twice as fast, and the figures of most rules fit.
        size: Any = np.int32 if bound * share <= NARROW else np.int64
        sized = [fact if fact is None else fact.astype(size, copy=False) for fact in facts]
        self._above_whole(block, sized)
        marks = form.function(block.constants[size], *sized) if is_own(form) else self._checked(block, size, sized)
        if marks is None:
            self.by_row += [entry.position for entry in block.entries]
            return
        num, den = marks.num, marks.den
        if block.shares is not None:
            columns, kept, whole = block.shares
            # The answer after the last is that of whoever gave none.
            answer = np.where(self.known[columns] != 0, self.values[columns], kept.shape[1] - 1)
            num = num * np.take_along_axis(kept, answer, 1).astype(size)
            den = den * whole[:, :1].astype(size)
        if self.den is None:
            # The only division: half up, in whole numbers. What half of an odd `den` loses reaches no whole number.
            num = num if isinstance(den, int) and den == 1 else whole_quotients(num + (den >> 1), den, bound * share)
        else:
            self.den[block.rows] = den
        step, num = block.entries[0].step, np.asarray(num).astype(self.low.dtype, copy=False)
        self.low[block.rows] = num if step == 1 else num * step
        if marks.applicable is not None:
            outcome = self.outcome[block.rows]
            # NOT_APPLICABLE is 0, and a product with a mask is quicker than a choice.
            self.outcome[block.rows] = outcome * (marks.applicable | (outcome != SCORED))

    def _checked(self, block: Block, size: Any, facts: Sequence[Array | None]) -> Marks | None:
        """What a plugin's column form gives; None where it fails or is not what the row form gives."""
        step, shape = block.entries[0].step, (len(block.entries), self.values.shape[1])
        try:
            marks = block.entries[0].form.function(block.constants[size], *facts)
        # Its row form is the method, and tells what is wrong with it.
        except Exception:
            return None
        scored = self.outcome[block.rows] == SCORED
        leaves = [self.rows[entry.position] for entry in block.entries]
        unit = 10 ** leaves[0].decimals
        if not well_formed(marks, shape, scored, self.plan.most[block.rows] // step):
            return None
        return marks if same_as_rows(marks, leaves, unit, scored, self.first) else None

    def _above_whole(self, block: Block, facts: Sequence[Array | None]) -> None:
        """Note the communes whose parts are together more than their whole."""
        for parts, whole in block.entries[0].within:
            added: Any = facts[parts[0]]
            for part in parts[1:]:
                added = added + facts[part]
            wrong = added > facts[whole]
            if not wrong.any():
                continue
            # An unknown whole stands as 0 here: what waits for a figure contradicts nothing yet.
            wrong &= self.outcome[block.rows] <= SCORED
            for row in np.flatnonzero(wrong.any(axis=1)):
                self.contradictions.append((block.entries[row].position, wrong[row]))

    def _above_100(self) -> None:
        """Note the communes one of whose percentages is more than the whole."""
        for percent in self.plan.percents:
            wrong = self.values[percent.column] > percent.most
            if wrong.any():
                self.contradictions += [(position, wrong) for position in percent.positions]

    def _fact(self, block: Block, n: int) -> Array | None:
        """The facts of one parameter for all leaves of a block; a contradictory one is noted, and 0 here."""
        sums = block.sums[n]
        if sums is None:
            return None
        facts = add_up(self.values, sums)
        for row in block.contradictable:
            entry = block.entries[row]
            # Written in place: sums are no view of the facts.
            facts[row] = self._consistent(entry.position, entry.most[n], facts[row])
        return facts

    def _consistent(self, position: int, most: int | None, values: Array) -> Array:
        wrong = values < 0
        if most is not None:
            wrong |= values > most
        if not wrong.any():
            return values
        # Of what is not known a part may stand without its whole: that contradicts nothing.
        told = wrong & (self.outcome[position] <= SCORED)
        if told.any():
            self.contradictions.append((position, told))
        return np.where(wrong, 0, values)

    def _too_wide(self, block: Block) -> None:
        # One leaf with large figures must not send all others of its block to the rows.
        if len(block.entries) > 1:
            for entry in block.entries:
                self._block(build_block([entry]))
            return
        self.by_row.append(block.entries[0].position)

    def _by_row(self, position: int, column: int) -> None:
        leaf = self.rows[position]
        leaf.leaf_gates.others = self.others.get(position, leaf.others)
        outcome, low, _, _ = leaf.result(self.first + column)
        self.outcome[position, column] = int(outcome)
        if max(low.numerator, low.denominator) >= WIDE:
            raise OutOfRange
        self.low[position, column] = low.numerator
        if self.den is not None:
            self.den[position, column] = low.denominator

    def _gates(self, block: GateBlock) -> None:
        """Write over points and outcomes where gates do not hold, or a figure that they ask for is unknown."""
        try:
            passed, wrong = gates_pass(block, self.values)
        except OverflowError:
            # One gate with large figures must not send all others of its block to the rows.
            if len(block.gates) > 1:
                for gate in block.gates:
                    self._gates(gate_block([gate]))
            else:
                self.by_row.append(block.first.position)
            return
        others, reported = (self._all_known(columns, passed) for columns in (block.others, block.reported))
        known, closed = others & reported, ~passed
        if wrong is not None and wrong.any():
            wrong &= known
            self.contradictions += zip(block.rows.tolist(), wrong, strict=True)
        # Products with masks, which NumPy computes in a tenth of the time of choices.
        low, outcome = self.low[block.rows] * (passed & known), self.outcome[block.rows] * (passed & known)
        if block.first.otherwise == "full":
            low += (closed & known) * self.plan.most[block.rows].astype(low.dtype)
        # The outcome of 0 is NOT_APPLICABLE.
        if block.first.otherwise != "not_applicable":
            outcome += (closed & known) * np.uint8(SCORED)
        # Missing weighs more than pending, and both more than a gate that is closed.
        outcome += ~reported * np.uint8(MISSING) + (reported & ~others) * np.uint8(PENDING)
        self.low[block.rows], self.outcome[block.rows] = low, outcome
        if self.den is not None:
            self.den[block.rows] = self.den[block.rows] * passed + closed

    def _all_known(self, columns: Sequence[Array], like: Array) -> Array:
        """Whether all of some columns are known, a row a gate; every gate has one of each turn."""
        known = np.ones(like.shape, bool)
        for turn in columns:
            known &= self.known[turn] != 0
        return known

    def _gate_on(self, gate: CriterionGate, other: MarkArrays) -> None:
        """A gate on another criterion, by its outcome and its points in steps."""
        reason, applies = other.outcome.copy(), other.outcome == SCORED
        if gate.ends:
            # What does not apply hinders nothing; and while peers are unknown points are no number yet.
            passed = ~applies | between(gate.ends, gate.largest, other.low.astype(np.int64), None)
            reason[applies & (other.low != other.high)] = MISSING
        else:
            passed = applies == gate.applies
        outcome, low = self.outcome[gate.position], self.low[gate.position]
        waits = reason > SCORED
        closed = ~passed & ~waits
        outcome[closed] = NOT_APPLICABLE if gate.otherwise == "not_applicable" else SCORED
        low[closed] = int(self.plan.most[gate.position, 0]) if gate.otherwise == "full" else 0
        outcome[waits], low[waits] = reason[waits], 0
