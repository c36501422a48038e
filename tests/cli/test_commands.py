"""The commands from outside: options, exit codes, languages, streams; the same input gives the same bytes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_score.cli.words import PHRASES
from tests.running import EXAMPLES, ROOT, command

HOANG_HOA = EXAMPLES / "hoang-hoa-2023"
FORMATS = ("table", "markdown", "html", "csv", "json", "latex")


@pytest.fixture
def year(tmp_path):
    """A copy of the example that a test may spoil."""
    shutil.copytree(HOANG_HOA, tmp_path / "year")
    return tmp_path / "year"


def test_the_ranked_table_is_vietnamese_and_says_what_must_be_known():
    result = command("rank", HOANG_HOA)
    assert result.code == 0
    for words in (
        "Hạng",
        "Xếp loại",
        "98,07",
        "65,97..93,84",
        "tạm tính",
        "có số liệu nghi vấn",
        "không xếp hạng",
        "thiếu số liệu: 1.1.1",
        "không áp dụng",
        "Bộ tiêu chí: minh-hoa-2023, phiên bản 1, sha256",
        "Minh họa",
    ):
        assert words in result.out, words  # fmt: skip
    assert "cảnh báo: reports/hoang-cat.txt:48: Xã Hoằng Cát, dòng 1.3:" in result.err


@pytest.mark.parametrize("how", ["option", "environment"])
def test_english_is_asked_for_by_option_or_environment(how):
    asked = (
        command("rank", HOANG_HOA, "--lang", "en") if how == "option" else command("rank", HOANG_HOA, CCHC_LANG="en")
    )
    assert "Rank" in asked.out
    assert "98.07" in asked.out
    assert "warning: reports/hoang-cat.txt:48: Xã Hoằng Cát, row 1.3:" in asked.err


@pytest.mark.parametrize("args", [(), ("--help",), ("rank", "--help"), ("score", "--help"), ("check", "--help")])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_help_speaks_one_language(args, lang):
    result = command(*args, CCHC_LANG=lang)
    assert result.code == 0
    other = {"Usage:", "Options:", "Commands:", "Show this"} if lang == "vi" else {"Cách dùng", "Tùy chọn", "Lệnh"}
    assert not any(words in result.out for words in other), result.out


def test_every_phrase_has_the_same_gaps_in_both_languages():
    import string

    for name, both in PHRASES.items():
        gaps = [{field for _, field, _, _ in string.Formatter().parse(text) if field} for text in both]
        assert gaps[0] == gaps[1], name


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("rnak",), "không có lệnh 'rnak'; có phải ý là rank?"),
        (("rank", "--sheme", "x"), "không có tùy chọn '--sheme'; có phải ý là --scheme?"),
        (("rank", "--scheme"), "tùy chọn '--scheme' cần một giá trị"),
        (
            ("rank", HOANG_HOA, "--format", "xml"),
            "giá trị 'xml' của --format không dùng được; dùng một trong: csv, html, json",
        ),
        (("rank", HOANG_HOA, "--by", "9.9"), "--by '9.9' không phải"),
        (("rank", HOANG_HOA, "--group", "quận"), "--group 'quận' không có ở đây"),
        (("score", HOANG_HOA, "--unit", "X"), "--unit 'X' không có ở đây"),
        (("rank", "--lang", "fr"), "giá trị 'fr' của --lang không dùng được"),
        (("rank", "-", "--scheme", "minh-hoa-2023", "--reader", "word"), "giá trị 'word' của --reader không dùng được"),
    ],
)
def test_a_wrong_command_line_ends_with_2_in_our_own_words(args, words):
    result = command(*args)
    assert result.code == 2
    assert words in result.err
    assert not result.out
    # The fault, the right form of the command where one is meant, and where its help is.
    assert result.err.count("\n") == (2 if "--lang" in args else 3)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.full
def test_every_format_of_every_command_is_the_same_bytes_twice(name):
    for args in (("rank", HOANG_HOA), ("score", HOANG_HOA), ("check", HOANG_HOA), ("plugins",)):
        first, second = command(*args, "--format", name), command(*args, "--format", name)
        assert first.out == second.out
        assert first.out.endswith("\n")


@pytest.mark.full
def test_same_bytes_from_any_folder_locale_time_zone_and_hash_seed(tmp_path):
    program = [sys.executable, "-c", "from cchc_score.cli import main; main()"]
    outputs = set()
    for place, locale, zone, seed in ((ROOT, "C", "UTC", "0"), (tmp_path, "C.UTF-8", "Asia/Ho_Chi_Minh", "77")):
        # Modules are found by PYTHONPATH, so that the folder may change.
        paths = os.pathsep.join(str(Path(path).resolve()) for path in (ROOT, ROOT / "plugins"))
        environment = {**os.environ, "LC_ALL": locale, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        run = subprocess.run(
            [*program, "rank", os.path.relpath(HOANG_HOA, place), "--format", "json"],
            cwd=place, env=environment, capture_output=True, check=True,
        )  # fmt: skip
        outputs.add(run.stdout)
    assert len(outputs) == 1


@pytest.mark.full
def test_files_in_any_order_and_under_any_name_give_the_same_points(year):
    before = json.loads(command("rank", year, "--format", "json").out)["communes"]
    for path in sorted((year / "reports").glob("mau-0*.toml")):
        path.rename(path.with_name(f"z{9 - int(path.stem[-1])}.toml"))
    after = json.loads(command("rank", year, "--format", "json").out)["communes"]
    for one, other in zip(before, after, strict=True):
        assert [one["code"], one["points"], one["rank"]] == [other["code"], other["points"], other["rank"]]


def test_json_has_the_documented_shape():
    data = json.loads(command("rank", HOANG_HOA, "--format", "json").out)
    assert data["schema_version"] == 1
    assert set(data["scheme"]) >= {"code", "title", "sha256"}
    assert data["engine"].startswith("cchc-score ")
    for one in data["communes"]:
        assert {
            "code",
            "name",
            "kind",
            "points",
            "reachable",
            "index",
            "rank",
            "class",
            "areas",
            "criteria",
            "findings",
        } <= set(one)
        for area in one["areas"].values():
            assert {"points", "reachable", "index", "rank"} <= set(area)
        for criterion in one["criteria"]:
            assert {"number", "points", "reachable", "outcome", "facts"} <= set(criterion)


@pytest.mark.full
def test_a_result_is_written_whole_and_not_over_another_without_force(tmp_path):
    target = tmp_path / "bang.csv"
    assert command("rank", HOANG_HOA, "--format", "csv", "-o", target).code == 0
    first = target.read_bytes()
    assert first.startswith(b"\xef\xbb\xbf")
    refused = command("rank", HOANG_HOA, "-o", target)
    assert refused.code == 3
    assert "--force" in refused.err
    assert target.read_bytes() == first
    assert command("rank", HOANG_HOA, "-o", target, "--format", "json", "--force").code == 0
    assert target.read_bytes() != first
    assert [path.name for path in tmp_path.iterdir()] == ["bang.csv"]


@pytest.mark.full
def test_the_ending_of_the_file_says_the_format(tmp_path):
    assert command("rank", HOANG_HOA, "-o", tmp_path / "a.json").code == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["schema_version"] == 1
    refused = command("rank", HOANG_HOA, "-o", tmp_path / "a.xlsx")
    assert refused.code == 2
    assert "a.xlsx" in refused.err
    assert "thư mục" in command("rank", HOANG_HOA, "-o", tmp_path, "--format", "csv").err


@pytest.mark.full
def test_an_area_is_known_by_its_number_too():
    assert command("rank", HOANG_HOA, "--by", "3").out == command("rank", HOANG_HOA, "--by", "procedures").out


def test_two_folders_with_configurations_are_not_mixed():
    result = command("rank", HOANG_HOA, EXAMPLES / "binh-duong-2017")
    assert result.code == 2
    assert "binh-duong-2017" in result.err


@pytest.mark.full
def test_by_an_area_or_a_criterion_ranks_by_its_share():
    result = command("rank", HOANG_HOA, "--by", "procedures", "--format", "json")
    communes = json.loads(result.out)["communes"]
    assert [one["rank_by"] for one in communes if one["rank_by"]] == sorted(
        one["rank_by"] for one in communes if one["rank_by"]
    )
    assert all(one["rank_by"] == one["areas"]["procedures"]["rank"] for one in communes)
    assert command("rank", HOANG_HOA, "--by", "3.3.1").code == 0


@pytest.mark.full
def test_a_group_is_a_filter_and_ranks_stay():
    everybody = json.loads(command("rank", HOANG_HOA, "--format", "json").out)["communes"]
    wards = json.loads(command("rank", HOANG_HOA, "--group", "phường", "--format", "json").out)["communes"]
    assert wards == [one for one in everybody if one["kind"] == "phường"]


@pytest.mark.full
def test_one_unit_by_code_or_by_name():
    by_code = command("score", HOANG_HOA, "--unit", "15865").out
    assert by_code == command("score", HOANG_HOA, "--unit", "xã hoằng cát").out
    assert "Xã Mẫu 01" not in by_code


@pytest.mark.full
def test_quiet_keeps_errors_and_verbose_adds_notes(year):
    (year / "units.csv").write_text("code,name,valid_to\n15865,Xã Hoằng Cát,\nOLD,Xã Cũ,2020-01-01\n", encoding="utf-8")
    normal, quiet, verbose = (command("rank", year, *args) for args in ((), ("-q",), ("-v",)))
    assert "cảnh báo:" in normal.err
    assert "lỗi:" in quiet.err
    assert "cảnh báo:" not in quiet.err
    assert "ghi chú: Xã Cũ" in verbose.err
    assert "Xã Cũ" not in normal.err
    # With -q, and in a file, nothing but the page says that a unit is left out.
    assert "vì không tồn tại vào ngày 31/12/2023 theo danh sách đơn vị: Xã Cũ (đến 01/01/2020)." in quiet.out


@pytest.mark.full
def test_a_unit_dissolved_within_the_year_is_scored_on_a_day_that_the_scheme_names_alone(year):
    units = "code,name,valid_from,valid_to\nM01,Xã Mẫu 01,,30/06/2023\nM02,Xã Mẫu 02,01/07/2023,\n"
    (year / "units.csv").write_text(units, encoding="utf-8")
    scheme, config = year / "bo-tieu-chi.toml", year / "cchc.toml"
    rules = (ROOT / "scoring_rules" / "minh-hoa-2023.toml").read_text(encoding="utf-8")
    config.write_text(
        config.read_text(encoding="utf-8").replace('"minh-hoa-2023"', '"bo-tieu-chi.toml"'), encoding="utf-8"
    )

    def ranked(day, *args):
        named = f"[ranking]\nunits_on = {day}" if day else "[ranking]"
        scheme.write_text(rules.replace("[ranking]", named), encoding="utf-8")
        communes = json.loads(command("rank", year, "--format", "json").out)["communes"]
        return [one["code"] for one in communes], command("rank", year, "-q", *args).out

    by_default, page = ranked(None)
    assert by_default == ["M02"]
    assert "vào ngày 31/12/2023 theo danh sách đơn vị: Xã Mẫu 01 (đến 30/06/2023)." in page
    half_year, page = ranked("2023-06-30", "--lang", "en")
    assert half_year == ["M01"]
    assert "by the list of units they do not exist on 30/06/2023: Xã Mẫu 02 (from 01/07/2023)." in page
    assert "tồn tại vào ngày 30/06/2023." in command("scheme", "show", scheme).out
    ranked("2022-06-30")
    assert "units_on là 30/06/2022, ngoài kỳ từ 01/01/2023 đến 31/12/2023" in command("rank", year).err


def test_a_long_list_of_units_that_are_gone_is_named_in_part_and_counted(year):
    gone = "".join(f"G{number},Xã Cũ {number:02},2020-01-01\n" for number in range(33))
    (year / "units.csv").write_text(f"code,name,valid_to\nM01,Xã Mẫu 01,\n{gone}", encoding="utf-8")
    page = command("rank", year, "-q").out
    assert "Xã Cũ 29 (đến 01/01/2020) và 3 đơn vị khác." in page
    assert "Xã Cũ 30" not in page


@pytest.mark.parametrize("reader", ["text", "csv", "toml"])
def test_a_report_comes_from_standard_input(reader):
    name = {"text": "hoang-cat.txt", "csv": "mau-con-lai.csv", "toml": "mau-01.toml"}[reader]
    data = (HOANG_HOA / "reports" / name).read_bytes()
    result = command("rank", "-", "--scheme", "minh-hoa-2023", "--reader", reader, "-q", stdin=data, cwd=ROOT / "docs")
    assert result.code == 0, result.err
    assert {"text": "XÃ HOẰNG CÁT", "csv": "Xã Mẫu 09", "toml": "Xã Mẫu 01"}[reader] in result.out


def test_one_report_file_alone_is_scored_by_the_folder_above():
    result = command("rank", HOANG_HOA / "reports" / "mau-01.toml", "--format", "json")
    first = json.loads(result.out)["communes"][0]
    # Without what the survey and the appraiser found, which stands beside it.
    assert (first["code"], first["outcome"], first["points"]["exact"]) == ("M01", "PENDING", "90.32")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_bad_cell_is_an_error_with_its_place_and_code_1(year):
    edit(year / "reports" / "mau-01.toml", "plan_tasks_done", "plan_tasks_dome")
    result = command("rank", year)
    assert result.code == 1
    assert "lỗi: reports/mau-01.toml:" in result.err
    assert "có phải ý là 'plan_tasks_done'?" in result.err
    assert "Xã Mẫu 01" in result.out


@pytest.mark.full
@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("x.toml", b"[report\n", "x.toml:1: dấu '[' không có dấu ']' đi cùng"),
        ("x.txt", b"\xff\xfe\x00", "x.txt:1: không phải văn bản UTF-8"),
        ("x.csv", b'unit,"a\n', "x.csv:1: dấu ngoặc kép không đóng"),
    ],
)
def test_a_file_that_cannot_be_used_ends_with_3_and_prints_no_table(year, name, data, words):
    (year / "reports" / name).write_bytes(data)
    result = command("rank", year)
    assert result.code == 3
    assert f"reports/{words}" in result.err
    assert not result.out


@pytest.mark.full
def test_a_file_of_an_unknown_kind_is_an_error(year):
    (year / "reports" / "bao-cao.pptx").write_bytes(b"PK")
    result = command("rank", year)
    assert result.code == 1
    assert "reports/bao-cao.pptx: chưa đọc được loại tệp này" in result.err


@pytest.mark.parametrize("args", [("rank", "khong-co"), ("rank", HOANG_HOA, "--scheme", "khong-co.toml")])
def test_an_absent_file_ends_with_3(args):
    result = command(*args, "--scheme", "minh-hoa-2023", cwd=Path("/")) if len(args) == 2 else command(*args)
    assert result.code == 3
    assert "không có tệp này" in result.err


@pytest.mark.full
@pytest.mark.parametrize("name", ["rank", "score", "check", "schema report"])
def test_a_year_that_is_absent_is_never_taken_for_the_folder_above(name, year):
    result = command(*name.split(), "nam-2032", cwd=year)
    assert result.code == 3
    assert "nam-2032: không có tệp này" in result.err
    assert not result.out


@pytest.mark.full
def test_a_broken_scheme_configuration_or_plugin_ends_with_4(year, tmp_path):
    assert "có phải ý là 'minh-hoa-2023'?" in command("rank", year, "--scheme", "minh-hoa-2032").err
    assert command("rank", year, "--scheme", "minh-hoa-2032").code == 4
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "broken.py").write_text("import nothing_like_this\n")
    result = command("rank", year, "--plugins", tmp_path / "plugins")
    assert result.code == 4
    assert "broken" in result.err
    edit(year / "cchc.toml", "scheme", "sheme")
    result = command("rank", year)
    assert result.code == 4
    assert "cchc.toml" in result.err


@pytest.mark.full
def test_a_method_that_breaks_its_contract_ends_with_4_and_leaves_no_index(year, tmp_path):
    (tmp_path / "mine.py").write_text(
        "from cchc_score import hookimpl, per_commune\n"
        "@per_commune('local.half')\n"
        "def half(rule, plan_tasks):\n    return 0.5\n"
        "@hookimpl\ndef cchc_methods():\n    return [half]\n"
    )
    scheme = tmp_path / "s.toml"
    scheme.write_text(
        '[scheme]\ncode="s"\ntitle="S"\nversion="1"\nperiod=2023\nmax_points=1\ndecimals=2\nrounding="criterion"\n'
        'form="phu-luc-01b-2023"\n'
        '[ranking]\ngroup_by="none"\ncompare="exact"\nties="standard"\nincomplete="low"\n'
        '[area.a]\nnumber=1\nname="A"\nmax_points=1\n'
        '[criterion."1.1"]\ntitle="C"\nmax_points=1\nmethod="local.half"\n', encoding="utf-8",
    )  # fmt: skip
    result = command("rank", year, "--scheme", scheme, "--plugins", tmp_path, "--format", "json")
    assert result.code == 4
    assert "local.half" in result.err
    checked = command("check", year, "--scheme", scheme, "--plugins", tmp_path)
    assert checked.code == 4
    assert "local.half" in checked.out
    commune = json.loads(result.out)["communes"][0]
    assert (commune["outcome"], commune["index"], commune["rank"], commune["class"]) == ("FAILED", None, None, None)


def test_nothing_to_score_ends_with_5(year):
    for path in (year / "reports").iterdir():
        path.unlink()
    result = command("rank", year)
    assert result.code == 5
    assert not result.out
    checked = command("check", year)
    assert checked.code == 1
    assert "không có báo cáo nào" in checked.out


def test_our_own_fault_ends_with_70_and_shows_a_traceback_only_when_asked(monkeypatch):
    def fail(*args):
        raise RuntimeError("on purpose")

    monkeypatch.setattr("cchc_score.cli.rank_score.rank", fail)
    silent, loud = command("rank", HOANG_HOA), command("rank", HOANG_HOA, "--debug")
    assert silent.code == loud.code == 70
    assert "on purpose" not in silent.err
    assert "on purpose" in loud.err


def test_check_finds_faults_scores_nothing_and_ends_with_1():
    result = command("check", HOANG_HOA)
    assert result.code == 1
    assert "6 cảnh báo, 13 ghi chú" in result.out
    assert "98,07" not in result.out


def test_notes_alone_are_no_fault():
    result = command("check", "--scheme", "minh-hoa-2023", "--form", "phu-luc-01b-2025")
    assert result.code == 0
    assert "Kết quả: 10 ghi chú." in result.out


def test_a_check_tells_of_the_other_files_too_when_one_cannot_be_read(year):
    (year / "reports" / "hong.docx").write_bytes(b"PK broken")
    result = command("check", year)
    assert result.code == 3
    assert "hong.docx" in result.out
    assert "1 lỗi, 6 cảnh báo, 13 ghi chú" in result.out


def test_check_runs_the_golden_cases_beside_a_scheme(tmp_path):
    source = EXAMPLES / "huyen-them-tieu-chi"
    shutil.copytree(source, tmp_path / "h")
    edit(tmp_path / "h" / "huyen.cases.toml", "points = ", "points = 1")
    result = command("check", "--scheme", tmp_path / "h" / "huyen.toml", "--plugins", EXAMPLES / "my_methods")
    assert result.code == 1
    assert "trường hợp mẫu ghi" in result.out


def test_all_faults_of_a_scheme_come_at_once_with_their_lines(tmp_path):
    text = (ROOT / "scoring_rules" / "minh-hoa-2023.toml").read_text(encoding="utf-8")
    text = text.replace('method     = "deadline"', 'method     = "deadlin"', 1).replace(
        "max_points = 17", "max_points = 18", 1
    )
    scheme = tmp_path / "s.toml"
    scheme.write_text(text, encoding="utf-8")
    result = command("check", "--scheme", scheme)
    assert result.code == 4
    line = text.splitlines().index('method     = "deadlin"') + 1
    assert f"s.toml:{line}: tiêu chí 1.1.1: không có phương pháp nào tên 'deadlin'" in result.err
    assert "các tiêu chí cộng lại là 17, không phải 18" in result.err
    assert "các lĩnh vực cộng lại là 101, không phải 100" in result.err


def test_plugins_lists_every_plugin_with_its_distribution():
    result = command("plugins")
    for name in (
        "steering",
        "institutions",
        "procedures",
        "apparatus",
        "civil_service",
        "public_finance",
        "e_government",
    ):
        assert name in result.out
    assert "cchc.ratio" in result.out


def test_a_name_cannot_move_the_cursor_or_become_a_formula(year):
    (year / "units.csv").write_text('code,name\n15865,"=HYPERLINK(""x"")"\nM01,\x1b[31mXã Mẫu 01\n', encoding="utf-8")
    assert "\x1b" not in command("rank", year).out
    sheet = command("rank", year, "--format", "csv").out
    assert "'=HYPERLINK" in sheet


def test_completion_scripts_are_offered():
    run = subprocess.run(
        [sys.executable, "-c", "from cchc_score.cli import main; main()"], capture_output=True, check=False,
        env={**os.environ, "_CCHC_SCORE_COMPLETE": "zsh_source"},
    )  # fmt: skip
    assert b"compdef" in run.stdout


def test_version():
    assert command("--version").out.startswith("cchc-score ")
