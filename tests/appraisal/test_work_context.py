"""Which criteria a person may mark, and with what."""

import pytest

from cchc_score.findings import Place
from tests.appraisal.kit import RULES, SCHEME, codes, scored


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("1.1.1", ""),
        ("1.1", "criterion-of-parts"),
        ("2.2", "criterion-not-held"),
        ("9.9.9", "criterion-unknown"),
        ("1.1.3", "criterion-unknown-near"),
    ],
)
def test_only_a_leaf_of_this_year_can_be_marked(number, code):
    findings = []
    found = RULES.leaf(number, Place("a.toml", 3), findings)
    assert found == (None if code else SCHEME.criteria[number])
    assert codes(findings) == ([code] if code else [])
    if code:
        assert findings[0].place == Place("a.toml", 3)


def test_a_criterion_that_is_not_held_is_told_with_the_reason():
    findings = []
    RULES.leaf("2.2", Place(), findings)
    assert "Chưa hướng dẫn" in findings[0].words()


@pytest.mark.parametrize(("points", "code"), [(2, ""), ("2.5", "mark-above"), ("0.125", "mark-step")])
def test_a_mark_that_cannot_stand_is_told(points, code):
    findings = []
    assert RULES.usable(scored(points), SCHEME.criteria["1.2"], Place(), findings) is not bool(code)
    assert codes(findings) == ([code] if code else [])
