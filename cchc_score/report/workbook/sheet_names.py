"""Names of sheets that every spreadsheet program takes, each once."""

import re
from collections.abc import Iterable, Sequence

from cchc_score.office.form_sheet import plain_text
from cchc_score.text import nfc, visible

MOST_UNITS = 31
"""So many units of UTF-16 a name may have."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
# Excel keeps this name for a sheet of its own.
_RESERVED = "history"


def sheet_names(wanted: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """Legal names as near as can be to those wanted, none of them twice, whatever the case of their letters."""
    used = {_folded(name) for name in taken} | {_RESERVED}
    names = []
    for text in wanted:
        name = _unused(_legal(text), used)
        used.add(_folded(name))
        names.append(name)
    return names


def _legal(text: str) -> str:
    clean = _FORBIDDEN.sub("-", visible(plain_text(nfc(text))).replace("\\", "-"))
    return _cut(clean.strip(" '"), MOST_UNITS) or "-"


def _unused(name: str, used: set[str]) -> str:
    if _folded(name) not in used:
        return name
    number = 2
    while True:
        end = f" ({number})"
        other = _cut(name, MOST_UNITS - len(end)) + end
        if _folded(other) not in used:
            return other
        number += 1


def _folded(name: str) -> str:
    # Excel compares without case; letters that become several are as good as equal to be sure.
    return name.casefold()


def _cut(text: str, most: int) -> str:
    """The beginning of a text, in units of UTF-16, of which some letters take two."""
    data = text.encode("utf-16-le")[: 2 * most]
    return data.decode("utf-16-le", "ignore").strip(" '")
