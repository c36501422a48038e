"""Lists of figures by their own codes: what a unit reports beyond the rows of its form, or in a year without a form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from cchc_score.documents import Cell, CellTable, Tables
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.folded_text import fold
from cchc_score.intake.printed_values import Unreadable, cell_fact, unreadable_args
from cchc_score.intake.report_titles import code_line
from cchc_score.intake.reports import Report, ReportedFact
from cchc_score.intake.said_periods import said_in
from cchc_score.model import Indicator
from cchc_score.text import brief, nfc

LIST_HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "code": ("Mã số liệu", "Figure code"),
        "label": ("Tên số liệu", "Figure"),
        "unit": ("Đơn vị tính", "Unit of measure"),
        "value": ("Giá trị", "Value"),
        "remark": ("Ghi chú", "Remarks"),
    }
)
"""The headings of such a list, in Vietnamese and English."""
_HEADINGS = {role: frozenset(map(fold, names)) for role, names in LIST_HEADINGS.items()}
_OWN = ("code", "label", "value")
"""What no other table calls its columns, but for the last."""
_UNITS = frozenset(map(fold, ("Mã đơn vị", "Unit code")))
_MOST_ABOVE = 20
"""Whose a list is stands on so many first rows."""


@dataclass(frozen=True, slots=True)
class ListLayout:
    """The columns of codes and values of a list of figures, and the index of its first row."""

    code: int
    value: int
    first: int


def find_list(table: CellTable) -> ListLayout | None:
    """The layout of a table with a heading for codes of figures and one for values; None for any other."""
    return list_layout([cell.text for cell in cells] for _, cells in table.rows)


def list_layout(rows: Iterable[Sequence[str]]) -> ListLayout | None:
    """The same, of the texts of a table's rows."""
    for at, texts in enumerate(rows):
        # A nation's table has hundreds of thousands of figures, and none is a heading.
        words = [(fold(text), column) for column, text in enumerate(texts) if not text[:1].isdigit()]
        code, value = (_first_column(words, _HEADINGS[role]) for role in ("code", "value"))
        if code is not None and value is not None:
            return ListLayout(code, value, at + 1)
    return None


def _first_column(words: Sequence[tuple[str, int]], headings: frozenset[str]) -> int | None:
    return next((column for word, column in words if word in headings), None)


def headless_lists(document: Tables, name: str) -> Iterator[Finding]:
    """A finding for each table that is a list of figures but for one heading that is not known."""
    for table in document.tables:
        if not table.hidden and find_list(table) is None:
            yield from _headless(table, name)


def _headless(table: CellTable, name: str) -> Iterator[Finding]:
    for line, cells in table.rows[:_MOST_ABOVE]:
        texts = [cell.text for cell in cells if cell.text.strip()]
        roles = {role for role in _OWN for text in texts if fold(text) in _HEADINGS[role]}
        # A table of many units, as the workbook of an appraisal, names figures too, and is no such list.
        if len(roles) > 1 and not any(fold(text) in _UNITS for text in texts):
            columns = [LIST_HEADINGS[role][0] for role in ("code", "value") if role not in roles]
            yield Finding("list-heading", table.place(name, line, Cell()), {"headings": texts, "columns": columns})


def without_lists(document: Tables) -> tuple[Tables, tuple[CellTable, ...]]:
    """A document without its lists of figures, and those of them that people see, with what stands above each.

    In a file of one table, as CSV is, rows of the form may stand above a list: they remain.
    """
    others: list[CellTable] = []
    lists: list[CellTable] = []
    for table in document.tables:
        layout = find_list(table)
        if layout is None:
            others.append(table)
        else:
            lists += [] if table.hidden else [table]
            others.append(replace(table, rows=table.rows[: layout.first - 1]))
    return (replace(document, tables=tuple(others)), tuple(lists)) if lists else (document, ())


def listed_report(
    document: Tables, lists: Sequence[CellTable], name: str, indicators: Mapping[str, Indicator]
) -> Report:
    """What the lists of a document say of one unit, which a line above them names with its code."""
    above = [*document.lines, *(line for table in lists for line in _above(table))]
    code, unit = code_line(above, "")
    findings: list[Finding] = []
    facts = [fact for table in lists for fact in _facts(table, name, indicators, findings)]
    return Report(
        Place(name),
        code,
        name=unit,
        facts=tuple(facts),
        findings=tuple(findings),
        periods=tuple(said_in(above, "title")),
    )


def _above(table: CellTable) -> Iterator[tuple[int, str]]:
    layout = find_list(table)
    for line, cells in table.rows[: min(_MOST_ABOVE, layout.first - 1) if layout else 0]:
        yield from ((line, cell.text) for cell in cells if cell.text.strip())


def _facts(
    table: CellTable, name: str, indicators: Mapping[str, Indicator], findings: list[Finding]
) -> Iterator[ReportedFact]:
    layout = find_list(table)
    assert layout is not None
    for line, cells in table.rows[layout.first :]:
        code, cell = nfc(cells[layout.code].text).strip(), cells[layout.value]
        # An empty cell is a figure that nobody knows, and no 0.
        if not (cell.text.strip() or cell.merged) or not code:
            continue
        origin = _origin(table, name, line, cell)
        if code not in indicators:
            findings.append(Finding("text-unmatched", origin.place(), {"text": brief(f"{code} {cell.text}")}))
        elif fault := cell.fault or ("cell-merged" if cell.merged else "cell-hidden" if cell.hidden else ""):
            findings.append(Finding(fault, origin.place(), {"text": brief(cell.text)}))
        else:
            yield from _fact(indicators[code], cell, origin, findings)


def _origin(table: CellTable, name: str, line: int, cell: Cell) -> Origin:
    place = table.place(name, line, cell)
    return Origin(
        name,
        0 if table.paragraphs else line,
        printed=cell.text.strip(),
        table=0 if table.name else place.table,
        cell=place.cell,
        page=place.page,
        paragraph=place.paragraph,
    )


def _fact(indicator: Indicator, cell: Cell, origin: Origin, findings: list[Finding]) -> Iterator[ReportedFact]:
    try:
        yield ReportedFact(indicator.code, cell_fact(indicator, cell.text.strip(), cell.value), origin)
    except Unreadable as fault:
        findings.append(Finding(fault.code, origin.place(), unreadable_args(indicator, cell.text.strip())))
