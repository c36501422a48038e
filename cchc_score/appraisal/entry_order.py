"""Which entries a round looks at: each id once, and each entry after the one that it supersedes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.findings import Finding, Words


def order_entries(entries: Mapping[str, Entry]) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """Entries by their ids, each after the one that it supersedes; and those that supersede one another in a circle."""
    ordered: dict[str, Entry] = {}
    circles: dict[str, Entry] = {}
    # A loop and not a recursion: a chain may be as long as a file, and a circle has no end.
    for entry in entries.values():
        path: dict[str, Entry] = {}
        below: Entry | None = entry
        while below is not None and below.id not in ordered and below.id not in circles and below.id not in path:
            path[below.id] = below
            below = entries.get(below.supersedes)
        ids = list(path)
        # Only the circle itself: an entry that leads into it is refused later, for what it supersedes does not stand.
        closed = ids[ids.index(below.id) :] if below is not None and below.id in path else []
        circles |= {id: path[id] for id in closed}
        ordered |= {id: path[id] for id in reversed(ids) if id not in circles}
    return list(ordered.values()), list(circles.values())


def identify_entries(entries: Iterable[Entry]) -> tuple[list[Entry], list[tuple[Entry, Finding]]]:
    """Entries by their ids, each once, and those that bear the id of another one, with what to say of them.

    An id belongs to the round that first has it: what a later round adds takes nothing from an earlier one.
    """
    found: dict[str, list[Entry]] = defaultdict(list)
    # Sorted, so that neither the names nor the order of files decide which entry has an id.
    for entry in sorted(entries, key=lambda entry: (entry.id, entry.round, entry.origin)):
        # After folders were merged by hand one entry may stand in two files: it counts once and is no conflict.
        if not any(_equal(entry, other) for other in found[entry.id]):
            found[entry.id].append(entry)
    kept: list[Entry] = []
    clashing: list[tuple[Entry, Finding]] = []
    for own in found.values():
        first = [entry for entry in own if entry.round == own[0].round]
        kept += first if len(first) == 1 else ()
        for entry in own[1:] if len(first) == 1 else own:
            other = first[0] if entry is not first[0] else first[1]
            code = "entry-id-twice" if other.round == entry.round else "entry-id-earlier"
            clashing.append((entry, Finding(code, entry.origin.place(), {"id": entry.id, "other": place_words(other)})))
    return kept, clashing


def _equal(entry: Entry, other: Entry) -> bool:
    """Whether two entries say the same, wherever they stand."""
    return replace(entry, origin=other.origin) == other


def place_words(entry: Entry) -> Words:
    """Where an entry stands, for a finding about another one."""
    place = entry.origin.place()
    return Words(place.words("vi"), place.words("en"))
