"""Entries of two sides that change the same thing: edits of one side only, and conflicts, told with both."""

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass

from cchc_score.appraisal.council import state_words
from cchc_score.appraisal.nouns import Entry
from cchc_score.findings import Finding, Place, Words
from cchc_score.merging.sides import Side, Told


@dataclass(frozen=True, slots=True)
class Rivals:
    """The entries that the other side has edited since the base, and those that both sides changed."""

    edited: frozenset[Told]
    conflicts: tuple[tuple[Entry, Entry], ...]


def rivals(first: Side, second: Side, base: Side | None) -> Rivals:
    """The entries that stand on one side only and have the id, or the round and target, of one of the other side."""
    before = set(base.told.values()) if base else set()
    edited: set[Told] = set()
    conflicts = []
    theirs: dict[object, list[Entry]] = defaultdict(list)
    for other in _own(second, first):
        for key in _keys(other):
            theirs[key].append(other)
    for one in _own(first, second):
        for other in dict.fromkeys(other for key in _keys(one) for other in theirs[key]):
            known = {entry for entry in (one, other) if entry in before}
            edited |= known if len(known) == 1 else set()
            conflicts += [] if known else [(one, other)]
    return Rivals(frozenset(edited), tuple(conflicts))


def _keys(entry: Entry) -> tuple[object, object]:
    """By what an entry meets one of the other side: its id, and what it changes in which round."""
    return entry.id, (entry.round, entry.target)


def _own(side: Side, other: Side) -> list[Entry]:
    alone: Set[Told] = side.places.keys() - other.places.keys()
    entries = [one for one in alone if isinstance(one, Entry)]
    return sorted(entries, key=lambda one: side.places[one])


def told(conflicts: Iterable[tuple[Entry, Entry]], first: Side, second: Side) -> list[Finding]:
    """The conflicts with both values, who set them, when, and where."""
    findings = []
    for one, other in conflicts:
        place, elsewhere = _place(one, first), _place(other, second)
        args = {
            "mine": _words(one, first),
            "theirs": _words(other, second),
            "other": Words(elsewhere.words("vi"), elsewhere.words("en")),
            "round": one.round,
        }
        findings.append(Finding("merge-entry", place, args))
    return findings


def _place(entry: Entry, side: Side) -> Place:
    file, line = side.places[entry]
    return Place(f"{side.folder.shown}/{file}", line, entry.unit, criterion=entry.criterion)


def _words(entry: Entry, side: Side) -> Words:
    vi, en = (
        f"{state_words(side.scheme, entry, entry.old, lang)} -> {state_words(side.scheme, entry, entry.new, lang)}"
        f" ({entry.indicator or entry.criterion}; {entry.by}, {entry.on:%d/%m/%Y})"
        for lang in ("vi", "en")
    )
    return Words(vi, en)
