"""The styles of a workbook's cells: what their number formats make of a number, and marks that change a figure."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeVar

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from cchc_score.excel.xlsx_parts import MAIN, legacy_name

FormatKind = Literal["number", "percent", "date", "duration"]
# No format in use is as long, and openpyxl takes half a minute over one of 200,000 brackets.
_MAX_FORMAT = 255
# Texts in quotes, colours and conditions in brackets, and signs that only make room: a '%' in those is no percentage.
_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DIGITS = re.compile(r"(0{1,20})(?:\.(0{1,20}))?")
_WHITE = ("FFFFFFFF", "00FFFFFF")


class CellLook(NamedTuple):
    """How a cell shows a number: by the kind of its format, with so many digits at least before and after the point.

    Digits that are `marked` (struck out, raised, white on white, in a format that shows nothing) are no figure. `font`
    is the name of a font of before Unicode, '' for any other.
    """

    kind: FormatKind = "number"
    whole: int = 0
    decimals: int = 0
    marked: bool = False
    font: str = ""


PLAIN = CellLook()


def children(element: Any, name: str) -> Iterator[Any]:
    """The children of a name; extensions keep elements of the same names deeper down."""
    return (child for child in element if child.tag in {f"{{{space}}}{name}" for space in MAIN})


def cell_looks(root: Any) -> tuple[CellLook, ...]:
    """The looks of cells by the number of their style; `root` is the part of the styles."""
    own = {
        int(number_format.get("numFmtId", "")): number_format.get("formatCode", "")
        for formats in children(root, "numFmts")
        for number_format in children(formats, "numFmt")
    }
    fonts = [_marked(font) for listed in children(root, "fonts") for font in children(listed, "font")]
    white = [_white(font) for listed in children(root, "fonts") for font in children(listed, "font")]
    names = [legacy_name(name.get("val", "")) for name in _names(root)]
    fills = [_filled(fill) for listed in children(root, "fills") for fill in children(listed, "fill")]
    styles = [style for listed in children(root, "cellXfs") for style in children(listed, "xf")]
    # Thousands of styles share a few formats, and to look through one takes several regular expressions.
    looks = {number: look_of(number, own) for number in {int(style.get("numFmtId", "0")) for style in styles}}
    found = []
    for style in styles:
        look, font = looks[int(style.get("numFmtId", "0"))], style.get("fontId")
        if _at(fonts, font) or (_at(white, font) and not _at(fills, style.get("fillId"))):
            look = look._replace(marked=True)
        name = _at(names, font)
        found.append(look._replace(font=name) if name else look)
    return tuple(found)


Flag = TypeVar("Flag", bool, str)


def _at(flags: list[Flag], number: str | None) -> Flag | None:
    return flags[int(number)] if number is not None and number.isdecimal() and int(number) < len(flags) else None


def _names(root: Any) -> Iterator[Any]:
    """The element with the name of each font, or the font itself where it has none."""
    for listed in children(root, "fonts"):
        for font in children(listed, "font"):
            yield next(children(font, "name"), font)


def _marked(font: Any) -> bool:
    struck = any(mark.get("val", "1") not in ("0", "false") for mark in children(font, "strike"))
    return struck or any(mark.get("val") in ("superscript", "subscript") for mark in children(font, "vertAlign"))


def _white(font: Any) -> bool:
    return any(color.get("rgb", "").upper() in _WHITE or color.get("theme") == "0" for color in children(font, "color"))


def _filled(fill: Any) -> bool:
    return any(pattern.get("patternType", "none") != "none" for pattern in children(fill, "patternFill")) or any(
        True for _ in children(fill, "gradientFill")
    )


def look_of(number: int, own: Mapping[int, str]) -> CellLook:
    """What a number format makes of a number; `own` are the formats that the workbook defines itself."""
    code = own.get(number, BUILTIN_FORMATS.get(number, ""))
    if len(code) > _MAX_FORMAT:
        return PLAIN
    # First, for openpyxl takes a duration such as '[h]:mm' for a date as well.
    if is_timedelta_format(code):
        return CellLook("duration")
    if is_date_format(code):
        return CellLook("date")
    sections = code.split(";")
    # The first section of a format is that of positive numbers; the others may do without the sign.
    if "%" in _NOT_SHOWN.sub("", sections[0]):
        return CellLook("percent")
    digits = _DIGITS.fullmatch(code)
    if digits:
        return CellLook("number", len(digits[1]), len(digits[2] or ""))
    return CellLook(marked=len(sections) > 2 and not any(section.strip() for section in sections[:3]))
