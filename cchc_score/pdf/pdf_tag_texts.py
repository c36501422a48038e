"""The texts of a tagged PDF: those of the cells of its tables, those beside them, and those that no tag names."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from pdfplumber.pdf import PDF

from cchc_score.pdf.pdf_marked import marked_texts
from cchc_score.pdf.pdf_revisions import mark_name
from cchc_score.pdf.pdf_tags import Tag, tags_of

_TABLE, _ROW, _CELLS = "Table", "TR", ("TH", "TD")
_Texts = Mapping[object, dict[int | None, str]]
"""The texts of each page, which is told by its object, by the numbers of marked content."""


def tagged_texts(data: bytes) -> dict[str, Any]:
    """The texts of a tagged PDF: of each table the cells by row, and apart from it all that is no part of a table.

    Cells in which nothing stands are not named. `loose` are the letters of each page that no tag names, as numbers of
    pages and headings that are repeated.
    """
    pdf = PDF(BytesIO(data))
    texts = {page.page_obj.pageid: marked_texts(page.page_obj, pdf.rsrcmgr) for page in pdf.pages}
    root = Tag("", tags_of(pdf.doc))
    tables = [[_row(row, texts) for row in _named(table, _ROW)] for table in _named(root, _TABLE)]
    other = _text(root, texts, without_tables=True)
    # What was read is taken out: what is left no tag has named.
    loose = ["".join(texts[page.page_obj.pageid].values()) for page in pdf.pages]
    marks = [mark_name(mark.get("data", {})) for page in pdf.pages for mark in page.annots]
    return {"tables": tables, "other": other, "loose": loose, "marks": marks}


def _row(row: Tag, texts: _Texts) -> list[str]:
    cells = [_text(cell, texts) for cell in row.holds if isinstance(cell, Tag) and cell.kind in _CELLS]
    return [text for text in cells if text.strip()]


def _named(tag: Tag, kind: str) -> Iterator[Tag]:
    """The tags of a kind, in the order of the document."""
    if tag.kind == kind:
        yield tag
        return
    for held in tag.holds:
        if isinstance(held, Tag):
            yield from _named(held, kind)


def _text(tag: Tag, texts: _Texts, without_tables: bool = False) -> str:
    if without_tables and tag.kind == _TABLE:
        return ""
    return "".join(
        _text(held, texts, without_tables) if isinstance(held, Tag) else texts.get(held[0], {}).pop(held[1], "")
        for held in tag.holds
    )
