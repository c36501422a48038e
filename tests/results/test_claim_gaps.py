"""Points against self-scores: the same as the sheet of the work says line by line."""

from fractions import Fraction as F

import pytest
from hypothesis import given

from cchc_score.app.score_stage import scored_year
from cchc_score.explain.line_pairs import pair_lines
from cchc_score.results.claim_gaps import claim_gaps, lines_of
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.request import Request
from tests.results.years import FINAL, scored_years
from tests.running import EXAMPLES
from tests.strategies import examples, schemes


@pytest.mark.full
@examples(15)
@given(schemes())
def test_lines_are_those_that_two_years_are_compared_on(scheme):
    assert lines_of(scheme) == [pair.after for pair in pair_lines(scheme, scheme)]


@pytest.mark.full
def test_a_published_year():
    scored = scored_year(FolderSource(Request((EXAMPLES / "lam-dong-2025",))), "final")
    # Area by area: 9.5 - 13, 5.5 - 6, 4.5 - 4.75, 16.67 - 17.59; one point was claimed of what the council has taken out.
    assert claim_gaps(scored, settled=False)[0] == F("-5.17")
    gaps = claim_gaps(scored)
    assert gaps[0] == F("-6.17")
    # As `compare self appraised` says it.
    assert round(sum(gaps) / len(gaps), 2) == F("-14.11")


def test_what_one_side_has_not_scored_makes_no_gap():
    assert [gap for gap in claim_gaps(FINAL) if gap is not None] == []


@pytest.mark.full
@examples(12)
@given(scored_years())
def test_where_nobody_has_scored_itself_there_is_no_gap(scored):
    assert set(claim_gaps(scored)) <= {None}
