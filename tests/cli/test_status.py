"""How far a year has come, on the command line."""

import json

import pytest

from tests.running import EXAMPLES, command


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """A year's folder; nothing in it is changed."""
    folder = tmp_path_factory.mktemp("tien-do") / "nam"
    assert command("init", folder, "--from", "minh-hoa").code == 0
    return folder


@pytest.mark.full
def test_a_line_a_unit_and_counts_below(year):
    shown = command("status", year, "--on", "20/12/2023")
    assert shown.code == 0
    assert "Tiến độ đến ngày 20/12/2023" in shown.out
    assert "Đang mở: thẩm định vòng 1 (đến 29/12/2023)." in shown.out
    assert "Tự chấm: 3 đã gửi, 1 chưa gửi." in shown.out
    english = command("status", year, "--on", "20/12/2023", "--lang", "en").out
    assert "Self-scores: 3 sent, 1 not sent." in english


@pytest.mark.full
def test_who_is_missing_is_a_reminder(year):
    told = command("status", year, "--who-is-missing", "--on", "1/12/2023").out
    assert "chưa gửi bảng tự chấm (hạn 15/12/2023)" in " ".join(told.split())
    assert "chưa giải trình" in told


@pytest.mark.full
def test_a_year_in_which_nothing_is_asked_of_reports_misses_none():
    data = json.loads(command("status", EXAMPLES / "lam-dong-2025", "--format", "json").out)
    assert data["reports"] == {}
    assert {unit["report"] for unit in data["units"]} == {"unasked"}


@pytest.mark.full
def test_progress_by_appraiser_in_every_format(tmp_path):
    folder = tmp_path / "y"
    assert command("init", folder, "--from", "minh-hoa").code == 0
    assert "Chưa ai được phân công" in command("status", folder, "--by", "appraiser").out
    (folder / "appraisal" / "phan-cong.toml").write_text(
        '[[assignment]]\nappraisers = ["An"]\nunits = ["M01"]\nby = "Lan"\non = 2023-12-18\n\n'
        '[[assignment]]\nappraisers = ["Bình", "Cúc"]\nunits = ["M02"]\nareas = ["1"]\nby = "Lan"\non = 2023-12-18\n',
        encoding="utf-8",
    )
    shown = command("status", folder, "--by", "appraiser").out
    assert "(chưa phân công)" in shown
    data = json.loads(command("status", folder, "--by", "appraiser", "--format", "json").out)
    an, binh, cuc, nobody = data["appraisers"]
    assert [one["name"] for one in data["appraisers"]] == ["An", "Bình", "Cúc", ""]
    assert an["rounds"][0]["seen"] == data["units"][0]["rounds"][0]["seen"]
    assert binh["rounds"] == cuc["rounds"]
    assert an["units"] == binh["units"] == 1
    whole = sum(one["rounds"][0]["seen"]["of"] for one in (an, binh, nobody))
    assert whole == sum(unit["rounds"][0]["seen"]["of"] for unit in data["units"])
    for kind in ("csv", "html", "latex", "markdown"):
        target = tmp_path / f"tien-do.{kind}"
        assert command("status", folder, "--by", "appraiser", "--format", kind, "-o", target).code == 0
    assert command("status", folder, "--by", "mai").code == 2


def test_a_day_that_is_none_is_a_wrong_word(year):
    assert command("status", year, "--on", "mai").code == 2


def test_a_document_that_cannot_be_read_is_told_and_the_others_are_shown(tmp_path):
    assert command("init", tmp_path / "y", "--from", "minh-hoa").code == 0
    (tmp_path / "y" / "reports" / "hong.toml").write_text("a = ", encoding="utf-8")
    shown = command("status", tmp_path / "y")
    assert shown.code == 3
    assert "Xã Mẫu 01" in shown.out


@pytest.mark.full
def test_a_claim_that_somebody_has_looked_at_is_open_no_more(tmp_path):
    folder = tmp_path / "nam"
    assert command("init", folder, "--from", "minh-hoa").code == 0

    def open_of(code):
        units = json.loads(command("status", folder, "--format", "json").out)["units"]
        return next(unit["open"] for unit in units if unit["code"] == code)

    # What M02 claims of 2.2 differs from its figures; that 4.1 lacks evidence was appraised.
    assert (open_of("M01"), open_of("M02")) == (1, 1)
    kept = '[[confirmation]]\nround = 1\nunit = "M01"\nmarks = { "1.3.2" = 1 }\nby = "An"\non = 2023-12-20\n'
    (folder / "appraisal" / "giu-nguyen.toml").write_text(kept, encoding="utf-8")
    assert (open_of("M01"), open_of("M02")) == (0, 1)
    # A sum of figures tells nothing of claims.
    told = command("summary", folder)
    assert ("tự chấm" in told.err, told.code) == (False, 0)
    assert "tự chấm" in command("check", folder).out


def test_who_sent_nothing_is_not_compared_by_what_others_gave(tmp_path):
    folder = tmp_path / "nam"
    assert command("init", folder).code == 0
    (folder / "self-scores" / "mau-03.toml").unlink()
    found = json.loads(command("compare", "self", "final", folder, "--format", "json").out)
    assert found["nothing_common"] == ["M03"]
    assert [unit["code"] for unit in found["units"]] == ["M01", "M02"]
