"""Figures from lists of items: read with the year, shown with where they stand, told where they are unknown."""

import json

import pytest

from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import load_year
from cchc_score.year.request import Request
from tests.running import ROOT, command

RECIPE = (ROOT / "docs" / "cookbook" / "items.toml").read_text(encoding="utf-8")
LIST = """\
đơn vị,thủ tục,procedure_received,procedure_on_time
A,Khai sinh,10,10
A,Đất đai,20,17
A,Bảo trợ,0,0
B,Khai sinh,5,4
B,Đất đai,7,
"""


@pytest.fixture
def folder(tmp_path):
    """A year of two communes with a list of procedures; nobody reports anything else."""
    (tmp_path / "items").mkdir()
    (tmp_path / "reports").mkdir()
    (tmp_path / "items" / "thu-tuc.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "s.toml").write_text(RECIPE, encoding="utf-8")
    (tmp_path / "units.csv").write_text("code,name\nA,Xã A\nB,Xã B\n", encoding="utf-8")
    (tmp_path / "cchc.toml").write_text('scheme = "s.toml"\nunits = "units.csv"\n', encoding="utf-8")
    return tmp_path


@pytest.mark.full
def test_figures_of_items_score_and_those_of_others_are_missing(folder):
    result = json.loads(command("rank", folder, "--format", "json").out)
    points = {unit["code"]: (unit["points"]["exact"], unit["outcome"]) for unit in result["communes"]}
    assert points == {"A": ("2.18", "SCORED"), "B": ("0", "MISSING")}
    assert "items/thu-tuc.csv" in command("explain", "A", "1.2", folder).out


def test_what_cannot_be_taken_is_told_for_each_fact(folder):
    findings = load_year(FolderSource(Request((folder,)))).gathered.findings
    told = [(finding.code, finding.place.unit) for finding in findings if finding.code.startswith("item")]
    assert told == [("items-unknown", "Xã B")] * 3


def test_a_report_that_says_another_figure_stays_and_is_in_doubt(folder):
    text = '[report]\nunit = "A"\nyear = 2025\n[facts]\nprocedures_good = 2\n'
    (folder / "reports" / "a.toml").write_text(text, encoding="utf-8")
    gathered = load_year(FolderSource(Request((folder,)))).gathered
    assert gathered.table.value(0, "procedures_good") == 2
    assert (0, "procedures_good") in gathered.table.doubts
    assert "items-differ" in [finding.code for finding in gathered.findings]


def test_another_list_is_another_year(folder):
    before = FolderSource(Request((folder,))).fingerprint()
    (folder / "items" / "thu-tuc.csv").write_text(LIST.replace("20,17", "20,18"), encoding="utf-8")
    assert FolderSource(Request((folder,))).fingerprint() != before


FORM = """\
[form]
code = "linh-vuc"
title = "Hồ sơ theo lĩnh vực"
title_before_unit = "CỦA UBND"
[[table]]
name = "Biểu 1"
[table.figures]
"Tiếp nhận" = []
"Đúng hạn" = []
[table.lines]
names = ["Thủ tục"]
items = { "Tiếp nhận" = "procedure_received", "Đúng hạn" = "procedure_on_time" }
"""
REPORT = """\
HỒ SƠ CỦA UBND XÃ B,,
Thủ tục,Tiếp nhận,Đúng hạn
Khai sinh,5,4
Hộ tịch,8,8
Tổng số,13,12
"""


@pytest.fixture
def reported(folder):
    """The same year, in which the second commune reports its procedures line by line, and the list has none of it."""
    (folder / "form.toml").write_text(FORM, encoding="utf-8")
    config = 'scheme = "s.toml"\nunits = "units.csv"\nform = "form.toml"\n'
    (folder / "cchc.toml").write_text(config, encoding="utf-8")
    (folder / "reports" / "b.csv").write_text(REPORT, encoding="utf-8")
    (folder / "items" / "thu-tuc.csv").write_text(LIST.partition("B,")[0], encoding="utf-8")
    return folder


def test_lines_of_a_report_are_items(reported):
    result = json.loads(command("rank", reported, "--format", "json").out)
    assert {unit["code"]: unit["outcome"] for unit in result["communes"]} == {"A": "SCORED", "B": "SCORED"}
    assert "reports/b.csv" in command("explain", "B", "1.2", reported).out


def test_a_table_that_gives_items_alone_is_not_told_to_be_absent(reported):
    def told():
        findings = load_year(FolderSource(Request((reported,)))).gathered.findings
        return [finding.args["name"] for finding in findings if finding.code == "text-table-absent"]

    assert told() == []
    first = FORM.replace(', "Đúng hạn" = "procedure_on_time"', "")
    other = first.partition("[[table]]")[2].replace("Biểu 1", "Biểu 2").replace("Thủ tục", "Tháng")
    other = other.replace('"Tiếp nhận" = "procedure_received"', '"Đúng hạn" = "procedure_on_time"')
    (reported / "form.toml").write_text(f"{first}[[table]]{other}", encoding="utf-8")
    assert told() == ["Biểu 2"]


def test_an_item_of_a_report_is_not_taken_from_a_list_again(reported):
    (reported / "items" / "thu-tuc.csv").write_text(LIST, encoding="utf-8")
    gathered = load_year(FolderSource(Request((reported,)))).gathered
    assert [finding.place.unit for finding in gathered.findings if finding.code == "item-twice"] == ["Xã B"]


def test_two_reports_that_differ_about_an_item_are_told(reported):
    (reported / "reports" / "c.csv").write_text(
        REPORT.replace("5,4", "5,5").replace("13,12", "13,13"), encoding="utf-8"
    )
    gathered = load_year(FolderSource(Request((reported,)))).gathered
    assert "item-twice" in [finding.code for finding in gathered.findings]


def test_a_line_with_a_blank_is_an_item_of_which_that_is_unknown(reported):
    (reported / "reports" / "b.csv").write_text(REPORT.replace("5,4", "5,"), encoding="utf-8")
    findings = load_year(FolderSource(Request((reported,)))).gathered.findings
    assert {finding.place.unit for finding in findings if finding.code == "items-unknown"} == {"Xã B"}
