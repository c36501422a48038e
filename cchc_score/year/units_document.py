"""The list of units as an office program has saved it."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from cchc_score.documents import Cell, CellTable, Reader, Tables
from cchc_score.errors import ReportError
from cchc_score.files.csv_file import Rows
from cchc_score.findings import Finding, Place
from cchc_score.intake.units_file import heads_units_table, units_of_rows
from cchc_score.model import Unit
from cchc_score.year.document_files import DocumentSource, read_all
from cchc_score.year.load import no_progress


def units_of_document(path: Path, name: str, readers: Mapping[str, Reader]) -> tuple[Unit, ...]:
    """The units of the first table of a document that lists any; a ReportError tells why there are none."""
    reading = read_all([DocumentSource(name, path)], readers, no_progress)
    faults = (*reading.faults, *(one for one in reading.findings if one.severity == "error"))
    if faults:
        raise ReportError(faults)
    ((_, document),) = reading.documents
    if not isinstance(document, Tables) or document.draft or not document.tables:
        raise ReportError([Finding("units-column-absent", Place(name, 1), {"column": "code"})])
    tables = [_rows(table) for table in document.tables]
    return units_of_rows(next(filter(heads_units_table, tables), tables[0]), name, strict=False)


def _rows(table: CellTable) -> Rows:
    """The rows of a table in which anything stands, as texts."""
    shown = ((line, tuple(_text(cell) for cell in cells)) for line, cells in table.rows)
    return tuple((line, texts) for line, texts in shown if _says_anything(texts))


def _says_anything(texts: Iterable[str]) -> bool:
    return any(text.strip() for text in texts)


def _text(cell: Cell) -> str:
    """A day as lists of units write it, whatever format its cell has; any other cell as it is shown."""
    return f"{cell.value:%d/%m/%Y}" if isinstance(cell.value, date) else cell.text
