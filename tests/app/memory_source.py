"""A year that is kept in memory: the second source, which no use case may tell from a folder."""

from dataclasses import dataclass, field, replace
from hashlib import sha256

from cchc_score.errors import WriteError
from cchc_score.findings import Finding
from cchc_score.schemes.frame_file import Frame
from cchc_score.year.case_files import failing_cases
from cchc_score.year.load import load_year, no_progress
from cchc_score.year.source import GoldenCases, Reading, YearRules, YearWork


@dataclass
class MemorySource:
    """Everything that a source is asked for, as it is given."""

    year_rules: YearRules
    listed: tuple | None
    reports: Reading
    kept: YearWork | None = None
    surveyed: Reading = field(default_factory=lambda: Reading(()))
    cases: GoldenCases = field(default_factory=lambda: GoldenCases(""))
    held_against: Frame | None = None

    def rules(self):
        return self.year_rules

    def failing_cases(self):
        return failing_cases(self.cases, self.year_rules)

    def golden_cases(self):
        return self.cases

    def frame(self):
        return self.held_against

    def units(self):
        return self.listed

    def documents(self, progress):
        return self.reports

    def has_work(self):
        return self.kept is not None

    def work(self, context, progress):
        return self.kept or YearWork()

    def survey(self, progress):
        return self.surveyed

    def items(self, progress):
        return Reading(())

    def handed_in(self):
        return {}

    def last_year(self):
        return None

    def fingerprint(self):
        return sha256(repr((self.reports, self.kept, self.surveyed)).encode()).hexdigest()

    def add_entries(self, entries, kept, basis):
        if basis != self.fingerprint():
            raise WriteError([Finding("file-changing")])
        work = self.kept or YearWork()
        self.kept = replace(work, entries=(*work.entries, *entries))


class _Listening:
    """A source that remembers the work it gave."""

    def __init__(self, source):
        self._source, self.kept = source, None

    def __getattr__(self, name):
        return getattr(self._source, name)

    def work(self, context, progress):
        self.kept = self._source.work(context, progress)
        return self.kept


def in_memory(source):
    """The year of another source, with all that it holds."""
    from cchc_score.year.load import load_stages

    listening = _Listening(source)
    load_stages(listening, load_year(source))
    return MemorySource(
        year_rules=source.rules(),
        listed=source.units(),
        reports=source.documents(no_progress),
        kept=listening.kept if source.has_work() else None,
        surveyed=source.survey(no_progress),
        cases=source.golden_cases(),
        held_against=source.frame(),
    )
