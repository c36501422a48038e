"""A plugin's column form that is not its row form never decides points: the rows do."""

from dataclasses import replace
from fractions import Fraction as F

import numpy as np
import pytest

from cchc_score.engine.columns.column_contract import LOOKS, same_as_rows, well_formed
from cchc_score.engine.leaves import Leaf
from cchc_score.facts import table
from cchc_score.methods import ColumnForm, Marks, NoSettings, per_commune
from cchc_score.model import Unit
from tests.engine.schemes import leaf, scheme
from tests.engine.test_columns import same


def facts_of(one, values):
    listed = [Unit(f"u{row}", f"Đơn vị {row}") for row in range(len(values))]
    return table(listed, one.indicators, {(row, "n1"): F(n) for row, n in enumerate(values) if n is not None})


def method(function):
    """Half a point for each of n1 up to 4, with this column form."""

    @per_commune("law.half", column=ColumnForm(lambda *_: {}, function, lambda c, n1: 100 * n1 + 2000))
    def half(rule, n1):
        return None if n1 == 13 else min(rule.max_points, n1 / 2)

    return {"law.half": half}


def right(c, n1):
    return Marks((50 * n1).clip(None, 400), 1, n1 != 13)


FAULTS = {
    "raises": lambda c, n1: 1 // 0,
    "nothing": lambda c, n1: None,
    "float": lambda c, n1: Marks(50.0 * n1),
    "shape": lambda c, n1: Marks(np.zeros((3, 7), np.int64)),
    "nought": lambda c, n1: Marks(50 * n1, 0),
    "mask": lambda c, n1: Marks((50 * n1).clip(None, 400), 1, n1),
    "negative": lambda c, n1: Marks(-50 * n1),
    "above": lambda c, n1: Marks(50 * n1, 1, n1 != 13),
    "other": lambda c, n1: Marks((40 * n1).clip(None, 400), 1, n1 != 13),
    "applies": lambda c, n1: Marks((50 * n1).clip(None, 400)),
}


@pytest.mark.parametrize("rounding", ["criterion", "never"])
@pytest.mark.parametrize("function", [right, *FAULTS.values()], ids=["right", *FAULTS])
def test_points_are_those_of_the_row_form(function, rounding):
    one = scheme(replace(leaf("1.1", 4, "law.half"), settings=NoSettings()), rounding=rounding)
    assert same(one, method(function), facts_of(one, [*range(20), None]))


@pytest.mark.parametrize("function", [right, lambda c, n1: Marks(np.minimum(50 * n1, 400), np.int64(1), n1 != 13)])
def test_a_right_form_is_used(function):
    own = method(function)["law.half"]
    one = scheme(replace(leaf("1.1", 4, "law.half"), settings=NoSettings()))
    facts = facts_of(one, range(3 * LOOKS))
    given = function(None, np.array([range(3 * LOOKS)]))
    scored = np.ones((1, 3 * LOOKS), bool)
    assert well_formed(given, scored.shape, scored, np.array([[400]]))
    assert same_as_rows(given, [Leaf(one, one.criteria["1.1"], own, facts)], 100, scored, 0)


def test_what_is_not_known_may_stand_for_anything():
    assert well_formed(Marks(np.array([[900, 1]])), (1, 2), np.array([[False, True]]), np.array([[400]]))
