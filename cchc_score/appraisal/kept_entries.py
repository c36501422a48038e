"""Entries that were read before, held against the scheme of today: what it no longer knows cannot be used."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from fractions import Fraction

from cchc_score.appraisal.appraisal_model import Entry, Known, State
from cchc_score.appraisal.entries_toml import entry_keys
from cchc_score.appraisal.entry_reading import EntryReader, Unusable
from cchc_score.appraisal.marks import mark_fault
from cchc_score.appraisal.work_context import WorkContext
from cchc_score.facts import Origin
from cchc_score.files.toml_file import KeyPath
from cchc_score.findings import Finding, Place
from cchc_score.intake.printed_values import Unreadable, check_number
from cchc_score.model import Indicator
from cchc_score.sheet import HandMark


class _KeptPlaces:
    """Where an entry stood when it was read; its keys are not told apart."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin

    def place(self, path: KeyPath, **at: object) -> Place:
        """The place of the entry."""
        unit, criterion = str(at.get("unit", "")), str(at.get("criterion", ""))
        return Place(self._origin.file, self._origin.line, unit=unit, criterion=criterion, cell=self._origin.cell)


def usable_entries(entries: Iterable[Entry], context: WorkContext) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """The entries that can be used, as they are, and why the others cannot."""
    usable: list[Entry] = []
    findings: list[Finding] = []
    for entry in entries:
        places = _KeptPlaces(entry.origin)
        # Written out it would name one of the two only.
        if bool(entry.criterion) == bool(entry.indicator):
            findings.append(Finding("entry-target", places.place(())))
            continue
        if _surely_usable(entry, context):
            usable.append(entry)
            continue
        reader = EntryReader(places, context, findings)
        with suppress(Unusable):
            # By the reader that reads a file: what it would refuse there it refuses here.
            reader.entry(entry_keys(entry, "en"), (), entry.origin)
            usable.append(entry)
    return tuple(usable), tuple(findings)


def _surely_usable(entry: Entry, context: WorkContext) -> bool:
    """Whether nothing about an entry needs a second look, as long as the rules are those with which it was read."""
    if entry.unit not in context.owners.codes:
        return False
    states = (entry.old, entry.new)
    if entry.indicator:
        indicator = context.scheme.indicators.get(entry.indicator)
        return indicator is not None and all(_fits(state, indicator) for state in states)
    leaf = context.scheme.criteria.get(entry.criterion)
    if leaf is None or leaf.parts or leaf.number not in context.assessed:
        return False
    set_now = entry.new is None or (
        isinstance(entry.new, HandMark) and not mark_fault(entry.new, leaf, context.scheme.decimals_of(leaf))
    )
    return set_now and not any(isinstance(state, Known) for state in states)


def _fits(state: State, indicator: Indicator) -> bool:
    """Whether a state is one of a fact of this kind."""
    if state is None or not isinstance(state, Known):
        return state is None
    value = state.value
    if isinstance(value, Fraction):
        try:
            return check_number(indicator, value) == value
        except Unreadable:
            return False
    return {
        "yes_no": isinstance(value, bool),
        "date": value is None or isinstance(value, date),
        "option": isinstance(value, str) and any(option.code == value for option in indicator.options),
    }.get(indicator.kind, False)
