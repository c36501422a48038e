"""A scheme arranged for columns: leaves whose rules have one shape stand together, and one pass scores them all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, lcm
from types import SimpleNamespace
from typing import Any

import numpy as np

from cchc_score.engine.combine import held
from cchc_score.methods import Asked, ColumnForm, Constants, Method, Rule, most_of
from cchc_score.model import NUMBERS, Criterion, FactRef, Indicator, Outcome, Scheme

Array = np.ndarray[Any, Any]
Terms = tuple[tuple[int, int], ...]
"""A fact as columns and factors: a signed sum, brought to one power of ten."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One leaf with its method's constants, the terms of each parameter, and those of its factor."""

    leaf: Criterion
    place: int
    form: ColumnForm
    constants: Constants
    terms: tuple[Terms | None, ...]
    shares: tuple[int, tuple[int, ...], tuple[int, ...]] | None
    most: tuple[int | None, ...]

    @property
    def shape(self) -> object:
        """What leaves of one block have in common."""
        sizes = tuple((name, len(one) if isinstance(one, tuple) else None) for name, one in self.constants.items())
        return id(self.form), sizes, tuple(one is None for one in self.terms), self.shares and len(self.shares[1])

    @property
    def contradictable(self) -> bool:
        """Whether known facts can contradict the rule: a signed sum below 0, or a value above its most."""
        signed = any(factor < 0 for one in self.terms if one for _, factor in one)
        return signed or any(one is not None for one in self.most)


@dataclass(frozen=True, slots=True)
class Block:
    """Leaves of one shape: constants as columns (in both sizes of integer), their largest magnitudes, the widest."""

    entries: tuple[Entry, ...]
    rows: Array
    constants: Mapping[Any, SimpleNamespace]
    largest: SimpleNamespace
    widest: int
    simple: tuple[Array | None, ...]
    shares: tuple[Array, Array, Array] | None
    contradictable: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Which columns the leaves need, and the outcome when one of them is unknown.

    `first` is the first column of every leaf; `more` has the leaves that need a second, a third, ... and those.
    """

    first: Array
    more: tuple[tuple[Array, Array], ...]
    otherwise: Array
    mixed: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class GateTerms:
    """A gate as columns: the leaf's place, the terms and limit (or the answers), and the columns it needs."""

    place: int
    terms: Terms
    limit: int
    answers: tuple[int, ...] | None
    otherwise: str
    reported: tuple[int, ...]
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The leaves that columns can score, in the order of `places`, and how."""

    entries: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    most: Array
    known: Known
    gates: tuple[GateTerms, ...]


def scorable(scheme: Scheme, methods: Mapping[str, Method]) -> list[Criterion]:
    """The leaves assessed this year whose method has a column form."""
    assessed = held(scheme)
    return [leaf for leaf in scheme.leaves if leaf.number in assessed and methods[leaf.method].column is not None]


def plan(scheme: Scheme, methods: Mapping[str, Method], codes: Sequence[str]) -> Plan:
    """The plan for a table with these columns; a fact that has none is the column after the last."""
    where = {code: place for place, code in enumerate(codes)}
    leaves = scorable(scheme, methods)
    entries = [_entry(scheme, leaf, place, methods[leaf.method], where) for place, leaf in enumerate(leaves)]
    groups: dict[object, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.shape].append(entry)
    most = [int(leaf.max_points * 10**scheme.decimals) for leaf in leaves]
    gates = tuple(_gate(scheme, leaf, place, where) for place, leaf in enumerate(leaves) if leaf.gate is not None)
    return Plan(
        tuple(entries),
        tuple(block(members) for members in groups.values()),
        np.array(most, np.int64).reshape(-1, 1),
        _known(scheme, [facts_of_rule(leaf, methods[leaf.method]) for leaf in leaves], where),
        gates,
    )


def facts_of_rule(leaf: Criterion, method: Method) -> tuple[str, ...]:
    """The indicators that must be known once the gate is open."""
    refs = [*method.facts(leaf.settings), leaf.factor and leaf.factor.fact]
    return tuple(dict.fromkeys(code for ref in refs if ref for code in ref.codes))


def block(entries: Sequence[Entry]) -> Block:
    """The block of some entries of one shape."""
    names = entries[0].constants
    columns = {name: _stacked([entry.constants[name] for entry in entries]) for name in names}
    constants: dict[Any, SimpleNamespace] = {
        np.int64: SimpleNamespace(**columns),
        np.int32: SimpleNamespace(**{name: _narrow(one) for name, one in columns.items()}),
    }
    largest = SimpleNamespace(**{name: _largest([entry.constants[name] for entry in entries]) for name in names})
    simple = tuple(_simple([entry.terms[n] for entry in entries]) for n in range(len(entries[0].terms)))
    shares = None
    if entries[0].shares is not None:
        given = [entry.shares for entry in entries if entry.shares is not None]
        kept, whole = (np.array([one[n] for one in given], np.int64) for n in (1, 2))
        shares = (np.array([one[0] for one in given]), kept, whole)
    flat = [one for value in vars(largest).values() for one in (value if isinstance(value, tuple) else (value,))]
    rows = np.array([entry.place for entry in entries])
    wary = tuple(row for row, entry in enumerate(entries) if entry.contradictable)
    return Block(tuple(entries), rows, constants, largest, max(flat, default=0), simple, shares, wary)


def _stacked(values: Sequence[int | tuple[int, ...]]) -> Array | tuple[Array, ...]:
    if isinstance(values[0], tuple):
        return tuple(_stacked(column) for column in zip(*values, strict=True))  # type: ignore[misc]
    wide = any(abs(value) >= 2**62 for value in values if isinstance(value, int))
    return np.array(values, object if wide else np.int64).reshape(-1, 1)


def _narrow(column: Array | tuple[Array, ...]) -> Array | tuple[Array, ...]:
    if isinstance(column, tuple):
        return tuple(_narrow(one) for one in column)  # type: ignore[misc]
    # Only used where the bound says that every constant fits.
    return column.astype(np.int64).astype(np.int32) if column.dtype != object else column


def _largest(values: Sequence[int | tuple[int, ...]]) -> int | tuple[int, ...]:
    if isinstance(values[0], tuple):
        return tuple(_largest(column) for column in zip(*values, strict=True))  # type: ignore[misc]
    return max(abs(value) for value in values if isinstance(value, int))


def _simple(terms: Sequence[Terms | None]) -> Array | None:
    """The columns of a parameter whose facts are all single columns as they stand; None otherwise."""
    if all(one is not None and len(one) == 1 and one[0][1] == 1 for one in terms):
        return np.array([one[0][0] for one in terms if one])
    return None


def _entry(scheme: Scheme, leaf: Criterion, place: int, method: Method, where: Mapping[str, int]) -> Entry:
    asked = method.asked(leaf.settings)
    numbers = [_is_number(scheme.indicators, one) for one in asked]
    used = [one.ref for one, number in zip(asked, numbers, strict=True) if one.ref and number]
    scale = 10 ** max((scheme.indicators[code].decimals for ref in used for code in ref.codes), default=0)
    rule = Rule(leaf.number, leaf.max_points, leaf.settings, scheme.decimals)
    answers = tuple(answers_of(scheme.indicators[one.ref.codes[0]]) if one.ref else () for one in asked)
    terms = tuple(
        None if one.ref is None else _terms(scheme.indicators, one.ref, scale if number else 1, where)
        for one, number in zip(asked, numbers, strict=True)
    )
    most = most_of(method, rule)
    limits = tuple(int(most[name] * scale) if name in most else None for name, _, _ in asked)
    assert method.column is not None
    constants = method.column.constants(rule, scale, answers)
    return Entry(leaf, place, method.column, constants, terms, _shares(scheme, leaf, where), limits)


def _is_number(indicators: Mapping[str, Indicator], asked: Asked) -> bool:
    """Whether a fact is scaled: what a setting takes as a number, and a number asked for by its own code."""
    return asked.number or (asked.ref is not None and indicators[asked.ref.codes[0]].kind in NUMBERS)


def answers_of(indicator: Indicator) -> tuple[str, ...]:
    """The codes of an indicator's answers, by the number that stands for each in a column."""
    return ("no", "yes") if indicator.kind == "yes_no" else tuple(option.code for option in indicator.options)


def _terms(indicators: Mapping[str, Indicator], ref: FactRef, scale: int, where: Mapping[str, int]) -> Terms:
    unknown = len(where)
    return tuple(
        (where.get(code, unknown), sign * (scale // 10 ** indicators[code].decimals if scale > 1 else 1))
        for sign, code in ref.terms
    )


def _shares(
    scheme: Scheme, leaf: Criterion, where: Mapping[str, int]
) -> tuple[int, tuple[int, ...], tuple[int, ...]] | None:
    """A leaf's factor: its column, and for each answer the share kept over a common denominator."""
    if leaf.factor is None:
        return None
    code = leaf.factor.fact.codes[0]
    shares = [leaf.factor.values[answer] for answer in answers_of(scheme.indicators[code])]
    whole = lcm(*(share.denominator for share in shares))
    return where.get(code, len(where)), tuple(int(share * whole) for share in shares), (whole,) * len(shares)


def _known(scheme: Scheme, facts: Sequence[Sequence[str]], where: Mapping[str, int]) -> Known:
    unknown = len(where)
    columns = [[where.get(code, unknown) for code in codes] for codes in facts]
    otherwise, mixed = [], []
    for place, codes in enumerate(facts):
        reported = tuple(where.get(code, unknown) for code in codes if scheme.indicators[code].source == "report")
        otherwise.append(Outcome.MISSING if reported else Outcome.PENDING)
        if reported and len(reported) < len(codes):
            mixed.append((place, reported))
    # A leaf that needs nothing would not be a rule: every method has a fact.
    first = np.array([one[0] for one in columns], np.int64)
    more = []
    for turn in range(1, max(map(len, columns), default=0)):
        further = [(place, one[turn]) for place, one in enumerate(columns) if len(one) > turn]
        more.append((np.array([place for place, _ in further]), np.array([column for _, column in further])))
    return Known(first, tuple(more), np.array(otherwise, np.uint8).reshape(-1, 1), tuple(mixed))


def _gate(scheme: Scheme, leaf: Criterion, place: int, where: Mapping[str, int]) -> GateTerms:
    gate, unknown = leaf.gate, len(where)
    assert gate is not None
    scale = 10 ** max(scheme.indicators[code].decimals for code in gate.fact.codes)
    reported: list[int] = []
    others: list[int] = []
    for code in gate.fact.codes:
        own = reported if scheme.indicators[code].source == "report" else others
        own.append(where.get(code, unknown))
    answers = None
    limit = 0
    if gate.at_least is None:
        codes = answers_of(scheme.indicators[gate.fact.codes[0]])
        answers = tuple(codes.index(answer) for answer in gate.answers)
    else:
        # The least whole number that reaches the limit.
        limit = ceil(gate.at_least * scale)
    terms = _terms(scheme.indicators, gate.fact, scale, where)
    return GateTerms(place, terms, limit, answers, gate.otherwise, tuple(reported), tuple(others))
