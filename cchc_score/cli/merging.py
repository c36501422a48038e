"""The command `merge`: the folders of two people who worked at one year, made one."""

import os
from pathlib import Path

from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, write_page
from cchc_score.errors import WriteError
from cchc_score.files import real, write_folder
from cchc_score.findings import Finding, Place
from cchc_score.merging.merge import merge
from cchc_score.merging.sides import load_side
from cchc_score.pages.merged import merged_page


def merge_folders(options: Options, first: Path, second: Path, base: Path | None, target: Path | None) -> Exit:
    """Write both sides as one new folder, or tell every conflict and write nothing."""
    if target is None:
        raise WrongWord("usage-needed", name="-o DIR")
    roots = (first, second, *([base] if base else []))
    _check(target, roots)
    one, other, *before = (load_side(root, options.console.progress) for root in roots)
    made = merge(one, other, before[0] if before else None)
    if made.conflicts:
        options.console.findings(made.conflicts)
        return Exit.DATA
    write_folder(target, {name: file.content for name, file in made.files.items()})
    page = merged_page(made, (first.as_posix(), second.as_posix()), target, options.lang)
    write_page(page, options, one.registry)
    return Exit.DONE


def _check(target: Path, roots: tuple[Path, ...]) -> None:
    """Nothing that is there is written over, and no side is changed."""
    place = Place(target.as_posix())
    if os.path.lexists(target):
        raise WriteError([Finding("merge-target", place, {"name": target.name})])
    if any(real(target).is_relative_to(real(root)) for root in roots):
        raise WriteError([Finding("merge-inside", place)])
