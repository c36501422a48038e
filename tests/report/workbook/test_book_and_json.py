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


def as_saved(value: float) -> float:
    """A number with the sixteen digits that the library writes."""
    return float(f"{value:.16G}")


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


def test_the_areas_are_those_of_the_json(year):
    book, data = year
    tab, units = book["Lĩnh vực"], {unit["code"]: unit for unit in data["communes"]}
    heads = [str(cell.value) for cell in tab[4]]
    for line in rows(tab):
        for at, area in enumerate(units[line[0]]["areas"].values(), 1):
            own = [value for head, value in zip(heads, line, strict=True) if head.startswith(f"{at}. ")]
            assert own[0] == (number(area["points"]) if area["points"] else "-")
            if len(own) > 1:
                assert own[1:3] == [number(area["index"]) if area["index"] else "-", area["rank"] or "-"]


def test_the_statistics_are_those_of_the_json(year):
    book, data = year
    told = {one["group"]: one for one in (*data["summary"], *data.get("summary_by_kind", ()))}
    heads = [str(cell.value) for cell in book["Thống kê"][4]]
    lines = rows(book["Thống kê"])
    assert len(lines) == len(told)
    for line in lines:
        one = told[None if line[0] == "Tất cả" else line[0]]
        assert [line[1], line[2]] == [one["units"], one["ranked"]]
        # Fewer than two units with an index have no mean.
        if "mean" in one:
            # It is rounded to eight decimals, as its formula does.
            mean = round(Fraction(one["mean"]["exact"]), 8)
            assert line[3:6] == (number(one["highest"]), float(mean), number(one["lowest"]))
        else:
            assert line[3:6] == ("-", "-", "-")
        classes = {given["class"]: given for given in one["classes"]}
        for at, name in enumerate(heads[6::2]):
            given = classes[name if name in classes else None]
            assert line[6 + 2 * at] == given["units"]
            assert as_saved(line[7 + 2 * at]) == as_saved(number(given["share"]))


def test_the_sheet_of_every_unit_is_that_of_the_json(year):
    book, data = year
    told = {str(tab["A1"].value): tab for tab in book if str(tab["A1"].value).startswith("PHIẾU ĐIỂM: ")}
    assert len(told) == len(data["communes"])
    for unit in data["communes"]:
        tab = told[f"PHIẾU ĐIỂM: {unit['name']} ({unit['code']})"]
        lines = {str(line[0]): line for line in rows(tab)}
        for criterion in unit["criteria"]:
            shown, points = lines[criterion["number"]][7], criterion["points"]
            assert shown == number(points) if isinstance(shown, int | float) else shown in ("-", "?", "!")


def test_the_same_input_gives_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        command("report", EXAMPLES / "huyen-them-tieu-chi", "-o", tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
