"""Every word of the model that people read has its label in both languages."""

from typing import get_args

import pytest

from cchc_score.appraisal.appraisal_model import STAGES, EntryEnding
from cchc_score.appraisal.marks import OUTCOMES
from cchc_score.catalogue import labels
from cchc_score.findings import Severity
from cchc_score.model import Kind, Outcome, Source

NAMES = {outcome.name for outcome in Outcome}


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (labels.SEVERITIES, set(get_args(Severity))),
        (labels.OUTCOMES, NAMES - {"SCORED"}),
        (labels.MARK_OUTCOMES, NAMES - {"SCORED"}),
        (labels.CASE_OUTCOMES, NAMES),
        (labels.STAGES, set(STAGES)),
        (labels.SOURCES, set(get_args(Source))),
        (labels.GIVERS, set(get_args(Source))),
        (labels.INDICATOR_KINDS, set(get_args(Kind))),
        (labels.ENDINGS, set(get_args(EntryEnding))),
    ],
)
def test_a_table_has_every_word_in_both_languages_and_no_two_alike(table, wanted):
    assert set(table) == wanted
    for language in zip(*table.values(), strict=True):
        assert all(language)
        assert len(set(language)) == len(language)


def test_what_stands_in_place_of_points_is_read_as_it_is_written():
    for name, words in labels.MARK_OUTCOMES.items():
        if name != "FAILED":
            assert {OUTCOMES[word] for word in words} == {Outcome[name]}
    assert not set(labels.MARK_OUTCOMES["FAILED"]) & set(OUTCOMES)
