"""What the entries of a round start from: the state in which it began, or what another of its entries has set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_score.appraisal.nouns import Entry, Known, State
from cchc_score.appraisal.stages import Stages
from cchc_score.engine import score
from cchc_score.facts import Table
from cchc_score.findings import Finding
from cchc_score.sheet import HandMark, ScoreSheet


@dataclass(frozen=True, slots=True)
class Base:
    """The state of a year in which a round began, and the entries of the round that count, by their targets."""

    sheet: ScoreSheet
    counted: Mapping[tuple[str, str], Entry]

    @property
    def table(self) -> Table:
        """The facts with which the round began."""
        return self.sheet.table

    def mark(self, row: int, criterion: str) -> State:
        """The old value of an entry about a criterion of a unit."""
        other = self.counted.get((self.table.units[row].code, criterion))
        if other is not None:
            return other.new
        mark = self.sheet.mark(row, self.sheet.criteria[criterion])
        return HandMark(mark.outcome, mark.low)

    def fact(self, row: int, indicator: str) -> State:
        """The old value of an entry about a fact of a unit."""
        other = self.counted.get((self.table.units[row].code, indicator))
        if other is not None:
            return other.new
        return Known(self.table.value(row, indicator)) if self.table.known(row, indicator) else None


def base(stages: Stages, round: int) -> Base:
    """The base of a round's further entries."""

    before, here = (
        stages.after([one for one in stages.entries if one.round <= last])[-1] for last in (round - 1, round)
    )
    sheet = score(stages.scheme, stages.methods, before.table, before.marks)
    return Base(sheet, {one.target: one for one in here.applied if one.round == round})


def consequences(stages: Stages, entries: Sequence[Entry]) -> tuple[Finding, ...]:
    """What would be found about the appraisal if these entries were added, and is not found without them."""
    after = stages.after((*stages.entries, *entries))[-1]
    before = {(one.place, one.message("en")) for one in stages.rounds[-1].findings}
    return tuple(one for one in after.findings if (one.place, one.message("en")) not in before)
