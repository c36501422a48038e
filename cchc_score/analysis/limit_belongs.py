"""To which side of a limit a figure exactly on it belongs: 'from 80' takes 80 in, 'above 80' does not."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Literal

from cchc_score.analysis.limits import Edge, rule_of
from cchc_score.facts import Table, total
from cchc_score.methods import Method
from cchc_score.model import Criterion
from cchc_score.sheet import ScoreSheet
from cchc_score.signed_sums import sum_decimals

Side = Literal["under", "over"]


def edge_side(sheet: ScoreSheet, leaf: Criterion, method: Method, edge: Edge, row: int | None) -> Side:
    """The side of a limit whose points the unit at `row`, which stands on it, has; None: no unit stands there.

    It is the side from which one smallest step of the figure changes the points less. Where that says nothing, a limit
    is reached by standing on it, and a day is kept by its end.
    """
    if edge.kind == "answer" or edge.at is None:
        return "over"
    if edge.kind == "day":
        return "under"
    # A figure is never below 0, and a limit there can only set the 0 apart.
    if edge.at == 0:
        return "under"
    if row is None or method.peers:
        return "over"
    points = _points_about(sheet, leaf, method, edge, row)
    if points is None:
        return "over"
    below, on, above = points
    return "under" if abs(on - below) < abs(above - on) else "over"


def _points_about(
    sheet: ScoreSheet, leaf: Criterion, method: Method, edge: Edge, row: int
) -> Sequence[Fraction] | None:
    """The points of one step below a limit, on it and one step above it; None where the method does not tell."""
    asked = method.asked(leaf.settings)
    at = next((place for place, fact in enumerate(asked) if fact.ref == edge.ref and fact.number), None)
    # The limit of a gate is none of the method's.
    if at is None:
        return None
    facts = [_argument(sheet.table, row, fact.ref, fact.number) for fact in asked]
    step = Fraction(1, 10 ** sum_decimals(edge.ref, sheet.scheme.indicators))
    rule = rule_of(sheet.scheme, leaf)
    try:
        given = [method.function(rule, *facts[:at], facts[at] + sign * step, *facts[at + 1 :]) for sign in (-1, 0, 1)]
    except Exception:
        # A plugin's own code, asked for figures that no unit may have: scoring itself tells what is broken in it.
        return None
    # What does not apply is told from every number of points.
    return [Fraction(-1) if points is None else Fraction(points) for points in given]


def _argument(table: Table, row: int, ref: Any, number: bool) -> Any:
    if ref is None:
        return None
    if not all(table.known(row, code) for code in ref.codes):
        return Fraction(0) if number else None
    return total(table, row, ref) if number else table.value(row, ref.codes[0])
