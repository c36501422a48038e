"""The head and the foot of a sheet that a commune fills in, and how the sheet is printed and protected."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from cchc_score.forms.commune_plan import HEAD_ROWS
from cchc_score.forms.form_words import NATION_LINES, agency_lines, help_line, signatures, unit_lines
from cchc_score.model import Unit
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.text import Lang, pick

_A4 = 9
_LETTERS, _LINE, _HIGHEST = 1.38, 13.5, 409
"""So many letters of a text take the room of one digit; a line and the highest row in points."""
_ALLOWED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_columns": True,
    "insert_rows": True,
    "sort": True,
    "autofilter": True,
}
"""What may be done on a protected sheet all the same: only what stands in its cells is kept from slips."""


def write_head(pen: Pen, tab: Any, titles: tuple[str, str, str], unit: Unit | None, split: int, last: int) -> None:
    """The head of a form over the columns up to `last`: the agency left of column `split`, the nation from there on."""
    lang = pen.lang
    for row, (left, right) in enumerate(zip(agency_lines(unit, lang), NATION_LINES, strict=True)):
        _across(pen, tab, row, 0, split - 1, left, "agency")
        _across(pen, tab, row, split, last, pick(lang, *right), "motto" if row else "nation")
        tab.set_row(row, 18)
    for row, text in enumerate(titles, 3):
        _across(pen, tab, row, 0, last, text, "subtitle" if row > 3 else "heading")
        tab.set_row(row, 22 if row == 3 else 17)
    line, day = unit_lines(unit, lang)
    pen.text(tab, 6, 0, line, Look("whose"))
    tab.set_row(6, 18)
    pen.text(tab, 7, 0, day, Look("whose"))
    tab.write_blank(7, 1, None, pen.format(Look("text", edited=True, unlocked=True)))
    _across(pen, tab, HEAD_ROWS - 1, 0, last, help_line(lang), "note")
    tab.set_row(HEAD_ROWS - 1, 30)


def _across(pen: Pen, tab: Any, row: int, first: int, last: int, text: str, kind: str) -> None:
    """A text in the middle of some columns."""
    tab.merge_range(row, first, row, last, "", pen.format(Look(kind)))
    pen.text(tab, row, first, text, Look(kind))


def set_up_sheet(tab: Any, headings: tuple[int, int], last: tuple[int, int], kept: int) -> None:
    """How a sheet is shown, printed and protected: rows of headings, last row and column, columns kept in sight."""
    first, below = headings
    tab.freeze_panes(below, kept)
    tab.set_paper(_A4)
    tab.set_landscape()
    tab.fit_to_pages(1, 0)
    tab.repeat_rows(first, below - 1)
    tab.print_area(0, 0, *last)
    tab.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    tab.set_footer("&C&P/&N")
    tab.hide_gridlines(2)
    # Without a password: whoever has to change more only takes the protection off.
    tab.protect("", _ALLOWED)


def fit_row(tab: Any, row: int, texts: Sequence[tuple[str, float]]) -> None:
    """Make a row as high as its texts need in columns of some widths: not every program does that by itself."""
    lines = max((_lines(text, width) for text, width in texts if text), default=1)
    if lines > 1:
        tab.set_row(row, min(_LINE * lines + 3, _HIGHEST))


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) / (_LETTERS * width))) for line in text.split("\n"))


def write_signatures(pen: Pen, tab: Any, row: int, places: tuple[int, int], lang: Lang) -> int:
    """Where the form is signed, in two columns; gives the last row."""
    tab.set_row(row + 2, 18)
    for column, text in zip(places, signatures(lang), strict=True):
        pen.text(tab, row + 2, column, text, Look("agency"))
    return row + 7
