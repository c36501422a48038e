"""Two sides made one: every file, line and entry that only one of them changed; what both changed is a conflict."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cchc_score.errors import ReportError
from cchc_score.files import decode, read_bytes
from cchc_score.findings import Finding, Place, Words, ordered
from cchc_score.merging.blocks import Block, Blocks, joined, split
from cchc_score.merging.folders import Content
from cchc_score.merging.rivals import Rivals, rivals, told
from cchc_score.merging.rows import Clash, merge_rows, one_sided
from cchc_score.merging.sides import Side, Told
from cchc_score.text import brief

Source = Literal["both", "first", "second", "merged"]


@dataclass(frozen=True, slots=True)
class Taken:
    """One file of the merged folder: where it comes from, and what it holds, or the file that holds it."""

    source: Source
    content: bytes | Path


@dataclass(frozen=True, slots=True)
class Merged:
    """The files of the merged folder, and the conflicts; with any of those, the files are not all."""

    files: Mapping[str, Taken]
    conflicts: tuple[Finding, ...]


def merge(first: Side, second: Side, base: Side | None = None) -> Merged:
    """Both sides in one; it does not matter which is named first."""
    return _Merge(first, second, base, rivals(first, second, base)).all()


@dataclass(frozen=True, slots=True)
class _Version:
    """One side's version of a file of entries."""

    source: Source
    side: Side
    file: Content
    pieces: Blocks

    def entry(self, name: str, block: Block) -> Told | None:
        """What a piece tells; None where it could not be read."""
        return self.side.told.get((name, block.line))


class _Merge:
    """A merge while it is made."""

    def __init__(self, first: Side, second: Side, base: Side | None, found: Rivals) -> None:
        self.first, self.second, self.base = first, second, base
        self._sides = (first, second)
        self.edited = found.edited
        self.findings = told(found.conflicts, first, second)

    def all(self) -> Merged:
        """Every file of both sides."""
        names = sorted(self.first.folder.files.keys() | self.second.folder.files.keys())
        self._spellings(names)
        files = {name: taken for name in names if (taken := self._file(name)) is not None}
        return Merged(files, ordered(self.findings))

    def _spellings(self, names: list[str]) -> None:
        """Names that both sides write differently, which some file systems take for one."""
        mine = {name.casefold(): name for name in self.first.folder.files}
        for name in names:
            other = mine.get(name.casefold(), name)
            if other != name:
                shown = self.second.folder.files[name].shown
                self.findings.append(Finding("merge-name", Place(shown), {"name": other}))

    def _file(self, name: str) -> Taken | None:
        one, other = self.first.file(name), self.second.file(name)
        before = self.base.file(name) if self.base else None
        if one is not None and other is not None and one.digest == other.digest:
            return Taken("both", one.path)
        entries = self._entries(name, one, other, before)
        if entries is not None:
            return entries
        # A file whose entries cannot be taken apart is not given up for another version: they would be lost.
        based = self.base is not None and not any(file == name for side in self._sides for file, _ in side.told)
        versions = [file.digest if file else None for file in (one, other, before)]
        agreed, digest = one_sided(versions[0], versions[1], versions[2], based)
        if agreed:
            return _taken(one, other, digest)
        if one is not None and other is not None:
            return self._lines(name, one, other, before)
        for file, without in ((one, self.second), (other, self.first)):
            if file is not None:
                self.findings.append(Finding("merge-gone", Place(file.shown), {"name": without.folder.shown}))
        return None

    def _entries(self, name: str, one: Content | None, other: Content | None, before: Content | None) -> Taken | None:
        """A file of entries, none of which is ever lost; None for a file of another kind."""
        versions = [_Version("first", self.first, one, _pieces(name, one))] if one else []
        versions += [_Version("second", self.second, other, _pieces(name, other))] if other else []
        if not all(version.pieces.blocks for version in versions):
            return None
        # What was edited since the base comes first; else whichever, but always the same.
        old = before.digest if before else ""
        leading, *others = sorted(versions, key=lambda one: (one.file.digest == old, one.file.digest))
        kept = [block for block in leading.pieces.blocks if leading.entry(name, block) not in self.edited]
        texts = {block.text for block in kept}
        added = [
            block
            for version in others
            for block in version.pieces.blocks
            if self._new(version.entry(name, block), leading.side) and block.text not in texts
        ]
        if not added and len(kept) == len(leading.pieces.blocks):
            return Taken(leading.source, leading.file.path)
        data = joined(leading.pieces.head, (*kept, *added))
        try:
            leading.side.registry.readers["toml"].read(data, leading.file.shown)
        except ReportError:
            # Two files that can be read may be too long for one, and then no command of the year would run.
            self.findings.append(Finding("merge-large", Place(leading.file.shown)))
        return Taken("merged", data)

    def _new(self, one: Told | None, leading: Side) -> bool:
        return one is None or (one not in leading.places and one not in self.edited)

    def _lines(self, name: str, one: Content, other: Content, before: Content | None) -> Taken | None:
        """A table whose lines are merged; else a conflict."""
        if name.lower().endswith(".csv"):
            data = [read_bytes(file.path, file.shown) for file in (one, other)]
            base = read_bytes(before.path, before.shown) if before else None
            found = merge_rows(data[0], data[1], base, self.base is not None)
            if found is not None:
                self.findings += [_row(clash, one, other) for clash in found[1]]
                return Taken("merged", found[0])
        self.findings.append(_different(one, other))
        return None


def _taken(one: Content | None, other: Content | None, digest: str | None) -> Taken | None:
    if one is not None and one.digest == digest:
        return Taken("first", one.path)
    return Taken("second", other.path) if other is not None and other.digest == digest else None


def _pieces(name: str, file: Content) -> Blocks:
    found = split(read_bytes(file.path, file.shown)) if name.lower().endswith(".toml") else None
    return found or Blocks("", ())


def _row(clash: Clash, one: Content, other: Content) -> Finding:
    args = {"key": clash.key, "mine": _shown(clash.first), "theirs": _shown(clash.second), "other": other.shown}
    return Finding("merge-row", Place(one.shown), args)


def _shown(line: bytes | None) -> Words | str:
    return Words("(không có)", "(none)") if line is None else brief(line.decode("utf-8", "replace"), 200)


def _different(one: Content, other: Content) -> Finding:
    """Two files that differ, with the first line in which they do where they are text."""
    try:
        texts = [decode(read_bytes(file.path, file.shown), file.shown).split("\n") for file in (one, other)]
    except ReportError:
        return Finding("merge-file", Place(one.shown), {"other": other.shown})
    longest = max(map(len, texts))
    mine, theirs = ([*text, *[""] * (longest - len(text))] for text in texts)
    line = next((place for place in range(longest) if mine[place] != theirs[place]), 0)
    args = {"mine": brief(mine[line], 200), "theirs": brief(theirs[line], 200), "other": f"{other.shown}:{line + 1}"}
    return Finding("merge-text", Place(one.shown, line + 1), args)
