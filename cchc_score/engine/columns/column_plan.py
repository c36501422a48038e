"""A scheme arranged for columns: leaves whose rules have one shape stand together, and one pass scores them all."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from cchc_score.engine.columns.column_blocks import Block, PlannedLeaf, build_block
from cchc_score.engine.columns.fact_terms import (
    Array,
    answer_codes,
    factor_shares,
    sum_terms,
)
from cchc_score.engine.columns.gate_columns import (
    CriterionGate,
    GateBlock,
    GateTerms,
    gate_block,
    gate_blocks,
    leaf_gates,
)
from cchc_score.engine.columns.known_columns import KnownColumns, known_columns
from cchc_score.engine.combine import held_criteria
from cchc_score.engine.contradictions import WHOLE_PERCENT
from cchc_score.engine.leaf_order import gates_on_criteria, leaf_order
from cchc_score.engine.leaves import places_within
from cchc_score.methods import Asked, Method, Rule, most_of, within_of
from cchc_score.model import NUMBERS, Criterion, FactRef, Indicator, Scheme, gates_before
from cchc_score.signed_sums import sum_decimals


class PercentColumn(NamedTuple):
    """A column of percentages: the largest that it may hold, and the positions of the leaves that look at it."""

    column: int
    most: int
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LateLeaf:
    """A leaf whose gates can be looked at only when the criteria that they name are scored."""

    number: str
    position: int
    gates: tuple[GateBlock | CriterionGate, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The leaves that columns can score, each at its position, and how; `late` are in the order of scoring.

    A position is the row of a leaf in the matrices of all marks.
    """

    entries: Mapping[int, PlannedLeaf]
    rows: Array | slice
    """The positions of the leaves, in the order of `known`."""
    blocks: tuple[Block, ...]
    most: Array
    """The most points of a leaf by its position, in steps."""
    known: KnownColumns
    gates: tuple[GateBlock, ...]
    late: tuple[LateLeaf, ...]
    percents: tuple[PercentColumn, ...]


def scorable(scheme: Scheme, methods: Mapping[str, Method]) -> list[Criterion]:
    """The leaves assessed this year whose method has a column form."""
    assessed = held_criteria(scheme)
    return [leaf for leaf in scheme.leaves if leaf.number in assessed and methods[leaf.method].column is not None]


def build_plan(
    scheme: Scheme, methods: Mapping[str, Method], codes: Sequence[str], positions: Mapping[str, int]
) -> Plan:
    """The plan for a table with these columns; a fact that has none is the column after the last.

    `positions` has the position of every leaf, and of whatever else has one.
    """
    where = {code: position for position, code in enumerate(codes)}
    leaves = scorable(scheme, methods)
    entries = [_entry(scheme, leaf, positions[leaf.number], methods[leaf.method], where) for leaf in leaves]
    groups: dict[object, list[PlannedLeaf]] = defaultdict(list)
    for entry in entries:
        groups[entry.shape].append(entry)
    most = np.zeros((len(positions), 1), np.int64)
    for leaf in leaves:
        most[positions[leaf.number]] = int(leaf.max_points * 10**scheme.decimals)
    planned = {leaf.number for leaf in leaves}
    gated = {leaf.number: leaf_gates(scheme, leaf, positions[leaf.number], where) for leaf in leaves}
    late = [leaf.number for leaf in leaf_order(scheme.criteria) if gates_on_criteria(scheme.criteria, leaf)]
    late = [number for number in late if number in planned]
    return Plan(
        entries={entry.position: entry for entry in entries},
        rows=_together([entry.position for entry in entries]),
        blocks=tuple(build_block(members) for members in groups.values()),
        most=most,
        known=known_columns(scheme, [facts_of_rule(leaf, methods[leaf.method]) for leaf in leaves], where),
        gates=gate_blocks(gates for number, gates in gated.items() if number not in late),
        late=tuple(_late(number, positions[number], gated[number]) for number in late),
        percents=tuple(_percents(scheme, leaves, methods, where, positions)),
    )


def _together(rows: list[int]) -> Array | slice:
    """Rows as a slice where they follow one another, which is written without a copy."""
    first = rows[0]
    return slice(first, first + len(rows)) if rows == list(range(first, first + len(rows))) else np.array(rows)


def _late(number: str, position: int, gates: Sequence[GateTerms | CriterionGate]) -> LateLeaf:
    # One after the other: each leaf has its own order of gates on facts and on criteria.
    blocks = (gate if isinstance(gate, CriterionGate) else gate_block([gate]) for gate in gates)
    return LateLeaf(number, position, tuple(blocks))


def _percents(
    scheme: Scheme,
    leaves: Sequence[Criterion],
    methods: Mapping[str, Method],
    where: Mapping[str, int],
    positions: Mapping[str, int],
) -> Iterator[PercentColumn]:
    users: dict[str, list[int]] = defaultdict(list)
    for leaf in leaves:
        refs = (*methods[leaf.method].facts(leaf.settings), *leaf_gate_refs(scheme, leaf))
        for code in dict.fromkeys(code for ref in refs if ref for code in ref.codes):
            if scheme.indicators[code].kind == "percent" and code in where:
                users[code].append(positions[leaf.number])
    for code, users_of in users.items():
        yield PercentColumn(where[code], WHOLE_PERCENT * 10 ** scheme.indicators[code].decimals, tuple(users_of))


def leaf_gate_refs(scheme: Scheme, leaf: Criterion) -> list[FactRef]:
    """The facts that the gates before a leaf look at."""
    return [ref for gate in gates_before(scheme.criteria, leaf) for ref in gate.refs]


def facts_of_rule(leaf: Criterion, method: Method) -> tuple[str, ...]:
    """The indicators that must be known once the gate is open."""
    # A factor that says what silence keeps needs no answer.
    factor = leaf.factor.fact if leaf.factor and leaf.factor.unsaid is None else None
    refs = [*method.facts(leaf.settings), factor]
    return tuple(dict.fromkeys(code for ref in refs if ref for code in ref.codes))


def _entry(scheme: Scheme, leaf: Criterion, position: int, method: Method, where: Mapping[str, int]) -> PlannedLeaf:
    asked = method.asked(leaf.settings)
    numbers = [_is_number(scheme.indicators, parameter) for parameter in asked]
    used = [parameter.ref for parameter, number in zip(asked, numbers, strict=True) if parameter.ref and number]
    scale = 10 ** max((sum_decimals(ref, scheme.indicators) for ref in used), default=0)
    decimals = scheme.decimals_of(leaf)
    rule = Rule(leaf.number, leaf.max_points, leaf.settings, decimals)
    answers = tuple(
        answer_codes(scheme.indicators[parameter.ref.codes[0]]) if parameter.ref else () for parameter in asked
    )
    terms = tuple(
        None if parameter.ref is None else sum_terms(scheme.indicators, parameter.ref, scale if number else 1, where)
        for parameter, number in zip(asked, numbers, strict=True)
    )
    most = most_of(method, rule)
    # Rounded down: a whole number above the limit is above its whole part too.
    limits = tuple(int(most[name] * scale) if name in most else None for name, _, _ in asked)
    assert method.column is not None
    constants = method.column.constants(rule, scale, answers)
    return PlannedLeaf(
        leaf=leaf,
        position=position,
        step=10 ** (scheme.decimals - decimals),
        form=method.column,
        constants=constants,
        terms=terms,
        shares=factor_shares(scheme, leaf, where),
        most=limits,
        within=places_within(within_of(method, rule), [name for name, _, _ in asked]),
    )


def _is_number(indicators: Mapping[str, Indicator], asked: Asked) -> bool:
    """Whether a fact is scaled: what a setting takes as a number, and a number asked for by its own code."""
    return asked.number or (asked.ref is not None and indicators[asked.ref.codes[0]].kind in NUMBERS)
