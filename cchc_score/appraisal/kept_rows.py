"""Rows of an appraisal's workbook that ask for no change: marks that are kept, and what was taken in before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.marks import mark_of
from cchc_score.appraisal.moments import Moment, start_of
from cchc_score.appraisal.workbook_rows import WorkbookRow
from cchc_score.catalogue.labels import KEPT
from cchc_score.documents import Cell
from cchc_score.facts import Origin
from cchc_score.intake.printed_values import Unreadable
from cchc_score.sheet import HandMark
from cchc_score.text import nfc


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row whose mark somebody keeps: the mark that stands in it, and who kept it when."""

    unit: str
    criterion: str
    mark: HandMark
    by: str
    on: Moment
    origin: Origin


def kept_mark(row: WorkbookRow) -> HandMark | None:
    """The mark that a row keeps: 'giữ nguyên', or the present mark once more; None where it says anything else.

    With a reason beside it a mark set anew counts as an entry, even where it is the same: somebody wants it on paper.
    """
    present = _mark(row.cells["old"])
    if row.about != "criterion" or present is None or row.filled("reason"):
        return None
    said = nfc(row.text("new")).casefold()
    if said in KEPT or said == "x":
        return present
    return present if _mark(row.cells["new"]) == present else None


def _mark(cell: Cell) -> HandMark | None:
    if cell.fault:
        return None
    raw = cell.value if cell.value is not None and not isinstance(cell.value, bool | date) else cell.text
    try:
        return mark_of(raw)
    except Unreadable:
        return None


def confirmations(rows: Iterable[KeptRow], round: int) -> tuple[Confirmation, ...]:
    """The marks that are kept, together for each unit, person and day."""

    def whose(row: KeptRow) -> tuple[str, str, datetime]:
        return row.unit, row.by, start_of(row.on)

    # In the order of the workbook within a unit, which is that of the scheme.
    ordered = sorted(rows, key=whose)
    return tuple(
        Confirmation(
            round=round,
            unit=unit,
            seen=tuple((row.criterion, row.mark) for row in own),
            by=by,
            on=own[0].on,
            origin=own[0].origin,
        )
        for (unit, by, _), group in groupby(ordered, whose)
        if (own := list(group))
    )


def kept_before(acts: Iterable[object], round: int) -> frozenset[tuple[str, str, HandMark, str]]:
    """The marks that people kept in a round already, each with its unit, criterion and who kept it."""
    return frozenset(
        (act.unit, number, mark, act.by)
        for act in acts
        if isinstance(act, Confirmation) and act.round == round
        for number, mark in act.seen
    )


def taken_in_before(
    entry: Entry, counted: Mapping[tuple[str, str], Entry], rivals: Mapping[tuple[str, str], Sequence[Entry]]
) -> bool:
    """Whether the round has an entry already that sets the same, for the same reason, in the same name."""
    others = [*([counted[entry.target]] if entry.target in counted else []), *rivals.get(entry.target, ())]
    return any((other.new, other.reason, other.by) == (entry.new, entry.reason, entry.by) for other in others)
