"""The year behind one small protocol: what a use case asks of it, wherever the year is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from cchc_score.appraisal.acts import Act, Confirmation, SentThing
from cchc_score.appraisal.appraisal_model import Claim, Entry, Explanation, Phases, TakenOut
from cchc_score.documents import CellPlace, Document, Tables
from cchc_score.findings import Finding
from cchc_score.model import Form, Scheme, Unit
from cchc_score.registry.registry import Registry
from cchc_score.year.kept_readings import KeptReadings
from cchc_score.year.letterhead import BLANK, Letterhead
from cchc_score.year.parallel import Progress

# Only for types: a year of reports alone need not load them.
if TYPE_CHECKING:
    from cchc_score.appraisal.work_context import WorkContext
    from cchc_score.schemes.frame_file import Frame
    from cchc_score.schemes.golden_cases import Case


@dataclass(frozen=True, slots=True)
class YearRules:
    """What a year is scored by, before any report is read.

    `no_survey` is the reason why no survey is held; empty where one is. `phases` are the days of the year's work.
    `taken_out` are the decisions by which criteria leave the maximum, their units as they are written. `accept_drafts`
    takes figures of drafts, as those of a PDF, without anybody having confirmed them. `letterhead` is for documents.
    """

    registry: Registry
    scheme: Scheme
    form: Form | None
    phases: Phases = field(default_factory=Phases)
    no_survey: str = ""
    taken_out: tuple[TakenOut, ...] = ()
    accept_drafts: bool = False
    letterhead: Letterhead = BLANK


@dataclass(frozen=True, slots=True)
class GoldenCases:
    """The cases that an evaluator wrote beside the scheme, by the name of what holds them; often there are none."""

    name: str
    cases: "tuple[Case, ...]" = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Documents by name, what was noticed while reading, and why some could not be read.

    `kept` is what was made of the same documents before, where the source keeps it.
    """

    documents: tuple[tuple[str, Document], ...]
    findings: tuple[Finding, ...] = ()
    faults: tuple[Finding, ...] = ()
    kept: KeptReadings = field(default_factory=KeptReadings, compare=False)

    def pictures(self) -> dict[tuple[str, CellPlace], bytes]:
        """The cells of scanned pages as PNG, by the name of the document and the place in it."""
        return {
            (name, place): cell.picture
            for name, document in self.documents
            if isinstance(document, Tables)
            for place, cell in document.readings.items()
        }


HandedIn = Literal["again", "waits"]
"""It came again after its last return; its newest version waits to be accepted."""


@dataclass(frozen=True, slots=True)
class YearWork:
    """What people did with the reports: self-scores, entries of the appraisal, answers of the communes."""

    claims: tuple[Claim, ...] = ()
    entries: tuple[Entry, ...] = ()
    answers: tuple[Explanation, ...] = ()
    acts: tuple[Act, ...] = ()
    findings: tuple[Finding, ...] = ()
    faults: tuple[Finding, ...] = ()


class YearSource(Protocol):
    """A year, read piece by piece. Each method raises a CchcError where what it is asked for cannot be used at all.

    What can be read is given even where something beside it cannot: the `faults` of a piece say what is absent from
    it. Claims, entries and answers come together: one sheet of a commune, and one file, may hold all three.
    """

    def rules(self) -> YearRules:
        """Plugins, scheme, form and phases."""

    def scheme_file(self) -> bytes:
        """The file of the scheme, to the byte."""

    def failing_cases(self) -> tuple[Finding, ...]:
        """The golden cases that the scheme does not meet as one finding, and what is wrong with their files."""

    def golden_cases(self) -> GoldenCases:
        """The cases beside the scheme."""

    def frame(self) -> "Frame | None":
        """What the scheme is held against; None where it names no frame."""

    def units(self) -> tuple[Unit, ...] | None:
        """The list of units; None where those are scored that report."""

    def last_year(self) -> "tuple[str, YearSource] | None":
        """The year before, for rules that compare with it, after what it is called; None where nobody says."""

    def documents(self, progress: Progress) -> Reading:
        """The reports of the units, and what is absent that the year says it has."""

    def items(self, progress: Progress) -> Reading:
        """The lists of items of the units, for schemes that take figures from them."""

    def has_work(self) -> bool:
        """Whether there is more than reports: self-scores, entries, survey figures, or a decision on the maximum."""

    def work(self, context: "WorkContext", progress: Progress) -> YearWork:
        """Claims, entries and answers; `context` knows the criteria and the units that they may name."""

    def handed_in(self) -> Mapping[tuple[str, SentThing], HandedIn]:
        """What is known of the order in which a unit has sent something, by its code and what it is."""

    def survey(self, progress: Progress) -> Reading:
        """The documents with the survey's figures."""

    def fingerprint(self) -> str:
        """What identifies all that the year holds now: equal before and after means that nothing has changed."""

    def add_entries(self, entries: Sequence[Entry], kept: Sequence[Confirmation], basis: str) -> None:
        """Take up new entries and confirmations, all or none.

        `basis` is the fingerprint of what their old values were read from: where the year has changed since, a
        WriteError refuses them, for the old values may no longer hold.
        """
