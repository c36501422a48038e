"""Writes cells: texts stay texts, numbers numbers, and only formulas of the program's own making are formulas."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from cchc_score.files.csv_file import FORMULA
from cchc_score.formulas import serial
from cchc_score.office.form_sheet import plain_text
from cchc_score.text import Lang, visible

MOST_LETTERS = 32_000
"""Excel takes 32,767 units of UTF-16 in a cell; what is longer is cut, and says so."""
_SHORT = 1_000
FONT = "Times New Roman"
INK, SOFT, LINE, BAND, HEAD, BAR = "#16202B", "#55616E", "#D9DFE5", "#F5F7F9", "#E8EEF4", "#B5D6EA"
WRONG, WRONG_FILL = "#B42318", "#FDE2DF"
"""Of words that say what is wrong, and of the cell that is."""
STEPS = ("#FBE3D6", "#F3EFD9", "#7FB7D9")
"""From few to many, told apart in grey as well."""


class Look(NamedTuple):
    """How a cell looks: what stands in it (and with how many decimals), and in what kind of row.

    `fixed` marks a value in the place of a formula, which no change of a figure moves. An `unlocked` cell can be
    changed also where its sheet is protected.
    """

    kind: str = "text"
    decimals: int = 0
    row: str = ""
    fixed: bool = False
    indent: int = 0
    edited: bool = False
    quoted: bool = False
    unlocked: bool = False


TEXT = Look()
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Pen:
    """A workbook with the formats that it has so far, and the language of its numbers and words.

    `rounded` says whether points are decimals. Others have more digits than the 16 with which numbers are written, and
    what formulas find there is no more.
    """

    book: Any
    lang: Lang
    rounded: bool = True
    formats: dict[Look, Any] = field(default_factory=dict)

    def format(self, look: Look) -> Any:
        """The format of a look."""
        if look not in self.formats:
            self.formats[look] = self.book.add_format(_settings(look, self.lang))
        return self.formats[look]

    def text(self, tab: Any, row: int, column: int, text: str, look: Look = TEXT) -> None:
        """A text, whatever it looks like."""
        shown = cell_text(text)
        if shown.startswith(FORMULA):
            # Otherwise it would become a formula when somebody edits the cell.
            look = look._replace(quoted=True)
        tab.write_string(row, column, shown, self.format(look))

    def lines(self, tab: Any, row: int, column: int, text: str, look: Look = TEXT) -> None:
        """A text of several lines, each shown as `text` shows one."""
        shown = "\n".join(map(cell_text, text.split("\n")))[:MOST_LETTERS]
        if shown.startswith(FORMULA):
            look = look._replace(quoted=True)
        tab.write_string(row, column, shown, self.format(look))

    def number(self, tab: Any, row: int, column: int, value: Fraction | int, look: Look) -> None:
        """A number."""
        tab.write_number(row, column, float(value), self.format(look))

    def day(self, tab: Any, row: int, column: int, day: date, look: Look) -> None:
        """A day; as a text where spreadsheets do not agree on it."""
        try:
            tab.write_number(row, column, serial(day), self.format(look))
        except ValueError:
            self.text(tab, row, column, f"{day:%d/%m/%Y}", look)

    def formula(self, tab: Any, row: int, column: int, formula: str, value: "Fraction | int | str", look: Look) -> None:
        """A formula with the value that the engine gives."""
        # Here the library leaves it to others that '_x0041_' is no letter written as a number.
        cached = _ESCAPE.sub("_x005F_", cell_text(value)) if isinstance(value, str) else float(value)
        if not self.rounded and isinstance(cached, float):
            cached = float(f"{cached:.16G}")
        tab.write_formula(row, column, formula, self.format(look), cached)

    def value(self, tab: Any, row: int, column: int, value: "Fraction | int | str", look: Look) -> None:
        """A value: a number, or a sign in its place."""
        if isinstance(value, str):
            self.text(tab, row, column, value, look)
        else:
            self.number(tab, row, column, value, look)


def cell_text(text: str) -> str:
    """A text as a cell can hold it: on one line, without what no file can hold, cut where it is too long."""
    if len(text) < _SHORT and text.isascii() and text.isprintable() and "  " not in text and text.strip() == text:
        return text
    return _cell_text(text)


@lru_cache(maxsize=10_000)
def _cell_text(text: str) -> str:
    # The length first: a text of a million letters need not be looked through.
    shown = visible(plain_text(text[: 2 * MOST_LETTERS]))
    if len(shown.encode("utf-16-le")) <= 2 * MOST_LETTERS:
        return shown if len(text) <= 2 * MOST_LETTERS else f"{shown} [...]"
    return f"{shown.encode('utf-16-le')[: 2 * MOST_LETTERS].decode('utf-16-le', 'ignore')} [...]"


_HEAD_LOOKS: Mapping[str, dict[str, Any]] = {
    "nation": {"bold": True, "font_size": 12},
    "motto": {"bold": True, "font_size": 13, "underline": 1},
    "agency": {"bold": True, "font_size": 12},
    "heading": {"bold": True, "font_size": 14},
    "subtitle": {"italic": True, "font_size": 12},
}
"""The lines at the head of a document."""


_TEXTS = ("text", "name", "check")


def _settings(look: Look, lang: Lang) -> dict[str, Any]:
    if look.kind == "wrong":
        return {"bg_color": WRONG_FILL}
    settings: dict[str, Any] = {"font_name": FONT, "font_size": 11, "font_color": INK, "valign": "top"}
    if look.kind == "title":
        return settings | {"bold": True, "font_size": 14, "valign": "vcenter"}
    if look.kind == "line":
        return settings | {"font_color": SOFT}
    settings |= {"locked": False} if look.unlocked else {}
    if look.kind == "whose":
        return settings | {"bold": True, "font_size": 12, "valign": "vcenter"}
    if look.kind in ("nation", "motto", "agency", "heading", "subtitle"):
        centred = {"align": "center", "valign": "vcenter", "text_wrap": True}
        return settings | centred | _HEAD_LOOKS[look.kind]
    if look.kind == "note":
        return settings | {"font_color": SOFT, "italic": True, "font_size": 10, "text_wrap": True}
    settings |= {"border": 1, "border_color": LINE}
    if look.kind == "head":
        return settings | {
            "bold": True, "bg_color": HEAD, "text_wrap": True, "align": "center", "valign": "vcenter",
            "bottom": 2, "bottom_color": INK,
        }  # fmt: skip
    if look.kind == "turned":
        return settings | {
            "rotation": 90, "font_size": 9, "text_wrap": True, "valign": "vcenter", "align": "center",
            "bg_color": HEAD, "bold": look.row == "area", "bottom": 2, "bottom_color": INK,
        }  # fmt: skip
    # Both away from the line between them: a number beside a text would look like one with it.
    settings |= {"align": "left", "text_wrap": True} if look.kind in _TEXTS else {"align": "right"}
    settings |= {"indent": 1}
    settings |= {"align": "center", "indent": 0} if look.kind == "code" else {}
    settings |= {"bold": True} if look.kind == "name" or look.row in ("area", "total") else {}
    settings |= {"bg_color": BAND} if look.row in ("area", "most") else {}
    settings |= {"top": 2, "top_color": INK} if look.row == "total" else {}
    settings |= {"italic": True, "font_color": SOFT} if look.fixed else {}
    settings |= {"font_color": WRONG, "font_size": 10} if look.kind == "check" else {}
    settings |= {"bg_color": "#FFF9E5"} if look.edited else {}
    settings |= {"align": "left", "indent": 2 * look.indent + 1} if look.indent else {}
    settings |= {"quote_prefix": True} if look.quoted else {}
    settings["num_format"] = _number_format(look, lang)
    return settings


def _number_format(look: Look, lang: Lang) -> str:
    if look.kind == "date":
        return "dd/mm/yyyy"
    if look.kind in ("text", "name", "code"):
        return "@"
    if look.kind in ("check", "free"):
        return "General"
    # With the language, by which a program that knows it writes 1.234,56 on any machine.
    digits = f"#,##0.{'0' * look.decimals}" if look.decimals else "#,##0"
    return f"[$-42A]{digits}" if lang == "vi" else digits
