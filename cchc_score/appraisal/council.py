"""The rounds of an appraisal, applied one after the other: accepted facts and marks, and what was refused and why.

Within a round every entry stands against the state in which the round began, so that their order means nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from cchc_score.appraisal.chains import in_order
from cchc_score.appraisal.nouns import OPEN, Entry, Known, Phases, State
from cchc_score.appraisal.relations import Reasons, Related, related
from cchc_score.engine import score
from cchc_score.explain import used, value_words
from cchc_score.facts import Origin, Table, corrected
from cchc_score.findings import Finding, Place, Words
from cchc_score.methods import Method
from cchc_score.model import Criterion, Outcome, Scheme
from cchc_score.sheet import HandMark, HandMarks, ScoreSheet
from cchc_score.text import Lang, number, pick


@dataclass(frozen=True, slots=True)
class Appraised:
    """What has been accepted after some rounds: facts and marks, the entries that count, and what was noticed.

    `replaced` are the entries that others of their round supersede; `refused` are those that do not count. `reasons`
    are why facts are still in doubt, `settled` what was found in the reports and no longer holds.
    """

    table: Table
    marks: HandMarks
    applied: tuple[Entry, ...] = ()
    replaced: tuple[Entry, ...] = ()
    refused: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    reasons: Reasons = field(default_factory=dict)
    settled: tuple[Finding, ...] = ()


def appraise(
    scheme: Scheme,
    methods: Mapping[str, Method],
    table: Table,
    entries: Sequence[Entry],
    phases: Phases = OPEN,
    reasons: Reasons = MappingProxyType({}),
) -> tuple[Appraised, ...]:
    """The state before any round, and after each; with no entries, what was reported."""
    kept, clashing = _identified(entries)
    places = {unit.code: row for row, unit in enumerate(table.units)}
    strangers = [one for one in kept if one.unit not in places]
    before = Appraised(
        table,
        {},
        refused=(*(one for one, _ in clashing), *strangers),
        findings=(
            *(finding for _, finding in clashing),
            *(Finding("entry-unit", one.origin.place(one.unit)) for one in strangers),
        ),
        reasons=reasons,
    )
    states = [before]
    for round in sorted({one.round for one in entries}):
        own = [one for one in kept if one.round == round and one.unit in places]
        states.append(_Round(scheme, methods, states[-1], own, places).after(phases))
    return tuple(states)


def _identified(entries: Iterable[Entry]) -> tuple[list[Entry], list[tuple[Entry, Finding]]]:
    """Entries by their ids, each once, and those that bear the id of another one, with what to say of them.

    An id belongs to the round that first has it: what a later round adds takes nothing from an earlier one.
    """
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda one: (one.id, one.round, one.origin)):
        if not any(_equal(entry, other) for other in found[entry.id]):
            found[entry.id].append(entry)
    kept: list[Entry] = []
    clashing: list[tuple[Entry, Finding]] = []
    for own in found.values():
        first = [one for one in own if one.round == own[0].round]
        kept += first if len(first) == 1 else ()
        for one in own[1:] if len(first) == 1 else own:
            other = first[0] if one is not first[0] else first[1]
            code = "entry-id-twice" if other.round == one.round else "entry-id-earlier"
            clashing.append((one, Finding(code, one.origin.place(), {"id": one.id, "other": _where(other)})))
    return kept, clashing


def _equal(one: Entry, other: Entry) -> bool:
    return replace(one, origin=other.origin) == other


class _Round:
    """One round over the state that the earlier ones left."""

    def __init__(
        self,
        scheme: Scheme,
        methods: Mapping[str, Method],
        before: Appraised,
        entries: Sequence[Entry],
        places: Mapping[str, int],
    ) -> None:
        self.scheme, self.methods, self.before = scheme, methods, before
        self.entries, self.places = entries, places
        self.sheet: ScoreSheet | None = None
        self.by_id = {one.id: one for one in entries}
        self.chained: dict[str, Entry] = {}
        self.findings: list[Finding] = []

    def after(self, phases: Phases) -> Appraised:
        """The state after the round."""
        self.chained = {one.id: one for one in self.entries if self._timely(one, phases)}
        self.chained = self._standing()
        superseded = {one.supersedes for one in self.chained.values()}
        replaced = [one for one in self.chained.values() if one.id in superseded]
        active = [one for one in self.chained.values() if one.id not in superseded]
        counted = [one for one in self._undisputed(active) if self._present(one)]
        kept = {one.id for one in (*counted, *replaced)}
        before, facts = self.before, self._facts(counted)
        self.findings += facts.arisen
        return Appraised(
            facts.table,
            self._marks(counted),
            (*before.applied, *counted),
            (*before.replaced, *replaced),
            (*before.refused, *(one for one in self.entries if one.id not in kept)),
            (*before.findings, *self.findings),
            facts.reasons,
            (*before.settled, *facts.settled),
        )

    def _find(self, code: str, entry: Entry, **args: object) -> None:
        unit = self.before.table.units[self.places[entry.unit]]
        place = replace(entry.origin.place(unit.label), criterion=entry.criterion)
        self.findings.append(Finding(code, place, args))

    def _timely(self, entry: Entry, phases: Phases) -> bool:
        window = phases.appraised_in(entry.round)
        if window is None:
            self._find("entry-round", entry, round=entry.round)
        elif not window.holds(entry.on):
            self._find("entry-phase", entry, day=_day(entry.on), round=entry.round)
        return window is not None and window.holds(entry.on)

    def _standing(self) -> dict[str, Entry]:
        """The entries that can stand: one that supersedes another only where that one stands."""
        order, circles = in_order(self.chained)
        for entry in circles:
            self._find("entry-supersedes", entry, id=entry.supersedes)
        standing: dict[str, Entry] = {}
        for entry in order:
            if self._follows(entry, standing.get(entry.supersedes)):
                standing[entry.id] = entry
        return standing

    def _follows(self, entry: Entry, other: Entry | None) -> bool:
        """Whether an entry supersedes nothing, or `other`, which stands, from the value that it set."""
        if not entry.supersedes:
            return True
        meant = self.by_id.get(entry.supersedes)
        if meant is None or meant.target != entry.target:
            self._find("entry-supersedes", entry, id=entry.supersedes)
        elif other is None:
            self._find("entry-supersedes-refused", entry, id=entry.supersedes)
        elif entry.old != other.new:
            self._tell_old(entry, other.new, entry.old)
        else:
            return True
        return False

    def _root(self, entry: Entry) -> Entry:
        """The first of the entries that superseded one another."""
        while entry.supersedes in self.chained:
            entry = self.chained[entry.supersedes]
        return entry

    def _undisputed(self, entries: Sequence[Entry]) -> list[Entry]:
        """The entries that alone change what they change."""
        targets: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            targets[entry.target].append(entry)
        for own in targets.values():
            for one in own if len(own) > 1 else ():
                other = next(two for two in own if two is not one)
                mine, theirs = self._words(one, one.new), self._words(other, other.new)
                self._find("entry-conflict", one, round=one.round, mine=mine, theirs=theirs, other=_where(other))
        return [own[0] for own in targets.values() if len(own) == 1]

    def _present(self, entry: Entry) -> bool:
        """Whether what an entry and those it supersedes start from is the state in which the round began."""
        first, present = self._root(entry), self._state(entry)
        if first.old != present:
            # Both are told: the one whose start is wrong, and the one that falls with it.
            for one in dict.fromkeys((first.id, entry.id)):
                self._tell_old(self.chained[one], present, first.old)
        elif entry.new == present and first is entry and not self._doubted(entry):
            self._find("entry-same", entry, old=self._words(entry, entry.old))
        else:
            return True
        return False

    def _tell_old(self, entry: Entry, present: State, old: State) -> None:
        self._find("entry-old", entry, old=self._words(entry, old), present=self._words(entry, present))

    def _doubted(self, entry: Entry) -> bool:
        """Whether an entry is about a fact in doubt, which it may confirm."""
        return (self.places[entry.unit], entry.indicator) in self.before.table.doubts

    def _state(self, entry: Entry) -> State:
        """What an entry's target was when the round began."""
        row, table = self.places[entry.unit], self.before.table
        if entry.indicator:
            return Known(table.value(row, entry.indicator)) if table.known(row, entry.indicator) else None
        if self.sheet is None:
            self.sheet = score(self.scheme, self.methods, table, self.before.marks)
        mark = self.sheet.mark(row, self.sheet.criteria[entry.criterion])
        return HandMark(mark.outcome, mark.low)

    def _words(self, entry: Entry, state: State) -> Words:
        return Words(state_words(self.scheme, entry, state, "vi"), state_words(self.scheme, entry, state, "en"))

    def _facts(self, entries: Sequence[Entry]) -> Related:
        table = self.before.table
        own = {(self.places[one.unit], one.indicator): one for one in entries if one.indicator}
        changes = {
            key: (True, one.new.value) if isinstance(one.new, Known) else (False, None) for key, one in own.items()
        }
        origins = {key: _origin(table, key, one) for key, one in own.items()}
        self._tell_behind_marks(own, {(self.places[one.unit], one.criterion) for one in entries if one.criterion})
        after = corrected(table, self.scheme.indicators, changes, origins)
        return related(table, after, changes, self.before.reasons, self.scheme.indicators)

    def _tell_behind_marks(self, facts: Mapping[tuple[int, str], Entry], set_now: Set[tuple[int, str]]) -> None:
        """A corrected fact changes nothing where an earlier mark of a person stands that is not set again now."""
        standing: dict[int, list[Criterion]] = defaultdict(list)
        for row, place in self.before.marks.keys() - set_now:
            standing[row].append(self.scheme.criteria[place])
        for (row, code), entry in facts.items():
            behind = sorted(leaf.number for leaf in standing[row] if code in used(leaf, self.methods))
            if behind:
                self._find("entry-behind-mark", entry, criteria=behind)

    def _marks(self, entries: Sequence[Entry]) -> HandMarks:
        marks = dict(self.before.marks)
        for entry in entries:
            if entry.criterion:
                key = self.places[entry.unit], entry.criterion
                marks.pop(key, None)
                if isinstance(entry.new, HandMark):
                    marks[key] = entry.new
        return marks


def _origin(table: Table, key: tuple[int, str], entry: Entry) -> Origin:
    """Where a corrected fact stands now: the entry, and still the row of the form."""
    reported = table.origins.get(key)
    return Origin(entry.origin.file, entry.origin.line, reported.row if reported else "", remark=entry.reason)


def _where(entry: Entry) -> Words:
    place: Place = entry.origin.place()
    return Words(place.words("vi"), place.words("en"))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


_OUTCOMES = {
    Outcome.NOT_APPLICABLE: ("không áp dụng", "not applicable"),
    Outcome.PENDING: ("chờ", "pending"),
    Outcome.MISSING: ("thiếu", "missing"),
    Outcome.FAILED: ("phương pháp lỗi", "method failed"),
}


def state_words(scheme: Scheme, entry: Entry, state: State, lang: Lang) -> str:
    """A state of an entry's target as people read it, and may write it."""
    if isinstance(state, Known):
        return value_words(scheme.indicators[entry.indicator], state.value, lang)
    if state is None:
        return pick(lang, "chưa có", "unknown") if entry.indicator else pick(lang, "theo số liệu", "computed")
    return number(state.points, None, lang) if state.outcome == Outcome.SCORED else outcome_words(state.outcome, lang)


def outcome_words(outcome: Outcome, lang: Lang) -> str:
    """What stands in the place of points, as people read and write it."""
    return pick(lang, *_OUTCOMES[outcome])
