"""The XML parts of a workbook: how much of them is read at all, and how."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.parsers import expat

from openpyxl.utils.escape import unescape

from cchc_score.legacy_text import font_encoding

MAX_CELLS = 400_000
"""More cells than any list of communes has; what costs time and memory is bounded by it."""
# A cell has up to three elements: itself, and its formula and value, or the two around a text.
MAX_ELEMENTS = 3 * MAX_CELLS
MAX_BYTES = 40 * 1024 * 1024
MAX_TREE = 250_000
_GAP = 1024 * 1024
MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The two name spaces of spreadsheets: what everybody writes, and Excel's 'strict' kind."""

OnStart = Callable[[dict[str, str]], Any]
OnEnd = Callable[[], Any]


class PartTooLarge(Exception):
    """More cells than are read."""


def weigh(data: bytes, budget: int) -> int:
    """What is left of a budget of elements after one part; a PartTooLarge when nothing is."""
    # A tag with a million attributes, or one text of megabytes, is no cell.
    if any(b"<" not in data[start : start + _GAP] for start in range(0, len(data) - _GAP, _GAP)):
        raise PartTooLarge
    # Counted in the bytes, before a parser sees them; what stands in comments only makes the count too large.
    left = budget - (data.count(b"<") - data.count(b"</"))
    if left < 0:
        raise PartTooLarge
    return left


def parse_part(
    data: bytes,
    starts: Mapping[str, OnStart],
    ends: Mapping[str, OnEnd],
    text: Callable[[str], Any],
    spaces: Sequence[str] = MAIN,
) -> None:
    """Pass through a part without building it; elements of other name spaces pass unseen."""
    parser = expat.ParserCreate(namespace_separator=" ")
    # Without a buffer expat hands over each line, and each '&amp;', by itself.
    parser.buffer_text = True
    on_start = {f"{space} {name}": call for name, call in starts.items() for space in spaces}
    on_end = {f"{space} {name}": call for name, call in ends.items() for space in spaces}

    def start(tag: str, attrs: dict[str, str]) -> None:
        call = on_start.get(tag)
        if call is not None:
            call(attrs)

    def end(tag: str) -> None:
        call = on_end.get(tag)
        if call is not None:
            call()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    # The look at the archive passes over parts with endings of their own choice; here no part is missed.
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    parser.Parse(data, True)


def _refuse(*_: object) -> None:
    raise ValueError("a declaration that no workbook has")


class Texts:
    """Gathers texts while a part passes: of an element, and of a cell from its runs."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.runs: list[str] = []
        self.marked = False
        self.font = ""
        self._aloud = self._odd = False

    def starts(self) -> dict[str, OnStart]:
        """What to call where elements begin."""
        # The properties of a run stand before its text, so that its marks are known when the text comes.
        marks = {
            "strike": self._mark,
            "vertAlign": self._mark,
            "color": self._color,
            "r": self._plain_run,
            "rFont": self._name,
        }
        return {"t": self.begin, "rPh": lambda _: self._reading(True), **marks}

    def ends(self) -> dict[str, OnEnd]:
        """What to call where elements end."""
        return {"t": self._run, "rPh": lambda: self._reading(False)}

    def begin(self, _: Mapping[str, str]) -> None:
        """A new element: what was gathered before is not its text."""
        self.pieces.clear()

    def text(self) -> str:
        """The text of the element that just ended."""
        return "".join(self.pieces)

    def taken(self) -> str:
        """The text of all runs since it was last taken; whether digits in it are `marked` is known until then."""
        found = decode_escapes("".join(self.runs))
        self.clear()
        return found

    def clear(self) -> None:
        """Forget what was gathered."""
        self.runs.clear()
        self.marked = self._odd = False
        self.font = ""

    def _run(self) -> None:
        # How a text is read aloud stands beside it, and is no part of it.
        if not self._aloud:
            self.runs.extend(self.pieces)
            self.marked |= self._odd and any(char.isnumeric() for piece in self.pieces for char in piece)

    def _plain_run(self, _: Mapping[str, str]) -> None:
        self._odd = False

    def _mark(self, attrs: Mapping[str, str]) -> None:
        """A run is struck out, raised or lowered: its digits do not count as they stand."""
        self._odd |= attrs.get("val", "1") not in ("0", "false", "baseline")

    def _color(self, attrs: Mapping[str, str]) -> None:
        """A run in white is not to be seen on most grounds."""
        self._odd |= attrs.get("rgb", "")[-6:].upper() == "FFFFFF" or attrs.get("theme") == "0"

    def _name(self, attrs: Mapping[str, str]) -> None:
        """One run in a font of before Unicode is enough: words that are in Unicode show that by themselves."""
        self.font = self.font or legacy_name(attrs.get("val", ""))

    def _reading(self, aloud: bool) -> None:
        self._aloud = aloud


def legacy_name(font: str) -> str:
    """The name of a font of before Unicode; '' for any other."""
    return font if font_encoding(font) else ""


def decode_escapes(text: str) -> str:
    """A text as Excel shows it; it writes signs that XML cannot hold as '_x000D_'."""
    if "_x" not in text:
        return text
    found = unescape(text)
    # Half a sign is no text: it could never be written again.
    return text if any("\ud800" <= char <= "\udfff" for char in found) else found
