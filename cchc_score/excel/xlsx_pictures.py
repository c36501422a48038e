"""The cells over which pictures and controls of a worksheet begin: what they show is read by nobody here."""

from collections.abc import Mapping

from cchc_score.excel.xlsx_parts import MAIN, MAX_TREE, OnEnd, OnStart, Texts, parse_part, weigh
from cchc_score.files.archives import relations, relations_path

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
MAX_PICTURES = 10_000

Spot = tuple[int, int]
"""A row and a column, counted from 1."""


def picture_cells(members: Mapping[str, bytes], sheet: str) -> frozenset[Spot]:
    """Where the pictures of a worksheet begin; `members` are the parts by their folded names, `sheet` the sheet's."""
    listed = members.get(relations_path(sheet).casefold(), b"")
    weigh(listed, MAX_TREE)
    named = relations(listed, sheet) if listed else []
    parts = [members[path] for one in named if one.kind == "drawing" and (path := one.path.casefold()) in members]
    found: set[Spot] = set()
    for part in parts:
        weigh(part, MAX_TREE)
        found |= _Anchors().spots(part)
    return frozenset(sorted(found)[:MAX_PICTURES])


def control_cells(sheet: bytes) -> frozenset[Spot]:
    """Where the boxes, lists and buttons on a worksheet begin, which need not be tied to any cell."""
    if b"control" not in sheet:
        return frozenset()
    return frozenset(sorted(_Anchors().controls(sheet))[:MAX_PICTURES])


class _Anchors:
    """Gathers the anchors of pictures while the XML of a drawing passes."""

    def __init__(self) -> None:
        self._texts = Texts()
        self._place: dict[str, int] = {}
        self._within = False
        self._found: set[Spot] = set()

    def spots(self, part: bytes) -> set[Spot]:
        """Where pictures begin; charts and shapes are none."""
        starts: dict[str, OnStart] = {
            "from": lambda _: self._turn(True), "row": self._texts.begin, "col": self._texts.begin, "pic": self._keep,
        }  # fmt: skip
        ends: dict[str, OnEnd] = {
            "from": lambda: self._turn(False), "row": lambda: self._number("row"), "col": lambda: self._number("col"),
        }  # fmt: skip
        parse_part(part, starts, ends, self._texts.pieces.append, (_DRAWING,))
        return self._found

    def controls(self, part: bytes) -> set[Spot]:
        """Where the controls in a worksheet's own XML begin."""
        starts: dict[str, OnStart] = {
            "from": lambda _: self._turn(True), "row": self._texts.begin, "col": self._texts.begin,
        }  # fmt: skip
        ends: dict[str, OnEnd] = {
            "from": lambda: self._turn(False), "row": lambda: self._number("row"), "col": lambda: self._number("col"),
            "control": lambda: self._keep({}),
        }  # fmt: skip
        parse_part(part, starts, ends, self._texts.pieces.append, (*MAIN, _DRAWING))
        return self._found

    def _turn(self, within: bool) -> None:
        self._within = within

    def _number(self, key: str) -> None:
        if self._within:
            self._place[key] = int(self._texts.text()) + 1

    def _keep(self, _: Mapping[str, str]) -> None:
        if "row" in self._place and "col" in self._place:
            self._found.add((self._place["row"], self._place["col"]))
            self._place.clear()
