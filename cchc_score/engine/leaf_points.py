"""What one leaf criterion can give: exact points rounded to steps, or none with all of them still in reach."""

from fractions import Fraction

from cchc_score.model import Criterion, Outcome, Scheme
from cchc_score.points import round_half_up
from cchc_score.sheet import Steps

Result = tuple[Outcome, Steps, Steps, Steps]
"""Outcome, lowest and highest points, and the reachable maximum; points in steps."""


def round_steps(scheme: Scheme, criterion: Criterion, steps: Steps) -> Steps:
    """Steps as the scheme rounds them: to the criterion's own decimals, half up, or not at all."""
    if scheme.rounding != "criterion":
        return steps
    coarse: int = 10 ** (scheme.decimals - scheme.decimals_of(criterion))
    return round_half_up(Fraction(steps) / coarse, 0) * coarse


class LeafPoints:
    """The results of one leaf criterion."""

    def __init__(self, scheme: Scheme, criterion: Criterion) -> None:
        self.scheme, self.criterion = scheme, criterion
        self.max_steps = int(criterion.max_points * 10**scheme.decimals)

    def rounded(self, points: Fraction) -> Result:
        """The result of exact points, rounded as the scheme says."""
        steps = round_steps(self.scheme, self.criterion, points * 10**self.scheme.decimals)
        return Outcome.SCORED, steps, steps, self.max_steps

    def none_yet(self, outcome: Outcome) -> Result:
        """The result of a unit that has no points for a reason, and might have all of them without it."""
        return outcome, 0, self.max_steps, self.max_steps
