"""Two versions of a table in CSV, merged line by line, each line known by its first cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from cchc_score.csv_file import read_csv
from cchc_score.errors import ReportError
from cchc_score.text import nfc

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Keyed:
    """A table whose lines are known by their first cells: its first line, and the others."""

    head: bytes
    lines: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two versions of one thing; None where one side took it away."""

    key: str
    first: bytes | None
    second: bytes | None


def one_sided(first: One | None, second: One | None, base: One | None, based: bool) -> tuple[bool, One | None]:
    """Whether at most one side changed something, and then what it is now; None where it is gone.

    Without a common base, what stands on one side only has been added there.
    """
    if first == second or (based and second == base):
        return True, first
    if based and first == base:
        return True, second
    added = not based and (first is None or second is None)
    return added, (second if first is None else first) if added else None


def merge_rows(first: bytes, second: bytes, base: bytes | None, based: bool) -> tuple[bytes, tuple[Clash, ...]] | None:
    """The merged table and the lines that both sides changed; None where lines cannot be told by their first cells."""
    tables = [keyed(data) for data in (first, second)]
    origin = keyed(base) if base is not None else None
    one, other = tables
    if one is None or other is None or one.head != other.head or (base is not None and origin is None):
        return None
    found: dict[str, bytes] = {}
    clashes = []
    # Whoever comes first: the result is the same.
    leading = one if first <= second else other
    for key in (*leading.lines, *sorted((one.lines.keys() | other.lines.keys()) - leading.lines.keys())):
        mine, theirs = one.lines.get(key), other.lines.get(key)
        agreed, line = one_sided(mine, theirs, origin.lines.get(key) if origin else None, based)
        if not agreed:
            clashes.append(Clash(key, mine, theirs))
        elif line is not None:
            found[key] = line
    end = b"\r\n" if b"\r\n" in min(first, second) else b"\n"
    return end.join((leading.head, *found.values())) + end, tuple(clashes)


def keyed(data: bytes) -> Keyed | None:
    """A table of which every line is one row, all of one width, each with a first cell of its own; else None."""
    try:
        rows = read_csv(data, "")
    except ReportError:
        return None
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    places = [place for place, line in enumerate(lines, 1) if line.strip()]
    if not rows or [line for line, _ in rows] != places or len({len(cells) for _, cells in rows}) > 1:
        return None
    keys = [nfc(cells[0]).strip() for _, cells in rows[1:]]
    if len(set(keys)) < len(keys) or not all(keys):
        return None
    return Keyed(lines[places[0] - 1], {key: lines[at - 1] for key, at in zip(keys, places[1:], strict=True)})
