"""Several columns of figures: each figure goes to the fact that the form names for its column, or nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.readers import read_text
from cchc_score.intake.figure_columns import find_columns, heading_words
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from cchc_score.model import Indicator, Unit
from cchc_score.schemes.form_file import read_form
from tests.strategies import examples
from tests.written_tables import READ

INDICATORS = {code: Indicator(code, code, unit="việc") for code in ("planned", "done", "last", "papers", "papers_last")}
TEXT = """\
[form]
code = "mau"
title = "Mẫu"
title_before_unit = "CỦA ỦY BAN NHÂN DÂN"

[form.figures]
"Kế hoạch" = ["Kế hoạch năm", "Kế hoạch"]
"Thực hiện" = ["Thực hiện > Lũy kế", "Kết quả"]
"Năm trước" = ["Năm {last_year}"]

[row."1"]
label = "Công việc"
kind = "header"
sum_of = ["1.1", "1.2"]

[row."1.1"]
label = "Nhiệm vụ"
unit = "Việc"
indicators = { "Kế hoạch" = "planned", "Thực hiện" = "done", "Năm trước" = "last" }

[row."1.2"]
label = "Văn bản"
unit = "Việc"
indicators = { "Thực hiện" = "papers", "Năm trước" = "papers_last" }

[row."1.3"]
label = "Không lấy"
"""
FORM = read_form(TEXT.encode(), "mau.toml", INDICATORS)
TITLE = ("THỐNG KÊ CỦA ỦY BAN NHÂN DÂN XÃ AN LỘC",)
COLUMNS = {
    "code": ["STT", "", "1", "1.1", "1.2", "1.3"],
    "label": ["Chỉ tiêu", "", "Công việc", "Nhiệm vụ", "Văn bản", "Không lấy"],
    "unit": ["Đơn vị tính", "", "", "Việc", "Việc", ""],
    "plan": ["Kế hoạch năm", "", "", "100", "", "7"],
    "quarter": ["Thực hiện", "Quý IV", "", "31", "5", "8"],
    "whole": ["", "Lũy kế", "111", "90", "21", "9"],
    "before": ["Năm 2024", "", "", "80", "20", ""],
    "remark": ["Ghi chú", "", "", "", "", ""],
}
ALL = {"planned": 100, "done": 90, "last": 80, "papers": 21, "papers_last": 20}
each_kind = pytest.mark.parametrize("kind", READ)


def read(kind, rows, form=FORM):
    (report,) = reports_of(READ[kind]([(TITLE, rows)]), "x", form, INDICATORS, 2025)
    return report


def rows_of(columns):
    return list(zip(*columns, strict=True))


def told(report):
    return {one.code: one.value for one in report.facts}


def codes(report):
    return [one.code for one in report.findings]


def changed(**columns):
    return rows_of([columns.get(name, texts) for name, texts in COLUMNS.items() if columns.get(name, texts)])


@each_kind
def test_one_row_gives_several_facts(kind):
    report = read(kind, rows_of(COLUMNS.values()))
    assert told(report) == ALL
    assert codes(report) == []
    assert report.unit == "XÃ AN LỘC"


@each_kind
def test_the_place_of_a_figure_names_row_and_column(kind):
    rows = {fact.code: fact.origin.row for fact in read(kind, rows_of(COLUMNS.values())).facts}
    assert rows["done"] == "1.1 [Thực hiện]"
    assert rows["papers_last"] == "1.2 [Năm trước]"


@examples(25)
@given(st.data())
def test_the_order_of_the_columns_changes_nothing(data):
    # What one heading spans stays together, for it is printed once.
    groups = [[name] for name in COLUMNS if name not in ("quarter", "whole")] + [["quarter", "whole"]]
    order = data.draw(st.permutations(groups))
    kind = data.draw(st.sampled_from(["csv", "txt with tabs"]))
    report = read(kind, rows_of([COLUMNS[name] for group in order for name in group]))
    assert told(report) == ALL
    assert codes(report) == []


@each_kind
def test_a_column_that_is_not_there_is_told_and_gives_nothing(kind):
    report = read(kind, changed(plan=["Số giao", *COLUMNS["plan"][1:]]))
    assert told(report) == {code: value for code, value in ALL.items() if code != "planned"}
    (finding,) = report.findings
    assert (finding.code, finding.args) == ("figures-column-absent", {"column": "Kế hoạch"})


@each_kind
def test_a_column_that_two_may_be_is_told_and_gives_nothing(kind):
    report = read(kind, changed(remark=["Kế hoạch", "", "", "99", "", ""]))
    assert told(report) == {code: value for code, value in ALL.items() if code != "planned"}
    (finding,) = report.findings
    assert (finding.code, finding.args["column"]) == ("figures-column-unclear", "Kế hoạch")
    assert finding.args["headings"] == ("Kế hoạch năm", "Kế hoạch")


@each_kind
def test_a_table_with_one_column_of_figures_is_no_table_of_this_form(kind):
    plain = [COLUMNS["code"], COLUMNS["label"], COLUMNS["unit"], ["Số liệu", *COLUMNS["whole"][1:]]]
    report = read(kind, [row for at, row in enumerate(rows_of(plain)) if at != 1])
    assert told(report) == {}
    assert codes(report).count("figures-column-absent") == 3


def test_last_years_column_of_another_year_is_not_taken():
    report = read("docx", changed(before=["Năm 2023", *COLUMNS["before"][1:]]))
    assert "last" not in told(report)
    assert "figures-column-absent" in codes(report)


def test_a_header_is_compared_in_every_column_in_which_its_rows_are_known():
    reports = [read("xlsx", changed(whole=["", "Lũy kế", "112", "90", "21", "9"]))]
    gathered = join(reports, [Unit("1", "Xã An Lộc", "xã")], 2025, FORM, INDICATORS)
    (finding,) = [one for one in gathered.findings if one.code == "header-sum-differs"]
    assert finding.args["rows"] == ("1.1 [Thực hiện]", "1.2 [Thực hiện]")
    assert {code for _, code in gathered.table.doubts} == {"done", "papers"}


def test_a_blank_is_told_with_its_column():
    report = read("csv", changed(plan=["Kế hoạch năm", "", "", "", "", ""]))
    (finding,) = [one for one in report.findings if one.code == "row-blank"]
    assert finding.place.row == "1.1 [Kế hoạch]"


def test_a_figure_merged_over_two_rows_is_that_of_none():
    document = READ["docx"]([(TITLE, rows_of(COLUMNS.values()))])
    (table,) = document.tables
    at = list(COLUMNS).index("whole")
    line, cells = table.rows[4]
    merged = (*cells[:at], type(cells[at])(merged="90"), *cells[at + 1 :])
    rows = (*table.rows[:4], (line, merged), *table.rows[5:])
    again = type(document)((type(table)(rows, number=1),), document.lines)
    (report,) = reports_of(again, "x", FORM, INDICATORS, 2025)
    assert told(report) == {"planned": 100, "last": 80, "papers_last": 20}
    assert codes(report) == ["cell-merged", "cell-merged"]


def test_a_text_without_tabs_says_that_its_columns_cannot_be_told():
    text = "\n".join([*TITLE, *("   ".join(row) for row in rows_of(COLUMNS.values()))])
    (report,) = reports_of(read_text(text.encode(), "x.txt"), "x", FORM, INDICATORS, 2025)
    assert told(report) == {}
    assert codes(report) == ["text-table-unread"]


@pytest.mark.parametrize("kind", ["docx with tabs", "txt with tabs"])
def test_a_row_with_a_tab_too_few_gives_no_figure(kind):
    lines = [list(row) for row in rows_of(COLUMNS.values())]
    del lines[3][3]
    report = read(kind, lines)
    assert told(report) == {"papers": 21, "papers_last": 20}
    assert set(codes(report)) == {"tabs-uneven"}


PATHS = [("STT",), ("A",), ("Đã giải quyết", "Quá hạn"), ("Đang giải quyết", "Trong kỳ", "Quá hạn")]


def test_a_heading_is_met_by_its_last_words_and_those_above_it():
    found = find_columns(PATHS, {"late": ("đã giải quyết > QUÁ HẠN",), "open": ("Đang giải quyết > Quá hạn",)}, 2025)
    assert (dict(found.columns), found.absent) == ({"late": 2, "open": 3}, ())
    assert find_columns(PATHS, {"Quá hạn": ()}, 2025).unclear == {
        "Quá hạn": ("Đã giải quyết > Quá hạn", "Đang giải quyết > Trong kỳ > Quá hạn")
    }
    assert find_columns(PATHS, {"x": ("Đã giải quyết",)}, 2025).absent == ("x",)


def test_one_column_that_two_names_mean_is_that_of_neither():
    found = find_columns(PATHS, {"a": ("A",), "b": ("A",)}, 2025)
    assert (dict(found.columns), set(found.unclear)) == ({}, {"a", "b"})


def test_years_stand_in_headings():
    assert heading_words("Số > Năm {year} :", 2025) == ("số", "năm2025")
    assert heading_words("{last_year}", 2025) == ("2024",)
