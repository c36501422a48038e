"""How much the points of units differ from their self-scores."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from cchc_score.appraisal.claims import given_by_others
from cchc_score.model import Outcome, Scheme
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import ScoreSheet, plain_steps


def claim_gaps(scored: ScoredStage, settled: bool = True) -> Sequence[Fraction | None]:
    """The points of each unit less its self-score, by row; None where there is nothing to compare.

    What only one of both has scored is no difference; but what does not apply is `settled` with no points, unless the
    same criteria are to be compared. Others than the units give some criteria points: of these there is no self-score.
    """
    sheet, claimed = scored.sheet, _claimed(scored)
    steps: list[int | Fraction | None] = [None] * len(sheet.table.units)
    if claimed is None:
        return [None] * len(steps)
    step, none = int(10**sheet.scheme.decimals), int(Outcome.NOT_APPLICABLE)
    counted = {int(Outcome.SCORED), *([none] if settled else [])}
    for sign, number in _claimable(scored):
        given, own = sheet.criteria[number], claimed.criteria[number]
        for row, outcomes in enumerate(zip(given.outcome, own.outcome, strict=True)):
            # What applies on neither side is nothing to compare.
            if counted.issuperset(outcomes) and set(outcomes) != {none}:
                change = plain_steps(given.low[row]) - plain_steps(own.low[row])
                steps[row] = (steps[row] or 0) + sign * change
    return [None if gap is None else Fraction(gap) / step for gap in steps]


def _claimed(scored: ScoredStage) -> ScoreSheet | None:
    """The sheet of the self-scores; None where nobody has scored itself, and at the stage of the self-scores."""
    stages = scored.stages
    if stages is None or not stages.claims or scored.stage in ("self", "reported"):
        return None
    return stages.self_scored


def _claimable(scored: ScoredStage) -> list[tuple[int, str]]:
    """The criteria that add up to the total and that units claim, each with the sign with which it adds."""
    scheme = scored.sheet.scheme
    penalties = {area.code for area in scheme.areas if area.kind == "penalty"}
    return [
        (-1 if scheme.criteria[number].area in penalties else 1, number)
        for number in lines_of(scheme)
        if not (scheme.criteria[number].is_leaf and given_by_others(scheme.criteria[number], scheme, scored.methods))
    ]


def lines_of(scheme: Scheme) -> list[str]:
    """The criteria that add up to the total: leaves, and parents that are no plain sum."""
    return [number for area in scheme.areas for top in area.criteria for number in _lines_under(scheme, top)]


def _lines_under(scheme: Scheme, number: str) -> Iterator[str]:
    criterion = scheme.criteria[number]
    if criterion.is_plain_sum:
        for part in criterion.parts:
            yield from _lines_under(scheme, part)
    else:
        yield number
