"""`schema` as people call it: for this installation, on standard output or in a file that is never overwritten."""

import json

import pytest
from jsonschema import Draft202012Validator

from tests.json_schema.files import as_json, kind_of, parsed
from tests.running import EXAMPLES, command

DISTRICT = EXAMPLES / "huyen-them-tieu-chi"


@pytest.mark.full
@pytest.mark.parametrize("how", [("--plugins", EXAMPLES / "my_methods"), (DISTRICT,)])
def test_plugins_of_a_folder_are_in_it(how):
    plain, own = (json.loads(command("schema", "scheme", *args).out) for args in ((), how))
    scheme = as_json(parsed(DISTRICT / "huyen.toml"))
    assert [one.message for one in Draft202012Validator(plain).iter_errors(scheme)] != []
    assert list(Draft202012Validator(own).iter_errors(scheme)) == []
    assert "calls_answered" in own["$defs"]["asked-numbers"]["anyOf"][0]["enum"]
    report = json.loads(command("schema", "report", *how).out)
    keys = report["properties"]["facts"]["properties"]
    assert keys["calls_received"]["description"] == "Cuộc gọi đến đường dây nóng"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_speaks_the_language_that_is_asked_for(lang):
    made = command("schema", "form", "--lang", lang)
    assert made.err == ""
    title = {"vi": "Mẫu báo cáo", "en": "Report form"}[lang]
    assert json.loads(made.out)["title"] == title
    assert command("schema", "form", CCHC_LANG=lang).out == made.out


def test_a_file_is_written_whole_and_not_over_another(tmp_path):
    target = tmp_path / "report.json"
    first = command("schema", "report", "-o", target)
    assert (first.code, first.out, first.err) == (0, "", "")
    assert target.read_text(encoding="utf-8") == command("schema", "report").out
    target.write_text("x", encoding="utf-8")
    again = command("schema", "report", "-o", target)
    assert (again.code, target.read_text(encoding="utf-8")) == (3, "x")
    assert command("schema", "report", "-o", target, "--force").code == 0


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "thiếu scheme|frame|form|report|cases|config|work trên dòng lệnh"),
        (("reports",), "giá trị 'reports' của KIND không dùng được; dùng một trong: scheme, frame, form, report"),
        (("scheme", "--format", "json"), "không có tùy chọn '--format'"),
    ],
)
def test_a_wrong_command_line_ends_with_2(args, words):
    result = command("schema", *args)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


@pytest.mark.full
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("kind", ["scheme thu --from minh-hoa", "scheme thu", "scheme thu --year 2025", "form thu"])
def test_the_files_of_a_skeleton_fit_the_schemas_that_they_name(tmp_path, kind, lang):
    assert command("new", *kind.split(), "-o", tmp_path / "thu", "--lang", lang).code == 0
    paths = sorted((tmp_path / "thu").glob("*.toml"))
    for path in paths:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert first == f"#:schema ./schemas/{kind_of(path)}.json"
        made = json.loads((tmp_path / "thu" / "schemas" / f"{kind_of(path)}.json").read_text(encoding="utf-8"))
        assert list(Draft202012Validator(made).iter_errors(as_json(parsed(path)))) == []
    assert len(paths) == len(list((tmp_path / "thu" / "schemas").iterdir()))
