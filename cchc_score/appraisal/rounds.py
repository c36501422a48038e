"""The rounds of an appraisal: entries in order, each applied, replaced or refused."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from cchc_score.appraisal.acts import Settlement
from cchc_score.appraisal.appraisal_model import OPEN, Entry, Known, Phases, State
from cchc_score.appraisal.entry_order import identify_entries, order_entries, place_words
from cchc_score.appraisal.entry_states import state_words
from cchc_score.appraisal.moments import moment_words
from cchc_score.appraisal.relations import CorrectedTable, DoubtReasons, correct_doubts
from cchc_score.appraisal.round_state import RoundState
from cchc_score.appraisal.settlements import Choices
from cchc_score.appraisal.timeliness import in_time
from cchc_score.engine import score
from cchc_score.facts import Origin, Table, corrected
from cchc_score.findings import Finding, Words
from cchc_score.methods import Method
from cchc_score.model import Criterion, Scheme
from cchc_score.rule_words import used
from cchc_score.sheet import HandMark, HandMarks, ScoreSheet


def appraise(
    scheme: Scheme,
    methods: Mapping[str, Method],
    table: Table,
    entries: Sequence[Entry],
    phases: Phases = OPEN,
    reasons: DoubtReasons = MappingProxyType({}),
    marks: HandMarks = MappingProxyType({}),
    settlements: Sequence[Settlement] = (),
) -> tuple[RoundState, ...]:
    """The state before any round, and after each; with no entries, what was reported.

    `marks` stand before the first round, as those of criteria that are taken out. `settlements` are what a council
    chose where entries differ.
    """
    kept, clashing = identify_entries(entries)
    rows = {unit.code: row for row, unit in enumerate(table.units)}
    # Refused with a finding rather than dropped: every entry of the year ends as applied, replaced or refused.
    strangers = [entry for entry in kept if entry.unit not in rows]
    before = RoundState(
        table=table,
        marks=marks,
        refused=(*(entry for entry, _ in clashing), *strangers),
        findings=(
            *(finding for _, finding in clashing),
            *(Finding("entry-unit", entry.origin.place(entry.unit)) for entry in strangers),
        ),
        reasons=reasons,
    )
    states = [before]
    # Of all entries, refused ones too: a stage has its state, even one of a round in which nothing counts.
    for round in sorted({entry.round for entry in entries}):
        own = [entry for entry in kept if entry.round == round and entry.unit in rows]
        choices = Choices([act for act in settlements if act.round == round], phases)
        at_work = _Round(scheme=scheme, methods=methods, before=states[-1], entries=own, rows=rows, choices=choices)
        states.append(at_work.after(phases))
    return tuple(states)


class _Round:
    """One round over the state that the earlier ones left."""

    def __init__(
        self,
        scheme: Scheme,
        methods: Mapping[str, Method],
        before: RoundState,
        entries: Sequence[Entry],
        rows: Mapping[str, int],
        choices: Choices,
    ) -> None:
        self.choices = choices
        self.scheme, self.methods, self.before = scheme, methods, before
        self.entries, self.rows = entries, rows
        self.sheet: ScoreSheet | None = None
        self.by_id = {entry.id: entry for entry in entries}
        self.chained: dict[str, Entry] = {}
        self.findings: list[Finding] = []
        self.disputed: list[tuple[Entry, ...]] = []
        self.between: dict[tuple[str, tuple[str, str]], Sequence[Entry]] = {}

    def after(self, phases: Phases) -> RoundState:
        """The state after the round."""
        # Out of time comes first: what is too late can neither supersede another entry nor dispute its target.
        self.chained = {entry.id: entry for entry in self.entries if self._timely(entry, phases)}
        self.chained = self._standing()
        superseded = {entry.supersedes for entry in self.chained.values()}
        replaced = [entry for entry in self.chained.values() if entry.id in superseded]
        # Only the last entry of a chain speaks for it, so that those before it are no rivals.
        active = [entry for entry in self.chained.values() if entry.id not in superseded]
        counted = [entry for entry in self._undisputed(active) if self._present(entry)]
        chosen = [entry for entry in counted if self._is_chosen(entry)]
        replaced += [rival for entry in chosen for rival in self.between[entry.id, entry.target]]
        # What is not counted is refused, for whatever reason: none can be lost between the steps.
        kept = {entry.id for entry in (*counted, *replaced)}
        before, facts = self.before, self._facts(counted)
        self.findings += facts.arisen
        return RoundState(
            table=facts.table,
            marks=self._marks(counted),
            applied=(*before.applied, *counted),
            replaced=(*before.replaced, *replaced),
            refused=(*before.refused, *(entry for entry in self.entries if entry.id not in kept)),
            findings=(*before.findings, *self.findings),
            reasons=facts.reasons,
            settled=(*before.settled, *facts.settled),
            disputed=(*before.disputed, *self.disputed),
            chosen=(*before.chosen, *chosen),
        )

    def _find(self, code: str, entry: Entry, **args: object) -> None:
        unit = self.before.table.units[self.rows[entry.unit]]
        place = replace(entry.origin.place(unit.label), criterion=entry.criterion)
        self.findings.append(Finding(code, place, args))

    def _timely(self, entry: Entry, phases: Phases) -> bool:
        window = phases.appraised_in(entry.round)
        if window is None:
            self._find("entry-round", entry, round=entry.round)
        elif not in_time(entry.on, window):
            self._find("entry-phase", entry, day=moment_words(entry.on), round=entry.round)
        return window is not None and in_time(entry.on, window)

    def _standing(self) -> dict[str, Entry]:
        """The entries that can stand: an entry that supersedes another stands only if the other one does."""
        order, circles = order_entries(self.chained)
        # None of a circle can have been first.
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
        if entry.supersedes in self.choices.ids:
            self._find("entry-settled", entry, id=entry.supersedes)
        elif meant is None or meant.target != entry.target:
            self._find("entry-supersedes", entry, id=entry.supersedes)
        elif other is None:
            self._find("entry-supersedes-refused", entry, id=entry.supersedes)
        # What a chain says must follow: whoever supersedes has to have seen the value that they replace.
        elif entry.old != other.new:
            self._refuse_old(entry, other.new, entry.old)
        else:
            return True
        return False

    def _root(self, entry: Entry) -> Entry:
        """The first entry of a chain in which each supersedes the one before."""
        while entry.supersedes in self.chained:
            entry = self.chained[entry.supersedes]
        return entry

    def _undisputed(self, entries: Sequence[Entry]) -> list[Entry]:
        """The entries whose target no other entry changes, and what the council chose where others do.

        Both of two that change one target are refused, unless it has chosen.
        """
        targets: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            targets[entry.target].append(entry)
        kept = [own[0] for own in targets.values() if len(own) == 1]
        for own in targets.values():
            choice = self._choice(own) if len(own) > 1 else None
            if choice is not None:
                kept.append(choice)
                self.between[choice.id, choice.target] = own
            elif len(own) > 1:
                self.disputed.append(tuple(own))
            for entry in own if len(own) > 1 and choice is None else ():
                other = next(rival for rival in own if rival is not entry)
                mine, theirs = self._words(entry, entry.new), self._words(other, other.new)
                where = {"other": place_words(other), "id": entry.id, "rival": other.id}
                self._find("entry-conflict", entry, round=entry.round, mine=mine, theirs=theirs, **where)
        return kept

    def _choice(self, rivals: Sequence[Entry]) -> Entry | None:
        """What the council chose between entries that differ, from the value that one of them found."""
        present = self._state(rivals[0])
        olds = [self._root(entry).old for entry in rivals]
        choice = self.choices.entry(rivals, present if present in olds else olds[0])
        # Under the id of an entry nobody could tell which of the two is meant.
        return None if choice is None or choice.id in self.by_id else choice

    def _is_chosen(self, entry: Entry) -> bool:
        return (entry.id, entry.target) in self.between

    def _present(self, entry: Entry) -> bool:
        """Whether an entry's chain starts from the value at the beginning of the round; a lone entry must change it."""
        first, present = self._root(entry), self._state(entry)
        if first.old != present:
            # Both have a finding: the one whose start is wrong, and the one that falls with it.
            for wrong in {first.id: first, entry.id: entry}.values():
                self._refuse_old(wrong, present, first.old)
        # In a chain, to go back to what was there takes the other entry back; alone, it changes nothing.
        elif entry.new == present and first is entry and not (self._doubted(entry) or self._is_chosen(entry)):
            self._find("entry-same", entry, old=self._words(entry, entry.old))
        else:
            return True
        return False

    def _refuse_old(self, entry: Entry, present: State, old: State) -> None:
        self._find("entry-old", entry, old=self._words(entry, old), present=self._words(entry, present))

    def _doubted(self, entry: Entry) -> bool:
        """Whether an entry is about a fact in doubt, which it may confirm."""
        return (self.rows[entry.unit], entry.indicator) in self.before.table.doubts

    def _state(self, entry: Entry) -> State:
        """What an entry's target was when the round began."""
        row, table = self.rows[entry.unit], self.before.table
        if entry.indicator:
            return Known(table.value(row, entry.indicator)) if table.known(row, entry.indicator) else None
        # A round that only corrects facts needs no sheet.
        if self.sheet is None:
            self.sheet = score(self.scheme, self.methods, table, self.before.marks)
        mark = self.sheet.mark(row, self.sheet.criteria[entry.criterion])
        # As a person would write it, so that it can be compared with the old value of an entry.
        return HandMark(mark.outcome, mark.low)

    def _words(self, entry: Entry, state: State) -> Words:
        return Words(state_words(self.scheme, entry, state, "vi"), state_words(self.scheme, entry, state, "en"))

    def _facts(self, entries: Sequence[Entry]) -> CorrectedTable:
        table = self.before.table
        # No two are about one fact by now: rivals were refused, and of a chain only its end is left.
        own = {(self.rows[entry.unit], entry.indicator): entry for entry in entries if entry.indicator}
        changes = {
            key: (True, entry.new.value) if isinstance(entry.new, Known) else (False, None)
            for key, entry in own.items()
        }
        origins = {key: _origin(table, key, entry) for key, entry in own.items()}
        self._warn_behind_marks(own, {(self.rows[entry.unit], entry.criterion) for entry in entries if entry.criterion})
        after = corrected(table, self.scheme.indicators, changes, origins)
        return correct_doubts(
            table, after, changes, self.before.reasons, self.scheme.indicators, self.scheme.first_and_last_day
        )

    def _warn_behind_marks(self, facts: Mapping[tuple[int, str], Entry], set_now: Set[tuple[int, str]]) -> None:
        """A corrected fact changes nothing where an earlier mark of a person stands that is not set again now."""
        standing: dict[int, list[Criterion]] = defaultdict(list)
        for row, number in self.before.marks.keys() - set_now:
            standing[row].append(self.scheme.criteria[number])
        for (row, code), entry in facts.items():
            behind = sorted(leaf.number for leaf in standing[row] if code in used(self.scheme, leaf, self.methods))
            if behind:
                self._find("entry-behind-mark", entry, criteria=behind)

    def _marks(self, entries: Sequence[Entry]) -> HandMarks:
        marks = dict(self.before.marks)
        for entry in entries:
            if entry.criterion:
                key = self.rows[entry.unit], entry.criterion
                # An entry without a new mark gives the criterion back to its rule.
                marks.pop(key, None)
                if isinstance(entry.new, HandMark):
                    marks[key] = entry.new
        return marks


def _origin(table: Table, key: tuple[int, str], entry: Entry) -> Origin:
    """Where a corrected fact stands now: the entry, and still the row of the form."""
    reported = table.origins.get(key)
    return Origin(entry.origin.file, entry.origin.line, reported.row if reported else "", remark=entry.reason)
