"""What people write for a mark, a fact or its evidence, as exact values."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from pydantic import Field

from cchc_score.appraisal.nouns import Evidence, Known, State
from cchc_score.borders import Border, Line
from cchc_score.intake.records import fact_value
from cchc_score.intake.values import Unreadable, number
from cchc_score.methods import exact
from cchc_score.model import Criterion, Indicator, Outcome
from cchc_score.points import decimals_needed, plain
from cchc_score.sheet import HandMark
from cchc_score.text import nfc

OUTCOMES: Mapping[str, Outcome] = MappingProxyType(
    {
        "không áp dụng": Outcome.NOT_APPLICABLE,
        "not_applicable": Outcome.NOT_APPLICABLE,
        "not applicable": Outcome.NOT_APPLICABLE,
        "thiếu số liệu": Outcome.MISSING,
        "thiếu": Outcome.MISSING,
        "missing": Outcome.MISSING,
        "chờ": Outcome.PENDING,
        "pending": Outcome.PENDING,
    }
)
"""The words that may stand where points would."""
UNKNOWN = frozenset({"chưa có", "unknown"})
COMPUTED = frozenset({"theo số liệu", "computed"})
NO_EVIDENCE = frozenset({"", "không có", "không", "none"})
MOST_LETTERS = 200
"""An exact mark of a scheme that does not round is shorter."""
_RATIO = re.compile(r"([0-9]{1,60})/([0-9]{1,60})")
"""What a rule gives exactly where nothing is rounded."""
_FINEST = 10**6


class EvidenceTable(Border):
    """A document, a file or an address."""

    document: Line = ""
    day: date | None = Field(None, alias="date")
    file: Line = ""
    address: Line = ""


def points_of(raw: object) -> Fraction:
    """The number of points that a cell or a TOML value says; an Unreadable names what is wrong with it."""
    if isinstance(raw, str):
        text = nfc(raw).strip()
        if len(text) > MOST_LETTERS:
            raise Unreadable("mark-unreadable")
        ratio = _RATIO.fullmatch(text)
        if ratio and int(ratio[2]):
            return Fraction(int(ratio[1]), int(ratio[2]))
        return number(text)
    if isinstance(raw, int | Decimal | Fraction) and not isinstance(raw, bool):
        try:
            value = exact(raw)
        except ValueError:
            raise Unreadable("value-large") from None
        if value < 0:
            raise Unreadable("value-negative")
        return value
    raise Unreadable("mark-unreadable")


def as_toml(value: Fraction) -> Decimal | str:
    """A number as TOML holds it: one that has too many decimals for that as a text, which is exact too."""
    text = plain(value)
    return text if value.denominator > _FINEST or decimals_needed(value) is None else Decimal(text)


def mark_of(raw: object) -> HandMark:
    """The mark that a text or number says: points, or the name of an outcome."""
    if isinstance(raw, str) and (word := nfc(raw).strip().casefold()) in OUTCOMES:
        return HandMark(OUTCOMES[word])
    try:
        return HandMark(Outcome.SCORED, points_of(raw))
    except Unreadable as fault:
        known = {"value-ambiguous": "mark-ambiguous", "value-negative": "mark-negative"}
        raise Unreadable(known.get(fault.code, "mark-unreadable")) from None


def claimed_mark(raw: object) -> HandMark:
    """The mark that a unit claims; '1/2' may be half a point, or one of two, and is neither."""
    if isinstance(raw, str) and "/" in raw:
        raise Unreadable("mark-unreadable")
    return mark_of(raw)


def usable(mark: HandMark, criterion: Criterion, decimals: int) -> str:
    """Why a mark cannot stand for a criterion, as a finding's code; nothing when it can."""
    if mark.points > criterion.max_points:
        return "mark-above"
    return "mark-step" if (mark.points * 10**decimals).denominator != 1 else ""


def new_mark(raw: object) -> HandMark | None:
    """The mark that an entry sets; None when the rule is to give it again."""
    if isinstance(raw, str) and nfc(raw).strip().casefold() in COMPUTED:
        return None
    return mark_of(raw)


def fact_of(raw: object, indicator: Indicator) -> State:
    """The fact that an entry names; None for an unknown one."""
    if isinstance(raw, str) and nfc(raw).strip().casefold() in UNKNOWN:
        return None
    return Known(fact_value(indicator, raw))


def silent(raw: object) -> bool:
    """Whether nothing at all is said about evidence, not even that there is none."""
    return raw is None or raw == [] or (isinstance(raw, str) and not raw.strip())


def evidence_of(raw: object) -> tuple[Evidence, ...]:
    """The evidence that a text, a table or a list of those cites; a ValueError for anything else."""
    if isinstance(raw, list):
        return tuple(one for item in raw for one in evidence_of(item))
    if isinstance(raw, str):
        lines = [" ".join(line.split()) for line in re.split(r"[\n;]", nfc(raw))]
        return tuple(Evidence(line) for line in lines if line.casefold() not in NO_EVIDENCE)
    if isinstance(raw, dict):
        table: Any = EvidenceTable.model_validate(raw)
        if any((table.document, table.file, table.address)):
            return (Evidence(table.document, table.day, table.file, table.address),)
    raise ValueError("evidence")
