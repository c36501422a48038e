"""A commune's workbook with a heading that somebody changed: it is told once, with the headings that are known."""

import io
from fractions import Fraction

import openpyxl
import pytest

from cchc_score.builtin.readers import read_xlsx
from cchc_score.intake.read_document import reports_of
from tests.forms.kit import claimed, filled, reports
from tests.forms.test_commune_book import BLANK, EMPTY

NAME = "minh-hoa-2023"
YEAR = EMPTY[NAME]
FACTS = {"plan_tasks": Fraction(30), "dossiers_received": Fraction(28)}


def renamed(data, before, now):
    """The workbook with another heading."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value == before]
    assert cells
    for cell in cells:
        cell.value = now
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def told(data):
    """The findings about the reports in a workbook."""
    found = reports_of(read_xlsx(data, "a.xlsx"), "a.xlsx", YEAR.form, YEAR.sheet.scheme.indicators, 2023)
    return [finding for report in found for finding in report.findings]


@pytest.mark.parametrize(
    ("heading", "code", "known"),
    [("Số liệu", "figures-heading", "Số liệu"), ("Giá trị", "list-heading", "Giá trị"), ("Mã số liệu", "list-heading", "Mã số liệu")],
)  # fmt: skip
def test_a_heading_of_figures_that_is_unknown_is_answered_with_those_that_are(heading, code, known):
    data = renamed(filled(BLANK[NAME], YEAR, FACTS), heading, "Con số")
    (finding,) = [one for one in told(data) if one.severity == "error"]
    assert finding.code == code
    assert known in finding.args["columns"]
    assert "Con số" in finding.args["headings"]
    # No column is taken for that of a unit called so.
    assert "unit-unknown" not in {one.code for one in reports(data, YEAR)[1]}


def test_a_heading_of_claims_that_is_unknown_spoils_no_figure():
    data = renamed(filled(BLANK[NAME], YEAR, FACTS), "Điểm tự chấm", "Điểm xã cho")
    facts, findings = reports(data, YEAR)
    assert ({code: value for (_, code), value in facts.items()}, findings) == (FACTS, [])
    (finding,) = [one for one in claimed(data, YEAR)[1] if one.severity == "error"]
    assert (finding.code, "Điểm tự chấm" in finding.args["columns"]) == ("claims-nowhere", True)


def test_a_form_that_nobody_has_filled_is_one_note():
    assert [(one.code, one.severity) for one in told(BLANK[NAME])] == [("rows-blank", "note")]
    # One figure, and every other row is a question of its own.
    codes = {one.code for one in told(filled(BLANK[NAME], YEAR, FACTS))}
    assert codes == {"row-blank"}
