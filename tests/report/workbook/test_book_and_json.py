"""The same numbers in the workbook as in the JSON, and the same input gives the same bytes."""

import json
from fractions import Fraction

import openpyxl
import pytest

from tests.running import EXAMPLES, command

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported.*:UserWarning")

YEARS = ("hoang-hoa-2023", "huyen-them-tieu-chi", "lam-dong-tinh-2025")


def number(text) -> float:
    """A number of the JSON as a spreadsheet keeps it."""
    return float(Fraction(text["exact"]))


@pytest.fixture(scope="module", params=YEARS)
def year(request, tmp_path_factory):
    """A year as a workbook with its values, and as JSON."""
    folder = tmp_path_factory.mktemp("bao-cao")
    command("report", EXAMPLES / request.param, "-o", folder / "a.xlsx")
    book = openpyxl.load_workbook(folder / "a.xlsx", data_only=True)
    return book, json.loads(command("rank", EXAMPLES / request.param, "--format", "json").out)


def rows(tab) -> list[tuple]:
    """The lines below the headings."""
    return list(tab.iter_rows(min_row=5, values_only=True))


@pytest.mark.full
def test_the_ranking_is_that_of_the_json(year):
    book, data = year
    lines = rows(book["Xếp hạng"])
    assert [line[1] for line in lines] == [unit["code"] for unit in data["communes"]]
    for line, unit in zip(lines, data["communes"], strict=True):
        areas = [number(area["points"]) if area["points"] else "-" for area in unit["areas"].values()]
        total = number(unit["points"]) if unit["points"] else "-"
        index = number(unit["index"]) if unit["index"] else "-"
        wanted = [unit["rank"] or "-", *areas, total, number(unit["reachable"]), index, unit["class"] or "-"]
        assert [line[0], *line[4 : 8 + len(areas)]] == wanted


@pytest.mark.full
def test_the_points_of_every_criterion_are_those_of_the_json(year):
    book, data = year
    heads = [cell.value.split()[0] for cell in book["Điểm"][4][5:]]
    units = {unit["code"]: unit for unit in data["communes"]}
    lines = rows(book["Điểm"])[1:]
    assert len(lines) == len(units)
    for line in lines:
        places = dict(zip(heads, line[5:], strict=True))
        for criterion in units[line[0]]["criteria"]:
            shown = places[criterion["number"]]
            if isinstance(shown, str):
                assert {"-": "NOT_APPLICABLE", "?": criterion["outcome"], "!": "FAILED"}[shown] == criterion["outcome"]
            else:
                assert shown == number(criterion["points"])


@pytest.mark.full
def test_the_figures_are_those_of_the_json(year):
    book, data = year
    facts = {
        (unit["code"], fact["indicator"]): fact
        for unit in data["communes"]
        for criterion in unit["criteria"]
        for fact in criterion["facts"]
    }
    compared = 0
    for line in rows(book["Số liệu"]):
        fact = facts[line[0], line[3]]
        if isinstance(line[6], int | float):
            assert line[6] == float(Fraction(fact["value"]))
            compared += 1
        elif line[6] is None:
            assert fact["value"] is None
        assert (line[8] or None) == fact["row"]
    assert compared


def test_the_same_input_gives_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        command("report", EXAMPLES / "huyen-them-tieu-chi", "-o", tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
