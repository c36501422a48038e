"""A year loaded from its folder: what is told of the units that its scheme ranks by kind."""

import pytest

from tests.running import command


@pytest.fixture
def ranked(tmp_path):
    """The ranking of units of some kinds, by a scheme that ranks each kind by itself, or all together."""

    def run(group_by, *kinds):
        scheme = command("new", "scheme", "thu", "-o", tmp_path / "s").code
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


@pytest.mark.parametrize("survey", ['[survey]\nfiles = "dieu-tra"\n', ""])
def test_a_folder_of_work_that_is_named_and_absent_is_told_and_a_usual_one_may_be_absent(survey, tmp_path):
    assert command("init", tmp_path / "y").code == 0
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
