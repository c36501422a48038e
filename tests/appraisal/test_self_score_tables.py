"""Self-scores in tables that people made by hand: every claim is read or told, none is lost."""

import io
from dataclasses import replace
from datetime import date
from fractions import Fraction as F

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from cchc_score.appraisal.appraisal_model import Evidence
from cchc_score.appraisal.self_score_tables import from_work_tables
from cchc_score.builtin.readers import read_csv_grid, read_docx, read_xlsx
from cchc_score.documents import Cell, Tables
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from tests.appraisal.kit import RULES, cells, codes, scored
from tests.strategies import examples
from tests.workbooks import saved

HEAD = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Minh chứng", "Giải trình"]
ROWS = [
    ["1", "Lĩnh vực 1", "7", "3,5", "", ""],
    ["1.1", "Tiêu chí 1.1", "3", "2,5", "", ""],
    ["1.1.1", "Tiêu chí 1.1.1", "2", "1,5", "KH 02; BC 03", "Vì"],
    ["1.1.2", "Tiêu chí 1.1.2", "1", "1", "Ảnh chụp", ""],
    ["1.2", "Tiêu chí 1.2", "2", "1", "Sổ", ""],
    ["", "Tổng cộng", "11", "3,5", "", ""],
]
WANTED = {"1.1.1": scored("1.5"), "1.1.2": scored(1), "1.2": scored(1)}


def told(*rows, name="self-scores/M01.csv", lines=()):
    """What a table of one unit tells."""
    return from_work_tables(Tables((cells(*rows),), tuple(enumerate(lines, 1))), name, RULES)


def marks(work):
    return {one.criterion: one.mark for one in work.claims}


def test_a_table_as_the_template_prints_it():
    work = told(["Đơn vị: Xã Mẫu 02 (M02)"], ["Ngày: 01/12/2023"], HEAD, *ROWS, name="self-scores/bang.csv")
    assert marks(work) == WANTED
    assert work.findings == ()
    first = work.claims[0]
    assert (first.unit, first.by, first.on) == ("M02", "Xã Mẫu 02", date(2023, 12, 1))
    assert (first.evidence, first.explanation) == ((Evidence("KH 02"), Evidence("BC 03")), "Vì")
    assert (first.origin.file, first.origin.line, first.origin.printed) == ("self-scores/bang.csv", 6, "1,5")


@pytest.mark.full
@examples(60)
@given(st.permutations(range(6)), st.data())
def test_the_order_of_the_columns_means_nothing(order, data):
    names = {
        "STT": ["STT", "TT", "Mã tiêu chí"],
        "Tiêu chí": ["Tiêu chí", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "NỘI DUNG"],
        "Điểm tối đa": ["Điểm tối đa", "Thang điểm"],
        "Điểm tự chấm": ["Điểm tự chấm", "ĐIỂM TỰ ĐÁNH GIÁ (theo QĐ)", "Tự chấm"],
    }
    head = [data.draw(st.sampled_from(names.get(one, [one]))) for one in HEAD]
    work = told(*([row[place] for place in order] for row in (head, *ROWS)))
    assert marks(work) == WANTED
    assert work.findings == ()
    assert {one.unit for one in work.claims} == {"M01"}


def test_criteria_are_known_by_number_alone_by_title_alone_or_both():
    by_number = told(["STT", "Tự chấm"], *([row[0], row[3]] for row in ROWS[:-1]))
    by_title = told(["Tiêu chí", "Tự chấm"], *([row[1].upper(), row[3]] for row in ROWS))
    assert marks(by_number) == marks(by_title) == WANTED
    assert by_number.findings == by_title.findings == ()


def test_numbers_may_end_in_a_point():
    assert marks(told(HEAD, ["1.2.", "Tiêu chí 1.2", "2", "1", "", ""])) == {"1.2": scored(1)}


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (["1.2", "Tiêu chí 1.3", "2", "1"], ["claim-title"]),
        (["1.2", "Lĩnh vực 1", "2", "1"], ["claim-title"]),
        (["9.9", "Tiêu chí lạ", "2", "1"], ["claim-row"]),
        (["9.9", "", "2", "1"], ["claim-row"]),
        (["9.9", "Tiêu chí 1.2", "2", "1"], ["claim-row"]),
        (["", "Tiêu chí lạ", "2", "1"], ["claim-row"]),
        (["", "", "", "1"], ["claim-row"]),
        (["", "", "", "Người lập biểu"], []),
        (["", "", "", ""], []),
        (["", "Tiêu chí lạ", "2", ""], []),
        (["(1)", "(2)", "(3)", "(4)"], []),
        (HEAD, []),
        (["1.2", "Tiêu chí 1.2", "2", ""], []),
        (["1.2", "Tiêu chí 1.2", "2", "2,5"], ["mark-above"]),
        (["1.2", "Tiêu chí 1.2", "2", "0,125"], ["mark-step"]),
        (["1.2", "Tiêu chí 1.2", "2", "đạt"], ["mark-unreadable"]),
        (["1.2", "Tiêu chí 1.2", "2", "1/2"], ["mark-unreadable"]),
        (["1.2", "Tiêu chí 1.2", "2", Cell("2", F(-1))], ["mark-negative"]),
        (["1.2", "Tiêu chí 1.2", "2", Cell("#DIV/0!", fault="cell-error")], ["cell-error"]),
        (["2.2", "Tiêu chí 2.2", "1", "1"], ["criterion-not-held"]),
    ],
)  # fmt: skip
def test_what_claims_nothing_is_told_where_it_says_something(row, found):
    work = told(HEAD, row)
    assert work.claims == ()
    assert codes(work.findings) == found
    assert all(one.place.line == 2 for one in work.findings)


def test_a_maximum_that_differs_from_the_scheme_is_told():
    work = told(
        HEAD,
        ["1.1", "Tiêu chí 1.1", "4", "", ""],
        ["1.2", "Tiêu chí 1.2", "3", "1"],
        ["1.3", "Tiêu chí 1.3", "hai", "1"],
    )
    assert codes(work.findings) == ["claim-maximum", "claim-maximum"]
    assert set(marks(work)) == {"1.2", "1.3"}
    assert "bảng tự chấm ghi điểm tối đa 4, bộ tiêu chí ghi 3" in work.findings[0].words()


def test_a_sum_that_its_parts_do_not_give_is_told():
    wrong = [list(row) for row in ROWS]
    wrong[1][3] = "3"
    (found,) = told(HEAD, *wrong).findings
    assert (found.code, found.args) == ("claim-parent", {"value": 3, "sum": F(5, 2)})


def test_points_beside_a_criterion_with_parts_are_told_where_no_part_has_any():
    (found,) = told(HEAD, ["1.1", "Tiêu chí 1.1", "3", "2,5"], ["1.2", "Tiêu chí 1.2", "2", "1"]).findings
    assert (found.code, found.place.criterion, found.place.line) == ("criterion-of-parts", "1.1", 2)
    # A formula over empty cells.
    assert told(HEAD, ["1.1", "Tiêu chí 1.1", "3", "0"]).findings == ()


@pytest.mark.parametrize(
    ("combine", "claims", "right"),
    [
        ("sum", ("2", "0.5"), "2.5"),
        ("best", ("2", "0.5"), "2"),
        ("all", ("2", "1"), "3"),
        ("all", ("2", "0.5"), "0"),
        ("chosen", ("0.5", ""), "0.5"),
    ],
)
def test_a_total_is_held_against_what_its_criterion_makes_of_its_parts(combine, claims, right):
    criteria = dict(RULES.scheme.criteria)
    criteria["1.1"] = replace(criteria["1.1"], combine=combine)
    rules = replace(RULES, scheme=replace(RULES.scheme, criteria=criteria))

    def codes_of(total):
        rows = [["1.1", "", "", total], ["1.1.1", "", "", claims[0]], ["1.1.2", "", "", claims[1]]]
        return codes(from_work_tables(Tables((cells(HEAD, *rows),)), "self-scores/M01.csv", rules).findings)

    assert codes_of(right) == []
    assert codes_of("1.75") == ["claim-parent"]


def test_a_number_that_may_have_lost_a_zero_is_decided_by_the_title_or_told():
    criteria = dict(RULES.scheme.criteria)
    criteria["1.20"] = replace(criteria["1.2"], number="1.20", title="Tiêu chí 1.20")
    rules = replace(RULES, scheme=replace(RULES.scheme, criteria=criteria))

    def read(number, title):
        return from_work_tables(Tables((cells(HEAD, [number, title, "", "1"]),)), "self-scores/M01.csv", rules)

    figure = Cell("1.2", F(6, 5))
    assert set(marks(read(figure, "Tiêu chí 1.2"))) == {"1.2"}
    assert set(marks(read("1.2", ""))) == {"1.2"}
    assert codes(read(figure, "Tiêu chí 1.20").findings) == ["claim-title"]
    lost = read(figure, "")
    assert (codes(lost.findings), lost.claims) == (["claim-row"], ())


def test_values_that_excel_stores_are_exact_and_outcomes_are_words():
    work = told(HEAD, ["1.2", "", "2", Cell("1.5", F(3, 2))], ["1.3", "", Cell("2", F(2)), "không áp dụng"])
    assert marks(work) == {"1.2": scored("1.5"), "1.3": HandMark(Outcome.NOT_APPLICABLE)}


LISTED = ["Đơn vị", *HEAD]


def test_one_table_may_tell_of_many_units_whose_cells_are_merged():
    work = told(
        LISTED,
        ["Xã Mẫu 01", "1.1.1", "", "", "1"],
        ["", "1.2", "", "", "2"],
        ["M02", "1.1.1", "", "", "0,5"],
        ["", "1.2", "", "", "0"],
    )
    assert [(one.unit, one.criterion, one.mark.points) for one in work.claims] == [
        ("M01", "1.1.1", 1), ("M01", "1.2", 2), ("M02", "1.1.1", F(1, 2)), ("M02", "1.2", 0),
    ]  # fmt: skip
    assert work.findings == ()


def test_rows_of_an_unknown_unit_are_told_once_and_those_of_nobody_each():
    work = told(LISTED, ["", "1.2", "", "", "1"], ["Xã Lạ", "1.1.1", "", "", "1"], ["", "1.2", "", "", "2"], LISTED)
    assert work.claims == ()
    assert codes(work.findings) == ["unit-unnamed", "unit-unknown"]


def test_the_unit_is_named_above_in_a_paragraph_or_by_the_file():
    assert told(HEAD, *ROWS, lines=["Đơn vị: Xã Mẫu 02"]).claims[0].unit == "M02"
    assert told(HEAD, *ROWS, name="self-scores/Xã Mẫu 02 2023.xlsx").claims[0].unit == "M02"
    nobody = told(HEAD, *ROWS, name="self-scores/bang.xlsx")
    assert (nobody.claims, codes(nobody.findings)) == ((), ["unit-unnamed"])
    unknown = told(["Đơn vị: Xã Lạ"], HEAD, *ROWS)
    assert (unknown.claims, codes(unknown.findings)) == ((), ["unit-unknown"])


def test_the_faults_of_a_table_of_nobody_are_told_too():
    work = told(["Đơn vị: Xã Lạ"], HEAD, ["9.9", "Tiêu chí lạ", "2", "1"])
    assert codes(work.findings) == ["unit-unknown", "claim-row"]


def test_a_document_without_a_self_score_table_says_so():
    assert codes(told(["STT", "Chỉ tiêu", "Số liệu"]).findings) == ["claims-nowhere"]
    assert codes(from_work_tables(read_csv_grid(b"a,b\n1,2\n", "M01.csv"), "M01.csv", RULES).findings) == [
        "claims-nowhere"
    ]


def test_csv():
    text = 'STT,Tự chấm,Minh chứng\n1.1.1,"1,5",KH\n1.2,2\n'
    work = from_work_tables(read_csv_grid(text.encode(), "M01.csv"), "M01.csv", RULES)
    assert marks(work) == {"1.1.1": scored("1.5"), "1.2": scored(2)}


def test_a_workbook_made_by_hand_with_merged_cells():
    book = Workbook()
    sheet = book.active
    sheet.title = "Tự chấm"
    for row in (
        ["BẢNG TỰ CHẤM ĐIỂM"], ["Đơn vị:", "Xã Mẫu 01"], ["Ngày:", date(2023, 12, 1)],
        ["TT", "Tiêu chí", "Điểm", None, "Tài liệu kiểm chứng"], [None, None, "Điểm tối đa", "Tự chấm", None],
        ["1.1.1", "Tiêu chí 1.1.1", 2, 1.5, "KH 02"], [None, None, None, None, "BC 03"],
        [1.2, "Tiêu chí 1.2", 2, "=1+1", "Sổ"], ["1.3", "Tiêu chí 1.3", 2, 0, None],
    ):  # fmt: skip
        sheet.append(row)
    for area in ("A1:E1", "A4:A5", "B4:B5", "C4:D4", "E4:E5", "A6:A7", "B6:B7", "C6:C7", "D6:D7"):
        sheet.merge_cells(area)
    work = from_work_tables(read_xlsx(saved(book), "x.xlsx"), "self-scores/x.xlsx", RULES)
    assert marks(work) == {"1.1.1": scored("1.5"), "1.3": scored(0)}
    assert codes(work.findings) == ["cell-uncalculated"]
    assert work.findings[0].place.cell == "Tự chấm!D8"
    assert work.claims[0].on == date(2023, 12, 1)
    assert work.claims[0].origin.cell == "Tự chấm!D6"


def test_points_merged_over_two_criteria_are_told_and_a_paper_proves_both():
    merged = [*ROWS[3][:3], Cell(merged="1,5"), Cell(merged="KH 02; BC 03"), ""]
    work = told(HEAD, ROWS[2], merged)
    assert (marks(work), codes(work.findings)) == ({}, ["cell-merged", "cell-merged"])
    assert [one.place.criterion for one in work.findings] == ["1.1.1", "1.1.2"]
    own = [*ROWS[3][:4], Cell(merged="KH 02; BC 03"), ""]
    work = told(HEAD, ROWS[2], own)
    assert [one.evidence for one in work.claims] == [(Evidence("KH 02"), Evidence("BC 03"))] * 2


def test_a_word_table_made_by_hand():
    document = Document()
    document.add_paragraph("Đơn vị: Xã Mẫu 02")
    grid = document.add_table(4, 4)
    for row, texts in enumerate(
        [HEAD[:4], ["1.1.1", "Tiêu chí 1.1.1", "2", "1,5"], ["1.2", "Tiêu chí 1.2", "2", "1"], ["Tổng", "", "", "2,5"]]
    ):
        for column, text in enumerate(texts):
            grid.cell(row, column).text = text
    grid.cell(3, 0).merge(grid.cell(3, 2))
    file = io.BytesIO()
    document.save(file)
    work = from_work_tables(read_docx(file.getvalue(), "x.docx"), "self-scores/x.docx", RULES)
    assert marks(work) == {"1.1.1": scored("1.5"), "1.2": scored(1)}
    assert work.findings == ()
    assert (work.claims[0].unit, work.claims[0].origin.table, work.claims[0].origin.line) == ("M02", 1, 2)


CELLS = st.sampled_from(
    [
        "",
        "1",
        "1.1.1",
        "1.2",
        "9.9",
        "0,5",
        "5",
        "x",
        "Tiêu chí 1.2",
        "Tổng",
        "Lĩnh vực 1",
        "M01",
        "Xã Mẫu 02",
        "(1)",
        "STT",
    ]
) | st.text(max_size=6)


@pytest.mark.full
@examples(200)
@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=6), st.booleans())
def test_every_number_of_points_is_a_claim_or_told_unless_it_is_a_sum(rows, listed):
    head = ["Đơn vị" if listed else "x", "STT", "Tiêu chí", "Tự chấm"]
    work = told(head, *rows)
    assert all(one.words("vi") and one.words("en") for one in work.findings)
    claimed, noticed = {one.origin.line for one in work.claims}, {one.place.line for one in work.findings}
    unknown = any(one.code.startswith("unit-unknown") for one in work.findings)
    for line, (_, number, title, points) in enumerate(rows, 2):
        sums = number in ("1", "1.1") or {number, title} & {"1", "Tổng", "Lĩnh vực 1"}
        if points in ("1", "0,5") and not sums and not unknown:
            assert line in claimed | noticed
