"""What a unit has of a criterion at each stage: by its own claim, the figures, the appraisal, the survey."""

from dataclasses import dataclass
from functools import cached_property

from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.survey import survey_leaves
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import Mark, ScoreSheet


@dataclass(frozen=True, slots=True)
class WorkMarks:
    """The marks of a place; None where a stage says nothing of it.

    Others than the units give some criteria points: of these there is no self-score. What a survey decides is
    appraised by nobody, and only it has points from the survey.
    """

    self_score: Mark | None = None
    by_figures: Mark | None = None
    appraised: Mark | None = None
    survey: Mark | None = None


# Without slots, for `cached_property` keeps its value in the dictionary of the instance.
@dataclass(frozen=True)
class StageMarks:
    """The marks of every stage up to a scored one; of a year of reports alone only those of the figures."""

    scored: ScoredStage

    @cached_property
    def _sheets(self) -> tuple[ScoreSheet | None, ScoreSheet, ScoreSheet | None, ScoreSheet | None]:
        stages, stage = self.scored.stages, self.scored.stage
        if stages is None:
            return None, self.scored.sheet, None, None
        claimed = stages.self_scored if stages.claims else None
        if stage in ("reported", "self"):
            return claimed, stages.reported, None, None
        # What a later round gives is not known yet.
        if stage.startswith("round-"):
            return claimed, stages.reported, self.scored.sheet, None
        return claimed, stages.reported, stages.appraised, stages.final if stage == "final" else None

    @cached_property
    def _surveyed(self) -> frozenset[str]:
        return frozenset(survey_leaves(self.scored.sheet.scheme, self.scored.methods))

    @cached_property
    def _given(self) -> frozenset[str]:
        """The leaves that others than the units give points."""
        scheme, methods = self.scored.sheet.scheme, self.scored.methods
        return frozenset(leaf.number for leaf in scheme.leaves if given_by_others(leaf, scheme, methods))

    def at(self, row: int, place: str) -> WorkMarks:
        """The marks of a unit in a criterion by its number, an area by its code, or 'total'."""
        claimed, reported, appraised, final = self._sheets
        if self.scored.stages is None:
            return WorkMarks(by_figures=reported.mark(row, reported.at(place)))
        claimable, surveyed = place not in self._given, place in self._surveyed
        return WorkMarks(
            self_score=_mark(claimed if claimable else None, row, place),
            by_figures=_mark(reported if claimable else None, row, place),
            appraised=_mark(None if surveyed else appraised, row, place),
            survey=_mark(final if surveyed else None, row, place),
        )


def _mark(sheet: ScoreSheet | None, row: int, place: str) -> Mark | None:
    return None if sheet is None else sheet.mark(row, sheet.at(place))
