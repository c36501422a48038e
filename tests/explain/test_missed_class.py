"""Why a unit has not the class of its index: which area or criterion is below the share that the class asks for."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from cchc_score.explain.missed_class import missed_class
from cchc_score.model import ClassLimit, LimitByAnswer
from cchc_score.pages.class_words import missed_words
from tests.engine.schemes import OPEN, RANKING, leaf, scheme, scored
from tests.strategies import ref

GOOD = ClassLimit("Tốt", F(60), each_area_from=F(50))
BEST = ClassLimit("Xuất sắc", F(80), each_area_from=F(50), each_criterion_from=F(40))


def sheet(*reports, classes=(BEST, GOOD, OPEN), **more):
    """Two areas of 10 points, the second of two criteria."""
    leaves = (
        leaf("1.1", 10, "given", points="n1"),
        leaf("2.1", 8, "given", points="n2"),
        leaf("2.2", 2, "given", points="n3"),
    )
    return scored(scheme(*leaves, classes=classes, **more), *reports)


@pytest.mark.parametrize(
    ("facts", "own", "missed"),
    [
        ({"n1": 10, "n2": 8, "n3": 2}, "Xuất sắc", None),
        ({"n1": 10, "n2": 8, "n3": 0}, "Tốt", ("Xuất sắc", [("criterion", "2.2", 0, 40)])),
        ({"n1": 10, "n2": 3, "n3": 1}, "Còn lại", ("Tốt", [("area", "area2", 40, 50)])),
        ({"n1": 4, "n2": 3, "n3": 1}, "Còn lại", None),
        ({"n1": 10, "n2": 5, "n3": 0}, "Tốt", None),
    ],
)
def test_the_highest_class_of_the_index_is_missed_by_named_conditions(facts, own, missed):
    one = sheet(facts)
    found = missed_class(one, 0)
    assert one.class_name(0) == own
    if missed is None:
        assert found is None
    else:
        conditions = [(each.kind, each.place, each.index, each.at_least) for each in found.conditions]
        assert (found.name, conditions) == missed


def test_a_share_just_below_its_limit_does_not_print_as_the_limit():
    leaves = leaf("1.1", 12500, "given", points="n1"), leaf("2.1", 25000, "given", points="n2")
    one = scored(scheme(*leaves, classes=(GOOD, OPEN)), {"n1": 12500, "n2": 12499})
    found = missed_class(one, 0)
    assert found.conditions[0].printed(2) == "49.996"
    assert missed_words(one.scheme, found, "vi") == (
        "chưa đạt điều kiện của Tốt: lĩnh vực 2 Lĩnh vực 2 đạt 49,996%, cần từ 50%"
    )
    assert missed_words(one.scheme, found, "en") == (
        "conditions of Tốt not met: area 2 Lĩnh vực 2 has 49.996% of the 50% asked for"
    )


def test_many_conditions_are_counted_and_not_listed():
    leaves = [leaf(f"1.{n}", 1, "given", points="n1") for n in range(1, 6)] + [leaf("2.1", 95, "given", points="n2")]
    strict = ClassLimit("Tốt", F(60), each_criterion_from=F(50))
    one = scored(scheme(*leaves, classes=(strict, OPEN)), {"n1": 0, "n2": 95})
    words = missed_words(one.scheme, missed_class(one, 0), "vi")
    assert "1.3" in words
    assert "1.4" not in words
    assert words.endswith("và 2 mục khác")


def test_a_class_that_nobody_can_tell_yet_is_not_missed():
    incomplete = replace(RANKING, incomplete="unranked")
    assert missed_class(sheet({"n1": 10, "n2": 8}, ranking=incomplete), 0) is None
    by = ClassLimit("Tốt", F(10), F(50), by_answer=LimitByAnswer(ref("flag"), {"yes": F(10), "no": F(20)}))
    assert missed_class(sheet({"n1": 10, "n2": 0, "n3": 0}, classes=(by, OPEN)), 0) is None
    assert missed_class(sheet({"n1": 10, "n2": 0, "n3": 0, "flag": True}, classes=(by, OPEN)), 0).name == "Tốt"
