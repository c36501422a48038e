"""What people do to a workbook before they send it back, and names that would do something to it."""

import io
import re
import zipfile
from datetime import date
from fractions import Fraction as F

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.model import Unit
from tests.forms.kit import claim, claimed, filled, form_year, reports, scored, written
from tests.forms.test_commune_book import BLANK, EMPTY
from tests.report.judges import formulas

NAME = "minh-hoa-2023"
YEAR = EMPTY[NAME]
PLAN = CommunePlan(YEAR, "vi")
FACTS = {"plan_tasks": F(27), "plan_tasks_done": F(25), "dialogue_held": True, "people_satisfied": F(5)}
FACTS = {code: value for code, value in FACTS.items() if code in PLAN.figure_cells}
MARKS = {"1.1.1": (F(1), "Kế hoạch 02", "Đúng hạn"), "1.1.2": (F(3, 2), "Báo cáo 15", "")}
WANTED = {("M01", code): value for code, value in FACTS.items()}
CLAIMS = {
    ("M01", "1.1.1"): (scored(1), ("Kế hoạch 02",), "Đúng hạn"),
    ("M01", "1.1.2"): (scored("3/2"), ("Báo cáo 15",), ""),
}


def changed(change, day=""):
    """A filled workbook after somebody has done something to it."""
    book = openpyxl.load_workbook(io.BytesIO(filled(BLANK[NAME], YEAR, FACTS, MARKS, day=day)))
    for tab in book:
        for area in list(tab.merged_cells.ranges):
            # openpyxl leaves merged cells where they were when rows and columns move.
            tab.unmerge_cells(str(area))
        tab.conditional_formatting = type(tab.conditional_formatting)()
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def paint(book):
    for tab in book:
        for row in tab.iter_rows():
            row[1].fill = PatternFill("solid", fgColor="FF0000")


def add_column_before(book):
    for tab in book:
        tab.insert_cols(1)
        tab["A10"].value = "Người làm"


def add_column_behind(book):
    for tab in book:
        tab.cell(10, tab.max_column + 1).value = "Ghi chú riêng của tôi"
        tab.cell(14, tab.max_column).value = 5


def add_rows(book):
    for tab in book:
        tab.insert_rows(12)
        tab.insert_rows(3, 2)


def filter_rows(book):
    for tab in book:
        tab.auto_filter.ref = f"A10:H{tab.max_row}"


def unprotect(book):
    for tab in book:
        tab.protection.sheet = False


def add_total(book):
    tab = book[PLAN.claim_tab]
    tab.cell(tab.max_row + 1, 2).value = "Tổng cộng"
    tab.cell(tab.max_row, 6).value = 2.5


def add_sheet(book):
    book.create_sheet("Việc cần làm", 0)["A1"].value = "Hỏi lại anh Bình"


def rename(book):
    for at, tab in enumerate(book):
        tab.title = f"Trang {at}"


CHANGES = [
    paint, add_column_before, add_column_behind, add_rows, filter_rows, unprotect, add_total, add_sheet, rename,
]  # fmt: skip


@pytest.mark.full
@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.__name__)
def test_figures_and_claims_are_read_all_the_same(change):
    data = changed(change)
    facts, told = reports(data, YEAR)
    assert facts == WANTED, [one.words("vi") for one in told]
    claims, findings, _ = claimed(data, YEAR)
    assert claims == CLAIMS
    assert [one.code for one in findings] == []


@pytest.mark.full
@pytest.mark.parametrize(
    "text",
    ["24/12/2023", "24-12-2023", "2023-12-24", "ngày 24 tháng 12 năm 2023", "24 tháng 12 năm 2023", date(2023, 12, 24)],
)
def test_the_day_may_be_written_as_papers_write_it(text):
    data = changed(lambda book: None, text)
    assert claimed(data, YEAR)[2] == {date(2023, 12, 24)}
    assert reports(data, YEAR)[0] == WANTED


def test_the_day_may_stand_in_the_line_of_the_place():
    def write(book):
        book[PLAN.claim_tab]["A8"].value = "Mẫu 01, ngày 24 tháng 12 năm 2023"

    assert claimed(changed(write), YEAR)[2] == {date(2023, 12, 24)}


def test_a_file_says_itself_whose_it_is_and_its_name_says_otherwise_once():
    data = filled(BLANK[NAME], YEAR, FACTS, MARKS)
    claims, findings, _ = claimed(data, YEAR, name="self-scores/M02.xlsx")
    assert {unit for unit, _ in claims} == {"M01"}
    assert [one.code for one in findings] == ["claim-file-name"]
    facts, told = reports(data, YEAR, name="reports/M02.xlsx")
    assert (facts, [one.code for one in told]) == ({}, ["unit-contradicted"])


def test_a_unit_is_known_by_its_code_where_two_share_a_name():
    twins = (Unit("M01", "Xã Mẫu", "xã", shared=True), Unit("M02", "Xã Mẫu", "xã", shared=True))
    year = form_year(YEAR.sheet.scheme, YEAR.methods, YEAR.form, FACTS, units=twins)
    assert reports(written(year, unit=twins[0]), year)[0] == WANTED


HOSTILE = [
    '=HYPERLINK("http://x.vn","Xã")', "Xã {0} {row}", "Xã <b>A</b> & Con", "Xã 'A'!B2", "@SUM(A1)", "Xã Dài " + "x" * 200,
    "+1", "http://x.vn/xa", "Xã\nHai Dòng",
]  # fmt: skip


@pytest.mark.full
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", ["xlsx", "docx", "csv"])
def test_no_name_becomes_a_formula_or_a_link(name, kind):
    unit = Unit("M01", name)
    year = form_year(YEAR.sheet.scheme, YEAR.methods, YEAR.form, FACTS, units=(unit,))
    data = written(year, kind, claims=kind != "csv", unit=unit)
    if kind == "xlsx":
        assert not re.search(rb"<hyperlink|HYPERLINK\(", parts(data, "sheet"))
        assert formulas(data).keys() == formulas(BLANK[NAME]).keys()
    if kind == "docx":
        assert b"hyperlink" not in parts(data, "document.xml")
    facts, told = reports(data, year, kind)
    assert facts in (WANTED, {}), [one.words("vi") for one in told]
    assert facts or told


def parts(data, name):
    """The parts of an archive whose names hold a word, without the texts that they share."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(one) for one in archive.namelist() if name in one)


@pytest.mark.full
def test_claims_and_evidence_of_others_stay_texts():
    proof = '=cmd|"/c calc"!A1'
    data = filled(BLANK[NAME], YEAR, marks={"1.1.1": (F(1), "x", "y")})
    claims, _, _ = claimed(data, YEAR)
    mark = claims["M01", "1.1.1"][0]
    own = claim("M01", "1.1.1", mark, proof)
    year = form_year(YEAR.sheet.scheme, YEAR.methods, YEAR.form, claims={(0, "1.1.1"): own})
    again = written(year)
    tab = openpyxl.load_workbook(io.BytesIO(again))[PLAN.claim_tab]
    cell = tab.cell(PLAN.place_rows["1.1.1"] + 1, 7)
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", proof, True)
    assert claimed(again, year)[0]["M01", "1.1.1"][1] == (proof,)
