"""Links from a workbook to the files that figures come from: by their paths, and by no text that stands in them."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from cchc_score.facts import Origin
from cchc_score.office.form_sheet import FormLink

_CELL = re.compile(r"(?P<sheet>[^!]+)!(?P<cell>[A-Z]{1,3}[1-9][0-9]{0,6})")
_SHEET = re.compile(r"\w[\w .\-]*")
"""Names of sheets that mean nothing but a name within an address."""
_SHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")

FilePaths = Callable[[str], Path | None]
"""Where the file of a name that is shown stands; None for one that is in no file."""


def file_link(name: str, paths: FilePaths, folder: Path, origin: Origin | None = None) -> FormLink | None:
    """The link from a folder to the file of a shown name, in a workbook to a cell; None where there is none."""
    path = paths(name)
    if path is None:
        return None
    try:
        # Of two drives of Windows neither can be seen from the other.
        relative = os.path.relpath(path, folder)
    except ValueError:
        return None
    # Every sign that could begin another kind of address, as the colon does, is encoded.
    target = quote(Path(relative).as_posix().encode("utf-8", "surrogateescape"), safe="/")
    match = _CELL.fullmatch(origin.cell) if origin is not None and path.suffix.lower() in _SHEETS else None
    if match is None or not _SHEET.fullmatch(match["sheet"]):
        return FormLink(target)
    return FormLink(target, f"'{match['sheet']}'!{match['cell']}")
