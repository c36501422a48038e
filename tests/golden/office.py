"""Workbooks and Word documents as text: every part by its hash, and what stands in cells and paragraphs."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from docx import Document
from openpyxl import load_workbook

Changes = Mapping[tuple[int, str, str], Mapping[str, object]]
"""Sheet, unit and criterion or indicator: the columns by letter, and what is put into them."""


def dump(content: bytes) -> str | None:
    """A workbook or a document as text; None for anything else."""
    if not content.startswith(b"PK\3\4"):
        return None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = sorted(archive.namelist())
        parts = [f"{sha256(archive.read(name)).hexdigest()} {name}" for name in names]
    lines = cells(content) if "xl/workbook.xml" in names else paragraphs(content)
    return "\n".join([*parts, *lines]) + "\n"


def cells(content: bytes) -> Iterator[str]:
    """The rows of each sheet of a workbook."""
    for sheet in load_workbook(io.BytesIO(content)).worksheets:
        yield f"sheet {sheet.title} {sheet.dimensions}"
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            yield f"{number}: " + " | ".join("" if value is None else str(value) for value in row).rstrip(" |")


def paragraphs(content: bytes) -> Iterator[str]:
    """The paragraphs of a document and the rows of its tables."""
    document = Document(io.BytesIO(content))
    yield from (one.text for one in document.paragraphs)
    for table in document.tables:
        yield "table"
        yield from (" | ".join(cell.text for cell in row.cells) for row in table.rows)


def fill(path: Path, target: Path, changes: Changes) -> None:
    """Copy an appraisal workbook with other values in some of its cells."""
    book = load_workbook(path)
    for at, page in enumerate(book.worksheets):
        for row in page.iter_rows():
            for letter, value in changes.get((at, str(row[0].value), str(row[2].value)), {}).items():
                cell = page[f"{letter}{row[0].row}"]
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
    book.save(target)
