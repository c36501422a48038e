"""The files of a working year on the command line: templates go out, workbooks go out and come back as entries."""

import io
import json
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest
import tomli
from openpyxl import load_workbook

from tests.appraisal.filling import filled
from tests.running import EXAMPLES, command

pytestmark = pytest.mark.full

EXPORTED, FILLED = {}, {}
BY = ("--by", "Nguyễn Văn An", "--on", "2023-12-20")


@pytest.fixture
def year(tmp_path):
    shutil.copytree(EXAMPLES / "hoang-hoa-2023", tmp_path / "y")
    return tmp_path / "y"


@pytest.fixture(scope="module")
def other_files(tmp_path_factory):
    """A folder with a year and files that are not its appraisal, or not wholly; nothing in it is changed."""
    folder = tmp_path_factory.mktemp("others")
    year = folder / "y"
    shutil.copytree(EXAMPLES / "hoang-hoa-2023", year)
    (folder / "hong.xlsx").write_bytes(b"PK broken")
    (folder / "a.pdf").write_bytes(b"%PDF")
    (folder / "a.pages").write_bytes(b"PK")
    command("export", "template", year, "-o", folder / "khac.xlsx")
    command("export", "template", year, "-o", folder / "mau.csv")
    (folder / "vong.xlsx").write_bytes(fill(export(year), MARK))
    book = load_workbook(folder / "td.xlsx")
    book.worksheets[0]["L6"].value = "Vì sao"
    book.save(folder / "cot.xlsx")
    return folder


def export(year, *args):
    """The workbook of the first round; written once for each state of a year, for the same year gives the same bytes."""
    files = sorted((path.relative_to(year), path.read_bytes()) for path in year.rglob("*") if path.is_file())
    state = (tuple(files), args)
    path = year.parent / "td.xlsx"
    if state in EXPORTED:
        path.write_bytes(EXPORTED[state])
    else:
        result = command("export", "appraisal", year, "--round", 1, "-o", path, *args)
        assert result.code == 0, result.err
        EXPORTED[state] = path.read_bytes()
    return EXPORTED[state]


def edit(year, changes, *args):
    path = year.parent / "da-dien.xlsx"
    path.write_bytes(fill(export(year, *args), changes))
    return path


def fill(data, changes):
    """The workbook as it is filled in; saved once for the same changes."""
    edits = (data, repr(changes))
    if edits not in FILLED:
        FILLED[edits] = filled(data, changes)
    return FILLED[edits]


def appraise(path, year, *args, name="vong-1.toml", by=BY):
    return command("appraise", path, year, "--round", 1, "-o", year / "appraisal" / name, *by, *args)


def points(year, unit, stage="final"):
    data = json.loads(command("score", year, "--unit", unit, "--stage", stage, "--format", "json", "-q").out)
    return {one["number"]: one["points"]["printed"] for one in data["communes"][0]["criteria"]}


MARK = {("criterion", "M01", "1.1.1"): {"new": 0.5, "reason": "Chậm 10 ngày", "evidence": "Kế hoạch 02/KH; Công văn 5"}}
FACT = {("indicator", "M02", "dossiers_received"): {"new": 912, "reason": "Hệ thống một cửa", "evidence": "không có"}}


def test_templates_go_into_a_folder_one_for_every_unit_or_into_one_file(tmp_path):
    example = EXAMPLES / "hoang-hoa-2023"
    result = command("export", "template", "--self-score", example, "-o", tmp_path / "tu-cham")
    assert (result.code, "15 tệp" in result.out) == (0, True)
    files = sorted((tmp_path / "tu-cham").iterdir())
    assert len(files) == 15
    page = load_workbook(files[1]).active
    assert page["A2"].value == "Đơn vị: Xã Mẫu 01 (M01)"
    word = command("export", "template", example, "-o", tmp_path / "a.docx", "--unit", "xã mẫu 02", "--lang", "en")
    assert (word.code, word.out) == (0, f"Wrote {(tmp_path / 'a.docx').as_posix()}.\n")
    alone = command("export", "template", "--scheme", "minh-hoa-2023", "-o", tmp_path / "a.csv", cwd=tmp_path)
    assert alone.code == 0
    assert '"Đơn vị:"' in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    some = command(
        "export", "template", example, "-o", tmp_path / "b", "--format", "csv", "--unit", "M01", "--unit", "M03"
    )
    assert (some.code, sorted(one.name for one in (tmp_path / "b").iterdir())) == (0, ["M01.csv", "M03.csv"])


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("template", "."), 2, "-o FILE|DIR"),
        (("template", ".", "-o", "a.pdf"), 2, ".xlsx, .docx, .csv"),
        (("template", ".", "-o", "a.xlsx", "--format", "docx"), 2, "--format"),
        (("template", ".", "-o", "a", "--format", "html"), 2, "--format"),
        (("template", ".", "-o", "a.xlsx", "--unit", "M01", "--unit", "M02"), 2, "một đơn vị"),
        (("template", ".", "-o", "a.xlsx", "--unit", "M99"), 2, "M99"),
        (("template", ".", "-o", "cchc.csv"), 3, "--force"),
        (("appraisal", ".", "-o", "a.xlsx"), 2, "--round N"),
        (("appraisal", ".", "-o", "a.xlsx", "--round", "0"), 2, "1..9"),
        (("appraisal", ".", "-o", "a.xlsx", "--round", "12"), 2, "1..9"),
        (("appraisal", ".", "--round", "1"), 2, "-o FILE"),
        (("appraisal", ".", "-o", "a.docx", "--round", "1"), 2, ".xlsx"),
        (("appraisal", ".", "-o", "cchc.xlsx", "--round", "1"), 3, "--force"),
        (("plan",), 2, "plan"),
    ],
)
def test_what_cannot_be_exported_is_said(year, args, code, words):
    (year / "cchc.csv").write_text("mine", encoding="utf-8")
    (year / "cchc.xlsx").write_text("mine", encoding="utf-8")
    result = command("export", *args, cwd=year)
    assert (result.code, words in result.err) == (code, True), result.err
    assert (year / "cchc.csv").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_a_missing_library_is_one_sentence(tmp_path, monkeypatch, suffix):
    monkeypatch.setitem(sys.modules, {".xlsx": "openpyxl", ".docx": "docx"}[suffix], None)
    result = command("export", "template", "--scheme", "minh-hoa-2023", "-o", tmp_path / f"a{suffix}", cwd=tmp_path)
    assert (result.code, len(result.err.splitlines())) == (3, 1)
    assert "pip install" in result.err


def test_a_template_of_a_year_without_a_survey_leaves_out_what_it_would_have_given(year):
    config = year / "cchc.toml"
    command("export", "template", year, "-o", year / "a.csv")
    config.write_text(
        config.read_text(encoding="utf-8") + '\n[survey]\nheld = false\nreason = "thiếu kinh phí"\n', encoding="utf-8"
    )
    command("export", "template", year, "-o", year / "b.csv")
    first, second = ((year / name).read_text(encoding="utf-8-sig") for name in ("a.csv", "b.csv"))
    assert "Do điều tra" in first
    assert len(second.splitlines()) < len(first.splitlines())


def test_what_a_council_fills_in_is_entered_and_scored(year):
    before = points(year, "M01")
    result = appraise(edit(year, MARK | FACT), year)
    assert result.code == 0, result.err
    assert "Đã ghi 2 mục" in result.out
    (first, second) = tomli.loads((year / "appraisal" / "vong-1.toml").read_text(encoding="utf-8"))["entry"]
    assert first.pop("id")
    assert first == {
        "round": 1, "unit": "M01", "criterion": "1.1.1", "old": 1, "new": 0.5, "reason": "Chậm 10 ngày",
        "evidence": ["Kế hoạch 02/KH", "Công văn 5"], "by": "Nguyễn Văn An", "on": date(2023, 12, 20),
    }  # fmt: skip
    assert [second[key] for key in ("unit", "indicator", "new", "evidence")] == [
        "M02",
        "dossiers_received",
        912,
        "không có",
    ]
    after = points(year, "M01", "round-1")
    assert {number for number in before if before[number] != after[number]} == {"1.1", "1.1.1"}
    assert after["1.1.1"] == "0.50"
    # With fewer received than on time the council's figure contradicts the report: told, and no points for it.
    told = command("score", year, "--stage", "round-1", "-q", "--unit", "M02")
    assert told.code == 1
    assert "912" in told.err


def test_the_same_workbook_a_second_time_asks_for_nothing_new(year):
    path = edit(year, MARK | FACT)
    assert appraise(path, year).code == 0
    again = appraise(path, year, name="vong-1b.toml")
    assert again.code == 5
    assert "mọi dòng đã nhập rồi" in again.err
    assert not (year / "appraisal" / "vong-1b.toml").exists()


def test_an_entry_supersedes_what_the_round_has_entered_before(year):
    assert appraise(edit(year, MARK), year).code == 0
    (first,) = tomli.loads((year / "appraisal" / "vong-1.toml").read_text(encoding="utf-8"))["entry"]
    changes = {("criterion", "M01", "1.1.1"): {"new": 0.25, "reason": "Xem lại", "evidence": "none"}}
    assert appraise(edit(year, changes, "--lang", "en", "--force"), year, name="vong-1b.toml").code == 0
    (second,) = tomli.loads((year / "appraisal" / "vong-1b.toml").read_text(encoding="utf-8"))["entry"]
    assert (second["old"], second["new"], second["supersedes"]) == (0.5, 0.25, first["id"])
    assert points(year, "M01")["1.1.1"] == "0.25"


def test_entries_are_never_overwritten(year):
    path = edit(year, MARK)
    assert appraise(path, year).code == 0
    kept = (year / "appraisal" / "vong-1.toml").read_bytes()
    again = appraise(path, year)
    assert (again.code, "đặt tên tệp khác" in again.err) == (3, True)
    assert appraise(path, year, "--force").code == 2
    assert (year / "appraisal" / "vong-1.toml").read_bytes() == kept


def test_everything_wrong_is_told_at_once_and_nothing_is_written(year):
    wrong = {
        ("criterion", "M01", "1.1.1"): {"new": 99, "reason": "x", "evidence": "y"},
        ("criterion", "M01", "1.1.2"): {"new": "nhiều", "reason": "x", "evidence": "y"},
        ("criterion", "M02", "1.1.1"): {"new": 0.5, "evidence": "y"},
        ("criterion", "M02", "1.1.2"): {"new": 1, "reason": "x"},
        ("criterion", "M03", "1.1.1"): {"reason": "x", "evidence": "y"},
        ("criterion", "M03", "1.1.2"): {"new": 1, "reason": "x", "evidence": "y", "on": "hôm qua"},
        ("criterion", "M04", "1.1.1"): {"old": 0.75},
        ("criterion", "M04", "1.1.2"): {"unit": "M05"},
        ("indicator", "M01", "dossiers_received"): {"new": -5, "reason": "x", "evidence": "y"},
        ("indicator", "M01", "plan_issued_on"): {"new": "mai", "reason": "x", "evidence": "y"},
        ("indicator", "M02", "plan_issued_on"): {"new": "=TODAY()", "reason": "x", "evidence": "y"},
        ("indicator", "M03", "plan_issued_on"): {"new": date(2023, 1, 5), "reason": "x" * 3000, "evidence": "y"},
    }
    path = edit(year, wrong)
    result = appraise(path, year)
    assert result.code == 3
    assert "Traceback" not in result.err
    assert not (year / "appraisal").exists()
    for words in (
        "vượt mức tối đa", "'nhiều' không phải là điểm", "thiếu 'Lý do'", "thiếu 'Tài liệu kiểm chứng'",
        "không có giá trị mới", "'hôm qua' không phải là ngày", "tại ô ghi '0.75'", "tại ô ghi 'M05'", "'-5'", "'mai'",
        "'=TODAY()'", "reason",
    ):  # fmt: skip
        assert words in result.err, words
    assert all(
        "da-dien.xlsx: Điểm!" in line or "da-dien.xlsx: Số liệu!" in line
        for line in result.err.splitlines()
        if "da-dien" in line
    )
    assert "Xã Mẫu 02" in result.err


def test_who_appraised_must_be_said_somewhere(year):
    path = edit(year, MARK)
    result = appraise(path, year, by=())
    assert (result.code, "Người thẩm định" in result.err) == (3, True)
    told = {target: {**cells, "by": "Trần Thị B", "on": "21/12/2023"} for target, cells in MARK.items()}
    assert appraise(edit(year, told, "--force"), year, by=()).code == 0
    (entry,) = tomli.loads((year / "appraisal" / "vong-1.toml").read_text(encoding="utf-8"))["entry"]
    assert (entry["by"], str(entry["on"])) == ("Trần Thị B", "2023-12-21")


def test_a_deadline_of_the_year_holds_for_a_workbook_too(year):
    config = year / "cchc.toml"
    config.write_text(
        config.read_text(encoding="utf-8") + "\n[[phases.appraisal]]\nfrom = 2024-01-01\nto = 2024-01-31\n",
        encoding="utf-8",
    )
    result = appraise(edit(year, MARK), year)
    assert (result.code, "20/12/2023" in result.err, "Điểm!K" in result.err) == (3, True, True)


def test_a_workbook_without_new_values_writes_nothing(year):
    export(year)
    result = appraise(year.parent / "td.xlsx", year)
    assert (result.code, len(result.err.splitlines())) == (5, 1)
    assert not (year / "appraisal").exists()


def test_a_row_that_is_copied_is_told(year):
    book = load_workbook(io.BytesIO(fill(export(year), MARK)))
    page = book.worksheets[0]
    row = next(row for row in page.iter_rows(values_only=True) if row[0] == "M01" and row[2] == "1.1.1")
    page.append(row)
    book.save(year.parent / "b.xlsx")
    result = appraise(year.parent / "b.xlsx", year)
    assert (result.code, "có hai lần" in result.err) == (3, True)


def test_rows_may_be_sorted_deleted_and_have_columns_beside_them(year):
    book = load_workbook(io.BytesIO(fill(export(year), MARK)))
    page = book.worksheets[0]
    rows = [row for row in page.iter_rows(min_row=7, values_only=True) if row[0] == "M01"]
    page.delete_rows(7, page.max_row)
    for row in reversed(rows):
        page.append((*row, "ghi chú của tôi"))
    del book[book.sheetnames[1]]
    book.create_sheet("Nháp").append(("bất kỳ", 1))
    book.save(year.parent / "b.xlsx")
    assert appraise(year.parent / "b.xlsx", year).code == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("khong-co.xlsx", "không có tệp này"),
        ("hong.xlsx", "tệp hỏng"),
        ("khac.xlsx", "không thấy bảng thẩm định"),
        ("mau.csv", "không thấy bảng thẩm định"),
        ("a.pdf", "không phải là PDF"),
        ("a.pages", "chưa đọc được loại tệp này"),
        ("vong.xlsx", "vòng 1, không phải vòng 2"),
        ("cot.xlsx", "thiếu cột 'Lý do'"),
    ],
)
def test_what_is_no_appraisal_is_said(other_files, name, words):
    folder, year = other_files, other_files / "y"
    round = 2 if name == "vong.xlsx" else 1
    result = command("appraise", folder / name, year, "--round", round, "-o", folder / "x.toml", *BY)
    assert (result.code, words in result.err) == (3, True), result.err
    assert not (folder / "x.toml").exists()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("-o", "x.toml"), "--round N"),
        (("--round", "1"), "-o FILE"),
        (("--round", "1", "-o", "x.xlsx"), ".toml"),
        (("--round", "1", "-o", "x.toml", "--on", "hôm nay"), "hôm nay"),
    ],
)
def test_a_wrong_command_line_is_said(year, args, words):
    result = command("appraise", "td.xlsx", ".", *args, cwd=year)
    assert (result.code, words in result.err) == (2, True), result.err


def test_entries_outside_the_year_are_told_not_to_count(year):
    result = command(
        "appraise", edit(year, MARK), year, "--round", 1, "-o", year.parent / "x.toml", *BY, "--lang", "en"
    )
    assert (result.code, "does not count yet" in result.err) == (0, True)
    assert "Wrote 1 entries" in result.out


def test_an_export_of_some_units_has_only_those(year):
    book = load_workbook(io.BytesIO(export(year, "--unit", "M01", "--unit", "M02")))
    for page in book.worksheets:
        assert {row[0] for row in page.iter_rows(min_row=7, values_only=True)} == {"M01", "M02"}


def test_the_workbook_of_a_year_is_the_same_each_time(year):
    assert export(year) == export(year, "--force")


def test_a_workbook_that_could_not_be_read_back_is_not_written(year, monkeypatch):
    monkeypatch.setattr("cchc_score.excel.xlsx_parts.MAX_ELEMENTS", 10_000)
    result = command("export", "appraisal", year, "--round", 1, "-o", year.parent / "a.xlsx")
    assert (result.code, "--unit" in result.err) == (3, True)
    assert not Path(year.parent / "a.xlsx").exists()


def test_a_workbook_among_the_self_scores_is_not_taken_for_one(year):
    (year / "self-scores").mkdir()
    command("export", "appraisal", year, "--round", 1, "-o", year / "self-scores" / "td.xlsx")
    assert "không thấy bảng tự chấm" in command("score", year, "--unit", "M01").err


def test_a_council_may_write_thousands_of_entries_and_no_file_that_could_not_be_read(year, monkeypatch):
    names = [f"X{number:03}" for number in range(120)]
    with (year / "units.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{name},Xã Thử {name},xã,,,,yes\n" for name in names)
    cells = {"new": 0.5, "reason": "x", "evidence": "không có"}
    changes = {("criterion", name, f"1.{at}"): cells for name in names for at in ("1.1", "1.2", "1.3", "2.1", "2.2")}
    path = edit(year, changes, *(word for name in names for word in ("--unit", name)))
    with monkeypatch.context() as small:
        small.setattr("cchc_score.builtin.readers.MAX_TOML_TABLES", 10)
        refused = appraise(path, year)
        assert (refused.code, "600 mục" in refused.err) == (3, True)
        assert not (year / "appraisal").exists()
    assert appraise(path, year).code == 0
    assert points(year, "X119")["1.1.1"] == "0.50"


def test_with_a_journal_what_a_workbook_asks_for_is_in_it_at_once(year):
    assert command("journal", "take", year, "--by", "Lan").code == 0
    assert appraise(edit(year, MARK | FACT), year).code == 0
    shown = command("journal", "show", year, "--kind", "entry", "--format", "json")
    assert len(json.loads(shown.out)["events"]) == 2
    # The folder says nothing that the journal does not.
    assert command("journal", "take", year, "--by", "Lan").code == 5
    assert "journal-behind" not in command("check", year, "--format", "json").out
