"""Two sides made one: every file, line and entry that only one of them changed; what both changed is a conflict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from cchc_score.errors import ReportError
from cchc_score.files import decode, read_bytes
from cchc_score.findings import Finding, Place, Words, ordered
from cchc_score.merging.blocks import Block, Blocks, both, commented, joined
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
        found = {name: taken for name in names if (taken := self._file(name)) is not None}
        # All entries of a file may have been moved into others.
        files = {name: taken for name, taken in found.items() if taken != Taken("merged", b"")}
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
        versions = [_Version("first", self.first, one, self.first.pieces(name))] if one else []
        versions += [_Version("second", self.second, other, self.second.pieces(name))] if other else []
        if not all(version.pieces.blocks for version in versions):
            return None
        # What was edited since the base comes first; else whichever, but always the same.
        old = before.digest if before else ""
        leading, *others = sorted(versions, key=lambda one: (one.file.digest == old, one.file.digest))
        kept = [block for block in leading.pieces.blocks if self._stays(name, leading.entry(name, block))]
        texts = {block.text for block in kept}
        added = [
            (block, version)
            for version in others
            for block in version.pieces.blocks
            if self._comes(name, version.entry(name, block), leading) and block.text not in texts
        ]
        placed = [*((block, leading) for block in kept), *added]
        blocks = [
            replace(block, text=self._text(version.entry(name, block), block, version)) for block, version in placed
        ]
        head = self._head(name, leading, others)
        if blocks == list(leading.pieces.blocks) and head == leading.pieces.head:
            return Taken(leading.source, leading.file.path)
        # Of a file that all entries have left only what was written since remains.
        data = joined(head if blocks else commented("", head, self._head_before(name)), blocks)
        try:
            leading.side.registry.readers["toml"].read(data, leading.file.shown)
        except ReportError:
            # Two files that can be read may be too long for one, and then no command of the year would run.
            self.findings.append(Finding("merge-large", Place(leading.file.shown)))
        return Taken("merged", data)

    def _stays(self, name: str, one: Told | None) -> bool:
        return one is None or (one not in self.edited and self._home(one, name) == name)

    def _comes(self, name: str, one: Told | None, leading: _Version) -> bool:
        """Whether a piece of the other side is added to a file, which has not got it yet."""
        if one is None:
            return True
        there = leading.side.places.get(one)
        return (there is None or there[0] != name) and self._stays(name, one)

    def _home(self, one: Told, name: str) -> str:
        """The file of an entry: where both sides have it in different ones, that into which it was moved."""
        homes = [side.places[one][0] for side in self._sides if one in side.places]
        if len(set(homes)) < 2:
            return name
        before = self.base.places[one][0] if self.base and one in self.base.places else ""
        return min(home for home in homes if home != before)

    def _text(self, one: Told | None, block: Block, version: _Version) -> str:
        """A piece with the comments that the other side wrote about the same entry."""
        other = self.second if version.side is self.first else self.first
        if one is None or one not in other.texts:
            return block.text
        return both(block.text, other.texts[one].text, self._text_before(one))

    def _text_before(self, one: Told) -> str:
        return self.base.texts[one].text if self.base and one in self.base.texts else ""

    def _head(self, name: str, leading: _Version, others: Sequence[_Version]) -> str:
        """What stands above the pieces, with what was written since the base about entries that are edited now."""
        head = leading.pieces.head
        for version in others:
            head = both(head, version.pieces.head, self._head_before(name))
        for version in (leading, *others):
            for block in version.pieces.blocks:
                one = version.entry(name, block)
                if one in self.edited:
                    comments = "\n".join(line for line in block.text.split("\n") if line.startswith("#"))
                    head = commented(head, comments, self._text_before(one))
        return head

    def _head_before(self, name: str) -> str:
        return self.base.pieces(name).head if self.base else ""

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
