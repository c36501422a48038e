"""One side of a merge: the files of a year's folder, and the entries and explanations that stand in them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from cchc_score.appraisal.nouns import Entry, Explanation
from cchc_score.facts import Origin
from cchc_score.files import read_bytes
from cchc_score.merging.blocks import NOTHING, Block, Blocks, split
from cchc_score.merging.folders import Content, Folder, read_folder
from cchc_score.model import Scheme
from cchc_score.plugins import Registry
from cchc_score.year.load import Request, load_year, set_up
from cchc_score.year.parallel import Progress
from cchc_score.year.work import load_stages

Told = Entry | Explanation
"""An entry or an explanation, without where it stands."""


@dataclass(frozen=True)
class Side:
    """A folder with its scheme and plugins; `told` by the file and line at which each entry begins."""

    folder: Folder
    scheme: Scheme
    registry: Registry
    told: Mapping[tuple[str, int], Told]

    @cached_property
    def places(self) -> Mapping[Told, tuple[str, int]]:
        """Where each entry and explanation stands first."""
        return {one: place for place, one in sorted(self.told.items(), reverse=True)}

    @cached_property
    def texts(self) -> Mapping[Told, Block]:
        """The piece of text in which each entry and explanation stands; a file that has no pieces has none."""
        pieces = {name: {block.line: block for block in self.pieces(name).blocks} for name, _ in self.told}
        return {one: pieces[file][line] for one, (file, line) in self.places.items() if line in pieces[file]}

    def pieces(self, name: str) -> Blocks:
        """The pieces of one of its files; none where it is no file of entries."""
        file = self.folder.files.get(name)
        if file is None or not name.lower().endswith(".toml"):
            return NOTHING
        return split(read_bytes(file.path, file.shown)) or NOTHING

    def file(self, name: str) -> Content | None:
        """One of its files."""
        return self.folder.files.get(name)


def load_side(root: Path, progress: Progress) -> Side:
    """A side of a merge; what is wrong with its reports does not keep it from being merged."""
    folder = read_folder(root)
    request = Request((root,))
    setup = set_up(request)
    stages, _, _ = load_stages(load_year(request, setup, progress), progress)
    told: list[Told] = [*stages.entries, *stages.explanations]
    placed = {(one.origin.file, one.origin.line): replace(one, origin=Origin("")) for one in told}
    return Side(folder, setup.scheme, setup.registry, placed)
