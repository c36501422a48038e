"""The styles of an .ods: which of them strike out, raise or hide digits, or are in a font of before Unicode."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_score.excel.xlsx_parts import OnStart, legacy_name

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT, STYLE = (f"{ODF}{name}:1.0" for name in ("office", "table", "text", "style"))
SPACES = (OFFICE, TABLE, TEXT, STYLE)
_FO = f"{ODF}xsl-fo-compatible:1.0"
_WHITE = "#ffffff"


@dataclass(slots=True)
class _Style:
    """What a style says itself; None is left to its parent."""

    parent: str
    struck: bool | None = None
    raised: bool | None = None
    white: bool | None = None
    filled: bool | None = None
    legacy: str | None = None


class OdsStyles:
    """Gathers the styles while a part passes; of each it says whether digits in it are no figure."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._current = _Style("")

    def starts(self) -> dict[str, OnStart]:
        """What to call where elements begin."""
        return {"style": self._begin, "text-properties": self._letters, "table-cell-properties": self._fill}

    def marked(self, family: str, name: str) -> bool:
        """Whether a style of a family ('table-cell', 'text') strikes out, raises, or writes white on nothing."""
        found = {key: self._asked(family, name, key) for key in ("struck", "raised", "white", "filled")}
        return bool(found["struck"] or found["raised"] or (found["white"] and not found["filled"]))

    def legacy(self, family: str, name: str) -> str:
        """The font of before Unicode of a style of a family; '' for any other font."""
        return str(self._asked(family, name, "legacy") or "")

    def _asked(self, family: str, name: str, key: str) -> bool | str:
        # Styles that are each other's parents, which no program writes, have no more than these.
        for _ in range(20):
            style = self._styles.get((family, name))
            if style is None:
                return False
            said: bool | str | None = getattr(style, key)
            if said is not None:
                return said
            name = style.parent
        return False

    def _begin(self, attrs: Mapping[str, str]) -> None:
        self._current = _Style(attrs.get(f"{STYLE} parent-style-name", ""))
        self._styles[attrs.get(f"{STYLE} family", ""), attrs.get(f"{STYLE} name", "")] = self._current

    def _letters(self, attrs: Mapping[str, str]) -> None:
        style = self._current
        line, place = attrs.get(f"{STYLE} text-line-through-style"), attrs.get(f"{STYLE} text-position")
        line = line or attrs.get(f"{STYLE} text-line-through-type")
        if line is not None:
            style.struck = line != "none"
        if place is not None:
            style.raised = not place.startswith("0")
        font = attrs.get(f"{STYLE} font-name", attrs.get(f"{_FO} font-family"))
        if font is not None:
            style.legacy = legacy_name(font.strip("'"))
        if f"{_FO} color" in attrs or f"{STYLE} use-window-font-color" in attrs:
            style.white = attrs.get(f"{_FO} color", "").lower() == _WHITE

    def _fill(self, attrs: Mapping[str, str]) -> None:
        colour = attrs.get(f"{_FO} background-color")
        if colour is not None:
            self._current.filled = colour.lower() not in ("transparent", _WHITE)
