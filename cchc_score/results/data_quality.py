"""On what the points of each unit rest: how many criteria are missing, pending, in doubt or set by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_score.engine import not_chosen
from cchc_score.model import Outcome
from cchc_score.results.scored import ScoredStage


@dataclass(frozen=True, slots=True)
class UnitQuality:
    """Numbers of criteria with a rule of their own, of one unit; `left_out` are entries of the appraisal.

    `failed`, `missing` and `pending` are outcomes, `in_doubt` rest on a figure in doubt, `by_hand` were set by people.
    """

    failed: int = 0
    missing: int = 0
    pending: int = 0
    in_doubt: int = 0
    by_hand: int = 0
    left_out: int = 0


def unit_qualities(scored: ScoredStage, rows: Sequence[int]) -> dict[int, UnitQuality]:
    """The quality of the data of some units, by row."""
    leaves = [leaf.number for leaf in scored.sheet.scheme.leaves if leaf.number in scored.assessed]
    left_out = scored.left_out
    by_hand = scored.sheet.by_hand - scored.taken_out.keys()
    return {row: _quality(scored, row, leaves, by_hand, len(left_out.get(row, ()))) for row in rows}


def _quality(
    scored: ScoredStage, row: int, leaves: Sequence[str], by_hand: frozenset[tuple[int, str]], left_out: int
) -> UnitQuality:
    sheet, table = scored.sheet, scored.sheet.table
    others = not_chosen(sheet.scheme, table, row)
    own = [number for number in leaves if number not in others]
    outcomes = [int(sheet.criteria[number].outcome[row]) for number in own]
    return UnitQuality(
        failed=outcomes.count(int(Outcome.FAILED)),
        missing=outcomes.count(int(Outcome.MISSING)),
        pending=outcomes.count(int(Outcome.PENDING)),
        in_doubt=sum(table.doubted(row, scored.facts[number]) for number in own) if row in scored.doubtful else 0,
        # A self-score sets every mark by hand, which is nothing to be told of it.
        by_hand=0 if scored.stage == "self" else sum((row, number) in by_hand for number in own),
        left_out=left_out,
    )
