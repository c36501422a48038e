"""The workbook around its sheets: their names and parts, the texts and styles that their cells refer to."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from defusedxml.ElementTree import fromstring
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from cchc_score.documents import Cell
from cchc_score.excel.parts import MAIN, MAX_BYTES, MAX_ELEMENTS, MAX_TREE, Texts, TooLarge, stream, weigh
from cchc_score.excel.values import Kind, Values, kind_of, text_cell

MAX_SHEETS = 200
BOOK = "xl/workbook.xml"
"""Where the workbook stands, unless its archive says otherwise."""


class NoBook(Exception):
    """A document of another kind."""


class TooMany(Exception):
    """More sheets than are read."""


@dataclass(frozen=True, slots=True)
class Part:
    """One worksheet by its title: its XML, and whether people see it."""

    title: str
    hidden: bool
    data: bytes


@dataclass(frozen=True, slots=True)
class Book:
    """The worksheets of a workbook in their order, and what their cells refer to."""

    parts: tuple[Part, ...]
    values: Values


@dataclass(frozen=True, slots=True)
class _Target:
    kind: str
    data: bytes


def book(members: Mapping[str, bytes], main: str = BOOK) -> Book:
    """The workbook whose main part is such; other exceptions than these of this module mean that it is broken."""
    root = _tree(members[main])
    if root.tag.rpartition("}")[2] != "workbook":
        raise NoBook
    targets = _targets(members, main)
    listed = [sheet for sheets in _children(root, "sheets") for sheet in _children(sheets, "sheet")]
    if len(listed) > MAX_SHEETS:
        raise TooMany
    parts = tuple(_parts(listed, targets))
    by_kind = {target.kind: target.data for target in targets.values()}
    strings = by_kind.get("sharedStrings", b"")
    if sum(len(part.data) for part in parts) + len(strings) > MAX_BYTES:
        raise TooLarge
    # By reference, not by part: two hundred sheets may all be one.
    left = weigh(strings, MAX_ELEMENTS)
    for part in parts:
        left = weigh(part.data, left)
    since_1904 = any(one.get("date1904") in ("1", "true") for one in _children(root, "workbookPr"))
    kinds = _kinds(by_kind["styles"]) if "styles" in by_kind else ()
    return Book(parts, Values(_strings(strings), kinds, MAC_EPOCH if since_1904 else WINDOWS_EPOCH))


def _tree(data: bytes) -> Any:
    weigh(data, MAX_TREE)
    return fromstring(data, forbid_dtd=True)


def _children(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element if child.tag in {f"{{{space}}}{name}" for space in MAIN})


def _targets(members: Mapping[str, bytes], main: str) -> dict[str, _Target]:
    # Names of parts differ in case between the list and the archive; the archive has none twice.
    folded = {name.casefold(): data for name, data in members.items()}
    found = {}
    folder, base = posixpath.split(main)
    for one in _tree(folded[posixpath.join(folder, "_rels", f"{base}.rels").casefold()]):
        path = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/").casefold()
        if one.get("TargetMode") != "External" and path in folded:
            found[one.get("Id", "")] = _Target(one.get("Type", "").rpartition("/")[2], folded[path])
    return found


def _parts(listed: list[Any], targets: Mapping[str, _Target]) -> Iterator[Part]:
    for sheet in listed:
        (relation,) = (value for key, value in sheet.items() if key.endswith("/relationships}id"))
        # A sheet that is a chart or a macro has no cells; one without its part is a fault.
        target = targets[relation]
        if target.kind == "worksheet":
            yield Part(sheet.get("name", ""), sheet.get("state", "visible") != "visible", target.data)


def _kinds(data: bytes) -> tuple[Kind, ...]:
    root = _tree(data)
    own = {
        int(one.get("numFmtId", "")): one.get("formatCode", "")
        for formats in _children(root, "numFmts")
        for one in _children(formats, "numFmt")
    }
    styles = [one for listed in _children(root, "cellXfs") for one in _children(listed, "xf")]
    numbers = [int(one.get("numFmtId", "0")) for one in styles]
    kinds = {number: kind_of(number, own) for number in set(numbers)}
    return tuple(kinds[number] for number in numbers)


def _strings(data: bytes) -> list[Cell]:
    found: list[Cell] = []
    texts = Texts()
    ends = {**texts.ends(), "si": lambda: found.append(text_cell(texts))}
    if data:
        stream(data, texts.starts(), ends, texts.pieces.append)
    return found
