"""Score sheets of units: the marks of the sheet, findings where they belong, and the JSON."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.findings import Finding, Place
from cchc_score.points import plain
from cchc_score.results.unit_sheet import UnitSheets, sheets_data, unit_sheet, unit_sheets
from tests.results.years import FINAL, scored_years
from tests.strategies import examples


@pytest.mark.full
@examples(60)
@given(result=scored_years())
def test_a_unit_has_the_marks_ranks_and_class_of_the_score_sheet(result):
    sheet = result.sheet
    for row, unit in enumerate(unit_sheets(result, range(len(sheet.table.units)))):
        assert unit == unit_sheet(result, row)
        assert unit.unit == sheet.table.units[row]
        assert unit.total.mark == sheet.mark(row, sheet.total)
        assert unit.total.rank == (int(sheet.ranks[row]) or None)
        assert unit.class_name == sheet.class_name(row)
        assert {code: area.mark for code, area in unit.areas.items()} == {
            code: sheet.mark(row, cells) for code, cells in sheet.areas.items()
        }
        assert [line.mark for line in unit.criteria] == [sheet.mark(row, cells) for cells in sheet.criteria.values()]


@pytest.mark.full
@examples(40)
@given(data=st.data(), result=scored_years())
def test_the_data_have_the_units_asked_for_in_that_order_and_exact_numbers(data, result):
    rows = data.draw(st.permutations(range(len(result.sheet.table.units))))
    found = sheets_data(result, rows, "vi")
    assert json.loads(json.dumps(found)) == found
    units = list(UnitSheets(result, tuple(rows)))
    for commune, unit in zip(found["communes"], units, strict=True):
        assert commune["code"] == unit.unit.code
        assert commune["reachable"]["exact"] == plain(unit.total.mark.reachable)
        assert (commune["index"] is None) == (unit.total.mark.index is None)
        assert (commune["points_high"] is None) == (unit.total.mark.high == unit.total.mark.low)


def test_every_finding_is_told_once_with_its_unit_or_for_all():
    units = FINAL.sheet.table.units
    findings = (
        Finding("nothing-to-score"),
        Finding("nothing-to-score", Place(unit=units[1].label)),
        Finding("nothing-to-score", Place("a.csv", 3, units[1].label)),
    )
    result = replace(FINAL, findings=findings)
    data = sheets_data(result, range(len(units)), "en")
    assert [len(commune["findings"]) for commune in data["communes"]] == [0, 2, 0]
    assert len(data["findings"]) == 1
    assert unit_sheet(result, 1).findings == findings[1:]
