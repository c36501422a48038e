"""The nouns of the field: what they say of themselves."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from cchc_score.model import Area, FactRef, Indicator, Outcome
from tests.engine.schemes import leaf, parent, scheme
from tests.strategies import ref


@pytest.mark.parametrize(
    ("name_en", "lang", "label"),
    [("", "vi", "Hồ sơ"), ("", "en", "Hồ sơ"), ("Files", "vi", "Hồ sơ"), ("Files", "en", "Files")],
)
def test_an_indicator_has_its_name_in_a_language_or_the_vietnamese_one(name_en, lang, label):
    one = Indicator("x", "Hồ sơ", name_en)
    assert one.label(lang) == label
    assert getattr(one.words, lang) == label
    assert one.label() == "Hồ sơ"


@pytest.mark.parametrize(("name_en", "label"), [("", "Chỉ đạo"), ("Steering", "Steering")])
def test_an_area_has_its_english_name_where_it_has_one(name_en, label):
    area = Area("1", 1, "Chỉ đạo", F(10), (), name_en=name_en)
    assert (area.label(), area.label("en")) == ("Chỉ đạo", label)


def test_the_gravest_outcome_is_the_largest():
    assert [one.name for one in sorted(Outcome)] == ["NOT_APPLICABLE", "SCORED", "PENDING", "MISSING", "FAILED"]


def test_a_reference_names_its_facts_in_order_whatever_their_signs():
    assert FactRef(((1, "b"), (-1, "a"))).codes == ("b", "a")


def test_leaves_are_the_criteria_without_parts_in_the_order_of_the_scheme():
    one = scheme(
        parent("1.1", 4, "sum", ["1.1.1", "1.1.2"]),
        leaf("1.1.1", 1, "given", points=ref("survey")),
        leaf("1.1.2", 3, "given", points=ref("survey")),
        leaf("2.1", 3, "given", points=ref("survey")),
    )
    assert [criterion.number for criterion in one.leaves] == ["1.1.1", "1.1.2", "2.1"]


def test_a_scheme_that_names_no_decision_is_illustrative():
    one = scheme(leaf("1.1", 3, "given", points=ref("survey")))
    assert one.illustrative
    assert not replace(one, decision="Quyết định 1/QĐ-UBND").illustrative
