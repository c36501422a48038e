"""What the cells of a round are for whoever appraises next: values, who has set them, where entries differ."""

from collections import defaultdict
from dataclasses import replace

from cchc_score.appraisal.appraisal_model import Entry, State
from cchc_score.appraisal.entry_reading import entry_id
from cchc_score.appraisal.entry_states import state_code
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.workbook_export import RoundStart, round_start


class PresentValues:
    """What the cells of a round are for whoever appraises next, and who has set it."""

    def __init__(self, stages: Stages, round: int) -> None:
        self.stages, self.round = stages, round
        self.start: RoundStart = round_start(stages, round)
        self.rows = {unit.code: row for row, unit in enumerate(stages.reported_table.units)}
        last = stages.rounds[-1]
        self.rivals: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for own in last.disputed:
            self.rivals[own[0].target] += [entry for entry in own if entry.round == round]
        self.chosen = {entry.target: entry for entry in last.chosen if entry.round == round}

    def state(self, unit: str, criterion: str, indicator: str = "") -> State:
        """The value of a criterion's mark, or of a figure; while entries differ, the one that the round found."""
        row = self.rows[unit]
        return self.start.fact(row, indicator) if indicator else self.start.mark(row, criterion)

    def code(self, unit: str, criterion: str, indicator: str = "") -> str:
        """The same as a text, which a page sends back with what was decided."""
        return str(state_code(self.state(unit, criterion, indicator), "" if indicator else criterion))

    def found(self, target: tuple[str, str], indicator: bool) -> State:
        """The value with which the round began."""
        bare = replace(self.start, counted={})
        row = self.rows[target[0]]
        return bare.fact(row, target[1]) if indicator else bare.mark(row, target[1])

    def counted(self, target: tuple[str, str]) -> Entry | None:
        """The entry of the round that counts."""
        return self.start.counted.get(target)

    def own(self, target: tuple[str, str], by: str) -> Entry | None:
        """Somebody's own entry of the round: the one that counts, or one of those that differ."""
        counted = self.counted(target)
        standing = [*([counted] if counted else []), *self.rivals[target]]
        return next((entry for entry in standing if entry.by == by), None)

    def beside_others(self, entry: Entry) -> Entry | None:
        """An entry that rests on the present value, as its appraiser may state it; None where it says nothing new.

        It takes the place of their own entry alone; what somebody else has set it differs from. One that rests on
        another value stays as it is, and is refused for that.
        """
        criterion, indicator = entry.criterion, entry.indicator
        if entry.old != self.state(entry.unit, criterion, indicator):
            return entry
        own, counted = self.own(entry.target, entry.by), self.counted(entry.target)
        if counted is not None and counted is not own and counted.new == entry.new:
            return None
        old = own.new if own else self.found(entry.target, bool(indicator))
        stated = replace(entry, id="", old=old, supersedes=own.id if own else "")
        return replace(stated, id=entry_id(stated))
