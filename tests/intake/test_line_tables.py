"""A table with a line for each field: summed column by column, its total only compared, or not summed at all."""

import io

import pytest
from docx import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from cchc_score.builtin.readers import read_docx, read_text, read_xlsx
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from cchc_score.model import Unit
from cchc_score.registry.registry import load_registry
from cchc_score.schemes.form_file import read_form
from tests.running import ROOT
from tests.strategies import examples
from tests.written_tables import READ

REGISTRY = load_registry()
PATH = ROOT / "scoring_rules" / "forms" / "bieu-ii-06a.toml"
FORM = read_form(PATH.read_bytes(), PATH.name, REGISTRY.indicators)
TITLE = (
    "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
    "CỦA ỦY BAN NHÂN DÂN XÃ AN LỘC",
    "(Năm báo cáo 2025)",
)
HEADINGS = [
    ["STT", "Lĩnh vực giải quyết", "Số lượng hồ sơ tiếp nhận", "", "", "", "Số lượng hồ sơ đã giải quyết", "", "", "",
     "Số lượng hồ sơ đang giải quyết", "", ""],
    ["", "", "Tổng số", "Trong kỳ", "", "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số",
     "Trong hạn", "Quá hạn"],
    ["", "", "", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", "", "", "", "", "", "", "", ""],
    ["(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)=(8)+(9)+(10)", "(8)", "(9)", "(10)",
     "(11)=(12)+(13)", "(12)", "(13)"],
]  # fmt: skip
CODES = [row.indicator for row in FORM.rows.values()]
PARTS = [
    ("Đất đai", 10, 5, 1, 7, 3, 1, 4, 1),
    ("Hộ tịch", 1100, 20, 0, 90, 1030, 0, 0, 0),
    ("Chứng thực", 0, 300, 0, 300, 0, 0, 0, 0),
]
each_kind = pytest.mark.parametrize("kind", READ)


def line(code, name, online, direct, before, early, on_day, late, in_time, overdue):
    """A line whose sums are those of its parts."""
    received, settled, pending = online + direct + before, early + on_day + late, in_time + overdue
    figures = (received, online, direct, before, settled, early, on_day, late, pending, in_time, overdue)
    return [str(code), name, *map(str, figures)]


def lines_of(parts):
    return [line(at, *part) for at, part in enumerate(parts, 1)]


def total_of(lines):
    return ["", "Tổng số", *(str(sum(int(one[at]) for one in lines)) for at in range(2, 13))]


LINES = lines_of(PARTS)
ALL = dict(zip(CODES, map(int, total_of(LINES)[2:]), strict=True))


def matrix(lines=LINES, total=None, headings=HEADINGS):
    rows = [*headings, *lines, total_of(LINES) if total is None else total]
    return [row for row in rows if row]


def read(kind, *tables, form=FORM):
    (report,) = reports_of(READ[kind](tables), "x", form, REGISTRY.indicators, 2025)
    return report


def told(report):
    return {one.code: one.value for one in report.facts}


def codes(report):
    return [one.code for one in report.findings]


@each_kind
def test_each_column_is_summed(kind):
    report = read(kind, (TITLE, matrix()))
    assert told(report) == ALL
    assert codes(report) == []
    assert report.doubts == ()
    assert (report.unit, report.year) == ("XÃ AN LỘC", 2025)


@examples(30)
@given(
    st.lists(st.tuples(*[st.integers(1, 99_999)] * 8), min_size=1, max_size=15),
    st.sampled_from(["csv", "txt with tabs"]),
    st.booleans(),
    st.data(),
)
def test_a_fact_is_the_sum_of_its_lines_in_any_order_of_the_columns(figures, kind, total, data):
    lines = lines_of([(f"Lĩnh vực {'abcdefghijklmno'[at]}", *one) for at, one in enumerate(figures)])
    sums = total_of(lines)
    # What one heading spans stays together.
    groups = data.draw(st.permutations([[0], [1], [2, 3, 4, 5], [6, 7, 8, 9], [10, 11, 12]]))
    order = [at for group in groups for at in group]
    rows = [[row[at] for at in order] for row in matrix(lines, sums if total else [])]
    report = read(kind, (TITLE, rows))
    assert told(report) == dict(zip(CODES, map(int, sums[2:]), strict=True))
    assert (codes(report), report.doubts) == ([], ())


def test_the_place_of_a_sum_names_its_column_and_what_was_added():
    (fact,) = [one for one in read("docx", (TITLE, matrix())).facts if one.code == "dossiers_settled_early"]
    assert fact.place().words() == "x: bảng 1, dòng 5: dòng Biểu số II.06a: Σ [Trước hạn]"
    assert (fact.origin.printed, fact.origin.remark) == ("397", "3 dòng: 7 + 90 + 300")


@each_kind
def test_a_total_that_differs_is_a_doubt_and_is_not_taken(kind):
    total = total_of(LINES)
    total[7] = "999"
    report = read(kind, (TITLE, matrix(total=total)))
    assert told(report) == ALL
    gathered = join([report], [Unit("1", "Xã An Lộc", "xã")], 2025, FORM, REGISTRY.indicators)
    (finding,) = [one for one in gathered.findings if one.code == "lines-total-differs"]
    assert finding.place.row == "Biểu số II.06a: Tổng số [Trước hạn]"
    assert (finding.args["value"], finding.args["sum"]) == (999, 397)
    assert gathered.table.doubts == {(0, "dossiers_settled_early")}


def test_the_total_may_stand_first_and_in_the_cell_of_the_code():
    total = total_of(LINES)
    total[0], total[1] = "Tổng cộng", ""
    report = read("xlsx", (TITLE, [*HEADINGS, total, *LINES]))
    assert (told(report), codes(report), report.doubts) == (ALL, [], ())


@each_kind
def test_thousands_with_a_point_are_read(kind):
    lines = [list(one) for one in LINES]
    lines[1][2], lines[1][3] = "1.120", "1.100"
    assert told(read(kind, (TITLE, matrix(lines)))) == ALL


@each_kind
def test_a_column_with_a_blank_is_not_summed(kind):
    lines = [list(one) for one in LINES]
    lines[1][3] = ""
    report = read(kind, (TITLE, matrix(lines)))
    assert told(report) == {code: value for code, value in ALL.items() if code != "dossiers_online_in_period"}
    (finding,) = report.findings
    assert (finding.code, finding.place.row) == ("lines-cell-blank", "Biểu số II.06a: Hộ tịch [Trực tuyến]")


@pytest.mark.parametrize(
    ("text", "code"), [("x", "value-unreadable"), ("-3", "value-negative"), ("2,5", "value-not-whole")]
)
def test_a_column_with_what_is_no_figure_is_not_summed(text, code):
    lines = [list(one) for one in LINES]
    lines[0][7] = text
    report = read("csv", (TITLE, matrix(lines)))
    assert "dossiers_settled_early" not in told(report)
    assert codes(report) == [code]


def test_a_line_without_any_figure_makes_the_sums_doubtful():
    empty = ["4", "Môi trường", *[""] * 11]
    report = read("xlsx", (TITLE, matrix([*LINES[:2], empty, LINES[2]])))
    assert told(report) == ALL
    assert {code for code, _ in report.doubts} == set(CODES)
    assert {finding.code for _, finding in report.doubts} == {"lines-line-blank"}


def test_a_blank_is_zero_where_the_form_says_so():
    text = PATH.read_text(encoding="utf-8").replace("[table.lines]\n", '[table.lines]\nblank = "zero"\n')
    form = read_form(text.encode(), "zero.toml", REGISTRY.indicators)
    lines = [["" if text == "0" else text for text in one] for one in LINES]
    report = read("xlsx", (TITLE, matrix(lines)), form=form)
    assert (told(report), codes(report), report.doubts) == (ALL, [], ())


MIXED = {
    "a group of another kind of code": (["I", "Cấp xã", *LINES[0][2:]], "lines-mixed"),
    "a part": (["1.1", "Đất đai, cấp lần đầu", *LINES[0][2:]], "lines-mixed"),
    "a line without a code": (["", "Trong đó: cấp xã", *LINES[0][2:]], "lines-mixed"),
    "a second total": (["", "Cộng", *LINES[0][2:]], "lines-mixed"),
    "a name twice": (["4", "ĐẤT  ĐAI", *LINES[0][2:]], "lines-twice"),
}


@pytest.mark.parametrize("name", MIXED)
def test_nothing_is_summed_where_lines_may_be_parts_of_others(name):
    more, code = MIXED[name]
    report = read("docx", (TITLE, matrix([*LINES, more])))
    assert told(report) == {}
    assert codes(report) == [code]


def test_a_total_alone_is_no_line():
    report = read("docx", (TITLE, matrix([])))
    assert told(report) == {}
    assert codes(report) == ["lines-absent"]


def test_the_table_twice_is_not_summed_over_both():
    other = lines_of([("Môi trường", *PARTS[0][1:])])
    report = read("docx", (TITLE, matrix()), (("Biểu khác",), matrix(other, [])))
    assert told(report) == {}
    assert codes(report) == ["lines-mixed"]


def test_a_table_that_goes_on_after_a_page_is_summed_as_one():
    for again in ([], HEADINGS):
        report = read("docx", (TITLE, matrix(LINES[:2], [])), ((), [*again, LINES[2], total_of(LINES)]))
        assert (told(report), codes(report), report.doubts) == (ALL, [], ())


def test_headings_typed_again_within_the_table_are_no_line():
    report = read("csv", (TITLE, [*HEADINGS, *LINES[:2], *HEADINGS, LINES[2], total_of(LINES)]))
    assert (told(report), codes(report), report.doubts) == (ALL, [], ())


def test_signatures_below_are_no_lines():
    rows = [*matrix(), ["", "NGƯỜI LẬP BIỂU", *[""] * 11], ["", "Ghi chú: số liệu đến 15/12", *[""] * 11]]
    report = read("xlsx", (TITLE, rows))
    assert (told(report), codes(report), report.doubts) == (ALL, [], ())


@each_kind
def test_a_column_that_is_not_there_is_told(kind):
    headings = [list(row) for row in HEADINGS]
    headings[1][7] = "Sớm hạn"
    report = read(kind, (TITLE, matrix(headings=headings)))
    assert told(report) == {code: value for code, value in ALL.items() if code != "dossiers_settled_early"}
    (finding,) = report.findings
    assert (finding.code, finding.args) == ("figures-column-absent", {"column": "Trước hạn"})


def test_columns_of_one_name_are_told_by_what_spans_them():
    headings = [list(row) for row in HEADINGS]
    headings[0][6] = ""
    report = read("csv", (TITLE, matrix(headings=headings)))
    assert "dossiers_settled_late" not in told(report)
    assert "dossiers_settled" not in told(report)
    assert "figures-column-absent" in codes(report)


def merged_word():
    document = WordDocument()
    for text in TITLE:
        document.add_paragraph(text)
    rows = matrix()
    made = document.add_table(len(rows), 13)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                made.cell(at, column).text = text
    for first, last in [((0, 2), (0, 5)), ((0, 6), (0, 9)), ((0, 10), (0, 12)), ((1, 3), (1, 4)), ((0, 0), (2, 0)),
                        ((0, 1), (2, 1)), *[((1, at), (2, at)) for at in (2, 5, 6, 7, 8, 9, 10, 11, 12)]]:  # fmt: skip
        made.cell(*first).merge(made.cell(*last))
    stream = io.BytesIO()
    document.save(stream)
    return read_docx(stream.getvalue(), "x.docx")


def merged_sheet():
    book = Workbook()
    page = book.active
    page.title = "II.06a"
    for row in (*((text,) for text in TITLE), *matrix()):
        page.append([int(text) if str(text).isdecimal() else text for text in row])
    for cells in (
        "C4:F4",
        "G4:J4",
        "K4:M4",
        "D5:E5",
        "A4:A6",
        "B4:B6",
        *(f"{letter}5:{letter}6" for letter in "CFGHIJKLM"),
    ):
        page.merge_cells(cells)
    stream = io.BytesIO()
    book.save(stream)
    return read_xlsx(stream.getvalue(), "x.xlsx")


@pytest.mark.parametrize("make", [merged_word, merged_sheet])
def test_merged_headings_of_three_levels_are_met(make):
    (report,) = reports_of(make(), "x", FORM, REGISTRY.indicators, 2025)
    assert (told(report), codes(report), report.doubts) == (ALL, [], ())


def test_a_hidden_line_is_told_and_its_column_not_summed():
    book = Workbook()
    for row in (*((text,) for text in TITLE), *matrix()):
        book.active.append(list(row))
    book.active.row_dimensions[9].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    (report,) = reports_of(read_xlsx(stream.getvalue(), "x.xlsx"), "x", FORM, REGISTRY.indicators, 2025)
    assert told(report) == {}
    assert "cell-hidden" in codes(report)


def test_a_text_without_tabs_is_refused():
    text = "\n".join([*TITLE, *("  ".join(row) for row in matrix())])
    (report,) = reports_of(read_text(text.encode(), "x.txt"), "x", FORM, REGISTRY.indicators, 2025)
    assert (told(report), codes(report)) == ({}, ["text-table-unread"])


def test_the_title_of_another_table_contradicts_the_columns():
    text = (
        PATH.read_text(encoding="utf-8")
        + '\n[[table]]\nname = "Biểu 2"\n[table.figures]\n[table.row."1"]\nlabel = "Khác"\n'
    )
    form = read_form(text.encode(), "two.toml", REGISTRY.indicators)
    report = read("docx", (("Biểu 2",), matrix()), form=form)
    assert told(report) == {}
    assert codes(report) == ["table-title-differs"]


PRINTED = [
    ["TT", "Lĩnh vực, công việc giải quyết theo cấp", "Tiếp nhận", "", "", "", "Số lượng hồ sơ đã giải quyết", "", "", "",
     "Số lượng hồ sơ đang giải quyết", "", ""],
    ["", "", "Tổng số", "Trong đó", "", "Từ kỳ trước", "Tổng số", "Trước hạn",
     "Đúng hạn (Bao gồm cả hồ sơ chờ Bổ sung và Trả lại / Xin rút)", "Quá hạn", "Tổng số",
     "Trong hạn (Bao gồm cả hồ sơ chờ bổ sung và hồ sơ khác)", "Quá hạn"],
    ["", "", "", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", "", "", "", "", "", "", "", ""],
    [str(number) for number in range(1, 14)],
]  # fmt: skip
"""The headings that the software of a province's one-stop centres prints, the columns numbered without brackets."""


@each_kind
def test_the_headings_that_one_stop_software_prints_are_met(kind):
    report = read(kind, (TITLE, matrix(headings=PRINTED)))
    assert told(report) == ALL
    assert codes(report) == []
