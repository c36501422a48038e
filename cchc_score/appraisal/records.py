"""Entries, explanations and self-scores in our own TOML."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Annotated, Any, NoReturn, TypeVar

from pydantic import Field, ValidationError

from cchc_score.appraisal.nouns import Claim, Entry, Evidence, Explanation, Known, State
from cchc_score.appraisal.rules import Rules, unknown
from cchc_score.appraisal.values import claimed_mark, evidence_of, fact_of, mark_of, new_mark, silent
from cchc_score.borders import Border, Line, Model, Slug, validated
from cchc_score.documents import Record
from cchc_score.explain import value_plain
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.values import Unreadable, unreadable_args
from cchc_score.model import Criterion, Indicator, Outcome, Unit
from cchc_score.points import plain
from cchc_score.sheet import HandMark
from cchc_score.text import brief
from cchc_score.toml_file import Path, TomlFile

One = TypeVar("One")


class EntryTable(Border):
    """`[[entry]]`."""

    id: Slug = ""
    round: Annotated[int, Field(ge=1, le=9)]
    unit: Line
    criterion: Line = ""
    indicator: Line = ""
    old: Any
    new: Any
    reason: Line
    evidence: Any
    by: Line
    on: date
    supersedes: Slug = ""


class ExplanationTable(Border):
    """`[[explanation]]`."""

    unit: Line
    entry: Slug
    text: Line
    evidence: Any = ""
    by: Line
    on: date


class SelfScoreTable(Border):
    """`[self_score]`."""

    unit: Line
    by: Line
    on: date


class ClaimTable(Border):
    """One claim, under the number of its criterion."""

    points: Any
    evidence: Any = ""
    explanation: str = ""


class WorkFile(Border):
    """What a file of the working year may hold."""

    self_score: dict[str, Any] | None = None
    claims: dict[str, Any] = {}
    entry: list[Any] = []
    explanation: list[Any] = []


@dataclass(frozen=True, slots=True)
class Work:
    """What one or more documents of the working year tell."""

    claims: tuple[Claim, ...] = ()
    entries: tuple[Entry, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    findings: tuple[Finding, ...] = ()


def from_work_record(record: Record, name: str, rules: Rules) -> Work:
    """The self-scores, entries and explanations of a TOML file; what cannot be used is among its findings."""
    reading = _Reading(TomlFile(name, record.data, record.lines, ""), rules)
    try:
        top = reading.table(WorkFile, dict(record.data), ())
    except _Unusable:
        return Work(findings=tuple(reading.findings))
    entries = reading.each(reading.entry, "entry", top.entry)
    explanations = reading.each(reading.explanation, "explanation", top.explanation)
    claims = reading.claims(top)
    return Work(tuple(claims), tuple(entries), tuple(explanations), tuple(reading.findings))


class _Unusable(Exception):
    """A part of a file that cannot be used; a finding has said why."""


class _Reading:
    """One file while it is read."""

    def __init__(self, file: TomlFile, rules: Rules) -> None:
        self.file, self.rules = file, rules
        self.findings: list[Finding] = []

    def table(self, model: type[Model], raw: object, path: Path, **at: str) -> Model:
        """A table as its model."""
        table = validated(model, raw, self.file, path, self.findings, **at)
        if table is None:
            raise _Unusable
        return table

    def each(self, read: Callable[[object, Path], One], key: str, raws: Sequence[object]) -> list[One]:
        """The usable ones of a list of tables."""
        found = []
        for place, raw in enumerate(raws):
            with suppress(_Unusable):
                found.append(read(raw, (key, str(place))))
        return found

    def claims(self, top: WorkFile) -> list[Claim]:
        """The claims of the unit that the file is about."""
        found: list[Claim] = []
        if top.self_score is None and not top.claims:
            return found
        head = self._try(self.table, SelfScoreTable, top.self_score or {}, ("self_score",))
        unit = self._try(self._unit, head.unit, ("self_score", "unit")) if head else None
        for number, raw in top.claims.items():
            with suppress(_Unusable):
                found.append(self._claim(unit, head, number, raw))
        return found

    def _claim(self, unit: Unit | None, head: SelfScoreTable | None, number: str, raw: object) -> Claim:
        """One claim; where nobody knows whose it is, only its faults are told."""
        path, name = ("claims", number), unit.label if unit else ""
        place = self.file.place(path, unit=name, criterion=number)
        criterion = self._try(self._leaf, number, place)
        table = self.table(ClaimTable, raw if isinstance(raw, dict) else {"points": raw}, path, unit=name)
        mark = self._try(self._state, claimed_mark, table.points, place)
        evidence = self._try(self._evidence, table.evidence, place)
        if mark is not None and criterion is not None:
            self._usable(mark, criterion, place)
        if unit is None or head is None or criterion is None or mark is None or evidence is None:
            raise _Unusable
        origin = Origin(self.file.name, self.file.line(path), printed=brief(table.points))
        return Claim(unit.code, number, mark, evidence, table.explanation, head.by, head.on, origin)

    def entry(self, raw: object, path: Path) -> Entry:
        """One entry of an appraisal."""
        table = self.table(EntryTable, raw, path)
        unit = self._try(self._unit, table.unit, (*path, "unit"))
        place = self.file.place(path, unit=unit.label if unit else "", criterion=table.criterion)
        states = self._try(self._states, table, place)
        evidence = self._try(self._stated_evidence, table.evidence, place)
        if unit is None or states is None or evidence is None:
            raise _Unusable
        entry = Entry(
            table.id, table.round, unit.code, table.criterion, table.indicator, *states, table.reason, evidence,
            table.by, table.on, table.supersedes, Origin(self.file.name, self.file.line(path)),
        )  # fmt: skip
        return replace(entry, id=entry.id or fingerprint(entry))

    def _states(self, table: EntryTable, place: Place) -> tuple[State, State]:
        """What an entry says that its target was, and what it is to be."""
        if bool(table.criterion) == bool(table.indicator):
            self._stop("entry-target", place)
        before = len(self.findings)
        states = (self._marks if table.criterion else self._facts)(table, place)
        if len(self.findings) > before:
            raise _Unusable
        return states

    def _marks(self, table: EntryTable, place: Place) -> tuple[State, State]:
        criterion = self._try(self._leaf, table.criterion, place)
        # What is there already may be an exact fraction; what is set anew is whole steps.
        # Only another entry of the round can have left a mark to the rule.
        was = new_mark if table.supersedes else mark_of
        old, new = (self._try(self._state, *one, place) for one in ((was, table.old), (new_mark, table.new)))
        if criterion is not None and new is not None:
            self._try(self._usable, new, criterion, place)
        return old, new

    def _facts(self, table: EntryTable, place: Place) -> tuple[State, State]:
        indicators = self.rules.scheme.indicators
        indicator = indicators.get(table.indicator)
        if indicator is None:
            self.findings.append(unknown("indicator-absent", table.indicator, indicators, place))
            raise _Unusable
        old, new = (self._try(self._fact, indicator, raw, place) for raw in (table.old, table.new))
        return old, new

    def _fact(self, indicator: Indicator, raw: object, place: Place) -> State:
        try:
            return fact_of(raw, indicator)
        except Unreadable as fault:
            self._stop(fault.code, place, **unreadable_args(indicator, brief(raw)))

    def _stated_evidence(self, raw: object, place: Place) -> tuple[Evidence, ...]:
        """The evidence of an entry, which must say so where there is none."""
        if silent(raw):
            self._stop("entry-evidence", place)
        return self._evidence(raw, place)

    def explanation(self, raw: object, path: Path) -> Explanation:
        """One answer of a commune."""
        table = self.table(ExplanationTable, raw, path)
        unit = self._try(self._unit, table.unit, (*path, "unit"))
        evidence = self._try(self._evidence, table.evidence, self.file.place(path, unit=unit.label if unit else ""))
        if unit is None or evidence is None:
            raise _Unusable
        origin = Origin(self.file.name, self.file.line(path))
        return Explanation(unit.code, table.entry, table.text, evidence, table.by, table.on, origin)

    def _try(self, read: Callable[..., One], *args: object) -> One | None:
        """What a reading gives; None where a finding has said why it gives nothing."""
        with suppress(_Unusable):
            return read(*args)
        return None

    def _stop(self, code: str, place: Place, **args: object) -> NoReturn:
        self.findings.append(Finding(code, place, args))
        raise _Unusable

    def _unit(self, name: str, path: Path) -> Unit:
        unit = self.rules.owners.named(name, self.file.place(path), self.findings)
        if unit is None:
            raise _Unusable
        return unit

    def _leaf(self, number: str, place: Place) -> Criterion:
        criterion = self.rules.leaf(number, place, self.findings)
        if criterion is None:
            raise _Unusable
        return criterion

    def _usable(self, mark: HandMark, criterion: Criterion, place: Place) -> HandMark:
        if not self.rules.usable(mark, criterion, place, self.findings):
            raise _Unusable
        return mark

    def _state(self, read: Callable[[object], One], raw: object, place: Place) -> One:
        try:
            return read(raw)
        except Unreadable as fault:
            self._stop(fault.code, place, text=brief(raw))

    def _evidence(self, raw: object, place: Place) -> tuple[Evidence, ...]:
        try:
            return evidence_of(raw)
        except (ValueError, ValidationError):
            self._stop("evidence-unreadable", place)


def fingerprint(entry: Entry) -> str:
    """A short name for an entry, the same wherever the same is written."""
    states = [state_plain(one, entry.criterion) for one in (entry.old, entry.new)]
    about = (
        entry.round, entry.unit, entry.criterion, entry.indicator, *states,
        entry.reason, [one.words("vi") for one in entry.evidence], entry.by, entry.on.isoformat(), entry.supersedes,
    )  # fmt: skip
    return sha256(json.dumps(about, ensure_ascii=False).encode()).hexdigest()[:10]


def state_plain(state: State, criterion: str) -> bool | str:
    """A state as an entry's TOML says it; `criterion` is empty for a fact."""
    if state is None:
        return "computed" if criterion else "unknown"
    if isinstance(state, Known):
        return value_plain(state.value)
    return plain(state.points) if state.outcome == Outcome.SCORED else state.outcome.name.lower()
