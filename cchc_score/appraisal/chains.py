"""Entries that supersede one another: each after the one that it stands on."""

from collections.abc import Mapping, Sequence

from cchc_score.appraisal.nouns import Entry


def in_order(entries: Mapping[str, Entry]) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """Entries by their ids, each after the one that it supersedes; and those that supersede one another in a circle."""
    ordered: dict[str, Entry] = {}
    circles: dict[str, Entry] = {}
    for entry in entries.values():
        path: dict[str, Entry] = {}
        below: Entry | None = entry
        while below is not None and below.id not in ordered and below.id not in circles and below.id not in path:
            path[below.id] = below
            below = entries.get(below.supersedes)
        ids = list(path)
        closed = ids[ids.index(below.id) :] if below is not None and below.id in path else []
        circles |= {id: path[id] for id in closed}
        ordered |= {id: path[id] for id in reversed(ids) if id not in circles}
    return list(ordered.values()), list(circles.values())
