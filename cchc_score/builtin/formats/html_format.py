"""Writes one HTML page that needs nothing else: tables that a browser shows and prints."""

from html import escape

from cchc_score.formats import Format, Page, Sheet
from cchc_score.hookspecs import hookimpl
from cchc_score.text import visible

_STYLE = (
    "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse;margin:1em 0}"
    "th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}"
    "th{background:#eee}.right{text-align:right;white-space:nowrap}"
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
    head = _row("th", [heading.text for heading in sheet.headings], sides)
    rows = [_row("td", row, sides) for row in sheet.rows]
    title = [f"<h2>{_text(sheet.title)}</h2>"] if sheet.title else []
    return [*title, "<table>", f"<thead>{head}</thead>", "<tbody>", *rows, "</tbody>", "</table>", *_notes(sheet.notes)]


def _row(tag: str, cells: list[str] | tuple[str, ...], sides: list[str]) -> str:
    written = (f"<{f'{tag} {side}'.strip()}>{_text(cell)}</{tag}>" for cell, side in zip(cells, sides, strict=True))
    return f"<tr>{''.join(written)}</tr>"


def _notes(notes: tuple[str, ...]) -> list[str]:
    return [f"<p>{_text(note)}</p>" for note in notes]


def _text(text: str) -> str:
    # Control characters first, for no escape of HTML keeps a browser from obeying a direction mark.
    return escape(visible(text))


@hookimpl
def cchc_formats() -> list[Format]:
    """The format `html`."""
    return [Format("html", ".html", write)]
