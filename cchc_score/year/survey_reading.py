"""The survey of a year, joined like reports: its batches that count, for the same units in the same order."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from cchc_score.appraisal.acts import Act
from cchc_score.appraisal.survey_batches import survey_batches
from cchc_score.facts import Table
from cchc_score.findings import Finding, Place
from cchc_score.intake.answer_papers import survey_reports
from cchc_score.intake.join import Gathered, join
from cchc_score.year.parallel import Progress
from cchc_score.year.source import Reading, YearRules, YearSource


def read_survey(
    source: YearSource, rules: YearRules, reported: Gathered, acts: Sequence[Act], progress: Progress
) -> tuple[Table | None, Reading]:
    """The figures of a survey, None while no document counts, and what was noticed; `reported` are the reports'."""
    reading = _without_drafts(source.survey(progress), acts)
    if not reading.documents:
        return None, reading
    scheme = rules.scheme
    reports = [
        report
        for name, document in reading.documents
        for report in survey_reports(document, name, scheme.indicators, scheme.period)
    ]
    # The same units in the same order as in the reports: figures of both tables meet by their rows.
    gathered = join(
        reports,
        (*reported.table.units, *(reported.gone.units if reported.gone else ())),
        scheme.period,
        None,
        scheme.indicators,
        scheme.days,
        by_others=True,
        units_on=scheme.units_day,
        accept_drafts=rules.accept_drafts,
    )
    # A unit that no survey reached is pending, which its sheet says; who is gone was told with the reports.
    told = ("unit-without-report", "unit-not-valid")
    findings = [finding for finding in gathered.findings if finding.code not in told]
    return gathered.table, Reading(reading.documents, (*reading.findings, *findings), reading.faults)


def _without_drafts(reading: Reading, acts: Sequence[Act]) -> Reading:
    """What a survey gives without the files of batches that are drafts, which is said of each batch."""
    batches = survey_batches(acts)
    drafts: dict[str, list[str]] = defaultdict(list)
    for name, _ in reading.documents:
        batch = batches.batch_of(name)
        if batch is not None and batch.state == "draft":
            drafts[batch.batch].append(name)
    left_out = {name for names in drafts.values() for name in names}
    told = [
        Finding("survey-draft", Place(names[0]), {"name": batch, "count": len(names)})
        for batch, names in sorted(drafts.items())
    ]
    kept = tuple(pair for pair in reading.documents if pair[0] not in left_out)
    return replace(reading, documents=kept, findings=(*reading.findings, *told))
