"""Parts of decisions as examples: what each gives, worked out by hand from its source and not from its scheme."""

import json
import shutil
from fractions import Fraction as F

import pytest
import tomli

from tests.running import EXAMPLES, command

JULY_TO_JUNE = EXAMPLES / "tiep-can-phap-luat-2014"
BY_GRADE = EXAMPLES / "chuan-phap-luat-2022"
DTI = EXAMPLES / "lam-dong-dti-2023"
OF_766 = EXAMPLES / "bo-chi-so-766"
HA_NOI = EXAMPLES / "khung-ha-noi"
ALL = [JULY_TO_JUNE, BY_GRADE, DTI, OF_766, HA_NOI]


def ranked(folder):
    result = command("rank", folder, "--format", "json")
    assert result.code == 0, result.err
    return {one["code"]: one for one in sorted(json.loads(result.out)["communes"], key=lambda one: one["code"])}


def exact(commune, number):
    return F(next(one for one in commune["criteria"] if one["number"] == number)["points"]["exact"])


def points(communes, number):
    return [exact(commune, number) for commune in communes.values()]


def of(part, whole, most):
    """A share of a maximum, half up to two decimals, as a council works it out."""
    return F(int(F(part, whole) * most * 100 + F(1, 2)), 100)


@pytest.mark.full
@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_the_example_is_without_faults_and_its_cases_stand_on_every_limit(folder):
    checked = command("check", folder, "--format", "json")
    assert checked.code == 0, checked.out + checked.err
    assert {one["severity"] for one in json.loads(checked.out)["findings"]} <= {"note"}
    tried = command("scheme", "test", folder, "--format", "json")
    assert tried.code == 0, tried.out
    data = json.loads(tried.out)
    assert not data["failures"]
    assert not [one for criterion in data["criteria"] for one in criterion["findings"]]
    limits = [limit for criterion in data["criteria"] for limit in criterion["limits"]]
    assert limits
    assert all(limit["covered"] for limit in limits)


@pytest.mark.full
@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_what_copies_no_whole_decision_says_so_and_its_units_are_made_up(folder):
    scheme = tomli.loads((folder / "cchc.toml").read_text(encoding="utf-8"))["scheme"]
    text = (folder / scheme).read_text(encoding="utf-8")
    head = tomli.loads(text)["scheme"]
    assert "decision" not in head
    assert "minh họa" in head["title"]
    assert "giả định" in head["title"]
    comment = text.partition("[scheme]")[0]
    assert "# Tự chọn" in comment or "ở đây" in comment
    if folder != HA_NOI:
        assert "# Chép: " in comment
        assert "# Không biết: " in comment
    out = command("rank", folder).out
    assert "Minh họa" in out
    assert all("Ví dụ" in line for line in (folder / "units.csv").read_text(encoding="utf-8").splitlines()[1:])


def test_the_six_bands_of_the_decision_of_2013_begin_at_their_limits():
    communes = ranked(JULY_TO_JUNE)
    # 36 of 40 are 90% exactly: 60; 2 of 3 are 66.67%: 30; 16 of 20 are 80%: 50; none of 4: 10.
    assert [exact(communes[code], "1.1") for code in ("V01", "V02", "V03", "V04")] == [60, 30, 50, 10]
    assert communes["V05"]["index"] is None or communes["V05"]["rank"] is None


def test_a_year_from_july_to_june_scores_whoever_exists_on_its_last_day(tmp_path):
    folder = shutil.copytree(JULY_TO_JUNE, tmp_path / "nam")
    assert list(ranked(folder)) == ["V01", "V02", "V03", "V04", "V05"], (
        "one ends with it, one began in it, one has gone"
    )
    units = folder / "units.csv"
    units.write_text(
        units.read_text(encoding="utf-8").replace("2014-06-30", "2014-06-29").replace("2014-04-01", "2014-07-01"),
        encoding="utf-8",
    )
    assert list(ranked(folder)) == ["V01", "V02", "V04"], "a day before its end, a day after it"
    # On the last day of the calendar year 2014 the one that ended in June has gone.
    shutil.copy(JULY_TO_JUNE / "units.csv", units)
    scheme = folder / "tiep-can-phap-luat.toml"
    lines = [line for line in scheme.read_text(encoding="utf-8").splitlines() if not line.startswith("days")]
    scheme.write_text("\n".join(lines), encoding="utf-8")
    assert list(ranked(folder)) == ["V01", "V02", "V04", "V05"]


def test_the_pass_mark_hangs_on_the_class_of_the_commune():
    communes = ranked(BY_GRADE)
    # Indicator 1: 1 for all issued and 2 for lawful; then the table of trained staff.
    assert points(communes, "1.1") == [3, 3, 3, 3, 3, 2]
    assert points(communes, "1.2") == [1, 1, F(1, 2), 2, F(1, 4), 2]
    # 4 of 5 are 80: enough for class II and not for class I; 3.5 of 5 are 70: enough for class III; 3.25 are 65.
    assert [(one["index"]["printed"], one["class"]) for one in communes.values()] == [
        ("80.00", "Chưa đạt chuẩn"), ("80.00", "Đạt chuẩn"), ("70.00", "Đạt chuẩn"), ("100.00", "Đạt chuẩn"),
        ("65.00", "Chưa đạt chuẩn"), ("80.00", "Đạt chuẩn"),
    ]  # fmt: skip


def test_a_commune_whose_class_nobody_says_has_no_class_and_is_told(tmp_path):
    folder = shutil.copytree(BY_GRADE, tmp_path / "nam")
    units = folder / "units.csv"
    units.write_text(units.read_text(encoding="utf-8").replace("Một,xã,I\n", "Một,xã,\n"), encoding="utf-8")
    assert ranked(folder)["V01"]["class"] is None
    assert "Xã Ví dụ Một" in command("check", folder, "--format", "csv").out


def test_the_class_that_only_a_pass_mark_asks_for_is_used():
    assert "commune_grade" not in command("scheme", "lint", BY_GRADE, "--format", "csv").out


def test_both_rules_of_the_digital_index_of_lam_dong():
    communes = ranked(DTI)
    assert of(880, 903, 20) == F("19.49")
    assert [exact(communes["V01"], "1.1"), exact(communes["V02"], "1.1")] == [F("19.49"), F("8.57")]
    assert points(communes, "1.2") == [20, 20, 5], "four, five and one meeting"
    assert communes["V03"]["reachable"]["exact"] == "20", "nothing to do leaves the maximum"


def test_the_known_rules_of_decision_766_give_the_figures_worked_out_by_hand():
    communes = ranked(OF_766)
    one, two, three, four = communes.values()
    assert (of(3, 7, 4), of(880, 903, 20), of(7, 9, 6)) == (F("1.71"), F("19.49"), F("4.67"))
    assert [exact(one, number) for number in ("1.1", "2.1", "5.1", "5.2", "5.3")] == [
        F("1.71"), F("19.49"), F("4.67"), F("4.67"), 6,
    ]  # fmt: skip
    # The portal gave 12.5, 18, 9 and 8.
    assert F(one["points"]["exact"]) == F("1.71") + F("12.5") + F("19.49") + 18 + 9 + 8 + 2 * F("4.67") + 6
    assert exact(two, "5.3") == F("5.93"), "89.01 of 90 percent of 6 is 5.934"
    # No petitions: 12 points leave the maximum.
    assert (F(two["points"]["exact"]), F(two["reachable"]["exact"])) == (F("87.93"), 88)
    assert (F(three["points"]["exact"]), three["class"]) == (90, "Xuất sắc"), "exactly on the limit"
    # 1 of 5 published, 400 of 640 in time, 2 of 4 petitions twice, 60 of 90 percent; 22 points are still awaited.
    known = F(4, 5) + F("12.5") + 3 + 3 + 4 + 7 + 5 + 4
    assert (F(four["points"]["exact"]), F(four["points_high"]["exact"])) == (known, known + 22)
    assert [commune["class"] for commune in communes.values()] == ["Tốt", "Xuất sắc", "Xuất sắc", "Yếu"]


def test_the_groups_of_decision_766_have_their_maxima():
    shown = json.loads(command("scheme", "show", OF_766, "--format", "json").out)
    assert [area["max_points"] for area in shown["areas"]] == ["18", "20", "22", "22", "18"]


def test_without_a_survey_the_appraised_part_alone_is_put_on_100():
    one = ranked(HA_NOI)["P01"]
    assert (F(one["points"]["exact"]), F(one["reachable"]["exact"])) == (F("60.75"), 70)
    assert one["index"]["printed"] == "86.79"


def test_with_a_survey_its_30_points_are_awaited(tmp_path):
    folder = shutil.copytree(HA_NOI, tmp_path / "nam")
    config = folder / "cchc.toml"
    config.write_text(config.read_text(encoding="utf-8").partition("[survey]")[0], encoding="utf-8")
    one = ranked(folder)["P01"]
    assert (F(one["points"]["exact"]), F(one["points_high"]["exact"])) == (F("60.75"), F("90.75"))
    assert F(one["reachable"]["exact"]) == 100


@pytest.mark.full
def test_check_holds_the_district_against_the_frame_and_other_commands_do_not_look_at_it(tmp_path):
    folder = shutil.copytree(HA_NOI, tmp_path / "nam")
    scheme, frame = folder / "quan.toml", folder / "khung-ha-noi.toml"
    text = scheme.read_text(encoding="utf-8")
    before = command("rank", folder, "--format", "csv").out
    changed = text.replace('name       = "Tài chính công"', 'name       = "Tài chính"')
    scheme.write_text(changed, encoding="utf-8")
    for asked in (("check", folder), ("check", "--scheme", scheme), ("scheme", "lint", folder)):
        result = command(*asked, "--format", "json")
        assert result.code == 1
        (found,) = (one for one in json.loads(result.out)["findings"] if one["code"].startswith("frame"))
        assert "'Tài chính', khung (khung-ha-noi.toml:39) ghi 'Tài chính công'" in found["message"]
    frame.unlink()
    scheme.write_text(text, encoding="utf-8")
    gone = command("check", folder)
    assert (gone.code, "khung-ha-noi.toml" in gone.err) == (3, True)
    assert command("rank", folder, "--format", "csv").out == before


def test_a_frame_alone_scores_nothing():
    result = command("rank", "--scheme", HA_NOI / "khung-ha-noi.toml", HA_NOI / "reports" / "tham-dinh.csv")
    assert result.code == 4
    assert "thiếu 'criterion'" in result.err


@pytest.mark.parametrize("name", ["minh-hoa-2023", "khung-ha-noi", "khong_co:khung"])
def test_a_frame_is_named_as_a_scheme_is(tmp_path, name):
    folder = shutil.copytree(HA_NOI, tmp_path / "nam")
    scheme = folder / "quan.toml"
    scheme.write_text(scheme.read_text(encoding="utf-8").replace("khung-ha-noi.toml", name), encoding="utf-8")
    result = command("check", folder, "--format", "csv")
    if name == "minh-hoa-2023":
        assert "khung (scoring_rules/minh-hoa-2023.toml:" in result.out
    else:
        assert result.code == 4
        assert f"không có bộ tiêu chí nào tên '{name}'" in result.err
