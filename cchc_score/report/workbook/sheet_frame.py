"""What every sheet of a report has in common: title, headings, frozen rows, filter, and how it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from cchc_score.report.workbook.book_pen import BAR, Look, Pen

HEAD = 3
"""The row of the headings, from 0; above it stand the title and two lines."""
FIRST = HEAD + 1
"""The row of the first item."""
_A4 = 9
_WIDE_SCALE = 75
_LETTERS = 1.2
"""So many letters of a text take the room of one digit, in which widths are counted."""
HIGH = 15
"""The height of a line in points."""
MOST_LINES = 27
"""A row is at most 409 points high."""


@dataclass(frozen=True, slots=True)
class SheetHeading:
    """A column: its heading and its width in characters."""

    text: str
    width: float = 10


def open_sheet(
    pen: Pen,
    tab: Any,
    title: str,
    lines: Sequence[str],
    headings: Sequence[SheetHeading],
    kept: int,
    upright: bool = False,
    wide: bool = False,
) -> None:
    """Title, lines and headings; `kept` columns stay in sight when the others are moved.

    A sheet is printed on pages as wide as itself; a `wide` one goes over several, each with the kept columns.
    """
    pen.text(tab, 0, 0, title, Look("title"))
    tab.set_row(0, 24)
    for at, line in enumerate(lines[: HEAD - 1]):
        pen.text(tab, 1 + at, 0, line, Look("line"))
    for column, heading in enumerate(headings):
        pen.text(tab, HEAD, column, heading.text, Look("head"))
        tab.set_column(column, column, heading.width)
    tab.set_row(HEAD, HIGH * max(2, *(_lines(heading) for heading in headings)))
    tab.freeze_panes(FIRST, kept)
    tab.set_paper(_A4)
    if not upright:
        tab.set_landscape()
    if wide:
        tab.set_print_scale(_WIDE_SCALE)
        tab.repeat_columns(0, kept - 1)
    else:
        # As many pages below one another as it takes.
        tab.fit_to_pages(1, 0)
    tab.repeat_rows(HEAD)
    tab.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.6)
    tab.set_footer("&C&P/&N")
    tab.hide_gridlines(2)


def close_sheet(tab: Any, last: int, columns: int, filtered: bool = True) -> None:
    """The end of a sheet whose last row and number of columns are known: its filter and what of it is printed."""
    tab.print_area(0, 0, max(last, HEAD), columns - 1)
    if filtered and last >= FIRST:
        tab.autofilter(HEAD, 0, last, columns - 1)


def write_bars(tab: Any, first: int, last: int, column: int) -> None:
    """Bars behind the percentages of a column; the number stays what is read."""
    bar = {"type": "data_bar", "bar_color": BAR, "bar_solid": True, "bar_border_color": BAR}
    ends = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100}
    if last >= first:
        tab.conditional_format(first, column, last, column, bar | ends)


def fit_height(tab: Any, row: int, texts: Sequence[tuple[str, float]]) -> None:
    """Make a row as high as its texts need in columns of some widths: not every program does that by itself."""
    lines = max((ceil(len(text) / (_LETTERS * width)) for text, width in texts if text), default=1)
    if lines > 1:
        tab.set_row(row, HIGH * min(lines, MOST_LINES))


def _lines(heading: SheetHeading) -> int:
    """How many lines a heading takes, word by word."""
    count, room = 1, heading.width
    for word in heading.text.split():
        if len(word) + 1 > room and room < heading.width:
            count, room = count + 1, heading.width
        room -= len(word) + 1
    return count
