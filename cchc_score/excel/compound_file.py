"""The streams of a compound file, as old office programs write them: a small file system within one file."""

import struct
from collections.abc import Iterator, Sequence

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_LAST = 0xFFFFFFFA
"""From here on a sector's number is no number: the end of a chain, or a sector that nobody uses."""
_MOST_ENTRIES = 10_000


class NotCompound(Exception):
    """A file that is cut, or no compound file."""


def streams(data: bytes, *names: str) -> dict[str, bytes]:
    """The streams of such names at the root or in any folder, by name; those that are not there are left out."""
    try:
        return _CompoundFile(data).streams(names)
    except (struct.error, IndexError, UnicodeDecodeError):
        raise NotCompound from None


class _CompoundFile:
    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise NotCompound
        self._data = data
        shift, self._small_shift = struct.unpack_from("<HH", data, 30)
        if not 7 <= shift <= 16 or not 4 <= self._small_shift <= shift:
            raise NotCompound
        self._size = 1 << shift
        self._start, _, self._cutoff = struct.unpack_from("<III", data, 48)
        small, small_count = struct.unpack_from("<II", data, 60)
        per_sector = self._size // 4
        fat_sectors = self._fat_sectors()
        self._fat = [number for sector in fat_sectors for number in self._numbers(sector, per_sector)]
        chain = self._chain(small) if small_count else ()
        self._small_fat = [number for sector in chain for number in self._numbers(sector, per_sector)]

    def _sector(self, number: int) -> bytes:
        # The header takes the place of a sector, and more where these are larger than it.
        start = max(_HEADER, self._size) + number * self._size
        found = self._data[start : start + self._size]
        if not found:
            raise NotCompound
        # The last sector of a file may be cut short.
        return found.ljust(self._size, b"\0")

    def _numbers(self, sector: int, count: int) -> Sequence[int]:
        return struct.unpack(f"<{count}I", self._sector(sector))

    def _fat_sectors(self) -> list[int]:
        """The sectors in which the table of all sectors stands: the first named in the header, others in a chain."""
        found = list(struct.unpack_from("<109I", self._data, 76))
        after = struct.unpack_from("<I", self._data, 68)[0]
        most = len(self._data) // self._size + 1
        for _ in range(most):
            if after >= _LAST:
                break
            *more, after = self._numbers(after, self._size // 4)
            found += more
        named = [number for number in found if number < _LAST]
        # A file has no more tables than sectors; one that names a sector again and again would fill the memory.
        if len(named) > most or len(set(named)) < len(named):
            raise NotCompound
        return named

    def _chain(self, first: int, table: Sequence[int] | None = None) -> Iterator[int]:
        table = self._fat if table is None else table
        seen = 0
        while first < _LAST:
            yield first
            first = table[first]
            seen += 1
            # A chain that is longer than its table goes in a circle.
            if seen > len(table):
                raise NotCompound

    def _stream(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in self._chain(first))

    def streams(self, names: Sequence[str]) -> dict[str, bytes]:
        listed = self._stream(self._start)
        entries = [listed[start : start + _ENTRY] for start in range(0, len(listed), _ENTRY)][:_MOST_ENTRIES]
        wanted = {name.casefold(): name for name in names}
        small = b""
        found: dict[str, bytes] = {}
        for entry in entries:
            length, kind = struct.unpack_from("<HB", entry, 64)
            first, size = struct.unpack_from("<II", entry, 116)
            # The root is the first entry; its stream holds all that are small.
            if kind == 5:
                small = self._stream(first) if first < _LAST else b""
            name = wanted.get(entry[: max(length - 2, 0)].decode("utf-16-le").casefold(), "") if kind == 2 else ""
            if name and name not in found:
                found[name] = (self._small(small, first) if size < self._cutoff else self._stream(first))[:size]
        return found

    def _small(self, stream: bytes, first: int) -> bytes:
        size = 1 << self._small_shift
        chain = self._chain(first, self._small_fat)
        return b"".join(stream[number * size : (number + 1) * size] for number in chain)
