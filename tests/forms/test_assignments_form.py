"""The form of who appraises what: filled, it assigns what stands in its cells, by as few acts as say the same."""

import json
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cchc_score.appraisal.assignment_form import assignment_form
from cchc_score.appraisal.assignment_rows import read_assignments
from cchc_score.appraisal.assignments import assigned
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.work_context import work_context
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.office.table_file import table_bytes
from tests.forms.kit import READERS
from tests.running import command
from tests.strategies import METHODS, examples, years

PEOPLE = ("Nguyễn Văn An", "Trần Thị Bình", "Cao Văn Chi")


def filled(path, cells, by="Lê Thị Lan", day="18/12/2023"):
    """Names typed into a form, by unit and number of the area, with who assigned and when."""
    book = load_workbook(path)
    page = book.active
    rows = list(page.iter_rows())
    for row in rows:
        for label, value in (("Người phân công:", by), ("Ngày:", day)):
            if row[0].value == label:
                row[1].value = value
    head = next(row for row in rows if row[0].value == "Mã đơn vị")
    columns = {str(cell.value).split(".")[0]: cell.column - 1 for cell in head[2:]}
    for row in rows:
        for (unit, area), names in cells.items():
            if row[0].value == unit:
                row[columns[area]].value = names
    book.save(path)


@pytest.fixture
def year(tmp_path):
    folder = tmp_path / "nam"
    assert command("init", folder, "--from", "minh-hoa").code == 0
    return folder


def acts(folder):
    """The assignments that are taken into the journal."""
    assert command("journal", "take", folder, "--by", "Lan").code == 0
    events = json.loads(command("journal", "show", folder, "--kind", "act", "--format", "json").out)["events"]
    return [event["body"] for event in events if event["body"]["act"] == "assignment"]


@pytest.mark.full
def test_names_in_cells_are_assignments_also_after_libreoffice(year, tmp_path):
    assert command("export", "form", "assignments", year, "-o", tmp_path / "phan-cong.xlsx").code == 0
    cells = {("M01", "1"): PEOPLE[0], ("M02", "1"): PEOPLE[0], ("M03", "2"): f"{PEOPLE[1]}; {PEOPLE[2]}"}
    filled(tmp_path / "phan-cong.xlsx", cells)
    saved = ("soffice", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless", "--convert-to", "ods")
    if shutil.which("soffice"):
        subprocess.run((*saved, "--outdir", tmp_path, tmp_path / "phan-cong.xlsx"), check=True, capture_output=True)
        shutil.copy(tmp_path / "phan-cong.ods", year / "appraisal" / "phan-cong.ods")
    else:
        shutil.copy(tmp_path / "phan-cong.xlsx", year / "appraisal" / "phan-cong.xlsx")
    said = [(act["appraisers"], act["units"], act["areas"], act["by"], act["on"]) for act in acts(year)]
    assert said == [
        ([PEOPLE[0]], ["M01", "M02"], ["steering"], "Lê Thị Lan", "2023-12-18"),
        ([PEOPLE[1], PEOPLE[2]], ["M03"], ["institutions"], "Lê Thị Lan", "2023-12-18"),
    ]
    shown = command("status", year, "--by", "appraiser").out
    assert all(name in shown for name in PEOPLE)
    # The next export has them, and taking the same form in once more says nothing new.
    assert command("export", "form", "assignments", year, "-o", tmp_path / "lai.xlsx").code == 0
    texts = [cell.value for row in load_workbook(tmp_path / "lai.xlsx").active.iter_rows() for cell in row]
    assert (texts.count(PEOPLE[0]), texts.count(f"{PEOPLE[1]}; {PEOPLE[2]}")) == (2, 1)
    assert command("journal", "take", year, "--by", "Lan").code == 5


@pytest.mark.full
@pytest.mark.parametrize(
    ("by", "day", "told"), [("", "18/12/2023", "Người phân công"), ("Lan", "", "Ngày"), ("Lan", "mai", "Ngày")]
)
def test_without_who_or_when_nothing_is_assigned(year, tmp_path, by, day, told):
    assert command("export", "form", "assignments", year, "-o", year / "appraisal" / "pc.xlsx").code == 0
    filled(year / "appraisal" / "pc.xlsx", {("M01", "1"): PEOPLE[0]}, by, day)
    assert f"bảng phân công chưa ghi {told}" in " ".join(command("rank", year).err.split())


def test_an_area_that_nobody_knows_is_answered_with_those_that_are(year):
    path = year / "appraisal" / "pc.xlsx"
    assert command("export", "form", "assignments", year, "-o", path).code == 0
    filled(path, {("M01", "1"): PEOPLE[0]})
    book = load_workbook(path)
    (cell,) = [cell for row in book.active.iter_rows() for cell in row if str(cell.value).startswith("1. ")]
    cell.value = "Lĩnh vực khác"
    book.save(path)
    told = command("rank", year).err
    assert ("Lĩnh vực khác" in told, "2. " in told) == (True, True)


@examples(30)
@given(years(least=1, most=4), st.sampled_from(["vi", "en"]), st.sampled_from(["xlsx", "docx", "csv"]), st.data())
def test_what_is_typed_is_who_appraises(year, lang, kind, data):
    scheme, facts = year
    stages = Stages(scheme, METHODS, facts)
    sheet = assignment_form(stages, 0, range(len(facts.units)), lang)
    width = len(sheet.columns) - 2
    people = st.sampled_from(["", *PEOPLE, f"{PEOPLE[0]}; {PEOPLE[1]}"])
    rows = [(*row[:2], *data.draw(st.lists(people, min_size=width, max_size=width))) for row in sheet.rows]
    lines = [*sheet.lines[:-2], f"{sheet.lines[-2]} Lan", f"{sheet.lines[-1]} 18/12/2023"]
    typed = type(sheet)(sheet.name, sheet.title, tuple(lines), sheet.columns, rows)
    document = READERS[kind](table_bytes(typed, kind, lang), f"a.{kind}")
    context = work_context(scheme, UnitLookup(facts.units, facts.units))
    found = read_assignments(document, f"a.{kind}", context)
    assert found is not None
    assert not found.findings
    again = assignment_form(Stages(scheme, METHODS, facts, acts=found.acts), 0, range(len(facts.units)), lang)
    assert [tuple(row) for row in again.rows] == [tuple(row) for row in rows]
    assert assigned(Stages(scheme, METHODS, facts, acts=found.acts), 1).keys() <= {
        (row, leaf.number) for row in range(len(facts.units)) for leaf in scheme.leaves
    }
