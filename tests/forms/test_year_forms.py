"""The forms of those who work at a year: written by one command, read back from its folders."""

import io
import json
import shutil

import pytest
from openpyxl import load_workbook

from cchc_score.app.fill_forms import form_year
from cchc_score.app.gather_figures import target_figures
from cchc_score.appraisal.answer_form import ANSWER_COLUMNS
from cchc_score.cli.exits import Exit
from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.rule_words import used
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.request import Request
from tests.appraisal.test_plain_appraisal import filled as filled_plainly
from tests.office_forms import typed_into
from tests.running import EXAMPLES, command

LAM_DONG = EXAMPLES / "lam-dong-2025"


@pytest.fixture
def year(tmp_path):
    folder = tmp_path / "nam"
    assert command("init", folder, "--from", "minh-hoa").code == 0
    return folder


def ranking(folder):
    return command("rank", folder, "-q").out


@pytest.mark.parametrize("kind", ["xlsx", "docx", "csv"])
@pytest.mark.full
def test_a_survey_goes_out_and_comes_back(tmp_path, kind):
    folder = tmp_path / "nam"
    shutil.copytree(LAM_DONG, folder)
    before = ranking(folder)
    assert command("export", "form", "survey", folder, "-o", tmp_path / f"dieu-tra.{kind}").code == 0
    for path in (folder / "survey").iterdir():
        path.unlink()
    assert ranking(folder) != before
    shutil.copy(tmp_path / f"dieu-tra.{kind}", folder / "survey")
    assert ranking(folder) == before


@pytest.mark.parametrize("kind", ["xlsx", "docx", "csv"])
@pytest.mark.full
def test_figures_of_the_departments_go_out_and_come_back(tmp_path, kind):
    folder = tmp_path / "nam"
    shutil.copytree(LAM_DONG, folder)
    before = ranking(folder)
    assert command("export", "form", "targets", folder, "-o", tmp_path / f"so.{kind}").code == 0
    for path in (folder / "reports").iterdir():
        path.unlink()
    shutil.copy(tmp_path / f"so.{kind}", folder / "reports")
    assert ranking(folder) == before


@pytest.mark.parametrize("origin", ["minh-hoa", "lam-dong"])
def test_departments_are_asked_for_what_no_commune_is(tmp_path, origin):
    assert command("init", tmp_path / "nam", "--from", origin).code == 0
    source = FolderSource(Request((tmp_path / "nam",)))
    asked = {one.code for one in target_figures(source, ()).indicators}
    plan = CommunePlan(form_year(source), "vi")
    assert asked
    # What says how parts are combined a unit may report, and has to be known of one that reports nothing.
    parents = [one for one in plan.scheme.criteria.values() if one.parts]
    combining = {code for one in parents for code in used(plan.scheme, one, plan.year.methods)}
    assert not (asked & set(plan.figure_cells)) - combining
    # Between them they give everything that is no result of a survey and follows from nothing else.
    scheme = plan.scheme
    needed = {code for one in scheme.criteria.values() for code in used(scheme, one, plan.year.methods)}
    given = {code for code in needed if scheme.indicators[code].source != "survey"}
    made = {code for code in given if scheme.indicators[code].derived or scheme.indicators[code].over_items}
    assert given - made - {code for code in given if scheme.indicators[code].last_year_of} <= asked | set(
        plan.figure_cells
    )


@pytest.mark.full
@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_the_list_of_units_may_be_a_document(year, kind):
    before = ranking(year)
    assert command("export", "form", "units", year, "-o", year / f"don-vi.{kind}").code == 0
    text = (year / "cchc.toml").read_text(encoding="utf-8")
    (year / "cchc.toml").write_text(text.replace("units.csv", f"don-vi.{kind}"), encoding="utf-8")
    (year / "units.csv").unlink()
    assert ranking(year) == before


@pytest.mark.full
@pytest.mark.parametrize("kind", ["xlsx", "docx", "csv"])
def test_answers_come_back_from_the_folder_of_the_appraisal(year, tmp_path, kind):
    target = tmp_path / "phieu"
    told = command("export", "form", "explanations", year, "--round", 1, "-o", target, "--format", kind)
    assert "4 tệp" in told.out
    data = (target / f"M01.{kind}").read_bytes()
    filled = typed_into(data, kind, list(ANSWER_COLUMNS), "answer", {1: "đề nghị xem lại"}, "04/01/2024")
    (year / "appraisal" / f"M01.{kind}").write_bytes(filled)
    shown = command("explain", "M01", "4.3", year, "-q").out
    assert "đề nghị xem lại" in shown
    assert "Xã Mẫu 01, 04/01/2024" in shown


@pytest.mark.full
def test_one_file_is_for_one_unit(year, tmp_path):
    several = command("export", "form", "explanations", year, "--round", 1, "-o", tmp_path / "a.docx")
    assert several.code == 2
    one = command("export", "form", "explanations", year, "--round", 1, "--unit", "M02", "-o", tmp_path / "a.docx")
    assert one.code == 0


def test_a_unit_of_which_nothing_was_changed_has_no_form(year, tmp_path):
    told = command(
        "export", "form", "explanations", year, "--round", 2, "--unit", "M09", "-o", tmp_path / "a", "--verbose"
    )
    assert told.code == Exit.NOTHING
    assert "chưa điều chỉnh gì" in told.err


@pytest.mark.full
def test_the_workbook_of_an_appraisal_is_one_for_all_or_one_for_each(year, tmp_path):
    assert command("export", "form", "appraisal", year, "--round", 2, "-o", tmp_path / "a.xlsx").code == 0
    assert command("export", "form", "appraisal", year, "--round", 1, "-o", tmp_path / "moi-xa").code == 0
    assert sorted(path.name for path in (tmp_path / "moi-xa").iterdir()) == [
        "M01.xlsx",
        "M02.xlsx",
        "M03.xlsx",
        "M09.xlsx",
    ]
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    headings = next([cell.value for cell in row] for row in page.iter_rows() if row[0].value == "Mã đơn vị")
    assert {"Cách chấm", "Minh chứng của đơn vị", "Số liệu và dòng báo cáo", "Vòng trước, lý do, trả lời"} <= set(
        headings
    )


@pytest.mark.full
@pytest.mark.parametrize("kind", ["docx", "csv"])
def test_an_appraisal_in_word_or_csv_is_taken_in_by_its_command(year, tmp_path, kind):
    path, target = tmp_path / f"a.{kind}", tmp_path / "vong-2.toml"
    units = ("--unit", "M01", "--unit", "M02")
    assert command("export", "form", "appraisal", year, "--round", 2, *units, "-o", path).code == 0
    typed = {("criterion", "M02", "4.1"): {"new": "0", "reason": "Không nộp", "evidence": "không có"}}
    path.write_bytes(filled_plainly(path.read_bytes(), kind, typed | {("criterion", "M01", "4.1"): {"new": "x"}}))
    asked = ("--round", 2, "--by", "Trần Bình", "--on", "2024-01-09", "-o", target)
    found = command("appraise", path, year, *asked)
    assert found.code == 0, found.err
    text = target.read_text(encoding="utf-8")
    assert (text.count("[[entry]]"), text.count("[[confirmation]]")) == (1, 1)
    path.write_bytes(filled_plainly(path.read_bytes(), kind, {("criterion", "M02", "4.1"): {"title": "Khác"}}))
    refused = command("appraise", path, year, *asked[:-1], tmp_path / "b.toml")
    assert refused.code != 0
    assert "Khác" in refused.err


@pytest.mark.full
def test_what_the_round_before_changed_stands_beside_the_mark(year, tmp_path):
    assert command("export", "form", "appraisal", year, "--round", 2, "-o", tmp_path / "a.xlsx").code == 0
    page = load_workbook(io.BytesIO((tmp_path / "a.xlsx").read_bytes())).worksheets[0]
    row = next(
        [str(cell.value or "") for cell in row]
        for row in page.iter_rows()
        if (row[0].value, row[2].value) == ("M02", "4.1")
    )
    before = next(cell for cell in row if cell.startswith("Vòng 1"))
    assert "2 → 1; Không có quy chế làm việc kèm theo (Nguyễn Văn An)" in before
    assert "Đơn vị trả lời: Quy chế ban hành năm 2022" in before


@pytest.mark.full
@pytest.mark.parametrize("kind", ["survey", "survey-answers", "targets", "units"])
def test_forms_for_all_units_are_one_file(year, tmp_path, kind):
    assert command("export", "form", kind, year, "-o", tmp_path / "a.xlsx", "--lang", "en").code == 0
    assert command("export", "form", kind, year, "-o", tmp_path / "folder").code == 2


@pytest.mark.full
def test_a_form_of_answers_without_one_of_its_headings_is_told_as_that(year, tmp_path):
    assert command("export", "form", "explanations", year, "--round", 1, "-o", tmp_path / "p").code == 0
    book = load_workbook(tmp_path / "p" / "M01.xlsx")
    (cell,) = [cell for row in book.active.iter_rows() for cell in row if cell.value == "Trả lời của đơn vị"]
    cell.value = "Ý kiến"
    book.save(year / "appraisal" / "M01.xlsx")
    findings = json.loads(command("check", year, "--format", "json").out)["findings"]
    (told,) = [one for one in findings if one["place"].startswith("appraisal/M01.xlsx")]
    assert told["code"] == "answer-heading"
    assert "thiếu cột Trả lời của đơn vị" in told["message"]
    assert "Ý kiến" in told["message"]
