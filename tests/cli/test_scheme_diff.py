"""`scheme diff`: what changed, and with reports whose points and ranks move."""

import json
import re
import shutil
from fractions import Fraction

import pytest

from tests.cli.test_explain_compare import parts_add_up
from tests.running import EXAMPLES, ROOT, command

REPORTS = EXAMPLES / "hoang-hoa-2023"
HUYEN = EXAMPLES / "huyen-them-tieu-chi"


@pytest.fixture
def new(tmp_path):
    """The shipped scheme with one limit raised and one title rewritten."""
    text = (ROOT / "scoring_rules" / "minh-hoa-2023.toml").read_text(encoding="utf-8")
    text = text.replace("zero_below = 80", "zero_below = 85").replace("Ban hành kế hoạch CCHC năm", "Kế hoạch năm")
    (tmp_path / "moi.toml").write_text(text, encoding="utf-8")
    return tmp_path / "moi.toml"


@pytest.mark.full
def test_each_criterion_says_what_it_moves(new):
    result = command("scheme", "diff", "minh-hoa-2023", new, "--format", "csv")
    assert (result.code, result.err) == (0, "")
    assert "tiêu chí;1.1.1;Kế hoạch năm;tên;Ban hành kế hoạch CCHC năm;Kế hoạch năm;chỉ lời văn" in result.out
    rule = next(line for line in result.out.splitlines() if line.startswith("tiêu chí;3.3.1;"))
    assert "dưới 80%: 0 điểm" in rule
    assert "dưới 85%: 0 điểm" in rule
    assert rule.endswith('"điểm, hạng"')
    english = command("scheme", "diff", "minh-hoa-2023", new, "--lang", "en").out
    assert "Criteria: 0 added, 0 removed, 5 changed (of these only in wording: 1)." in english


@pytest.mark.full
def test_with_reports_it_says_who_moves_and_the_parts_add_up(new):
    result = command("scheme", "diff", "minh-hoa-2023", new, "--reports", REPORTS, "--format", "json", "-q")
    assert result.code == 0
    data = json.loads(result.out)
    moves = data["moves"]
    parts_add_up(moves)
    assert {one["before"] for unit in moves["units"] for one in unit["parts"]} == {"3.1.2", "5.2"}
    changed = [unit for unit in moves["units"] if Fraction(unit["points"])]
    assert [unit["name"] for unit in changed] == ["Xã Mẫu 06", "Xã Mẫu 07"]
    assert (moves["criteria_only_in_a"], moves["criteria_only_in_b"]) == ([], [])
    table = command("scheme", "diff", "minh-hoa-2023", new, "--reports", REPORTS, "-q")
    assert "3.1.2 -2,11" in table.out
    alone = json.loads(command("scheme", "diff", "minh-hoa-2023", new, "--format", "json").out)
    assert (alone["moves"], alone["rehearsal"]) == (None, None)


@pytest.mark.full
def test_with_reports_it_says_what_sets_units_apart(new):
    new.write_text(new.read_text(encoding="utf-8").replace("from = 80\n", "from = 81\n"), encoding="utf-8")
    line = ("scheme", "diff", "minh-hoa-2023", new, "--reports", REPORTS, "-q")
    tried = json.loads(command(*line, "--format", "json").out)["rehearsal"]
    assert {one["name"]: (one["before"], one["gained"], one["lost"], one["after"]) for one in tried["classes"]} == {
        "Xuất sắc": (4, 0, 0, 4), "Tốt": (5, 0, 4, 1), "Khá": (3, 4, 0, 7), "Trung bình": (2, 0, 0, 2), "Yếu": (1, 0, 0, 1),
    }  # fmt: skip
    assert {(one["before"], one["after"]) for one in tried["class_changes"]} == {("Tốt", "Khá")}
    assert [one["criterion"] for one in tried["equal"]] == ["3.3.2", "3.3.3", "4.1", "5.1.1", "6.1.1", "6.2", "7.1.2"]
    # One commune has not said how its land dossiers ended: that is no zero.
    assert tried["equal"][0] == {
        "criterion": "3.3.2", "points": "2", "max_points": "2", "scored": 14, "not_applicable": 0, "open": 1, "before": True,
    }  # fmt: skip
    (floor,) = (one for one in tried["limits"] if one["criterion"] == "3.3.1" and one["limit"].endswith("85%"))
    assert (floor["under"], floor["on"], floor["over"], floor["near"], floor["verdict"]) == (1, 0, 14, 0, "divides")
    table = command(*line, "--format", "csv")
    assert "Phường Mẫu 05;Tốt;Khá" in table.out.replace('"', "")
    assert "Số đơn vị theo loại" in table.out


@pytest.mark.full
def test_the_survey_and_what_a_council_took_out_count_in_both(tmp_path):
    year = EXAMPLES / "lam-dong-2025"
    text = (year / "lam-dong-2025.toml").read_text(encoding="utf-8")
    other = tmp_path / "khac.toml"
    # 5.2 has another number in the new scheme, and stays taken out.
    text = text.replace("from = 65\n", "from = 70\n").replace('[criterion."5.2"]', '[criterion."5.3"]')
    other.write_text(text.replace('incomplete = "low" ', 'incomplete = "unranked"'), encoding="utf-8")
    line = ("scheme", "diff", year / "lam-dong-2025.toml", other, "--reports", year, "--format", "json", "-q")
    result = command(*line)
    assert (result.code, result.err) == (0, "")
    data = json.loads(result.out)
    assert all(unit["before"] == unit["after"] and unit["before"]["certain"] for unit in data["moves"]["units"])
    assert {unit["after"]["reachable"]["exact"] for unit in data["moves"]["units"]} == {"99", "89"}
    classes = [(one["name"], one["before"], one["after"]) for one in data["rehearsal"]["classes"]]
    assert classes == [("Tốt", 26, 26), ("Khá", 80, 66), ("Trung bình", 18, 32), ("Kém", 0, 0)]
    assert len(data["rehearsal"]["class_changes"]) == 14
    english = command(*line[:-3], "--lang", "en", "-q").out
    assert "By the figures of reports and survey; self-scores and entries of the appraisal do not count." in english


def test_plugins_of_a_scheme_s_folder_are_known_when_reports_stand_elsewhere(tmp_path):
    shutil.copytree(HUYEN / "reports", tmp_path / "reports")
    result = command("scheme", "diff", HUYEN, HUYEN, "--reports", tmp_path / "reports", "-q")
    assert result.code == 0
    assert "Hai bộ tiêu chí giống nhau." in result.out


@pytest.mark.full
def test_a_scheme_for_the_next_year_is_tried_on_the_reports_of_this_one(new):
    new.write_text(new.read_text(encoding="utf-8").replace("period     = 2023", "period     = 2024"), encoding="utf-8")
    data = json.loads(
        command("scheme", "diff", "minh-hoa-2023", new, "--reports", REPORTS, "--format", "json", "-q").out
    )
    assert data["changes"][0]["fields"] == [{"field": "period", "before": "2023", "after": "2024", "effect": "points"}]
    assert [unit["name"] for unit in data["moves"]["units"] if Fraction(unit["points"])] == ["Xã Mẫu 06", "Xã Mẫu 07"]


@pytest.mark.full
def test_deadlines_of_another_year_are_told_and_move_nobody_in_silence(tmp_path):
    moved = tmp_path / "sau.toml"
    assert command("scheme", "next-year", "minh-hoa-2023", "-o", moved, "-q").code == 0
    text = moved.read_text(encoding="utf-8")
    moved.write_text(re.sub("^draft .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    result = command("scheme", "diff", "minh-hoa-2023", moved, "--reports", REPORTS, "--lang", "en")
    assert result.code == 0
    assert (
        "criterion 1.1.1: its days (15/01/2024, 31/01/2024) are those of 2024 and the reports are of 2023" in result.err
    )
    assert "Deadlines of another year than the reports, points say nothing: criteria 1.1.1, 1.4." in result.out


def test_the_same_scheme_has_no_changes():
    result = command("scheme", "diff", "minh-hoa-2023", "minh-hoa-2023", "--lang", "en")
    assert (result.code, result.err) == (0, "")
    assert "The schemes are the same." in result.out


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("minh-hoa-2023",), 2, "scheme diff --help"),
        (("minh-hoa-2023", "minh-hoa-2032"), 4, "có phải ý là 'minh-hoa-2023'?"),
        (("minh-hoa-2023", "khong-co.toml"), 3, "không có tệp này"),
        (("minh-hoa-2023", "minh-hoa-2023", "--reports", "khong-co"), 3, "khong-co"),
    ],
)
def test_what_cannot_be_compared_is_said(args, code, words):
    result = command("scheme", "diff", *args)
    assert (result.code, result.out) == (code, "")
    assert words in result.err
