"""The JSON of a result within a page: packed, because it is ten times as long as the page otherwise."""

import json
from base64 import b64encode
from gzip import compress
from typing import Any

DATA_TYPE = "application/gzip;base64"
"""What the element with the data holds: JSON in UTF-8, packed by gzip, written in base64."""


def packed(data: Any) -> str:
    """Data as JSON, packed; letters, digits and signs that no page can mistake for markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    # Without the time of its making: the same data give the same bytes.
    return b64encode(compress(text, 9, mtime=0)).decode()
