"""Leaves scored column by column: whole numbers only, and the row form wherever they could run out of range."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from cchc_score.engine.leaves import Leaf
from cchc_score.engine.plan import Array, Block, GateTerms, Plan, Terms, block
from cchc_score.model import Outcome

NARROW, WIDE = 2**31 - 1, 2**62
SCORED, NOT_APPLICABLE = int(Outcome.SCORED), int(Outcome.NOT_APPLICABLE)
MISSING, PENDING = int(Outcome.MISSING), int(Outcome.PENDING)


class Chunk:
    """Some neighbouring communes: their facts, and the leaves' points and outcomes as they are found.

    `values` and `known` are (columns, communes); `low` and `outcome` are (leaves, communes), written in place.
    `rows` gives for a leaf's place its row form, `first` is the table's row of the first commune.
    """

    def __init__(
        self, plan: Plan, values: Array, known: Array, low: Array, outcome: Array, rows: Mapping[int, Leaf], first: int
    ) -> None:
        self.plan, self.values, self.known = plan, values, known
        self.low, self.outcome, self.rows, self.first = low, outcome, rows, first
        self.contradictions: list[tuple[int, Array]] = []

    def score(self) -> None:
        """Score all leaves of the plan."""
        plan = self.plan
        known = self.known[plan.known.first]
        for places, columns in plan.known.more:
            known[places] &= self.known[columns]
        self.outcome[:] = plan.known.otherwise - known * (plan.known.otherwise - SCORED)
        for place, reported in plan.known.mixed:
            unknown = known[place] == 0
            missing = (self.known[list(reported)] == 0).any(axis=0)
            self.outcome[place][unknown] = np.where(missing, MISSING, PENDING)[unknown]
        for one in plan.blocks:
            self._block(one)
        self.low *= self.outcome == SCORED
        for gate in plan.gates:
            self._gate(gate)
        for place, where in self.contradictions:
            for column in np.flatnonzero(where):
                self._by_row(place, int(column))

    def _block(self, one: Block) -> None:
        try:
            facts = [self._fact(one, n) for n in range(len(one.simple))]
        except OverflowError:
            self._too_wide(one)
            return
        largest = [None if fact is None else int(fact.max(initial=0)) for fact in facts]
        form = one.entries[0].form
        bound = max(form.bound(one.largest, *largest), one.widest, *(most for most in largest if most is not None))
        share = int(one.shares[2].max()) if one.shares else 1
        if bound * share >= WIDE:
            self._too_wide(one)
            return
        size: Any = np.int32 if bound * share <= NARROW else np.int64
        sized = [fact if fact is None else fact.astype(size, copy=False) for fact in facts]
        marks = form.function(one.constants[size], *sized)
        num, den = marks.num, marks.den
        if one.shares is not None:
            columns, kept, whole = one.shares
            answer = self.values[columns]
            num = num * np.take_along_axis(kept, answer, 1).astype(size)
            den = den * whole[:, :1].astype(size)
        # The only division: half up, in whole numbers.
        points = num if isinstance(den, int) and den == 1 else (2 * num + den) // (2 * den)
        self.low[one.rows] = points
        if marks.applicable is not None:
            places = one.rows
            self.outcome[places] = np.where(
                marks.applicable | (self.outcome[places] != SCORED), self.outcome[places], NOT_APPLICABLE
            )

    def _fact(self, one: Block, n: int) -> Array | None:
        """The facts of one parameter for all leaves of a block; a contradictory one is noted, and 0 here."""
        simple = one.simple[n]
        if simple is not None:
            facts: Array = self.values[simple]
        elif one.entries[0].terms[n] is None:
            return None
        else:
            facts = np.stack([self._sum(entry.terms[n] or ()) for entry in one.entries])
        for row in one.contradictable:
            entry = one.entries[row]
            facts[row] = self._consistent(entry.place, entry.most[n], facts[row])
        return facts

    def _consistent(self, place: int, most: int | None, values: Array) -> Array:
        wrong = values < 0
        if most is not None:
            wrong |= values > most
        if wrong.any():
            self.contradictions.append((place, wrong))
            return np.where(wrong, 0, values)
        return values

    def _sum(self, terms: Terms) -> Array:
        """A signed sum of columns; an OverflowError where it could leave the range."""
        if sum(abs(factor) * int(self.values[column].max(initial=0)) for column, factor in terms) >= WIDE:
            raise OverflowError
        total = np.zeros(self.values.shape[1], np.int64)
        for column, factor in terms:
            total += factor * self.values[column]
        return total

    def _too_wide(self, one: Block) -> None:
        if len(one.entries) > 1:
            for entry in one.entries:
                self._block(block([entry]))
            return
        place = one.entries[0].place
        for column in range(self.values.shape[1]):
            self._by_row(place, column)

    def _by_row(self, place: int, column: int) -> None:
        outcome, low, _, _ = self.rows[place].result(self.first + column)
        self.outcome[place, column] = int(outcome)
        self.low[place, column] = low

    def _gate(self, gate: GateTerms) -> None:
        try:
            value = self._sum(gate.terms)
        except OverflowError:
            for column in range(self.values.shape[1]):
                self._by_row(gate.place, column)
            return
        if gate.answers is None and (value < 0).any():
            self.contradictions.append((gate.place, value < 0))
        passed = value >= gate.limit if gate.answers is None else np.isin(value, gate.answers)
        missing = (self.known[list(gate.reported)] == 0).any(axis=0)
        pending = (self.known[list(gate.others)] == 0).any(axis=0)
        closed = ~passed & ~missing & ~pending
        full = gate.otherwise == "full"
        outcome, low = self.outcome[gate.place], self.low[gate.place]
        outcome[closed] = NOT_APPLICABLE if gate.otherwise == "not_applicable" else SCORED
        low[closed] = int(self.plan.most[gate.place, 0]) if full else 0
        for absent, word in ((pending, PENDING), (missing, MISSING)):
            outcome[absent] = word
            low[absent] = 0
