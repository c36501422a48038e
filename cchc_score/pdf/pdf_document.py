"""A PDF as a document of tables, all of whose figures are drafts; or the data of this program attached to it."""

import base64
import json
from collections.abc import Mapping, Sequence
from typing import Any

from cchc_score.documents import Cell, CellTable, Tables, cell_name
from cchc_score.errors import ReportError
from cchc_score.files.child_process import ChildTimeout, run_child
from cchc_score.findings import Finding, Place
from cchc_score.pdf.pdf_limits import MAX_PAGES, MEGABYTES, SECONDS

HEAD, TAIL = 1_024, 2_048
"""A PDF begins and ends with its signs, before or behind which other programs may leave some bytes."""
MOST_NAMED = 20
_FAULTS = {"marked": "cell-marked", "picture": "cell-picture", "covered": "cell-covered", "cut": "cell-cut"}


def read_pages(data: bytes, name: str) -> tuple[Tables, tuple[str, bytes] | None]:
    """The tables and lines of a PDF, and its attached data as (name, bytes), beside which its pages are not read.

    A ReportError says why it cannot be read.
    """
    answer = _answer(data, name)
    others = [str(other) for other in answer.get("others", ())]
    findings = [Finding("pdf-attachments", Place(name), {"names": others[:MOST_NAMED]})] if others else []
    if "attached" in answer:
        own, content = answer["attached"]
        findings.append(Finding("pdf-attached", Place(name), {"name": own}))
        return Tables((), findings=tuple(findings)), (own, base64.b64decode(content))
    if answer.get("layers"):
        findings.append(Finding("pdf-layers", Place(name)))
    return _document(answer["pages"], name, findings), None


def check_signs(data: bytes, name: str) -> None:
    """Refuse what is no PDF, or has lost its end: a reader that mends it would leave out pages without a word."""
    if b"%PDF-" not in data[:HEAD]:
        raise ReportError([Finding("pdf-kind", Place(name))])
    if b"%%EOF" not in data.rstrip(b"\0 \r\n\t")[-TAIL:]:
        raise ReportError([Finding("pdf-broken", Place(name))])


def _answer(data: bytes, name: str) -> Mapping[str, Any]:
    """What the child process says of a PDF."""
    try:
        written = run_child(("-m", "cchc_score.pdf.pdf_child"), data, SECONDS)
    except ChildTimeout:
        written = b'{"refused": "pdf-heavy"}'
    try:
        # A process that was ended has said nothing, or half of it.
        answer = json.loads(written) if written is not None else {"refused": "pdf-heavy"}
    except ValueError:
        answer = {"refused": "pdf-broken"}
    if "refused" not in answer:
        return dict(answer)
    limits = {"pdf-heavy": {"seconds": SECONDS, "megabytes": MEGABYTES}, "pdf-pages": {"limit": MAX_PAGES}}
    code = str(answer["refused"])
    raise ReportError([Finding(code, Place(name), limits.get(code, {}))])


def _document(pages: Sequence[Mapping[str, Any]], name: str, findings: list[Finding]) -> Tables:
    lines: list[tuple[int, str]] = []
    tables: list[CellTable] = []
    for page in pages:
        number = int(page["number"])
        texts = sorted((float(top), str(text)) for top, text in page["lines"])
        own = sorted(page["tables"], key=lambda table: float(table["top"]))
        for place, table in enumerate(own, 1):
            while texts and texts[0][0] < float(table["top"]):
                lines.append((len(lines) + 1, texts.pop(0)[1]))
            tables.append(_table(table["rows"], number, place if len(own) > 1 else 0, len(lines)))
        lines += [(len(lines) + at, text) for at, (_, text) in enumerate(texts, 1)]
    scans = tuple(int(page["number"]) for page in pages if page["scan"])
    if scans:
        findings.append(Finding("pdf-scan", Place(name), {"pages": [str(page) for page in scans]}))
    letters, strange = (sum(int(page[key]) for page in pages) for key in ("letters", "strange"))
    if strange and 10 * strange >= letters:
        findings.append(Finding("pdf-letters", Place(name)))
    return Tables(tuple(tables), tuple(lines), tuple(findings), draft=True, pictures=scans)


def _table(rows: Sequence[Sequence[Any]], page: int, number: int, after: int) -> CellTable:
    found = []
    for line, cells in enumerate(rows, 1):
        made = []
        for column, cell in enumerate(cells):
            at = cell_name(column, line)
            if cell is None:
                made.append(Cell(at=at))
            elif len(cell) == 1:
                made.append(Cell(at=at, merged=_whole_lines(str(cell[0]).strip())))
            else:
                made.append(Cell(_whole_lines(str(cell[0])), fault=_FAULTS.get(cell[1], ""), at=at))
        found.append((line, tuple(made)))
    return CellTable(tuple(found), number=number, after=after, page=page)


def _whole_lines(text: str) -> str:
    """The text of a cell in one line, as words were before they were laid out."""
    # Not of figures alone: '27' above '500' is no 27 500.
    return " ".join(text.split("\n")) if any(map(str.isalpha, text)) else text
