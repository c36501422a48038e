"""Which entry a row of an appraisal's workbook follows: one's own, or the one that whoever fills it has seen."""

from dataclasses import dataclass

from cchc_score.appraisal.appraisal_model import Entry, State
from cchc_score.appraisal.entry_states import answer_code, fact_cell_value, mark_cell_value
from cchc_score.appraisal.marks import fact_of, new_mark
from cchc_score.appraisal.workbook_columns import cell_value, comparable
from cchc_score.appraisal.workbook_export import RoundStart
from cchc_score.appraisal.workbook_rows import WorkbookRow
from cchc_score.intake.printed_values import Unreadable
from cchc_score.model import Scheme


@dataclass(frozen=True, slots=True)
class RowBefore:
    """The entry that a row supersedes; `is_own` where it is of the same person, who need not have seen it again."""

    entry: Entry
    is_own: bool


def entry_before(row: WorkbookRow, by: str, start: RoundStart, scheme: Scheme) -> RowBefore | None:
    """What a row follows; None where nobody has entered anything, or where it differs from what others entered.

    It differs where it was exported before they did: then both stand side by side, and the council chooses.
    """
    counted, rivals = start.counted.get(row.target), start.rivals.get(row.target, ())
    standing = rivals if counted is None else (counted,)
    if not standing:
        return None
    began = _shows(row, _first(row, start), scheme)
    own = [entry for entry in standing if entry.by == by]
    if own:
        return RowBefore(own[-1], began)
    if counted is None or (began and not _shows(row, counted.new, scheme)):
        return None
    return RowBefore(counted, False)


def _first(row: WorkbookRow, start: RoundStart) -> State:
    """The value of a row's target with which the round began."""
    unit, target = row.target
    at = next(at for at, one in enumerate(start.table.units) if one.code == unit)
    return start.first_mark(at, target) if row.about == "criterion" else start.first_fact(at, target)


def _shows(row: WorkbookRow, state: State, scheme: Scheme) -> bool:
    """Whether a state was the present value when a row was exported."""
    if row.plain:
        return _printed(row, scheme) == (state,)
    if row.about == "criterion":
        value = mark_cell_value(state, row.lang)
    else:
        value = fact_cell_value(state, scheme.indicators[row.target[1]], row.lang)
    return comparable(cell_value(row.cells["old"])) == comparable(value)


def _printed(row: WorkbookRow, scheme: Scheme) -> tuple[State] | None:
    """The present value that stands in a row of a plain form; None for one that cannot be read."""
    _, target = row.target
    try:
        if row.about == "criterion":
            return (new_mark(row.text("old")),)
        return (fact_of(answer_code(row.text("old"), scheme.indicators[target]), scheme.indicators[target]),)
    except Unreadable:
        return None
