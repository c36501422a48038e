"""Items of a unit: each with a line of its own, and what a scheme takes of all of them."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.documents import Cell, CellTable, Grid, Tables
from cchc_score.findings import Place
from cchc_score.intake.item_lists import Item, item_figure, read_items
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Indicator, OverItems, Unit
from tests.strategies import examples

KNOWN = {
    "received": Indicator("received", "Tiếp nhận"),
    "on_time": Indicator("on_time", "Đúng hạn"),
    "online": Indicator("online", "Trực tuyến", kind="yes_no"),
}
UNITS = [Unit("A", "Xã A"), Unit("B", "Xã B")]
SHARE = Indicator("worst", "Thấp nhất", kind="percent", decimals=2)
HEAD = ("unit", "thủ tục", "received", "on_time")


def read(*rows, document=None):
    findings = []
    grid = Grid(tuple(enumerate(rows, 1)))
    found = read_items(document or grid, "t.csv", KNOWN, 2025, UnitLookup(UNITS, UNITS), findings)
    return {code: [(item.name, item.facts) for item in items] for code, items in found.items()}, [
        finding.code for finding in findings
    ]


def items(*pairs):
    return [
        Item(f"Mục {place}", {"on_time": F(part), "received": F(whole)}, Place("t.csv", place))
        for place, (part, whole) in enumerate(pairs, 2)
    ]


def taken(take, *pairs, whole="received", at_least=None, decimals=2):
    own = Indicator(
        "x", "X", kind="count" if take == "count" else "percent", decimals=0 if take == "count" else decimals
    )
    figure = item_figure(own, OverItems(take, "on_time", whole, at_least), items(*pairs))
    return None if figure is None else figure.value


def test_each_line_is_an_item_of_its_unit():
    found, codes = read(
        HEAD, ("A", "Khai sinh", "10", "9"), ("A", "Đất đai", "4", "1"), ("Xã B", "Khai sinh", "0", "0")
    )
    assert found == {
        "A": [("Khai sinh", {"received": 10, "on_time": 9}), ("Đất đai", {"received": 4, "on_time": 1})],
        "B": [("Khai sinh", {"received": 0, "on_time": 0})],
    }
    assert codes == []


def test_a_workbook_gives_the_same():
    rows = [HEAD, ("A", "Khai sinh", "10", "9")]
    cells = tuple(
        (line, tuple(Cell(text, at=f"{'ABCD'[at]}{line}") for at, text in enumerate(row)))
        for line, row in enumerate(rows, 1)
    )
    found, codes = read(document=Tables((CellTable(cells, "Trang 1"),)))
    assert (found, codes) == ({"A": [("Khai sinh", {"received": 10, "on_time": 9})]}, [])


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([("unit", "received"), ("A", "1")], ["items-column"]),
        ([HEAD, ("A", "", "1", "1")], ["item-unnamed"]),
        ([HEAD, ("A", "Khai sinh", "1", "1"), ("A", "khai  sinh", "2", "2")], ["item-twice"]),
        ([HEAD, ("C", "Khai sinh", "1", "1")], ["unit-unknown"]),
        ([HEAD, ("A", "Khai sinh", "x", "1")], ["value-unreadable"]),
    ],
)
def test_what_is_wrong_with_a_line_is_told(rows, codes):
    assert read(*rows)[1] == codes


def test_the_five_things_that_are_taken():
    pairs = [(9, 10), (1, 3), (0, 0), (5, 5)]
    assert taken("lowest", *pairs) == F("33.33")
    assert taken("highest", *pairs) == 100
    assert taken("mean", *pairs) == F("74.44")
    assert taken("count", *pairs, at_least=F(90)) == 2
    assert taken("sum", *pairs, whole="") == 15


def test_a_count_looks_at_what_is_exact_and_nothing_has_no_lowest():
    assert taken("count", (89999, 100000), at_least=F(90)) == 0
    assert taken("lowest", (0, 0)) is None
    assert taken("count", (0, 0), at_least=F(1)) == 0
    assert taken("sum", whole="") == 0
    unknown = [Item("Mục", {"on_time": F(1)}, Place("t.csv", 2))]
    assert item_figure(SHARE, OverItems("lowest", "on_time", "received"), unknown) is None


@examples(60)
@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=1, max_size=8), st.randoms())
def test_the_order_of_items_changes_nothing_and_the_mean_lies_between(pairs, rng):
    other = rng.sample(pairs, len(pairs))
    for take in ("lowest", "mean", "highest"):
        assert taken(take, *pairs) == taken(take, *other)
    assert taken("lowest", *pairs) <= taken("mean", *pairs) <= taken("highest", *pairs)


def test_where_it_comes_from_is_said():
    figure = item_figure(SHARE, OverItems("lowest", "on_time", "received"), items((9, 10), (1, 2)))
    assert (figure.origin.file, figure.origin.line, figure.origin.remark) == ("t.csv", 2, "2 mục")
