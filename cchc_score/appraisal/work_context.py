"""What readers of self-scores and entries must know: the scheme, the units, and which criteria a person may mark."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_score.appraisal.marks import mark_fault
from cchc_score.engine import held_criteria
from cchc_score.findings import Finding, Place
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Criterion, Scheme
from cchc_score.sheet import HandMark
from cchc_score.text import nearest


@dataclass(frozen=True, slots=True)
class WorkContext:
    """The scheme of the year, the criteria held in it, and the units by code and name."""

    scheme: Scheme
    owners: UnitLookup
    assessed: frozenset[str]

    def leaf(self, number: str, place: Place, findings: list[Finding]) -> Criterion | None:
        """The criterion with a number, if a person may mark it; else None with a finding."""
        criterion = self.scheme.criteria.get(number)
        if criterion is None:
            findings.append(unknown("criterion-unknown", number, self.scheme.criteria, place))
        elif criterion.parts:
            findings.append(Finding("criterion-of-parts", place))
        elif number not in self.assessed:
            findings.append(Finding("criterion-not-held", place, {"reason": criterion.reason or "-"}))
        else:
            return criterion
        return None

    def usable(self, mark: HandMark, criterion: Criterion, place: Place, findings: list[Finding]) -> bool:
        """Whether a mark can stand for a criterion; else a finding says why not."""
        decimals = self.scheme.decimals_of(criterion)
        fault = mark_fault(mark, criterion, decimals)
        if fault:
            args = {"value": mark.points, "most": criterion.max_points, "decimals": decimals}
            findings.append(Finding(fault, place, args))
        return not fault


def work_context(scheme: Scheme, owners: UnitLookup) -> WorkContext:
    """The context of a year's scheme and units."""
    return WorkContext(scheme, owners, held_criteria(scheme))


def unknown(code: str, word: str, words: Mapping[str, object], place: Place) -> Finding:
    """A finding about a word that the scheme does not have, with the one probably meant."""
    near = nearest(word, words)
    return Finding(f"{code}-near" if near else code, place, {"word": word, "near": near})
