"""`new` as people call it: what it writes passes the check at once, and a plugin installs and passes its tests."""

import json
import re
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from tests.json_schema.files import as_json, parsed
from tests.running import command
from tests.stranger import installed

NEXT = {
    "scheme": (("check", "{}"), ("rank", "{}")),
    "form": (("check", "{}"), ("import", "{}/vi-du.txt", "-o", "so-lieu")),
    "plugin": (("check", "--scheme", "{}/thi-du.toml", "--plugins", "{}"),),
}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("kind", NEXT)
@pytest.mark.full
def test_a_skeleton_passes_the_check_at_once_and_is_never_overwritten(kind, lang, tmp_path):
    own = ("--from", "minh-hoa") if kind == "scheme" else ()
    made = command("new", kind, "thu-moi", "--lang", lang, *own, cwd=tmp_path)
    assert (made.code, made.err) == (0, "")
    folder = "cchc-thu-moi" if kind == "plugin" else "thu-moi"
    for line in NEXT[kind]:
        result = command(*(word.format(folder) for word in line), "--lang", lang, cwd=tmp_path)
        assert (result.code, result.err) == (0, ""), result.out
        if line[0] == "check":
            assert {"vi": "không có lỗi nào", "en": "nothing found"}[lang] in result.out
            assert {"vi": "trường hợp mẫu", "en": "golden cases"}[lang] in result.out
            assert f"cchc-score {' '.join(line)}".replace("{}", folder) in made.out
    before = {path: path.read_bytes() for path in (tmp_path / folder).rglob("*") if path.is_file()}
    again = command("new", kind, "thu-moi", *own, cwd=tmp_path)
    assert (again.code, again.out) == (3, "")
    assert "thư mục đã có tệp" in again.err
    assert before == {path: path.read_bytes() for path in (tmp_path / folder).rglob("*") if path.is_file()}


@pytest.mark.full
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_real_scheme_copied_for_its_own_year_is_ready_and_says_that_it_is_a_draft(lang, tmp_path):
    made = command("new", "scheme", "tinh", "--year", "2025", "--lang", lang, cwd=tmp_path)
    assert (made.code, made.err) == (0, "")
    checked = command("check", "tinh", "--lang", lang, cwd=tmp_path)
    assert (checked.code, checked.err) == (0, ""), checked.out
    assert "606" in checked.out
    scheme = json.loads(command("rank", "tinh", "--format", "json", "-q", cwd=tmp_path).out)["scheme"]
    assert scheme["code"] == "tinh"
    assert "bản nháp" in scheme["title"]
    assert scheme["decision"].startswith("bản nháp, chưa ban hành; dựa trên quyết định 1234/QĐ-UBND")


@pytest.mark.full
def test_the_real_scheme_copied_for_this_year_is_confirmed_before_it_scores(tmp_path):
    year = date.today().year
    made = command("new", "scheme", "tinh", cwd=tmp_path)
    path = tmp_path / "tinh" / "tinh.toml"
    text = path.read_text(encoding="utf-8")
    assert f"period     = {year}" in text
    if year != 2025:
        assert "xóa dòng draft" in made.out
        assert command("rank", "tinh", cwd=tmp_path).code == 4
        path.write_text(re.sub("^draft .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    checked = command("check", "tinh", cwd=tmp_path)
    assert (checked.code, checked.err) == (0, ""), checked.out


def test_the_files_are_told_and_the_folder_can_be_named(tmp_path):
    made = json.loads(command("new", "scheme", "thu", "-o", "o/dau", "--format", "json", cwd=tmp_path).out)
    assert made["folder"] == "o/dau"
    assert all((tmp_path / "o" / "dau" / name).is_file() for name in made["files"])
    assert [path.name for path in tmp_path.iterdir()] == ["o"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "thiếu scheme|form|plugin trên dòng lệnh"),
        (("plugin",), "thiếu TÊN trên dòng lệnh"),
        (("shceme", "a"), "giá trị 'shceme' của KIND không dùng được; dùng một trong: scheme, form, plugin"),
        (("scheme", "Tỉnh Mới"), "tên 'Tỉnh Mới' không dùng được; có phải ý là tinh-moi?"),
        (("scheme", "../x.toml"), "có phải ý là x-toml?"),
        (("form", "2025"), "tên '2025' không dùng được; dùng chữ thường không dấu"),
        (("scheme", "cchc"), "tên 'cchc' đã có nơi khác dùng"),
        (("scheme", "minh-hoa-2023"), "tên 'minh-hoa-2023' đã có nơi khác dùng"),
        (("form", "phu-luc-01b-2023"), "tên 'phu-luc-01b-2023' đã có nơi khác dùng"),
        (("plugin", "areas"), "tên 'areas' đã có nơi khác dùng"),
        (("plugin", "cchc-score"), "tên 'score' đã có nơi khác dùng"),
        (("plugin", "investment"), "tên 'investment' đã có nơi khác dùng"),
        (("scheme", "a", "--from", "b"), "giá trị 'b' của --from không dùng được; dùng một trong: lam-dong, minh-hoa"),
        (("form", "a", "--from", "minh-hoa"), "--from chỉ dùng cho bộ tiêu chí"),
        (("scheme", "a", "--from", "minh-hoa", "--year", "2026"), "--year chỉ dùng cho bộ tiêu chí"),
        (("plugin", "a", "--year", "2026"), "--year chỉ dùng cho bộ tiêu chí"),
        (("scheme", "a", "--year", "26"), "giá trị '26' của --year không dùng được"),
    ],
)
def test_what_cannot_be_made_is_refused_before_anything_is_written(args, words, tmp_path):
    result = command("new", *args, cwd=tmp_path)
    assert result.code == 2
    assert words in result.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.full
def test_a_plugin_is_installed_and_every_command_of_its_notes_works(tmp_path):
    source = tmp_path / "cchc-lich-hen"
    assert command("new", "plugin", "lich-hen", "-o", source).code == 0
    notes = (source / "README.md").read_text(encoding="utf-8")
    lines = [line.split() for line in notes.splitlines() if line.startswith(("cchc-score", "python"))]
    asked = [line for line in lines if line[:3] != ["python", "-m", "pip"]]
    assert [line[0] for line in lines] == ["cchc-score", "python", "cchc-score", "python", "cchc-score"]
    first = command(*asked[0][1:], cwd=source)
    assert (first.code, first.err) == (0, "")
    stranger = installed(tmp_path, source, [source])
    assert "không có lỗi nào" in stranger.command(*asked[1][1:])
    assert "2 passed" in stranger.run(*asked[2][1:], "-q", "-p", "no:cacheprovider")
    stranger.command(*asked[3][1:])
    check = Draft202012Validator(json.loads((source / "scheme.json").read_text(encoding="utf-8")))
    assert list(check.iter_errors(as_json(parsed(source / "thi-du.toml")))) == []
    given = json.loads(stranger.command("plugins", "--format", "json"))["plugins"]
    assert [one["methods"] for one in given if one["distribution"] == "cchc-lich-hen"] == [["lich_hen.kept"]]


def test_the_cases_of_a_skeleton_stand_on_every_limit(tmp_path):
    assert command("new", "scheme", "thu-moi", "--from", "minh-hoa", cwd=tmp_path).code == 0
    tested = command("scheme", "test", "thu-moi/thu-moi.toml", "--format", "json", cwd=tmp_path)
    assert (tested.code, tested.err) == (0, "")
    criteria = json.loads(tested.out)["criteria"]
    assert criteria
    assert [limit for one in criteria for limit in one["limits"] if not limit["covered"]] == []


@pytest.mark.parametrize(
    "words",
    [
        ("rank", "b"),
        ("check", "b"),
        ("score", "b"),
        ("explain", "x", "b"),
        ("compare", "b", "b"),
        ("scheme", "lint", "b"),
    ],
)
def test_a_folder_without_its_configuration_is_told_as_one(words, tmp_path):
    (tmp_path / "b").mkdir()
    result = command(*words, cwd=tmp_path)
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith("lỗi: b: không có cchc.toml trong thư mục này")
    assert "init" in result.err
    assert "b: there is no cchc.toml" in command(*words, "--lang", "en", cwd=tmp_path).err
