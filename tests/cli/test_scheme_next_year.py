"""`scheme next-year`: a scheme and its cases for the year after, and criteria that keep their key."""

import json
import shutil

import pytest

from tests.running import EXAMPLES, command
from tests.schemes.sample import small_head


def test_a_shipped_scheme_moves_with_its_cases_and_lists_what_to_confirm(tmp_path):
    done = command("scheme", "next-year", "minh-hoa-2023", "-o", "moi.toml", "--format", "json", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    assert data["period"] == 2024
    assert {line["kind"] for line in data["lines"]} == {"period", "date", "text", "kept"}
    assert data["case_lines"]
    text = (tmp_path / "moi.toml").read_text(encoding="utf-8").splitlines()
    for line in data["lines"]:
        assert text[line["line"] - 1].strip().startswith(line["after"])
    refused = command("rank", EXAMPLES / "hoang-hoa-2023", "--scheme", "moi.toml", cwd=tmp_path)
    assert refused.code == 4
    assert "bộ tiêu chí còn là bản nháp" in refused.err


def test_a_scheme_of_ones_own_moves_and_nothing_is_written_over(tmp_path):
    shutil.copytree(EXAMPLES / "ca-mau-1880-2013", tmp_path / "cm")
    args = ("scheme", "next-year", "cm/ca-mau.toml", "-o", "cm/2014.toml")
    assert command(*args, cwd=tmp_path).code == 0
    assert (tmp_path / "cm" / "2014.cases.toml").exists()
    before = (tmp_path / "cm" / "2014.toml").read_bytes()
    again = command(*args, cwd=tmp_path)
    assert again.code == 3
    assert (tmp_path / "cm" / "2014.toml").read_bytes() == before
    assert command("scheme", "next-year", "cm/ca-mau.toml", cwd=tmp_path).code == 2
    assert command("scheme", "next-year", "khong-co", "-o", "x.toml", cwd=tmp_path).code == 4


SCHEME = (
    small_head(3)
    + """\
[criterion."1.1"]
title = "Một"
max_points = 1
method = "count"
count = "initiatives"
each = 1
[criterion."1.2"]
title = "Hai"
max_points = 2
method = "count"
count = "propaganda_sessions"
each = 1
"""
)


@pytest.fixture
def years(tmp_path):
    """The same two criteria in both years, renumbered, renamed and asking for other facts, known by their keys."""
    new = SCHEME.replace('"1.1"', '"1.9"').replace('"1.2"', '"1.1"').replace('"1.9"', '"1.2"')
    new = new.replace('title = "Một"', 'title = "Khác hẳn"\nkey = "1.1"').replace("initiatives", "feedback_received")
    new = new.replace('title = "Hai"', 'title = "Lại khác"\nkey = "1.2"')
    (tmp_path / "cu.toml").write_text(SCHEME, encoding="utf-8")
    (tmp_path / "moi.toml").write_text(new, encoding="utf-8")
    (tmp_path / "r.csv").write_text(
        "unit,initiatives,propaganda_sessions,feedback_received\nA,1,1,0\n", encoding="utf-8"
    )
    return tmp_path


def test_diff_and_compare_follow_a_criterion_by_its_key(years):
    changed = command("scheme", "diff", "cu.toml", "moi.toml", "--format", "json", cwd=years)
    rows = [one for one in json.loads(changed.out)["changes"] if one["kind"] == "criterion"]
    assert {(one["before"], one["after"]) for one in rows} == {("1.1", "1.2"), ("1.2", "1.1")}
    compared = command("compare", "cu.toml", "moi.toml", "r.csv", "--format", "json", cwd=years)
    data = json.loads(compared.out)
    assert (data["criteria_only_in_a"], data["criteria_only_in_b"]) == ([], [])
    assert [(part["before"], part["after"], part["points"]) for part in data["units"][0]["parts"]] == [
        ("1.1", "1.2", "-1")
    ]


def test_a_key_that_two_criteria_state_is_refused(years):
    text = (years / "moi.toml").read_text(encoding="utf-8").replace('key = "1.2"', 'key = "1.1"')
    (years / "moi.toml").write_text(text, encoding="utf-8")
    result = command("check", "--scheme", "moi.toml", cwd=years)
    assert "khóa '1.1' đã là của tiêu chí" in result.err
