"""The list of units: its columns, its order, and every fault of it with its line."""

import unicodedata
from datetime import date

import pytest

from cchc_score.errors import ReportError
from cchc_score.intake.units_file import read_units
from cchc_score.model import Unit
from tests.running import EXAMPLES

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
