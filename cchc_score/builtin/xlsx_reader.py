"""Reads .xlsx and .xlsm: each worksheet a table of cells, with the values that the file stores."""

from cchc_score.archives import main_part, unpacked
from cchc_score.documents import CellTable, Reader, Tables
from cchc_score.errors import ReportError
from cchc_score.findings import Finding, Place
from cchc_score.hookspecs import hookimpl

_MAIN = "xl/workbook.xml"


def read(data: bytes, name: str) -> Tables:
    """The worksheets of a workbook in their order; a ReportError says why it cannot be read."""
    members = unpacked(data, name, _MAIN)
    main = main_part(members, name, _MAIN)
    try:
        import defusedxml  # noqa: F401
        import openpyxl  # noqa: F401
    except ImportError:
        raise ReportError([Finding("reader-absent", Place(name), {"extra": "excel"})]) from None
    try:
        return _tables(members, main, name)
    except ReportError:
        raise
    except Exception:
        # Whatever a broken part does to those who read it: there is one remedy, to save the file again.
        raise ReportError([Finding("archive-broken", Place(name))]) from None


def _tables(members: dict[str, bytes], main: str, name: str) -> Tables:
    # Loaded only for a workbook: the library takes longer to load than a small report to read.
    from cchc_score.excel.book import MAX_SHEETS, NoBook, TooMany, book
    from cchc_score.excel.parts import MAX_CELLS, TooLarge
    from cchc_score.excel.sheet import sheet
    from cchc_score.excel.table import MAX_SQUARE, TooFar, table, unseen

    tables: list[CellTable] = []
    findings: list[Finding] = []
    cells = 0
    title = ""
    try:
        whole = book(members, main)
        for part in whole.parts:
            title = part.title
            stored = sheet(part.data, whole.values)
            found = table(stored, title, len(tables) + 1)
            cells += sum(len(row) for _, row in found.rows)
            if cells > MAX_SQUARE:
                raise TooLarge
            tables.append(found)
            findings += unseen(stored, found, part.hidden, name)
    except NoBook:
        raise ReportError([Finding("archive-kind", Place(name))]) from None
    except TooMany:
        raise ReportError([Finding("sheets-many", Place(name), {"limit": MAX_SHEETS})]) from None
    except TooLarge:
        raise ReportError([Finding("sheets-large", Place(name), {"limit": MAX_CELLS})]) from None
    except TooFar as far:
        raise ReportError([Finding("sheet-far", Place(name, cell=f"{title}!{far}"))]) from None
    return Tables(tuple(tables), findings=tuple(findings))


@hookimpl
def cchc_readers() -> list[Reader]:
    """The reader `xlsx`."""
    return [Reader("xlsx", (".xlsx", ".xlsm"), read)]
