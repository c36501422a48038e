"""Self-score tables as people lay them out: headings, and who filled them."""

from datetime import date

import pytest

from cchc_score.appraisal.self_score_sheet import HEADINGS, SelfScoreHead, SelfScoreLayout, find_head, find_layout
from cchc_score.documents import Cell
from tests.appraisal.kit import cells


def columns(*rows):
    layout = find_layout(cells(*rows))
    return layout and (dict(layout.columns), layout.first)


@pytest.mark.parametrize("role", sorted(HEADINGS))
def test_every_heading_is_known_in_any_writing(role):
    for heading in HEADINGS[role]:
        for text in (heading, heading.upper(), f" {heading}: ", heading.replace(" ", "\n"), f"{heading} (1)"):
            row = [text, "STT", "Điểm tự chấm"]
            found, _ = columns(row)
            assert found[role] == 0, text


def test_columns_may_stand_in_any_order():
    assert columns(["Giải trình", "Điểm tự chấm", "Minh chứng", "Tiêu chí", "TT"]) == (
        {"explanation": 0, "points": 1, "evidence": 2, "title": 3, "number": 4},
        1,
    )


def test_the_headings_may_stand_below_other_rows_and_in_two_rows():
    assert columns(
        ["BẢNG TỰ CHẤM", "", "", ""],
        ["Đơn vị: Xã Mẫu 01", "", "", ""],
        ["STT", "Tiêu chí", "Điểm", ""],
        ["", "", "Điểm tối đa", "Tự chấm"],
    ) == ({"number": 0, "title": 1, "most": 2, "points": 3}, 4)


def test_the_first_of_two_columns_with_one_heading_counts_and_others_mean_nothing():
    assert columns(["STT", "Tự chấm", "Điểm tự chấm", "Điểm thẩm định"])[0] == {"number": 0, "points": 1}


@pytest.mark.parametrize(
    "row",
    [
        ["STT", "Tiêu chí"],
        ["Điểm tự chấm", "Giải trình"],
        ["", ""],
        ["STT", "Điểm thẩm định"],
        ["Đơn vị tính", "Tự chấm"],
    ],
)
def test_a_table_without_criteria_or_self_scores_is_another_one(row):
    assert columns(row) is None


def test_an_empty_table_has_no_layout():
    assert columns() is None


def test_a_layout_gives_cells_and_texts():
    layout = SelfScoreLayout({"points": 1}, 1)
    row = (Cell("a"), Cell("  một\n hai "))
    assert layout.cell(row, "points") is row[1]
    assert layout.text(row, "points") == "một hai"
    assert layout.cell(row, "unit") == Cell()


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        (["Đơn vị: Xã Mẫu 01"], SelfScoreHead("Xã Mẫu 01")),
        (["ĐƠN VỊ : Xã Mẫu 01 (M01)"], SelfScoreHead("M01")),
        (["Tên đơn vị: Xã Mẫu 01", "Đơn vị: Xã Mẫu 02"], SelfScoreHead("Xã Mẫu 01")),
        (["Unit: (M01)", "Date: 2023-12-01"], SelfScoreHead("M01", date(2023, 12, 1))),
        (["Ngày lập: 01/12/2023"], SelfScoreHead("", date(2023, 12, 1))),
        (["Ngày: hôm nay", "Ngày: 02/12/2023"], SelfScoreHead("", date(2023, 12, 2))),
        (["Ngày: không"], SelfScoreHead()),
        (["Đơn vị:"], SelfScoreHead()),
        (["Báo cáo"], SelfScoreHead()),
        ([], SelfScoreHead()),
    ],
)
def test_who_filled_a_table_and_when(lines, head):
    assert find_head(lines, cells(["STT"]), 0) == head
    assert find_head([], cells(*([line] for line in lines), ["STT"]), len(lines)) == head


def test_a_label_and_its_value_may_stand_in_two_cells():
    assert find_head([], cells(["Đơn vị:", "", "Xã Mẫu 01", "Ngày:", "01/12/2023"], ["STT"]), 1) == SelfScoreHead(
        "Xã Mẫu 01", date(2023, 12, 1)
    )
