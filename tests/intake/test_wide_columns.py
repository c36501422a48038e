"""Facts read column by column are those that are read cell by cell, wherever somebody looks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.documents import Grid
from cchc_score.facts import Origin
from cchc_score.intake.join import join
from cchc_score.intake.reports import Report, ReportedFact
from cchc_score.intake.wide_columns import RowFacts
from cchc_score.intake.wide_table import from_grid
from cchc_score.model import Indicator, Option, Unit
from tests.strategies import examples

INDICATORS = {
    one.code: one
    for one in (
        Indicator("tasks", "Nhiệm vụ"),
        Indicator("done", "Hoàn thành", kind="decimal", decimals=1, part_of="tasks"),
        Indicator("late", "Quá hạn", kind="decimal", decimals=3, part_of="tasks"),
        Indicator("all", "Tất cả", sum_of=("done", "late")),
        Indicator("online", "Trực tuyến", kind="percent", decimals=2, exclusive_with=("paper",)),
        Indicator("paper", "Giấy", kind="percent", exclusive_with=("online",)),
        Indicator("board", "Niêm yết", kind="yes_no"),
        Indicator("sent", "Ngày gửi", kind="date"),
        Indicator("way", "Cách", kind="option", options=(Option("a", "Một"), Option("b", "Hai"))),
    )
}
CODES = tuple(INDICATORS)
NUMBERS = ["0", "1", "2", "3", "2,0", "2.500", "60", "101", " 7 ", "40,25"]
OTHERS = ["", "", "", " ", "x", "có", "không", "15/01/2023", "b", "-1", "1.340"]
UNITS = ("01", "02", "03", "04", "05")


@st.composite
def grids(draw):
    """Some lines about some units, now and then two about one, one without its unit, or one of another width."""
    width = draw(st.integers(3, len(CODES) + 2))
    header = draw(st.permutations(["unit", "name", *CODES]))[:width]
    header = header if "unit" in header else ["unit", *header[1:]]
    cells = st.sampled_from(NUMBERS) | st.sampled_from(NUMBERS + OTHERS)
    lines = []
    for unit in draw(st.lists(st.sampled_from([*UNITS, ""]), max_size=8)):
        about = {"unit": unit, "name": unit}
        cut = draw(st.sampled_from([0, 0, 0, 0, 1]))
        lines.append(tuple(about[one] if one in about else draw(cells) for one in header)[cut:])
    return Grid(tuple(enumerate([tuple(header), *lines], 1)))


def alone(report):
    """A report that tells the same fact by fact."""
    return Report(
        report.place, report.unit, report.name, report.kind, report.year, tuple(report.facts), report.findings
    )


def seen(gathered):
    """All that a table and its findings say."""
    table = gathered.table
    known = {
        (row, code): table.value(row, code)
        for row in range(len(table.units))
        for code in table.columns
        if table.known(row, code)
    }
    return (
        table.units,
        list(table.columns),
        table.cells,
        known,
        dict(table.origins),
        len(table.origins),
        table.doubts,
        [one.words() for one in gathered.findings],
    )


@pytest.mark.full
@examples(300)
@given(grids(), st.booleans(), st.permutations(UNITS))
def test_a_table_in_columns_says_what_its_cells_say_one_by_one(grid, listed, order):
    reports = from_grid(grid, "x.csv", None, INDICATORS, 2023)
    units = [Unit(code, code) for code in order] if listed else None
    assert seen(join(reports, units, 2023, None, INDICATORS)) == seen(
        join(map(alone, reports), units, 2023, None, INDICATORS)
    )


@examples(100)
@given(grids(), grids())
def test_two_tables_are_joined_as_single_reports_are(first, second):
    reports = [
        report
        for name, grid in (("a.csv", first), ("b.csv", second))
        for report in from_grid(grid, name, None, INDICATORS, 2023)
    ]
    units = [Unit(code, code) for code in UNITS]
    assert seen(join(reports, units, 2023, None, INDICATORS)) == seen(
        join(map(alone, reports), units, 2023, None, INDICATORS)
    )


def lines_of(*rows):
    """The facts of each row of a table."""
    return [report.facts for report in from_grid(Grid(tuple(enumerate(rows, 1))), "x.csv", None, INDICATORS, 2023)]


def test_a_line_is_a_sequence_of_what_it_tells():
    (line,) = lines_of(("unit", "tasks", "done", "board"), ("01", " 5 ", "", "có"))
    assert isinstance(line, RowFacts)
    assert len(line) == 2
    assert line[0] == ReportedFact("tasks", 5, Origin("x.csv", 2, "", "5"))
    assert [one.code for one in line[:]] == [one.code for one in line] == ["tasks", "board"]


@pytest.mark.parametrize(
    ("row", "sure"),
    [
        (("5", "4,9", "", "", ""), True),
        (("5", "5,1", "", "", ""), False),
        (("", "5,1", "", "", ""), True),
        (("5", "1", "2", "3", ""), True),
        (("5", "1", "2", "4", ""), False),
        (("5", "1", "", "4", ""), True),
        (("", "", "", "", "100"), True),
        (("", "", "", "", "100,01"), False),
    ],
)
def test_only_a_line_whose_figures_agree_is_taken_as_it_stands(row, sure):
    (line,) = lines_of(("unit", "tasks", "done", "late", "all", "online"), ("01", *row))
    assert line.sure is sure


def test_where_an_unknown_fact_stands_is_not_said():
    reports = from_grid(Grid(((1, ("unit", "tasks")), (2, ("01", "")))), "x.csv", None, INDICATORS, 2023)
    origins = join(reports, None, 2023, None, INDICATORS).table.origins
    for key in ((0, "tasks"), (0, "done"), (1, "tasks")):
        with pytest.raises(KeyError):
            origins[key]
