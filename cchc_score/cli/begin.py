"""The command `init`: the folder of a year to begin with."""

from pathlib import Path

from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, write_page
from cchc_score.files import write_folder
from cchc_score.pages.begun import begun_page
from cchc_score.plugins import load
from cchc_score.year.starter import starter


def init(options: Options, folder: Path) -> Exit:
    """Write the folder, and say what is in it and what to do next."""
    content = starter()
    registry = load([])
    write_folder(folder, content)
    write_page(begun_page(sorted(content), folder.as_posix(), options.lang), options, registry)
    return Exit.DONE
