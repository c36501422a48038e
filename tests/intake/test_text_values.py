"""Figures in texts: what stands in the column of values, never glued, never a page's number or a remark's beginning."""

import pytest

from cchc_score.builtin.readers import read_text
from tests.appendix_files import FORM as SMALL
from tests.appendix_files import INDICATORS, codes, facts, year_of

HEAD = (
    "THỐNG KÊ CẢI CÁCH HÀNH CHÍNH CỦA UBND {}\nBáo cáo năm 2023\n\nSTT Chỉ tiêu thống kê Đơn vị tính Số liệu Ghi chú\n"
)
ROWS = "1 Chỉ đạo điều hành\n1.1 Số nhiệm vụ được giao Nhiệm vụ {}\n1.2 Số nhiệm vụ hoàn thành Nhiệm vụ 25\n"
REST = "1.3 Số người tham dự Người {}\n1.4 Niêm yết Không = 0 Có = 1 {}\n"


def text(tasks="27", people="120", board="1", unit="XÃ HOẰNG CÁT"):
    return HEAD.format(unit) + ROWS.format(tasks) + REST.format(people, board)


def read(words):
    return year_of(("x.txt", read_text(words.encode(), "x.txt")))


def test_the_text_itself_is_read_without_a_word():
    got = read(text())
    assert codes(got) == []
    assert facts(got) == {
        ("15865", "tasks"): 27, ("15865", "done"): 25, ("15865", "people"): 120, ("15865", "board"): True
    }  # fmt: skip


ONE = {
    "its own line": ("\n27", 27),
    "a line of its own between empty ones, as all lines": ("27 ", 27),
    "a space that holds a number together": ("1\u00a0340", 1340),
    "narrow spaces": ("1\u202f340\u202f000", 1340000),
    "a remark far away": ("27    15 thủ tục đang chờ", 27),
    "a remark behind a tab": ("27\tthủ tục", 27),
    "a remark of a sentence": ("27 Mức độ 3: 20; mức độ 4: 7", 27),
    "a remark on the next line": ("27\nđạt kế hoạch", 27),
    "the number of the page": ("27\n\f3\n", 27),
    "the number of the page before its end": ("27\n3\n\f", 27),
    "the number of the page between empty lines": ("27\n\n3\n\n", 27),
}


@pytest.mark.parametrize(("printed", "value"), ONE.values(), ids=ONE)
def test_a_figure_alone_in_its_column_is_read(printed, value):
    got = read(text(people=printed))
    assert facts(got)[("15865", "people")] == value
    assert not [one for one in got.findings if one.severity == "error"]


NONE = {
    "two figures": ("119 120", "value-several"),
    "two columns": ("119    120", "value-several"),
    "columns on two lines": ("31\n29", "value-several"),
    "three columns": ("119 120 121", "value-several"),
    "a figure and people": ("7 120 người dự", "value-or-remark"),
    "a remark beside a blank": ("15 thủ tục đang chờ", "value-or-remark"),
    "a remark that begins with the unit": ("15 Người vắng mặt", "value-or-remark"),
    "a figure behind an empty cell": ("\n\n120", "value-or-remark"),
    "the page's number": ("\n\f3\n", "row-blank"),
    "the page's number at its foot": ("\n3\n\f", "row-blank"),
    "the page's number between empty lines": ("\n\n3\n\n", "row-blank"),
}


@pytest.mark.parametrize(("printed", "code"), NONE.values(), ids=NONE)
def test_what_is_no_single_figure_of_the_row_is_told_and_not_taken(printed, code):
    got = read(text(people=printed))
    assert ("15865", "people") not in facts(got)
    assert code in codes(got)
    # A blank alone is a note; what stood there is told aloud.
    assert [one for one in got.findings if one.severity in ("error", "warning") and one.code != "unit-without-report"]
    assert len(facts(got)) == 3


def test_a_second_commune_in_one_text_is_told_whole():
    got = read(text() + "\n" + text("97", "920", "0", "XÃ HOẰNG QUÝ"))
    assert facts(got) == facts(read(text()))
    (told,) = [one for one in got.findings if one.code == "text-appendix-second"]
    assert (told.severity, told.args["name"]) == ("error", "XÃ HOẰNG QUÝ")
    # The words above its title are nobody's.
    assert codes(got, "text-unmatched") == ["text-appendix-second"]


def test_a_title_on_every_page_begins_no_second_appendix():
    page = "\f" + HEAD.format("XÃ HOẰNG CÁT")
    got = read(text().replace("1.3 Số", page + "1.3 Số"))
    assert facts(got) == facts(read(text()))
    assert "text-appendix-second" not in codes(got)


def test_parts_of_a_row_that_comes_again_are_told_with_it():
    assert {row.code for row in SMALL.rows.values()} >= {"1.1"}
    got = read(text() + ROWS.format("99"))
    assert codes(got).count("text-row-twice") == 3
    assert set(INDICATORS) == {code for _, code in facts(got)}
