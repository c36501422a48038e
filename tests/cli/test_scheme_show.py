"""`scheme show`: the annex and its form, in every format, by name, file or folder."""

import json
import sys

import pytest

from tests.running import EXAMPLES, ROOT, command

HUYEN = EXAMPLES / "huyen-them-tieu-chi"


@pytest.mark.full
@pytest.mark.parametrize("name", ["table", "markdown", "html", "csv", "latex", "json"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_annex_says_everything_in_every_format(name, lang):
    result = command("scheme", "show", "minh-hoa-2023", "--format", name, "--lang", lang)
    assert (result.code, result.err) == (0, "")
    # One that is broken over no lines in a table.
    for words in ("1.1.1", "1.1.2", "plan\\_issued\\_on" if name in ("markdown", "latex") else "plan_issued_on"):
        assert words in result.out, words
    assert {"vi": "đến hết ngày", "en": "by 15/01/2023"}[lang] in result.out.lower()


def test_data_name_rule_facts_and_rows():
    data = json.loads(command("scheme", "show", "minh-hoa-2023", "--format", "json").out)
    one = next(one for one in data["criteria"] if one["number"] == "1.1.2")
    assert (one["method"], one["max_points"], one["facts"]) == ("bands", "3", ["plan_tasks_done", "plan_tasks"])
    assert "trên 90%: 3 điểm" in one["rule"]
    fact = next(one for one in data["facts"] if one["indicator"] == "plan_tasks")
    assert (fact["row"], fact["criteria"], fact["source"]) == ("1.1.1", ["1.1.2"], "report")
    assert data["scheme"]["decision"] is None
    assert set(data) == {"schema_version", "scheme", "areas", "criteria", "facts", "ranking", "classes", "context"}


def test_a_folder_and_a_file_in_it_mean_the_same_and_know_its_plugins():
    by_folder, by_file = (command("scheme", "show", path) for path in (HUYEN, HUYEN / "huyen.toml"))
    assert by_folder.out == by_file.out
    assert "local.hotline" in by_folder.out
    assert command("scheme", "show", cwd=HUYEN).out == by_folder.out


def test_what_is_not_held_says_why(tmp_path):
    text = (HUYEN / "huyen.toml").read_text(encoding="utf-8")
    text = text.replace(
        'method     = "local.hotline"', 'held = false\nreason = "chưa lắp máy"\nmethod = "local.hotline"'
    )
    (tmp_path / "s.toml").write_text(text, encoding="utf-8")
    for name in ("bieu-nho.toml",):
        (tmp_path / name).write_bytes((HUYEN / name).read_bytes())
    result = command("scheme", "show", tmp_path / "s.toml", "--plugins", EXAMPLES / "my_methods")
    assert "Không đánh giá: chưa lắp máy" in result.out


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("show", "minh-hoa-2032"), 4, "có phải ý là 'minh-hoa-2023'?"),
        (("show", "khong-co.toml"), 3, "không có tệp này"),
        (("shwo",), 2, "có phải ý là show?"),
        (("show", "minh-hoa-2023", "--format", "xml"), 2, "dùng một trong: csv, html"),
    ],
)
def test_what_cannot_be_shown_is_said(args, code, words):
    result = command("scheme", *args)
    assert (result.code, result.out) == (code, "")
    assert words in result.err


def test_the_group_alone_lists_its_commands():
    for lang, words in (("vi", "Cách dùng: cchc-score scheme"), ("en", "Usage: cchc-score scheme")):
        result = command("scheme", "--lang", lang)
        assert result.code == 0
        assert words in result.out
        assert "show" in result.out


@pytest.mark.full
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_annex_as_a_file_is_read_back_as_the_very_scheme(tmp_path, kind):
    own = ROOT / "scoring_rules" / "lam-dong-1234-2025.toml"
    shown = command("scheme", "show", "lam-dong-1234-2025", "-o", f"annex.{kind}", cwd=tmp_path)
    assert (shown.code, shown.out, shown.err) == (0, f"Đã ghi annex.{kind}.\n", "")
    named = command("scheme", "show", own, "--format", kind, "-o", f"again.{kind}", cwd=tmp_path)
    assert named.code == 0
    assert (tmp_path / f"annex.{kind}").read_bytes() == (tmp_path / f"again.{kind}").read_bytes()
    done = command("scheme", "import", f"annex.{kind}", "-o", "new.toml", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "đúng bộ tiêu chí kèm trong tệp" in done.out
    assert (tmp_path / "new.toml").read_bytes() == own.read_bytes()


@pytest.mark.full
def test_a_folder_with_its_plugins_gives_an_annex_that_needs_them_to_be_read_back(tmp_path):
    assert command("scheme", "show", HUYEN, "-o", tmp_path / "a.docx").code == 0
    asked = ("scheme", "import", tmp_path / "a.docx", "-o", tmp_path / "new.toml")
    done = command(*asked, "--plugins", EXAMPLES / "my_methods")
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "new.toml").read_bytes() == (HUYEN / "huyen.toml").read_bytes()
    without = command(*asked, "--year", "2023", "--force")
    assert without.code == 0
    assert "không dùng được" in without.err
    assert "draft" in (tmp_path / "new.toml").read_text(encoding="utf-8")


@pytest.mark.full
@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--format", "docx"), 2, "-o FILE.docx"),
        (("--format", "docx", "-o", "a.xlsx"), 2, "a.xlsx"),
        (("--format", "xlsx", "-o", "a"), 2, "một trong: .xlsx"),
        (("--format", "xml"), 2, "docx, xlsx"),
        (("-o", "there.docx"), 3, "there.docx"),
        (("-o", "khong-co/a.docx"), 3, "khong-co"),
    ],
)
def test_an_annex_that_cannot_be_written_is_told(tmp_path, args, code, words):
    (tmp_path / "there.docx").write_text("x", encoding="utf-8")
    result = command("scheme", "show", "minh-hoa-2023", *args, cwd=tmp_path)
    assert (result.code, result.out) == (code, "")
    assert words in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["there.docx"]
    assert (tmp_path / "there.docx").read_text(encoding="utf-8") == "x"
    assert command("scheme", "show", "minh-hoa-2023", "-o", "there.docx", "--force", cwd=tmp_path).code == 0


@pytest.mark.parametrize(("kind", "module", "extra"), [("docx", "docx", "word"), ("xlsx", "openpyxl", "excel")])
def test_without_its_library_an_annex_says_what_to_install(tmp_path, monkeypatch, kind, module, extra):
    monkeypatch.setitem(sys.modules, module, None)
    result = command("scheme", "show", "minh-hoa-2023", "-o", f"a.{kind}", cwd=tmp_path)
    assert (result.code, result.out, list(tmp_path.iterdir())) == (3, "", [])
    assert f"cchc-score[{extra}]" in result.err


def test_a_page_for_print_has_areas_in_bold_and_every_band_on_a_line_of_its_own(tmp_path):
    target = tmp_path / "phu-luc.html"
    assert command("scheme", "show", "lam-dong-1234-2025", "-o", target).code == 0
    rows = target.read_text(encoding="utf-8").splitlines()
    strong = [row for row in rows if row.startswith('<tr class="strong">')]
    # Nine areas, and the sum of all.
    assert len(strong) == 10
    assert ">CẢI CÁCH THỂ CHẾ<" in strong[1]
    assert ">TỔNG CỘNG<" in strong[-1]
    band = next(row for row in rows if "<td>3.4.1</td>" in row)
    assert ":<br>Từ 98% trở lên: 3 điểm<br>Từ 95% đến dưới 98%: 1,5 điểm<br>Dưới 95%: 0 điểm<br>" in band
    # Nothing is said of how to improve, so that the column is left out.
    assert "<th>Cách cải thiện</th>" not in "".join(rows)
