"""Merge the folders of two people who worked at one year."""

import os
from dataclasses import dataclass
from pathlib import Path

from cchc_score.errors import WriteError
from cchc_score.files.disk import real_path
from cchc_score.findings import Finding, Place
from cchc_score.merging.folders import Folder
from cchc_score.merging.merge import Merged, merge
from cchc_score.merging.versions import load_side
from cchc_score.registry.registry import Registry
from cchc_score.year.load import no_progress
from cchc_score.year.parallel import Progress


@dataclass(frozen=True, slots=True)
class MergedFolders:
    """What two folders make together, with every conflict; `registry` are the plugins of the first.

    `sides` are the folders that were read, also the one that both began with.
    """

    merged: Merged
    registry: Registry
    sides: tuple[Folder, ...] = ()

    def check_unchanged(self) -> None:
        """A ReportError where somebody has worked in one of the folders since it was read."""
        for side in self.sides:
            side.check_unchanged()


def merge_folders(
    first: Path, second: Path, base: Path | None, target: Path, progress: Progress = no_progress
) -> MergedFolders:
    """The files of both sides as one; `base` is what both began with, where it is known.

    Nothing is written. A WriteError says why the result could not go to `target`: nothing that is there is written
    over, and no side is changed.
    """
    roots = (first, second, *([base] if base else []))
    # Before both folders are read, which takes long.
    _check_target(target, roots)
    one, other, *before = sides = [load_side(root, progress) for root in roots]
    merged = merge(one, other, before[0] if before else None)
    return MergedFolders(merged, one.registry, tuple(side.folder for side in sides))


def _check_target(target: Path, roots: tuple[Path, ...]) -> None:
    place = Place(target.as_posix())
    # `lexists`, because a link that leads nowhere is in the way as well.
    if os.path.lexists(target):
        raise WriteError([Finding("merge-target", place, {"name": target.name})])
    # Through links: inside of a side under another name is inside too.
    if any(real_path(target).is_relative_to(real_path(root)) for root in roots):
        raise WriteError([Finding("merge-inside", place)])
