"""A year loaded from its folder: what is told of the units that its scheme ranks by kind."""

import re

import pytest

from tests.running import ROOT, command


@pytest.fixture
def ranked(tmp_path):
    """The ranking of units of some kinds, by a scheme that ranks each kind by itself, or all together."""

    def run(group_by, *kinds):
        scheme = command("new", "scheme", "thu", "-o", tmp_path / "s", "--from", "minh-hoa").code
        assert scheme == 0
        path = tmp_path / "s" / "thu.toml"
        text = path.read_text(encoding="utf-8")
        assert 'group_by   = "none"' in text
        path.write_text(text.replace('group_by   = "none"', f'group_by   = "{group_by}"'), encoding="utf-8")
        rows = "".join(f"{place},Xã Tân Lập,{kind}\n" for place, kind in enumerate(kinds))
        (tmp_path / "s" / "units.csv").write_text("code,name,kind\n" + rows, encoding="utf-8")
        (tmp_path / "s" / "so-lieu.csv").write_text(
            "unit,dialogue_held\n" + "".join(f"{place},có\n" for place in range(len(kinds))), encoding="utf-8"
        )
        (tmp_path / "s" / "cchc.toml").write_text(
            'scheme = "thu.toml"\nunits = "units.csv"\nreports = "so-lieu.csv"\n', encoding="utf-8"
        )
        return command("rank", tmp_path / "s")

    return run


@pytest.mark.full
def test_kinds_written_differently_are_ranked_together_and_units_of_one_name_by_code(ranked):
    result = ranked("kind", "xã", "Xã", "xa\u0303")
    assert result.err == ""
    assert result.out.count("Hạng  ") == 1
    assert all(f"Xã Tân Lập ({place})" in result.out for place in range(3))


def test_a_kind_that_is_unknown_or_nearly_another_is_told_where_kinds_are_ranked_apart(ranked):
    told = ranked("kind", "xã", "xa", "").err
    assert "chưa biết loại của Xã Tân Lập (2)" in told
    assert "các loại xa, xã chỉ khác nhau ở dấu" in told


def test_kinds_do_not_matter_where_all_are_ranked_together(ranked):
    assert ranked("none", "xã", "xa", "").err == ""


@pytest.mark.full
@pytest.mark.parametrize("survey", ['[survey]\nfiles = "dieu-tra"\n', ""])
def test_a_folder_of_work_that_is_named_and_absent_is_told_and_a_usual_one_may_be_absent(survey, tmp_path):
    assert command("init", tmp_path / "y", "--from", "minh-hoa").code == 0
    path = tmp_path / "y" / "cchc.toml"
    text = path.read_text(encoding="utf-8")
    usual = f'scheme = "bo-tieu-chi.toml"\nform = "mau-bao-cao.toml"\nunits = "units.csv"\n{survey}'
    path.write_text(usual, encoding="utf-8")
    for name in ("self-scores", "appraisal"):
        (tmp_path / "y" / name).rename(tmp_path / "y" / f"{name}-cu")
    told = command("rank", tmp_path / "y").err
    assert ("cchc.toml:5: không có thư mục hay tệp dieu-tra" in told) == bool(survey)
    path.write_text(text, encoding="utf-8")
    told = command("check", tmp_path / "y").out
    assert "không có thư mục hay tệp self-scores" in told
    assert "không có thư mục hay tệp appraisal" in told
    assert "không có thư mục hay tệp survey" not in told


@pytest.mark.parametrize(
    ("phases", "told"),
    [
        ("self_score = { from = 2023-11-01, to = 2024-01-31 }\nappraisal = [{ to = 2024-12-31 }]", ()),
        ("self_score = { from = 2022-11-01, to = 2023-01-31 }", ("Tự chấm: ngày 01/11/2022, 31/01/2023",)),
        ("appraisal = [{}, { from = 2025-01-01 }]", ("Thẩm định vòng 2: ngày 01/01/2025",)),
        ("explanation = [{ to = 2203-02-01 }]", ("Giải trình vòng 1: ngày 01/02/2203",)),
    ],
)
def test_a_phase_in_another_year_is_told(phases, told, tmp_path):
    (tmp_path / "a.csv").write_text("unit,dialogue_held\nXã A,có\n", encoding="utf-8")
    text = f'scheme = "minh-hoa-2023"\nreports = "a.csv"\n\n[phases]\n{phases}\n'
    (tmp_path / "cchc.toml").write_text(text, encoding="utf-8")
    result = command("rank", tmp_path)
    found = [line for line in result.err.splitlines() if "cách quá xa năm 2023" in line]
    assert len(found) == len(told)
    assert all(words in line for words, line in zip(told, found, strict=True))


@pytest.mark.full
def test_a_copied_scheme_is_told_wherever_it_is_used(tmp_path):
    text = (ROOT / "scoring_rules" / "minh-hoa-2023.toml").read_text(encoding="utf-8")
    (tmp_path / "s.toml").write_text(re.sub(r"(?m)^period *= 2023", "period = 2024", text), encoding="utf-8")
    (tmp_path / "a.csv").write_text("unit,dialogue_held\nXã A,có\n", encoding="utf-8")
    (tmp_path / "cchc.toml").write_text('scheme = "s.toml"\nreports = "a.csv"\n', encoding="utf-8")
    for run in (("rank", tmp_path), ("check", tmp_path), ("check", "--scheme", tmp_path / "s.toml")):
        result = command(*run)
        assert (result.out + result.err).count("tên bộ tiêu chí ghi năm 2023") == 1
    assert "tên bộ tiêu chí ghi năm 2023" in command("scheme", "lint", tmp_path / "s.toml", "--format", "csv").out
