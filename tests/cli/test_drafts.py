"""A PDF from the command line: its figures wait, are imported as drafts, confirmed in a file, or accepted as they are."""

import json
import re

import pytest

from tests.pdf_files import A4_TABLE, Printer, real_appendix
from tests.reports import appendix_rows, word_report
from tests.running import command

SCHEME = ("--scheme", "minh-hoa-2023")


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The real appendix of 77 rows as a PDF of some pages."""
    path = tmp_path_factory.mktemp("pdf") / "15865-hoang-cat.pdf"
    path.write_bytes(real_appendix())
    return path


def points(*args):
    """The units of a score sheet as JSON."""
    return json.loads(command("score", *args, *SCHEME, "--format", "json", "-q").out)["communes"]


@pytest.mark.full
def test_drafts_are_not_scored_and_what_to_do_is_said(report):
    result = command("rank", report, *SCHEME)
    assert result.code == 5
    assert "56 số liệu là bản nháp" in result.err
    assert "--accept-drafts" in result.err


@pytest.mark.full
def test_accepted_drafts_are_scored_as_the_word_document_is_and_say_so(report, tmp_path):
    other = tmp_path / "15865-hoang-cat.docx"
    other.write_bytes(word_report(appendix_rows()))
    ((mine,), (word,)) = points(report, "--accept-drafts"), points(other)
    for key in ("points", "points_high", "index", "class", "areas"):
        assert mine[key] == word[key]
    fact = next(fact for line in mine["criteria"] if line["number"] == "1.1.2" for fact in line["facts"])
    assert fact["source"].endswith("trang 1, ô D6; bản nháp, đã chấp nhận")
    assert fact["draft"] is True


@pytest.mark.full
def test_a_ranking_says_whose_figures_are_accepted_drafts(report):
    assert "có số liệu bản nháp" in " ".join(command("rank", report, *SCHEME, "--accept-drafts", "-q").out.split())


@pytest.mark.full
def test_what_is_imported_counts_once_it_is_confirmed(report, tmp_path):
    out = tmp_path / "so-lieu"
    made = command("import", report, "-o", out, *SCHEME, "--unit", "15865")
    assert made.code == 0
    assert "Bản nháp" in made.out
    (file,) = out.iterdir()
    text = file.read_text(encoding="utf-8")
    line = 'plan_tasks = { value = 27, source = ".*: trang 1, ô D5: dòng 1.1.1", printed = "27", draft = true }'
    assert re.search(line, text)
    assert command("rank", file, *SCHEME, "-q").code == 5
    file.write_text(text.replace("year = 2023\n", "year = 2023\nconfirmed = true\n"), encoding="utf-8")
    assert points(file)[0]["points"] == points(report, "--accept-drafts")[0]["points"]
    one = text.replace("draft = true }\nplan_tasks_done", "draft = true, confirmed = true }\nplan_tasks_done")
    assert one != text
    file.write_text(one, encoding="utf-8")
    assert "55 số liệu là bản nháp" in command("rank", file, *SCHEME).err


@pytest.mark.full
def test_why_a_figure_is_missing_is_said(report, tmp_path):
    (tmp_path / "a.toml").write_text(
        "[report]\nunit = 'XÃ HOẰNG CÁT'\nyear = 2023\n[facts]\nplan_tasks = 27\n", encoding="utf-8"
    )
    args = (report, tmp_path / "a.toml", *SCHEME)
    words = "chưa có (bản nháp, chưa xác nhận: 27)"
    flat = " ".join(command("score", *args, "-q").out.split())
    assert words in flat or "bản nháp" in flat
    explained = command("explain", "XÃ HOẰNG CÁT", "1.1.2", *args, "-q").out
    assert words in explained
    assert "trang 1, ô D6" in explained
    assert (
        "unknown (draft, not confirmed: 27)"
        in command("explain", "XÃ HOẰNG CÁT", "1.1.2", *args, "-q", "--lang", "en").out
    )


@pytest.mark.full
def test_accepting_is_written_into_what_is_imported(report, tmp_path):
    out = tmp_path / "out"
    assert command("import", report, "-o", out, *SCHEME, "--accept-drafts", "-q").code == 0
    (file,) = out.iterdir()
    text = file.read_text(encoding="utf-8")
    assert "draft = true" not in text
    assert text.count("bản nháp, đã chấp nhận") == 56


@pytest.mark.full
def test_a_self_score_table_as_pdf_is_refused(tmp_path):
    year = tmp_path / "nam"
    command("init", year)
    (folder,) = [one for one in year.iterdir() if one.name.startswith("tu-cham") or one.name == "self-scores"]
    printer = Printer(A4_TABLE)
    printer.table((), [("1", "Tiêu chí", "5", "4", "")] * 3)
    (folder / "xa-khac.pdf").write_bytes(printer.done())
    result = command("check", year)
    assert "bảng tự chấm hay danh mục dạng PDF" in result.out
    assert result.code == 1
