"""Settle: the council chooses between entries that differ, one of them or a third value, and says why."""

from dataclasses import dataclass

from cchc_score.app.look_into_journal import kept_by_journal
from cchc_score.app.take_into_journal import Clock, TakenIn
from cchc_score.app.write_acts import made_act, write_act
from cchc_score.appraisal.acts import Settlement
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.moments import Moment
from cchc_score.appraisal.stages import Stages
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_source import refuse_frozen
from cchc_score.year.load import no_progress, whole_stages
from cchc_score.year.parallel import Progress


@dataclass(frozen=True, slots=True)
class CouncilChoice:
    """What a council says: about which criterion or indicator of a unit, and what it chose.

    `round` is 0 for the one in which there is a conflict; `value` stands for `chosen`, the id of an entry. Without
    `on` the council chooses now.
    """

    unit: str
    target: str
    round: int
    chosen: str
    value: str
    reason: str
    evidence: str
    on: Moment | None = None


def settle_conflict(
    source: FolderSource,
    asked: CouncilChoice,
    by: str,
    clock: Clock,
    progress: Progress = no_progress,
    stages: Stages | None = None,
) -> TakenIn:
    """Write the choice into the journal of the year; a ReportError where nothing is to be chosen like that.

    `stages` are those of the year, where they are known already.
    """
    year = kept_by_journal(source)
    refuse_frozen(year.journal)
    stages = stages or whole_stages(year, progress)[0]
    rivals = rivals_of(stages, asked.unit, asked.target, asked.round)
    if not rivals:
        raise ReportError([Finding("settlement-nothing", Place(criterion=asked.target), {"round": asked.round or 1})])
    chosen = {"chosen": asked.chosen} if asked.chosen else {"new": asked.value}
    keys = {
        "round": rivals[0].round,
        "unit": rivals[0].unit,
        "criterion" if rivals[0].criterion else "indicator": asked.target,
        "between": [entry.id for entry in rivals],
        "reason": asked.reason,
        "evidence": asked.evidence,
    }
    day = {} if asked.on is None else {"on": asked.on}
    act = made_act(Settlement, keys | chosen | day, stages, by, clock)
    return write_act(year, act, clock, since=year.journal.state.number)


def rivals_of(stages: Stages, asked: str, target: str, round: int = 0) -> tuple[Entry, ...]:
    """The entries of a round, or of any, that differ about a target of the unit asked for by code or name.

    Also where the council has chosen between them before; none where no entries differ.
    """
    return next((own for own in all_rivals(stages) if _is_about(stages, own, asked, target, round)), ())


def _is_about(stages: Stages, own: tuple[Entry, ...], asked: str, target: str, round: int) -> bool:
    names = {unit.code: (unit.code, unit.name) for unit in stages.reported_table.units}
    unit, about = own[0].target
    return about == target and asked in names[unit] and round in (0, own[0].round)


def all_rivals(stages: Stages) -> tuple[tuple[Entry, ...], ...]:
    """The entries that differ, together for each target: first those between which nobody has chosen yet."""
    last = stages.rounds[-1]
    between = {(act.id, act.target): set(act.between) for act in stages.settlements}
    # The council may choose once more between the same entries.
    chosen_before = [
        tuple(
            entry for entry in last.replaced if entry.target == one.target and entry.id in between[one.id, one.target]
        )
        for one in last.chosen
    ]
    return (*last.disputed, *chosen_before)
