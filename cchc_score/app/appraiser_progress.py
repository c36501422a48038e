"""How far each appraiser has come with what is assigned to them, round by round."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from cchc_score.appraisal.acts import Assignment
from cchc_score.appraisal.assignments import assigned
from cchc_score.appraisal.cell_states import CellState, CellStates
from cchc_score.appraisal.stages import Stages
from cchc_score.results.year_status import AppraiserStatus, Progress, RoundProgress


def round_progress(round: int, states: Counter[CellState]) -> RoundProgress:
    """How many of some cells a round has done with, and what is open about the others."""
    seen = states["kept"] + states["adjusted"] + states["settled"]
    return RoundProgress(
        round=round,
        seen=Progress(seen, states.total()),
        conflicts=states["conflict"],
        stale=states["stale"],
        asked=states["asked"],
    )


def appraiser_progress(stages: Stages, rounds: Mapping[int, CellStates]) -> tuple[AppraiserStatus, ...]:
    """Everybody to whom something is assigned, by name; last, without a name, what is assigned to nobody.

    `rounds` has the cells that each round looks at. Nothing where nobody has assigned anything.
    """
    if not any(isinstance(act, Assignment) for act in stages.acts):
        return ()
    counts: dict[str, dict[int, Counter[CellState]]] = defaultdict(lambda: {round: Counter() for round in rounds})
    units: dict[str, set[int]] = defaultdict(set)
    for round, states in rounds.items():
        appraisers = assigned(stages, round)
        for (row, number), state in states.items():
            for name in appraisers.get((row, number), ("",)):
                counts[name][round][state] += 1
                units[name].add(row)
    return tuple(
        AppraiserStatus(name, len(units[name]), tuple(round_progress(one, own) for one, own in counts[name].items()))
        for name in sorted(counts, key=lambda name: (not name, name))
    )
