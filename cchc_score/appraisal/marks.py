"""What people write for a mark, a fact or its evidence, as exact values."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from cchc_score.appraisal.appraisal_model import Evidence, Known, State
from cchc_score.appraisal.entry_tables import EvidenceTable
from cchc_score.catalogue import labels
from cchc_score.intake.printed_values import Unreadable, parse_number
from cchc_score.intake.toml_reports import fact_value
from cchc_score.methods import exact
from cchc_score.model import Criterion, Indicator, Outcome
from cchc_score.points import decimals_needed, plain
from cchc_score.sheet import HandMark
from cchc_score.text import nfc

_TYPED = (Outcome.NOT_APPLICABLE, Outcome.MISSING, Outcome.PENDING)
OUTCOMES: Mapping[str, Outcome] = MappingProxyType(
    {word: outcome for outcome in _TYPED for word in (*labels.MARK_OUTCOMES[outcome.name], outcome.name.lower())}
    # The word of the pages, which people copy.
    | {labels.OUTCOMES["MISSING"][0]: Outcome.MISSING}
)
"""The words that may stand where points would."""
NO_EVIDENCE = frozenset({"", "không", *labels.NO_EVIDENCE})
MOST_LETTERS = 200
"""An exact mark of a scheme that does not round is shorter."""
_RATIO = re.compile(r"([0-9]{1,60})/([0-9]{1,60})")
"""What a rule gives exactly where nothing is rounded."""
_FINEST = 10**6


def points_of(raw: object) -> Fraction:
    """The number of points that a cell or a TOML value says; an Unreadable names what is wrong with it."""
    if isinstance(raw, str):
        text = nfc(raw).strip()
        if len(text) > MOST_LETTERS:
            raise Unreadable("mark-unreadable")
        ratio = _RATIO.fullmatch(text)
        # A denominator of 0 goes on as text and is refused as one.
        if ratio and int(ratio[2]):
            return Fraction(int(ratio[1]), int(ratio[2]))
        return parse_number(text)
    # True is an int in Python, and would be a point.
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
        # What is wrong with points is told in words about points, not about figures of a report.
        known = {"value-ambiguous": "mark-ambiguous", "value-negative": "mark-negative"}
        raise Unreadable(known.get(fault.code, "mark-unreadable")) from None


def claimed_mark(raw: object) -> HandMark:
    """The mark that a unit claims; '1/2' may be half a point, or one of two, and is neither."""
    if isinstance(raw, str) and "/" in raw:
        raise Unreadable("mark-unreadable")
    return mark_of(raw)


def mark_fault(mark: HandMark, criterion: Criterion, decimals: int) -> str:
    """Why a mark cannot stand for a criterion, as a finding's code; nothing when it can."""
    if mark.points > criterion.max_points:
        return "mark-above"
    # Marks set by hand stand beside those that the engine has rounded, and it takes them for whole steps (`HandMarks`).
    return "mark-step" if (mark.points * 10**decimals).denominator != 1 else ""


def new_mark(raw: object) -> HandMark | None:
    """The mark that an entry sets; None when the rule is to give it again."""
    if isinstance(raw, str) and nfc(raw).strip().casefold() in labels.COMPUTED:
        return None
    return mark_of(raw)


def fact_of(raw: object, indicator: Indicator) -> State:
    """The fact that an entry names; None for an unknown one."""
    if isinstance(raw, str) and nfc(raw).strip().casefold() in labels.UNKNOWN:
        return None
    return Known(fact_value(indicator, raw))


def says_nothing(raw: object) -> bool:
    """Whether nothing at all is said about evidence, not even that there is none."""
    return raw is None or raw == [] or (isinstance(raw, str) and not raw.strip())


def evidence_of(raw: object) -> tuple[Evidence, ...]:
    """The evidence that a text, a table or a list of those cites; a ValueError for anything else."""
    if isinstance(raw, list):
        return tuple(evidence for item in raw for evidence in evidence_of(item))
    if isinstance(raw, str):
        # A cell has no list: people part documents by lines or semicolons, for commas stand in their names.
        lines = [" ".join(line.split()) for line in re.split(r"[\n;]", nfc(raw))]
        return tuple(Evidence(line) for line in lines if line.casefold() not in NO_EVIDENCE)
    if isinstance(raw, dict):
        table: Any = EvidenceTable.model_validate(raw)
        if any((table.document, table.file, table.address)):
            return (Evidence(table.document, table.day, table.file, table.address),)
    raise ValueError("evidence")
