"""What one document reports: facts of one unit, each with its place, before anything is joined."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.said_periods import SaidPeriod
from cchc_score.intake.said_units import SaidUnit
from cchc_score.model import Prose, Value


class ReportedFact(NamedTuple):
    """One fact as one document gives it; a `confirmed` one has been asked about and is no longer in doubt.

    `doubt` is what was doubtful about it where it was read before.
    """

    code: str
    value: Value
    origin: Origin
    confirmed: bool = False
    doubt: str = ""

    def place(self, unit: str = "") -> Place:
        """Where the fact stands."""
        return self.origin.place(unit)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a unit, as a field of administration: its name, what is known of it, and where that stands."""

    name: str
    facts: Mapping[str, Value]
    place: Place


@dataclass(frozen=True, slots=True)
class ProseFigure:
    """A figure that the prose of a report names, with the words that name it and how many decimals they have."""

    prose: Prose
    value: Fraction
    text: str
    line: int
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What a document reports about one unit, named by its code or its name as written.

    `headers` are the values printed in header rows of the form (never scored, only compared) by row code, with
    where they stand; `doubts` are what the document itself shows to be doubtful about facts; `blank` are the leaf rows
    whose value cell is empty; `prose_figures` are what the prose says;
    `whole` is a document that reports for the unit, rather than adding to what others say. `year` is None where the
    document does not say it. In a document of `paragraphs` the line of a prose figure is the number of its paragraph.
    `periods` and `units` are what its titles, headings and prose say of its period and its unit; `given_unit` and
    `given_year` that a person has said these, who knows better. `items` are the lines of its tables that are kept one
    by one.
    """

    place: Place
    unit: str
    name: str = ""
    kind: str = ""
    year: int | None = None
    facts: Sequence[ReportedFact] = ()
    findings: tuple[Finding, ...] = ()
    headers: Mapping[str, tuple[int, Origin]] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()
    doubts: tuple[tuple[str, Finding], ...] = ()
    prose_figures: tuple[ProseFigure, ...] = ()
    whole: bool = False
    paragraphs: bool = False
    periods: tuple[SaidPeriod, ...] = ()
    units: tuple[SaidUnit, ...] = ()
    items: tuple[Item, ...] = ()
    given_unit: bool = False
    given_year: bool = False


class ReadDocument(NamedTuple):
    """A document that was read: its file, how, and the reports in it.

    `converted` is the program that turned it into one that can be read, `carried` the name of the data of this program
    that it carries; '' for none. The figures of a `draft` count only once somebody has confirmed them.
    """

    name: str
    reports: tuple[Report, ...] = ()
    converted: str = ""
    draft: bool = False
    carried: str = ""
