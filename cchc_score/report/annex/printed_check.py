"""Whether the pages of an annex say what its attached data say: to the byte, or else cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cchc_score.errors import WriteError
from cchc_score.findings import Finding, Place, Words
from cchc_score.pdf.pdf_annex import later_changes, tagged_texts
from cchc_score.report.annex.annex_attachments import PRINTED, RESULT, SCHEME, attached_files
from cchc_score.report.annex.annex_check_step import CheckStep
from cchc_score.report.annex.annex_document import AnnexDocument, AnnexTable, cell_lines, printable
from cchc_score.report.annex.annex_pdf import annex_pdf, makers
from cchc_score.report.annex.scored_anew import MOST_DIFFERENCES

_MARKS = ("Sig",)


def check_pages(
    data: bytes, name: str, document: AnnexDocument, files: Mapping[str, bytes], made_by: object
) -> tuple[CheckStep, list[Finding]]:
    """Printed anew from what goes along in it, the first revision is the same to the byte.

    By other versions of what makes it the bytes may be others: then the texts of the pages are read.
    """
    made = _printed_anew(document, files)
    if made is not None and data.startswith(made):
        return _later(data, name, len(made))
    if made is not None and made_by == makers():
        words = Words("không phải tệp đã in: byte khác", "it is not the file that was printed: other bytes")
        return CheckStep("pages", False, words), [Finding("result-pages", Place(name))]
    texts = tagged_texts(data, name)
    count, found = _cell_differences(document, texts)
    told = [
        Finding("result-printed", Place(name), {"place": place, "printed": printed, "told": attached})
        for place, printed, attached in found[:MOST_DIFFERENCES]
    ]
    if _strange(document, texts):
        told.append(Finding("result-pages", Place(name)))
    if told:
        return CheckStep("pages", False, Words("các trang đã bị sửa", "the pages were changed")), told
    words = Words(
        f"{count} ô trên các trang khớp với dữ liệu đính kèm", f"{count} cells of the pages agree with its data"
    )
    return CheckStep("pages", True, words), []


def _printed_anew(document: AnnexDocument, files: Mapping[str, bytes]) -> bytes | None:
    """The PDF that its data give; None where it cannot be made here, as without the library that makes it."""
    try:
        return annex_pdf(document, attached_files(document.lang, *(files[one] for one in (RESULT, SCHEME, PRINTED))))
    except (WriteError, UnicodeDecodeError):
        return None


def _later(data: bytes, name: str, length: int) -> tuple[CheckStep, list[Finding]]:
    """What came after the pages as they were made: signatures, or more than that."""
    changes = later_changes(data, name, length) if len(data) > length else []
    if changes:
        words = Words("có nội dung thêm vào sau khi in", "something was added after it was printed")
        return CheckStep("pages", False, words), [Finding("result-added", Place(name), {"what": changes})]
    words = Words(
        "đúng từng byte với bản in lại từ dữ liệu đính kèm", "the same bytes as when it is printed anew from its data"
    )
    return CheckStep("pages", True, words), []


def _cell_differences(document: AnnexDocument, texts: Mapping[str, Any]) -> tuple[int, list[tuple[str, str, str]]]:
    """How many cells there are, and those whose text on the page is another."""
    tables = list(document.tables)
    own_tables = [[row for row in table if row] for table in texts["tables"]]
    if len(tables) != len(own_tables):
        return 0, [("", str(len(own_tables)), str(len(tables)))]
    count, found = 0, []
    for number, (table, printed) in enumerate(zip(tables, own_tables, strict=True), 1):
        rows = _filled_rows(table)
        if [len(row) for row in rows] != [len(row) for row in printed]:
            found.append((str(number), str(len(printed)), str(len(rows))))
            continue
        for line, (row, own) in enumerate(zip(rows, printed, strict=True), 1):
            for (column, cell), text in zip(row, own, strict=True):
                count += 1
                if _bare(cell) != _bare(text):
                    found.append((f"{number}/{line}/{column}", text[:60], cell[:60]))
    return count, found


def _filled_rows(table: AnnexTable) -> list[list[tuple[int, str]]]:
    """The rows of a table, headings first, each with its cells by column; a reader of PDF names no empty cell."""
    rows = [[printable(one.text) for one in table.sheet.headings]]
    rows += [[" ".join(cell_lines(cell)) for cell in row] for row in table.sheet.typed_rows]
    named = [[(column, text) for column, text in enumerate(row, 1) if text.strip()] for row in rows]
    return [row for row in named if row]


def _strange(document: AnnexDocument, texts: Mapping[str, Any]) -> bool:
    """Whether there is a text beside the tables that is none of the document, or a mark upon a page."""
    if any(mark not in _MARKS for mark in texts["marks"]):
        return True
    known = _bare("".join(_loose_texts(document)))
    repeated = {_bare(one) for one in _repeated(document)}
    return _bare(texts["other"]) != known or not all(
        _is_repeated(_bare(loose), page, repeated) for page, loose in enumerate(texts["loose"], 1)
    )


def _is_repeated(loose: str, page: int, repeated: set[str]) -> bool:
    """Whether the letters of a page that no tag names are its number, and headings of tables that go on."""
    rest = loose.removeprefix(str(page)) if page > 1 else loose
    return not rest or rest in repeated


def _repeated(document: AnnexDocument) -> Iterator[str]:
    for table in document.tables:
        yield "".join(printable(one.text) for one in table.sheet.headings)


def _loose_texts(document: AnnexDocument) -> Sequence[str]:
    """Every text of a document that stands in no table, in the order of print."""
    from cchc_score.report.annex.annex_texts import texts_beside_tables

    return list(texts_beside_tables(document))


def _bare(text: str) -> str:
    """A text without spaces, also those without width: where a line was broken, one is gone or another there."""
    return "".join(text.replace("\u200b", "").split())
