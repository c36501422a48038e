"""Entries that were read before: usable as they are while the scheme is the same, refused as a file would be otherwise."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.appraisal.appraisal_model import Known
from cchc_score.appraisal.kept_entries import usable_entries
from cchc_score.appraisal.work_context import work_context
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from tests.appraisal.kit import DAY, RULES, SCHEME, UNITS, F, codes, entry, scored
from tests.engine.schemes import scheme
from tests.strategies import values


@st.composite
def facts(draw):
    """An entry about a fact, from a value that its indicator may have to another."""
    code = draw(st.sampled_from(sorted(SCHEME.indicators)))
    old, new = (draw(st.none() | values(SCHEME.indicators[code]).map(Known)) for _ in range(2))
    return entry(code, old, new)


MARKS = st.sampled_from([None, scored(0), scored(1), HandMark(Outcome.MISSING), HandMark(Outcome.NOT_APPLICABLE)])


@given(facts() | st.builds(entry, st.sampled_from(["1.1.1", "1.2", "1.3"]), MARKS.filter(bool), MARKS))
def test_what_was_read_by_these_rules_is_usable(one):
    assert usable_entries([one], RULES) == ((one,), ())


OTHER = work_context(
    scheme(*(one for one in SCHEME.criteria.values() if one.number != "1.2")), UnitLookup(UNITS, UNITS)
)


@pytest.mark.parametrize(
    ("one", "context", "code"),
    [
        (entry("1.2", scored(1), scored(0)), OTHER, "criterion-unknown"),
        (entry("1.1", scored(1), scored(0)), RULES, "criterion-of-parts"),
        (entry("2.2", scored(1), scored(0)), RULES, "criterion-not-held"),
        (entry("1.2", scored(1), scored(9)), RULES, "mark-above"),
        (entry("1.2", scored(1), scored(F(1, 3))), RULES, "mark-step"),
        (entry("gone", Known(F(1)), Known(F(2))), RULES, "indicator-absent"),
        (entry("n1", Known(F(1)), Known(F(-2))), RULES, "value-negative"),
        (entry("n1", Known(F(1)), Known(F(1, 2))), RULES, "value-not-whole"),
        (entry("n1", Known(F(1)), Known(DAY)), RULES, "value-kind"),
        (entry("level", Known("light"), Known("grave")), RULES, "value-option"),
        (entry("1.2", scored(1), scored(0), unit="M99"), RULES, "unit-unknown"),
        (replace(entry("1.2", scored(1), scored(0)), indicator="n1"), RULES, "entry-target"),
    ],
)
def test_what_the_rules_no_longer_allow_is_told_and_left_out(one, context, code):
    usable, findings = usable_entries([one], context)
    assert usable == ()
    assert any(told.startswith(code) for told in codes(findings)), codes(findings)
