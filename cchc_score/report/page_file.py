"""A page as a file of its own for an office: a workbook, or an annex with letterhead and signature."""

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cchc_score.formats import Page, Sheet
from cchc_score.office.repacked import library_absent
from cchc_score.report.annex.annex_document import AnnexDocument, AnnexPart, AnnexTable
from cchc_score.report.workbook.book_pen import Pen
from cchc_score.report.workbook.page_tab import write_page_table
from cchc_score.text import Lang
from cchc_score.year.letterhead import Letterhead

PAGE_FILES = ("xlsx", "docx", "pdf")
"""The kinds of files, as their names end."""
_MADE = datetime(2000, 1, 1)
_QUIET = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LEAST, _ROOM, _MOST = 6, 18, 40


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page with what stands around it: two lines below its title, the letterhead, and the name of its sheet."""

    page: Page
    subtitle: tuple[str, str]
    letterhead: Letterhead
    name: str
    lang: Lang

    def write(self, kind: str) -> bytes:
        """The file of a kind; the library for it is loaded only here."""
        if kind == "xlsx":
            return self._workbook()
        if kind == "docx":
            from cchc_score.report.annex.annex_docx import annex_docx

            return annex_docx(self._annex())
        from cchc_score.report.annex.annex_pdf import annex_pdf

        return annex_pdf(self._annex(), [])

    def _workbook(self) -> bytes:
        try:
            import xlsxwriter
        except ImportError:
            raise library_absent("report") from None
        stream = io.BytesIO()
        book: Any = xlsxwriter.Workbook(stream, {"in_memory": True, **_QUIET})
        # A new workbook has the present time here.
        book.set_properties({"author": "cchc-score", "created": _MADE})
        pen, page = Pen(book, self.lang), self.page
        write_page_table(pen, book.add_worksheet(self.name), self, page.title.upper(), page.sheets, page.notes)
        book.close()
        return stream.getvalue()

    def _annex(self) -> AnnexDocument:
        page = self.page
        tables = tuple(AnnexTable(sheet, _shares(sheet)) for sheet in page.sheets)
        return AnnexDocument(
            letterhead=self.letterhead,
            title=page.title,
            about=self.subtitle[0],
            basis=f"({self.subtitle[1]})",
            parts=(AnnexPart("page", page.title, tables, wide=True),),
            notes=page.notes,
            lang=self.lang,
        )


def _shares(sheet: Sheet) -> tuple[int, ...]:
    """How wide the columns are in proportion: by their usual text, none too narrow for its heading's longest word."""
    return tuple(_share([row[at] for row in sheet.rows], head.text) for at, head in enumerate(sheet.headings))


def _share(texts: list[str], heading: str) -> int:
    lengths = sorted(map(len, texts))
    usual = lengths[(9 * len(lengths)) // 10] if lengths else 0
    # A list of names that only few rows have needs some room all the same.
    least = _ROOM if lengths and lengths[-1] > _ROOM else _LEAST
    return max(least, min(_MOST, usual), *(len(word) + 1 for word in heading.split() or [""]))
