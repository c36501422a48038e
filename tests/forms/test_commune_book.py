"""The workbook of a commune: what is filled into it is what the year reads, and its formulas give the engine's points."""

from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from cchc_score.testing.strategies import values
from tests.forms.kit import claimed, filled, form_year, reports, rules, scored, written
from tests.report.judges import by_formualizer, by_ironcalc
from tests.strategies import examples

SCHEMES = ("minh-hoa-2023", "lam-dong-1234-2025")


def empty_year(name):
    """A year by a scheme that comes with the program, of which nothing is known."""
    own = rules(name)
    return form_year(own.scheme, own.registry.methods, own.form)


EMPTY = {name: empty_year(name) for name in SCHEMES}
BLANK = {name: written(year) for name, year in EMPTY.items()}


def near(day, scheme):
    """A day that a figure of the year can mean."""
    return day is None or abs(day.year - scheme.period) <= 1


@st.composite
def reported(draw, name):
    """Figures for some of the cells of a workbook."""
    plan = CommunePlan(EMPTY[name], "vi")
    codes = draw(st.lists(st.sampled_from(sorted(plan.figure_cells)), unique=True, max_size=25))
    indicators = plan.scheme.indicators
    found = {code: draw(values(indicators[code])) for code in codes}
    return {
        code: date(plan.scheme.period, 3, 1) if isinstance(value, date) and not near(value, plan.scheme) else value
        for code, value in found.items()
    }


@pytest.mark.full
@pytest.mark.parametrize("name", SCHEMES)
@examples(6)
@given(data=st.data())
def test_what_is_typed_is_what_is_read(name, data):
    facts = data.draw(reported(name))
    again, told = reports(filled(BLANK[name], EMPTY[name], facts), EMPTY[name])
    assert again == {("M01", code): value for code, value in facts.items()}
    assert {one.code for one in told if one.severity == "error"} == set()


@pytest.mark.full
@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_known_stands_in_the_cells_and_is_read_again(name, lang):
    year = EMPTY[name]
    plan = CommunePlan(year, lang)
    facts = {code: one for code in plan.figure_cells if (one := sample(plan.scheme, code)) is not None}
    known = form_year(plan.scheme, year.methods, year.form, facts)
    again, told = reports(written(known, lang=lang), known)
    assert again == {("M01", code): value for code, value in facts.items()}
    assert [one.code for one in told if one.severity == "error"] == []


def sample(scheme, code):
    """A figure that an indicator can hold."""
    indicator = scheme.indicators[code]
    if indicator.kind == "yes_no":
        return True
    if indicator.kind == "option":
        return indicator.options[-1].code
    if indicator.kind == "date":
        return date(scheme.period, 2, 3)
    return F(1) if indicator.kind == "count" else F(25, 2) if indicator.decimals else F(7)


@pytest.mark.full
@pytest.mark.parametrize("name", SCHEMES)
def test_an_empty_workbook_says_nothing_at_all(name):
    facts, told = reports(BLANK[name], EMPTY[name])
    assert (facts, told) == ({}, [])
    claims, findings, _ = claimed(BLANK[name], EMPTY[name])
    assert (claims, findings) == ({}, ())


@pytest.mark.full
@pytest.mark.parametrize("name", SCHEMES)
@examples(4)
@given(data=st.data())
def test_every_formula_gives_what_the_engine_gives(name, data, tmp_path_factory):
    year = EMPTY[name]
    facts = data.draw(reported(name))
    known = form_year(year.sheet.scheme, year.methods, year.form, facts)
    book = written(known)
    folder = tmp_path_factory.mktemp("judged")
    for judged in (by_ironcalc(book, folder), by_formualizer(book)):
        assert [one for one in judged if not one.equal] == []


@pytest.mark.full
@pytest.mark.parametrize("name", SCHEMES)
@examples(6)
@given(data=st.data())
def test_what_is_claimed_is_what_is_read(name, data):
    year = EMPTY[name]
    plan = CommunePlan(year, "vi")
    leaves = {leaf.number: leaf for leaf in plan.leaves if plan.is_own(leaf)}
    chosen = data.draw(st.lists(st.sampled_from(sorted(leaves)), unique=True, min_size=1, max_size=12))
    steps = {number: data.draw(st.integers(0, int(leaves[number].max_points * 4))) for number in chosen}
    marks = {number: (F(step, 4), "Kế hoạch 02; Báo cáo 15", "Đã làm") for number, step in steps.items()}
    marks[chosen[0]] = ("không áp dụng", "", "")
    claims, findings, _ = claimed(filled(BLANK[name], year, marks=marks), year)
    proof = ("Kế hoạch 02", "Báo cáo 15")
    wanted = {("M01", number): (scored(F(step, 4)), proof, "Đã làm") for number, step in steps.items()}
    wanted["M01", chosen[0]] = (HandMark(Outcome.NOT_APPLICABLE), (), "")
    assert claims == wanted
    assert findings == ()
