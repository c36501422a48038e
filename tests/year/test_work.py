"""The work of a year, from the files of its folder to its stages."""

from datetime import date
from pathlib import Path

import pytest

from cchc_score.appraisal.appraisal_model import STAGES, Phases, Window
from cchc_score.errors import SchemeError
from cchc_score.model import Outcome
from cchc_score.year.config import read_config
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import load_stages, load_year
from cchc_score.year.request import Request
from tests.appraisal.kit import codes, scored
from tests.running import command

SCHEME = """
[scheme]
code = "thu"
title = "Thử"
version = "1"
period = 2023
max_points = 5
decimals = 2
rounding = "criterion"

[ranking]
group_by = "none"
compare = "exact"
ties = "standard"
incomplete = "low"

[[class]]
name = "Đạt"
from = 0

[indicator.tin]
name = "Số tin"

[indicator.hai_long]
name = "Điểm điều tra"
kind = "points"
decimals = 2
source = "survey"

[area.one]
number = 1
name = "Chỉ đạo"
max_points = 5

[criterion."1.1"]
title = "Tin bài"
max_points = 2
method = "count"
count = "tin"
each = 0.5

[criterion."1.2"]
title = "Hài lòng"
max_points = 3
method = "given"
points = "hai_long"
"""
ENTRY = """
[[entry]]
id = "e1"
round = 1
unit = "A"
criterion = "1.1"
old = 1
new = 0.5
reason = "Thiếu một tin"
evidence = {}
by = "An"
on = 2023-12-20
"""
FILES = {
    "cchc.toml": 'scheme = "thu.toml"\nunits = "units.csv"\n',
    "thu.toml": SCHEME,
    "units.csv": "code,name\nA,Xã A\nB,Xã B\n",
    "reports/nam-2023.csv": "unit,tin\nA,2\nB,4\n",
}


TAKEN_OUT = """
[[taken_out]]
criterion = "1.1"
units = {}
reason = "Không có đài"
decision = "36/BC"
"""


@pytest.fixture
def year(tmp_path):
    """Makes the folder of a year, and gives its stages, findings and faults."""

    def make(files=()):
        for name, text in (FILES | dict(files)).items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return stages_of(Request((tmp_path,)))

    return make


def stages_of(request):
    """The stages that a request means, its findings and its faults."""
    source = FolderSource(request)
    staged = load_stages(source, load_year(source))
    return staged.stages, staged.findings, staged.unread


def low(sheet, row, number):
    return sheet.mark(row, sheet.criteria[number]).low


def test_a_year_of_reports_alone_has_no_work(year):
    stages, findings, faults = year()
    assert not stages.worked
    assert (findings, faults) == ((), ())
    assert stages.final is stages.reported


def test_reports_without_a_folder_of_a_year_have_no_work(tmp_path):
    (tmp_path / "a.csv").write_text(FILES["reports/nam-2023.csv"], encoding="utf-8")
    (tmp_path / "thu.toml").write_text(SCHEME, encoding="utf-8")
    stages, findings, faults = stages_of(Request((tmp_path / "a.csv",), scheme=str(tmp_path / "thu.toml")))
    assert (stages.worked, findings, faults) == (False, (), ())


def test_all_the_work_of_a_year(year):
    stages, findings, faults = year(
        {
            "appraisal/a.toml": ENTRY.format('"KH"')
            + '\n[[explanation]]\nunit = "A"\nentry = "e1"\ntext = "Vì"\nby = "Bình"\non = 2023-12-22\n',
            "self-scores/A.toml": '[self_score]\nunit = "A"\nby = "Bình"\non = 2023-12-01\n[claims]\n"1.1" = 1.5\n',
            "self-scores/B.csv": "STT,Tự chấm,Minh chứng\n1.1,2,KH\n",
            "survey/2023.csv": "unit,hai_long\nA,2.5\n",
        }
    )
    assert (findings, faults) == ((), ())
    assert stages.worked
    assert stages.names == (*STAGES, "round-1")
    assert {key: one.mark for key, one in stages.claims.items()} == {(0, "1.1"): scored("1.5"), (1, "1.1"): scored(2)}
    assert [low(stages.sheet(name), 0, "1.1") for name in stages.names] == [
        1,
        scored("1.5").points,
        *[scored("0.5").points] * 3,
    ]
    assert low(stages.final, 0, "1.2") == scored("2.5").points
    assert stages.final.mark(1, stages.final.criteria["1.2"]).outcome == Outcome.PENDING
    assert [one.entry for one in stages.explanations] == ["e1"]
    assert codes(stages.findings) == ["claim-differs", "claim-evidence"]


def test_deadlines_come_from_the_configuration(year):
    phases = (
        "[phases]\nself_score = { to = 2023-12-05 }\nappraisal = [{ from = 2023-12-21, to = 2023-12-31 }, {}]\n"
        "explanation = [{ from = 2024-01-01 }]\n"
    )
    stages, _, _ = year({"cchc.toml": FILES["cchc.toml"] + phases, "appraisal/a.toml": ENTRY.format('"KH"')})
    assert stages.phases == Phases(
        Window(None, date(2023, 12, 5)),
        (Window(date(2023, 12, 21), date(2023, 12, 31)), Window()),
        (Window(date(2024, 1, 1), None),),
    )
    assert codes(stages.findings) == ["entry-phase"]


def test_where_no_survey_is_held_its_criteria_fall_away_for_claims_and_entries_too(year):
    stages, findings, _ = year(
        {
            "cchc.toml": FILES["cchc.toml"] + '[survey]\nheld = false\nreason = "Không đủ kinh phí"\n',
            "appraisal/a.toml": ENTRY.format('"KH"').replace("1.1", "1.2"),
            "survey/2023.csv": "unit,hai_long\nA,2.5\n",
        }
    )
    assert codes(findings) == ["criterion-not-held"]
    assert "Không đủ kinh phí" in findings[0].words()
    assert stages.survey is None
    assert stages.final.mark(0, stages.final.total).reachable == 2
    assert codes(stages.findings) == ["survey-not-held"]


@pytest.mark.parametrize(
    ("file", "there"),
    [
        ("minh-chung/kh.pdf", True),
        ("minh-chung/khac.pdf", False),
        ("minh-chung", False),
        ("../ngoai.pdf", False),
        ("/etc/hostname", False),
        ("a" * 300, False),
        ("a\\u0000b", False),
        ("circle", False),
    ],
)
def test_evidence_that_is_no_file_of_the_folder_is_told(year, tmp_path, file, there):
    (tmp_path.parent / "ngoai.pdf").write_bytes(b"x")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    _, findings, _ = year({"minh-chung/kh.pdf": "x", "appraisal/a.toml": ENTRY.format(f'{{ file = "{file}" }}')})
    assert codes(findings) == ([] if there else ["evidence-file-absent"])


def test_faults_of_all_files_are_told_together(year):
    _, findings, faults = year(
        {
            "appraisal/a.toml": ENTRY.format('""'),
            "appraisal/b.toml": "= broken",
            "self-scores/A.txt": "Điểm tự chấm: 5",
            "self-scores/B.csv": "a,b\n1,2\n",
            "survey/2023.csv": "unit,zzzzzz\nA,1\n",
            "survey/x.zip": "PK",
        }
    )
    assert codes(faults) == ["toml-broken"]
    assert sorted(codes(findings)) == ["claims-kind", "claims-nowhere", "csv-column", "entry-evidence", "file-kind"]


def test_a_survey_of_some_units_leaves_the_others_pending_without_a_word(year):
    stages, findings, _ = year({"survey/2023.csv": "unit,hai_long\nB,1\n"})
    assert findings == ()
    outcomes = [stages.final.mark(row, stages.final.criteria["1.2"]).outcome for row in (0, 1)]
    assert outcomes == [Outcome.PENDING, Outcome.SCORED]


def test_a_survey_names_its_place_where_it_differs_from_the_report(year):
    stages, _, _ = year(
        {
            "reports/nam-2023.csv": "unit,tin,hai_long\nA,2,1\nB,4,\n",
            "survey/2023.csv": "unit,hai_long\nA,2\n",
        }
    )
    (one,) = stages.findings
    assert (one.code, one.place.file, one.place.line) == ("survey-differs", "survey/2023.csv", 2)


def test_the_stages_on_the_command_line(year, tmp_path):
    year({"appraisal/a.toml": ENTRY.format('"KH"')})
    shown = {}
    for stage in ("reported", "round-1", "appraised", "final"):
        result = command("rank", tmp_path, "--stage", stage, "--format", "csv", "-q")
        assert result.code == 0, result.err
        shown[stage] = next(line for line in result.out.splitlines() if "Xã A" in line)
    assert shown["reported"] != shown["round-1"]
    assert shown["round-1"] == shown["appraised"] == shown["final"]
    assert command("rank", tmp_path, "--stage", "round-2").code == 2
    assert read_config(Path(tmp_path) / "cchc.toml").worked


@pytest.mark.parametrize(("units", "rows"), [('["B"]', [1]), ('["Xã A"]', [0]), ('["A", "Xã B"]', [0, 1])])
def test_a_criterion_taken_out_leaves_the_maximum_of_some_units_from_the_appraisal_on(year, units, rows):
    stages, findings, faults = year({"cchc.toml": FILES["cchc.toml"] + TAKEN_OUT.format(units)})
    assert stages.worked
    assert (findings, faults) == ((), ())
    for stage, out in (("reported", []), ("self", []), ("appraised", rows), ("final", rows)):
        sheet = stages.sheet(stage)
        reachable = [sheet.mark(row, sheet.criteria["1.1"]).reachable for row in range(2)]
        assert reachable == [0 if row in out else 2 for row in range(2)], stage
        assert (stages.taken_out_at(stage).keys() == {(row, "1.1") for row in out}) or stage in ("reported", "self")


def test_without_units_a_criterion_is_taken_out_of_everybody(year):
    decision = TAKEN_OUT.replace("units = {}\n", "")
    stages, findings, _ = year({"cchc.toml": FILES["cchc.toml"] + decision})
    assert findings == ()
    assert [stages.final.mark(row, stages.final.total).reachable for row in range(2)] == [3, 3]


def test_an_entry_may_put_back_what_was_taken_out(year):
    entry = ENTRY.format('"KH"').replace("old = 1", 'old = "không áp dụng"')
    stages, findings, _ = year({"cchc.toml": FILES["cchc.toml"] + TAKEN_OUT.format('["A"]'), "appraisal/a.toml": entry})
    assert findings == ()
    assert [one.id for one in stages.rounds[-1].applied] == ["e1"]
    assert low(stages.final, 0, "1.1") == 0.5


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"1.1"', '"1.9"', "criterion-unknown-near"),
        ("{}", '["C"]', "unit-unknown"),
        ("{}", '["A", "C"]', "unit-unknown"),
    ],
)
def test_a_decision_about_what_nobody_knows_changes_nothing_and_is_told(year, old, new, code):
    decision = TAKEN_OUT.replace(old, new).replace("{}", '["A"]')
    stages, findings, _ = year({"cchc.toml": FILES["cchc.toml"] + decision})
    assert [one.code.removesuffix("-near") for one in findings] == [code.removesuffix("-near")]
    assert findings[0].place.file == "cchc.toml"
    assert stages.final is stages.reported


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{}", "[]", "value-empty"),
        ('reason = "Không có đài"\n', "", "key-missing"),
        ("decision", "decisin", "key-unknown-near"),
    ],
)
def test_a_decision_that_is_not_whole_stops_the_run(year, old, new, code):
    decision = TAKEN_OUT.replace(old, new).replace("{}", '["A"]')
    with pytest.raises(SchemeError) as error:
        year({"cchc.toml": FILES["cchc.toml"] + decision})
    assert [one.code for one in error.value.findings] == [code]
