"""An appendix in a workbook of any kind, filled in in any manner: the right figure at the right row, or a mark."""

from fractions import Fraction as F

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from cchc_score.builtin.readers import READERS
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from cchc_score.model import Unit
from cchc_score.schemes.form_file import read_form
from tests.intake.appendix_variants import VALUES, VARIANTS, variant
from tests.intake.variant_files import TEXT_KINDS, can_be, written
from tests.other_workbooks import book, spot
from tests.running import ROOT
from tests.workbooks import saved

KINDS = ("xlsx", "xls", "ods", "xlsb")
READ = {reader.name: reader.read for reader in READERS}
UNITS = (Unit("15865", "Xã Hoằng Cát", "xã"), Unit("15868", "Xã Hoằng Quý", "xã"))
PLACE = ROOT / "scoring_rules" / "forms" / "phu-luc-01b-2023.toml"


@pytest.fixture(scope="module")
def form(registry):
    return read_form(PLACE.read_bytes(), PLACE.name, registry.indicators)


def workbook(sheet):
    """The sheet as an .xlsx."""
    made = Workbook()
    page = made.active
    page.title = "PL01"
    for row in sheet.grid:
        page.append(row)
    for cell, code in sheet.formats.items():
        page[cell].number_format = code
    for cell in sheet.struck:
        page[cell].font = Font(strike=True)
    for cells in sheet.merged:
        page.merge_cells(cells)
    for line in sheet.hidden_rows:
        page.row_dimensions[line].hidden = True
    for column in sheet.hidden_columns:
        page.column_dimensions["ABCDEFGH"[column - 1]].hidden = True
    if sheet.hidden:
        made.create_sheet("Khác")
        page.sheet_state = "hidden"
    return saved(made)


def file_of(kind, sheet):
    """The sheet as a workbook of a kind."""
    if kind == "xlsx":
        return workbook(sheet)
    return book(
        kind, sheet.grid, formats=sheet.formats, struck=sheet.struck, merged=sheet.merged,
        hidden_rows=sheet.hidden_rows, hidden_columns=sheet.hidden_columns, hidden=sheet.hidden,
    )  # fmt: skip


def year_of(kind, data, form, registry):
    """The year that a file makes; figures of a PDF are drafts, which somebody has accepted here."""
    document = READ[{"txt": "text"}.get(kind, kind)](data, f"bao-cao.{kind}")
    return joined(document, kind, form, registry)


def joined(document, kind, form, registry):
    """The year that a document makes."""
    reports = reports_of(document, f"bao-cao.{kind}", form, registry.indicators, 2023)
    return join(reports, UNITS, 2023, form, registry.indicators, accept_drafts=True)


def truth(form, registry):
    """What the clean sheet says, by the row's code: its indicator and the fact."""
    found = {}
    for code, value in VALUES.items():
        row = form.rows[code]
        indicator = registry.indicators[row.indicator]
        fact = F(str(value))
        if row.legend:
            answer = next(entry.option for entry in row.legend if entry.number == value)
            fact = answer == "yes" if indicator.kind == "yes_no" else answer
        found[code] = (indicator.code, fact)
    return found


def faults(sheet, gathered, form, registry, places=None):
    """What is wrong and carries no mark: a figure that is not the page's, or one that is lost without a word.

    `places` are the lines of the rows in a file that has no cells.
    """
    table = gathered.table
    by_row = {finding.place.row for finding in gathered.findings if finding.severity != "note"}
    noted = {finding.place.row for finding in gathered.findings}
    lines = {
        spot(cell)[0] for finding in gathered.findings if (cell := finding.place.cell.rpartition("!")[2]).isalnum()
    }
    if places is not None:
        told = {finding.place.line for finding in gathered.findings}
        lines = {sheet.codes[code] for code, line in places.items() if line in told}
    absent = {
        row for finding in gathered.findings if finding.code == "text-rows-absent" for row in finding.args["rows"]
    }
    whole = any(finding.severity == "error" and not finding.place.row for finding in gathered.findings)
    units = {unit.code: row for row, unit in enumerate(table.units)}
    for code, (indicator, fact) in truth(form, registry).items():
        row = units["15865"]
        known = table.known(row, indicator)
        marked = (row, indicator) in table.doubts or code in by_row
        if known and (sheet.other or code in sheet.unsaid or table.value(row, indicator) != fact) and not marked:
            yield code, "wrong", table.value(row, indicator)
        if not known and not (code in noted or sheet.codes[code] in lines or code in absent or whole):
            yield code, "lost", None
    for code in table.columns:
        if table.known(units["15868"], code) and table.value(units["15868"], code) != sheet.second and not whole:
            yield code, "of another unit", table.value(units["15868"], code)


def test_there_are_at_least_sixty_manners():
    assert len(VARIANTS) >= 60


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", VARIANTS)
def test_no_figure_is_wrong_or_lost_without_a_mark(kind, name, form, registry):
    sheet = variant(name)
    gathered = year_of(kind, file_of(kind, sheet), form, registry)
    assert list(faults(sheet, gathered, form, registry)) == []


TEXT_VARIANTS = [(kind, name) for kind in TEXT_KINDS for name in VARIANTS if can_be(kind, variant(name))]


def test_there_are_at_least_sixty_manners_of_each_kind():
    assert all(sum(own == kind for own, _ in TEXT_VARIANTS) >= 60 for kind in TEXT_KINDS)


@pytest.mark.full
@pytest.mark.parametrize(("kind", "name"), TEXT_VARIANTS)
def test_no_figure_of_a_text_is_wrong_or_lost_without_a_mark(kind, name, form, registry):
    sheet = variant(name)
    data, places = written(kind, sheet)
    gathered = year_of(kind, data, form, registry)
    assert list(faults(sheet, gathered, form, registry, places)) == []


REFUSED = {"two years side by side", "hidden figures of another year"}
"""Manners in which a person sees which column is meant, and the program says that it does not."""
PLAIN = [name for name in VARIANTS if not (variant(name).unsaid or variant(name).other or name in REFUSED)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", PLAIN)
def test_what_a_person_can_read_is_read(kind, name, form, registry):
    sheet = variant(name)
    table = year_of(kind, file_of(kind, sheet), form, registry).table
    wanted = truth(form, registry)
    assert {code: table.value(0, code) for code, _ in wanted.values() if table.known(0, code)} == dict(wanted.values())
