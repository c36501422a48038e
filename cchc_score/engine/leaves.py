"""Leaf criteria, scored unit by unit with the row forms: the specification that every other form is held against."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from cchc_score.engine.calls import Breach, call
from cchc_score.facts import Origin, Table, total
from cchc_score.findings import Finding, Place, Words
from cchc_score.methods import UNDECLARED, Method, Rule, most_of
from cchc_score.model import Criterion, FactRef, Gate, Outcome, Scheme
from cchc_score.points import round_half_up
from cchc_score.sheet import Cells, Steps

MOST_NAMES = 5
Result = tuple[Outcome, Steps, Steps, Steps]


def groups_of(scheme: Scheme, table: Table) -> list[Hashable]:
    """The ranking group of each unit."""
    return [unit.kind if scheme.ranking.group_by == "kind" else "" for unit in table.units]


def score_leaf(scheme: Scheme, criterion: Criterion, method: Method, table: Table) -> tuple[Cells, list[Finding]]:
    """One leaf for all units, and what was found while scoring it."""
    leaf = Leaf(scheme, criterion, method, table)
    results = [leaf.result(row) for row in range(len(table.units))]
    columns = tuple(zip(*results, strict=True)) if results else ((), (), (), ())
    return Cells(*columns), leaf.findings


class Leaf:
    """One leaf criterion of one scheme over one table."""

    def __init__(self, scheme: Scheme, criterion: Criterion, method: Method, table: Table) -> None:
        self.scheme, self.criterion, self.method, self.table = scheme, criterion, method, table
        asked = method.asked(criterion.settings)
        self.names = tuple(one.name for one in asked)
        self.refs = tuple(one.ref for one in asked)
        self.numbers = tuple(one.number for one in asked)
        self.findings: list[Finding] = []
        self.max_steps = int(criterion.max_points * 10**scheme.decimals)
        bare = Rule(criterion.number, criterion.max_points, criterion.settings, scheme.decimals)
        self.most = most_of(method, bare)
        self.groups = groups_of(scheme, table)
        alone = replace(bare, peers=UNDECLARED)
        self.rules: Mapping[Hashable, Rule] = dict.fromkeys(self.groups, alone)
        if method.peers:
            self.rules = {group: self._with_peers(bare, group) for group in self.rules}
            self._tell_unknown_peers()

    def result(self, row: int) -> Result:
        """The outcome and points of one unit."""
        before = self._before_rule(row)
        if before is not None:
            return before
        values = self.values(row)
        contradiction = self._contradiction(values)
        if contradiction is not None:
            self._find(*contradiction, row)
            return self._without_points(Outcome.MISSING)
        try:
            points = self.exact(row, values)
        except Breach as breach:
            self._failed(row, breach)
            return self._without_points(Outcome.FAILED)
        return (Outcome.NOT_APPLICABLE, 0, 0, 0) if points is None else self._points(points)

    def _before_rule(self, row: int) -> Result | None:
        """What a closed gate or an unknown fact gives; None where the rule decides."""
        treatment = None if self.criterion.gate is None else self._gate(self.criterion.gate, row)
        if treatment is not None:
            return treatment
        factor = self.criterion.factor
        absent = unknown(self.scheme, self.table, row, (*self.refs, factor.fact if factor else None))
        return None if absent is None else self._without_points(absent)

    def ruled(self, row: int) -> bool:
        """Whether a unit's points come from the rule itself, rather than from a gate or an unknown fact."""
        return self._before_rule(row) is None and self._contradiction(self.values(row)) is None

    def exact(self, row: int, values: tuple[Any, ...]) -> Fraction | None:
        """The points that rule and factor give a unit for some facts, not rounded; a Breach for a broken rule."""
        points = call(self.method, self.rules[self.groups[row]], values)
        factor = self.criterion.factor
        if points is None or factor is None:
            return points
        return points * factor.values[answer(self.table, row, factor.fact)]

    def full(self, row: int, values: tuple[Any, ...]) -> bool:
        """Whether a unit would have full points for some facts, rounded as the scheme says."""
        try:
            points = self.exact(row, values)
        except Breach:
            return False
        return points is not None and self._points(points)[1] == self.max_steps

    def _points(self, points: Fraction) -> Result:
        exact: Steps = points * 10**self.scheme.decimals
        if self.scheme.rounding == "criterion":
            exact = round_half_up(points, self.scheme.decimals)
        return Outcome.SCORED, exact, exact, self.max_steps

    def _without_points(self, outcome: Outcome) -> Result:
        return outcome, 0, self.max_steps, self.max_steps

    def _gate(self, gate: Gate, row: int) -> Result | None:
        absent = unknown(self.scheme, self.table, row, (gate.fact,))
        if absent is not None:
            return self._without_points(absent)
        if gate.at_least is not None:
            value = total(self.table, row, gate.fact)
            if value < 0:
                self._find("fact-sum-negative", {"facts": self._names(gate.fact), "value": value}, row)
                return self._without_points(Outcome.MISSING)
            passed = value >= gate.at_least
        else:
            passed = answer(self.table, row, gate.fact) in gate.answers
        if passed:
            return None
        if gate.otherwise == "not_applicable":
            return Outcome.NOT_APPLICABLE, 0, 0, 0
        return self._points(self.criterion.max_points if gate.otherwise == "full" else Fraction(0))

    def _contradiction(self, values: Sequence[Any]) -> tuple[str, Mapping[str, object]] | None:
        named = zip(self.names, self.refs, self.numbers, values, strict=True)
        for name, ref, is_number, value in named:
            if ref is None or not is_number:
                continue
            if value < 0:
                return "fact-sum-negative", {"facts": self._names(ref), "value": value}
            if name in self.most and value > self.most[name]:
                return "fact-above-most", {"facts": self._names(ref), "value": value, "most": self.most[name]}
        return None

    def _names(self, ref: FactRef) -> tuple[Words, ...]:
        return tuple(self.scheme.indicators[code].words for code in ref.codes)

    def values(self, row: int) -> tuple[Any, ...]:
        """The known facts of a unit, as the rule gets them."""
        return tuple(
            None if ref is None else total(self.table, row, ref) if is_number else self.table.value(row, ref.codes[0])
            for ref, is_number in zip(self.refs, self.numbers, strict=True)
        )

    def _with_peers(self, rule: Rule, group: Hashable) -> Rule:
        rows = [row for row, unit in enumerate(self.table.units) if unit.ranked and self.groups[row] == group]
        known = tuple(
            self.values(row)
            for row in rows
            if (self.criterion.gate is None or self._gate(self.criterion.gate, row) is None)
            and unknown(self.scheme, self.table, row, self.refs) is None
            and self._contradiction(self.values(row)) is None
        )
        return Rule(rule.number, rule.max_points, rule.settings, rule.decimals, known)

    def _tell_unknown_peers(self) -> None:
        """Points relative to the best are only as sure as the figures of everybody who could be the best."""
        absent = sorted(
            unit.label or unit.code
            for row, unit in enumerate(self.table.units)
            if unit.ranked and self._unknown_peer(row)
        )
        if absent and len(absent) < len(self.table.units):
            shown = (*absent[:MOST_NAMES], *(["..."] if len(absent) > MOST_NAMES else []))
            self.findings.append(Finding("peers-unknown", Place(criterion=self.criterion.number), {"units": shown}))

    def _unknown_peer(self, row: int) -> bool:
        """Whether a unit might be the best for all that is known of it; behind a closed gate it is not."""
        gate = self.criterion.gate
        if gate is not None:
            if unknown(self.scheme, self.table, row, (gate.fact,)) is not None:
                return True
            if self._gate(gate, row) is not None:
                return False
        return unknown(self.scheme, self.table, row, self.refs) is not None

    def _failed(self, row: int, breach: Breach) -> None:
        self._find(breach.code, {"method": self.method.name, "detail": breach.detail}, row)

    def _find(self, code: str, args: Mapping[str, object], row: int) -> None:
        unit = self.table.units[row]
        told = (self.table.origins.get((row, code)) for ref in self.refs if ref for code in ref.codes)
        origin = next((one for one in told if one is not None), Origin(""))
        place = replace(origin.place(unit.label or unit.code), criterion=self.criterion.number)
        self.findings.append(Finding(code, place, args))


def unknown(scheme: Scheme, table: Table, row: int, refs: Sequence[FactRef | None]) -> Outcome | None:
    """MISSING or PENDING when any fact asked for is unknown; a missing one weighs more than a pending one."""
    absent = [code for ref in refs if ref for code in ref.codes if not table.known(row, code)]
    if not absent:
        return None
    pending = all(scheme.indicators[code].source != "report" for code in absent)
    return Outcome.PENDING if pending else Outcome.MISSING


def answer(table: Table, row: int, ref: FactRef) -> str:
    """A known answer as its code; yes/no as 'yes' or 'no'."""
    value = table.value(row, ref.codes[0])
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)
