"""Two journals that share a beginning: what the other one has besides, as happenings for this one. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cchc_score.findings import Finding, Place
from cchc_score.journal.act_bodies import act_of
from cchc_score.journal.bodies import Statement, entry_of, explanation_of, statement_key
from cchc_score.journal.events import Event, Happening
from cchc_score.journal.fold import ACCEPTED, JournalState, fold


@dataclass(frozen=True, slots=True)
class Joining:
    """What of another journal comes in: happenings, with the files that they bring.

    `files` are the newest versions by the path that they get here, each with its hash and its path there; a hash is
    empty where the file is gone. `findings` are everything for which nothing comes in.
    """

    happenings: tuple[Happening, ...] = ()
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def shared_beginning(ours: Sequence[Event], theirs: Sequence[Event]) -> int:
    """How many events two journals share: each hash hangs on all that stands before it."""
    count = 0
    for one, other in zip(ours, theirs, strict=False):
        if one.hash != other.hash:
            break
        count += 1
    return count


def joining(ours: Sequence[Event], theirs: Sequence[Event], free_name: "FreeName") -> Joining:
    """What comes of the other journal into this one, behind its last event; both have grown since they were one."""
    common = shared_beginning(ours, theirs)
    base, mine, other = (fold(events) for events in (ours[:common], ours, theirs))
    files = _Files(base, mine, other, free_name)
    clashing = [
        Finding("journal-join-entry", Place(entry.origin.file, entry.origin.line, unit=unit), {"id": id})
        for (unit, id), entry in sorted(other.entries.items())
        if (unit, id) in mine.entries and statement_key(mine.entries[unit, id]) != statement_key(entry)
    ]
    happenings = _happenings(theirs[common:], files, _said(mine))
    return Joining(tuple(happenings), files.brought, (*files.findings, *clashing))


def _said(state: JournalState) -> set[str]:
    return {statement_key(one) for one in (*state.entries.values(), *state.explanations, *state.acts)}


class FreeName:
    """Finds a name that no file of this year has yet."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = set(names)

    def beside(self, path: str) -> str:
        """A name like that of a file: 'vong-1.toml' becomes 'vong-1-2.toml'."""
        stem, dot, ending = path.rpartition(".")
        number = 2
        while (name := f"{stem}-{number}{dot}{ending}") in self._names:
            number += 1
        self._names.add(name)
        return name


class _Files:
    """The files that the other journal changed: taken over, already here, under another name, or in the way."""

    def __init__(self, base: JournalState, mine: JournalState, other: JournalState, free_name: FreeName) -> None:
        self.brought: dict[str, tuple[str, str]] = {}
        self.renamed: dict[str, tuple[str, str]] = {}
        self.findings: list[Finding] = []
        here = {versions[-1].sha256 for versions in mine.files.values()}
        for path, versions in sorted(other.files.items()):
            theirs, before, ours = versions[-1], _sha256(base, path), _sha256(mine, path)
            if theirs.sha256 in (before, ours):
                continue
            # A file of entries that is here under another name came from here, or will not count twice anyway.
            known = theirs.kind == "appraisal" and theirs.sha256 and theirs.sha256 in here
            if known and not (ours and ours == before):
                continue
            if ours == before:
                self.brought[path] = (theirs.sha256, path)
            # What stands in files of the appraisal is in the events: both files may stay, side by side.
            elif theirs.kind == "appraisal" and ours and theirs.sha256:
                name = free_name.beside(path)
                self.brought[name], self.renamed[path] = (theirs.sha256, path), (name, theirs.sha256)
            else:
                self.findings.append(Finding("journal-join-file", Place(path)))

    def happening(self, happening: Happening) -> Happening | None:
        """A file's happening as it comes in here; None where it does not."""
        path = happening.target
        if path in self.renamed:
            name, sha256 = self.renamed[path]
            return replace(happening, target=name) if happening.body.get("sha256") == sha256 else None
        return happening if path in self.brought else None


def _sha256(state: JournalState, path: str) -> str:
    newest = state.newest(path)
    return newest.sha256 if newest else ""


def _happenings(events: Sequence[Event], files: _Files, said: set[str]) -> Iterator[Happening]:
    """The happenings of events in their order, without what was said here already."""
    for event in events:
        happening: Happening | None = event.happening
        assert happening is not None
        if happening.kind in ("file", "file-gone") or happening.body.get("act") == ACCEPTED:
            happening = files.happening(happening)
        else:
            key = statement_key(_statement(happening))
            happening = None if key in said else happening
            said.add(key)
        if happening is not None:
            yield _joined(event, happening)


def _statement(happening: Happening) -> Statement:
    if happening.kind == "entry":
        return entry_of(happening.body)
    return explanation_of(happening.body) if happening.kind == "explanation" else act_of(happening.body)


def _joined(event: Event, happening: Happening) -> Happening:
    """A happening with the event of the other journal that told of it first: its number, hour, writer and hash."""
    first = {"number": str(event.number), "time": event.time, "by": event.by, "hash": event.hash}
    body = {"joined": first, **happening.body}
    return replace(happening, body=body, on_behalf=happening.on_behalf or event.by)
