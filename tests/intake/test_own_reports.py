"""Who may say what: a unit's own report never sets what a survey or an appraiser finds."""

from fractions import Fraction

import pytest

from cchc_score.documents import Grid
from cchc_score.facts import Origin
from cchc_score.findings import Place
from cchc_score.intake.join import join
from cchc_score.intake.reports import Report, ReportedFact
from cchc_score.intake.wide_table import from_grid
from cchc_score.model import Indicator, Unit

INDICATORS = {
    one.code: one
    for one in (
        Indicator("tasks", "Nhiệm vụ"),
        Indicator("satisfied", "Hài lòng", kind="percent", source="survey"),
        Indicator("grade", "Điểm chấm", kind="points", source="appraiser"),
    )
}
UNITS = (Unit("01", "Xã A"), Unit("02", "Xã B"))


def report(file, unit, **facts):
    told = [ReportedFact(code, Fraction(value), Origin(file, 3)) for code, value in facts.items()]
    return Report(Place(file, 1), unit, year=2023, facts=tuple(told))


def joined(*reports, **more):
    gathered = join(reports, UNITS, 2023, None, INDICATORS, **more)
    table = gathered.table
    known = {
        (unit.code, code): table.value(row, code)
        for row, unit in enumerate(table.units)
        for code in table.columns
        if table.known(row, code)
    }
    told = [(one.code, one.place.unit, one.place.file) for one in gathered.findings if one.severity == "warning"]
    return known, [one for one in told if one[0] != "unit-without-report"]


def test_its_own_report_gives_its_own_figures_and_the_others_are_told():
    known, told = joined(report("a.toml", "01", tasks=5, satisfied=99, grade=3))
    assert known == {("01", "tasks"): 5}
    assert sorted(told) == [("fact-of-appraiser", "Xã A", "a.toml"), ("fact-of-survey", "Xã A", "a.toml")]


def test_a_table_of_several_units_is_nobodys_own():
    both = report("b.csv", "01", satisfied=96, grade=2), report("b.csv", "02", satisfied=90)
    known, told = joined(*both)
    assert known == {("01", "satisfied"): 96, ("01", "grade"): 2, ("02", "satisfied"): 90}
    assert told == []


@pytest.mark.parametrize(("own", "warned"), [(96, False), (97, True)])
def test_what_both_say_is_no_claim_and_what_its_own_report_says_otherwise_changes_nothing(own, warned):
    both = report("b.csv", "01", satisfied=96), report("b.csv", "02", satisfied=90)
    known, told = joined(report("a.toml", "01", tasks=5, satisfied=own), *both)
    assert known == {("01", "tasks"): 5, ("01", "satisfied"): 96, ("02", "satisfied"): 90}
    assert told == ([("fact-of-survey", "Xã A", "a.toml")] if warned else [])


def test_a_survey_is_nobodys_own_whatever_its_files_tell_of():
    known, told = joined(report("a.toml", "01", satisfied=99), by_others=True)
    assert (known, told) == ({("01", "satisfied"): 99}, [])


@pytest.mark.parametrize(("lines", "known"), [(1, set()), (2, {"01", "02"})])
def test_the_same_holds_for_the_lines_of_a_table(lines, known):
    rows = [("unit", "satisfied"), ("01", "95"), ("02", "94")][: lines + 1]
    found, _ = joined(*from_grid(Grid(tuple(enumerate(rows, 1))), "b.csv", None, INDICATORS, 2023))
    assert {unit for unit, _ in found} == known
