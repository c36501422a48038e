"""The ends of the index with one criterion known are those that the whole scheme gives, however they are found."""

from unittest import mock

import pytest
from hypothesis import given

from cchc_score.analysis import index_ends as module
from cchc_score.analysis.index_ends import both_ends, index_ends
from cchc_score.analysis.trials import leaf_trials
from cchc_score.engine import held_criteria
from tests.strategies import METHODS, examples, schemes


@pytest.mark.full
@examples(60)
@given(schemes())
def test_a_leaf_that_is_a_term_of_the_total_gives_what_the_whole_scheme_gives(one):
    ends, held = both_ends(one), held_criteria(one)
    for leaf in (leaf for leaf in one.leaves if leaf.number in held):
        trials = leaf_trials(one, leaf, METHODS[leaf.method])
        for trial in trials.try_all()[:3]:
            short = index_ends(trials, trial.facts, ends)
            with mock.patch.object(module, "_adds_up", return_value=False):
                assert index_ends(trials, trial.facts, ends) == short
