"""Criteria that a council takes out after the units have scored themselves: for everybody, or for some units."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from cchc_score.appraisal.appraisal_model import TakenOut
from cchc_score.appraisal.work_context import unknown
from cchc_score.findings import Finding
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Criterion, Outcome, Scheme, Unit
from cchc_score.sheet import HandMark

TakenOutLeaves = Mapping[tuple[int, str], TakenOut]
"""By which decision a leaf does not count for a unit, by the unit's row and the leaf's number."""

NONE: TakenOutLeaves = MappingProxyType({})
OUT = HandMark(Outcome.NOT_APPLICABLE)
"""What stands in the place of a leaf that is taken out."""


def known_decisions(
    decisions: Sequence[TakenOut], scheme: Scheme, owners: UnitLookup
) -> tuple[tuple[TakenOut, ...], tuple[Finding, ...]]:
    """The decisions whose criterion and units are known, the units by code; the others are told and change nothing."""
    known: list[TakenOut] = []
    findings: list[Finding] = []
    for decision in decisions:
        place = decision.origin.place()
        units = [owners.named(name, place, findings) for name in decision.units]
        if decision.criterion not in scheme.criteria:
            findings.append(unknown("criterion-unknown", decision.criterion, scheme.criteria, place))
        # None at all would mean everybody: a decision about units that nobody knows must not become that.
        elif all(unit is not None for unit in units):
            known.append(replace(decision, units=tuple(unit.code for unit in units if unit is not None)))
    return tuple(known), tuple(findings)


def taken_out_leaves(decisions: Sequence[TakenOut], scheme: Scheme, units: Sequence[Unit]) -> TakenOutLeaves:
    """Every leaf of every unit that a decision takes out; the first decision where several do."""
    found: dict[tuple[int, str], TakenOut] = {}
    for decision in decisions:
        leaves = [leaf.number for leaf in _leaves(scheme, scheme.criteria[decision.criterion])]
        for row, unit in enumerate(units):
            if not decision.units or unit.code in decision.units:
                for number in leaves:
                    found.setdefault((row, number), decision)
    return found


def _leaves(scheme: Scheme, criterion: Criterion) -> Iterator[Criterion]:
    if criterion.is_leaf:
        yield criterion
    for part in criterion.parts:
        yield from _leaves(scheme, scheme.criteria[part])
