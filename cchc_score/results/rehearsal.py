"""What a new scheme would do to a year: classes, limits, criteria that tell nobody apart; and its JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cchc_score.analysis.equal_marks import MarkSpread, mark_spreads
from cchc_score.analysis.limit_sides import LimitSides, limit_sides, unlimited
from cchc_score.explain.class_changes import ClassCount, ClassMove, class_counts, unit_classes
from cchc_score.findings import Finding
from cchc_score.points import plain
from cchc_score.results.differences import Differences
from cchc_score.results.result_json import findings_data
from cchc_score.text import Lang


@dataclass(frozen=True, slots=True)
class EqualCriterion:
    """A criterion of the new scheme that tells nobody apart, and what it was before; None where there was none."""

    after: MarkSpread
    before: MarkSpread | None

    @property
    def was_equal(self) -> bool | None:
        """Whether it told nobody apart before; None where it did not exist, or fewer than two units had points."""
        return None if self.before is None or self.before.scored < 2 else self.before.is_equal


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The new scheme tried on a year. `unlimited` are criteria whose methods do not name all their limits.

    `findings` tell of deadlines of another year than that of the reports.
    """

    moved: Differences
    classes: tuple[ClassCount, ...]
    units: tuple[ClassMove, ...]
    limits: tuple[LimitSides, ...]
    unlimited: tuple[str, ...]
    equal: tuple[EqualCriterion, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def reclassed(self) -> tuple[ClassMove, ...]:
        """The units whose class changes."""
        return tuple(unit for unit in self.units if unit.before != unit.after)

    @property
    def idle(self) -> tuple[LimitSides, ...]:
        """The limits that set no units apart."""
        return tuple(one for one in self.limits if one.verdict != "divides")


def rehearsal(moved: Differences, pairs: Mapping[str, str], findings: tuple[Finding, ...] = ()) -> Rehearsal:
    """What two scored sheets show; `pairs` are the numbers of criteria in the old scheme with theirs in the new one."""
    sheet, methods, units = moved.after.sheet, moved.after.methods, unit_classes(moved.comparison)
    return Rehearsal(
        moved=moved,
        classes=class_counts(moved.comparison, units),
        units=units,
        limits=limit_sides(sheet, methods),
        unlimited=unlimited(sheet, methods),
        equal=tuple(_equal(moved, pairs)),
        findings=findings,
    )


def _equal(moved: Differences, pairs: Mapping[str, str]) -> Iterator[EqualCriterion]:
    before = mark_spreads(moved.before.sheet)
    origins = {after: number for number, after in pairs.items()}
    for number, spread in mark_spreads(moved.after.sheet).items():
        if spread.is_equal:
            yield EqualCriterion(spread, before.get(origins.get(number, "")))


def rehearsal_data(result: Rehearsal, lang: Lang) -> dict[str, Any]:
    """Classes, limits and criteria that tell nobody apart."""
    units = result.moved.comparison.after.table.units
    return {
        "findings": findings_data(result.findings, lang),
        "classes": [
            {"name": one.name, "before": one.before, "gained": one.gained, "lost": one.lost, "after": one.after}
            for one in result.classes
        ],
        "class_changes": [
            {"code": units[one.move.row].code, "before": one.before, "after": one.after} for one in result.reclassed
        ],
        "limits": [_limit_data(result, one, lang) for one in result.limits],
        "limits_unknown": list(result.unlimited),
        "equal": [_equal_data(one) for one in result.equal],
    }


def _limit_data(result: Rehearsal, one: LimitSides, lang: Lang) -> dict[str, Any]:
    return {
        "criterion": one.criterion,
        "kind": one.edge.kind,
        "limit": one.edge.words(result.moved.after.sheet.scheme.indicators, lang),
        "under": one.under,
        "on": one.on,
        "over": one.over,
        "near": one.near,
        "open": one.open,
        "verdict": one.verdict,
    }


def _equal_data(one: EqualCriterion) -> dict[str, Any]:
    assert one.after.points is not None
    return {
        "criterion": one.after.number,
        "points": plain(one.after.points),
        "max_points": plain(one.after.most),
        "scored": one.after.scored,
        "not_applicable": one.after.not_applicable,
        "open": one.after.open,
        # null: no such criterion before, or not enough units had points of it.
        "before": one.was_equal,
    }
