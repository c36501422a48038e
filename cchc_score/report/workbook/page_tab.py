"""A table of a page on a sheet of its own: the same cells that a terminal shows, as texts and numbers."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Protocol

from cchc_score.formats import Sheet, TypedCell
from cchc_score.report.workbook.book_pen import Look, Pen
from cchc_score.report.workbook.sheet_frame import FIRST, SheetHeading, close_sheet, fit_height, open_sheet
from cchc_score.text import Lang, pick

WIDEST, NARROWEST, PAGE = 60, 7, 150
"""Widths in characters: of a column, and of all of them together, which a page lying on its side can show."""


class TabHead(Protocol):
    """What stands below the title of a sheet, and its language."""

    @property
    def subtitle(self) -> tuple[str, str]:
        """Two lines."""

    @property
    def lang(self) -> Lang:
        """The language of its words and numbers."""


def write_page_table(
    pen: Pen, tab: Any, plan: TabHead, title: str, sheets: Sequence[Sheet], notes: Sequence[str] = ()
) -> None:
    """The tables of a page one below the other, then its notes."""
    widest = max(sheets, key=lambda sheet: len(sheet.headings))
    widths = _fitted([_width(sheets, at) for at in range(len(widest.headings))])
    headings = [SheetHeading(head.text, width) for head, width in zip(widest.headings, widths, strict=True)]
    open_sheet(pen, tab, title, plan.subtitle, headings, 0)
    row = FIRST
    for place, sheet in enumerate(sheets):
        if place or sheet is not widest:
            row = _head(pen, tab, row, sheet)
        for at, cells in enumerate(sheet.typed_rows):
            for column, cell in enumerate(cells):
                write_typed(pen, tab, row, column, cell, "area" if at in sheet.strong else "")
            fit_height(tab, row, [(cell.text, width) for cell, width in zip(cells, widths, strict=False)])
            row += 1
        for note in sheet.notes:
            pen.text(tab, row, 0, note, Look("line"))
            row += 1
    if not any(sheet.rows for sheet in sheets):
        pen.text(tab, row, 0, pick(plan.lang, "Không có.", "None."), Look("line"))
        row += 1
    last = row - 1
    for note in notes:
        row += 1
        pen.text(tab, row, 0, note, Look("line"))
    close_sheet(tab, max(row, last), len(headings), filtered=False)
    if len(sheets) == 1 and sheets[0].rows:
        tab.autofilter(FIRST - 1, 0, FIRST + len(sheets[0].rows) - 1, len(headings) - 1)


def _head(pen: Pen, tab: Any, row: int, sheet: Sheet) -> int:
    row += 1
    if sheet.title:
        pen.text(tab, row, 0, sheet.title, Look("title"))
        row += 1
    for column, head in enumerate(sheet.headings):
        pen.text(tab, row, column, head.text, Look("head"))
    return row + 1


def _width(sheets: Sequence[Sheet], column: int) -> float:
    texts = [row[column] for sheet in sheets for row in sheet.rows if column < len(row)]
    texts += [sheet.headings[column].text for sheet in sheets if column < len(sheet.headings)]
    # The typical text and not the longest, which is broken over lines.
    lengths = sorted(map(len, texts))
    return max(NARROWEST, min(WIDEST, lengths[(9 * len(lengths)) // 10] + 2)) if lengths else NARROWEST


def _fitted(widths: Sequence[float]) -> list[float]:
    """Widths that fit a page of paper: the widest columns give way until all have room."""
    cap = max(widths)
    while sum(min(width, cap) for width in widths) > PAGE and cap > NARROWEST:
        cap -= 1
    return [min(width, cap) for width in widths]


def write_typed(pen: Pen, tab: Any, row: int, column: int, cell: TypedCell, kind: str = "") -> None:
    """A cell of a page: its value where it has one, else its text."""
    if isinstance(cell.value, Fraction):
        pen.number(tab, row, column, cell.value, Look(cell.kind, _decimals(cell.text, pen.lang), row=kind))
    elif isinstance(cell.value, date):
        pen.day(tab, row, column, cell.value, Look("date", row=kind))
    else:
        pen.text(tab, row, column, cell.text, Look("code" if cell.kind == "code" else "text", row=kind))


def _decimals(text: str, lang: Lang) -> int:
    """How many decimals a number is printed with."""
    tail = text.rstrip("%").rpartition("," if lang == "vi" else ".")
    return len(tail[2]) if tail[1] and tail[2].isdecimal() else 0
