"""The appendix in tables of cells: a row of the form is met by its code and its label together, never by one alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cchc_score.documents import Cell, CellTable, Tables
from cchc_score.findings import Finding, Place
from cchc_score.intake.folded_text import fold
from cchc_score.intake.form_rows import MOST_SHOWN, PrintedForm, PrintedRow, form_report
from cchc_score.intake.form_sections import FormSections
from cchc_score.intake.prose import find_prose_figures
from cchc_score.intake.report_titles import said_above, title_at, title_of, year_in
from cchc_score.intake.reports import Report
from cchc_score.intake.said_periods import SaidPeriod, said_in
from cchc_score.intake.said_units import said_units
from cchc_score.intake.table_layouts import TableLayout, find_table_layout, fold_cell, numbers_columns
from cchc_score.intake.table_pieces import TablePiece, only_headings, table_pieces, told_section
from cchc_score.intake.wide_table import from_wide, wide_table
from cchc_score.model import Form, FormRow, Indicator

MOST_HEAD = 10
"""A letterhead in a table has at most so many rows."""


def from_tables(
    document: Tables, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """One report, or one for each unit where a table has a row or a column for each; what is wrong is a finding."""
    document = _seen(document, name, form, indicators)
    # Table by table, for a workbook may hold a list of units beside the appendix of one of them.
    tables = [(table, wide_table(table, form, indicators)) for table in document.tables]
    lines = [
        report
        for _, wide in tables
        if wide is not None
        for report in from_wide(replace(wide, converted=document.converted), name, form, indicators, year)
    ]
    others = replace(document, tables=tuple(table for table, wide in tables if wide is None))
    found = [] if form is None else _appendices(others, name, form, year)
    # An appendix with findings alone is told by those; nothing at all must not pass for an empty report.
    if not lines and not any(appendix.columns or appendix.findings for appendix in found):
        absent = Finding("text-form-absent", Place(name))
        fault = absent if form is None else Finding("text-no-rows", Place(name), {"form": form.title})
        # That pages are pictures says why nothing of the form is on them.
        told = () if any(finding.code == "pdf-scan" for finding in document.findings) else (fault,)
        return (Report(Place(name), "", findings=(*document.findings, *told)),)
    if len(found) == 1 and not lines:
        return tuple(_reports(others, found[0], indicators, True))
    noticed = [Report(Place(name), "", findings=document.findings)] if document.findings else []
    alone = replace(others, findings=())
    return (
        *noticed,
        *lines,
        *(report for appendix in found for report in _reports(alone, appendix, indicators, len(found) == 1)),
    )


def _seen(document: Tables, name: str, form: Form | None, indicators: Mapping[str, Indicator]) -> Tables:
    """A document without its hidden sheets; a finding about each in which figures could stand."""
    hidden = [table for table in document.tables if table.hidden]
    if not hidden:
        return document
    told = [
        Finding("sheet-unread", Place(name, cell=table.name))
        for table in hidden
        if wide_table(table, form, indicators) is not None or (form and find_table_layout(table, form) is not None)
    ]
    findings = [one for one in document.findings if one.code != "sheet-hidden"]
    return replace(
        document, tables=tuple(table for table in document.tables if not table.hidden), findings=(*findings, *told)
    )


def _appendices(document: Tables, name: str, form: Form, year: int) -> "list[_Appendix]":
    """What the tables show of a form; where the first row comes again under headings, another appendix begins."""
    found: list[_Appendix] = []
    sections = FormSections(form)
    for piece, layout in _laid_out(document, form, sections, year):
        told = told_section(piece, layout, sections)
        begins = _begins(piece.table, layout, sections.rows.get(told.section, {}))
        # A table that only goes on begins nothing, whatever row it goes on with.
        if not found or ((layout.first or piece.before) and begins in found[-1].first_rows()):
            found.append(_Appendix(name, form, sections, list(_above(document, piece, layout)), piece.table.name))
        if told.fault:
            line = piece.table.rows[max(layout.first - 1, 0)][0]
            found[-1].findings.append(Finding(told.fault, piece.table.place(name, line, Cell()), told.args))
        else:
            found[-1].read(piece.table, layout, told.section)
    return found


def _laid_out(
    document: Tables, form: Form, sections: FormSections, year: int
) -> Iterator[tuple[TablePiece, TableLayout]]:
    """The tables, and the parts of tables, in which rows of the form may stand, each with its columns."""
    layout = here = None
    for piece in table_pieces(document, form, sections):
        if not piece.before:
            here = None
        own = find_table_layout(piece.table, form, year)
        # Under a title within its table, or in a table that goes on as after a page, headings need not be repeated.
        if own is None and here is not None:
            own = replace(here, first=0)
        elif own is None and layout is not None and _goes_on(piece.table, layout, sections):
            own = replace(layout, first=0)
        if own is not None:
            layout = here = own
            # Of several tables one heading may stand above them all.
            if not form.sections or not only_headings(piece, own):
                yield piece, own


def _begins(table: CellTable, layout: TableLayout, rows: Mapping[str, FormRow]) -> str:
    """The code of the first row in a table that is one of some rows of the form."""
    codes = {fold(row.printed_code): code for code, row in rows.items()}
    return next(
        (codes[code] for _, cells in table.rows[layout.first :] if (code := fold_cell(cells[layout.code])) in codes), ""
    )


@dataclass(slots=True)
class _Appendix:
    """One appendix while its tables are read: the rows of each unit, what stood above the table, what was noticed."""

    name: str
    form: Form
    sections: FormSections
    above: Sequence[tuple[int, str]]
    title: str = ""
    periods: list[SaidPeriod] = field(default_factory=list)
    columns: dict[str, dict[str, PrintedRow]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    parent: str = ""
    """The row under which a part without a code of its own belongs: a page may break between the two."""

    def first_rows(self) -> set[str]:
        """The first row that was read of each unit in each table of the form."""
        firsts: dict[tuple[str, str], str] = {}
        for unit, rows in self.columns.items():
            for code in rows:
                firsts.setdefault((unit, self.form.rows[code].section), code)
        return set(firsts.values())

    def read(self, table: CellTable, layout: TableLayout, section: str) -> None:
        """The rows of one table, which is the form's only one ('') or the one of that name."""
        # Which of the columns is meant decides over every figure: none is taken.
        if layout.unclear:
            place = table.place(self.name, table.rows[layout.first - 1][0], Cell())
            self.findings.append(Finding("columns-unclear", place, {"columns": layout.unclear}))
            return
        self.periods += said_in(((0, text) for text in layout.said), "heading")
        own = self.sections.rows[section]
        codes = {fold(row.printed_code): row for code, row in own.items() if "/" not in code}
        groups = {fold(group) for group in self.form.groups}
        if self.parent not in own:
            self.parent = ""
        for line, cells in table.rows[layout.first :]:
            # Such rows have no figures, though what stands in them looks like codes and values.
            if (
                layout.repeats_headings(cells)
                or numbers_columns(cells)
                or self.sections.heads(cell.text for cell in cells)
            ):
                continue
            code, label = fold_cell(cells[layout.code]), fold_cell(cells[layout.label])
            place = table.place(self.name, line, cells[layout.code])
            # A part has no code of its own; the word 'Trong đó' before it may stand in the column of codes.
            if not code or code in groups:
                row = self._part(label)
            else:
                row = codes.get(code)
                # Under a row that is unknown parts belong to nobody, and not to the row before it.
                self.parent = row.code if row is not None else ""
            if row is not None and fold_cell(Cell(row.label)) == label:
                self._keep(table, layout, line, cells, row, place)
            # A row without code and value is a title, a space or a signature: only what could be a lost figure is told.
            elif any(cells[at].text.strip() for at, _ in layout.values) or (code and code not in groups):
                self._strange(row, cells[layout.code].text, cells[layout.label].text, place, own)

    def _part(self, label: str) -> FormRow | None:
        """The row without a code of its own under the row above."""
        if not self.parent:
            return None
        own = (row for code, row in self.form.rows.items() if code.startswith(f"{self.parent}/"))
        return next((row for row in own if fold_cell(Cell(row.label)) == label), None)

    def _keep(
        self, table: CellTable, layout: TableLayout, line: int, cells: Sequence[Cell], row: FormRow, place: Place
    ) -> None:
        # A value typed beside its column stands under no heading; told, so that it is not lost in silence.
        aside = " ".join(cells[at].text for at in layout.bare if at < len(cells)).strip()
        if aside:
            self.findings.append(Finding("text-unmatched", replace(place, row=row.code), {"text": aside[:MOST_SHOWN]}))
        for at, unit in layout.values:
            rows = self.columns.setdefault(unit, {})
            cell = cells[at]
            hidden = rows.get(row.code)
            # What people see counts, and not what somebody hid before it.
            if hidden is not None and hidden.fault == "cell-hidden" and not cell.hidden:
                del rows[row.code]
                args = {"text": hidden.value[:MOST_SHOWN]}
                self.findings.append(Finding("row-hidden", hidden.origin(self.name).place(unit), args))
            # The first is kept, and which of the two is right is for a person to say.
            if row.code in rows:
                self.findings.append(Finding("text-row-twice", replace(place, unit=unit, row=row.code)))
                continue
            if cell.merged and rows:
                self._share(rows, cell.merged)
            where = table.place(self.name, line, cell)
            rows[row.code] = PrintedRow(
                row=row.code,
                line=line,
                value=cell.text.strip() or cell.merged,
                remark="" if layout.remark is None else " ".join(cells[layout.remark].text.split()),
                # A table without such a column has not forgotten the unit of measure of each row.
                unit="-" if layout.unit is None else cells[layout.unit].text.strip(),
                stored=cell.value,
                fault=cell.fault or _unseen(cell),
                table=0 if table.name else where.table,
                cell=where.cell,
                page=where.page,
            )

    def _share(self, rows: dict[str, PrintedRow], text: str) -> None:
        """Take the figure from the row above, whose cell is merged with that of the row to come."""
        code, above = next(reversed(rows.items()))
        # Of which of the two rows it is nobody can tell.
        if above.value == text:
            rows[code] = replace(above, fault=above.fault or "cell-merged")

    def _strange(self, row: FormRow | None, code: str, label: str, place: Place, rows: Mapping[str, FormRow]) -> None:
        """A row that is no row of the form, or whose code and label do not belong together."""
        code, label = code.strip(), " ".join(label.split())[:MOST_SHOWN]
        wanted = fold(label).rstrip(".:;")
        named = next((spec for spec in rows.values() if fold_cell(Cell(spec.label)) == wanted), None)
        # By the code first, for labels are too alike to say which row was meant.
        if row is not None:
            args = {"label": label, "form": row.label}
            self.findings.append(Finding("row-label-differs", replace(place, row=row.code), args))
        elif named is not None and "/" not in named.code:
            args = {"code": code, "label": label, "form": named.printed_code}
            self.findings.append(Finding("row-code-differs", place, args))
        else:
            self.findings.append(Finding("text-unmatched", place, {"text": f"{code} {label}".strip()}))


def _goes_on(table: CellTable, layout: TableLayout, sections: FormSections) -> bool:
    """Whether a table without headings continues the one before: as wide, and with a row of the form."""
    # One row of the form is enough, for others may be headings or notes; but in a narrower table the columns differ.
    width = max((layout.code, layout.label, *(at for at, _ in layout.values), layout.remark or 0)) + 1
    keys = set().union(*sections.keys.values())
    return any(
        len(cells) >= width and (fold_cell(cells[layout.code]), fold_cell(cells[layout.label])) in keys
        for _, cells in table.rows
    )


def _unseen(cell: Cell) -> str:
    """The code of the finding about a value that stands in another row's cell, or that nobody sees; or ''."""
    if cell.merged:
        return "cell-merged"
    return "cell-hidden" if cell.hidden and cell.text.strip() else ""


def _above(document: Tables, piece: TablePiece, layout: TableLayout) -> Iterator[tuple[int, str]]:
    """The text above the first row of a table: paragraphs of the document, then the rows of the table itself."""
    after = piece.table.after
    yield from (line for line in document.lines if not after or line[0] <= after)
    for line, cells in (*piece.before, *piece.table.rows[: layout.first]):
        yield from ((line, cell.text) for cell in cells if cell.text.strip())


def _before_title(document: Tables, found: _Appendix) -> list[tuple[int, str]]:
    """The paragraphs above the title, after the cells of what stands above them all, which is the letterhead."""
    form = found.form
    head = [
        (line, cell.text)
        for table in document.tables[:1]
        if find_table_layout(table, form) is None
        for line, cells in table.rows[:MOST_HEAD]
        for cell in cells
    ]
    # A workbook has no paragraphs: letterhead and prose stand in the rows of the sheet itself.
    paragraphs = [line for line in document.lines or found.above if line[1].strip()]
    return [*head, *paragraphs[: title_at(paragraphs, form)]]


def _reports(document: Tables, found: _Appendix, indicators: Mapping[str, Indicator], alone: bool) -> Iterator[Report]:
    if not found.columns:
        yield Report(Place(found.name), "", findings=(*document.findings, *found.findings))
    # Of sheets for one unit each, those without a title are known by their names.
    title = title_of(found.above, found.form) or ("" if alone else found.title)
    year = year_in(found.above, found.form)
    # Of several units in one document nobody knows which the prose is about.
    several = len(found.columns) > 1 or "" not in found.columns
    said = tuple(find_prose_figures(document.lines, found.form)) if alone and not several else ()
    periods = (*said_above(found.above, found.form), *dict.fromkeys(found.periods))
    units = () if several or not alone else said_units(_before_title(document, found))
    for index, (unit, rows) in enumerate(found.columns.items()):
        # What is about no unit in particular is said once, in the report on the first of them.
        about = {"", unit} if index == 0 else {unit} - {""}
        findings = [finding for finding in found.findings if finding.place.unit in about]
        own = [rows[code] for code in found.form.rows if code in rows]
        if index == 0:
            findings = [*document.findings, *findings]
        if not several:
            # All that was noticed is about the one unit.
            findings = [replace(finding, place=replace(finding.place, unit=title)) for finding in findings]
        printed = PrintedForm(
            place=Place(found.name),
            unit=unit if several else title,
            year=year,
            rows=own,
            findings=findings,
            prose_figures=said,
            paragraphs=True,
            periods=periods,
            units=units,
        )
        yield form_report(printed, found.form, indicators)
