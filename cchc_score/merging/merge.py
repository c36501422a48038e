"""Two sides made one: every file, line and entry that only one of them changed; what both changed is a conflict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from cchc_score.errors import ReportError
from cchc_score.files.disk import decode_text, read_bytes
from cchc_score.findings import Finding, Place, Words, ordered
from cchc_score.merging.conflicts import SideConflicts, conflict_findings, find_conflicts
from cchc_score.merging.csv_lines import LineConflict, merge_rows, one_sided_change, order_lost
from cchc_score.merging.entry_text import EntryBlock, EntryBlocks, add_comments, join_blocks, merge_comments
from cchc_score.merging.folders import FolderFile
from cchc_score.merging.versions import FolderSide, Statement
from cchc_score.text import brief
from cchc_score.year.journal_place import EVENTS, FOLDER

TakenFrom = Literal["both", "first", "second", "merged"]


@dataclass(frozen=True, slots=True)
class Taken:
    """One file of the merged folder: where it comes from, and what it holds, or the file that holds it."""

    source: TakenFrom
    content: bytes | Path


@dataclass(frozen=True, slots=True)
class Merged:
    """The files of the merged folder, its folders, and the conflicts; with any of those, the files are not all."""

    files: Mapping[str, Taken]
    conflicts: tuple[Finding, ...]
    folders: tuple[str, ...] = ()


def merge(first: FolderSide, second: FolderSide, base: FolderSide | None = None) -> Merged:
    """Both sides in one; it does not matter which is named first."""
    return _Merge(first, second, base, find_conflicts(first, second, base)).all()


@dataclass(frozen=True, slots=True)
class _Version:
    """One side's version of a file of entries."""

    source: TakenFrom
    side: FolderSide
    file: FolderFile
    pieces: EntryBlocks

    def entry(self, name: str, block: EntryBlock) -> Statement | None:
        """The statement that a piece holds; None where it could not be read."""
        return self.side.statements.get((name, block.line))


class _Merge:
    """A merge while it is made."""

    def __init__(self, first: FolderSide, second: FolderSide, base: FolderSide | None, found: SideConflicts) -> None:
        self.first, self.second, self.base = first, second, base
        self._sides = (first, second)
        self.edited = found.edited
        self.findings = conflict_findings(found.conflicts, first, second)

    def all(self) -> Merged:
        """Every file of both sides."""
        names = sorted(self.first.folder.files.keys() | self.second.folder.files.keys())
        self._spellings(names)
        found = {name: taken for name in names if (taken := self._file(name)) is not None}
        # All entries of a file may have been moved into others.
        files = {name: taken for name, taken in found.items() if taken != Taken("merged", b"")}
        return Merged(files, ordered(self.findings), self._folders())

    def _folders(self) -> tuple[str, ...]:
        """The folders of both sides, empty ones too: what is to come into them is looked for there."""
        mine, theirs = self.first.folder.folders, self.second.folder.folders
        before = self.base.folder.folders if self.base else frozenset()
        # One that was there before and that one side has taken away is gone.
        return tuple(sorted((mine & theirs) | ((mine ^ theirs) - before)))

    def _spellings(self, names: list[str]) -> None:
        """Names that both sides write differently, which some file systems take for one."""
        mine = {name.casefold(): name for name in self.first.folder.files}
        for name in names:
            other = mine.get(name.casefold(), name)
            if other != name:
                shown = self.second.folder.files[name].shown
                self.findings.append(Finding("merge-name", Place(shown), {"name": other}))

    def _file(self, name: str) -> Taken | None:
        mine, theirs = self.first.file(name), self.second.file(name)
        before = self.base.file(name) if self.base else None
        # By digests, since Word files and pictures may be large and most files are equal.
        if mine is not None and theirs is not None and mine.digest == theirs.digest:
            return Taken("both", mine.path)
        # Before files are compared as wholes: no entry is lost with a file that one side has deleted.
        entries = self._entries(name, mine, theirs, before)
        if entries is not None:
            return entries
        # A file whose entries cannot be taken apart is not given up for another version: they would be lost.
        based = self.base is not None and not any(file == name for side in self._sides for file, _ in side.statements)
        versions = [file.digest if file else None for file in (mine, theirs, before)]
        agreed, digest = one_sided_change(versions[0], versions[1], versions[2], based)
        if agreed:
            return _taken(mine, theirs, digest)
        if mine is not None and theirs is not None:
            return self._lines(name, mine, theirs, before)
        for file, without in ((mine, self.second), (theirs, self.first)):
            if file is not None:
                self.findings.append(Finding("merge-gone", Place(file.shown), {"name": without.folder.shown}))
        return None

    def _entries(
        self, name: str, mine: FolderFile | None, theirs: FolderFile | None, before: FolderFile | None
    ) -> Taken | None:
        """A file of entries, none of which is ever lost; None for a file of another kind."""
        versions = [_Version("first", self.first, mine, self.first.pieces(name))] if mine else []
        versions += [_Version("second", self.second, theirs, self.second.pieces(name))] if theirs else []
        if not all(version.pieces.blocks for version in versions):
            return None
        # What was edited since the base comes first; else whichever, but always the same.
        old = before.digest if before else ""
        leading, *others = sorted(versions, key=lambda version: (version.file.digest == old, version.file.digest))
        blocks = [
            replace(block, text=self._text(version.entry(name, block), block, version))
            for block, version in self._blocks(name, leading, others)
        ]
        head = self._head(name, leading, others)
        # Nothing came in or went out: the file is copied byte for byte, with its own spaces and line ends.
        if blocks == list(leading.pieces.blocks) and head == leading.pieces.head:
            return Taken(leading.source, leading.file.path)
        # Of a file that all entries have left only what was written since remains.
        data = join_blocks(head if blocks else add_comments("", head, self._head_before(name)), blocks)
        self._check_size(data, leading)
        return Taken("merged", data)

    def _blocks(self, name: str, leading: _Version, others: Sequence[_Version]) -> list[tuple[EntryBlock, _Version]]:
        """The pieces that stay in the leading version of a file, and those of the other that come into it."""
        kept = [block for block in leading.pieces.blocks if self._stays(name, leading.entry(name, block))]
        # Pieces that nobody can read are known by their text alone.
        texts = {block.text for block in kept}
        added = [
            (block, version)
            for version in others
            for block in version.pieces.blocks
            if self._comes(name, version.entry(name, block), leading) and block.text not in texts
        ]
        return [*((block, leading) for block in kept), *added]

    def _check_size(self, data: bytes, leading: _Version) -> None:
        """Two files that can be read may be too long for one, and then no command of the year would run."""
        try:
            leading.side.registry.readers["toml"].read(data, leading.file.shown)
        except ReportError:
            self.findings.append(Finding("merge-large", Place(leading.file.shown)))

    def _stays(self, name: str, statement: Statement | None) -> bool:
        return statement is None or (statement not in self.edited and self._home(statement, name) == name)

    def _comes(self, name: str, statement: Statement | None, leading: _Version) -> bool:
        """Whether a piece of the other side is added to a file, which has not got it yet."""
        if statement is None:
            return True
        there = leading.side.places.get(statement)
        return (there is None or there[0] != name) and self._stays(name, statement)

    def _home(self, statement: Statement, name: str) -> str:
        """The file of an entry: where both sides have it in different ones, that into which it was moved."""
        homes = [side.places[statement][0] for side in self._sides if statement in side.places]
        if len(set(homes)) < 2:
            return name
        # The one place that is certainly old is that of the base.
        before = self.base.places[statement][0] if self.base and statement in self.base.places else ""
        # Where both moved it, any rule will do that gives both merges the same file.
        return min(home for home in homes if home != before)

    def _text(self, statement: Statement | None, block: EntryBlock, version: _Version) -> str:
        """A piece with the comments that the other side wrote about the same entry."""
        other = self.second if version.side is self.first else self.first
        if statement is None or statement not in other.texts:
            return block.text
        return merge_comments(block.text, other.texts[statement].text, self._text_before(statement))

    def _text_before(self, statement: Statement) -> str:
        return self.base.texts[statement].text if self.base and statement in self.base.texts else ""

    def _head(self, name: str, leading: _Version, others: Sequence[_Version]) -> str:
        """What stands above the pieces, with what was written since the base about entries that are edited now."""
        head = leading.pieces.head
        for version in others:
            head = merge_comments(head, version.pieces.head, self._head_before(name))
        for version in (leading, *others):
            for block in version.pieces.blocks:
                statement = version.entry(name, block)
                if statement in self.edited:
                    comments = "\n".join(line for line in block.text.split("\n") if line.startswith("#"))
                    head = add_comments(head, comments, self._text_before(statement))
        return head

    def _head_before(self, name: str) -> str:
        return self.base.pieces(name).head if self.base else ""

    def _lines(self, name: str, mine: FolderFile, theirs: FolderFile, before: FolderFile | None) -> Taken | None:
        """A table whose lines are merged; else a conflict."""
        if name.lower().endswith(".csv"):
            data = [read_bytes(file.path, file.shown) for file in (mine, theirs)]
            base = read_bytes(before.path, before.shown) if before else None
            found = merge_rows(data[0], data[1], base, self.base is not None)
            if found is not None:
                table, conflicts = found
                self.findings += [_row(conflict, mine, theirs) for conflict in conflicts]
                # The order of the list decides between equal units where the scheme says so.
                if name == self.first.units and order_lost(data[0], data[1], base):
                    self.findings.append(Finding("merge-order", Place(mine.shown), {"other": theirs.shown}))
                return Taken("merged", table)
        # Lines of a journal hang on one another: no merge of texts gives one.
        journal = name == f"{FOLDER}/{EVENTS}"
        self.findings.append(Finding("merge-journal", Place(mine.shown)) if journal else _different(mine, theirs))
        return None


def _taken(mine: FolderFile | None, theirs: FolderFile | None, digest: str | None) -> Taken | None:
    if mine is not None and mine.digest == digest:
        return Taken("first", mine.path)
    return Taken("second", theirs.path) if theirs is not None and theirs.digest == digest else None


def _row(conflict: LineConflict, mine: FolderFile, theirs: FolderFile) -> Finding:
    args = {
        "key": conflict.key,
        "mine": _shown(conflict.first),
        "theirs": _shown(conflict.second),
        "other": theirs.shown,
    }
    return Finding("merge-row", Place(mine.shown), args)


def _shown(line: bytes | None) -> Words | str:
    return Words("(không có)", "(none)") if line is None else brief(line.decode("utf-8", "replace"), 200)


def _different(mine: FolderFile, theirs: FolderFile) -> Finding:
    """Two files that differ, with the first line in which they do where they are text."""
    try:
        texts = [decode_text(read_bytes(file.path, file.shown), file.shown).split("\n") for file in (mine, theirs)]
    except ReportError:
        return Finding("merge-file", Place(mine.shown), {"other": theirs.shown})
    lines = list(zip_longest(*texts, fillvalue=""))
    # Files that differ only in how their lines end have no such line.
    index = next((index for index, (first, second) in enumerate(lines) if first != second), 0)
    first, second = lines[index]
    args = {"mine": brief(first, 200), "theirs": brief(second, 200), "other": f"{theirs.shown}:{index + 1}"}
    return Finding("merge-text", Place(mine.shown, index + 1), args)
