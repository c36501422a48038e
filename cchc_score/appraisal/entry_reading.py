"""Entries of an appraisal from plain values, wherever they were written: in a TOML file or in a workbook."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from typing import NoReturn, TypeVar

from pydantic import ValidationError

from cchc_score.appraisal.appraisal_model import Entry, Evidence, State
from cchc_score.appraisal.entry_states import state_code
from cchc_score.appraisal.entry_tables import EntryTable
from cchc_score.appraisal.marks import evidence_of, fact_of, mark_of, new_mark, says_nothing
from cchc_score.appraisal.work_context import WorkContext, unknown
from cchc_score.facts import Origin
from cchc_score.files.toml_file import KeyPath
from cchc_score.findings import Finding, Place
from cchc_score.intake.printed_values import Unreadable, unreadable_args
from cchc_score.model import Criterion, Indicator, Unit
from cchc_score.sheet import HandMark
from cchc_score.text import brief
from cchc_score.validation import KeyPlaces, Model, validated

Read = TypeVar("Read")


class Unusable(Exception):
    """A part of the year's work that cannot be used; a finding has said why."""


class EntryReader:
    """Reads values that people wrote, and finds all their faults at once.

    `places` says where the value under a path of keys stands. A method raises Unusable after adding to `findings`
    why its value cannot be used.
    """

    def __init__(self, places: KeyPlaces, context: WorkContext, findings: list[Finding]) -> None:
        self.places, self.context, self.findings = places, context, findings

    def entry(self, raw: object, path: KeyPath, origin: Origin) -> Entry:
        """One entry from the values under its keys, which stand below `path`."""
        table = self.table(EntryTable, raw, path)
        # Each part is tried before any fault ends the entry, so that a person has all faults to mend at once.
        unit = self.attempt(self.unit, table.unit, (*path, "unit"))
        place = self.places.place(path, unit=unit.label if unit else "", criterion=table.criterion)
        states = self.attempt(self._states, table, place)
        evidence = self.attempt(self._stated_evidence, table.evidence, place)
        if unit is None or states is None or evidence is None:
            raise Unusable
        old, new = states
        entry = Entry(
            id=table.id,
            round=table.round,
            unit=unit.code,
            criterion=table.criterion,
            indicator=table.indicator,
            old=old,
            new=new,
            reason=table.reason,
            evidence=evidence,
            by=table.by,
            on=table.on,
            supersedes=table.supersedes,
            origin=origin,
        )
        # Made last, of the values as they were understood: the same entry in a workbook and in TOML gets the same id.
        return entry if entry.id else replace(entry, id=entry_id(entry))

    def _states(self, table: EntryTable, place: Place) -> tuple[State, State]:
        """What an entry says that its target was, and what it is to be."""
        # Neither and both are one mistake: it is not clear what the values are values of.
        if bool(table.criterion) == bool(table.indicator):
            self.stop("entry-target", place)
        before = len(self.findings)
        states = (self._marks if table.criterion else self._facts)(table, place)
        # None is a state too, so only the findings tell whether both could be read.
        if len(self.findings) > before:
            raise Unusable
        return states

    def _marks(self, table: EntryTable, place: Place) -> tuple[State, State]:
        criterion = self.attempt(self.leaf, table.criterion, place)
        # What is there already may be an exact fraction; what is set anew is whole steps.
        # Only another entry of the round can have left a mark to the rule.
        read_old = new_mark if table.supersedes else mark_of
        old = self.attempt(self.value, read_old, table.old, place)
        new = self.attempt(self.value, new_mark, table.new, place)
        if criterion is not None and new is not None:
            self.attempt(self.check_mark, new, criterion, place)
        return old, new

    def _facts(self, table: EntryTable, place: Place) -> tuple[State, State]:
        indicators = self.context.scheme.indicators
        indicator = indicators.get(table.indicator)
        if indicator is None:
            self.findings.append(unknown("indicator-absent", table.indicator, indicators, place))
            raise Unusable
        old, new = (self.attempt(self._fact, indicator, raw, place) for raw in (table.old, table.new))
        return old, new

    def new_state(self, criterion: str, indicator: str, raw: object, place: Place) -> State:
        """What a criterion, or else an indicator, is set to."""
        if bool(criterion) == bool(indicator):
            self.stop("entry-target", place)
        if criterion:
            leaf, new = self.leaf(criterion, place), self.value(new_mark, raw, place)
            return self.check_mark(new, leaf, place) if new is not None else None
        known = self.context.scheme.indicators.get(indicator)
        if known is None:
            self.findings.append(unknown("indicator-absent", indicator, self.context.scheme.indicators, place))
            raise Unusable
        return self._fact(known, raw, place)

    def _fact(self, indicator: Indicator, raw: object, place: Place) -> State:
        try:
            return fact_of(raw, indicator)
        except Unreadable as fault:
            self.stop(fault.code, place, **unreadable_args(indicator, brief(raw)))

    def _stated_evidence(self, raw: object, place: Place) -> tuple[Evidence, ...]:
        """The evidence of an entry, which must say so where there is none."""
        # An empty cell may have been forgotten; that there is no evidence has to be written.
        if says_nothing(raw):
            self.stop("entry-evidence", place)
        return self.evidence(raw, place)

    def table(self, model: type[Model], raw: object, path: KeyPath, **at: str) -> Model:
        """A table as its model."""
        table = validated(model, raw, self.places, path, self.findings, **at)
        if table is None:
            raise Unusable
        return table

    def unit(self, name: str, path: KeyPath) -> Unit:
        """The unit with a name or code, which stands at a path."""
        unit = self.context.owners.named(name, self.places.place(path), self.findings)
        if unit is None:
            raise Unusable
        return unit

    def area(self, word: str, path: KeyPath) -> str:
        """The code of the area that a code or a number means."""
        codes = {str(area.number): area.code for area in self.context.scheme.areas}
        codes |= {area.code: area.code for area in self.context.scheme.areas}
        if word not in codes:
            self.findings.append(unknown("area-named", word, codes, self.places.place(path)))
            raise Unusable
        return codes[word]

    def leaf(self, number: str, place: Place) -> Criterion:
        """The criterion with a number, which a person may mark."""
        criterion = self.context.leaf(number, place, self.findings)
        if criterion is None:
            raise Unusable
        return criterion

    def check_mark(self, mark: HandMark, criterion: Criterion, place: Place) -> HandMark:
        """The mark itself, if it can stand for a criterion."""
        if not self.context.usable(mark, criterion, place, self.findings):
            raise Unusable
        return mark

    def value(self, read: Callable[[object], Read], raw: object, place: Place) -> Read:
        """What a function of marks reads in a value."""
        try:
            return read(raw)
        except Unreadable as fault:
            self.stop(fault.code, place, text=brief(raw))

    def evidence(self, raw: object, place: Place) -> tuple[Evidence, ...]:
        """The evidence that a value cites."""
        try:
            return evidence_of(raw)
        except (ValueError, ValidationError):
            self.stop("evidence-unreadable", place)

    def attempt(self, read: Callable[..., Read], *args: object) -> Read | None:
        """What a method of the reader gives; None where it raises Unusable, so that reading goes on."""
        with suppress(Unusable):
            return read(*args)
        return None

    def stop(self, code: str, place: Place, **args: object) -> NoReturn:
        """Add a finding and raise Unusable."""
        self.findings.append(Finding(code, place, args))
        raise Unusable


def entry_id(entry: Entry) -> str:
    """A short id for an entry without one, the same wherever the same is written."""
    states = [state_code(state, entry.criterion) for state in (entry.old, entry.new)]
    # A change here would change the ids of entries that other entries and explanations name.
    about = (
        entry.round, entry.unit, entry.criterion, entry.indicator, *states,
        entry.reason, [cited.words("vi") for cited in entry.evidence], entry.by, entry.on.isoformat(), entry.supersedes,
    )  # fmt: skip
    return sha256(json.dumps(about, ensure_ascii=False).encode()).hexdigest()[:10]
