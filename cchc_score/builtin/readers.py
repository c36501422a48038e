"""The built-in readers: text, CSV, TOML, Word, Excel, PDF. The libraries for the last three load only when needed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from types import SimpleNamespace

from cchc_score.documents import CellTable, Converted, Grid, Lines, Reader, Record, Tables
from cchc_score.errors import ReportError
from cchc_score.files.archives import main_part, unpack
from cchc_score.files.csv_file import MAX_MEGABYTES, read_csv, tab_rows
from cchc_score.files.disk import check_size, decode_text
from cchc_score.files.toml_file import read_toml
from cchc_score.findings import Finding, Place
from cchc_score.hookspecs import hookimpl
from cchc_score.legacy_text import ENCODINGS, Encoding
from cchc_score.recoding import recode_bytes, recode_tables

MAX_TEXT_MEGABYTES = 2
"""A hundred times as much as a report has; every character of it is remembered with its line."""
MAX_PDF_MEGABYTES = 32
MAX_TOML_MEGABYTES = 1
MAX_TOML_KEYS = 5_000
"""A unit has some hundred facts; each key that nobody knows is compared with all names."""
MAX_TOML_TABLES, MAX_KEYS_PER_TABLE = 5_000, 12
"""A council may write thousands of entries into one file, of a few keys each."""
_WORKBOOK = "xl/workbook.xml"


def read_text(data: bytes, name: str) -> Lines | Grid:
    """The lines of a text file, numbered from 1: a report with its appendix, as copied out of a document.

    A sheet that Excel saved as "Unicode text" has this ending too: its cells stay cells.
    """
    text = decode_text(check_size(data, name, MAX_TEXT_MEGABYTES), name, recoded=True)
    cells = tab_rows(text, name)
    if cells is not None:
        return Grid(cells)
    return Lines(tuple(enumerate(text.split("\n"), 1)))


def read_coded_text(data: bytes, name: str, encoding: str) -> Lines | Grid:
    """A text file in an encoding of before Unicode, as `read_text` gives one."""
    plain, findings = recode_bytes(check_size(data, name, MAX_TEXT_MEGABYTES), ENCODINGS[encoding], name)
    return replace(read_text(plain, name), findings=findings)


def read_csv_grid(data: bytes, name: str) -> Grid:
    """The cells of a CSV file: one unit a line."""
    return Grid(read_csv(data, name))


def read_coded_csv(data: bytes, name: str, encoding: str) -> Grid:
    """The cells of a CSV file in an encoding of before Unicode."""
    plain, findings = recode_bytes(check_size(data, name, MAX_MEGABYTES), ENCODINGS[encoding], name)
    return replace(read_csv_grid(plain, name), findings=findings)


def read_toml_record(data: bytes, name: str) -> Record:
    """The tables of a TOML file (one unit, or the entries of a council), with the line of each key."""
    # Counted before anything is parsed, for it is parsing and what follows that take long.
    if data.count(b"=") > MAX_TOML_KEYS + MAX_KEYS_PER_TABLE * min(MAX_TOML_TABLES, data.count(b"\n[[")):
        raise ReportError([Finding("toml-large", Place(name), {"limit": MAX_TOML_KEYS})])
    file = read_toml(check_size(data, name, MAX_TOML_MEGABYTES), name)
    return Record(file.data, file.lines)


def read_docx(data: bytes, name: str, encoding: Encoding | None = None) -> Tables:
    """The paragraphs and the tables of a Word document."""
    try:
        import lxml.etree  # noqa: F401
    except ImportError:
        raise ReportError([Finding("reader-absent", Place(name), {"extra": "word"})]) from None
    # Loaded only for a Word document: nothing else needs anything of it.
    from cchc_score.word.docx_document import read_document

    return recode_tables(read_document(data, name, encoding), encoding, name)


def convert_documents(files: Sequence[tuple[str, bytes]]) -> list[Converted]:
    """Documents of .doc, .odt and .rtf, each as (name, content), turned into .docx by an installed office program."""
    try:
        import lxml.etree  # noqa: F401
        import olefile  # noqa: F401
    except ImportError:
        return [Converted(findings=(Finding("reader-absent", Place(name), {"extra": "word"}),)) for name, _ in files]
    from cchc_score.word.conversion import convert_documents

    return convert_documents(files)


def read_xlsx(data: bytes, name: str, encoding: Encoding | None = None) -> Tables:
    """The worksheets of a workbook, each a table of the values that the file stores.

    A ReportError says why the workbook cannot be read.
    """
    # Before the library is looked for: that a file is no workbook at all can be said without it.
    members = unpack(data, name, _WORKBOOK)
    main = main_part(members, name, _WORKBOOK)
    try:
        import defusedxml  # noqa: F401
        import openpyxl  # noqa: F401
    except ImportError:
        raise ReportError([Finding("reader-absent", Place(name), {"extra": "excel"})]) from None
    try:
        return recode_tables(_worksheets(members, main, name), encoding, name)
    except ReportError:
        raise
    except Exception:
        # Whatever a broken part does to those who read it: there is one remedy, to save the file again.
        raise ReportError([Finding("archive-broken", Place(name))]) from None


def _worksheets(members: dict[str, bytes], main: str, name: str) -> Tables:
    # Loaded only for a workbook: the library takes longer to load than a small report to read.
    from cchc_score.excel.xlsx_book import MAX_SHEETS, NotAWorkbook, SheetsBeyondLimit, read_book
    from cchc_score.excel.xlsx_parts import MAX_CELLS, PartTooLarge
    from cchc_score.excel.xlsx_sheet import read_sheet
    from cchc_score.excel.xlsx_table import MAX_SQUARE, TooFar, hidden_findings, sheet_table

    tables: list[CellTable] = []
    findings: list[Finding] = []
    cells = 0
    title = ""
    try:
        whole = read_book(members, main)
        for part in whole.parts:
            title = part.title
            stored = read_sheet(part.data, whole.values)
            cell_table = sheet_table(stored, title, len(tables) + 1, part.hidden, part.pictures)
            # Summed over the sheets: many that are small enough by themselves fill the memory as well.
            cells += sum(len(row) for _, row in cell_table.rows)
            if cells > MAX_SQUARE:
                raise PartTooLarge
            tables.append(cell_table)
            findings += hidden_findings(stored, cell_table, part.hidden, name)
    except NotAWorkbook:
        raise ReportError([Finding("archive-kind", Place(name))]) from None
    except SheetsBeyondLimit:
        raise ReportError([Finding("sheets-many", Place(name), {"limit": MAX_SHEETS})]) from None
    except PartTooLarge:
        raise ReportError([Finding("sheets-large", Place(name), {"limit": MAX_CELLS})]) from None
    except TooFar as far:
        raise ReportError([Finding("sheet-far", Place(name, cell=f"{title}!{far}"))]) from None
    return Tables(tuple(tables), findings=tuple(findings))


def read_pdf(data: bytes, name: str) -> Tables:
    """The paragraphs and the ruled tables of a PDF, as drafts; or the data of this program that is attached to it."""
    # Loaded only for a PDF, as its library is in another process.
    from cchc_score.pdf.pdf_document import check_signs, read_pages

    # Before the library is looked for: that a file is no PDF at all can be said without it.
    check_signs(check_size(data, name, MAX_PDF_MEGABYTES), name)
    if find_spec("pdfplumber") is None:
        raise ReportError([Finding("reader-absent", Place(name), {"extra": "pdf"})])
    tables, attached = read_pages(data, name)
    if attached is None:
        return tables
    inner, content = attached
    read: Callable[[bytes, str], Grid | Record] = read_csv_grid if inner.endswith(".csv") else read_toml_record
    return replace(tables, attached=(inner, read(content, f"{name}/{inner}")))


def read_scanned_pdf(data: bytes, name: str) -> Tables:
    """A PDF as `read_pdf` gives one, with what can be made out on its pages that are only pictures."""
    document = read_pdf(data, name)
    if not document.pictures:
        return document
    scans = _read_scans(data, name, document.pictures)
    after = len(document.lines)
    tables = [*document.tables, *(replace(table, after=table.after + after) for table in scans.tables)]
    lines = (*document.lines, *((line + after, text) for line, text in scans.lines))
    findings = (*(one for one in document.findings if one.code != "pdf-scan"), *scans.findings)
    ordered = tuple(sorted(tables, key=lambda table: table.page))
    return replace(document, tables=ordered, lines=lines, findings=findings, pictures=(), readings=scans.readings)


def read_image(data: bytes, name: str) -> Tables:
    """A page that was scanned or photographed, or several of them in one TIFF, as drafts."""
    return _read_scans(check_size(data, name, MAX_PDF_MEGABYTES), name, ())


def _read_scans(data: bytes, name: str, pages: Sequence[int]) -> Tables:
    if not all(map(find_spec, ("cv2", "onnxruntime", "PIL", "pypdfium2", "rapidocr"))):
        raise ReportError([Finding("reader-absent", Place(name), {"extra": "ocr"})])
    # Loaded only for a scan.
    from cchc_score.scans.scan_document import read_scans

    return read_scans(data, name, pages)


def read_xls(data: bytes, name: str, encoding: Encoding | None = None) -> Tables:
    """The worksheets of an .xls."""
    return _other_book("read_xls", data, name, encoding)


def read_xlsb(data: bytes, name: str, encoding: Encoding | None = None) -> Tables:
    """The worksheets of an .xlsb."""
    return _other_book("read_xlsb", data, name, encoding)


def read_ods(data: bytes, name: str, encoding: Encoding | None = None) -> Tables:
    """The worksheets of an .ods."""
    return _other_book("read_ods", data, name, encoding)


def _other_book(kind: str, data: bytes, name: str, encoding: Encoding | None) -> Tables:
    try:
        import defusedxml  # noqa: F401
        import openpyxl  # noqa: F401
        import python_calamine  # noqa: F401
    except ImportError:
        raise ReportError([Finding("reader-absent", Place(name), {"extra": "excel"})]) from None
    # Loaded only for such a workbook, as above.
    from cchc_score.excel import book_kinds

    try:
        found = recode_tables(getattr(book_kinds, kind)(data, name), encoding, name)
    except ReportError:
        raise
    except Exception:
        # As of an .xlsx: whatever breaks, there is one remedy.
        raise ReportError([Finding("archive-broken", Place(name))]) from None
    return found


def _coded_docx(data: bytes, name: str, encoding: str) -> Tables:
    return read_docx(data, name, ENCODINGS[encoding])


def _coded_xlsx(data: bytes, name: str, encoding: str) -> Tables:
    return read_xlsx(data, name, ENCODINGS[encoding])


def _coded_xls(data: bytes, name: str, encoding: str) -> Tables:
    return read_xls(data, name, ENCODINGS[encoding])


def _coded_xlsb(data: bytes, name: str, encoding: str) -> Tables:
    return read_xlsb(data, name, ENCODINGS[encoding])


def _coded_ods(data: bytes, name: str, encoding: str) -> Tables:
    return read_ods(data, name, ENCODINGS[encoding])


def _coded_pdf(data: bytes, name: str, encoding: str) -> Tables:
    """A PDF whose fonts may have any name: text of the encoding is known by its words."""
    return recode_tables(read_pdf(data, name), ENCODINGS[encoding], name)


READERS = (
    Reader("csv", (".csv",), read_csv_grid, read_coded=read_coded_csv),
    Reader("docx", (".docx", ".docm"), read_docx, read_coded=_coded_docx),
    Reader("ods", (".ods",), read_ods, read_coded=_coded_ods),
    Reader("office", (".doc", ".odt", ".rtf"), read_docx, convert_documents, _coded_docx),
    Reader("pdf", (".pdf",), read_pdf, read_coded=_coded_pdf, read_scan=read_scanned_pdf),
    Reader("text", (".txt",), read_text, read_coded=read_coded_text),
    Reader("toml", (".toml",), read_toml_record),
    Reader("xls", (".xls",), read_xls, read_coded=_coded_xls),
    Reader("xlsb", (".xlsb",), read_xlsb, read_coded=_coded_xlsb),
    Reader("xlsx", (".xlsx", ".xlsm"), read_xlsx, read_coded=_coded_xlsx),
)


IMAGES = Reader("image", (".png", ".jpg", ".jpeg", ".tif", ".tiff"), read_image, scans_only=True)


def reader_plugins() -> dict[str, object]:
    """A plugin for each reader, by the plugin's name, so that a fault in one names it alone.

    Pictures of pages go with PDF, whose scanned pages are read in the same way.
    """
    return {f"{reader.name}_reader": _plugin(reader, *([IMAGES] if reader.name == "pdf" else [])) for reader in READERS}


def _plugin(*readers: Reader) -> object:
    @hookimpl
    def cchc_readers() -> list[Reader]:
        return list(readers)

    return SimpleNamespace(cchc_readers=cchc_readers)
