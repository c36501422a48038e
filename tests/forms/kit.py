"""Years with forms for tests: written as files, filled as people do, and read again as the year reads them."""

import io
from fractions import Fraction
from functools import cache

import openpyxl

from cchc_score.appraisal.appraisal_model import Claim, Evidence
from cchc_score.appraisal.self_score_tables import from_work_tables
from cchc_score.appraisal.work_context import work_context
from cchc_score.builtin.readers import read_csv_grid, read_docx, read_xlsx
from cchc_score.engine import score
from cchc_score.facts import Origin, table
from cchc_score.forms.commune_book import commune_books
from cchc_score.forms.commune_plan import EVIDENCE, EXPLANATION, POINTS, CommunePlan
from cchc_score.forms.figure_tables import cell_value
from cchc_score.forms.form_files import plain_file
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import FormRow, Outcome, Unit
from cchc_score.results.form_year import FormYear
from cchc_score.sheet import HandMark
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.request import Request

READERS = {"xlsx": read_xlsx, "docx": read_docx, "csv": read_csv_grid}
UNIT = Unit("M01", "Xã Mẫu 01", "xã")
OTHER = Unit("M02", "Xã Mẫu 02", "xã")


@cache
def rules(scheme):
    """The rules of a scheme that comes with the program."""
    return FolderSource(Request((), scheme=scheme)).rules()


def form_year(scheme, methods, form, facts=None, claims=None, before=None, units=(UNIT, OTHER)):
    """A year of two units of which some facts are known, by indicator of the first or by row and indicator."""
    known = {key if isinstance(key, tuple) else (0, key): value for key, value in (facts or {}).items()}
    sheet = score(scheme, methods, table(units, scheme.indicators, known))
    return FormYear(
        sheet=sheet,
        methods=methods,
        form=form,
        rows=tuple(range(len(units))),
        claims=claims or {},
        before=before or {},
    )


def written(year, kind="xlsx", lang="vi", figures=True, claims=True, unit=UNIT):
    """The forms of a unit as a file of a kind."""
    plan = CommunePlan(year, lang, figures, claims)
    return commune_books(plan)(unit) if kind == "xlsx" else plain_file(plan, unit, kind)


def place(address):
    """Sheet and cell of an address such as \"'Số liệu'!$D$12\"."""
    tab, _, cell = address.rpartition("!")
    return tab[1:-1].replace("''", "'"), cell.replace("$", "")


def filled(data, year, facts=None, marks=None, lang="vi", figures=True, day=""):
    """A workbook in which somebody has typed figures, points (with evidence and explanation) and a day."""
    plan = CommunePlan(year, lang, figures)
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = {row.indicator: row for row in plan.figure_rows}
    for code, value in (facts or {}).items():
        tab, cell = place(plan.figure_cells[code])
        shown = cell_value(plan.scheme.indicators[code], rows.get(code, FormRow("", "")), value, lang)
        book[tab][cell].value = typed(shown)
    for number, (points, evidence, explanation) in (marks or {}).items():
        tab, at = book[plan.claim_tab], plan.place_rows[number] + 1
        for column, value in ((POINTS, points), (EVIDENCE, evidence), (EXPLANATION, explanation)):
            tab.cell(at, column + 1).value = typed(value) if value != "" else None
    for tab in book:
        if day and tab["A8"].value:
            tab["B8"].value = day
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def typed(value):
    """A value as openpyxl takes it."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value


def reports(data, year, kind="xlsx", name="bieu"):
    """What a file says of figures: facts by unit and indicator, and the codes of errors and warnings."""
    scheme, form = year.sheet.scheme, year.form
    found = reports_of(READERS[kind](data, name), name, form, scheme.indicators, scheme.period)
    gathered = join(found, year.sheet.table.units, scheme.period, form, scheme.indicators, scheme.days)
    known = {
        (unit.code, code): gathered.table.value(row, code)
        for row, unit in enumerate(gathered.table.units)
        for code in gathered.table.columns
        if gathered.table.known(row, code)
    }
    quiet = ("unit-without-report", "unit-not-valid")
    told = [one for one in gathered.findings if one.severity != "note" and one.code not in quiet]
    return known, told


def claimed(data, year, kind="xlsx", name="bang"):
    """What a file claims: marks, evidence and explanation by unit and criterion; the findings; the days."""
    units = year.sheet.table.units
    context = work_context(year.sheet.scheme, UnitLookup(units, units))
    found = from_work_tables(READERS[kind](data, name), name, context)
    claims = {
        (one.unit, one.criterion): (one.mark, tuple(proof.words() for proof in one.evidence), one.explanation)
        for one in found.claims
    }
    return claims, found.findings, {one.on for one in found.claims}


def scored(points):
    """A mark of some points."""
    return HandMark(Outcome.SCORED, Fraction(points))


def claim(unit, criterion, mark, proof):
    """What a unit claims, with one piece of evidence."""
    return Claim(
        unit=unit,
        criterion=criterion,
        mark=mark,
        evidence=(Evidence(proof),),
        explanation="",
        by="",
        on=None,
        origin=Origin("bang.xlsx", 1),
    )
