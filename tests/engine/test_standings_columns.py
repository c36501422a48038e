"""Standings of whole columns: those that the row form gives, whether keys are counted or sorted."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine.columns.standings_columns import ranks_by
from cchc_score.engine.ranking import rank
from tests.engine.schemes import RANKING, leaf, scheme
from tests.strategies import examples, ref

SCHEME = scheme(leaf("1.1", 2, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"))
FEW, MANY, WIDE = 1, 2**40, 2**59
"""By what keys are multiplied: few enough to be counted, sorted with their rows, or too wide for that."""


@pytest.mark.parametrize("ties", ["standard", "dense", "list"])
@pytest.mark.parametrize("apart", [FEW, MANY, WIDE])
@given(st.lists(st.tuples(st.integers(0, 7), st.booleans(), st.sampled_from("xp"))))
@examples(30)
def test_ranks_of_columns_are_those_of_rows(ties, apart, units):
    keys, rankable = [key * apart for key, _, _ in units], [ranked for _, ranked, _ in units]
    kinds = [kind for _, _, kind in units]
    found = ranks_by(
        np.array(keys, np.int64), np.array(rankable, bool), kinds, replace(SCHEME, ranking=replace(RANKING, ties=ties))
    )
    wanted = [key if ranked else None for key, ranked in zip(keys, rankable, strict=True)]
    assert found.tolist() == rank(wanted, kinds, ties)
