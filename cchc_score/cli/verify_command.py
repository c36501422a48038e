"""The command `verify`: whether a PDF is an annex of this program as it was made."""

from pathlib import Path

from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, chosen_format, write_page
from cchc_score.files.disk import read_bytes
from cchc_score.report.annex.annex_check import check_annex
from cchc_score.report.annex.check_page import check_page
from cchc_score.year.folder_rules import load_plugins

_EXITS = {"done": Exit.DONE, "changed": Exit.DATA, "foreign": Exit.FILE, "unchecked": Exit.RULES}


def verify(options: Options, file: Path) -> Exit:
    """Check the PDF and print what was checked."""
    registry = load_plugins(options.plugins)
    chosen_format(options, registry)
    check = check_annex(read_bytes(file), file.as_posix(), registry)
    write_page(check_page(check, options.lang), options, registry)
    options.console.findings(check.findings)
    return _EXITS[check.ending]
