"""Points that hang on the best of the group move in the workbook as in the engine, whoever the best becomes."""

import io
from dataclasses import replace
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.model import Outcome
from cchc_score.registry.registry import load_registry
from cchc_score.report.workbook.report_book import report_book
from tests.oracle import Unit
from tests.random_years import Case
from tests.report.random_books import report_of, scored_of
from tests.report.workbook.test_moves import retyped
from tests.schemes.sample import small_head
from tests.strategies import examples

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported.*:UserWarning")

REST = 'share_at_target = 70\nif_none = "zero"'
RULES = (
    'method = "best"\nvalue = "a"\nif_none = "zero"',
    'method = "best"\nvalue = "a"\nwhole = "b"\nif_none = "full"',
    f'method = "target"\nvalue = "a"\ntarget = "b"\nexcess = "amount"\n{REST}',
    f'method = "target"\nvalue = "a"\ntarget = "b"\nexcess = "share"\n{REST}',
)
SCHEME = small_head(len(RULES)).replace('group_by = "none"', 'group_by = "kind"') + "".join(
    f'[criterion."1.{at}"]\ntitle = "C{at}"\nmax_points = 1\n{rule}\n' for at, rule in enumerate(RULES, 1)
)
SCHEME += '[indicator.a]\nname = "A"\n[indicator.b]\nname = "B"\n'
UNITS = (("1", "xã", True), ("2", "xã", True), ("3", "phường", True), ("4", "xã", False))
FIGURES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 6)), min_size=len(UNITS), max_size=len(UNITS))


def year(figures, scheme=SCHEME) -> Case:
    units = [
        Unit(code, kind, ranked, {"a": Fraction(a), "b": Fraction(b)})
        for (code, kind, ranked), (a, b) in zip(UNITS, figures, strict=True)
    ]
    return Case(0, scheme, tuple(units))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("sua")


@pytest.mark.full
@examples(20)
@given(FIGURES, FIGURES)
def test_points_are_those_of_the_engine_after_any_change(folder, before, after):
    registry = load_registry()
    old, new = (report_book(report_of(scored_of(year(one), registry)), "vi") for one in (before, after))
    wanted = openpyxl.load_workbook(io.BytesIO(new), data_only=True)
    model = retyped(old, wanted, folder)
    names = [sheet["name"] for sheet in model.get_worksheets_properties()]
    assert "Cao nhất nhóm" in names
    for tab, first in (("Điểm", 6), ("Cao nhất nhóm", 5)):
        for cell in (cell for row in wanted[tab].iter_rows(min_row=first, min_col=3) for cell in row):
            judged = model.get_cell_value(names.index(tab), cell.row, cell.column)
            assert (judged or "") == (cell.value or ""), (tab, cell.coordinate)


def test_figures_too_large_to_be_compared_exactly_stay_values():
    case = year([(10**9, 10**9), (5, 6), (1, 1), (2, 2)])
    book = openpyxl.load_workbook(io.BytesIO(report_book(report_of(scored_of(case, load_registry())), "vi")))
    heads = [cell.value.split()[0] for cell in book["Điểm"][4][5:]]
    line = dict(zip(heads, book["Điểm"][6][5:], strict=True))
    assert line["1.1"].data_type == "f"
    assert line["1.2"].data_type == "n"


def test_a_book_without_all_units_has_values():
    scored = scored_of(year([(1, 2)] * 4), load_registry())
    book = openpyxl.load_workbook(io.BytesIO(report_book(report_of(scored, ("sheets",), (0,)), "vi")))
    assert "Cao nhất nhóm" not in book.sheetnames


def test_what_is_not_held_this_year_holds_nobody_against_others():
    text = SCHEME.replace('title = "C3"', 'title = "C3"\nheld = false\nreason = "Năm nay không tổ chức"')
    case = year([(5, 6), (6, 5), (1, 1), (2, 2)], text)
    book = openpyxl.load_workbook(io.BytesIO(report_book(report_of(scored_of(case, load_registry())), "vi")))
    heads = {cell.value.partition(":")[0] for cell in book["Cao nhất nhóm"][4][3:]}
    assert heads == {"1.1", "1.2", "1.4"}


def test_a_unit_whose_answer_to_a_factor_is_awaited_is_one_that_others_are_held_against():
    factor = 'factor = { fact = "c", values = { yes = 1, no = 0.5 } }'
    text = SCHEME.replace(RULES[0], f"{RULES[0]}\n{factor}") + '[indicator.c]\nname = "C"\nkind = "yes_no"\n'
    answers = {"2": True, "3": False, "4": True}
    units = year([(8, 1), (4, 1), (2, 1), (1, 1)], text).units
    units = tuple(
        replace(unit, facts={**unit.facts, **({"c": answers[unit.code]} if unit.code in answers else {})})
        for unit in units
    )
    scored = scored_of(Case(0, text, units), load_registry())
    marks = [scored.sheet.mark(row, scored.sheet.at("1.1")) for row in (0, 1)]
    assert [mark.outcome for mark in marks] == [Outcome.MISSING, Outcome.SCORED]
    assert marks[1].low == Fraction(4, 8)
    book = openpyxl.load_workbook(io.BytesIO(report_book(report_of(scored), "vi")), data_only=True)["Cao nhất nhóm"]
    quotients = {row[0].value: row[5].value for row in book.iter_rows(min_row=5)}
    assert quotients["1"] == 8
    assert quotients["2"] == 4
