"""One side of a merge: the files of a year's folder, and the entries and explanations that stand in them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from cchc_score.appraisal.acts import Settlement
from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.facts import Origin
from cchc_score.files.disk import read_bytes
from cchc_score.merging.entry_text import NOTHING, EntryBlock, EntryBlocks, split_blocks
from cchc_score.merging.folders import Folder, FolderFile, read_folder
from cchc_score.model import Scheme
from cchc_score.registry.registry import Registry
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import load_stages, load_year
from cchc_score.year.parallel import Progress
from cchc_score.year.request import Request

Statement = Entry | Explanation
"""An entry or an explanation, without where it stands."""


@dataclass(frozen=True)
class FolderSide:
    """A folder with its scheme and plugins; `statements` are by the file and line at which each begins.

    `units` is the file of its list of units, `settlements` what a council chose between entries.
    """

    folder: Folder
    scheme: Scheme
    registry: Registry
    statements: Mapping[tuple[str, int], Statement]
    units: str = ""
    settlements: tuple[Settlement, ...] = ()

    @cached_property
    def places(self) -> Mapping[Statement, tuple[str, int]]:
        """Where each entry and explanation stands first."""
        # Backwards, because the last one that a dict is given for a key stays: that is the first place.
        return {statement: place for place, statement in sorted(self.statements.items(), reverse=True)}

    @cached_property
    def texts(self) -> Mapping[Statement, EntryBlock]:
        """The piece of text in which each entry and explanation stands; a file that has no pieces has none."""
        pieces = {name: {block.line: block for block in self.pieces(name).blocks} for name, _ in self.statements}
        return {
            statement: pieces[file][line] for statement, (file, line) in self.places.items() if line in pieces[file]
        }

    def pieces(self, name: str) -> EntryBlocks:
        """The pieces of one of its files; none where it is no file of entries."""
        file = self.folder.files.get(name)
        if file is None or not name.lower().endswith(".toml"):
            return NOTHING
        return split_blocks(read_bytes(file.path, file.shown)) or NOTHING

    def file(self, name: str) -> FolderFile | None:
        """One of its files."""
        return self.folder.files.get(name)


def load_side(root: Path, progress: Progress) -> FolderSide:
    """A side of a merge; what is wrong with its reports does not keep it from being merged."""
    folder = read_folder(root)
    source = FolderSource(Request((root,)))
    year = load_year(source, progress)
    # Of a year without any work too: the other side may have some.
    stages = load_stages(source, year, progress).stages
    assert stages is not None
    statements: list[Statement] = [*stages.entries, *stages.explanations]
    placed = {
        # Without its origin the same entry is equal on both sides, in whatever file and line it stands.
        (statement.origin.file, statement.origin.line): replace(statement, origin=Origin(""))
        for statement in statements
    }
    units = source.config.units if source.config else None
    return FolderSide(
        folder=folder,
        scheme=year.rules.scheme,
        registry=year.rules.registry,
        statements=placed,
        units=units or "",
        settlements=stages.settlements,
    )
