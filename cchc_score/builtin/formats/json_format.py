"""Writes JSON: the same result for machines."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from cchc_score.formats import Entries, Format, Page
from cchc_score.hookspecs import hookimpl

_UNSEEN = re.compile("[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def write(page: Page) -> bytes:
    """The page's data in UTF-8, keys in the order of the documentation."""
    out = BytesIO()
    # Entry by entry: the data of a nation are several times as large as their text.
    for piece in _pieces(page):
        # Names of files may hold bytes that are no text, which UTF-8 cannot encode.
        out.write(piece.encode("utf-8", "backslashreplace"))
    return out.getvalue()


def _pieces(page: Page) -> Iterator[str]:
    mark = "{"
    for key, value in page.make_data().items():
        yield f"{mark}\n  {_indented(key, 2)}: "
        if isinstance(value, Entries):
            yield from _list_pieces(value)
        else:
            yield _indented(value, 2)
        mark = ","
    yield "{}\n" if mark == "{" else "\n}\n"


def _list_pieces(entries: Entries) -> Iterator[str]:
    mark = "["
    for entry in entries:
        yield f"{mark}\n    {_indented(entry, 4)}"
        mark = ","
    yield "[]" if mark == "[" else "\n  ]"


def _indented(value: Any, spaces: int) -> str:
    # Loaded only when JSON is written: other formats need nothing of it.
    import json

    # Vietnamese stays as it is written: the file is UTF-8, and people read it too. Line ends within texts are escaped,
    # so that all others are those of the layout.
    text = json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n" + " " * spaces)
    # JSON itself escapes the first control characters only, and none that turn the direction of a line.
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


@hookimpl
def cchc_formats() -> list[Format]:
    """The format `json`."""
    return [Format("json", ".json", write)]
