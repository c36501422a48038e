"""`scheme diff`: what changed, and with reports whose points and ranks move."""

import json
import shutil
from fractions import Fraction

import pytest

from tests.cli.test_reasons import parts_add_up
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


def test_each_criterion_says_what_it_moves(new):
    result = command("scheme", "diff", "minh-hoa-2023", new, "--format", "csv")
    assert (result.code, result.err) == (0, "")
    assert "tiêu chí,1.1.1,Kế hoạch năm,tên,Ban hành kế hoạch CCHC năm,Kế hoạch năm,chỉ lời văn" in result.out
    rule = next(line for line in result.out.splitlines() if line.startswith("tiêu chí,3.3.1,"))
    assert "dưới 80%: 0 điểm" in rule
    assert "dưới 85%: 0 điểm" in rule
    assert rule.endswith('"điểm, hạng"')
    english = command("scheme", "diff", "minh-hoa-2023", new, "--lang", "en").out
    assert "Criteria: 0 added, 0 removed, 5 changed (of these only in wording: 1)." in english


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
    assert command("scheme", "diff", "minh-hoa-2023", new, "--format", "json").out.rstrip().endswith('"moves": null\n}')


def test_plugins_of_a_scheme_s_folder_are_known_when_reports_stand_elsewhere(tmp_path):
    shutil.copytree(HUYEN / "reports", tmp_path / "reports")
    result = command("scheme", "diff", HUYEN, HUYEN, "--reports", tmp_path / "reports", "-q")
    assert result.code == 0
    assert "Hai bộ tiêu chí giống nhau." in result.out


def test_a_scheme_for_the_next_year_is_tried_on_the_reports_of_this_one(new):
    new.write_text(new.read_text(encoding="utf-8").replace("period     = 2023", "period     = 2024"), encoding="utf-8")
    data = json.loads(
        command("scheme", "diff", "minh-hoa-2023", new, "--reports", REPORTS, "--format", "json", "-q").out
    )
    assert data["changes"][0]["fields"] == [{"field": "period", "before": "2023", "after": "2024", "effect": "points"}]
    assert [unit["name"] for unit in data["moves"]["units"] if Fraction(unit["points"])] == ["Xã Mẫu 06", "Xã Mẫu 07"]


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
