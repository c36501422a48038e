"""Two versions of a table in CSV, merged line by line, each line known by its first cell."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from cchc_score.errors import ReportError
from cchc_score.files.csv_file import read_csv, separator
from cchc_score.files.disk import decode_text
from cchc_score.text import nfc

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class KeyedTable:
    """A table whose lines are known by their first cells: as they are written, and by what stands in their cells."""

    head: bytes
    lines: Mapping[str, bytes]
    columns: tuple[str, ...]
    cells: Mapping[str, tuple[str, ...]]
    separator: str

    def line(self, key: str, between: str) -> bytes:
        """A line as it is written, or, for a table with another separator, written anew."""
        if between == self.separator:
            return self.lines[key]
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=between, lineterminator="").writerow(self.cells[key])
        return out.getvalue().encode()


@dataclass(frozen=True, slots=True)
class LineConflict:
    """Two versions of one thing; None where one side took it away."""

    key: str
    first: bytes | None
    second: bytes | None


def one_sided_change(first: One | None, second: One | None, base: One | None, based: bool) -> tuple[bool, One | None]:
    """Whether at most one side changed something, and then what it is now; None where it is gone.

    Without a common base, what stands on one side only has been added there.
    """
    # `based` is false for a file that holds entries too, even with a base: neither version is given up as the old one.
    if first == second or (based and second == base):
        return True, first
    if based and first == base:
        return True, second
    added = not based and (first is None or second is None)
    return added, (second if first is None else first) if added else None


def merge_rows(
    first: bytes, second: bytes, base: bytes | None, based: bool
) -> tuple[bytes, tuple[LineConflict, ...]] | None:
    """The merged table and the lines that both sides changed; None where first cells do not tell lines apart."""
    one_side, other_side = keyed_table(first), keyed_table(second)
    origin = keyed_table(base) if base is not None else None
    # Under other headings equal cells mean other things.
    if one_side is None or other_side is None or one_side.columns != other_side.columns:
        return None
    if base is not None and origin is None:
        return None
    # By their cells: a program that saves a table with other separators or quotes has changed nothing in it.
    before = origin.cells if origin else {}
    conflicts = []
    leading = _leading((first, one_side), (second, other_side), origin)
    other = other_side if leading is one_side else one_side
    found: list[bytes] = []
    # The order does not depend on which side is named first.
    for key in (*leading.lines, *sorted(other.lines.keys() - leading.lines.keys())):
        mine, theirs = one_side.cells.get(key), other_side.cells.get(key)
        agreed, cells = one_sided_change(mine, theirs, before.get(key), based)
        if not agreed:
            conflicts.append(LineConflict(key, one_side.lines.get(key), other_side.lines.get(key)))
        elif cells is not None:
            side = leading if leading.cells.get(key) == cells else other
            found.append(side.line(key, leading.separator))
    # Of the smaller one, whichever that is: a choice that does not hang on which side is named first.
    end = b"\r\n" if b"\r\n" in min(first, second) else b"\n"
    return end.join((leading.head, *found)) + end, tuple(conflicts)


def order_lost(first: bytes, second: bytes, base: bytes | None) -> bool:
    """Whether two versions of a table have their common lines in orders of which a merge can keep one only."""
    one_side, other_side = keyed_table(first), keyed_table(second)
    if one_side is None or other_side is None or _order(one_side, other_side) == _order(other_side, one_side):
        return False
    origin = keyed_table(base) if base is not None else None
    return origin is None or (_reordered(one_side, origin) and _reordered(other_side, origin))


def _leading(one: tuple[bytes, KeyedTable], other: tuple[bytes, KeyedTable], origin: KeyedTable | None) -> KeyedTable:
    """The side whose order and way of writing are kept: the one that put its lines into another order, if one did."""
    if origin is not None:
        changed = [table for _, table in (one, other) if _reordered(table, origin)]
        if len(changed) == 1:
            return changed[0]
    return min(one, other, key=lambda side: side[0])[1]


def _reordered(table: KeyedTable, origin: KeyedTable) -> bool:
    return _order(table, origin) != _order(origin, table)


def _order(table: KeyedTable, other: KeyedTable) -> list[str]:
    """The lines that another table has too, in the order of this one."""
    return [key for key in table.lines if key in other.lines]


def keyed_table(data: bytes) -> KeyedTable | None:
    """A table of which every line is one row, all of one width, each with a first cell of its own; else None."""
    try:
        rows = read_csv(data, "")
    except ReportError:
        return None
    if not rows or len({len(cells) for _, cells in rows}) > 1:
        return None
    between = separator(decode_text(data, ""))
    # Lines stay bytes, so that what nobody changed is written as it was, with its quotes and its byte order mark.
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    starts = [line - 1 for line, _ in rows]
    pieces = [
        b"\n".join(lines[start:end]).rstrip(b"\n") for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]
    # A row of several lines is one piece; a line of empty cells between two rows is a part of neither.
    if any(b"\n" in piece and not _one_row(piece, between) for piece in pieces):
        return None
    keys = [nfc(cells[0]).strip() for _, cells in rows[1:]]
    if len(set(keys)) < len(keys) or not all(keys):
        return None
    return KeyedTable(
        pieces[0],
        dict(zip(keys, pieces[1:], strict=True)),
        rows[0][1],
        {key: cells for key, (_, cells) in zip(keys, rows[1:], strict=True)},
        between,
    )


def _one_row(piece: bytes, between: str) -> bool:
    return len(list(csv.reader(io.StringIO(piece.decode("utf-8-sig"), newline=""), delimiter=between))) == 1
