"""Leaf criteria, scored unit by unit with the row forms: the specification that every other form is held against."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from cchc_score.engine.calls import Breach, call
from cchc_score.engine.contradictions import (
    Contradiction,
    RuleFigure,
    above_100,
    above_whole,
    out_of_range,
)
from cchc_score.engine.known_facts import share_kept, unknown_outcome
from cchc_score.engine.leaf_gates import NO_OTHERS, LeafGates
from cchc_score.engine.leaf_points import LeafPoints, Result
from cchc_score.engine.supposed_peers import supposed_peers
from cchc_score.facts import Origin, Table, total
from cchc_score.findings import Finding, Place
from cchc_score.methods import UNDECLARED, Method, Rule, most_of, within_of
from cchc_score.model import Criterion, Factor, Gate, Outcome, Scheme
from cchc_score.sheet import Cells

MOST_NAMES = 5


def groups_of(scheme: Scheme, table: Table) -> list[Hashable]:
    """The ranking group of each unit."""
    return [unit.kind if scheme.ranking.group_by == "kind" else "" for unit in table.units]


def score_leaf(
    scheme: Scheme, criterion: Criterion, method: Method, table: Table, others: Mapping[str, Cells] = NO_OTHERS
) -> tuple[Cells, list[Finding]]:
    """The marks of all units in one leaf, and the findings about them; `others` are the criteria its gates look at."""
    leaf = Leaf(scheme, criterion, method, table, others)
    results = [leaf.result(row) for row in range(len(table.units))]
    columns = tuple(zip(*results, strict=True)) if results else ((), (), (), ())
    return Cells(*columns), leaf.findings


def places_within(
    within: Sequence[tuple[Sequence[str], str]], names: Sequence[str]
) -> tuple[tuple[tuple[int, ...], int], ...]:
    """Parts and wholes by their places among the names that a rule has for its facts."""
    return tuple((tuple(map(names.index, parts)), names.index(whole)) for parts, whole in within)


class Leaf:
    """One leaf criterion of one scheme over one table.

    `others` are the marks of criteria that gates look at; a gate on one that is not among them stands open.
    `findings` begin with what is to be said of the whole group; `result` adds those of a unit. Every other method is
    a question and changes nothing, so that an explanation may ask as often as it likes.
    """

    def __init__(
        self,
        scheme: Scheme,
        criterion: Criterion,
        method: Method,
        table: Table,
        others: Mapping[str, Cells] = NO_OTHERS,
    ) -> None:
        self.scheme, self.criterion, self.method, self.table = scheme, criterion, method, table
        self.points = LeafPoints(scheme, criterion)
        self.leaf_gates = LeafGates(self.points, table, others)
        self.gates = self.leaf_gates.gates
        asked = method.asked(criterion.settings)
        self.names = tuple(parameter.name for parameter in asked)
        self.refs = tuple(parameter.ref for parameter in asked)
        self.numbers = tuple(parameter.number for parameter in asked)
        self._values: tuple[int, tuple[Any, ...]] = -1, ()
        self.max_steps = self.points.max_steps
        self.decimals = scheme.decimals_of(criterion)
        bare = Rule(criterion.number, criterion.max_points, criterion.settings, self.decimals)
        self.most = most_of(method, bare)
        self.within = places_within(within_of(method, bare), self.names)
        self.groups = groups_of(scheme, table)
        # Peers that raise, not an empty group: with that a method that forgot `peers=True` would give wrong points.
        alone = replace(bare, peers=UNDECLARED)
        self.rules: Mapping[Hashable, Rule] = dict.fromkeys(self.groups, alone)
        if method.peers:
            self.rules = {group: self._with_peers(bare, group) for group in self.rules}
        self._unknown = [row for row in range(len(table.units)) if self._unknown_peer(row)] if method.peers else []
        self._open = {group: self._supposed(rule, group) for group, rule in self.rules.items()} if self._unknown else {}
        self.findings: list[Finding] = self._unknown_peers() if method.peers else []

    @property
    def others(self) -> Mapping[str, Cells]:
        """The marks of the criteria that its gates look at."""
        return self.leaf_gates.others

    def result(self, row: int) -> Result:
        """The outcome and points of one unit; what is wrong with them is added to `findings`."""
        decided = self._before_rule(row)
        if decided is None:
            # A method never sees figures that contradict its rule: it need not guard against them.
            values = self.values(row)
            decided = self._contradiction(row, values) or self._by_rule(row, values)
        if isinstance(decided, Contradiction):
            self.findings.append(self._finding(*decided, row))
            return self.points.none_yet(Outcome.MISSING)
        return decided

    def _by_rule(self, row: int, values: tuple[Any, ...]) -> Result:
        try:
            points = self.exact(row, values)
        except Breach as breach:
            args: dict[str, object] = {"method": self.method.name, "detail": breach.detail}
            # For developers, who can see by it where a plugin failed.
            args |= {"trace": breach.trace} if breach.trace else {}
            self.findings.append(self._finding(breach.code, args, row))
            return self.points.none_yet(Outcome.FAILED)
        supposed = self._open.get(self.groups[row], ())
        if supposed is None or supposed:
            return self._between(points, row, values, supposed)
        return (Outcome.NOT_APPLICABLE, 0, 0, 0) if points is None else self.points.rounded(points)

    def _between(
        self, points: Fraction | None, row: int, values: tuple[Any, ...], supposed: Sequence[Rule] | None
    ) -> Result:
        """The ends between which a unit's points lie while figures of its peers are unknown.

        `points` are those that the known peers give, `supposed` the rule with what the others might be; None where
        they might be anything.
        """
        if supposed is None:
            return Outcome.SCORED, 0, self.max_steps, self.max_steps
        try:
            possible = [points, *(self.exact(row, values, rule) for rule in supposed)]
        except Breach:
            return Outcome.SCORED, 0, self.max_steps, self.max_steps
        ends = [one for one in possible if one is not None]
        if not ends:
            return Outcome.NOT_APPLICABLE, 0, 0, 0
        if len(ends) < len(possible):
            # Whether the criterion applies at all hangs on the figures of others.
            return self.points.none_yet(Outcome.MISSING)
        low, high = (self.points.rounded(end)[1] for end in (min(ends), max(ends)))
        return Outcome.SCORED, low, high, self.max_steps

    def _before_rule(self, row: int) -> Result | Contradiction | None:
        """What a closed gate or an unknown fact gives; None where the rule decides."""
        stopped = self.leaf_gates.first_shut(row)
        if stopped is not None:
            return stopped[1]
        factor = self.criterion.factor
        awaited = factor.fact if factor and factor.unsaid is None else None
        absent = unknown_outcome(self.scheme, self.table, row, (*self.refs, awaited))
        return None if absent is None else self.points.none_yet(absent)

    def ruled(self, row: int) -> bool:
        """Whether a unit's points come from the rule: its gate is open, its facts are known and do not contradict."""
        return self._before_rule(row) is None and self._contradiction(row, self.values(row)) is None

    def exact(self, row: int, values: tuple[Any, ...], rule: Rule | None = None) -> Fraction | None:
        """The points that rule and factor give a unit for some facts, not rounded; a Breach for a broken rule."""
        points = call(self.method, rule or self.rules[self.groups[row]], values)
        factor = self.criterion.factor
        if points is None or factor is None:
            return points
        return points * self.share_kept(factor, row)

    def share_kept(self, factor: Factor, row: int) -> Fraction:
        """The share of the points that a factor leaves a unit whose answer is known, or need not be."""
        kept = share_kept(self.scheme, self.table, factor, row)
        assert isinstance(kept, Fraction)
        return kept

    def full_behind(self, row: int, gate: Gate) -> bool:
        """Whether a unit would have full points if one gate of its were open."""
        if any(one is not gate and self.leaf_gates.result_of(one, row) is not None for one in self.gates):
            return False
        factor = self.criterion.factor
        refs = (*self.refs, factor.fact if factor and factor.unsaid is None else None)
        if unknown_outcome(self.scheme, self.table, row, refs) is not None:
            return False
        values = self.values(row)
        return self._contradiction(row, values) is None and self.full(row, values)

    def full(self, row: int, values: tuple[Any, ...], share: Fraction | None = None) -> bool:
        """Whether a unit would have full points for some facts, rounded as the scheme says; with a factor's `share`."""
        try:
            if share is None:
                points = self.exact(row, values)
            else:
                points = call(self.method, self.rules[self.groups[row]], values)
                points = None if points is None else points * share
        except Breach:
            return False
        return points is not None and self.points.rounded(points)[1] == self.max_steps

    def closed_gate(self, row: int) -> Gate | None:
        """The gate that keeps a unit from the rule, where its condition is known not to hold."""
        stopped = self.leaf_gates.first_shut(row)
        if stopped is None or isinstance(stopped[1], Contradiction) or stopped[1][0] > Outcome.SCORED:
            return None
        return stopped[0]

    def most_beside(self, index: int, values: Sequence[Any]) -> Fraction | None:
        """The largest figure at a place of the rule that its whole allows beside the others; None where none does."""
        limits = [
            values[whole] - sum(values[part] for part in parts if part != index)
            for parts, whole in self.within
            if index in parts
        ]
        return min(limits, default=None)

    def _contradiction(self, row: int, values: tuple[Any, ...]) -> Contradiction | None:
        indicators = self.scheme.indicators
        asked = [
            RuleFigure(name, ref, value)
            for name, ref, is_number, value in zip(self.names, self.refs, self.numbers, values, strict=True)
            if is_number
        ]
        return (
            above_100(indicators, self.table, row, self.refs)
            or out_of_range(indicators, asked, self.most)
            or above_whole(indicators, self.refs, values, self.within)
        )

    def values(self, row: int) -> tuple[Any, ...]:
        """The known facts of a unit, as the rule gets them."""
        # An explanation asks for those of one unit several times before it goes on to the next.
        if self._values[0] != row:
            found = (
                None if ref is None else total(self.table, row, ref) if number else self.table.value(row, ref.codes[0])
                for ref, number in zip(self.refs, self.numbers, strict=True)
            )
            self._values = row, tuple(found)
        return self._values[1]

    def _with_peers(self, rule: Rule, group: Hashable) -> Rule:
        rows = [row for row, unit in enumerate(self.table.units) if unit.ranked and self.groups[row] == group]
        known = tuple(self.values(row) for row in rows if self.takes_part(row))
        return Rule(rule.number, rule.max_points, rule.settings, rule.decimals, known)

    def takes_part(self, row: int) -> bool:
        """Whether others are held against a unit: its gate is open, and the rule's own facts are known and right.

        What the answer to a factor keeps of the points matters to the unit alone.
        """
        return (
            self.leaf_gates.first_shut(row) is None
            and unknown_outcome(self.scheme, self.table, row, self.refs) is None
            and self._contradiction(row, self.values(row)) is None
        )

    def _supposed(self, rule: Rule, group: Hashable) -> tuple[Rule, ...] | None:
        """The rule with what unknown peers of a group might be, none where all are known; None for anything."""
        unknown = [row for row in self._unknown if self.groups[row] == group]
        if not unknown:
            return ()
        cases = supposed_peers(self.scheme, self.table, self.refs, self.numbers, unknown)
        return None if cases is None else tuple(replace(rule, peers=(*rule.peers, *case)) for case in cases)

    def _unknown_peers(self) -> list[Finding]:
        """The finding that names ranked units which might be the best, so that everybody's points may change."""
        absent = sorted(unit.label or unit.code for unit in (self.table.units[row] for row in self._unknown))
        # While nobody's figure is known nobody has points either: there is nothing to be unsure of.
        if not absent or len(absent) == len(self.table.units):
            return []
        shown = (*absent[:MOST_NAMES], *(["..."] if len(absent) > MOST_NAMES else []))
        return [Finding("peers-unknown", Place(criterion=self.criterion.number), {"units": shown})]

    def _unknown_peer(self, row: int) -> bool:
        """Whether a ranked unit could still be the best of its group, because a gate or its figures are unknown."""
        if not self.table.units[row].ranked:
            return False
        stopped = self.leaf_gates.first_shut(row)
        if stopped is not None:
            decided = stopped[1]
            return not isinstance(decided, Contradiction) and decided[0] in (Outcome.MISSING, Outcome.PENDING)
        return unknown_outcome(self.scheme, self.table, row, self.refs) is not None

    def _finding(self, code: str, args: Mapping[str, object], row: int) -> Finding:
        """A finding about a unit, where the first of the leaf's facts stands that has an origin."""
        unit = self.table.units[row]
        origins = (self.table.origins.get((row, fact)) for ref in self.refs if ref for fact in ref.codes)
        origin = next((known for known in origins if known is not None), Origin(""))
        place = replace(origin.place(unit.label or unit.code), criterion=self.criterion.number)
        return Finding(code, place, args)
