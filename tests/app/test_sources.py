"""Every use case gives the same whatever keeps the year; entries are kept only where nothing has changed since."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from cchc_score.app.appraise_workbook import appraise_workbook
from cchc_score.app.check_year import check_year
from cchc_score.app.compare_results import Side, compare_results
from cchc_score.app.explain_unit import explain_unit
from cchc_score.app.export_tables import appraisal_workbook
from cchc_score.app.import_documents import import_documents
from cchc_score.app.inspect_schemes import lint_scheme, run_golden_cases
from cchc_score.app.rank_units import rank_units
from cchc_score.app.request_errors import UnknownCriterion, UnknownPlace, UnknownStage, UnknownUnit, UnknownUnitKind
from cchc_score.app.score_units import score_units
from cchc_score.app.start_folder import start_year
from cchc_score.appraisal.workbook_import import AppraisalSession
from cchc_score.errors import WriteError
from cchc_score.files.disk import write_folder
from cchc_score.results.ranking_json import ranking_data
from cchc_score.results.reasons import reasons_data
from cchc_score.results.unit_sheet import sheets_data
from cchc_score.year.document_files import DocumentSource
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import whole_stages
from cchc_score.year.new_entries import NewEntriesFile
from cchc_score.year.request import Request
from tests.app.memory_source import in_memory
from tests.appraisal.filling import filled
from tests.running import EXAMPLES

STAGES = ("reported", "self", "round-1", "appraised", "final")


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """The folder of a year as `init` makes it."""
    folder = tmp_path_factory.mktemp("app") / "nam"
    write_folder(folder, start_year("minh-hoa").files)
    return folder


@pytest.fixture
def folder(begun, tmp_path):
    """A year's folder that a test may change."""
    return Path(shutil.copytree(begun, tmp_path / "nam"))


def ranked(source, stage="final", **words):
    return json.dumps(ranking_data(rank_units(source, stage=stage, **words), "vi"), ensure_ascii=False)


@pytest.mark.full
@pytest.mark.parametrize("stage", STAGES)
def test_a_year_in_memory_ranks_as_its_folder(begun, stage):
    source = FolderSource(Request((begun,)))
    assert ranked(in_memory(source), stage) == ranked(source, stage)


@pytest.mark.full
@pytest.mark.parametrize("name", ["hoang-hoa-2023", "binh-duong-2017", "ca-mau-1880-2013"])
def test_reports_in_memory_are_used_as_those_in_files(name):
    source = FolderSource(Request((EXAMPLES / name,)))
    other = in_memory(source)
    assert ranked(other) == ranked(source)
    assert check_year(other) == check_year(source)
    assert import_documents(other) == import_documents(source)
    assert lint_scheme(other).findings == lint_scheme(source).findings
    assert run_golden_cases(other) == run_golden_cases(source)


@pytest.mark.full
def test_sheets_and_reasons_are_those_of_the_folder(begun):
    source = FolderSource(Request((begun,)))
    other = in_memory(source)
    first = source.units()[0].code
    sheets, others = score_units(source, [first]), score_units(other, [first])
    assert sheets_data(sheets.scored, sheets.rows, "en") == sheets_data(others.scored, others.rows, "en")
    assert reasons_data(explain_unit(source, first), "en") == reasons_data(explain_unit(other, first), "en")


def test_two_stages_of_one_source_are_read_once(begun):
    class Counting:
        def __init__(self, source):
            self._source, self.asked = source, 0

        def __getattr__(self, name):
            return getattr(self._source, name)

        def documents(self, progress):
            self.asked += 1
            return self._source.documents(progress)

    source = Counting(FolderSource(Request((begun,))))
    found = compare_results(Side(source, "self"), Side(source, "appraised"))
    assert source.asked == 1
    assert found.before.stage == "self"
    assert found.after.stage == "appraised"


@pytest.mark.full
def test_what_does_not_exist_is_told_as_data(begun):
    source = in_memory(FolderSource(Request((begun,))))
    with pytest.raises(UnknownStage) as stage:
        rank_units(source, stage="round-9")
    assert "final" in stage.value.known
    with pytest.raises(UnknownUnit) as unit:
        explain_unit(source, "M99")
    assert unit.value.word == "M99"
    with pytest.raises(UnknownCriterion) as criterion:
        explain_unit(source, source.units()[0].code, "1.1.11")
    assert criterion.value.near == "1.1.1"
    with pytest.raises(UnknownPlace):
        rank_units(source, by="99")
    with pytest.raises(UnknownUnitKind):
        rank_units(source, group="huyện")


MARK = {("criterion", "M01", "1.1.1"): {"new": 0.5, "reason": "Chậm 10 ngày", "evidence": "Kế hoạch 02/KH"}}
ASKED = AppraisalSession(1, "Nguyễn Văn An", date(2023, 12, 20))


def reports_only(tmp_path):
    """The folder of a year without any appraisal, and the file into which entries go."""
    year = Path(shutil.copytree(EXAMPLES / "hoang-hoa-2023", tmp_path / "y"))
    return year, NewEntriesFile(year / "appraisal" / "vong-1.toml", Path("da-dien.xlsx"))


def appraised(source):
    """What a council asks for that lowers one mark of the first unit."""
    stages, _ = whole_stages(source)
    units = [unit.code for unit in stages.reported_table.units]
    data = appraisal_workbook(stages, 1, [units.index("M01")], "vi")
    return appraise_workbook(source, DocumentSource("da-dien.xlsx", data=filled(data, MARK), reader="xlsx"), ASKED)


@pytest.mark.full
def test_entries_are_kept_by_a_folder_and_by_memory_alike(tmp_path):
    year, file = reports_only(tmp_path)
    folder = FolderSource(Request((year,)), file)
    memory = in_memory(folder)
    for source in (folder, memory):
        appraised(source).keep(source)
    again = FolderSource(Request((year,)))
    assert ranked(memory, "appraised") == ranked(again, "appraised")
    assert ranked(again, "appraised") != ranked(again, "reported")


@pytest.mark.full
@pytest.mark.parametrize("changed", ["cchc.toml", "units.csv", "appraisal/khac.toml"])
def test_entries_about_a_year_that_has_changed_since_are_refused(tmp_path, changed):
    year, file = reports_only(tmp_path)
    source = FolderSource(Request((year,)), file)
    appraisal = appraised(source)
    path = year / changed
    path.parent.mkdir(exist_ok=True)
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + "\n# khác\n", encoding="utf-8")
    with pytest.raises(WriteError) as error:
        appraisal.keep(source)
    assert [finding.code for finding in error.value.findings] == ["file-changing"]
    assert not file.path.exists()


@pytest.mark.full
def test_entries_about_a_year_in_memory_that_has_changed_since_are_refused(tmp_path):
    year, _ = reports_only(tmp_path)
    source = in_memory(FolderSource(Request((year,))))
    appraisal = appraised(source)
    appraisal.keep(source)
    with pytest.raises(WriteError):
        appraisal.keep(source)


def test_a_fingerprint_is_that_of_the_content(folder):
    before = FolderSource(Request((folder,))).fingerprint()
    assert FolderSource(Request((folder,))).fingerprint() == before
    report = next(iter(sorted((folder / "reports").iterdir())))
    report.write_bytes(report.read_bytes() + b"\n")
    assert FolderSource(Request((folder,))).fingerprint() != before
