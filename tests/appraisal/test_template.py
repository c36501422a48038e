"""The self-score table that communes fill: whatever they write into it is what is read."""

import csv
import io
from dataclasses import replace
from datetime import date
from fractions import Fraction as F
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from cchc_score.appraisal.appraisal_model import Evidence
from cchc_score.appraisal.claims import given_by_others
from cchc_score.appraisal.self_score_sheet import ENGLISH, HEADINGS, template
from cchc_score.appraisal.self_score_tables import from_work_tables
from cchc_score.appraisal.work_context import work_context
from cchc_score.builtin.readers import read_csv_grid, read_docx, read_xlsx
from cchc_score.engine import held_criteria
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Outcome, Unit
from cchc_score.office.csv_form import csv_text
from cchc_score.office.word_form import word_form
from cchc_score.office.workbook import write_workbook
from cchc_score.points import decimals_needed, plain
from cchc_score.registry.registry import load_registry
from cchc_score.sheet import HandMark
from cchc_score.text import nfc
from cchc_score.year.packaged import load_scheme
from tests.strategies import METHODS, examples, points_up_to, schemes

LETTERS = "aăâđêơưẫềộ ABĐÊ 0123456789 .,/()-+=@'\"_%"
WORDS = st.text(LETTERS, max_size=30).map(lambda text: " ".join(nfc(text).split()))
PROOF = WORDS.filter(lambda text: text.casefold() not in ("", "không", "không có", "none"))
OUTCOMES = {
    "không áp dụng": Outcome.NOT_APPLICABLE,
    "not applicable": Outcome.NOT_APPLICABLE,
    "thiếu": Outcome.MISSING,
    "pending": Outcome.PENDING,
}
UNITS = (
    Unit("M01", "Xã Mẫu 01"),
    Unit("15.865", "Phường Tân (cũ)"),
    Unit("a b/c", "Đặc khu Đảo"),
    Unit("=x", "=Xã Bằng"),
)


@st.composite
def filled(draw):
    """A scheme, a unit, the day, and what the unit writes for some of its criteria: (mark, evidence, explanation)."""
    scheme = draw(schemes())
    claims = {}
    for leaf in scheme.leaves:
        if leaf.number in held_criteria(scheme) and draw(st.booleans()):
            points = points_up_to(leaf.max_points, scheme.decimals_of(leaf))
            mark = draw(points | points | st.sampled_from(sorted(OUTCOMES)))
            claims[leaf.number] = (mark, draw(st.lists(PROOF, max_size=2)), draw(WORDS))
    return scheme, draw(st.sampled_from(UNITS)), draw(st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))), claims


def typed(mark, comma):
    """Points as people type them; a number with three decimals, which may be thousands, with a fourth."""
    if isinstance(mark, str):
        return mark
    text = plain(mark, 4 if decimals_needed(mark) == 3 else None)
    return text.replace(".", ",") if comma else text


def cells_of(claims, number, comma):
    """What stands in the last three columns of a row."""
    if number not in claims:
        return ("", "", "")
    mark, evidence, explanation = claims[number]
    return typed(mark, comma), "\n".join(evidence), explanation


def dated(text, day):
    return f"{text} {day:%d/%m/%Y}" if day and text in ("Ngày:", "Date:") else text


def in_excel(sheet, lang, day, claims):
    book = load_workbook(io.BytesIO(write_workbook([sheet])))
    (page,) = book.worksheets
    for row in page.iter_rows():
        row[0].value = dated(row[0].value, day) if row[0].value else None
        number = row[0].value
        if number in claims:
            mark, evidence, explanation = claims[number]
            for cell, value in zip(row[3:6], (mark, "\n".join(evidence), explanation), strict=True):
                cell.value = (float(value) if isinstance(value, F) else value) or None
                if isinstance(value, str) and value:
                    cell.data_type = "s"
            if mark == 0:
                row[3].value = 0
    stream = io.BytesIO()
    book.save(stream)
    return read_xlsx(stream.getvalue(), "a.xlsx")


def in_word(sheet, lang, day, claims):
    made = Document(io.BytesIO(word_form(sheet, lang)))
    for paragraph in made.paragraphs:
        paragraph.text = dated(paragraph.text, day)
    for row in made.tables[0].rows:
        cells = row.cells
        if cells[0].text in claims:
            for cell, text in zip(cells[3:6], cells_of(claims, cells[0].text, lang == "vi"), strict=True):
                cell.text = text
    stream = io.BytesIO()
    made.save(stream)
    return read_docx(stream.getvalue(), "a.docx")


def in_csv(sheet, lang, day, claims):
    text = csv_text(sheet, lang).decode("utf-8-sig")
    mark = ";" if lang == "vi" else ","
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=mark)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
        row[0] = dated(row[0], day)
        writer.writerow([*row[:3], *cells_of(claims, row[0], lang == "vi")] if row[0] in claims else row)
    return read_csv_grid(stream.getvalue().encode(), "a.csv")


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("fill", [in_excel, in_word, in_csv])
@pytest.mark.full
def test_what_is_written_into_a_template_is_what_is_read(fill, lang):
    @examples(60 if fill is in_csv else 25)
    @given(filled())
    def law(drawn):
        scheme, unit, day, claims = drawn
        found = fill(template(scheme, METHODS, unit, lang), lang, day, claims)
        work = from_work_tables(found, "tep", work_context(scheme, UnitLookup(UNITS, UNITS)))
        assert not [one for one in work.findings if one.severity == "error"]
        read = {one.criterion: (one.mark, one.evidence, one.explanation) for one in work.claims}
        assert read == {
            number: (
                HandMark(OUTCOMES[mark]) if isinstance(mark, str) else HandMark(Outcome.SCORED, mark),
                tuple(Evidence(one) for one in evidence),
                explanation,
            )
            for number, (mark, evidence, explanation) in claims.items()
        }
        assert {(one.unit, one.on) for one in work.claims} <= {(unit.code, day)}
        assert not work.findings

    law()


REGISTRY = load_registry()
SCHEME = load_scheme("minh-hoa-2023", Path(), REGISTRY.methods, REGISTRY.indicators)


def read_sheet(*rows, merged=()):
    """What the reader makes of a sheet that a person typed."""
    book = Workbook()
    page = book.active
    for row in rows:
        page.append(row)
    for span in merged:
        page.merge_cells(span)
    stream = io.BytesIO()
    book.save(stream)
    return from_work_tables(
        read_xlsx(stream.getvalue(), "a.xlsx"), "a.xlsx", work_context(SCHEME, UnitLookup(UNITS, UNITS))
    )


def title(number):
    return SCHEME.criteria[number].title


def test_a_table_that_a_person_made_is_read():
    """Columns in another order under other headings of two rows, merged areas, a sum, numbers of columns."""
    work = read_sheet(
        ("UBND HUYỆN", None, None, "Đơn vị:", "Xã Mẫu 01"),
        (None, None, None, "Ngày lập:", date(2023, 12, 8)),
        ("Nội dung đánh giá", "Điểm", None, "Tài liệu minh chứng", "Số thứ tự", "Ghi chú"),
        (None, "Điểm chuẩn", "Đơn vị tự chấm", None, None, None),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        ("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", None, None, None, None, None),
        (title("1.1").upper(), 6, 3, None, "1.1", None),
        (title("1.1.1"), 1, 1, "Kế hoạch 02/KH-UBND; Quyết định 5", "1.1.1.", "đúng hạn"),
        (title("1.1.2"), 3, "2", "không có", "1.1.2", None),
        ("TỔNG CỘNG", 100, 3, None, None, None),
        merged=("A3:A4", "B3:C3", "D3:D4", "E3:E4", "F3:F4", "A6:F6"),
    )
    assert not work.findings
    assert [(one.unit, one.on, one.criterion, one.mark.points, one.explanation) for one in work.claims] == [
        ("M01", date(2023, 12, 8), "1.1.1", F(1), "đúng hạn"),
        ("M01", date(2023, 12, 8), "1.1.2", F(2), ""),
    ]
    assert [one.document for one in work.claims[0].evidence] == ["Kế hoạch 02/KH-UBND", "Quyết định 5"]
    assert work.claims[1].evidence == ()


def test_numbers_and_titles_in_one_column_are_read_together():
    work = read_sheet(
        ("Đơn vị: Xã Mẫu 01 (M01)",),
        ("Tiêu chí", "Điểm tự chấm"),
        (f"1.1.1. {title('1.1.1')}", 1),
        (f"1.1.2 {title('1.1.2')}", "1,5"),
        (f"1.1.3 {title('1.1.2')}", 1),
    )
    assert [(one.criterion, one.mark.points) for one in work.claims] == [("1.1.1", F(1)), ("1.1.2", F(3, 2))]
    assert [one.code for one in work.findings] == ["claim-title"]


def test_the_blank_column_under_the_name_of_a_unit_is_no_column_of_units():
    work = read_sheet(
        ("Đơn vị:", "Xã Mẫu 01"), (None, "STT", "Tiêu chí", "Điểm tự chấm"), (None, "1.1.1", title("1.1.1"), 1)
    )
    assert not work.findings
    assert [(one.unit, one.criterion) for one in work.claims] == [("M01", "1.1.1")]


def test_a_title_that_looks_like_a_formula_is_still_the_title():
    criteria = {**SCHEME.criteria, "1.1.1": replace(SCHEME.criteria["1.1.1"], title="=1+1")}
    scheme = replace(SCHEME, criteria=criteria)
    text = csv_text(template(scheme, REGISTRY.methods, UNITS[0], "vi"), "vi").decode("utf-8-sig")
    assert '"\'=1+1"' in text
    line = next(line for line in text.splitlines() if "'=1+1" in line)
    filled_in = text.replace(line, line.replace('"1";"";"";""', '"1";"0,5";"";""')).encode()
    work = from_work_tables(read_csv_grid(filled_in, "a.csv"), "a.csv", work_context(scheme, UnitLookup(UNITS, UNITS)))
    assert [(one.criterion, one.mark.points) for one in work.claims] == [("1.1.1", F(1, 2))]


def test_a_template_without_a_unit_is_known_by_its_file_or_by_what_is_typed_beside():
    sheet = template(SCHEME, REGISTRY.methods, None, "vi")
    book = load_workbook(io.BytesIO(write_workbook([sheet])))
    page = book.active
    row = next(row for row in page.iter_rows() if row[0].value == "1.1.1")
    row[3].value = 1
    stream = io.BytesIO()
    book.save(stream)
    known = work_context(SCHEME, UnitLookup(UNITS, UNITS))
    found = read_xlsx(stream.getvalue(), "a.xlsx")
    assert [one.unit for one in from_work_tables(found, "M01.xlsx", known).claims] == ["M01"]
    assert [one.code for one in from_work_tables(found, "bang.xlsx", known).findings] == ["unit-unnamed"]
    head = next(row for row in page.iter_rows() if row[0].value == "Đơn vị:")
    head[2].value = "Xã Mẫu 01"
    stream = io.BytesIO()
    book.save(stream)
    found = read_xlsx(stream.getvalue(), "a.xlsx")
    assert [one.unit for one in from_work_tables(found, "bang.xlsx", known).claims] == ["M01"]


def test_a_template_says_what_the_unit_has_nothing_to_claim_for():
    sheet = template(SCHEME, REGISTRY.methods, None, "vi")
    noted = {row[0] for row in sheet.rows if row[5]}
    leaves = SCHEME.leaves
    assert noted == {one.number for one in leaves if given_by_others(one, SCHEME, REGISTRY.methods)}
    assert noted


def test_what_the_english_template_prints_is_among_the_headings():
    assert ENGLISH.keys() == HEADINGS.keys()
    assert all(text in HEADINGS[role] for role, text in ENGLISH.items())


def test_the_same_template_gives_the_same_bytes():
    sheet = template(SCHEME, REGISTRY.methods, UNITS[0], "vi")
    assert write_workbook([sheet]) == write_workbook([sheet])
    assert word_form(sheet, "vi") == word_form(sheet, "vi")
