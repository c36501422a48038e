"""What a PDF that should be an annex holds, read in a process of its own."""

import base64
import json
from collections.abc import Mapping
from typing import Any, Literal

from cchc_score.errors import ReportError
from cchc_score.files.child_process import ChildTimeout, run_child
from cchc_score.findings import Finding, Place
from cchc_score.pdf.annex_child import SECONDS
from cchc_score.pdf.pdf_limits import MEGABYTES

_Asked = Literal["attached", "pages", "later", "signatures"]


def attached_of(data: bytes, name: str) -> dict[str, bytes]:
    """The attached files by name; a ReportError says why the PDF cannot be read."""
    told = _answer(data, name, "attached")["attached"]
    return {str(file): base64.b64decode(content) for file, content in told.items()}


def tagged_texts(data: bytes, name: str) -> Mapping[str, Any]:
    """The texts of the pages by their tags."""
    return _answer(data, name, "pages")


def later_changes(data: bytes, name: str, length: int) -> list[str]:
    """What the revisions after the first, of so many bytes, have changed of it beside signatures."""
    return list(_answer(b"%d\n" % length + data, name, "later")["changes"])


def signatures_of(data: bytes, name: str) -> list[Mapping[str, Any]] | None:
    """The signatures; None where the library that checks them is not installed."""
    answer = _answer(data, name, "signatures")
    return None if "absent" in answer else list(answer["signatures"])


def _answer(data: bytes, name: str, asked: _Asked) -> Mapping[str, Any]:
    try:
        written = run_child(("-m", "cchc_score.pdf.annex_child", asked), data, SECONDS)
    except ChildTimeout:
        written = b'{"refused": "pdf-heavy"}'
    try:
        # A process that was ended has said nothing, or half of it.
        answer = json.loads(written) if written is not None else {"refused": "pdf-heavy"}
    except ValueError:
        answer = {"refused": "pdf-broken"}
    if answer.get("refused") == "absent" and asked == "signatures":
        return {"absent": True}
    if "refused" not in answer:
        return dict(answer)
    code = str(answer["refused"])
    if code == "absent":
        raise ReportError([Finding("reader-absent", Place(name), {"extra": "report"})])
    args = {"seconds": SECONDS, "megabytes": MEGABYTES} if code == "pdf-heavy" else {}
    raise ReportError([Finding(code, Place(name), args)])
