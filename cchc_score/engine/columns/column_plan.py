"""A scheme arranged for columns: leaves whose rules have one shape stand together, and one pass scores them all."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from cchc_score.engine.columns.column_blocks import Block, PlannedLeaf, build_block
from cchc_score.engine.columns.fact_terms import Array, answer_codes, factor_shares, sum_terms
from cchc_score.engine.columns.gate_columns import CriterionGate, GateTerms, leaf_gates
from cchc_score.engine.combine import held_criteria
from cchc_score.engine.contradictions import WHOLE_PERCENT
from cchc_score.engine.leaf_order import gates_on_criteria, leaf_order
from cchc_score.engine.leaves import places_within
from cchc_score.methods import Asked, Method, Rule, most_of, within_of
from cchc_score.model import NUMBERS, Criterion, FactRef, Indicator, Outcome, Scheme, gates_before
from cchc_score.signed_sums import sum_decimals


@dataclass(frozen=True, slots=True)
class KnownColumns:
    """Which columns the leaves need, and the outcome when one of them is unknown.

    `first` is the first column of every leaf; `more` has the leaves that need a second, a third, ... and those.
    """

    first: Array
    more: tuple[tuple[Array, Array], ...]
    otherwise: Array
    mixed: tuple[tuple[int, tuple[int, ...]], ...]


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
    gates: tuple[GateTerms | CriterionGate, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The leaves that columns can score, each at its position, and how; `late` are in the order of scoring."""

    entries: tuple[PlannedLeaf, ...]
    blocks: tuple[Block, ...]
    most: Array
    known: KnownColumns
    gates: tuple[GateTerms, ...]
    late: tuple[LateLeaf, ...]
    percents: tuple[PercentColumn, ...]


def scorable(scheme: Scheme, methods: Mapping[str, Method]) -> list[Criterion]:
    """The leaves assessed this year whose method has a column form."""
    assessed = held_criteria(scheme)
    return [leaf for leaf in scheme.leaves if leaf.number in assessed and methods[leaf.method].column is not None]


def build_plan(scheme: Scheme, methods: Mapping[str, Method], codes: Sequence[str]) -> Plan:
    """The plan for a table with these columns; a fact that has none is the column after the last."""
    where = {code: position for position, code in enumerate(codes)}
    leaves = scorable(scheme, methods)
    entries = [_entry(scheme, leaf, position, methods[leaf.method], where) for position, leaf in enumerate(leaves)]
    groups: dict[object, list[PlannedLeaf]] = defaultdict(list)
    for entry in entries:
        groups[entry.shape].append(entry)
    most = [int(leaf.max_points * 10**scheme.decimals) for leaf in leaves]
    positions = {leaf.number: position for position, leaf in enumerate(leaves)}
    gated = {leaf.number: leaf_gates(scheme, leaf, positions[leaf.number], where) for leaf in leaves}
    late = [leaf.number for leaf in leaf_order(scheme.criteria) if gates_on_criteria(scheme.criteria, leaf)]
    waiting = {positions[number] for number in late if number in positions}
    return Plan(
        entries=tuple(entries),
        blocks=tuple(build_block(members) for members in groups.values()),
        most=np.array(most, np.int64).reshape(-1, 1),
        known=_known(scheme, [facts_of_rule(leaf, methods[leaf.method]) for leaf in leaves], where),
        gates=tuple(
            gate
            for gates in gated.values()
            for gate in gates
            if isinstance(gate, GateTerms) and gate.position not in waiting
        ),
        late=tuple(LateLeaf(number, positions[number], gated[number]) for number in late if number in positions),
        percents=tuple(_percents(scheme, leaves, methods, where)),
    )


def _percents(
    scheme: Scheme, leaves: Sequence[Criterion], methods: Mapping[str, Method], where: Mapping[str, int]
) -> Iterator[PercentColumn]:
    users: dict[str, list[int]] = defaultdict(list)
    for position, leaf in enumerate(leaves):
        refs = (*methods[leaf.method].facts(leaf.settings), *leaf_gate_refs(scheme, leaf))
        for code in dict.fromkeys(code for ref in refs if ref for code in ref.codes):
            if scheme.indicators[code].kind == "percent" and code in where:
                users[code].append(position)
    for code, positions in users.items():
        yield PercentColumn(where[code], WHOLE_PERCENT * 10 ** scheme.indicators[code].decimals, tuple(positions))


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


def _known(scheme: Scheme, facts: Sequence[Sequence[str]], where: Mapping[str, int]) -> KnownColumns:
    unknown = len(where)
    columns = [[where.get(code, unknown) for code in codes] for codes in facts]
    otherwise, mixed = [], []
    for position, codes in enumerate(facts):
        reported = tuple(where.get(code, unknown) for code in codes if scheme.indicators[code].source == "report")
        otherwise.append(Outcome.MISSING if reported else Outcome.PENDING)
        # With facts of both kinds the outcome depends on which of them is unknown.
        if reported and len(reported) < len(codes):
            mixed.append((position, reported))
    # A leaf that needs nothing would not be a rule: every method has a fact.
    first = np.array([needed[0] for needed in columns], np.int64)
    more = []
    for turn in range(1, max(map(len, columns), default=0)):
        further = [(position, needed[turn]) for position, needed in enumerate(columns) if len(needed) > turn]
        more.append((np.array([position for position, _ in further]), np.array([column for _, column in further])))
    return KnownColumns(first, tuple(more), np.array(otherwise, np.uint8).reshape(-1, 1), tuple(mixed))
