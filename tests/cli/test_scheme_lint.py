"""`scheme lint`: what is told, how it was found, the option for jumps, and the exit code."""

import json

import pytest

from tests.running import EXAMPLES, command

HUYEN = EXAMPLES / "huyen-them-tieu-chi"


@pytest.fixture
def odd(tmp_path):
    """A valid scheme with a level out of reach and a fact that nobody uses."""
    text = (HUYEN / "huyen.toml").read_text(encoding="utf-8")
    text = text.replace("{ from = 90, points = 10 }", "{ above = 100, points = 10 }, { from = 90, points = 8 }")
    (tmp_path / "odd.toml").write_text(f'{text}\n[indicator.radio]\nname = "Tin bài"\n', encoding="utf-8")
    (tmp_path / "bieu-nho.toml").write_bytes((HUYEN / "bieu-nho.toml").read_bytes())
    return tmp_path / "odd.toml", "--plugins", EXAMPLES / "my_methods"


@pytest.mark.full
def test_the_shipped_schemes_have_notes_only():
    for name in ("minh-hoa-2023", HUYEN):
        result = command("scheme", "lint", name)
        assert (result.code, result.err) == (0, "")
        assert "cảnh báo" not in result.out
    assert "Đã thử đủ các ngưỡng: 52/52 tiêu chí" in command("scheme", "lint", "minh-hoa-2023").out
    assert "Looked at on every limit: 3 of 4" in command("scheme", "lint", HUYEN, "--lang", "en").out


def test_warnings_end_with_1_and_name_the_smallest_figures(odd):
    result = command("scheme", "lint", *odd, "--format", "csv")
    assert result.code == 1
    for words in (
        "nhiều nhất chỉ được 8/10 điểm (Tỷ lệ hài lòng của người dân, tổ chức = 90%: 8 điểm)",
        "mức 10 điểm ở 'bands.1.points'",
        "số liệu 'radio' (Tin bài) được khai báo mà không ai dùng",
        "dò",
    ):
        assert words in result.out


def test_data_hold_the_witness_and_how_it_was_found(odd):
    data = json.loads(command("scheme", "lint", *odd, "--format", "json").out)
    full = next(one for one in data["findings"] if one["code"] == "lint-full")
    assert full["witness"] == [{"facts": {"satisfaction": "90"}, "other_unit": {}, "outcome": "SCORED", "points": "8"}]
    assert (full["criterion"], full["exact"], full["severity"]) == ("2.3", True, "warning")
    criteria = {one["number"]: one for one in data["criteria"]}
    assert (criteria["2.3"]["highest"], criteria["2.3"]["max_points"], criteria["2.1"]["exact"]) == ("8", "10", False)


@pytest.mark.parametrize(("share", "told"), [("69", True), ("70", False), ("69,5%", True), ("100", False)])
def test_jumps_are_told_above_the_share_asked_for(share, told):
    result = command("scheme", "lint", HUYEN, "--jump", share, "--format", "json")
    assert ("lint-jump" in result.out) == told


@pytest.mark.parametrize("share", ["101", "-1", "nhiều", "nan", "1e999999999", "\x1b[31m"])
def test_a_share_that_is_none_is_a_usage_error(share):
    result = command("scheme", "lint", HUYEN, "--jump", share)
    assert (result.code, result.out) == (2, "")
    assert "không phải phần trăm từ 0 đến 100" in result.err
    assert "\x1b" not in result.err
