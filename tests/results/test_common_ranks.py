"""Ranks of two years, on the criteria that both have."""

import pytest
from hypothesis import given

from cchc_score.app.compare_results import differences_of
from cchc_score.results.common_ranks import common_moves, common_numbers
from tests.results.years import scored_years
from tests.strategies import examples


@pytest.mark.full
@examples(12)
@given(scored_years())
def test_a_year_against_itself_moves_nobody(scored):
    found = differences_of(scored, scored)
    moves = common_moves(found)
    assert all(one.rank_before == one.rank_after and one.before == one.after for one in moves)
    assert len(moves) <= sum(map(bool, scored.sheet.ranks))


@pytest.mark.full
@examples(12)
@given(scored_years())
def test_without_bonus_penalty_and_cuts_shares_are_the_index(scored):
    found = differences_of(scored, scored)
    sheet = scored.sheet
    kinds = {area.kind for area in sheet.scheme.areas}
    rows = {unit.code: row for row, unit in enumerate(sheet.table.units)}
    if kinds == {"normal"}:
        assert len(common_numbers(found)) == len(found.comparison.lines)
        for one in common_moves(found):
            total = sheet.mark(rows[one.unit.code], sheet.total)
            assert one.after == total.index


@pytest.mark.full
@examples(12)
@given(scored_years())
def test_ranks_follow_shares(scored):
    moves = common_moves(differences_of(scored, scored))
    assert [one.rank_after for one in moves] == sorted(one.rank_after for one in moves)
