"""Entries and explanations of two sides about the same thing: edits of one side only, and conflicts, told with both."""

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass

from cchc_score.appraisal.council import state_words
from cchc_score.appraisal.nouns import Entry, Explanation
from cchc_score.findings import Finding, Place, Words
from cchc_score.merging.sides import Side, Told
from cchc_score.text import brief


@dataclass(frozen=True, slots=True)
class Rivals:
    """What the other side has edited since the base, and what both sides changed."""

    edited: frozenset[Told]
    conflicts: tuple[tuple[Told, Told], ...]


def rivals(first: Side, second: Side, base: Side | None) -> Rivals:
    """Entries on one side only with the id, or the round and target, of one of the other; explanations of one entry."""
    before = set(base.told.values()) if base else set()
    gone = {key for one in before - first.places.keys() - second.places.keys() for key in _keys(one)}
    edited: set[Told] = set()
    conflicts = []
    theirs: dict[object, list[Told]] = defaultdict(list)
    for other in _own(second, first):
        for key in _keys(other):
            theirs[key].append(other)
    for one in _own(first, second):
        for other in dict.fromkeys(other for key in _keys(one) for other in theirs[key]):
            known = {entry for entry in (one, other) if entry in before}
            edited |= known if len(known) == 1 else set()
            # Two answers to one entry may stand side by side, but for two versions of one that was there before.
            apart = isinstance(one, Explanation) and gone.isdisjoint(_keys(one))
            conflicts += [] if known or apart else [(one, other)]
    return Rivals(frozenset(edited), tuple(conflicts))


def _keys(one: Told) -> tuple[object, ...]:
    """By what one meets one of the other side: an entry's id, what it changes in which round; what is explained."""
    return (one.id, (one.round, one.target)) if isinstance(one, Entry) else (("explains", one.unit, one.entry),)


def _own(side: Side, other: Side) -> list[Told]:
    alone: Set[Told] = side.places.keys() - other.places.keys()
    return sorted(alone, key=lambda one: side.places[one])


def told(conflicts: Iterable[tuple[Told, Told]], first: Side, second: Side) -> list[Finding]:
    """The conflicts with both values, who set them, when, and where."""
    findings = []
    for one, other in conflicts:
        place, elsewhere = _place(one, first), _place(other, second)
        args: dict[str, object] = {"other": Words(elsewhere.words("vi"), elsewhere.words("en"))}
        if isinstance(one, Entry) and isinstance(other, Entry):
            args |= {"mine": _words(one, first), "theirs": _words(other, second), "round": one.round}
            findings.append(Finding("merge-entry", place, args))
        elif isinstance(one, Explanation) and isinstance(other, Explanation):
            args |= {"mine": brief(one.text, 200), "theirs": brief(other.text, 200)}
            findings.append(Finding("merge-text", place, args))
    return findings


def _place(one: Told, side: Side) -> Place:
    file, line = side.places[one]
    return Place(
        f"{side.folder.shown}/{file}", line, one.unit, criterion=one.criterion if isinstance(one, Entry) else ""
    )


def _words(entry: Entry, side: Side) -> Words:
    vi, en = (
        f"{state_words(side.scheme, entry, entry.old, lang)} -> {state_words(side.scheme, entry, entry.new, lang)}"
        f" ({entry.indicator or entry.criterion}; {entry.by}, {entry.on:%d/%m/%Y})"
        for lang in ("vi", "en")
    )
    return Words(vi, en)
