"""The list of units: its columns, its order, and every fault of it with its line."""

import io
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from cchc_score.errors import ReportError
from cchc_score.forms.units_form import units_form
from cchc_score.intake.units_file import read_units
from cchc_score.model import Unit
from cchc_score.office.table_file import table_bytes
from cchc_score.registry.registry import load_registry
from cchc_score.year.units_document import units_of_document
from tests.running import EXAMPLES
from tests.strategies import examples

READERS = load_registry().readers

HEAD = "code,name,kind,valid_from,valid_to,predecessors,ranked"


def read(*lines):
    return read_units("\n".join(lines).encode(), "units.csv")


def faults(*lines):
    """What is told about a list: (code, line)."""
    with pytest.raises(ReportError) as error:
        read(*lines)
    assert all(told.place.file == "units.csv" for told in error.value.findings)
    return [(told.code, told.place.line) for told in error.value.findings]


def test_every_column_is_read():
    (unit,) = read(HEAD, "01, Xã A ,xã,2025-07-01,2025-12-31,x1 x2,no")
    assert unit == Unit("01", "Xã A", "xã", False, date(2025, 7, 1), date(2025, 12, 31), ("x1", "x2"))


@pytest.mark.parametrize(
    "head",
    [
        "Mã đơn vị,Tên đơn vị,Loại,Từ ngày,Đến ngày,Đơn vị trước,Xếp hạng",
        "MÃ,đơn vị,Loại  đơn vị,từ ngày,đến ngày,đơn vị trước,xếp hạng",
    ],
)
def test_headings_may_be_vietnamese(head):
    assert read(head, "01,Xã A,xã,01/07/2025,,x1,không") == read(HEAD, "01,Xã A,xã,01/07/2025,,x1,no")
    assert read("Mã,Tên,Loại đơn vị hành chính", "01,Xã A,II") == read("code,name,grade", "01,Xã A,II")


@pytest.mark.parametrize("written", ["x1 x2", "x1;x2", '"x1, x2"', '" x1 ; x2;"'])
def test_predecessors_stand_apart_however_people_part_them(written):
    (unit,) = read("code,name,predecessors", f"01,Xã A,{written}")
    assert unit.predecessors == ("x1", "x2")


def test_a_kind_is_one_however_it_is_written():
    units = read(HEAD, "1,A,xã,,,,", "2,B,Xã,,,,", "3,C, ĐẶC  KHU ,,,,", "4,D,Xa\u0303,,,,")
    assert [unit.kind for unit in units] == ["xã", "xã", "đặc khu", "xã"]


def test_code_and_name_are_enough_and_their_order_is_kept():
    units = read("name,code", "Xã B,02", "Xã A,01")
    assert units == (Unit("02", "Xã B"), Unit("01", "Xã A"))


def test_codes_keep_their_leading_zeros_and_columns_their_order():
    assert [unit.code for unit in read("ranked;code;name", ";007;Xã A", ";7;Xã B")] == ["007", "7"]


@pytest.mark.parametrize(
    ("word", "ranked"),
    [("", True), ("yes", True), ("có", True), ("CÓ", True), ("no", False), ("Không", False)],
)
def test_ranked_is_yes_or_no_in_both_languages(word, ranked):
    (unit,) = read("code,name,ranked", f"01,Xã A,{unicodedata.normalize('NFD', word)}")
    assert unit.ranked is ranked


def test_names_are_composed():
    (unit,) = read("code,name", unicodedata.normalize("NFD", "01,Xã Hoằng Lộc"))
    assert unit.name == unicodedata.normalize("NFC", "Xã Hoằng Lộc")


def test_two_units_may_share_a_name():
    assert len(read("code,name", "01,Xã A", "02,Xã A")) == 2


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("",), [("units-column-absent", 1), ("units-column-absent", 1)]),
        (("code,title", "01,Xã A"), [("units-column", 1), ("units-column-absent", 1)]),
        (("code,name,name", "01,Xã A,Xã B"), [("units-column", 1)]),
        (("mã,tên,code", "01,Xã A,02"), [("units-column", 1), ("units-column", 1)]),
        (("code,name",), [("units-empty", 0)]),
        (("code,name", "01,Xã A,xã"), [("csv-width", 2)]),
        (("code,name", "01"), [("csv-width", 2)]),
        (("code,name", ",Xã A"), [("units-code", 2)]),
        (("code,name", "01,"), [("units-code", 2)]),
        (("code,name,ranked", "01,Xã A,maybe"), [("units-ranked", 2)]),
        (("code,name,valid_from", "01,Xã A,31/02/2025"), [("units-date", 2)]),
        (("code,name,valid_to", "01,Xã A,2025-02-30"), [("units-date", 2)]),
        (("code,name", "01,Xã A", "02,Xã B", "01,Xã C"), [("units-twice", 2), ("units-twice", 4)]),
    ],
)
def test_each_fault_is_told_with_its_line(lines, wanted):
    assert faults(*lines) == wanted


def test_faults_are_told_all_at_once():
    lines = [HEAD, "01,,,,,,", "02,Xã B,,x,y,,perhaps", "03", "04,Xã D,,,,,", "04,Xã E,,,,,"]
    assert sorted(faults(*lines)) == [
        ("csv-width", 4),
        ("units-code", 2),
        ("units-date", 3),
        ("units-date", 3),
        ("units-ranked", 3),
        ("units-twice", 5),
        ("units-twice", 6),
    ]


def test_empty_last_cells_may_be_left_out():
    (unit,) = read("code,name,kind,valid_to", "01,Xã A,xã")
    assert (unit.kind, unit.valid_to) == ("xã", None)


def test_units_without_a_code_are_not_the_same_unit():
    assert faults("code,name", ",Xã A", ",Xã B") == [("units-code", 2), ("units-code", 3)]


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("units.csv")), ids=lambda path: path.parent.name)
def test_lists_of_the_examples_are_read(path):
    assert read_units(path.read_bytes(), path.name)


CODES = st.text("ABC019", min_size=1, max_size=4)
NAMES = st.sampled_from(["Xã Mẫu 01", "Phường Đông", "Đặc khu Côn Đảo", "Thị trấn A"])
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
UNITS = st.builds(
    Unit,
    code=CODES,
    name=NAMES,
    kind=st.sampled_from(["", "xã", "phường"]),
    ranked=st.booleans(),
    valid_from=DAYS,
    valid_to=DAYS,
    predecessors=st.lists(CODES, max_size=2).map(tuple),
    grade=st.sampled_from(["", "II"]),
)


@examples(20)
@given(
    st.lists(UNITS, min_size=1, max_size=4, unique_by=lambda unit: unit.code),
    st.sampled_from(["xlsx", "csv"]),
    st.sampled_from(["vi", "en"]),
)
def test_the_form_of_the_list_is_read_again(tmp_path_factory, units, kind, lang):
    data = table_bytes(units_form(units, 2025, lang), kind, lang)
    path = tmp_path_factory.mktemp("don-vi") / f"a.{kind}"
    path.write_bytes(data)
    found = read_units(data, "a.csv") if kind == "csv" else units_of_document(path, "a.xlsx", READERS)
    assert found == tuple(units)


def saved(page_change):
    """A list of two units in a workbook that somebody has changed."""
    book = load_workbook(
        io.BytesIO(table_bytes(units_form([Unit("1", "A"), Unit("2", "B")], 2025, "vi"), "xlsx", "vi"))
    )
    page_change(book.active)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_people_add_columns_and_lines_to_their_list(tmp_path):
    def change(page):
        head = next(row[0].row for row in page.iter_rows() if row[0].value == "Mã đơn vị")
        page.cell(head, 9).value = "Chủ tịch xã"
        page.cell(head + 1, 9).value = "Nguyễn Văn A"
        page.cell(head + 3, 2).value = "Tổng cộng"
        page.insert_cols(1)
        page.cell(head, 1).value = "STT"
        page.insert_rows(head + 2)

    path = tmp_path / "a.xlsx"
    path.write_bytes(saved(change))
    assert [unit.code for unit in units_of_document(path, "a.xlsx", READERS)] == ["1", "2"]


def test_a_heading_that_is_nearly_known_is_no_column_of_ones_own(tmp_path):
    def change(page):
        for row in page.iter_rows():
            for cell in row:
                cell.value = "Xếp hang" if cell.value == "Xếp hạng" else cell.value

    path = tmp_path / "a.xlsx"
    path.write_bytes(saved(change))
    with pytest.raises(ReportError) as error:
        units_of_document(path, "a.xlsx", READERS)
    assert [one.code for one in error.value.findings] == ["units-column"]


def test_a_document_without_tables_is_no_list(tmp_path):
    path = tmp_path / "a.xlsx"
    book = Workbook()
    book.save(path)
    with pytest.raises(ReportError):
        units_of_document(path, "a.xlsx", READERS)
