"""What self-score tables state of criteria with parts and of whole areas, held against the claims of the parts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from cchc_score.appraisal.appraisal_model import Claim
from cchc_score.findings import Finding, Place
from cchc_score.model import Criterion, Scheme

Stated = tuple[Place, Fraction]
"""Points that a table states, and where."""


def parent_sums(scheme: Scheme, stated: Mapping[tuple[str, str], Stated], claims: Sequence[Claim]) -> Iterator[Finding]:
    """Of criteria with parts, by unit and number: points that stand there alone, or that the parts do not give."""
    by_unit = _by_unit(claims)
    for (unit, number), (place, value) in stated.items():
        own = by_unit.get(unit, {})
        if not any(part.startswith(f"{number}.") for part in own):
            # A formula that adds up empty cells gives 0.
            if value:
                yield Finding("criterion-of-parts", place)
            continue
        added = _combined(scheme.criteria, number, own)
        if added is not None and added != value:
            yield Finding("claim-parent", place, {"value": value, "sum": added})


def area_sums(scheme: Scheme, totals: Mapping[tuple[str, str], Stated], claims: Sequence[Claim]) -> Iterator[Finding]:
    """Of areas, by unit and code: totals that the claims of their criteria do not give."""
    by_unit = _by_unit(claims)
    areas = {area.code: area for area in scheme.areas}
    for (unit, code), (place, value) in totals.items():
        own, area = by_unit.get(unit, {}), areas[code]
        claimed = [number for number in area.criteria if any(_within(part, number) for part in own)]
        sums = [_combined(scheme.criteria, number, own) for number in claimed]
        known = [one for one in sums if one is not None]
        # Where a criterion is undecided, or its area only caps what it adds up, there is nothing to compare.
        if known and len(known) == len(sums) and area.kind == "normal" and sum(known, Fraction(0)) != value:
            yield Finding("claim-parent", place, {"value": value, "sum": sum(known, Fraction(0))})


def _by_unit(claims: Sequence[Claim]) -> Mapping[str, Mapping[str, Fraction]]:
    """The points claimed, by unit and criterion."""
    found: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for claim in claims:
        found[claim.unit][claim.criterion] = claim.mark.points
    return found


def _within(part: str, number: str) -> bool:
    """Whether a criterion is another, or a part of it."""
    return part == number or part.startswith(f"{number}.")


def _combined(criteria: Mapping[str, Criterion], number: str, own: Mapping[str, Fraction]) -> Fraction | None:
    """What claims give a criterion; None where they do not decide it."""
    criterion = criteria[number]
    if criterion.is_leaf:
        return own.get(number)
    parts = {part: _combined(criteria, part, own) for part in criterion.parts}
    claimed = [points for points in parts.values() if points is not None]
    if criterion.combine == "all":
        full = all(points == criteria[part].max_points for part, points in parts.items())
        return (criterion.max_points if full else Fraction(0)) if len(claimed) == len(parts) else None
    if criterion.combine == "chosen":
        return claimed[0] if len(claimed) == 1 else None
    # What a factor keeps of it is not the unit's to say.
    if not claimed or criterion.factor is not None:
        return None
    if criterion.combine == "best":
        return max(claimed)
    added = sum(claimed, Fraction(0))
    return min(added, criterion.max_points) if criterion.combine == "capped" else added
