"""The gates of a leaf: conditions on facts or on other criteria that a unit must meet before the rule is asked."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from cchc_score.engine.contradictions import Contradiction, above_100, names_of
from cchc_score.engine.known_facts import answer_of, unknown_outcome
from cchc_score.engine.leaf_points import LeafPoints, Result
from cchc_score.facts import Table, total
from cchc_score.model import Gate, Outcome, gates_before
from cchc_score.sheet import Cells, plain_steps

NO_OTHERS: Mapping[str, Cells] = MappingProxyType({})


class LeafGates:
    """The gates of one leaf criterion over one table.

    `others` are the marks of the criteria that gates look at; a gate on one that is not among them stands open.
    """

    def __init__(self, points: LeafPoints, table: Table, others: Mapping[str, Cells]) -> None:
        self.points, self.table, self.others = points, table, others
        self.scheme, self.criterion = points.scheme, points.criterion
        self.gates = gates_before(self.scheme.criteria, self.criterion)

    def first_shut(self, row: int) -> tuple[Gate, Result | Contradiction] | None:
        """The first gate that is not open, and what the unit gets by it."""
        for gate in self.gates:
            decided = self.result_of(gate, row)
            if decided is not None:
                return gate, decided
        return None

    def result_of(self, gate: Gate, row: int) -> Result | Contradiction | None:
        """What a unit gets whose gate is closed, unknown or contradicted; None where it is open."""
        passed = self._passed_by_criterion(gate, row) if gate.criterion else self._passed_by_facts(gate, row)
        if not isinstance(passed, bool):
            return passed
        if passed:
            return None
        if gate.otherwise == "not_applicable":
            return Outcome.NOT_APPLICABLE, 0, 0, 0
        return self.points.rounded(self.criterion.max_points if gate.otherwise == "full" else Fraction(0))

    def _passed_by_facts(self, gate: Gate, row: int) -> bool | Result | Contradiction:
        absent = unknown_outcome(self.scheme, self.table, row, gate.refs)
        if absent is not None:
            return self.points.none_yet(absent)
        impossible = above_100(self.scheme.indicators, self.table, row, gate.refs)
        if impossible is not None:
            return impossible
        if gate.fact is not None and gate.bounds is None:
            return answer_of(self.table, row, gate.fact) in gate.answers
        amounts = [total(self.table, row, ref) for ref in gate.refs]
        for ref, amount in zip(gate.refs, amounts, strict=True):
            if amount < 0:
                return Contradiction(
                    "fact-sum-negative", {"facts": names_of(self.scheme.indicators, ref), "value": amount}
                )
        assert gate.bounds is not None
        if gate.whole is None:
            return gate.bounds.hold(amounts[0])
        # Of nothing no share can be asked: then what the rule says of nothing decides.
        return amounts[1] == 0 or gate.bounds.hold(100 * amounts[0], amounts[1])

    def _passed_by_criterion(self, gate: Gate, row: int) -> bool | Result:
        cells = self.others.get(gate.criterion)
        if cells is None:
            return True
        outcome = Outcome(int(cells.outcome[row]))
        if outcome > Outcome.SCORED:
            return self.points.none_yet(outcome)
        applies = outcome == Outcome.SCORED
        if gate.bounds is None:
            return applies == gate.applies
        if applies and cells.high[row] != cells.low[row]:
            # While peers are unknown such points are no number yet that could be held against another.
            return self.points.none_yet(Outcome.MISSING)
        # What does not apply hinders nothing, here as in a parent.
        return not applies or gate.bounds.hold(
            Fraction(plain_steps(cells.low[row])), Fraction(10**self.scheme.decimals)
        )
