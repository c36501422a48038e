"""What one document tells: facts of one unit, each with its place, before anything is joined."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.model import Prose, Value


class Told(NamedTuple):
    """One fact as one document tells it; a `confirmed` one has been asked about and is no longer in doubt.

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
class Claim:
    """A figure that the prose of a report names, with the words that name it and how many decimals they have."""

    prose: Prose
    value: Fraction
    text: str
    line: int
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What a document tells about one unit, named by its code or its name as written.

    `headers` are the values printed in header rows of the form (never scored, only compared) by row code, with
    where they stand; `blank` are the leaf rows whose value cell is empty; `claims` are what the prose says; `whole`
    is a document that reports for the unit, rather than adding to what others say. `year` is None where the document
    does not say it. In a document of `paragraphs` the line of a claim is the number of its paragraph.
    """

    place: Place
    unit: str
    name: str = ""
    kind: str = ""
    year: int | None = None
    told: Sequence[Told] = ()
    findings: tuple[Finding, ...] = ()
    headers: Mapping[str, tuple[int, Origin]] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()
    claims: tuple[Claim, ...] = ()
    whole: bool = False
    paragraphs: bool = False
