"""PDF documents made by code: an appendix as offices print it, in one manner or another."""

import io
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import font_roboto
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.reports import HEADER, PROSE, TITLE, appendix_rows, printed_cells

A4, A5 = (595, 842), (420, 595)
PADDING, LEADING = 4, 1.3
registerFont(TTFont("Roboto", Path(font_roboto.__file__).parent / "files" / "Roboto-Regular.ttf"))


@dataclass(frozen=True)
class Manner:
    """How a page is printed.

    `letters` are drawn as 'lines', 'words', 'glyphs', with marks apart ('marks', 'marks-late', 'accents'), or
    'twice' to look bold. `rules` are 'lines', 'boxes', 'thin', 'dotted', 'double', 'shaded', 'open-sides'. `cut` rows
    go over the end of a page, which may have no line there (`open_end`). `turned` pages have a /Rotate entry;
    on `sideways` ones the table itself lies on its side.
    """

    size: tuple[int, int] = A5
    widths: tuple[int, ...] = (36, 140, 66, 50, 60)
    points: float = 9
    letters: str = "lines"
    rules: str = "lines"
    repeat: bool = True
    cut: bool = False
    open_end: bool = False
    turned: int = 0
    sideways: bool = False
    value_at: str = "top"
    align: str = "left"
    numbered: bool = False


@dataclass(frozen=True)
class PrintedCell:
    """A cell to print: its text, over how many columns it goes, and whether its text stands upright.

    One that has `begun` in the row above, or `goes_on` in the one below, has no line there.
    """

    text: str = ""
    columns: int = 1
    upright: bool = False
    goes_on: bool = False
    begun: bool = False


Cells = Sequence[PrintedCell | str | None]


class Printer:
    """Prints paragraphs and tables from the top of a page downwards, on as many pages as it takes."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        self.stream = io.BytesIO()
        self.width, self.height = manner.size
        # The library turns the paper itself where a page has an entry for it.
        paper = (self.height, self.width) if manner.sideways else manner.size
        self.canvas = Canvas(self.stream, pagesize=paper, invariant=1)
        self.margin = 30
        self.page = 0
        self.marks_later: list[tuple[float, float, str]] = []
        self.values: dict[str, tuple[float, float, float, float]] = {}
        """Where the value of each row stands on its page, by its code: left, bottom, right, top."""
        self._begin()

    def _begin(self) -> None:
        self.page += 1
        self.y = self.height - self.margin
        canvas, turned = self.canvas, self.manner.turned
        if self.manner.sideways:
            # Turned to the left, as somebody sees who turns a landscape table on portrait paper.
            canvas.translate(self.height, 0)
            canvas.rotate(90)
        elif turned:
            canvas.setPageRotation(turned)
            canvas.translate(*{90: (self.height, 0), 180: (self.width, self.height), 270: (0, self.width)}[turned])
            canvas.rotate(turned)
        canvas.setFont("Roboto", self.manner.points)
        canvas.setLineWidth(0.5)
        if self.manner.numbered:
            self.write(self.width / 2, self.height - 20, str(self.page))

    def end_page(self) -> None:
        """Go on on a new page."""
        self._late()
        self.canvas.showPage()
        self._begin()

    def done(self) -> bytes:
        """The document."""
        self._late()
        self.canvas.showPage()
        self.canvas.save()
        return self.stream.getvalue()

    def _late(self) -> None:
        for x, y, mark in self.marks_later:
            self.canvas.drawString(x, y, mark)
        self.marks_later.clear()

    def write(self, x: float, y: float, text: str) -> None:
        """Draw a line of text in the manner of the document."""
        kind, points = self.manner.letters, self.manner.points
        if kind == "lines":
            self.canvas.drawString(x, y, text)
        elif kind == "twice":
            self.canvas.drawString(x, y, text)
            self.canvas.drawString(x + 0.3, y, text)
        elif kind == "words":
            for word in text.split(" "):
                self.canvas.drawString(x, y, word)
                x += stringWidth(f"{word} ", "Roboto", points)
        else:
            for char in text:
                self._glyph(x, y, char, kind)
                x += stringWidth(char, "Roboto", points)

    def _glyph(self, x: float, y: float, char: str, kind: str) -> None:
        base, *marks = char if kind == "glyphs" else unicodedata.normalize("NFD", char)
        if kind == "accents":
            # Only the tone is drawn apart, as a sign with a width of its own.
            tones = {"\u0301": "´", "\u0300": "`"}
            kept = "".join(mark for mark in marks if mark not in tones)
            marks = [tones[mark] for mark in marks if mark in tones]
            base = unicodedata.normalize("NFC", base + kept)
        self.canvas.drawString(x, y, base)
        wide = stringWidth(base, "Roboto", self.manner.points)
        for mark in reversed(marks):
            at = x + wide / 2 - stringWidth(mark, "Roboto", self.manner.points) / 2
            if kind == "marks-late":
                self.marks_later.append((at, y, mark))
            else:
                self.canvas.drawString(at, y, mark)

    def paragraph(self, text: str, centred: bool = False, width: float = 0) -> None:
        """Print a paragraph over the page, or in a column."""
        for line in wrapped(text, width or self.width - 2 * self.margin, self.manner.points):
            if self.y < self.margin + 2 * self.manner.points:
                self.end_page()
            self.y -= self.manner.points * LEADING
            wide = stringWidth(line, "Roboto", self.manner.points)
            self.write((self.width - wide) / 2 if centred else self.margin, self.y, line)

    def side_by_side(self, left: str, right: str) -> None:
        """Print two texts on one line, as the halves of a letterhead."""
        self.y -= self.manner.points * LEADING
        self.write(self.margin, self.y, left)
        self.write(self.width - self.margin - stringWidth(right, "Roboto", self.manner.points), self.y, right)

    def table(self, heading: Sequence[Cells], rows: Iterable[Cells]) -> None:
        """Print a table under its heading; a cell over several rows is printed anew on each page."""
        for cells in heading:
            self._row(cells, heading)
        for cells in rows:
            self._row(cells, heading)
        self.y -= self.manner.points

    def _row(self, cells: Cells, heading: Sequence[Cells]) -> None:
        lines = [self._lines(cells, at) for at in range(len(cells))]
        step = self.manner.points * LEADING
        most = max(1, *(len(own) for own in lines))
        room = int((self.y - self.margin - 2 * PADDING) / step)
        if most > room and (not self.manner.cut or room < 1):
            self._next_page(heading)
        elif most > room:
            self._draw(cells, [self._part(own, at, most, room)[0] for at, own in enumerate(lines)], room, True)
            self._next_page(heading)
            rest = [self._part(own, at, most, room)[1] for at, own in enumerate(lines)]
            self._draw(cells, rest, most - room, False)
            return
        self._draw(cells, [self._placed(own, at, most) for at, own in enumerate(lines)], most, False)

    def _next_page(self, heading: Sequence[Cells]) -> None:
        if not self.manner.open_end:
            self._close()
        self.end_page()
        self._close()
        if self.manner.repeat:
            for cells in heading:
                self._draw(cells, [self._lines(cells, at) for at in range(len(cells))], 2, False)

    def _close(self) -> None:
        """Draw the line at the end or the beginning of a page, also through cells that go on there."""
        if self.manner.rules not in ("dotted", "thin"):
            self.canvas.line(self.margin, self.y, self.margin + sum(self.manner.widths), self.y)

    def _placed(self, lines: list[str], at: int, most: int) -> list[str]:
        """The lines of a cell, a value at the height at which the document has values."""
        spare = most - len(lines)
        if at != 3 or self.manner.value_at == "top" or spare <= 0:
            return lines
        return [""] * (spare // 2 if self.manner.value_at == "middle" else spare) + lines

    def _part(self, lines: list[str], at: int, most: int, room: int) -> tuple[list[str], list[str]]:
        placed = self._placed(lines, at, most)
        return placed[:room], placed[room:]

    def _lines(self, cells: Cells, at: int) -> list[str]:
        cell = cells[at]
        if cell is None:
            return []
        made = cell if isinstance(cell, PrintedCell) else PrintedCell(cell)
        if made.upright:
            return []
        wide = sum(self.manner.widths[at : at + made.columns]) - 2 * PADDING
        return wrapped(made.text, wide, self.manner.points) if made.text else []

    def _draw(self, cells: Cells, lines: Sequence[list[str]], height: int, goes_on: bool) -> None:
        step = self.manner.points * LEADING
        top, bottom = self.y, self.y - height * step - 2 * PADDING
        left: float = self.margin
        for at, cell in enumerate(cells):
            made = cell if isinstance(cell, PrintedCell) else PrintedCell(cell or "")
            right = left + sum(self.manner.widths[at : at + made.columns])
            if cell is not None:
                self._rule(made, (left, top, right, bottom), at, goes_on)
                if at == 3 and isinstance(cells[0], str):
                    self.values[cells[0]] = (left, bottom, right, top)
                for number, line in enumerate(lines[at], 1):
                    wide = stringWidth(line, "Roboto", self.manner.points)
                    spare = right - left - 2 * PADDING - wide
                    shift = {"left": 0.0, "right": spare, "middle": spare / 2}[self.manner.align if at == 3 else "left"]
                    self.write(left + PADDING + shift, top - PADDING - number * step + 2, line)
                if made.upright and made.text:
                    self._upright(left, bottom, made.text)
            left += self.manner.widths[at]
        self.y = bottom

    def _upright(self, left: float, bottom: float, text: str) -> None:
        self.canvas.saveState()
        self.canvas.translate(left + self.manner.points + 4, bottom + 3)
        self.canvas.rotate(90)
        self.write(0, 0, text)
        self.canvas.restoreState()

    def _rule(self, cell: PrintedCell, box: tuple[float, float, float, float], at: int, goes_on: bool) -> None:
        kind, canvas = self.manner.rules, self.canvas
        left, top, right, bottom = box
        sides = [(left, top, left, bottom), (right, top, right, bottom)]
        sides += [] if cell.begun else [(left, top, right, top)]
        sides += [] if cell.goes_on or (goes_on and self.manner.open_end) else [(left, bottom, right, bottom)]
        if kind == "open-sides":
            sides = [
                side
                for side in sides
                if side[0] != side[2] or self.margin < side[0] < self.margin + sum(self.manner.widths)
            ]
        if kind == "boxes" and len(sides) == 4:
            canvas.rect(left, bottom, right - left, top - bottom)
            return
        if kind == "shaded" and at == 3:
            canvas.setFillGray(0.9)
            canvas.rect(left + 1, bottom + 1, right - left - 2, top - bottom - 2, stroke=0, fill=1)
            canvas.setFillGray(0)
        for x0, y0, x1, y1 in sides:
            if kind == "thin":
                canvas.rect(x0 - 0.25, y1 - 0.25, x1 - x0 + 0.5, y0 - y1 + 0.5, stroke=0, fill=1)
            elif kind == "double":
                for shift in (-0.8, 0.8):
                    canvas.line(x0 + shift, y0 + shift, x1 + shift, y1 + shift)
            elif kind == "dotted":
                self._dots(x0, y0, x1, y1)
            else:
                canvas.line(x0, y0, x1, y1)

    def _dots(self, x0: float, y0: float, x1: float, y1: float) -> None:
        count = int(max(abs(x1 - x0), abs(y1 - y0)) / 2)
        for dot in range(count + 1):
            x, y = x0 + (x1 - x0) * dot / count, y0 + (y1 - y0) * dot / count
            self.canvas.rect(x - 0.3, y - 0.3, 0.6, 0.6, stroke=0, fill=1)


def wrapped(text: str, width: float, points: float) -> list[str]:
    """A text in lines that fit a width; a word that is longer stands alone."""
    found: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and stringWidth(longer, "Roboto", points) > width:
                found.append(line)
                line = word
            else:
                line = longer
        found.append(line)
    return found


A4_TABLE = Manner(size=A4, widths=(45, 230, 90, 60, 100), numbered=True)


def real_appendix(unit: str = "HOẰNG CÁT", gap: float = 0) -> bytes:
    """The real appendix of 77 rows with prose above it, in a commune's name, as a PDF; a gap parts it from its title."""
    printer = Printer(A4_TABLE)
    for text in PROSE:
        printer.paragraph(text.replace("HOẰNG CÁT", unit))
    for text in TITLE:
        printer.paragraph(text.replace("HOẰNG CÁT", unit), centred=True)
    printer.y -= gap
    heading = [[_heading(line, at, cell) for at, cell in enumerate(cells)] for line, cells in enumerate(HEADER)]
    printer.table(heading, [printed_cells(row) for row in appendix_rows()])
    return printer.done()


def _heading(line: int, at: int, text: str) -> PrintedCell | None:
    """A heading of the real appendix, whose middle one goes over two columns, and the others over two rows."""
    if at == 3 and not line:
        return None
    alone = at not in (2, 3)
    return PrintedCell(
        text, columns=2 if at == 2 and not line else 1, goes_on=alone and not line, begun=alone and bool(line)
    )
