"""The workbook around its sheets: their names and parts, the texts and styles that their cells refer to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from defusedxml.ElementTree import fromstring
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from cchc_score.documents import Cell
from cchc_score.excel.xlsx_parts import MAX_BYTES, MAX_ELEMENTS, MAX_TREE, PartTooLarge, Texts, parse_part, weigh
from cchc_score.excel.xlsx_pictures import control_cells, picture_cells
from cchc_score.excel.xlsx_styles import cell_looks, children, rule_looks
from cchc_score.excel.xlsx_values import CellValues, text_cell
from cchc_score.files.archives import relations, relations_path

MAX_SHEETS = 200
BOOK = "xl/workbook.xml"
"""Where the workbook stands, unless its archive says otherwise."""


class NotAWorkbook(Exception):
    """A document of another kind."""


class SheetsBeyondLimit(Exception):
    """More sheets than are read."""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One worksheet by its title: its XML, whether people see it, where its pictures and boxes to tick begin."""

    title: str
    hidden: bool
    data: bytes
    pictures: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Book:
    """The worksheets of a workbook in their order, and what their cells refer to."""

    parts: tuple[Worksheet, ...]
    values: CellValues


@dataclass(frozen=True, slots=True)
class _Target:
    kind: str
    data: bytes
    path: str


def read_book(members: Mapping[str, bytes], main: str = BOOK) -> Book:
    """The workbook whose main part is such; other exceptions than these of this module mean that it is broken."""
    root = _tree(members[main])
    # An archive may name a main part of any kind: a Word document has one too.
    if root.tag.rpartition("}")[2] != "workbook":
        raise NotAWorkbook
    # Names of parts differ in case between the list and the archive; the archive has none twice.
    folded = {name.casefold(): data for name, data in members.items()}
    targets = _targets(folded, main)
    listed = [sheet for sheets in children(root, "sheets") for sheet in children(sheets, "sheet")]
    if len(listed) > MAX_SHEETS:
        raise SheetsBeyondLimit
    parts = tuple(_parts(listed, targets, folded))
    # Texts and styles are met by the kind of their relation, because their parts may have any name.
    by_kind = {target.kind: target.data for target in targets.values()}
    strings = by_kind.get("sharedStrings", b"")
    # Before a sheet is parsed: what is weighed here costs nothing but a look at its bytes.
    if sum(len(part.data) for part in parts) + len(strings) > MAX_BYTES:
        raise PartTooLarge
    # By reference, not by part: two hundred sheets may all be one.
    left = weigh(strings, MAX_ELEMENTS)
    for part in parts:
        left = weigh(part.data, left)
    since_1904 = any(settings.get("date1904") in ("1", "true") for settings in children(root, "workbookPr"))
    styles = _tree(by_kind["styles"]) if "styles" in by_kind else ()
    epoch = MAC_EPOCH if since_1904 else WINDOWS_EPOCH
    return Book(parts, CellValues(_strings(strings), cell_looks(styles), epoch, rule_looks(styles)))


def _tree(data: bytes) -> Any:
    # These parts are built as trees in memory, so that their limit is lower than that of the sheets, which only pass.
    weigh(data, MAX_TREE)
    return fromstring(data, forbid_dtd=True)


def _targets(folded: Mapping[str, bytes], main: str) -> dict[str, _Target]:
    """The parts to which the workbook refers, by the id of the relation; a KeyError where it has no relations."""
    listed = folded[relations_path(main).casefold()]
    weigh(listed, MAX_TREE)
    return {
        relation.id: _Target(relation.kind, folded[path], relation.path)
        for relation in relations(listed, main)
        if (path := relation.path.casefold()) in folded
    }


def _parts(listed: list[Any], targets: Mapping[str, _Target], folded: Mapping[str, bytes]) -> Iterator[Worksheet]:
    seen: dict[str, frozenset[tuple[int, int]]] = {}
    for sheet in listed:
        # Usual and strict workbooks put the attribute into different namespaces, whose ends are the same.
        (relation,) = (value for key, value in sheet.items() if key.endswith("/relationships}id"))
        # A sheet that is a chart or a macro has no cells; one without its part is a fault.
        target = targets[relation]
        if target.kind == "worksheet":
            # Two hundred sheets may all be one.
            if target.path not in seen:
                seen[target.path] = picture_cells(folded, target.path) | control_cells(target.data)
            unseen = sheet.get("state", "visible") != "visible"
            yield Worksheet(sheet.get("name", ""), unseen, target.data, seen[target.path])


def _strings(data: bytes) -> list[Cell]:
    found: list[Cell] = []
    texts = Texts()
    ends = {**texts.ends(), "si": lambda: found.append(text_cell(texts))}
    if data:
        parse_part(data, texts.starts(), ends, texts.pieces.append)
    return found
