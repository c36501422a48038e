"""Compare two results: stages of a year, two years, or one year under two schemes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from cchc_score.analysis.changes import pair_criteria
from cchc_score.app.choices import rows_of_units
from cchc_score.app.score_stage import score_stage
from cchc_score.explain.comparison import Comparison, compare
from cchc_score.explain.counterparts import counterparts
from cchc_score.findings import Finding, Place
from cchc_score.results.differences import Differences
from cchc_score.results.scored import ScoredStage
from cchc_score.year.load import Year, YearStages, no_progress, read_whole_year
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a year and a stage of it.

    `folder` stands before the files that its findings name: two years have files of one name.
    """

    source: YearSource
    stage: str
    folder: str = ""


def compare_results(
    first: Side, second: Side, units: Sequence[str] = (), progress: Progress = no_progress
) -> Differences:
    """What makes the second side differ from the first; in detail for the units named by code or name.

    A year that stands on both sides is read once.
    """
    read: dict[int, tuple[Year, YearStages]] = {}
    before, after = (_scored(side, read, progress) for side in (first, second))
    return differences_of(before, after, units)


def differences_of(before: ScoredStage, after: ScoredStage, units: Sequence[str] = ()) -> Differences:
    """What makes one scored stage differ from another; in detail for the units named by code or name."""
    schemes = before.sheet.scheme, after.sheet.scheme
    # As `scheme diff` meets them, a criterion of another title too: both tell of the same criteria.
    comparison = compare(before.sheet, after.sheet, pair_criteria(*schemes, before.methods, after.methods))
    if {before.stage, after.stage} & {"self"} and before.stage != after.stage:
        # Nobody claims what a survey gives: as 0 it would be a difference that there is not.
        comparison = counterparts(comparison, _silent(before if before.stage == "self" else after))
    # The later list of units names the predecessors, so that the finding is one of the later side.
    after = replace(after, findings=(*after.findings, *_predecessor_findings(comparison)))
    rows = rows_of_units(after.sheet.table.units, units) if units else []
    return Differences(before, after, comparison, tuple(rows))


def _silent(claimed: ScoredStage) -> frozenset[str]:
    """The codes of the units of which no claim counts."""
    claims = claimed.stages.claims if claimed.stages else {}
    spoken = {row for row, _ in claims}
    return frozenset(unit.code for row, unit in enumerate(claimed.sheet.table.units) if row not in spoken)


def _scored(side: Side, read: dict[int, tuple[Year, YearStages]], progress: Progress) -> ScoredStage:
    # By identity, for sources have no equality; `read` and the sides live as long as each other.
    if id(side.source) not in read:
        read[id(side.source)] = read_whole_year(side.source, progress)
    scored = score_stage(*read[id(side.source)], side.stage)
    return replace(scored, findings=_within(side.folder, scored.findings)) if side.folder else scored


def _within(folder: str, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings whose files are named with the folder of their year."""
    return tuple(
        # With slashes on every system: the same input gives the same bytes anywhere.
        replace(finding, place=replace(finding.place, file=(PurePath(folder) / finding.place.file).as_posix()))
        if finding.place.file
        else finding
        for finding in findings
    )


def _predecessor_findings(comparison: Comparison) -> list[Finding]:
    """Units that name predecessors which the year before does not have, or which are units still."""
    units = comparison.after.table.units
    return [
        Finding(code, Place(unit=units[row].label), {"codes": codes})
        for code, named in (("unit-predecessor", comparison.unmet), ("unit-predecessor-kept", comparison.kept))
        for row, codes in named
    ]
