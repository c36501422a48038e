"""What the corrections of a review make of the report of a unit, and which of them no longer fit it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc_score.appraisal.appraisal_model import Known
from cchc_score.appraisal.entry_states import fact_cell_value
from cchc_score.appraisal.workbook_columns import comparable
from cchc_score.files.toml_file import TomlFile
from cchc_score.findings import Finding
from cchc_score.intake.printed_values import Unreadable
from cchc_score.intake.toml_reports import fact_value
from cchc_score.model import Form, Indicator
from cchc_score.review.corrected_toml import FACTS, Checked, checked_fact, corrected_text
from cchc_score.review.corrections import Correction, shown_words
from cchc_score.rule_words import value_words


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A correction of a figure in a file, under the key that it has there; `done` where the file says so already.

    `old` and `new` are None for a figure that the report does not have.
    """

    correction: Correction
    file: str
    key: str
    indicator: Indicator
    old: Known | None
    new: Known | None
    done: bool


def figure_changes(
    file: TomlFile,
    corrections: Sequence[Correction],
    form: Form | None,
    indicators: Mapping[str, Indicator],
    found: list[Finding],
) -> Iterator[FigureChange]:
    """What each correction changes; `found` gets those whose figure is by now another than the workbook shows."""
    rows = {row.code: row.indicator for row in form.rows.values()} if form else {}
    # A person with the form in hand writes its row codes.
    keys = {rows.get(key) or key: key for key in file.data[FACTS]}
    for correction in corrections:
        indicator = indicators[correction.indicator]
        key = keys.get(indicator.code, indicator.code)
        try:
            old, confirmed = _present(file, key, indicator)
        except Unreadable:
            found.append(Finding("review-unwritable", correction.place, {"key": key}))
            continue
        new = correction.new if correction.changed else old
        done = old == new and (confirmed or not correction.confirmed)
        told = "" if old is None else comparable(fact_cell_value(old, indicator, correction.lang))
        if told != correction.shown and not (done and correction.changed):
            args = {"told": shown_words(correction.shown), "present": shown_words(told)}
            found.append(Finding("review-stale", correction.place, args))
            continue
        yield FigureChange(
            correction=correction, file=file.name, key=key, indicator=indicator, old=old, new=new, done=done
        )


def _present(file: TomlFile, key: str, indicator: Indicator) -> tuple[Known | None, bool]:
    """The figure that a report has, and whether somebody has confirmed it."""
    facts = file.data[FACTS]
    if key not in facts:
        return None, False
    table = facts[key] if isinstance(facts[key], Mapping) else {"value": facts[key]}
    return Known(fact_value(indicator, table.get("value"))), table.get("confirmed") is True


def changed_report(
    file: TomlFile, text: str, changes: Sequence[FigureChange], found: list[Finding]
) -> tuple[str, tuple[FigureChange, ...]]:
    """The text of a report after some changes, and those of them that it holds.

    Where the text cannot be changed as it is meant it stays, and `found` gets why.
    """
    facts = {change.key: _fact(file, change) for change in changes if not change.done}
    changed = corrected_text(file, text, facts) if facts else text
    if changed is not None:
        return changed, tuple(changes)
    left = [change for change in changes if not change.done]
    found += [Finding("review-unwritable", change.correction.place, {"key": change.key}) for change in left]
    return text, tuple(change for change in changes if change.done)


def _fact(file: TomlFile, change: FigureChange) -> Checked:
    old = change.old
    words = "" if old is None else value_words(change.indicator, old.value, change.correction.lang)
    return checked_fact(file.data[FACTS].get(change.key), change.correction, words)
