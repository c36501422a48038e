"""What comparing gives: two scored stages and what makes them differ; and its JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cchc_score.explain.comparison import Comparison, Move, Part, UnitPosition
from cchc_score.points import plain
from cchc_score.results.result_json import SCHEMA_VERSION, basis_data, number_data
from cchc_score.results.scored import ScoredStage


@dataclass(frozen=True, slots=True)
class Differences:
    """Two scored stages and what makes them differ; with `rows` of the later one, line by line for these units."""

    before: ScoredStage
    after: ScoredStage
    comparison: Comparison
    rows: tuple[int, ...] = ()

    @property
    def moves(self) -> tuple[Move, ...]:
        """How the units of `rows` moved, or all units where there are no rows."""
        return tuple(move for move in self.comparison.moves if not self.rows or move.row in self.rows)

    @property
    def points_decimals(self) -> int:
        """How many decimals the totals of both sides are printed with."""
        # One number of decimals on both sides, and the finer one, so that neither loses a digit.
        return max(scored.decimals_at("total") for scored in (self.before, self.after))

    @property
    def part_decimals(self) -> int:
        """How many decimals the points of lines are printed with: those of the finest of both sides."""
        return max(scored.sheet.scheme.decimals for scored in (self.before, self.after))

    @property
    def index_decimals(self) -> int:
        """How many decimals the indices of both sides are printed with."""
        return max(scored.sheet.scheme.index_decimals for scored in (self.before, self.after))


def differences_data(result: Differences, names: tuple[str, str]) -> dict[str, Any]:
    """Both sides by their names, and every unit with the parts that add up to its differences."""
    comparison = result.comparison
    before, after = comparison.before.table.units, comparison.after.table.units
    return {
        "schema_version": SCHEMA_VERSION,
        "a": {"name": names[0], **_side_data(result.before)},
        "b": {"name": names[1], **_side_data(result.after)},
        "units": [_move_data(result, move) for move in result.moves],
        "only_in_a": [before[row].code for row in comparison.gone],
        "only_in_b": [after[row].code for row in comparison.new],
        "criteria_only_in_a": [line.before for line in comparison.lines if line.after is None],
        "criteria_only_in_b": [line.after for line in comparison.lines if line.before is None],
        # Only where common lines alone are compared.
        **({} if comparison.alone is None else {"nothing_common": [after[row].code for row in comparison.alone]}),
    }


def _side_data(scored: ScoredStage) -> Mapping[str, Any]:
    # The version of the JSON stands once, above both sides.
    return {key: value for key, value in basis_data(scored).items() if key != "schema_version"}


def _move_data(result: Differences, move: Move) -> dict[str, Any]:
    comparison = result.comparison
    unit = comparison.after.table.units[move.row]
    with_index = move.index_change is not None
    return {
        "code": unit.code,
        "name": unit.name,
        "before": _state_data(move.before, result),
        "after": _state_data(move.after, result),
        "predecessors": [comparison.before.table.units[row].code for row in move.origins],
        "points": plain(move.change),
        "points_common": plain(move.common),
        "index": None if move.index_change is None else plain(move.index_change),
        "parts": [
            {
                "before": part.line.before,
                "after": part.line.after,
                "points": plain(part.change),
                "index": plain(move.share(part.change)) if with_index else None,
            }
            for part in move.parts
            # Parts without a change add nothing, so that the others still add up.
            if part.change
        ],
        "cut": plain(move.cut),
        "cut_index": plain(move.share(move.cut)) if with_index else None,
        "denominator_index": plain(move.denominator) if with_index else None,
        **({} if comparison.alone is None else {"apart": [_apart_data(part) for part in move.apart]}),
    }


def _apart_data(part: Part) -> dict[str, str | None]:
    """A line that one side did not score; null stands on that side."""
    return {
        "before": part.line.before,
        "after": part.line.after,
        "points_before": None if part.before is None else plain(part.before),
        "points_after": None if part.after is None else plain(part.after),
    }


def _state_data(state: UnitPosition, result: Differences) -> dict[str, Any]:
    return {
        "points": number_data(state.points, result.points_decimals),
        "reachable": number_data(state.reachable, result.points_decimals),
        "index": None if state.index is None else number_data(state.index, result.index_decimals),
        "rank": state.rank or None,
        "certain": state.certain,
    }
