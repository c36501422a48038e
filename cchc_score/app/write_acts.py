"""Write an act into the journal of a year, and the acts about the year as a whole: freeze, publish, open again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cchc_score.app.look_into_journal import kept_by_journal
from cchc_score.app.show_status import show_status
from cchc_score.app.take_into_journal import Clock, TakenIn
from cchc_score.appraisal.acts import Act, Step, SurveyBatch, YearStep
from cchc_score.appraisal.acts_toml import ACT_KINDS, read_act
from cchc_score.appraisal.entry_reading import EntryReader, Unusable
from cchc_score.appraisal.moments import Moment, start_of
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.work_context import work_context
from cchc_score.appraisal.year_steps import can_follow
from cchc_score.errors import ReportError
from cchc_score.facts import Origin
from cchc_score.files.toml_file import KeyPath
from cchc_score.findings import Finding, Place
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.journal.statement_events import statement_happening
from cchc_score.results.year_blockers import BLOCKERS, Blocker
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.journal_place import FOLDER
from cchc_score.year.journal_source import JournalSource, refuse_frozen
from cchc_score.year.load import no_progress, whole_stages
from cchc_score.year.parallel import Progress

MOST_NAMED = 5


def freeze_year(source: FolderSource, by: str, despite: str, clock: Clock, progress: Progress = no_progress) -> TakenIn:
    """Freeze a year; a ReportError lists what is still open, unless `despite` says why it is frozen all the same.

    `source` is the year by its journal.
    """
    year = kept_by_journal(source)
    refuse_frozen(year.journal)
    status, unread = show_status(year, _now(clock), progress)
    faults = (*unread, *map(_open_finding, () if despite else status.blockers))
    if faults:
        raise ReportError(faults)
    return _step(year, clock, "frozen", by, reason=despite)


def publish_year(source: FolderSource, by: str, decision: str, dated: Moment | None, clock: Clock) -> TakenIn:
    """Write down by which decision a frozen year is published; a ReportError where it is not frozen."""
    return _step(kept_by_journal(source), clock, "published", by, decision=decision, dated=dated)


def reopen_year(source: FolderSource, by: str, reason: str, clock: Clock) -> TakenIn:
    """Open a frozen or published year once more; a ReportError where it is open."""
    return _step(kept_by_journal(source), clock, "reopened", by, reason=reason)


def write_act(year: JournalSource, act: Act, clock: Clock, since: int | None = None) -> TakenIn:
    """Add one act to a journal, in the name of whoever does it; `since` as of `JournalSource.add`."""
    return write_acts(year, [act], clock, since)


def write_acts(year: JournalSource, acts: Sequence[Act], clock: Clock, since: int | None = None) -> TakenIn:
    """Add acts of one person to a journal, all or none."""
    time = clock().replace(microsecond=0).isoformat()
    events = year.add(map(statement_happening, acts), acts[0].by, time, since=since)
    return TakenIn(year.present_journal(), events, ())


def say_act(
    source: FolderSource,
    kind: type[Act],
    keys: Mapping[str, object],
    by: str,
    clock: Clock,
    progress: Progress = no_progress,
    stages: Stages | None = None,
) -> TakenIn:
    """Write an act of any kind into the journal, from what somebody says under its keys.

    `stages` are those of the year, where they are known already.
    """
    year = kept_by_journal(source)
    refuse_frozen(year.journal)
    stages = stages or whole_stages(year, progress)[0]
    return write_act(year, made_act(kind, keys, stages, by, clock), clock)


class NoPlaces:
    """What is said on the command line stands in no file."""

    def place(self, path: KeyPath, **at: Any) -> Place:
        """Nothing but what is known about the value."""
        return Place(**at)


_REFUSED = frozenset({"settlement-nothing", "entry-phase", "answer-question", "verdict-nothing", "survey-batch-reason"})
"""What in a file is told beside the act, and as a command is refused."""


def made_act(kind: type[Act], keys: Mapping[str, object], stages: Stages, by: str, clock: Clock) -> Act:
    """An act from what somebody says, read as a file would be; a ReportError tells everything that is wrong with it.

    It is of now, unless a key `on` says another day.
    """
    findings: list[Finding] = []
    units = stages.reported_table.units
    reader = EntryReader(NoPlaces(), work_context(stages.scheme, UnitLookup(units, units)), findings)
    try:
        act = read_act(ACT_KINDS[kind], {"on": _now(clock), **keys, "by": by}, (), reader, Origin(""))
    except Unusable:
        raise ReportError(findings) from None
    after = replace(stages, acts=(*stages.acts, _looked_at(act, stages.acts))).findings
    faults = [finding for finding in after if finding.code in _REFUSED and finding not in stages.findings]
    if faults:
        raise ReportError(faults)
    return act


def _step(
    year: JournalSource,
    clock: Clock,
    name: Step,
    by: str,
    reason: str = "",
    decision: str = "",
    dated: Moment | None = None,
) -> TakenIn:
    if not can_follow(name, year.journal.state.acts):
        raise ReportError([Finding("step-refused", Place(FOLDER))])
    step = YearStep(
        unit="",
        step=name,
        reason=reason,
        decision=decision,
        dated=dated,
        by=by,
        on=_now(clock),
        origin=Origin(""),
    )
    return write_act(year, step, clock, since=year.journal.state.number)


def _looked_at(act: Act, before: Iterable[Act]) -> Act:
    """An act as it is looked at: a batch of a survey after all that was said of it, were it in one second with it."""
    if not isinstance(act, SurveyBatch):
        return act
    said = [start_of(one.on) for one in before if isinstance(one, SurveyBatch) and one.batch == act.batch]
    return replace(act, on=max([start_of(act.on), *(moment + timedelta(seconds=1) for moment in said)]))


def _now(clock: Clock) -> datetime:
    return clock().replace(microsecond=0, tzinfo=None)


def _open_finding(blocker: Blocker) -> Finding:
    named = (*blocker.units[:MOST_NAMED], *(["..."] if len(blocker.units) > MOST_NAMED else [])) or ("-",)
    return Finding(
        "freeze-open", Place(FOLDER), {"what": BLOCKERS[blocker.kind], "count": blocker.count, "units": named}
    )
