"""Where the units of a year lie about the limits of a scheme: on which side of each, how many near it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from cchc_score.analysis.limit_belongs import edge_side
from cchc_score.analysis.limit_places import NEVER, nearness, place_of
from cchc_score.analysis.limits import Edge, edges_of, gives_limits
from cchc_score.engine import held_criteria
from cchc_score.engine.known_facts import answer_of
from cchc_score.facts import Table, total
from cchc_score.methods import Method
from cchc_score.model import Criterion, FactRef
from cchc_score.sheet import ScoreSheet

Figures = dict[Any, list[int]]
"""The rows of the units by their figure: a nation has many units, and fewer different figures."""
Verdict = Literal["divides", "all_over", "all_under", "nobody"]
"""Units on both sides; all on one; no unit has a figure to be held against the limit."""


@dataclass(frozen=True, slots=True)
class LimitSides:
    """How many units lie below a limit, on it and above it; `side` is the one that what stands on it belongs to.

    Days are below up to a deadline and above after it. Of an answer `on` are those who give it, `under` the others.
    `near` counts those on it as well. `open` are units without such a figure, or whose marks no rule gives.
    """

    criterion: str
    edge: Edge
    under: int
    on: int
    over: int
    near: int
    open: int
    side: Literal["under", "over"]

    @property
    def verdict(self) -> Verdict:
        """Whether the limit sets units apart."""
        below = self.under + (self.on if self.side == "under" else 0)
        above = self.over + (self.on if self.side == "over" else 0)
        if below and above:
            return "divides"
        return "all_over" if above else "all_under" if below else "nobody"


def limit_sides(sheet: ScoreSheet, methods: Mapping[str, Method]) -> tuple[LimitSides, ...]:
    """Every limit of the criteria that are held, in the order of the scheme.

    A limit at 0 on which nobody stands is the floor of its figures and left out.
    """
    held = held_criteria(sheet.scheme)
    leaves = [leaf for leaf in sheet.scheme.leaves if leaf.number in held]
    found = (one for leaf in leaves for one in _leaf_sides(sheet, leaf, methods[leaf.method]))
    return tuple(one for one in found if one.on or one.edge.at != 0)


def unlimited(sheet: ScoreSheet, methods: Mapping[str, Method]) -> tuple[str, ...]:
    """The criteria that are held and do not name all the places at which their points change."""
    held = held_criteria(sheet.scheme)
    leaves = [leaf for leaf in sheet.scheme.leaves if leaf.number in held]
    return tuple(leaf.number for leaf in leaves if not gives_limits(sheet.scheme, leaf, methods[leaf.method]))


def _leaf_sides(sheet: ScoreSheet, leaf: Criterion, method: Method) -> Iterator[LimitSides]:
    # A mark that a person set, or a decision took out, owes nothing to the limit.
    rows = [row for row in range(len(sheet.table.units)) if (row, leaf.number) not in sheet.by_hand]
    kept: dict[tuple[str, FactRef, FactRef | None], Figures] = {}
    for edge in edges_of(sheet.scheme, leaf, method):
        # The limits of one fact lie on the same figures, which are made once.
        key = edge.kind, edge.ref, edge.whole
        if key not in kept:
            kept[key] = _figures(sheet.table, rows, edge)
        yield _sides(sheet, leaf, method, edge, kept[key])


def _figures(table: Table, rows: Sequence[int], edge: Edge) -> Figures:
    found: Figures = {}
    for row in rows:
        for value in _figure(table, row, edge):
            found.setdefault(value, []).append(row)
    return found


def _figure(table: Table, row: int, edge: Edge) -> Iterator[Any]:
    """What a unit has to be held against a limit; nothing where a fact is unknown, or of a share of nothing."""
    if not _is_known(table, row, edge.ref) or (edge.whole is not None and not _is_known(table, row, edge.whole)):
        return
    if edge.kind == "day":
        yield table.value(row, edge.ref.codes[0]) or NEVER
    elif edge.kind == "answer":
        yield answer_of(table, row, edge.ref)
    elif edge.whole is None:
        yield total(table, row, edge.ref)
    elif whole := total(table, row, edge.whole):
        yield 100 * total(table, row, edge.ref) / whole


def _is_known(table: Table, row: int, ref: FactRef) -> bool:
    return all(table.known(row, code) for code in ref.codes)


def _sides(sheet: ScoreSheet, leaf: Criterion, method: Method, edge: Edge, figures: Figures) -> LimitSides:
    places, near, is_near = Counter[int](), 0, nearness(edge)
    for value, rows in figures.items():
        places[place_of(edge, value)] += len(rows)
        near += len(rows) if is_near(value) else 0
    on_it = next((rows[0] for value, rows in figures.items() if not place_of(edge, value)), None) if places[0] else None
    return LimitSides(
        criterion=leaf.number,
        edge=edge,
        under=places[-1],
        on=places[0],
        over=places[1],
        near=near,
        open=len(sheet.table.units) - places.total(),
        side=edge_side(sheet, leaf, method, edge, on_it),
    )
