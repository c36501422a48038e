"""What a changed cell makes of its unit and of the others: points, sums and places before and after."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_score.appraisal.acts import Settlement
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.later_stages import later_stages
from cchc_score.appraisal.moments import start_of
from cchc_score.appraisal.stages import Stages
from cchc_score.facts import Origin
from cchc_score.findings import Finding
from cchc_score.sheet import Mark, ScoreSheet, plain_column

_LAST = "~"
"""An id that comes after all others of its time."""


@dataclass(frozen=True, slots=True)
class MovedCell:
    """Something before and after."""

    before: Mark
    after: Mark


@dataclass(frozen=True, slots=True)
class Effect:
    """How one unit's criterion, its total and its place moved; ranks are 0 where there is none.

    `others` are the rows of the other units whose totals moved with it, as under a rule that compares with the best.
    """

    cell: MovedCell
    total: MovedCell
    ranks: tuple[int, int]
    others: Mapping[int, MovedCell]


def effect_of(before: ScoreSheet, after: ScoreSheet, row: int, criterion: str) -> Effect:
    """What differs between two sheets of the same units, seen from one unit's criterion."""
    sums = [zip(*map(plain_column, (sheet.total.low, sheet.total.reachable)), strict=True) for sheet in (before, after)]
    moved = [at for at, (old, new) in enumerate(zip(*sums, strict=True)) if old != new and at != row]
    return Effect(
        cell=MovedCell(*(sheet.mark(row, sheet.criteria[criterion]) for sheet in (before, after))),
        total=MovedCell(*(sheet.mark(row, sheet.total) for sheet in (before, after))),
        ranks=(int(before.ranks[row]), int(after.ranks[row])),
        others={at: MovedCell(*(sheet.mark(at, sheet.total) for sheet in (before, after))) for at in moved},
    )


def new_findings(before: Stages, after: Stages, unit: str) -> tuple[Finding, ...]:
    """What is found about the appraisal of a unit, by its label, and was not found before."""
    known = {(finding.place, finding.message("en")) for finding in before.rounds[-1].findings}
    own = (finding for finding in after.rounds[-1].findings if finding.place.unit == unit)
    return tuple(finding for finding in own if (finding.place, finding.message("en")) not in known)


@dataclass(frozen=True, slots=True)
class Rival:
    """One of several entries that differ, and what it would make of the year."""

    entry: Entry
    effect: Effect


def rival_effects(stages: Stages, rivals: tuple[Entry, ...], criterion: str) -> tuple[Rival, ...]:
    """What each of the entries that differ would make of the year, were it chosen.

    `criterion` is the one whose points are told: that of a mark, or one that a figure decides.
    """
    row = [unit.code for unit in stages.reported_table.units].index(rivals[0].unit)
    return tuple(
        Rival(entry, effect_of(stages.final, _after_choice(stages, rivals, entry).final, row, criterion))
        for entry in rivals
    )


def _after_choice(stages: Stages, rivals: tuple[Entry, ...], entry: Entry) -> Stages:
    """The year as it would be if a council chose one of the entries now, whatever it has chosen before."""
    earlier = [act.on for act in stages.settlements if act.target == entry.target]
    choice = Settlement(
        id=_LAST,
        round=entry.round,
        unit=entry.unit,
        criterion=entry.criterion,
        indicator=entry.indicator,
        between=tuple(one.id for one in rivals),
        chosen=entry.id,
        new=None,
        reason="",
        evidence=(),
        by="",
        on=max((entry.on, *earlier), key=start_of),
        origin=Origin(""),
    )
    return later_stages(stages, stages.entries, stages.explanations, (*stages.acts, choice))
