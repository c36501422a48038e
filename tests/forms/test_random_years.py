"""Forms of random years: what is typed into a file of any kind is what is read of it, and formulas follow the engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.forms.commune_plan import CommunePlan
from tests.forms.kit import claimed, filled, form_year, reports, written
from tests.forms.random_forms import forms
from tests.report.judges import by_formualizer
from tests.strategies import METHODS, examples, told, years


@st.composite
def form_years(draw):
    """A year of two units with a form that asks for some of its figures."""
    scheme, facts = draw(years(2, 2))
    own = {code: one for code, one in scheme.indicators.items() if one.source == "report" and not one.derived}
    form = draw(forms(own)) if own and draw(st.booleans()) else None
    known = {key: value for key, value in told(facts).items() if key[1] in own and typeable(value, scheme)}
    return form_year(scheme, METHODS, form, known, units=facts.units), known


def typeable(value, scheme):
    """Whether a figure is one that a workbook lets people type: no day long ago."""
    return not hasattr(value, "year") or abs(value.year - scheme.period) <= 1


def own_facts(known, year, plan):
    """What is known of the first unit and stands in a cell of its form."""
    unit = year.units[0]
    return {(unit.code, code): value for (row, code), value in known.items() if row == 0 and code in plan.figure_cells}


@pytest.mark.full
@examples(25)
@given(form_years(), st.sampled_from(["xlsx", "docx", "csv"]))
def test_what_is_known_is_read_again_from_every_kind_of_file(given_year, kind):
    year, known = given_year
    plan = CommunePlan(year, "vi")
    claims = kind != "csv"
    data = written(year, kind, claims=claims, unit=year.units[0])
    facts, said = reports(data, year, kind)
    assert facts == own_facts(known, year, plan), [one.words("vi") for one in said]


@pytest.mark.full
@examples(20)
@given(form_years())
def test_what_is_typed_into_an_empty_workbook_is_read_again(given_year):
    year, known = given_year
    plan = CommunePlan(year, "vi")
    empty = form_year(year.sheet.scheme, METHODS, year.form, units=year.units)
    own = own_facts(known, year, plan)
    data = filled(written(empty, unit=year.units[0]), empty, {code: value for (_, code), value in own.items()})
    assert reports(data, empty)[0] == own


@pytest.mark.full
@examples(20)
@given(form_years())
def test_every_formula_gives_what_the_engine_gives(given_year):
    year, _ = given_year
    judged = by_formualizer(written(year, unit=year.units[0]))
    assert [one for one in judged if not one.equal] == []


@pytest.mark.full
@examples(15)
@given(form_years(), st.sampled_from(["xlsx", "docx"]))
def test_an_empty_self_score_claims_nothing(given_year, kind):
    year, _ = given_year
    data = written(year, kind, unit=year.units[0])
    claims, findings, _ = claimed(data, year, kind)
    assert claims == {}
    assert [one.code for one in findings if one.severity == "error"] == []
