"""The styles of a workbook's cells: what their number formats make of a number, and marks that change a figure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from cchc_score.excel.xlsx_formats import MAX_FORMAT, hides_text
from cchc_score.excel.xlsx_parts import MAIN
from cchc_score.symbol_fonts import SYMBOL_FONTS

FormatKind = Literal["number", "percent", "date", "duration"]
# Texts in quotes, colours and conditions in brackets, and signs that only make room: a '%' in those is no percentage.
_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DIGITS = re.compile(r"(0{1,20})(?:\.(0{1,20}))?")
_USUAL = ("", "General", "@", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%")
"""Formats that show every number as it is."""
WHITE, BLACK = "FFFFFF", "000000"
_THEME = {"0": WHITE, "1": BLACK}
_INDEXED = {"0": BLACK, "1": WHITE, "8": BLACK, "9": WHITE, "64": BLACK, "65": WHITE}
_SMALLEST = 2
"""Points: nobody sees a sign as small as that."""


class CellLook(NamedTuple):
    """How a cell shows a number: by the kind of its format, with so many digits at least before and after the point.

    `code` is the format where it may show more than the number, or less. Digits that are `marked` (struck out, raised)
    are no figure, and in a `tiny` font, or one of the colour of what is behind it, nothing is to be seen. `symbol` is a
    font of signs in the place of letters.
    """

    kind: FormatKind = "number"
    whole: int = 0
    decimals: int = 0
    marked: bool = False
    code: str = ""
    font: str = BLACK
    fill: str = WHITE
    tiny: bool = False
    symbol: str = ""

    @property
    def unseen(self) -> bool:
        """Whether nothing of the cell's text or number can be seen."""
        return self.tiny or self.font == self.fill


class RuleLook(NamedTuple):
    """What a conditional format changes: None for what stays as the cell's own style has it."""

    marked: bool = False
    font: str | None = None
    fill: str | None = None
    code: str | None = None

    @property
    def harmless(self) -> bool:
        """Whether no cell can lose its figure by it."""
        return not self.marked and self.font is None and self.fill is None and self.code is None


PLAIN = CellLook()


def children(element: Any, name: str) -> Iterator[Any]:
    """The children of a name; extensions keep elements of the same names deeper down."""
    return (child for child in element if child.tag in {f"{{{space}}}{name}" for space in MAIN})


class _Font(NamedTuple):
    marked: bool = False
    color: str = BLACK
    tiny: bool = False
    symbol: str = ""


def cell_looks(root: Any) -> tuple[CellLook, ...]:
    """The looks of cells by the number of their style; `root` is the part of the styles."""
    own = {
        int(number_format.get("numFmtId", "")): number_format.get("formatCode", "")
        for formats in children(root, "numFmts")
        for number_format in children(formats, "numFmt")
    }
    fonts = [_font(font) for listed in children(root, "fonts") for font in children(listed, "font")]
    fills = [fill_color(fill) or WHITE for listed in children(root, "fills") for fill in children(listed, "fill")]
    styles = [style for listed in children(root, "cellXfs") for style in children(listed, "xf")]
    # Thousands of styles share a few formats, and to look through one takes several regular expressions.
    looks = {number: look_of(number, own) for number in {int(style.get("numFmtId", "0")) for style in styles}}
    found = (
        look._replace(
            marked=font.marked,
            font=font.color,
            tiny=font.tiny,
            symbol=font.symbol,
            fill=_at(fills, style.get("fillId"), WHITE),
        )
        for style in styles
        for look, font in ((looks[int(style.get("numFmtId", "0"))], _at(fonts, style.get("fontId"), _Font())),)
    )
    # The very same, so that nearly all cells need no second look.
    return tuple(PLAIN if look == PLAIN else look for look in found)


def rule_looks(root: Any) -> tuple[RuleLook, ...]:
    """What the conditional formats of a workbook change, by their numbers."""
    return tuple(_rule_look(dxf) for listed in children(root, "dxfs") for dxf in children(listed, "dxf"))


def _rule_look(dxf: Any) -> RuleLook:
    font = next(children(dxf, "font"), None)
    color = None if font is None else next(children(font, "color"), None)
    fill = next(children(dxf, "fill"), None)
    code = next((one.get("formatCode", "") for one in children(dxf, "numFmt")), None)
    return RuleLook(
        marked=font is not None and _marked(font),
        font=None if color is None else color_name(color.attrib),
        fill=None if fill is None else fill_color(fill, solid="bgColor"),
        code=code,
    )


def _at(listed: Sequence[Any], number: str | None, absent: Any) -> Any:
    return listed[int(number)] if number is not None and number.isdecimal() and int(number) < len(listed) else absent


def _font(font: Any) -> _Font:
    color = next(children(font, "color"), None)
    size = next((one.get("val", "") for one in children(font, "sz")), "")
    name = next((one.get("val", "") for one in children(font, "name")), "").casefold()
    return _Font(
        _marked(font),
        BLACK if color is None else color_name(color.attrib),
        is_tiny(size),
        name if name in SYMBOL_FONTS else "",
    )


def is_tiny(size: str) -> bool:
    """Whether a size in points is one that nobody can see."""
    whole = size.partition(".")[0]
    return whole.isascii() and whole.isdecimal() and len(whole) < 9 and int(whole) < _SMALLEST


def _marked(font: Any) -> bool:
    struck = any(mark.get("val", "1") not in ("0", "false") for mark in children(font, "strike"))
    return struck or any(mark.get("val") in ("superscript", "subscript") for mark in children(font, "vertAlign"))


def color_name(attrs: Mapping[str, str]) -> str:
    """A colour, so that two that look alike are equal: white and black have several names."""
    if "rgb" in attrs:
        return attrs["rgb"][-6:].upper()
    tint = attrs.get("tint", "0")
    if "theme" in attrs:
        name = _THEME.get(attrs["theme"], f"theme {attrs['theme']}")
        return name if tint.strip("-0.") == "" else f"{name} {tint}"
    return _INDEXED.get(attrs.get("indexed", "64"), f"indexed {attrs.get('indexed')}")


def fill_color(fill: Any, solid: str = "fgColor") -> str | None:
    """The colour behind a cell; None where a fill gives none. `solid` names the colour of a fill without a pattern."""
    for pattern in children(fill, "patternFill"):
        kind = pattern.get("patternType", "solid" if solid == "bgColor" else "none")
        if kind == "none":
            return WHITE
        color = next(children(pattern, solid), None)
        # Whatever a pattern looks like, no font is as it is.
        if kind != "solid" or (color is None and solid == "fgColor"):
            return f"pattern {kind}"
        return None if color is None else color_name(color.attrib)
    return "gradient" if next(children(fill, "gradientFill"), None) is not None else None


def look_of(number: int, own: Mapping[int, str]) -> CellLook:
    """What a number format makes of a number; `own` are the formats that the workbook defines itself."""
    code = own.get(number, BUILTIN_FORMATS.get(number, ""))
    if len(code) > MAX_FORMAT:
        return PLAIN
    # First, for openpyxl takes a duration such as '[h]:mm' for a date as well.
    if is_timedelta_format(code):
        return CellLook("duration")
    if is_date_format(code):
        return CellLook("date")
    kept = "" if code in _USUAL else code
    # The first section of a format is that of positive numbers; the others may do without the sign.
    if "%" in _NOT_SHOWN.sub("", code.split(";")[0]):
        return CellLook("percent", code=kept)
    digits = _DIGITS.fullmatch(code)
    if digits:
        return CellLook("number", len(digits[1]), len(digits[2] or ""))
    return CellLook(code=kept)


def shows_no_text(look: CellLook) -> bool:
    """Whether the format of a cell hides its text."""
    return bool(look.code) and hides_text(look.code)
