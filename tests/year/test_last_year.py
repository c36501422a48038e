"""Last year's figures: from last year's folder, unless a report of this year states them itself."""

import json

import pytest

from cchc_score.errors import SchemeError
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import load_year
from cchc_score.year.request import Request
from tests.running import command

SCHEME = """\
[scheme]
code = "hai-nam"
title = "So với năm trước"
version = "1"
period = {year}
max_points = 2
decimals = 2
rounding = "criterion"

[ranking]
group_by = "none"
compare = "exact"
ties = "standard"
incomplete = "low"

[indicator.revenue]
name = "Thu ngân sách"
kind = "money"

[indicator.revenue_last_year]
name = "Thu ngân sách năm trước"
kind = "money"
last_year_of = "revenue"

[area.finance]
number = 1
name = "Tài chính"
max_points = 2

[criterion."1.1"]
title = "Thu cao hơn năm trước"
max_points = 2
method = "compared"
value = "revenue"
against = "revenue_last_year"
above = 2
equal = 1
below = 0
"""
UNITS = {
    2024: "code,name\nA,Xã A\nB,Xã B\nC,Xã C\nD,Xã D\n",
    2025: "code,name,predecessors\nA,Xã A,\nN,Xã N,B\nM,Xã M,C;D\n",
}


def write(root, year, facts, config=""):
    folder = root / str(year)
    (folder / "reports").mkdir(parents=True)
    (folder / "cchc.toml").write_text(f'scheme = "s.toml"\nunits = "units.csv"\n{config}', encoding="utf-8")
    (folder / "s.toml").write_text(SCHEME.format(year=year), encoding="utf-8")
    (folder / "units.csv").write_text(UNITS[year], encoding="utf-8")
    for unit, own in facts.items():
        told = "".join(f"{code} = {value}\n" for code, value in own.items())
        head = f'[report]\nunit = "{unit}"\nyear = {year}\n[facts]\n'
        (folder / "reports" / f"{unit}.toml").write_text(head + told, encoding="utf-8")
    return folder


@pytest.fixture
def this_year(tmp_path):
    """Two years: A rises, N was B, M was made of two."""
    last = {"A": {"revenue": 100}, "B": {"revenue": 70}, "C": {"revenue": 5}, "D": {"revenue": 5}}
    write(tmp_path, 2024, last)
    own = {unit: {"revenue": 100} for unit in ("N", "M")}
    return write(tmp_path, 2025, {"A": {"revenue": 90}, **own}, 'last_year = "../2024"\n')


def figures(folder):
    table = load_year(FolderSource(Request((folder,)))).gathered.table
    units = [unit.code for unit in table.units]
    return {
        code: (table.value(row, "revenue_last_year"), table.origins[row, "revenue_last_year"].file)
        for row, code in enumerate(units)
        if table.known(row, "revenue_last_year")
    }


def test_the_figure_is_that_of_the_unit_or_of_the_only_one_that_it_was(this_year):
    assert figures(this_year) == {"A": (100, "../2024/reports/A.toml"), "N": (70, "../2024/reports/B.toml")}


def test_a_unit_whose_predecessor_is_still_there_does_not_take_its_figures(this_year):
    (this_year / "units.csv").write_text("code,name,predecessors\nA,Xã A,\nN,Xã N,A\n", encoding="utf-8")
    (this_year / "reports" / "M.toml").unlink()
    assert figures(this_year) == {"A": (100, "../2024/reports/A.toml")}


def test_a_fall_is_0_points_and_who_has_no_last_year_is_missing(this_year):
    result = json.loads(command("rank", this_year, "--format", "json").out)
    points = {unit["code"]: (unit["points"]["printed"], unit["outcome"]) for unit in result["communes"]}
    assert points == {"A": ("0.00", "SCORED"), "N": ("2.00", "SCORED"), "M": ("0.00", "MISSING")}


def test_a_figure_of_the_report_stays_and_is_in_doubt_where_last_year_says_another(this_year):
    report = this_year / "reports" / "A.toml"
    report.write_text(report.read_text(encoding="utf-8") + "revenue_last_year = 80\n", encoding="utf-8")
    year = load_year(FolderSource(Request((this_year,))))
    assert figures(this_year)["A"] == (80, "reports/A.toml")
    assert (0, "revenue_last_year") in year.gathered.table.doubts
    (found,) = [finding for finding in year.gathered.findings if finding.code == "last-year-differs"]
    assert year.gathered.reasons[0, "revenue_last_year"] == (found,)
    assert "Thu ngân sách năm trước" in command("check", this_year).out


def test_what_the_appraisal_of_last_year_has_corrected_counts(this_year):
    work = this_year.parent / "2024" / "appraisal"
    work.mkdir()
    entry = (
        '[[entry]]\nid = "1"\nround = 1\nunit = "A"\nindicator = "revenue"\nold = 100\nnew = 60\n'
        'reason = "đối chiếu kho bạc"\nevidence = [{ document = "Biên bản 1" }]\nby = "Bình"\non = 2025-01-15\n'
    )
    (work / "vong-1.toml").write_text(entry, encoding="utf-8")
    assert figures(this_year)["A"] == (60, "../2024/appraisal/vong-1.toml")


def test_without_a_folder_of_last_year_the_report_has_to_say(this_year):
    (this_year / "cchc.toml").write_text('scheme = "s.toml"\nunits = "units.csv"\n', encoding="utf-8")
    assert figures(this_year) == {}


def test_two_years_that_name_each_other_are_read_once(this_year):
    before = this_year.parent / "2024" / "cchc.toml"
    before.write_text(before.read_text(encoding="utf-8") + 'last_year = "../2025"\n', encoding="utf-8")
    assert figures(this_year)["A"] == (100, "../2024/reports/A.toml")


def test_a_folder_that_is_not_there_is_told_and_a_change_of_last_year_is_a_change(this_year):
    source = FolderSource(Request((this_year,)))
    before = source.fingerprint()
    (this_year.parent / "2024" / "reports" / "A.toml").unlink()
    assert FolderSource(Request((this_year,))).fingerprint() != before
    (this_year / "cchc.toml").write_text('scheme = "s.toml"\nlast_year = "../1999"\n', encoding="utf-8")
    with pytest.raises(SchemeError) as error:
        load_year(FolderSource(Request((this_year,))))
    assert [finding.code for finding in error.value.findings] == ["last-year-absent"]
