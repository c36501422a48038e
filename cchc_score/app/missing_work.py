"""What is missing, before a unit hands in its figures or its self-score."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from cchc_score.app.typed_claims import TypedClaims
from cchc_score.app.typed_figures import TypedFigures
from cchc_score.appraisal.stages import Stages
from cchc_score.engine import held_criteria
from cchc_score.model import Criterion

MissingKind = Literal["figures", "unreadable-figures", "claims", "unreadable-claims", "evidence"]


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing in what a unit is about to send: figures by indicator, or criteria by number."""

    kind: MissingKind
    items: tuple[str, ...]


def missing_figures(figures: TypedFigures, asked: Collection[str]) -> Iterator[Missing]:
    """Figures that nobody has typed, and those that cannot be read."""
    absent = tuple(code for code in asked if code not in figures.values and code not in figures.faults)
    if figures.faults:
        yield Missing("unreadable-figures", tuple(code for code in asked if code in figures.faults))
    if absent:
        yield Missing("figures", absent)


def claimable_leaves(stages: Stages) -> tuple[Criterion, ...]:
    """The leaves of this year that a unit scores itself."""
    held = held_criteria(stages.scheme)
    free = ("unit", "all-units", "others")
    return tuple(leaf for leaf in stages.scheme.leaves if leaf.number in held and stages.deciders[leaf.number] in free)


def missing_claims(claims: TypedClaims, leaves: Collection[Criterion], stages: Stages) -> Iterator[Missing]:
    """Criteria that a unit has not scored, cannot be read, or has given itself points for without evidence.

    What all units together decide nobody has to claim.
    """
    claimed = {claim.criterion for claim in claims.claims}
    faulty = tuple(dict.fromkeys(name.partition(":")[2] for name in claims.faults))
    others = {leaf.number for leaf in leaves if stages.deciders[leaf.number] == "all-units"}
    absent = tuple(
        leaf.number for leaf in leaves if leaf.number not in claimed and leaf.number not in {*faulty, *others}
    )
    proofless = tuple(claim.criterion for claim in claims.claims if claim.mark.points and not claim.evidence)
    if faulty:
        yield Missing("unreadable-claims", faulty)
    if absent:
        yield Missing("claims", absent)
    if proofless:
        yield Missing("evidence", proofless)
