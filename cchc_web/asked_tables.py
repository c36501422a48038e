"""What an address asks of a table: rows that hold a word, an order, or the whole page as a file."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from cchc_score.formats import Page
from cchc_score.report.page_file import PageFile
from cchc_score.text import bare
from cchc_web.linked_tables import LinkedRow, LinkedTable
from cchc_web.visits import Visit

WORD, ORDER, FILE = "loc", "xep", "tai"
"""The names under which an address asks for each of them."""
KINDS = {"xlsx": "Excel", "docx": "Word"}


def asked_table(visit: Visit, table: LinkedTable) -> LinkedTable:
    """The table as an address asks for it; each heading leads to it sorted by that column, then the other way round."""
    asked = visit.request.GET
    word, order = bare(asked.get(WORD, "")), asked.get(ORDER, "")
    rows = tuple(row for row in table.rows if not word or word in bare(_text(row)))
    column = _column(order.removeprefix("-"), len(table.headings))
    if column is not None:
        down = order.startswith("-")
        rows = tuple(sorted(rows, key=lambda row: row.cells[column].order, reverse=down))
        table = replace(table, sorted_by=(column, down))
    return replace(table, rows=rows, sorts=tuple(_sort_address(visit, at, order) for at in range(len(table.headings))))


def page_file(visit: Visit, page: Page, name: str) -> HttpResponse | None:
    """The page as the file that an address asks for; None where it asks for none."""
    kind = visit.request.GET.get(FILE, "")
    if kind not in KINDS:
        return None
    letterhead, day = visit.working.year.rules.letterhead, f"{visit.moment:%d/%m/%Y}"
    data = PageFile(page, (page.title, day), letterhead, name, visit.lang).write(kind)
    response = HttpResponse(data, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{name}.{kind}") or "attachment"
    return response


def table_asks(visit: Visit) -> dict[str, Any]:
    """What a page of tables needs to be asked again: the word, what else the address asks for, the files of it."""
    kept = [(name, value) for name, value in visit.request.GET.items() if name not in (WORD, FILE, "lang")]
    return {"word": visit.request.GET.get(WORD, ""), "kept": kept, "files": _file_links(visit)}


def _file_links(visit: Visit) -> list[tuple[str, str]]:
    found = []
    for kind, words in KINDS.items():
        asked = visit.request.GET.copy()
        asked[FILE] = kind
        found.append((f"?{asked.urlencode()}", words))
    return found


def _text(row: LinkedRow) -> str:
    return " ".join(" ".join(cell.lines) for cell in row.cells)


def _column(word: str, count: int) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 4 and int(word) < count else None


def _sort_address(visit: Visit, column: int, order: str) -> str:
    asked = visit.request.GET.copy()
    asked[ORDER] = f"-{column}" if order == str(column) else str(column)
    return f"?{asked.urlencode()}"
