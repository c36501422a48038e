"""Typed points: what typed figures and a typed self-score of one unit give, before they are handed in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cchc_score.appraisal.appraisal_model import Claim
from cchc_score.appraisal.claims import self_marks
from cchc_score.appraisal.stages import Stages
from cchc_score.engine import score, with_marks
from cchc_score.facts import table
from cchc_score.model import Criterion, Outcome, Value
from cchc_score.sheet import Mark, ScoreSheet

FigureState = Literal["points", "open", "out", "later", "nothing"]
"""What the unit's figures give: points; nothing yet, for some are missing; the criterion does not apply to it; points
that are known once all units have reported; nothing, for others decide."""


@dataclass(frozen=True, slots=True)
class ByFigures:
    """What the own figures give for a leaf; `points` where they give any."""

    state: FigureState
    points: Fraction | None = None


@dataclass(frozen=True, slots=True)
class TypedPoints:
    """One unit by itself: the points that its figures give, and those that it gives itself; each sheet has one row."""

    stages: Stages
    figures: ScoreSheet
    own: ScoreSheet

    def by_figures(self, leaf: Criterion) -> ByFigures:
        """What the unit's figures give for a leaf, where these alone decide it."""
        who = self.stages.deciders[leaf.number]
        if who != "unit":
            return ByFigures("later" if who == "all-units" else "nothing")
        mark = self.figures.mark(0, self.figures.criteria[leaf.number])
        if mark.outcome == Outcome.NOT_APPLICABLE:
            return ByFigures("out")
        return ByFigures("points", mark.low) if mark.outcome == Outcome.SCORED else ByFigures("open")

    def own_mark(self, place: str) -> Mark:
        """What the unit's own points give for an area by its code, a criterion by its number, or the 'total'.

        The `low` end is what is claimed so far.
        """
        return self.own.mark(0, self.own.total if place == "total" else self.own.at(place))


def figures_of(stages: Stages, row: int, figures: Mapping[str, Value], asked: Collection[str]) -> Mapping[str, Value]:
    """The figures of the unit in a row, of which `figures` stand for all those `asked`.

    What nobody asks the unit for, as the figures of the year before, is as it was reported.
    """
    reported = stages.reported_table
    known = {code: reported.value(row, code) for code in reported.columns if reported.known(row, code)}
    return {code: value for code, value in known.items() if code not in asked} | dict(figures)


def scored_alone(stages: Stages, row: int, figures: Mapping[str, Value]) -> ScoreSheet:
    """What figures give the unit in a row, by itself."""
    unit = stages.reported_table.units[row]
    facts = table((unit,), stages.scheme.indicators, {(0, code): value for code, value in figures.items()})
    return score(stages.scheme, stages.methods, facts)


def typed_points(stages: Stages, by_figures: ScoreSheet, claims: Collection[Claim]) -> TypedPoints:
    """The points of one unit by what its figures give it alone, and by what it claims."""
    marks = self_marks({(0, claim.criterion): claim for claim in claims}, by_figures, stages.methods)
    return TypedPoints(stages, by_figures, with_marks(by_figures, stages.methods, marks))
