"""One appendix while its tables are read: a row is met by its code and its label together, or as the form says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cchc_score.documents import Cell, CellTable
from cchc_score.findings import Finding, Place
from cchc_score.intake.figure_columns import FoundColumns, find_columns
from cchc_score.intake.folded_text import fold
from cchc_score.intake.form_rows import MOST_SHOWN, PrintedRow
from cchc_score.intake.form_sections import FormSections
from cchc_score.intake.label_rows import SIGNS, LabelRows, label_key
from cchc_score.intake.line_tables import LineLayout, TableLines, first_name
from cchc_score.intake.report_titles import code_line
from cchc_score.intake.said_periods import SaidPeriod, said_in
from cchc_score.intake.table_layouts import TableLayout, fold_cell, numbers_columns, value_headings
from cchc_score.model import Form, FormRow


@dataclass(slots=True)
class Appendix:
    """The rows of each unit that were read so far, what stood above the table, and what was noticed.

    `year` is the one that is scored.
    """

    name: str
    form: Form
    sections: FormSections
    above: Sequence[tuple[int, str]]
    title: str = ""
    year: int = 0
    periods: list[SaidPeriod] = field(default_factory=list)
    columns: dict[str, dict[str, PrintedRow]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    labels: tuple[str, LabelRows] | None = None
    """The rows of the table read last that have no codes: a page may break between them and the row above."""
    lines: dict[str, TableLines] = field(default_factory=dict)
    """The tables of lines by their names in the form."""

    def first_rows(self) -> set[str]:
        """The first printed row that was read of each unit in each table of the form."""
        firsts: dict[tuple[str, str], str] = {}
        for unit, rows in self.columns.items():
            for code in rows:
                row = self.form.rows[code]
                firsts.setdefault((unit, row.section), row.line_code)
        return set(firsts.values())

    def read(self, table: CellTable, layout: TableLayout, section: str) -> None:
        """The rows of one table, which is the form's only one ('') or the one of that name."""
        if self.sections.tables[section].figures:
            layout = self._with_figures(table, layout, section)
        # Which of the columns is meant decides over every figure: none is taken.
        if layout.unclear:
            args = {"columns": layout.unclear}
            self.findings.append(Finding("columns-unclear", self._heading(table, layout), args))
            return
        named = tuple(unit for _, unit in layout.values if unit)
        # Where the paper says which unit it is of, no column is of another one.
        if named and layout.figures is None and code_line(self.above, "")[0]:
            args = {"headings": named, "columns": value_headings(self.form)}
            self.findings.append(Finding("figures-heading", self._heading(table, layout), args))
            return
        self.periods += said_in(((0, text) for text in layout.said), "heading")
        rows = _Rows(self, table, layout, section)
        for line, cells in table.rows[layout.first :]:
            # Such rows have no figures, though what stands in them looks like codes and values.
            if not (
                layout.repeats_headings(cells)
                or numbers_columns(cells)
                or self.sections.heads(cell.text for cell in cells)
            ):
                rows.read(line, cells)

    def begins_again(self, table: CellTable, layout: LineLayout) -> bool:
        """Whether a table of lines begins with the line with which the same one has begun."""
        read = self.lines.get(layout.section.name)
        return read is not None and first_name(table, layout) == first_name(*read.tables[0])

    def read_lines(self, table: CellTable, layout: LineLayout, goes_on: bool) -> None:
        """The lines of one table, which goes on with the one before or not."""
        self.lines.setdefault(layout.section.name, TableLines(layout.section)).read(table, layout, goes_on)
        row = layout.section.name
        if layout.first:
            self._tell_columns(layout.columns, replace(self._heading(table, layout), row=row))

    def labels_of(self, section: str) -> LabelRows:
        """The rows without codes of a table, as far as they have been read."""
        if self.labels is None or self.labels[0] != section:
            rows = {code: rows[0] for code, rows in self.sections.lines[section].items()}
            self.labels = section, LabelRows(rows, self.sections.tables[section].coded)
        return self.labels[1]

    def _heading(self, table: CellTable, layout: TableLayout | LineLayout) -> Place:
        return table.place(self.name, table.rows[max(layout.first - 1, 0)][0], Cell())

    def _with_figures(self, table: CellTable, layout: TableLayout, section: str) -> TableLayout:
        """The layout with the columns of figures that the form names; what is wrong with them is told."""
        found = find_columns(layout.paths, self.sections.tables[section].figures, self.year)
        place = self._heading(table, layout)
        # A table that goes on has no headings of its own, in which something could be wrong.
        if layout.first and any(self.sections.has(section, layout.key(cells)) for _, cells in table.rows):
            self._tell_columns(found, place)
        return replace(layout, values=(), unclear=(), said=(), figures=found.columns)

    def _tell_columns(self, found: FoundColumns, place: Place) -> None:
        for name in found.absent:
            self.findings.append(Finding("figures-column-absent", place, {"column": name}))
        for name, headings in found.unclear.items():
            self.findings.append(Finding("figures-column-unclear", place, {"column": name, "headings": headings}))


class _Rows:
    """The rows of one table of the form, as one table of a document prints them."""

    def __init__(self, appendix: Appendix, table: CellTable, layout: TableLayout, section: str) -> None:
        self.appendix, self.table, self.layout = appendix, table, layout
        self.lines: Mapping[str, Sequence[FormRow]] = appendix.sections.lines[section]
        self.coded = appendix.sections.tables[section].coded
        self.codes = {fold(rows[0].printed_code): code for code, rows in self.lines.items() if "/" not in code}
        self.groups = {fold(group) for group in appendix.form.groups}
        self.labels = appendix.labels_of(section)

    def read(self, line: int, cells: Sequence[Cell]) -> None:
        """Keep the figures of one row, or tell that they are of no row of the form."""
        code, label = self.layout.key(cells)
        place = self.table.place(self.appendix.name, line, self.layout.code_cell(cells))
        # A part has no code of its own; the word 'Trong đó' or a dash before it may stand in the column of codes.
        bare = not self.coded or not code.strip(SIGNS) or code in self.groups
        met = self._by_label(label) if bare else self._by_code(code)
        rows = self.lines.get(met, ())
        if rows and (bare or fold_cell(Cell(rows[0].label)) == label):
            self._keep(line, cells, rows, place)
        # A row without code and value is a title, a space or a signature: only what could be a lost figure is told.
        elif any(cells[at].text.strip() for at in self.layout.places) or not bare:
            self._strange(rows, self.layout.code_cell(cells).text, cells[self.layout.label].text, place)

    def _by_code(self, code: str) -> str:
        # Under a row that is unknown parts belong to nobody, and not to the row before it.
        self.labels.last = self.codes.get(code, "")
        return self.labels.last

    def _by_label(self, label: str) -> str:
        met = self.labels.meet(label)
        if not met and label and label not in self.groups:
            self.labels.lose()
        return met

    def _keep(self, line: int, cells: Sequence[Cell], rows: Sequence[FormRow], place: Place) -> None:
        # A value typed beside its column stands under no heading; told, so that it is not lost in silence.
        aside = " ".join(cells[at].text for at in self.layout.bare if at < len(cells)).strip()
        if aside:
            told = replace(place, row=rows[0].line_code)
            self.appendix.findings.append(Finding("text-unmatched", told, {"text": aside[:MOST_SHOWN]}))
        for at, unit, row in self._figures(rows):
            self._keep_figure(line, cells, at, unit, row, place)

    def _figures(self, rows: Sequence[FormRow]) -> Iterator[tuple[int | None, str, FormRow]]:
        """The columns, units and rows of the form for which a printed row has cells."""
        if self.layout.figures is None:
            yield from ((at, unit, rows[0]) for at, unit in self.layout.values)
            return
        for row in rows:
            # Nothing is taken from a row that names no column, but it is there.
            if not row.column:
                yield None, "", row
            elif row.column in self.layout.figures:
                yield self.layout.figures[row.column], "", row

    def _keep_figure(
        self, line: int, cells: Sequence[Cell], at: int | None, unit: str, row: FormRow, place: Place
    ) -> None:
        found = self.appendix.columns.setdefault(unit, {})
        cell = Cell() if at is None else cells[at]
        hidden = found.get(row.code)
        # What people see counts, and not what somebody hid before it.
        if hidden is not None and hidden.fault == "cell-hidden" and not cell.hidden:
            del found[row.code]
            args = {"text": hidden.value[:MOST_SHOWN]}
            self.appendix.findings.append(Finding("row-hidden", hidden.origin(self.appendix.name).place(unit), args))
        # The first is kept, and which of the two is right is for a person to say.
        if row.code in found:
            self.appendix.findings.append(Finding("text-row-twice", replace(place, unit=unit, row=row.code)))
            return
        if cell.merged and found:
            self._share(found, cell.merged, row.column)
        layout, where = self.layout, self.table.place(self.appendix.name, line, cell)
        found[row.code] = PrintedRow(
            row=row.code,
            line=line,
            value=cell.text.strip() or cell.merged,
            remark="" if layout.remark is None else " ".join(cells[layout.remark].text.split()),
            # A table without such a column has not forgotten the unit of measure of each row.
            unit="-" if layout.unit is None else cells[layout.unit].text.strip(),
            stored=cell.value,
            fault=cell.fault or unseen(cell),
            table=0 if self.table.name else where.table,
            cell=where.cell,
            page=where.page,
            paragraph=where.paragraph,
        )

    def _share(self, rows: dict[str, PrintedRow], text: str, column: str) -> None:
        """Take the figure from the row above, whose cell is merged with that of the row to come."""
        form = self.appendix.form
        code = next((code for code in reversed(rows) if form.rows[code].column == column), None)
        # Of which of the two rows it is nobody can tell.
        if code is not None and rows[code].value == text:
            rows[code] = replace(rows[code], fault=rows[code].fault or "cell-merged")

    def _strange(self, rows: Sequence[FormRow], code: str, label: str, place: Place) -> None:
        """A row that is no row of the form, or whose code and label do not belong together."""
        code, label = code.strip(), " ".join(label.split())[:MOST_SHOWN]
        named = next((own[0] for own in self.lines.values() if label_key(own[0].label) == label_key(label)), None)
        # By the code first, for labels are too alike to say which row was meant.
        if rows:
            args = {"label": label, "form": rows[0].label}
            finding = Finding("row-label-differs", replace(place, row=rows[0].line_code), args)
        elif self.coded and named is not None and "/" not in named.code:
            args = {"code": code, "label": label, "form": named.printed_code}
            finding = Finding("row-code-differs", place, args)
        else:
            finding = Finding("text-unmatched", place, {"text": f"{code} {label}".strip()})
        self.appendix.findings.append(finding)


def unseen(cell: Cell) -> str:
    """The code of the finding about a value that stands in another row's cell, or that nobody sees; or ''."""
    if cell.merged:
        return "cell-merged"
    return "cell-hidden" if cell.hidden and cell.text.strip() else ""
