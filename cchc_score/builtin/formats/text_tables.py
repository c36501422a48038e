"""Writes tables for people: on a terminal, in Markdown, in LaTeX."""

import textwrap
from collections.abc import Callable, Sequence

from cchc_score.formats import Format, Heading, Page, Sheet
from cchc_score.hookspecs import hookimpl
from cchc_score.text import display_width, is_narrow, visible

WIDTH = 46
"""Where the cells of a terminal table are broken over lines."""


def terminal(page: Page) -> str:
    """Plain text; no control character reaches the terminal, from whatever name, title or note."""
    parts = [visible(page.title)] if page.title else []
    parts += [_join([visible(sheet.title), _plain(sheet), *map(visible, sheet.notes)], "\n") for sheet in page.sheets]
    return _join([*parts, "\n".join(map(visible, page.notes))], "\n\n") + "\n"


def markdown(page: Page) -> str:
    """Markdown with pipe tables."""
    parts = [f"# {_markdown_cell(page.title)}"] if page.title else []
    for sheet in page.sheets:
        title = f"## {_markdown_cell(sheet.title)}" if sheet.title else ""
        notes = "\n".join(f"- {_markdown_cell(note)}" for note in sheet.notes)
        parts.append(_join([title, _table(sheet, "pipe", _markdown_cell), notes], "\n\n"))
    return _join([*parts, "\n".join(f"- {_markdown_cell(note)}" for note in page.notes)], "\n\n") + "\n"


def latex(page: Page) -> str:
    """LaTeX tables; the text around them as paragraphs."""
    parts = [rf"\section*{{{_latex_text(page.title)}}}"] if page.title else []
    for sheet in page.sheets:
        title = rf"\subsection*{{{_latex_text(sheet.title)}}}" if sheet.title else ""
        notes = "\n\n".join(map(_latex_text, sheet.notes))
        # 'latex_raw', because the cells are escaped already; 'latex' would do it twice.
        parts.append(_join([title, _table(sheet, "latex_raw", _latex_text), notes], "\n\n"))
    return _join([*parts, *map(_latex_text, page.notes)], "\n\n") + "\n"


def _plain(sheet: Sheet) -> str:
    """A table as tabulate's `simple` lays it out.

    tabulate guesses the type of every cell, which for a nation takes longer than reading and scoring it.
    """
    columns = [_column(heading, _cells([row[at] for row in sheet.rows])) for at, heading in enumerate(sheet.headings)]
    return "\n".join("  ".join(line).rstrip() for row in zip(*columns, strict=True) for line in _lines(row))


def _cells(texts: list[str]) -> list[str]:
    """The cells of a column as they are laid out; most columns need nothing done to any cell."""
    if (
        max(map(len, texts), default=0) <= WIDTH
        and "".join(texts).isprintable()
        and texts == list(map(str.strip, texts))
    ):
        return texts
    return [_wrapped(text).strip() for text in texts]


def _column(heading: Heading, cells: Sequence[str]) -> list[str]:
    """A heading, the line below it, and the cells, all of one width."""
    top = _wrapped(heading.text)
    side = heading.align if cells else "left"
    # A nation has thousands of cells in a column, and nearly always each of their letters takes one place.
    narrow = is_narrow("".join((top, *cells)))
    places = len if narrow else _width
    # Two more than the heading, as tabulate has it.
    width = max(places(top) + 2, *map(places, cells), 0)
    lines = [top, "-" * width, *cells]
    if narrow:
        return [line.rjust(width) if side == "right" else line.ljust(width) for line in lines]
    if "\n" not in "".join(lines):
        return _padded(lines, width, side)
    return ["\n".join(_padded(text.split("\n"), width, side)) for text in lines]


def _width(text: str) -> int:
    return display_width(text) if "\n" not in text else max(map(display_width, text.split("\n")))


def _padded(lines: Sequence[str], width: int, side: str) -> list[str]:
    spaces = [" " * (width - display_width(line)) for line in lines]
    return [space + line if side == "right" else line + space for line, space in zip(lines, spaces, strict=True)]


def _lines(row: Sequence[str]) -> list[Sequence[str]]:
    """The lines of a row: one, unless a cell has several."""
    if "\n" not in "".join(row):
        return [row]
    blocks = [cell.split("\n") for cell in row]
    height = max(map(len, blocks))
    filled = [[*block, *[" " * display_width(block[0])] * (height - len(block))] for block in blocks]
    return list(zip(*filled, strict=True))


def _table(sheet: Sheet, style: str, cell: Callable[[str], str]) -> str:
    # Loaded only for these formats: nothing else needs anything of it.
    from tabulate import tabulate

    text: str = tabulate(
        [[cell(one) for one in row] for row in sheet.rows],
        [cell(heading.text) for heading in sheet.headings],
        tablefmt=style,
        colalign=[heading.align for heading in sheet.headings] if sheet.rows else None,
        # It would print '1.10' as 1.1, and align by its own guess.
        disable_numparse=True,
    )
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _wrapped(text: str) -> str:
    if len(text) <= WIDTH and text.isprintable() and text == text.strip():
        return text
    # tabulate's own wrapping parses numbers, and stumbles over '80,011'.
    return textwrap.fill(visible(text), WIDTH, break_long_words=False, break_on_hyphens=False)


def _join(parts: list[str], between: str) -> str:
    return between.join(part for part in parts if part)


def _markdown_cell(text: str) -> str:
    text = visible(text)
    # The backslash first, or those that are put before the others would be doubled.
    for char in "\\`*_[]<>|#":
        text = text.replace(char, "\\" + char)
    return text


# Letter by letter, for replacing one after the other would escape the braces of '\textbackslash{}' again.
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _latex_text(text: str) -> str:
    return "".join(_LATEX.get(char, char) for char in visible(text))


@hookimpl
def cchc_formats() -> list[Format]:
    """The formats `table`, `markdown` and `latex`."""
    return [
        Format("table", ".txt", terminal),
        Format("markdown", ".md", markdown),
        Format("latex", ".tex", latex),
    ]
