"""Score any stage of a year."""

from dataclasses import replace

from cchc_score.app.request_errors import UnknownStage
from cchc_score.appraisal.appraisal_model import STAGES, stage_named
from cchc_score.engine import score
from cchc_score.findings import ordered
from cchc_score.results.scored import ScoredStage, scored_stage
from cchc_score.version import ENGINE
from cchc_score.year.load import Year, YearStages, no_progress, read_whole_year
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource


def scored_year(source: YearSource, stage: str, progress: Progress = no_progress) -> ScoredStage:
    """A stage of a year of which every document could be read; that golden cases fail is told with it."""
    return score_stage(*year_of(source, progress), stage)


def year_of(source: YearSource, progress: Progress = no_progress) -> tuple[Year, YearStages]:
    """A year of which every document could be read, with its stages; that golden cases fail is told with them."""
    year, staged = read_whole_year(source, progress)
    return year, replace(staged, findings=(*staged.findings, *source.failing_cases()))


def score_stage(year: Year, staged: YearStages, stage: str) -> ScoredStage:
    """A stage of a year, scored, with everything that was noticed on the way; an UnknownStage for any other word.

    The stage may be called by its Vietnamese name too.
    """
    asked, stage = stage, stage_named(stage)
    stages, registry = staged.stages, year.rules.registry
    findings = staged.findings
    # Without any work of the year every stage is that of the reports.
    if stages is None and stage in STAGES:
        sheet = score(year.rules.scheme, registry.methods, year.gathered.table)
    elif stages is not None and stage in stages.names:
        sheet, findings = stages.sheet(stage), (*findings, *stages.findings_at(stage))
    else:
        raise UnknownStage(asked, tuple(stages.names if stages else STAGES))
    settled = stages.settled(stage) if stages is not None else ()
    # What an entry has put right would otherwise still be told against the corrected figure.
    reported = [finding for finding in year.gathered.findings if finding not in settled]
    if stages is not None and stage == "self":
        # A unit that has scored itself is not missed at this stage, whether it has sent a report or not.
        claimed = {stages.reported_table.units[row].label for row, _ in stages.claims}
        reported = [one for one in reported if one.code != "unit-without-report" or one.place.unit not in claimed]
    return scored_stage(
        sheet,
        registry.methods,
        ordered((*registry.findings, *reported, *sheet.findings, *findings)),
        ENGINE,
        [(plugin.name, plugin.version) for plugin in registry.plugins],
        stages,
        stage,
    )
