"""Entries and explanations of two sides about the same thing: edits of one side only, and conflicts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.appraisal.entry_states import state_words
from cchc_score.findings import Finding, Place, Words
from cchc_score.merging.versions import FolderSide, Statement
from cchc_score.text import brief


@dataclass(frozen=True, slots=True)
class SideConflicts:
    """What the other side has edited since the base, and what both sides changed."""

    edited: frozenset[Statement]
    conflicts: tuple[tuple[Statement, Statement], ...]


def find_conflicts(first: FolderSide, second: FolderSide, base: FolderSide | None) -> SideConflicts:
    """Entries on one side only with the id, or the round and target, of one of the other; explanations of one entry."""
    before = set(base.statements.values()) if base else set()
    gone = {key for statement in before - first.places.keys() - second.places.keys() for key in _keys(statement)}
    edited: set[Statement] = set()
    conflicts = []
    chains = _chains(first, second)
    # By their keys, for to hold each against each would take long with thousands of entries on both sides.
    by_key: dict[object, list[Statement]] = defaultdict(list)
    for statement in _own(second, first):
        for key in _keys(statement):
            by_key[key].append(statement)
    for statement in _own(first, second):
        for rival in dict.fromkeys(rival for key in _keys(statement) for rival in by_key[key]):
            # One that was there before is the old version of the other, and has been edited on one side only.
            known = before & {statement, rival}
            edited |= known if len(known) == 1 else set()
            # Two answers to one entry may stand side by side, but for two versions of one that was there before.
            apart = isinstance(statement, Explanation) and gone.isdisjoint(_keys(statement))
            settled = apart or _superseded(statement, rival, chains) or _is_settled(statement, rival, first, second)
            conflicts += [] if known or settled else [(statement, rival)]
    return SideConflicts(frozenset(edited), tuple(conflicts))


Chains = Mapping[tuple[str, int], str]
"""Which entry one supersedes, by its id and round."""


def _chains(first: FolderSide, second: FolderSide) -> Chains:
    entries = [one for side in (first, second) for one in side.statements.values() if isinstance(one, Entry)]
    return {(entry.id, entry.round): entry.supersedes for entry in entries if entry.supersedes}


def _superseded(statement: Statement, rival: Statement, chains: Chains) -> bool:
    """Whether one of two entries says that it stands in place of the other, which settles between them.

    Whether it may say so is the matter of `check`, which looks at the whole round.
    """
    if not isinstance(statement, Entry) or not isinstance(rival, Entry) or statement.id == rival.id:
        return False
    return rival.id in _below(statement, chains) or statement.id in _below(rival, chains)


def _is_settled(statement: Statement, rival: Statement, first: FolderSide, second: FolderSide) -> bool:
    """Whether a council has chosen between two entries, on either side; two of one id nobody could choose between."""
    if not isinstance(statement, Entry) or not isinstance(rival, Entry) or statement.id == rival.id:
        return False
    about = (statement.round, statement.target)
    return about == (rival.round, rival.target) and any(
        about == (act.round, act.target) and {statement.id, rival.id} <= set(act.between)
        for act in (*first.settlements, *second.settlements)
    )


def _below(entry: Entry, chains: Chains) -> Set[str]:
    """The ids of all that an entry supersedes, through others too."""
    found: set[str] = set()
    id = chains.get((entry.id, entry.round), "")
    # A circle ends where it began.
    while id and id not in found:
        found.add(id)
        id = chains.get((id, entry.round), "")
    return found


def _keys(statement: Statement) -> tuple[object, ...]:
    """Keys under which a statement can clash with one of the other side: id, round and target, what it explains."""
    return (
        (statement.id, (statement.round, statement.target))
        if isinstance(statement, Entry)
        else (("explains", statement.unit, statement.entry),)
    )


def _own(side: FolderSide, other: FolderSide) -> list[Statement]:
    # Only what one side has alone is a matter of the merge: two that stand on both sides clash on each of them already.
    alone: Set[Statement] = side.places.keys() - other.places.keys()
    return sorted(alone, key=lambda statement: side.places[statement])


def conflict_findings(
    conflicts: Iterable[tuple[Statement, Statement]], first: FolderSide, second: FolderSide
) -> list[Finding]:
    """The conflicts with both values, who set them, when, and where."""
    findings = []
    for mine, theirs in conflicts:
        place, elsewhere = _place(mine, first), _place(theirs, second)
        args: dict[str, object] = {"other": Words(elsewhere.words("vi"), elsewhere.words("en"))}
        if isinstance(mine, Entry) and isinstance(theirs, Entry):
            args |= {"mine": _words(mine, first), "theirs": _words(theirs, second), "round": mine.round}
            findings.append(Finding("merge-entry", place, args))
        elif isinstance(mine, Explanation) and isinstance(theirs, Explanation):
            args |= {"mine": brief(mine.text, 200), "theirs": brief(theirs.text, 200)}
            findings.append(Finding("merge-text", place, args))
    return findings


def _place(statement: Statement, side: FolderSide) -> Place:
    file, line = side.places[statement]
    return Place(
        f"{side.folder.shown}/{file}",
        line,
        statement.unit,
        criterion=statement.criterion if isinstance(statement, Entry) else "",
    )


def _words(entry: Entry, side: FolderSide) -> Words:
    vi, en = (
        f"{state_words(side.scheme, entry, entry.old, lang)} -> {state_words(side.scheme, entry, entry.new, lang)}"
        f" ({entry.indicator or entry.criterion}; {entry.by}, {entry.on:%d/%m/%Y})"
        for lang in ("vi", "en")
    )
    return Words(vi, en)
