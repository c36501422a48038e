"""Why one unit has what it has of one criterion: everything that is known about it, gathered before it is worded."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.appraisal.nouns import Claim, Entry, Explanation
from cchc_score.appraisal.stages import Stages
from cchc_score.engine import Breach, Leaf
from cchc_score.explain import unheld, used
from cchc_score.methods import Method
from cchc_score.model import Criterion
from cchc_score.reasons.full_marks import Change, changes
from cchc_score.sheet import Mark, ScoreSheet


@dataclass(frozen=True, slots=True)
class Why:
    """A criterion of a unit: its mark, the exact points that its rule gives, and what people did about it.

    `exact` is None where the rule did not decide, or does not apply. `full` are the changes that alone would have
    given full points, `best` the units of its group that the rule gives most, where it compares them. `entries` are
    all entries about it, with how each stands at the stage: 'applied', 'replaced', 'refused', 'later' or 'overruled'.
    """

    criterion: Criterion
    row: int
    mark: Mark
    by_hand: bool
    exact: Fraction | None
    full: tuple[Change, ...]
    best: tuple[int, ...]
    claim: Claim | None
    entries: tuple[tuple[Entry, str], ...]
    explanations: tuple[Explanation, ...]


class Reasons:
    """The reasons of a score sheet, criterion by criterion; a rule is prepared once for all units."""

    def __init__(
        self, sheet: ScoreSheet, methods: Mapping[str, Method], stages: Stages | None = None, stage: str = "final"
    ) -> None:
        self._sheet, self._methods, self._stages = sheet, methods, stages
        self._penalties = {area.code for area in sheet.scheme.areas if area.kind == "penalty"}
        self._leaves: dict[str, Leaf] = {}
        self._by_unit: dict[str, list[tuple[Entry, str]]] = {}
        for entry, ended in stages.endings(stage) if stages else ():
            self._by_unit.setdefault(entry.unit, []).append((entry, ended))

    def why(self, row: int, number: str) -> Why:
        """Why a unit has what it has of a criterion."""
        sheet, criterion = self._sheet, self._sheet.scheme.criteria[number]
        mark = sheet.mark(row, sheet.criteria[number])
        entries = self._entries(row, criterion)
        ids = {entry.id for entry, _ in entries}
        answered = self._stages.explanations if self._stages else ()
        unit = sheet.table.units[row].code
        return Why(
            criterion,
            row,
            mark,
            (row, number) in sheet.by_hand,
            self._exact(row, criterion),
            self._full(row, criterion, mark),
            self._best(row, criterion),
            self._stages.claims.get((row, number)) if self._stages else None,
            entries,
            tuple(one for one in answered if one.unit == unit and one.entry in ids),
        )

    def leaf(self, number: str) -> Leaf:
        """A leaf's rule over the facts of the sheet."""
        if number not in self._leaves:
            criterion = self._sheet.scheme.criteria[number]
            method = self._methods[criterion.method]
            self._leaves[number] = Leaf(self._sheet.scheme, criterion, method, self._sheet.table)
        return self._leaves[number]

    def _exact(self, row: int, criterion: Criterion) -> Fraction | None:
        if criterion.parts or unheld(self._sheet.scheme, criterion) is not None:
            return None
        leaf = self.leaf(criterion.number)
        try:
            return leaf.exact(row, leaf.values(row)) if leaf.ruled(row) else None
        except Breach:
            return None

    def _full(self, row: int, criterion: Criterion, mark: Mark) -> tuple[Change, ...]:
        """Nobody strives for full points of a penalty, and no figure changes a mark that a person set."""
        if (row, criterion.number) in self._sheet.by_hand:
            return ()
        if criterion.parts or mark.low == mark.reachable or criterion.area in self._penalties:
            return ()
        return changes(self.leaf(criterion.number), row)

    def _best(self, row: int, criterion: Criterion) -> tuple[int, ...]:
        if criterion.parts or not self._methods[criterion.method].peers:
            return ()
        leaf = self.leaf(criterion.number)
        own = [other for other in range(len(leaf.groups)) if leaf.groups[other] == leaf.groups[row]]
        points = {other: self._exact(other, criterion) for other in own if self._sheet.table.units[other].ranked}
        most = max((one for one in points.values() if one is not None), default=None)
        return tuple(other for other, one in points.items() if one is not None and one == most)

    def _entries(self, row: int, criterion: Criterion) -> tuple[tuple[Entry, str], ...]:
        facts = used(criterion, self._methods)
        own = self._by_unit.get(self._sheet.table.units[row].code, [])
        found = [
            (one, ended)
            for one, ended in own
            if one.criterion == criterion.number or (one.indicator and one.indicator in facts)
        ]
        return tuple(sorted(found, key=lambda pair: (pair[0].round, pair[0].on, pair[0].id)))
