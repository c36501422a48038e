"""The examples, as a user runs them: real figures, a published ranking, a district's own criterion, a package."""

import csv
import json
from fractions import Fraction

import pytest
import tomli

from tests.running import EXAMPLES, ROOT, SHARED, command

HOANG_HOA = EXAMPLES / "hoang-hoa-2023"


def communes(*args):
    """The communes of a JSON result, by code."""
    result = command(*args, "--format", "json")
    assert result.code == 0, result.err
    return {one["code"]: one for one in json.loads(result.out)["communes"]}


@pytest.fixture(scope="module")
def hoang_hoa():
    return communes("rank", HOANG_HOA)


def test_hoang_cat_is_scored_from_its_real_appendix(hoang_hoa):
    commune = hoang_hoa["15865"]
    assert commune["points"]["exact"] == "60.36"
    assert commune["points_high"]["exact"] == "85.86"
    assert commune["reachable"]["exact"] == "91.5"
    assert commune["index"] == {"printed": "65.97", "exact": "4024/61"}
    assert commune["class"] == "Trung bình"
    areas = {code: (area["points"]["exact"], area["reachable"]["exact"]) for code, area in commune["areas"].items()}
    assert areas == {
        "steering": ("8.5", "17"), "institutions": ("2", "3.5"), "procedures": ("17.5", "24"),
        "apparatus": ("5", "8"), "civil_service": ("8.36", "12"), "public_finance": ("5", "8"),
        "e_government": ("14", "19"),
    }  # fmt: skip


def test_the_worked_criterion_of_the_readme_says_why(hoang_hoa):
    one = next(one for one in hoang_hoa["15865"]["criteria"] if one["number"] == "1.3.1")
    assert one["points"] == {"printed": "2.50", "exact": "2.5"}
    assert [(fact["indicator"], fact["value"], fact["row"]) for fact in one["facts"]] == [
        ("tasks_on_time", "14", "1.3.2"), ("tasks_late", "1", "1.3.3"), ("tasks_assigned", "15", "1.3.1"),
    ]  # fmt: skip
    assert one["facts"][2]["source"] == "reports/hoang-cat.txt:50"


def test_blank_cells_are_unknown_and_never_zero(hoang_hoa):
    facts = {fact["indicator"]: fact["value"] for one in hoang_hoa["15865"]["criteria"] for fact in one["facts"]}
    assert facts["procedures_in_force"] is None
    assert facts["sections_inspected"] == "0"


@pytest.mark.full
def test_the_faults_of_the_real_report_are_told_and_its_doubtful_figures_marked(hoang_hoa):
    commune = hoang_hoa["15865"]
    assert [one["code"] for one in commune["findings"] if one["severity"] == "warning"] == [
        "header-differs", "value-shifted", "header-sum-differs", "value-mixed", "exclusive-above-100",
    ]  # fmt: skip
    assert {one["severity"] for one in commune["findings"]} == {"warning", "note"}
    doubtful = {fact["indicator"] for one in commune["criteria"] for fact in one["facts"] if fact["in_doubt"]}
    remarks = {fact["indicator"]: fact["remark"] for one in commune["criteria"] for fact in one["facts"]}
    assert remarks["received_online_3"] == "Mức độ 3: 238; CT Điện tử: 272"
    assert "(ghi chú: Mức độ 3: 238; CT Điện tử: 272)" in " ".join(
        command("score", HOANG_HOA, "--format", "csv").out.split()
    )
    assert "procedures_linked_levels" in doubtful
    assert "tasks_assigned" not in doubtful


def test_every_outcome_every_class_and_every_kind_of_tie_occurs(hoang_hoa):
    assert {one["class"] for one in hoang_hoa.values()} == {"Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu"}
    outcomes = {one["outcome"] for commune in hoang_hoa.values() for one in commune["criteria"]}
    assert outcomes == {"SCORED", "MISSING", "PENDING", "NOT_APPLICABLE"}
    assert hoang_hoa["M04"]["rank"] == hoang_hoa["M09"]["rank"] == 3
    assert hoang_hoa["M14"]["rank"] == 5
    assert hoang_hoa["M02"]["class"] == "Tốt", "an area below half of its maximum"
    assert hoang_hoa["M13"]["rank"] is None
    assert hoang_hoa["M05"]["index"]["printed"] == hoang_hoa["M11"]["index"]["printed"] == "80.00"
    assert [hoang_hoa[code]["index"]["printed"] for code in ("M14", "M12")] == ["80.011", "80.010"]


def test_made_up_communes_say_so_by_their_names(hoang_hoa):
    assert all("Mẫu" in one["name"] for code, one in hoang_hoa.items() if code != "15865")


def test_the_raw_report_gives_the_same_facts_as_its_appendix(tmp_path, hoang_hoa):
    raw = SHARED / "reports" / "hoang-cat-2023.txt"
    if not raw.exists():
        pytest.skip(
            "the real report stands beside the project only where it is checked: its raw form is not tested here"
        )
    (tmp_path / "cchc.toml").write_text('scheme = "minh-hoa-2023"\nunits = "units.csv"\n', encoding="utf-8")
    (tmp_path / "units.csv").write_text("code,name\n15865,Xã Hoằng Cát\n", encoding="utf-8")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "raw.txt").write_bytes(raw.read_bytes())
    from_raw = communes("rank", tmp_path)["15865"]

    def figures(commune):
        return {fact["indicator"]: fact["value"] for one in commune["criteria"] for fact in one["facts"] if fact["row"]}

    assert figures(from_raw) == figures(hoang_hoa["15865"])


def test_the_published_ranking_of_binh_duong_is_reproduced():
    got = communes("rank", EXAMPLES / "binh-duong-2017")
    by_name = {one["name"]: one for one in got.values()}
    with (ROOT / "tests" / "binh-duong-2017.csv").open(encoding="utf-8", newline="") as file:
        published = list(csv.DictReader(file))
    assert len(published) == len(by_name) == 9
    for row in published:
        commune = by_name[row["district"]]
        assert commune["rank"] == int(row["rank"])
        assert commune["points"]["printed"] == commune["index"]["printed"] == row["total"]
        parts = [Fraction(area["points"]["exact"]) for area in commune["areas"].values()]
        assert parts == [Fraction(row["appraised_max65"]), Fraction(row["survey_max35"])]


def test_the_copy_of_the_published_result_is_the_shared_one():
    shared = SHARED / "domain" / "binh-duong-2017-districts.csv"
    if not shared.exists():
        pytest.skip("the published table stands beside the project only where it is checked")
    assert (ROOT / "tests" / "binh-duong-2017.csv").read_text(encoding="utf-8") == shared.read_text(encoding="utf-8")


def test_a_district_adds_its_own_criterion_by_one_file():
    got = communes("rank", EXAMPLES / "huyen-them-tieu-chi")
    assert [one["rank"] for one in got.values()] == [1, 2, 3]
    assert command("check", EXAMPLES / "huyen-them-tieu-chi").code == 0
    scheme = EXAMPLES / "huyen-them-tieu-chi" / "huyen.toml"
    missing = command("check", "--scheme", scheme, "--lang", "en", cwd=EXAMPLES.parent)
    assert missing.code == 4
    assert "huyen.toml:55: criterion 2.1: no method is called 'local.hotline'" in missing.err
    given = command("check", "--scheme", scheme, "--plugins", EXAMPLES / "my_methods", cwd=EXAMPLES.parent)
    assert given.code == 0, given.err + given.out


def test_the_known_part_of_a_real_annex_is_scored_at_its_limits():
    folder = EXAMPLES / "ca-mau-1880-2013"
    assert command("check", folder).code == 0
    got = communes("rank", folder)
    points = {
        code: {one["number"]: one["points"]["exact"] for one in commune["criteria"]} for code, commune in got.items()
    }
    assert points["V02"]["1.1.4"] == "1", "exactly 90% is the middle band"
    assert points["V03"]["1.1.4"] == "1", "exactly 70% is the middle band"
    assert points["V04"]["1.1.4"] == "0"
    assert points["V02"]["1.1.2"] == "0", "all tasks named, no budget"
    assert [points[code]["1.1.1"] for code in ("V01", "V03", "V04")] == ["1", "0.5", "0"]
    assert [commune["points"]["exact"] for commune in got.values()] == ["7", "5", "3.5", "0"]
    assert [commune["rank"] for commune in got.values()] == [1, 2, 3, 4]


def test_the_copy_of_a_part_says_that_it_is_one_and_that_its_communes_are_made_up():
    folder = EXAMPLES / "ca-mau-1880-2013"
    out = command("rank", folder).out
    assert "chỉ một phần; các xã là giả định" in out
    assert "Minh họa" in out
    assert all("Ví dụ" in line for line in (folder / "units.csv").read_text(encoding="utf-8").splitlines()[1:])


CA_MAU = {
    "1.1.1": {"1", "0.5", "0"},
    "1.1.2": {"1", "0"},
    "1.1.3": {"1", "0"},
    "1.1.4": {"2", "1", "0"},
    "1.2.1": {"1", "0"},
    "1.2.2": {"1", "0"},
}


def test_golden_cases_of_the_annex_stand_at_just_below_and_just_above_each_limit():
    cases = tomli.loads((EXAMPLES / "ca-mau-1880-2013" / "ca-mau.cases.toml").read_text(encoding="utf-8"))["case"]
    for number, points in CA_MAU.items():
        assert {str(case["points"]) for case in cases if case["criterion"] == number and "points" in case} == points
    done = {case["facts"]["plan_tasks_done"] for case in cases if case["criterion"] == "1.1.4"}
    assert done >= {699, 700, 701, 899, 900, 901}
    reports = {case["facts"]["periodic_reports_on_time"] for case in cases if case["criterion"] == "1.2.1"}
    assert reports >= {3, 4, 5}
