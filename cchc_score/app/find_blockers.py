"""What keeps a year from being frozen, gathered from how far its units have come."""

from collections.abc import Callable, Iterator, Sequence

from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey_batches import survey_batches
from cchc_score.findings import Finding
from cchc_score.results.year_blockers import Blocker, BlockerKind
from cchc_score.results.year_status import UnitStatus

_OPEN = ("absent", "returned", "waiting")


def year_blockers(units: Sequence[UnitStatus], stages: Stages, findings: Sequence[Finding]) -> tuple[Blocker, ...]:
    """Everything that is still open; `findings` are those of reading the year."""
    return (
        *_of_units(units, stages),
        *_of_doubts(stages),
        *_of_batches(stages),
        *_waiting(units, findings),
        *_not_taken_in(findings),
    )


def _of_units(units: Sequence[UnitStatus], stages: Stages) -> Iterator[Blocker]:
    # A council that writes down only what it changes has looked at the rest without a word.
    counts_seen = any(isinstance(act, Confirmation) for act in stages.acts)
    counts: dict[BlockerKind, Callable[[UnitStatus], int]] = {
        "report": lambda unit: unit.report in _OPEN,
        "self-score": lambda unit: unit.self_score in _OPEN,
        "conflict": lambda unit: sum(round.conflicts for round in unit.rounds),
        "stale": lambda unit: sum(round.stale for round in unit.rounds),
        "unseen": lambda unit: sum(round.unseen for round in unit.rounds) if counts_seen else 0,
        "explanation": lambda unit: unit.explanations.whole - unit.explanations.done,
        "question": lambda unit: unit.questions.whole - unit.questions.done,
        "survey": lambda unit: unit.survey.whole - unit.survey.done,
    }
    for kind, count in counts.items():
        own = [unit for unit in units if count(unit)]
        if own:
            yield Blocker(kind, sum(count(unit) for unit in own), tuple(unit.unit.label for unit in own))


def _of_doubts(stages: Stages) -> Iterator[Blocker]:
    table = stages.rounds[-1].table
    if table.doubts:
        rows = sorted({row for row, _ in table.doubts})
        yield Blocker("doubt", len(table.doubts), tuple(table.units[row].label for row in rows))


def _of_batches(stages: Stages) -> Iterator[Blocker]:
    drafts = [batch for batch in survey_batches(stages.acts).batches if batch.state == "draft"]
    if drafts:
        yield Blocker("batch", len(drafts))


def _waiting(units: Sequence[UnitStatus], findings: Sequence[Finding]) -> Iterator[Blocker]:
    """The files that wait to be accepted and are no unit's own."""
    of_units = sum((unit.report == "waiting") + (unit.self_score == "waiting") for unit in units)
    others = sum(finding.code == "journal-waits" for finding in findings) - of_units
    if others > 0:
        yield Blocker("file", others)


def _not_taken_in(findings: Sequence[Finding]) -> Iterator[Blocker]:
    for finding in findings:
        if finding.code == "journal-behind":
            yield Blocker("behind", int(str(finding.args["count"])))
