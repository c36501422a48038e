"""Relations between figures: one definition, and the columns of a wide table hold to it."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.documents import Grid
from cchc_score.figure_relations import FigureRelation, broken_relations, relations_of
from cchc_score.intake.wide_table import from_grid
from cchc_score.model import Indicator
from cchc_score.points import plain
from tests.strategies import examples

INDICATORS = {
    indicator.code: indicator
    for indicator in (
        Indicator("all", "Tất cả", kind="decimal", decimals=2, sum_of=("late", "done")),
        Indicator("done", "Hoàn thành", kind="decimal", decimals=1, part_of="tasks"),
        Indicator("late", "Quá hạn", part_of="tasks", exclusive_with=("done",)),
        Indicator("online", "Trực tuyến", kind="percent", decimals=2, exclusive_with=("paper", "post")),
        Indicator("paper", "Giấy", kind="percent", exclusive_with=("online",)),
        Indicator("post", "Bưu chính", kind="percent", decimals=1),
        Indicator("tasks", "Nhiệm vụ"),
    )
}


@st.composite
def rows(draw):
    """Figures of one unit, near enough to each other that relations hold or break by little; None is unknown."""
    figures = {}
    for code, indicator in INDICATORS.items():
        top = 102 if indicator.kind == "percent" else 6
        steps = st.integers(0, top * 10**indicator.decimals).map(lambda n, by=10**indicator.decimals: F(n, by))
        figures[code] = draw(st.none() | steps | st.sampled_from([F(0), F(1), F(2), F(50), F(100)]))
    return figures


@examples(200)
@given(st.lists(rows(), min_size=1, max_size=6))
def test_whole_columns_suspect_every_row_that_breaks_a_relation_and_no_row_of_known_figures_besides(units):
    cells = [("", *("" if figures[code] is None else plain(figures[code]) for code in INDICATORS)) for figures in units]
    lines = [(f"{number}", *row[1:]) for number, row in enumerate(cells)]
    grid = Grid(tuple(enumerate([("unit", *INDICATORS), *lines], 1)))
    for report, figures in zip(from_grid(grid, "x.csv", None, INDICATORS, 2023), units, strict=True):
        percents = [figures[code] for code in ("online", "paper", "post")]
        broken = any(value is not None and (value > 100 or 0 < value <= 1) for value in percents) or any(
            any(broken_relations(code, INDICATORS, figures.get)) for code in INDICATORS
        )
        assert not (broken and report.facts.sure)
        if None not in figures.values():
            assert report.facts.sure is not broken


def test_a_pair_that_excludes_each_other_is_one_relation():
    assert list(relations_of("online", INDICATORS)) == [
        FigureRelation("exclusive_with", "online", ("paper",)),
        FigureRelation("exclusive_with", "online", ("post",)),
    ]
    assert list(relations_of("paper", INDICATORS)) == []
    assert [relation.kind for relation in relations_of("late", INDICATORS)] == ["part_of", "exclusive_with"]


@pytest.mark.parametrize(
    ("figures", "broken"),
    [
        ({"tasks": 5, "done": F("4.9")}, ()),
        ({"tasks": 5, "done": F("5.1")}, ("part_of",)),
        ({"done": F("5.1")}, ()),
        ({"done": F("1.5"), "late": 2, "all": F("3.5")}, ()),
        ({"done": F("1.5"), "late": 2, "all": F("3.51")}, ("sum_of",)),
        ({"done": F("1.5"), "all": 9}, ()),
        ({"online": F("50.01"), "paper": 50}, ("exclusive_with",)),
        ({"online": 50, "paper": 50, "post": 50}, ()),
        ({"post": F("99.9"), "online": 1}, ("exclusive_with",)),
    ],
)
def test_figures_break_a_relation_only_where_all_of_it_is_known(figures, broken):
    found = [relation.kind for code in INDICATORS for relation in broken_relations(code, INDICATORS, figures.get)]
    assert tuple(found) == broken


@pytest.mark.parametrize(
    ("day", "sure"),
    [("2022-01-01", True), ("31/12/2024", True), ("2021-12-31", False), ("2100-01-10", False), ("không", True)],
)
def test_a_row_with_a_day_far_from_its_year_is_looked_at(day, sure):
    issued = {"issued": Indicator("issued", "Ngày ban hành", kind="date")}
    grid = Grid(((1, ("unit", "issued")), (2, ("01", day))))
    (report,) = from_grid(grid, "x.csv", None, issued, 2023)
    assert report.facts.sure is sure
