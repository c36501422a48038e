"""Tables of pages: what says nothing is left out, and what is behind a cell stays with it."""

from cchc_score.formats import Heading, Sheet
from cchc_web.linked_tables import RowMarks, linked, titled

HEADINGS = tuple(Heading(text) for text in ("Đơn vị", "Báo cáo", "Tự chấm", "Còn vướng"))
SHEET = Sheet(HEADINGS, (("Xã A", "-", "đã gửi", "0"), ("Xã B", "", "chưa gửi", "2")), "Tiến độ")


def test_columns_in_which_no_row_says_anything_are_left_out():
    table = linked(SHEET)
    assert [heading.text for heading in table.headings] == ["Đơn vị", "Tự chấm", "Còn vướng"]
    assert [[cell.lines for cell in row.cells] for row in table.rows] == [
        [("Xã A",), ("đã gửi",), ("0",)],
        [("Xã B",), ("chưa gửi",), ("2",)],
    ]


def test_marks_name_the_columns_of_the_whole_table():
    marks = [RowMarks(links={0: "/a/"}, tones={2: ""}), RowMarks(tones={2: "w"}, below={3: "điều 5"})]
    first, second = linked(SHEET, marks).rows
    assert (first.cells[0].link, first.cells[1].tone, first.cells[2].tone) == ("/a/", "", None)
    assert (second.cells[0].link, second.cells[1].tone, second.cells[2].below) == ("", "w", "điều 5")


def test_another_title_leaves_the_rest():
    assert titled(linked(SHEET), "Vì sao").title == "Vì sao"
    assert titled(linked(SHEET), "Vì sao").rows == linked(SHEET).rows
