"""A report on a form of several tables as people use it: imported, checked, scored and explained."""

import csv
import io

import pytest
import tomli

from cchc_score.registry.registry import load_registry
from cchc_score.schemes.form_file import read_form
from tests.running import ROOT, command
from tests.section_reports import as_word, as_workbook, printed_tables

PATH = ROOT / "scoring_rules" / "forms" / "bnv-2025.toml"
FORM = read_form(PATH.read_bytes(), PATH.name, load_registry().indicators)
VALUES = {
    "Biểu mẫu 1: 1": "82",
    "Biểu mẫu 1: 2.1": "45",
    "Biểu mẫu 1: 2.2": "44",
    "Biểu mẫu 2: 1": "249",
    "Biểu mẫu 2: 1.1": "174",
    "Biểu mẫu 2: 1.2": "74",
    "Biểu mẫu 7: 1": "1",
    "Biểu mẫu 7: 4.3.1": "100",
    "Biểu mẫu 7: 4.3.2": "90",
}
HOW = ("--scheme", "lam-dong-1234-2025", "--form", "bnv-2025")
TABLES = list(printed_tables(FORM, VALUES).values())


@pytest.mark.full
def test_import_names_table_and_row_and_its_files_give_the_same_facts(tmp_path):
    (tmp_path / "an-loc.docx").write_bytes(as_word(TABLES))
    (tmp_path / "an-loc.xlsx").write_bytes(as_workbook(TABLES))
    for suffix, place in (("docx", "bảng 2, dòng 3"), ("xlsx", "Sheet1!D7")):
        made = command("import", tmp_path / f"an-loc.{suffix}", "-o", tmp_path / suffix, *HOW, "-q")
        assert made.code == 0, made.err
        (path,) = (tmp_path / suffix).iterdir()
        report = tomli.loads(path.read_text(encoding="utf-8"))
        assert report["report"] == {"unit": "XÃ AN LỘC", "name": "XÃ AN LỘC", "form": "bnv-2025", "year": 2025}
        facts = report["facts"]
        assert {code: fact["value"] for code, fact in facts.items()} == {
            "steering_documents": 82,
            "plan_tasks": 45,
            "plan_tasks_done": 44,
            "local_legal_documents": 249,
            "province_legal_documents": 174,
            "commune_legal_documents": 74,
            "architecture_updated": True,
            "dossiers_of_full_services": 100,
            "dossiers_online_full": 90,
        }
        source = facts["province_legal_documents"]["source"]
        assert source == f"{tmp_path / 'an-loc'}.{suffix}: {place}: dòng Biểu mẫu 2: 1.1"
        # 174 and 74 are not 249.
        assert "(Biểu mẫu 2: 1)" in facts["local_legal_documents"]["doubt"]


@pytest.mark.full
def test_check_and_score_tell_the_table_with_the_row(tmp_path):
    rows = [list(row) for row in TABLES[1][1]]
    rows[2][3] = "khoảng 5"
    # The table without a title is known by its rows.
    tables = [TABLES[0], (TABLES[1][0], rows), ((), TABLES[3][1]), TABLES[6]]
    (tmp_path / "an-loc.docx").write_bytes(as_word(tables))
    checked = command("check", tmp_path / "an-loc.docx", *HOW, "--format", "csv")
    lines = [line for line in csv.reader(io.StringIO(checked.out), delimiter=";") if len(line) == 4]
    told = {(place, words) for _, _, place, words in lines if "an-loc" in place}
    where = f"{tmp_path / 'an-loc.docx'}: bảng 2, dòng 3: XÃ AN LỘC, dòng Biểu mẫu 2: 1.1"
    assert {words for place, words in told if place == where} == {
        "Số VBQPPL do cấp tỉnh ban hành: không đọc được 'khoảng 5' thành số; ghi một con số"
    }
    absent = {words.split("'")[1] for _, words in told if words.startswith("không thấy bảng")}
    assert absent == {"Biểu mẫu 3", "Biểu mẫu 5", "Biểu mẫu 6"}
    scored = command("score", tmp_path / "an-loc.docx", *HOW, "-q", "--format", "csv")
    assert "Số hồ sơ trực tuyến toàn trình: 90 [Biểu mẫu 7: 4.3.2]" in scored.out


def test_a_report_in_toml_may_name_a_row_by_its_table(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(
        '[report]\nunit = "01"\nyear = 2025\n\n[facts]\n"Biểu mẫu 1: 2.1" = 45\n"2.2" = 4\n', encoding="utf-8"
    )
    checked = command("check", path, *HOW)
    # A row is known with its table, and several tables have a row 2.2.
    assert "a.toml:6" not in checked.out + checked.err
    assert [line.split()[1] for line in checked.out.splitlines() if "a.toml:7" in line] == ["fact-unknown"]
