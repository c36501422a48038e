"""Self-score tables as offices really send them: areas in capitals, gaps in the numbers, 11.99 beside 1,50."""

import io
from fractions import Fraction as F

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.self_score_tables import from_work_tables
from cchc_score.appraisal.work_context import work_context
from cchc_score.builtin.readers import read_docx
from cchc_score.documents import CellTable, Tables
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Unit
from cchc_score.schemes import read_scheme
from tests.appraisal.kit import cells, codes
from tests.appraisal.made_schemes import scheme_of
from tests.other_workbooks import KINDS, book
from tests.running import SHARED, command
from tests.strategies import examples

HEAD = (
    "TT",
    "Lĩnh vực/Tiêu chí/Tiêu chí thành phần",
    "Điểm chuẩn",
    "Điểm tự đánh giá",
    "Tài liệu kiểm chứng\n(Số, ký hiệu và ngày ban hành)",
)
PAPERS = "- Kế hoạch số 12/KH-UBND ngày 05/01/2025\n- Báo cáo số 45 (12/6)\n- Ảnh chụp"
ROWS = (
    ("1", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "3.50", "3.49", ""),
    ("1.1", "Ban hành kế hoạch (KH)", "1.00", "1.00", PAPERS),
    ("1.2", "Kiểm tra", "2.50", "2,49", ""),
    ("1.2.1", "Tỷ lệ đơn vị được kiểm tra", "1.50", "1.49", "- Quyết định số 7\n- Quyết định số 8"),
    ("1.2.3", "Xử lý sau kiểm tra", "1.00", "1,00", ""),
    ("4", "CẢI CÁCH TỔ CHỨC BỘ MÁY", "12.00", "11.99", ""),
    ("4.3", "Sắp xếp, kiện toàn tổ chức", "12.00", "11.99", "- Đề án số 3"),
    ("", "TỔNG CỘNG", "15.50", "15.48", ""),
)
TITLE = "TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025 CỦA ỦY BAN NHÂN DÂN XÃ MẪU 01"
UNITS = (Unit("M01", "Xã Mẫu 01", "xã"), Unit("M02", "Xã Mẫu 02", "xã"))
CLAIMED = {"1.1": F(1), "1.2.1": F("1.49"), "1.2.3": F(1), "4.3": F("11.99")}
SCHEME = scheme_of([row[:3] for row in ROWS if row[0]])


@pytest.fixture(scope="module")
def context(registry):
    scheme = read_scheme(SCHEME, "tu-cham.toml", registry.methods, registry.indicators)
    return work_context(scheme, UnitLookup(UNITS, UNITS))


def told(context, *tables, lines=(TITLE,), name="self-scores/bang.docx"):
    """What the tables of a document claim, whose lines stand before them."""
    numbered = tuple(CellTable(table.rows, number=at, after=9) for at, table in enumerate(tables, 1))
    return from_work_tables(Tables(numbered, tuple(enumerate(lines, 1))), name, context)


def points(work):
    """The points claimed, by criterion."""
    return {one.criterion: one.mark.points for one in work.claims}


def changed(number, value):
    """The rows with other points in one of them."""
    return [(*row[:3], value, row[4]) if row[0] == number else row for row in ROWS]


def test_every_claim_and_every_paper_of_such_a_table_is_read(context):
    work = told(context, cells(HEAD, *ROWS))
    assert points(work) == CLAIMED
    assert codes(work.findings) == []
    assert {one.unit for one in work.claims} == {"M01"}
    first = next(one for one in work.claims if one.criterion == "1.1")
    assert len(first.evidence) == 3
    assert "12/KH-UBND" in str(first.evidence[0])


@pytest.mark.parametrize(
    ("number", "value", "sums"), [("1", "3.48", "3.49"), ("4", "12", "11.99"), ("1.2", "2.5", "2.49")]
)
def test_a_total_that_its_criteria_do_not_give_is_told(context, number, value, sums):
    work = told(context, cells(HEAD, *changed(number, value)))
    assert points(work) == CLAIMED
    (finding,) = work.findings
    assert (finding.code, finding.args) == ("claim-parent", {"value": F(value), "sum": F(sums)})
    assert finding.place.unit == "Xã Mẫu 01"
    assert (finding.place.area or finding.place.criterion) == number


def test_a_total_of_an_area_of_which_nothing_is_claimed_is_not_compared(context):
    blank = [(*row[:3], "" if row[0].startswith("4.") else row[3], row[4]) for row in ROWS]
    assert codes(told(context, cells(HEAD, *blank)).findings) == []


@examples(40)
@given(st.integers(1, len(ROWS) - 1), st.booleans())
def test_a_table_may_go_on_in_another_with_its_headings_or_without(context, at, headed):
    second = cells(*([HEAD] if headed else []), *ROWS[at:])
    work = told(context, cells(HEAD, *ROWS[:at]), second)
    assert points(work) == CLAIMED
    assert codes(work.findings) == []


def test_a_table_of_something_else_behind_it_is_none(context):
    work = told(
        context, cells(HEAD, *ROWS), cells(("Nơi nhận", "Ký tên", "", "", ""), ("- Lưu VT", "Chủ tịch", "", "", ""))
    )
    assert points(work) == CLAIMED
    assert codes(work.findings) == []


class TestOwner:
    def test_the_title_names_it_where_nothing_else_does(self, context):
        for lines in ((TITLE,), ("ỦY BAN NHÂN DÂN", "XÃ MẪU 01"), ("(Kèm theo Báo cáo của UBND xã Mẫu 01)",)):
            assert {one.unit for one in told(context, cells(HEAD, *ROWS), lines=lines).claims} == {"M01"}

    def test_the_title_may_stand_in_the_table(self, context):
        work = told(context, cells((TITLE, "", "", "", ""), HEAD, *ROWS), lines=())
        assert {one.unit for one in work.claims} == {"M01"}

    def test_of_two_in_the_title_the_name_of_the_file_decides(self, context):
        lines = (TITLE, "So với UBND xã Mẫu 02")
        assert codes(told(context, cells(HEAD, *ROWS), lines=lines).findings) == ["unit-unnamed"]
        work = told(context, cells(HEAD, *ROWS), lines=lines, name="self-scores/M02.docx")
        assert {one.unit for one in work.claims} == {"M02"}

    def test_a_file_of_another_name_than_its_title_is_not_used(self, context):
        work = told(context, cells(HEAD, *ROWS), name="self-scores/M02.docx")
        assert codes(work.findings) == ["unit-contradicted"]
        assert work.claims == ()
        assert "Xã Mẫu 01" in work.findings[0].words("vi")

    def test_a_line_for_the_unit_outweighs_both(self, context):
        work = told(context, cells(HEAD, *ROWS), lines=(TITLE, "Đơn vị: Xã Mẫu 02"), name="self-scores/M01.docx")
        assert {one.unit for one in work.claims} == {"M02"}

    def test_what_stands_behind_the_table_says_nothing(self, context):
        table = CellTable(cells(HEAD, *ROWS).rows, number=1, after=1)
        document = Tables((table,), ((1, TITLE), (2, "Nơi nhận: UBND xã Mẫu 02")))
        work = from_work_tables(document, "self-scores/bang.docx", context)
        assert {one.unit for one in work.claims} == {"M01"}

    def test_an_office_that_is_no_unit_of_the_year_names_nobody(self, context):
        work = told(context, cells(HEAD, *ROWS), lines=("UBND TỈNH KHÁC",))
        assert codes(work.findings) == ["unit-unnamed"]


def word_bytes(title, rows):
    """A Word document of a title and a table."""
    document = Document()
    document.add_paragraph(title)
    table = document.add_table(0, len(HEAD))
    for texts in (HEAD, *rows):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def year_of_self_scores(folder, name, data, scheme=SCHEME, units="M01,Xã Mẫu 01,xã\nM02,Xã Mẫu 02,xã\n"):
    """The folder of a year in which there is nothing but self-scores."""
    folder.joinpath("self-scores").mkdir()
    folder.joinpath("self-scores", name).write_bytes(data)
    folder.joinpath("tu-cham.toml").write_bytes(scheme)
    folder.joinpath("units.csv").write_text(f"code,name,kind\n{units}", encoding="utf-8")
    config = 'scheme = "tu-cham.toml"\nunits = "units.csv"\nself_scores = "self-scores"\n'
    folder.joinpath("cchc.toml").write_text(config, encoding="utf-8")
    return folder


def test_self_scores_alone_are_ranked_and_scored(tmp_path):
    folder = year_of_self_scores(tmp_path, "bang.docx", word_bytes(TITLE, ROWS))
    ranked = command("rank", folder, "--stage", "self", "--format", "csv")
    assert ranked.code == 0
    assert "15,48" in ranked.out
    assert "M01" not in ranked.err
    assert "không có báo cáo nào" in ranked.err, "of the unit without a self-score"
    scored = command("score", folder, "--stage", "self", "--unit", "M01", "--quiet")
    assert (scored.code, "11,99" in scored.out) == (0, True)
    assert command("check", folder).code == 1
    # What nobody has reported or marked is still nothing.
    assert command("rank", folder).code == 5


def test_reports_that_the_year_names_are_still_missed(tmp_path):
    folder = year_of_self_scores(tmp_path, "bang.docx", word_bytes(TITLE, ROWS))
    with folder.joinpath("cchc.toml").open("a", encoding="utf-8") as file:
        file.write('reports = "bao-cao"\n')
    assert command("rank", folder, "--stage", "self").code == 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_of_another_kind_is_read_as_well(tmp_path, kind):
    numbers = [
        [cell if at not in (2, 3) else float(cell.replace(",", ".")) for at, cell in enumerate(row)] for row in ROWS
    ]
    data = book(kind, [[TITLE], list(HEAD), *numbers])
    folder = year_of_self_scores(tmp_path, f"bang.{kind}", data)
    ranked = command("rank", folder, "--stage", "self", "--format", "csv")
    assert (ranked.code, "15,48" in ranked.out) == (0, True)


REAL = SHARED / "reports" / "real-2025" / "tu-danh-gia-2025.docx"


@pytest.mark.skipif(not REAL.exists(), reason="the real table stands beside the project only where it is checked")
def test_the_real_table_of_a_province_is_ranked_without_any_report(tmp_path):
    (table,) = read_docx(REAL.read_bytes(), REAL.name).tables
    rows = [[" ".join(cell.text.split()) for cell in row] for _, row in table.rows[1:]]
    named = [(row[0].rstrip("."), row[1], row[2]) for row in rows if row[0][:1].isdecimal()]
    folder = year_of_self_scores(tmp_path, "bang.docx", REAL.read_bytes(), scheme_of(named), "68,Tỉnh Lâm Đồng,tỉnh\n")
    ranked = command("rank", folder, "--stage", "self", "--format", "csv", "--lang", "en")
    assert (ranked.code, ranked.err) == (0, "")
    for total in ("8.00", "5.00", "11.99", "6.50", "5.50", "7.25", "11.96", "4.30", "60.50"):
        assert total in ranked.out
