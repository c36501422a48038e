"""Writes one HTML page that needs nothing else: tables that a browser shows and prints."""

from cchc_score.formats import Format, Page, Sheet, TypedCell
from cchc_score.hookspecs import hookimpl
from cchc_score.text import visible

_STYLE = (
    "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse;margin:1em 0}"
    "th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}"
    "th{background:#eee}.right{text-align:right;white-space:nowrap}.strong{font-weight:bold}"
)


def write(page: Page) -> str:
    """The whole page; every text is escaped, so that no name becomes markup."""
    title = _text(page.title)
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{page.lang}">',
        f'<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>',
        "<body>",
        *([f"<h1>{title}</h1>"] if title else []),
        *(line for sheet in page.sheets for line in _sheet(sheet)),
        *_notes(page.notes),
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _sheet(sheet: Sheet) -> list[str]:
    sides = ['class="right"' if heading.align == "right" else "" for heading in sheet.headings]
    head = _row("th", [_text(heading.text) for heading in sheet.headings], sides)
    rows = [
        _row("td", [_lines(cell) for cell in row], sides, number in sheet.strong)
        for number, row in enumerate(sheet.typed_rows)
    ]
    title = [f"<h2>{_text(sheet.title)}</h2>"] if sheet.title else []
    return [*title, "<table>", f"<thead>{head}</thead>", "<tbody>", *rows, "</tbody>", "</table>", *_notes(sheet.notes)]


def _row(tag: str, cells: list[str], sides: list[str], strong: bool = False) -> str:
    """A row of cells whose texts are escaped already."""
    written = (f"<{f'{tag} {side}'.strip()}>{cell}</{tag}>" for cell, side in zip(cells, sides, strict=True))
    head = '<tr class="strong">' if strong else "<tr>"
    return f"{head}{''.join(written)}</tr>"


def _lines(cell: TypedCell) -> str:
    return "<br>".join(map(_text, cell.lines or (cell.text,)))


def _notes(notes: tuple[str, ...]) -> list[str]:
    return [f"<p>{_text(note)}</p>" for note in notes]


def _text(text: str) -> str:
    # With it come all the entities of HTML, which a run that prints a table would load in vain.
    from html import escape

    # Control characters first, for no escape of HTML keeps a browser from obeying a direction mark.
    return escape(visible(text))


@hookimpl
def cchc_formats() -> list[Format]:
    """The format `html`."""
    return [Format("html", ".html", write)]
