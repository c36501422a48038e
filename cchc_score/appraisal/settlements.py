"""What a council chose between entries of a round that differ: each choice stands as an entry of the council."""

from collections.abc import Iterable, Sequence

from cchc_score.appraisal.acts import Settlement
from cchc_score.appraisal.appraisal_model import Entry, Phases, State
from cchc_score.appraisal.moments import start_of
from cchc_score.appraisal.timeliness import in_time


class Choices:
    """The choices of one round that were made in time."""

    def __init__(self, settlements: Sequence[Settlement], phases: Phases) -> None:
        timely = []
        for act in settlements:
            window = phases.appraised_in(act.round)
            if window is not None and in_time(act.on, window):
                timely.append(act)
        # The last choice counts: a council may think again, and what it chose before stays written down.
        self._choices = sorted(timely, key=lambda act: (start_of(act.on), act.id))
        self.ids = frozenset(act.id for act in timely)

    def entry(self, rivals: Sequence[Entry], old: State) -> Entry | None:
        """What was chosen between entries, from an old value; None where nobody has chosen between just these."""
        ids = {entry.id for entry in rivals}
        own = [act for act in self._choices if act.target == rivals[0].target and ids <= set(act.between)]
        if not own:
            return None
        act = own[-1]
        chosen = next((entry for entry in rivals if entry.id == act.chosen), None)
        # What the chosen one superseded by now set is nothing that the council has seen.
        if act.chosen and chosen is None:
            return None
        return _as_entry(act, chosen, old)


def entries_of_council(settlements: Iterable[Settlement], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """What a council chose, in time or not, as entries of its own; not what it chose of entries that are not there."""
    by_id = {(entry.id, entry.target): entry for entry in entries}
    found = ((act, by_id.get((act.chosen, act.target))) for act in settlements)
    return tuple(_as_entry(act, chosen, None) for act, chosen in found if chosen or not act.chosen)


def _as_entry(act: Settlement, chosen: Entry | None, old: State) -> Entry:
    return Entry(
        id=act.id,
        round=act.round,
        unit=act.unit,
        criterion=act.criterion,
        indicator=act.indicator,
        old=old,
        new=chosen.new if chosen else act.new,
        reason=act.reason,
        evidence=act.evidence or (chosen.evidence if chosen else ()),
        by=act.by,
        on=act.on,
        supersedes="",
        origin=act.origin,
    )
