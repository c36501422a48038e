"""The appendix in tables of cells: a row of the form is met by its code and its label together, never by one alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from cchc_score.documents import Cell, CellTable, Grid, Tables
from cchc_score.findings import Finding, Place
from cchc_score.intake.grids import MOST_ABOVE, from_grid
from cchc_score.intake.headings import Columns, is_wide
from cchc_score.intake.layouts import Layout, find_layout, folded
from cchc_score.intake.printed import MOST_SHOWN, PrintedRow, Sheet, as_report
from cchc_score.intake.prose import claims
from cchc_score.intake.stream import fold
from cchc_score.intake.titles import title_of, year_in
from cchc_score.intake.told import Report
from cchc_score.model import Form, FormRow, Indicator
from cchc_score.points import plain

_NUMBERED = re.compile(r"\(?[0-9A-Za-zđĐ]{1,2}\)?")


def from_tables(
    document: Tables, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """One report, or one for each unit where a table has a row or a column for each; what is wrong is told."""
    grids = [(table, _grid(table, form, indicators)) for table in document.tables]
    lines = [one for _, grid in grids if grid is not None for one in from_grid(grid, name, form, indicators, year)]
    others = replace(document, tables=tuple(table for table, grid in grids if grid is None))
    found = [] if form is None else _appendices(others, name, form, year)
    if not lines and not any(one.columns or one.findings for one in found):
        absent = Finding("text-form-absent", Place(name))
        fault = absent if form is None else Finding("text-no-rows", Place(name), {"form": form.title})
        return (Report(Place(name), "", findings=(*document.findings, fault)),)
    if len(found) == 1 and not lines:
        return tuple(_reports(others, found[0], indicators, True))
    noticed = [Report(Place(name), "", findings=document.findings)] if document.findings else []
    alone = replace(others, findings=())
    return (*noticed, *lines, *(one for each in found for one in _reports(alone, each, indicators, len(found) == 1)))


def _appendices(document: Tables, name: str, form: Form, year: int) -> "list[_Found]":
    """What the tables show of a form; where the first row comes again under headings, another appendix begins."""
    found: list[_Found] = []
    layout: Layout | None = None
    for table in document.tables:
        own = find_layout(table, form, year)
        if own is None and layout is not None and _goes_on(table, layout, form):
            own = replace(layout, first=0)
        elif own is not None and (not found or _begins(table, own, form) in found[-1].first_rows()):
            found.append(_Found(name, form, list(_above(document, table, own)), table.name))
        if own is not None:
            found[-1].read(table, own)
            layout = own
    return found


def _begins(table: CellTable, layout: Layout, form: Form) -> str:
    """The code of the first row of the form in a table."""
    codes = {fold(code): code for code in form.rows}
    return next(
        (codes[code] for _, cells in table.rows[layout.first :] if (code := folded(cells[layout.code])) in codes), ""
    )


@dataclass(slots=True)
class _Found:
    """What reading has gathered: the rows of every unit's column, what stood above the table, what was noticed."""

    name: str
    form: Form
    above: Sequence[tuple[int, str]]
    title: str = ""
    columns: dict[str, dict[str, PrintedRow]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def first_rows(self) -> set[str]:
        """The first row that was read of each unit."""
        return {next(iter(rows)) for rows in self.columns.values() if rows}

    def read(self, table: CellTable, layout: Layout) -> None:
        """The rows of one table."""
        if layout.unclear:
            place = _place(self.name, table, table.rows[layout.first - 1][0], Cell())
            self.findings.append(Finding("columns-unclear", place, {"columns": layout.unclear}))
            return
        parent = ""
        codes = {fold(code): row for code, row in self.form.rows.items() if "/" not in code}
        groups = {fold(group) for group in self.form.groups}
        for line, cells in table.rows[layout.first :]:
            if layout.repeated(cells) or _numbering(cells):
                continue
            code, label = folded(cells[layout.code]), folded(cells[layout.label])
            place = _place(self.name, table, line, cells[layout.code])
            if not code or code in groups:
                row = self._part(parent, label)
            else:
                row = codes.get(code)
                parent = row.code if row is not None else ""
            if row is not None and folded(Cell(row.label)) == label:
                self._keep(table, layout, line, cells, row, place)
            elif any(cells[at].text.strip() for at, _ in layout.values) or (code and code not in groups):
                self._strange(row, cells[layout.code].text, cells[layout.label].text, place)

    def _part(self, parent: str, label: str) -> FormRow | None:
        """The row without a code of its own under the row above."""
        own = (row for code, row in self.form.rows.items() if code.startswith(f"{parent}/")) if parent else iter(())
        return next((row for row in own if folded(Cell(row.label)) == label), None)

    def _keep(
        self, table: CellTable, layout: Layout, line: int, cells: Sequence[Cell], row: FormRow, place: Place
    ) -> None:
        aside = " ".join(cells[at].text for at in layout.bare if at < len(cells)).strip()
        if aside:
            self.findings.append(Finding("text-unmatched", replace(place, row=row.code), {"text": aside[:MOST_SHOWN]}))
        for at, unit in layout.values:
            rows = self.columns.setdefault(unit, {})
            if row.code in rows:
                self.findings.append(Finding("text-row-twice", replace(place, unit=unit, row=row.code)))
                continue
            cell = cells[at]
            rows[row.code] = PrintedRow(
                row.code,
                line,
                cell.text.strip(),
                "" if layout.remark is None else " ".join(cells[layout.remark].text.split()),
                unit="-" if layout.unit is None else cells[layout.unit].text.strip(),
                stored=cell.value,
                fault=cell.fault,
                table=0 if table.name else table.number,
                cell=f"{table.name}!{cell.at}" if cell.at else "",
            )

    def _strange(self, row: FormRow | None, code: str, label: str, place: Place) -> None:
        """A row that is no row of the form, or whose code and label do not belong together."""
        code, label = code.strip(), " ".join(label.split())[:MOST_SHOWN]
        wanted = fold(label).rstrip(".:;")
        named = next((one for one in self.form.rows.values() if folded(Cell(one.label)) == wanted), None)
        if row is not None:
            args = {"label": label, "form": row.label}
            self.findings.append(Finding("row-label-differs", replace(place, row=row.code), args))
        elif named is not None and "/" not in named.code:
            args = {"code": code, "label": label, "form": named.code}
            self.findings.append(Finding("row-code-differs", place, args))
        else:
            self.findings.append(Finding("text-unmatched", place, {"text": f"{code} {label}".strip()}))


def _grid(table: CellTable, form: Form | None, indicators: Mapping[str, Indicator]) -> Grid | None:
    """A table with a line for each unit, as texts that can be read in one way only; None for any other table."""
    known = Columns(form, indicators)
    headers = ([cell.text for cell in cells] for _, cells in table.rows[:MOST_ABOVE])
    start = next((at for at, texts in enumerate(headers) if is_wide(texts, known)), None)
    if start is None:
        return None
    rows = tuple((line, tuple(map(_text, cells))) for line, cells in table.rows)
    letters = tuple(cell.at.rstrip("0123456789") for cell in table.rows[start][1])
    filled = tuple(row for row in rows if any(text.strip() for text in row[1]))
    return Grid(filled, table.name, letters if all(letters) else ())


def _text(cell: Cell) -> str:
    value = cell.value
    if cell.fault:
        # Shown in a way that is no number, as Excel shows a date that cannot be.
        return cell.text if cell.text.startswith(("#", "=")) else f"#{cell.text}"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return value.isoformat()
    if value is None:
        return cell.text
    text = plain(value)
    # Three decimals could be thousands in a text; four cannot.
    text = f"{text}0" if len(text.partition(".")[2]) == 3 else text
    return f"{text}%" if cell.text.endswith("%") else text


def _goes_on(table: CellTable, layout: Layout, form: Form) -> bool:
    """Whether a table without headings continues the one before: as wide, and with a row of the form."""
    width = max((layout.code, layout.label, *(at for at, _ in layout.values), layout.remark or 0)) + 1
    codes = {fold(code): folded(Cell(row.label)) for code, row in form.rows.items()}
    return any(
        len(cells) >= width and codes.get(folded(cells[layout.code])) == folded(cells[layout.label])
        for _, cells in table.rows
    )


def _numbering(cells: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: '(1) (2) (3)', or 'A B 1 2'."""
    texts = [cell.text.strip() for cell in cells if cell.text.strip()]
    return len(texts) > 2 and all(_NUMBERED.fullmatch(text) for text in texts)


def _place(name: str, table: CellTable, line: int, cell: Cell) -> Place:
    if cell.at:
        return Place(name, line, cell=f"{table.name}!{cell.at}")
    return Place(name, line, table=table.number)


def _above(document: Tables, table: CellTable, layout: Layout) -> Iterator[tuple[int, str]]:
    """The text above the first row of a table: paragraphs of the document, then the rows of the table itself."""
    yield from (line for line in document.lines if not table.after or line[0] <= table.after)
    for line, cells in table.rows[: layout.first]:
        yield from ((line, cell.text) for cell in cells if cell.text.strip())


def _reports(document: Tables, found: _Found, indicators: Mapping[str, Indicator], alone: bool) -> Iterator[Report]:
    if not found.columns:
        yield Report(Place(found.name), "", findings=(*document.findings, *found.findings))
    # Of sheets for one unit each, those without a title are known by their names.
    title = title_of(found.above, found.form) or ("" if alone else found.title)
    year = year_in(found.above, found.form)
    # Of several units in one document nobody knows which the prose is about.
    several = len(found.columns) > 1 or "" not in found.columns
    said = tuple(claims(document.lines, found.form)) if alone and not several else ()
    for place, (unit, rows) in enumerate(found.columns.items()):
        noticed = [one for one in found.findings if one.place.unit in ("", unit)] if not place else [
            one for one in found.findings if one.place.unit == unit and unit
        ]  # fmt: skip
        own = [rows[code] for code in found.form.rows if code in rows]
        findings = noticed if place else (*document.findings, *noticed)
        if not several:
            # All that was noticed is about the one unit.
            findings = [replace(one, place=replace(one.place, unit=title)) for one in findings]
        sheet = Sheet(Place(found.name), unit if several else title, year, own, findings, said, True)
        yield as_report(sheet, found.form, indicators)
