"""The appendix in tables of cells: a row of the form is met by its code and its label together, never by one alone."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cchc_score.documents import Cell, CellTable, Tables
from cchc_score.findings import Finding, Place
from cchc_score.intake.appendix import Appendix
from cchc_score.intake.folded_text import fold
from cchc_score.intake.form_rows import PrintedForm, form_report
from cchc_score.intake.form_sections import FormSections
from cchc_score.intake.label_rows import LabelRows
from cchc_score.intake.line_sums import LineFigures, LineSums
from cchc_score.intake.line_tables import LineLayouts, line_layouts
from cchc_score.intake.prose import find_prose_figures
from cchc_score.intake.report_titles import code_line, said_above, title_at, title_of, year_in
from cchc_score.intake.reports import Report
from cchc_score.intake.said_units import said_units
from cchc_score.intake.table_layouts import TableLayout, find_table_layout
from cchc_score.intake.table_pieces import (
    TablePiece,
    only_headings,
    stands_alone,
    table_pieces,
    told_lines,
    told_section,
)
from cchc_score.intake.wide_table import from_wide, wide_table
from cchc_score.model import Form, FormSection, Indicator

MOST_HEAD = 10
"""A letterhead in a table has at most so many rows."""


def appendix_reports(
    document: Tables, name: str, form: Form | None, indicators: Mapping[str, Indicator], year: int
) -> tuple[Report, ...]:
    """The reports in the appendices and in the tables of many units of a document."""
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
    if not lines and not any(appendix.columns or appendix.findings or appendix.lines for appendix in found):
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


def _appendices(document: Tables, name: str, form: Form, year: int) -> list[Appendix]:
    """What the tables show of a form; where the first row comes again under headings, another appendix begins."""
    found: list[Appendix] = []
    sections = FormSections(form)
    for piece, layout in _laid_out(document, form, sections, year):
        if isinstance(layout, LineLayouts):
            told = told_lines(piece, layout, sections)
        else:
            told = told_section(piece, layout, sections)
        if not found or _begins_again(found[-1], piece, layout, told.section):
            above = list(_above(document, piece, layout, sections.tables.get(told.section)))
            found.append(
                Appendix(name=name, form=form, sections=sections, above=above, title=piece.table.name, year=year)
            )
        if told.fault:
            line = piece.table.rows[max(layout.first - 1, 0)][0]
            found[-1].findings.append(Finding(told.fault, piece.table.place(name, line, Cell()), told.args))
        elif isinstance(layout, LineLayouts):
            found[-1].read_lines(piece.table, layout.of(told.section), layout.goes_on)
        else:
            found[-1].read(piece.table, layout, told.section)
    return found


def _begins_again(appendix: Appendix, piece: TablePiece, layout: TableLayout | LineLayouts, section: str) -> bool:
    """Whether a piece begins another appendix: under headings, with the row with which a table of this one began."""
    # A table that only goes on begins nothing, whatever row it goes on with.
    if not layout.first and not piece.before:
        return False
    if isinstance(layout, LineLayouts):
        return bool(section) and not layout.goes_on and appendix.begins_again(piece.table, layout.of(section))
    return _begins(piece.table, layout, appendix.sections, section) in appendix.first_rows()


def _laid_out(
    document: Tables, form: Form, sections: FormSections, year: int
) -> Iterator[tuple[TablePiece, TableLayout | LineLayouts]]:
    """The tables, and the parts of tables, in which rows of the form may stand, each with its columns."""
    layout = here = None
    above: LineLayouts | None = None
    for piece in table_pieces(document, form, sections):
        if not piece.before:
            here = None
        lines = _line_layouts(piece, above, form, year)
        own = find_table_layout(piece.table, form, year) if lines is None else None
        if own is None and above is not None and lines is None:
            lines = _more_lines(piece, above)
        above = lines
        if lines is not None:
            here = None
            yield piece, lines
            continue
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


def _line_layouts(piece: TablePiece, above: LineLayouts | None, form: Form, year: int) -> LineLayouts | None:
    """The columns of a table of lines under headings; right below one of the same columns it goes on with that."""
    layouts = tuple(line_layouts(piece.table, form, year))
    if not layouts:
        return None
    same = above is not None and [one.columns for one in above.layouts] == [one.columns for one in layouts]
    return LineLayouts(layouts, same and not stands_alone(piece, layouts[0].start))


def _more_lines(piece: TablePiece, above: LineLayouts) -> LineLayouts | None:
    """The columns of a table without headings that is as wide as the table of lines right above it."""
    if stands_alone(piece, 0) or not all(len(cells) == above.layouts[0].width for _, cells in piece.table.rows):
        return None
    return LineLayouts(tuple(replace(one, start=0, first=0) for one in above.layouts), True)


def _begins(table: CellTable, layout: TableLayout, sections: FormSections, section: str) -> str:
    """The printed row of a table of the form with which one in a document begins, by its code."""
    lines = sections.lines.get(section, {})
    if section in sections.tables and not sections.tables[section].coded:
        labels = LabelRows({code: rows[0] for code, rows in lines.items()}, coded=False)
        met = (labels.meet(cells[layout.label].text) for _, cells in table.rows[layout.first :])
        return next(filter(None, met), "")
    codes = {fold(rows[0].printed_code): code for code, rows in lines.items()}
    return next((codes[code] for _, cells in table.rows[layout.first :] if (code := layout.key(cells)[0]) in codes), "")


def _goes_on(table: CellTable, layout: TableLayout, sections: FormSections) -> bool:
    """Whether a table without headings continues the one before: as wide, and with a row of the form."""
    # One row of the form is enough, for others may be headings or notes; but in a narrower table the columns differ.
    width = max((layout.code or 0, layout.label, *layout.places, layout.remark or 0)) + 1
    return any(
        len(cells) >= width
        and any(
            sections.has(name, layout.key(cells)) or sections.is_part(name, layout.key(cells)) for name in sections.rows
        )
        for _, cells in table.rows
    )


def _above(
    document: Tables, piece: TablePiece, layout: TableLayout | LineLayouts, table: FormSection | None
) -> Iterator[tuple[int, str]]:
    """The text above the first row of a table: paragraphs of the document, then the rows of the table itself."""
    after = piece.table.after
    yield from (line for line in document.lines if not after or line[0] <= after)
    # Of what its columns of figures are about the form knows more than a title.
    lines = isinstance(layout, LineLayouts)
    end = min(layout.start, layout.first) if lines or (table is not None and table.figures) else layout.first
    for line, cells in (*piece.before, *piece.table.rows[:end]):
        yield from ((line, cell.text) for cell in cells if cell.text.strip())
    if not isinstance(layout, LineLayouts):
        yield from ((line, cells[layout.label].text) for line, cells in piece.table.rows[end : layout.first])


def _before_title(document: Tables, found: Appendix) -> list[tuple[int, str]]:
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


def _reports(document: Tables, found: Appendix, indicators: Mapping[str, Indicator], alone: bool) -> Iterator[Report]:
    if not found.columns and not found.lines:
        yield Report(Place(found.name), "", findings=(*document.findings, *found.findings))
        return
    # Of sheets for one unit each, those without a title are known by their names.
    title = title_of(found.above, found.form) or ("" if alone else found.title)
    code, name = code_line(found.above, title)
    year = year_in(found.above, found.form)
    columns = found.columns or {"": {}}
    # Of several units in one document nobody knows which the prose is about.
    several = len(columns) > 1 or "" not in columns
    said = tuple(find_prose_figures(document.lines, found.form)) if alone and not several else ()
    periods = (*said_above(found.above, found.form), *dict.fromkeys(found.periods))
    units = () if several or not alone else said_units(_before_title(document, found))
    summed = [] if several else list(_line_figures(found, indicators))
    for index, (unit, rows) in enumerate(columns.items()):
        # What is about no unit in particular is said once, in the report on the first of them.
        about = {"", unit} if index == 0 else {unit} - {""}
        findings = [finding for finding in found.findings if finding.place.unit in about]
        findings += [finding for figures in summed for finding in figures.findings]
        own = {**rows, **{row.row: row for figures in summed for row in figures.rows}}
        if index == 0:
            findings = [*document.findings, *findings]
        if not several:
            # All that was noticed is about the one unit.
            findings = [replace(finding, place=replace(finding.place, unit=title)) for finding in findings]
        printed = PrintedForm(
            place=Place(found.name),
            unit=unit if several else title,
            year=year,
            rows=[own[code] for code in found.form.rows if code in own],
            findings=findings,
            prose_figures=said,
            paragraphs=not document.text,
            periods=periods,
            units=units,
            doubts=[doubt for figures in summed for doubt in figures.doubts],
            items=[item for figures in summed for item in figures.items],
        )
        report = form_report(printed, found.form, indicators)
        yield report if several or not code else replace(report, unit=code, name=name)


def _line_figures(found: Appendix, indicators: Mapping[str, Indicator]) -> Iterator[LineFigures]:
    """What the tables of lines give."""
    for name, lines in found.lines.items():
        rows = list(found.sections.rows[name].values())
        yield LineSums(found.name, lines, rows, indicators).figures()
