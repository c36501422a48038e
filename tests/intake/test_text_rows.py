"""The appendix as text: every row of the real report, however its lines are broken, and nothing that is not there."""

import csv
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.intake.text_rows import find_rows
from cchc_score.model import Form, FormRow
from cchc_score.registry.registry import load_registry
from cchc_score.schemes.form_file import read_form
from tests.running import EXAMPLES, ROOT, SHARED
from tests.strategies import examples

FORMS = ROOT / "scoring_rules" / "forms"
APPENDIX = EXAMPLES / "hoang-hoa-2023" / "reports" / "hoang-cat.txt"
TEXT = APPENDIX.read_text(encoding="utf-8")
INDICATORS = load_registry().indicators


def form(name="phu-luc-01b-2023"):
    path = FORMS / f"{name}.toml"
    return read_form(path.read_bytes(), path.name, INDICATORS)


FORM = form()


def read(text, of=FORM):
    return find_rows(list(enumerate(text.split("\n"), 1)), of)


def cells(printed):
    return {row.row: (row.value, row.remark) for row in printed.rows}


def expected():
    with (ROOT / "tests" / "intake" / "hoang-cat-rows.csv").open(encoding="utf-8", newline="") as file:
        return {row["row"]: (row["value"], row["remark"]) for row in csv.DictReader(file)}


WANTED = expected()


def test_all_77_rows_of_the_real_appendix_are_read_as_printed():
    printed = read(TEXT)
    assert len(printed.rows) == 77
    assert cells(printed) == WANTED
    assert (printed.unit, printed.year, printed.unmatched, printed.twice) == ("XÃ HOẰNG CÁT", 2023, (), ())


def test_all_77_rows_of_the_raw_report_are_read_as_printed():
    raw = SHARED / "reports" / "hoang-cat-2023.txt"
    if not raw.exists():
        pytest.skip(
            "the raw report stands beside the project only where it is checked: its 77 rows are not tested here"
        )
    printed = read(raw.read_text(encoding="utf-8"))
    assert cells(printed) == WANTED
    assert (printed.unit, printed.year, printed.unmatched, printed.twice) == ("XÃ HOẰNG CÁT", 2023, (), ())


def test_the_expected_rows_are_those_of_the_shared_table():
    shared = SHARED / "domain" / "appendix-rows.csv"
    if not shared.exists():
        pytest.skip("the table of rows stands beside the project only where it is checked")
    with shared.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = [(row["value_as_printed"], " ".join(row["ghi_chu_as_printed"].split())) for row in rows]
    assert told == list(WANTED.values())
    assert [row["code_clean"] for row in rows if "(" not in row["code_clean"]] == [
        code for code in WANTED if "/" not in code
    ]


def test_five_cells_are_blank_and_stay_blank():
    leaves = [code for code, (value, _) in WANTED.items() if not value and FORM.rows[code].kind == "leaf"]
    assert leaves == ["3.1.3", "3.3.3", "3.3.4", "3.4.1", "3.4.3"]


@given(st.randoms(use_true_random=False))
@examples(40)
def test_lines_broken_anywhere_give_the_same_rows(random):
    words = re.split(r"(\s+)", TEXT)
    broken = "".join(
        random.choice([" ", "  ", "\n", "\n\n"]) if word.isspace() and "\n" not in word else word for word in words
    )
    got = cells(read(broken))
    # A value that stands alone on its line where a page ends could be the page's number; it is told, not taken.
    assert all(got[code] == WANTED[code] or got[code][0] == "" for code in WANTED)


@given(st.sampled_from(["NFD", "NFC"]), st.booleans())
@examples(6)
def test_the_form_of_accents_and_of_spaces_changes_nothing(kind, wide):
    text = unicodedata.normalize(kind, TEXT)
    assert cells(read(text.replace(" ", "\u00a0  ") if wide else text)) == WANTED


ROWS = [code for code, (value, _) in WANTED.items() if value]
LINES = {row.row: row.value_line for row in read(TEXT).rows}


@given(st.sampled_from(ROWS), st.integers(0, 10**6))
@examples(80)
def test_another_value_changes_only_its_row(code, value):
    lines = TEXT.split("\n")
    at = LINES[code] - 1
    old = WANTED[code][0]
    lines[at] = re.sub(rf"{old}(?=\s|$)(?!.*\b{old}\b)", str(value), lines[at], count=1)
    got = cells(read("\n".join(lines)))
    assert got == {**WANTED, code: (str(value), WANTED[code][1])}


@given(st.sampled_from([code for code in ROWS if not WANTED[code][1]]))
@examples(80)
def test_a_value_taken_away_leaves_only_its_row_blank(code):
    lines = TEXT.split("\n")
    at = LINES[code] - 1
    old = WANTED[code][0]
    lines[at] = re.sub(rf"{old}(?=\s|$)(?!.*\b{old}\b)", "", lines[at], count=1)
    assert cells(read("\n".join(lines))) == {**WANTED, code: ("", "")}


HEADING = " STT \nChỉ tiêu thống kê \n( Báo cáo năm 2023) \nKết quả thống kê \nGhi chú \nĐơn vị tính Số liệu \n"


@given(st.sampled_from([row.line for row in read(TEXT).rows][1:]))
@examples(60)
def test_a_heading_repeated_before_any_row_is_dropped(line):
    lines = TEXT.split("\n")
    got = read("\n".join([*lines[: line - 1], *HEADING.split("\n"), *lines[line - 1 :]]))
    assert all(value == WANTED[code] or value[0] == "" for code, value in cells(got).items())
    assert len(got.rows) == 77


def test_a_page_number_is_never_a_value():
    text = TEXT.replace(
        "3.1.3 Tổng số TTHC đang áp dụng Thủ tục   \n", f"3.1.3 Tổng số TTHC đang áp dụng Thủ tục \n3\n{HEADING}"
    )
    assert text != TEXT
    printed = read(text)
    assert cells(printed) == WANTED
    assert [words for _, words in printed.unmatched] == ["3"]


def test_a_number_in_two_groups_is_one_cell():
    assert cells(read(TEXT.replace("1340", "1 340")))["7.2.1"] == ("1 340", "")


def test_levels_3_and_4_are_never_confused():
    swapped = TEXT.replace("trực tuyến mức độ 3", "trực tuyến mức độ X").replace(
        "trực tuyến mức độ 4", "trực tuyến mức độ 3"
    )
    got = cells(read(swapped))
    assert "3.3.1/4" not in got
    assert got["3.3.1/3"][0] == "145"


def test_a_row_printed_twice_is_told_and_the_first_one_kept():
    printed = read(TEXT + "\n1.1.1 Số nhiệm vụ đề ra trong kế hoạch Nhiệm vụ 99\n")
    assert printed.twice == ((TEXT.count("\n") + 2, "1.1.1"),)
    assert cells(printed)["1.1.1"] == ("27", "")


def test_what_belongs_to_no_row_is_told():
    printed = read(TEXT.replace("Thủ tục 212", "Hồ sơ 212"))
    assert cells(printed)["3.1.2"][0] == ""
    assert [words for _, words in printed.unmatched] == ["Hồ sơ 212"]


def test_prose_alone_has_no_rows():
    assert read("Báo cáo kết quả.\n1. Công tác chỉ đạo\n").rows == ()


@pytest.mark.full
def test_a_hostile_text_is_read_in_its_own_time():
    assert len(read("1.1 Kế hoạch CCHC 01\n" * 50_000).twice) == 1
    assert read("1.1" * 200_000).rows == ()


def test_a_new_form_version_is_read_by_its_own_rows():
    new = form("phu-luc-01b-2025")
    lines = [HEADING.replace("2023", "2025")]
    for number, row in enumerate(new.rows.values()):
        code = "" if "/" in row.code else row.code
        group = "Trong đó\n" if row.code.endswith("/1") else ""
        legend = " ".join(f"{entry.text} = {entry.number}" for entry in row.legend)
        value = "" if row.kind == "area" else str(number)
        lines.append(f"{group}{code} {row.label} {row.unit or legend} {value}\n")
    printed = read("\n".join(lines), new)
    assert printed.year == 2025
    wanted = {row.code: "" if row.kind == "area" else str(number) for number, row in enumerate(new.rows.values())}
    assert {code: value for code, (value, _) in cells(printed).items()} == wanted
    assert not printed.unmatched


def test_the_last_row_has_its_parts_as_every_other_row():
    rows = (FormRow("1", "Chỉ đạo"), FormRow("1/a", "Văn bản"), FormRow("2", "Thực hiện"), FormRow("2/a", "Hội nghị"))
    form = Form("mau", "Mẫu", {row.code: row for row in rows})
    text = "1 Chỉ đạo 5\nVăn bản 3\n2 Thực hiện 4\nHội nghị 2"
    found = find_rows(list(enumerate(text.split("\n"), 1)), form).rows
    assert [(row.row, row.value) for row in found] == [("1", "5"), ("1/a", "3"), ("2", "4"), ("2/a", "2")]
