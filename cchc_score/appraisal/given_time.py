"""The time that single units have beyond the phases of a year: by extensions, and by what was given back to them."""

from collections.abc import Iterable, Mapping
from datetime import date

from cchc_score.appraisal.acts import Act, ExtendedPhase, Extension, Return
from cchc_score.appraisal.moments import Moment, start_of


def extended_until(acts: Iterable[Act], phase: ExtendedPhase, round: int) -> Mapping[str, Moment]:
    """The last day or hour of each unit that has more time for a phase; of explanations, for those of a round."""
    limits: dict[str, Moment] = {}
    for act in acts:
        if isinstance(act, Extension) and act.phase == phase and (phase != "explanation" or act.round == round):
            _lengthen(limits, act.unit, act.last)
    return limits


def sent_until(acts: Iterable[Act]) -> Mapping[str, Moment]:
    """The last day or hour of each unit that has more time for its self-score: extended, or given back until a day.

    What is given back without a day may come at any time.
    """
    acts = tuple(acts)
    limits = dict(extended_until(acts, "self-score", 1))
    for act in acts:
        if isinstance(act, Return) and act.thing == "self-score":
            _lengthen(limits, act.unit, date.max if act.last is None else act.last)
    return limits


def _lengthen(limits: dict[str, Moment], unit: str, last: Moment) -> None:
    limits[unit] = max(last, limits.get(unit, last), key=start_of)
