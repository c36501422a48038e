"""Random communes, facts, rules and schemes are valid as they come."""

from fractions import Fraction as F

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine.score import score_rows
from cchc_score.facts import table
from cchc_score.files.toml_file import TomlFile
from cchc_score.findings import Finding
from cchc_score.model import Outcome
from cchc_score.rule_words import used
from cchc_score.schemes.fact_references import check_settings
from cchc_score.schemes.point_checks import check_area, check_inside, check_steps
from cchc_score.testing import facts, indicators, rules, schemes, units, values
from tests.strategies import METHODS, examples

FILE = TomlFile("x.toml", {}, {(): 1}, "")


def faults(scheme) -> list[Finding]:
    """What reading the scheme from a file would complain of."""
    found = []
    for area in scheme.areas:
        found += check_area(area, scheme.criteria, FILE)
    for leaf in scheme.leaves:
        number, settings = leaf.number, leaf.settings
        found += check_inside(settings, leaf.max_points, FILE, (), number)
        found += check_steps(settings, scheme.decimals, FILE, ())
        found += check_settings(METHODS[leaf.method], settings, scheme.indicators, FILE, (), number)
    return found


@examples(60)
@given(schemes(METHODS.values()), st.data())
def test_a_scheme_is_one_that_the_program_would_read_and_can_be_scored(scheme, data):
    assert faults(scheme) == []
    assert scheme.max_points == sum(leaf.max_points for leaf in scheme.leaves)
    listed = data.draw(units())
    reported = table(listed, scheme.indicators, data.draw(facts(scheme.indicators, len(listed))))
    sheet = score_rows(scheme, METHODS, reported)
    outcomes = {mark for leaf in scheme.leaves for mark in sheet.at(leaf.number).outcome}
    assert Outcome.FAILED not in outcomes


@examples(60)
@given(schemes([METHODS["ratio"], METHODS["best"]]))
def test_only_the_methods_asked_for_are_used_and_no_fact_twice(scheme):
    assert {leaf.method for leaf in scheme.leaves} <= {"ratio", "best"}
    asked = [code for leaf in scheme.leaves for code in used(scheme, leaf, METHODS)]
    assert len(asked) == len(set(asked))


@examples(60)
@given(indicators(least=3), st.data())
def test_facts_are_held_by_their_indicators(vocabulary, data):
    assert len(vocabulary) >= 3
    told = data.draw(facts(vocabulary, 4))
    listed = data.draw(units(4, 4))
    held = table(listed, vocabulary, told)
    assert all(held.value(row, code) == value for (row, code), value in told.items())
    for one in vocabulary.values():
        table(listed[:1], vocabulary, {(0, one.code): data.draw(values(one))})


@examples(60)
@given(rules(METHODS["bands"]))
def test_a_rule_comes_with_the_facts_that_it_asks_for(drawn):
    rule, known = drawn
    assert rule.max_points > 0
    assert {code for ref in METHODS["bands"].facts(rule.settings) if ref for code in ref.codes} <= set(known)
    assert rule.settings.bands[-1].limit == F(0)
