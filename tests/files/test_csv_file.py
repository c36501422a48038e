"""CSV files: any table that a spreadsheet saves comes back cell by cell, with the line of each row."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_score.errors import ReportError
from cchc_score.files.csv_file import read_csv, tab_rows

CELLS = st.text("ab1 ,;\"'\nệ", max_size=6)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=5)


def written(rows, separator=",", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, quoting=quoting, lineterminator="\n").writerows(rows)
    return out.getvalue()


@settings(deadline=None)
@given(
    rows=ROWS,
    separator=st.sampled_from([",", ";"]),
    ends=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_every_table_comes_back_cell_by_cell(rows, separator, ends, mark, quoting):
    table = [["unit", "name"], *rows]
    read = read_csv((mark + written(table, separator, quoting).replace("\n", ends)).encode(), "x.csv")
    assert [cells for _, cells in read] == [tuple(row) for row in table if any(cell.strip() for cell in row)]


@settings(deadline=None)
@given(rows=ROWS)
def test_every_row_has_the_line_on_which_it_begins(rows):
    table = [["unit", "name"], *rows]
    read = read_csv(written(table).encode(), "x.csv")
    begins = [
        written(table[:place]).count("\n") + 1 for place, row in enumerate(table) if any(cell.strip() for cell in row)
    ]
    assert [line for line, _ in read] == begins


def test_empty_lines_are_left_out_and_counted():
    assert read_csv(b"a,b\n\n  , \n1,2\n", "x.csv") == ((1, ("a", "b")), (4, ("1", "2")))


def test_decimal_commas_stand_between_semicolons():
    assert read_csv(b"unit;share\n01;1,5\n", "x.csv")[1] == (2, ("01", "1,5"))


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_title_with_commas_of_its_own_separates_nothing(separator):
    text = "CỦA UBND XÃ HOẰNG CÁT, HUYỆN HOẰNG HÓA, TỈNH THANH HÓA\nunit;1,1\n01;1,5\n02;7\n".replace(";", separator)
    assert read_csv(text.encode(), "x.csv")[2] == (3, ("01", "1,5"))
    assert read_csv(text.replace(", ", " ").encode(), "x.csv")[2] == (3, ("01", "1,5"))


@pytest.mark.parametrize("head", ["\n", '"a, b, c";d\n'], ids=["empty line first", "commas in quotes"])
def test_the_separator_is_found_whatever_the_header_looks_like(head):
    rows = read_csv(f"{head}1;2\n".encode(), "x.csv")
    assert rows[-1][1] == ("1", "2")


def test_an_empty_file_has_no_rows():
    assert read_csv(b"", "x.csv") == read_csv(b"\n \n", "x.csv") == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b\n1,"2\n3\n', 2),
        ('a,b\n1,"2" 3\n', 2),
        ("a,b\n1,2\n\0,4\n", 3),
        (f"a,b\n{'x' * 200_000},2\n", 2),
    ],
    ids=["open quote", "text after a quote", "null", "endless cell"],
)
def test_a_broken_file_is_told_with_its_line(text, line):
    with pytest.raises(ReportError) as error:
        read_csv(text.encode(), "x.csv")
    (told,) = error.value.findings
    assert (told.code, told.place.file, told.place.line) == ("csv-broken", "x.csv", line)


def test_another_encoding_is_told_with_its_line():
    with pytest.raises(ReportError) as error:
        read_csv(b"a,b\nx\xe3,1\n", "x.csv")
    (told,) = error.value.findings
    assert (told.code, told.place.line) == ("file-not-utf8", 2)


@settings(deadline=None)
@given(rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_a_sheet_that_a_spreadsheet_saved_as_text_comes_back_cell_by_cell(rows):
    table = [["unit", "name", ""], *rows, ["x", "", "z"]]
    read = tab_rows(written(table, "\t"), "x.txt")
    assert [cells for _, cells in read] == [tuple(row) for row in table if any(cell.strip() for cell in row)]


@pytest.mark.parametrize(
    "text",
    ["", "a\tb\tc", "a\tb\nc\td\n", "BÁO CÁO\n1.1\tSố hồ sơ\t41\n1.2\tĐúng hạn\t40\n", 'a\tb\tc\n"d\te\tf\n'],
    ids=["empty", "one line", "two columns", "prose above", "an open quote"],
)
def test_any_other_text_with_tabs_stays_a_text(text):
    assert tab_rows(text, "x.txt") is None
