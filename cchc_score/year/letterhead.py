"""Who issues a result, under which number and day, and who signs it: what stands around the tables of an annex."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import Field

from cchc_score.files.toml_file import TomlFile
from cchc_score.findings import Finding
from cchc_score.validation import Border, Line, validated


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head and the foot of a document; what is empty is left to be filled in by hand.

    `superior` is the body above the `agency`. `attached_to` names the decision whose annex the document is: then it
    has no head of its own. `authority` is in whose name the `signer` signs, as `position`. `by_kind` prints each kind
    of units in a table of its own.
    """

    superior: str = ""
    agency: str = ""
    number: str = ""
    place: str = ""
    day: date | None = None
    attached_to: str = ""
    authority: str = ""
    position: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()
    by_kind: bool = False


BLANK = Letterhead()
"""A head with nothing in it yet."""


class LetterheadTable(Border):
    """`[annex]` of `cchc.toml`: who issues a result, and who signs it."""

    superior: Line = ""
    agency: Line = ""
    number: Line = ""
    place: Line = ""
    day: date | None = Field(None, alias="date")
    attached_to: Line = ""
    authority: Line = ""
    position: Line = ""
    signer: Line = ""
    recipients: list[Line] = []
    by_kind: bool = False


def read_letterhead(raw: Any, file: TomlFile, findings: list[Finding]) -> Letterhead:
    """The letterhead in a table; every fault becomes a finding."""
    table = validated(LetterheadTable, raw, file, ("annex",), findings)
    if table is None:
        return BLANK
    values = table.model_dump()
    return Letterhead(**{**values, "recipients": tuple(values["recipients"])})
