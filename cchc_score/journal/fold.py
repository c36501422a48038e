"""The state of a year that its events give: each file in its versions, what people did, and which version counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from cchc_score.appraisal.acts import Act, Confirmation
from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.journal.act_bodies import act_of
from cchc_score.journal.bodies import entry_of, explanation_of
from cchc_score.journal.events import Event
from cchc_score.journal.state_bodies import BrokenBody


@dataclass(frozen=True, slots=True)
class FileVersion:
    """One version of a file: the hash of its bytes, the event that took it in, and whose it is.

    `sha256` is empty where the file was taken away. A version that does not count yet waits to be accepted: somebody
    had worked on the one before it.
    """

    sha256: str
    number: int
    time: str
    by: str
    kind: str = ""
    unit: str = ""
    counts: bool = True
    says: frozenset[str] = frozenset()
    """The keys of the entries and explanations in it (`statement_key`)."""


# Without slots, for `cached_property` keeps its value in the dictionary of the instance.
@dataclass(frozen=True)
class JournalState:
    """What has happened by the last event: `number` and `head` are the number and hash of that one."""

    number: int = 0
    head: str = ""
    files: Mapping[str, tuple[FileVersion, ...]] = field(default_factory=lambda: MappingProxyType({}))
    entries: Mapping[tuple[str, str], Entry] = field(default_factory=lambda: MappingProxyType({}))
    explanations: tuple[Explanation, ...] = ()
    acts: tuple[Act, ...] = ()

    def newest(self, path: str) -> FileVersion | None:
        """The last version of a file, whether it counts or not; None for a path that no event names."""
        return self.files[path][-1] if path in self.files else None

    @cached_property
    def counting(self) -> Mapping[str, FileVersion]:
        """The version of each file that counts, in the order of their paths; without those that are gone."""
        found = {path: [version for version in self.files[path] if version.counts] for path in sorted(self.files)}
        return MappingProxyType(
            {path: versions[-1] for path, versions in found.items() if versions and versions[-1].sha256}
        )

    def waiting(self) -> dict[str, FileVersion]:
        """The newest version of each file that waits to be accepted."""
        return {path: versions[-1] for path, versions in sorted(self.files.items()) if not versions[-1].counts}


class _Fold:
    """A state while events are put into it."""

    def __init__(self, state: JournalState) -> None:
        self.files, self.entries = dict(state.files), dict(state.entries)
        self.explanations, self.acts = list(state.explanations), list(state.acts)
        self.appraised = {unit for unit, _ in state.entries}
        self.appraised |= {act.unit for act in state.acts if isinstance(act, Confirmation)}

    def put(self, event: Event) -> None:
        happening = event.happening
        if happening.kind in ("file", "file-gone"):
            self._put_file(event)
        elif happening.kind == "entry":
            entry = entry_of(happening.body)
            self.entries[entry.unit, entry.id] = entry
            self.appraised.add(entry.unit)
        elif happening.kind == "explanation":
            self.explanations.append(explanation_of(happening.body))
        elif happening.body.get("act") == ACCEPTED:
            self._accept(happening.target)
        else:
            act = act_of(happening.body)
            self.acts.append(act)
            if isinstance(act, Confirmation):
                self.appraised.add(act.unit)

    def _put_file(self, event: Event) -> None:
        happening = event.happening
        before = self.files.get(happening.target, ())
        kind = happening.body.get("of", before[-1].kind if before else "")
        waits = self._worked_on(happening.unit, before[-1]) if before else self._is_second(happening.unit, kind)
        version = FileVersion(
            sha256=happening.body.get("sha256", ""),
            number=event.number,
            time=event.time,
            by=event.by,
            kind=kind,
            unit=happening.unit,
            says=frozenset(happening.body.get("says", ())),
            counts=not waits,
        )
        self.files[happening.target] = (*before, version)

    def _worked_on(self, unit: str, before: FileVersion) -> bool:
        """Whether somebody has appraised what the version before said, so that a new one must not slip in."""
        owners = {unit, before.unit} - {""}
        return before.kind in WAITING and bool(owners & self.appraised if owners else self.appraised)

    def _is_second(self, unit: str, kind: str) -> bool:
        """Whether a unit that is appraised sends another file of a kind, beside or in place of one that counts."""
        if kind not in WAITING or unit not in self.appraised:
            return False
        newest = [versions[-1] for versions in self.files.values()]
        return any((one.unit, one.kind) == (unit, kind) for one in newest)

    def _accept(self, path: str) -> None:
        """The newest version of a file counts now, and what waits that came, or went, together with it."""
        versions = self.files.get(path, ())
        if not versions or versions[-1].counts:
            return
        newest = versions[-1]
        together = (newest.unit, newest.kind, newest.time, newest.by)
        for name, own in self.files.items():
            one = own[-1]
            if name == path or (not one.counts and (one.unit, one.kind, one.time, one.by) == together):
                self.files[name] = (*own[:-1], replace(one, counts=True))


ACCEPTED = "accepted"
"""The act by which a version that waits comes to count."""
WAITING = ("report", "self-score", "items")
"""Kinds of files that a unit sends: a version that follows an appraisal waits to be accepted."""


def fold(events: Iterable[Event], state: JournalState | None = None) -> JournalState:
    """The state after some more events; a BrokenBody with the number of one that says nothing of its kind.

    Folding all events at once, or one after the other, gives the same.
    """
    state = state or JournalState()
    folding, last = _Fold(state), None
    for last in events:
        try:
            folding.put(last)
        except BrokenBody:
            raise BrokenBody(last.number) from None
    if last is None:
        return state
    return JournalState(
        number=last.number,
        head=last.hash,
        files=MappingProxyType(folding.files),
        entries=MappingProxyType(folding.entries),
        explanations=tuple(folding.explanations),
        acts=tuple(folding.acts),
    )
