"""The same numbers in an annex as in the JSON, cell by cell, of a year with claims, an appraisal, ties and long names."""

import json

import pytest

from cchc_score.text import shown
from tests.report.annex.made import bare, docx_tables, pdf_tables
from tests.report.made_year import two_years
from tests.running import command

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A made-up year of eight units, of which two have the very figures of others."""
    return two_years(tmp_path_factory.mktemp("nam"), 8)


@pytest.fixture(scope="module")
def data(folder):
    return json.loads(command("rank", folder, "--format", "json").out)


def tables(folder, tmp_path, kind, what):
    """The tables of an annex, read back."""
    path = tmp_path / f"a.{kind}"
    result = command("report", folder, "--what", what, "-o", path, "--quiet")
    assert path.exists(), result.err
    return (docx_tables if kind == "docx" else pdf_tables)(path.read_bytes())


def printed(number):
    return "-" if number is None else shown(number["printed"])


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_ranking_is_that_of_the_json(folder, tmp_path, kind, data):
    (table,) = tables(folder, tmp_path, kind, "ranking")
    units = data["communes"]
    assert len({unit["rank"] for unit in units}) < len(units)
    for row, unit in zip(table[1:], units, strict=True):
        index = printed(unit["index"])
        if unit["index_high"]:
            index += f"..{shown(unit['index_high']['printed'])}"
        wanted = [str(unit["rank"]), bare(unit["name"]), printed(unit["reachable"]), printed(unit["points"]), index]
        assert row[:5] == wanted
        assert row[5] == bare(unit["class"])


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_areas_are_those_of_the_json(folder, tmp_path, kind, data):
    (table,) = tables(folder, tmp_path, kind, "areas")
    for row, unit in zip(table[1:], data["communes"], strict=True):
        # In a column beside the points stands their maximum where it is not one for all units.
        points = [
            text for head, text in zip(table[0], row, strict=True) if head.startswith("LV") and ",tốiđa" not in head
        ]
        assert points == [printed(area["points"]) for area in unit["areas"].values()]


def test_the_sheet_of_each_unit_is_that_of_the_json(folder, tmp_path, data):
    asked = ("--what", "sheets", "--format", "docx", "-o", tmp_path / "phieu", "--quiet")
    assert command("report", folder, *asked).code in (0, 1)
    for unit in data["communes"]:
        (table,) = docx_tables((tmp_path / "phieu" / f"{unit['code']}.docx").read_bytes())
        lines = {row[0]: row for row in table[1:]}
        for criterion in unit["criteria"]:
            assert lines[criterion["number"]][4] == printed(criterion["points"])
        assert table[-1][4] == printed(unit["points"])


def test_what_was_changed_has_a_reason_in_every_line(folder, tmp_path):
    (table,) = tables(folder, tmp_path, "docx", "changes")
    assert all(row[6] for row in table[1:])
    assert any("Vòng1" in row[6] for row in table[1:])
    assert any(row[6].startswith("Theosốliệu") for row in table[1:])
    assert any(row[7] for row in table[1:])
