"""A scheme compiled for columns: leaves in blocks, the tree as ranges of rows, choices and factors as arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cchc_score.engine.columns.column_plan import Plan, build_plan, scorable
from cchc_score.engine.columns.fact_terms import WIDE, Array, OutOfRange, answer_codes, factor_shares
from cchc_score.engine.columns.tree_columns import Tree, build_tree
from cchc_score.engine.known_facts import is_sent
from cchc_score.engine.leaf_order import gates_on_criteria, leaf_order
from cchc_score.methods import Method
from cchc_score.model import Criterion, Outcome, Scheme

SHIFT = 30
"""Points that are not rounded are told apart to 2^-30 of a step in whole numbers; what is closer, in fractions."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How a parent chooses: the column of the answer, the part for each answer, the outcome while it is unknown."""

    number: str
    column: int
    parts: Array
    otherwise: int


@dataclass(frozen=True, slots=True)
class ParentFactor:
    """A parent's factor: the column of the answer, the share for each answer and at last for none, over `whole`.

    `step` is the parent's own step in steps of the scheme; `otherwise` the outcome where an answer is awaited, or
    SCORED.
    """

    number: str
    column: int
    kept: Array
    whole: int
    step: int
    otherwise: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A scheme compiled once for tables with the same columns."""

    scheme: Scheme
    methods: Mapping[str, Method]
    codes: tuple[str, ...]
    plan: Plan
    tree: Tree
    choices: tuple[Choice, ...]
    factors: tuple[ParentFactor, ...]
    others: tuple[Criterion, ...]
    late: tuple[Criterion, ...]
    """The leaves whose gates look at other criteria, in the order of scoring; of them only some have columns."""
    sent: tuple[int, ...]
    """The columns of what units report themselves."""
    dtype: Any
    fined: tuple[int, ...]
    """The rows of the tree in areas of penalties, where more is worse."""
    exact: bool
    """Whether points are not rounded."""
    shift: int
    """By how many bits the bounds of points that are not rounded are finer than steps."""


def prepare(scheme: Scheme, methods: Mapping[str, Method], codes: Sequence[str]) -> Prepared:
    """The scheme compiled for tables with these columns, in this order; OutOfRange where it cannot be.

    Totals near 2^62 and schemes none of whose methods has a column form are left to the rows; of those that round
    nothing also the ones with factors of parents or gates on other criteria.
    """
    # Parents are counted beside their parts, so that no total can be larger than this.
    total = int(sum(criterion.max_points for criterion in scheme.criteria.values()) * 10**scheme.decimals)
    exact = scheme.rounding == "never"
    shift = SHIFT if exact else 0
    # Times 100, because ranks and classes compare percentages.
    if 100 * total << shift >= WIDE or not scorable(scheme, methods):
        raise OutOfRange
    whole = build_tree(scheme, 10**scheme.decimals << shift)
    leaves = build_plan(scheme, methods, codes, whole.rows)
    where = {code: position for position, code in enumerate(codes)}
    own = {entry.leaf.number for entry in leaves.entries.values()}
    late = tuple(leaf for leaf in leaf_order(scheme.criteria) if gates_on_criteria(scheme.criteria, leaf))
    factors = tuple(
        _parent_factor(scheme, criterion, where)
        for criterion in scheme.criteria.values()
        if criterion.factor is not None and criterion.parts
    )
    if any(2 * total * factor.whole * factor.step >= WIDE for factor in factors):
        raise OutOfRange
    if exact and (late or factors):
        raise OutOfRange
    fines = {area.code for area in scheme.areas if area.kind == "penalty"}
    return Prepared(
        scheme=scheme,
        methods=methods,
        codes=tuple(codes),
        plan=leaves,
        tree=whole,
        choices=tuple(
            _choice(scheme, criterion, where)
            for criterion in scheme.criteria.values()
            if criterion.chosen_by is not None
        ),
        factors=factors,
        others=tuple(leaf for leaf in scheme.leaves if leaf.number not in own and leaf not in late),
        late=late,
        sent=tuple(position for code, position in where.items() if is_sent(scheme.indicators[code])),
        dtype=np.int64 if exact else whole.width,
        fined=tuple(row for number, row in whole.rows.items() if scheme.criteria[number].area in fines),
        exact=exact,
        shift=shift,
    )


def _choice(scheme: Scheme, criterion: Criterion, where: Mapping[str, int]) -> Choice:
    assert criterion.chosen_by is not None
    code = criterion.chosen_by.codes[0]
    indicator = scheme.indicators[code]
    positions = {scheme.criteria[number].choice: position for position, number in enumerate(criterion.parts)}
    parts = np.array([positions[answer] for answer in answer_codes(indicator)])
    otherwise = Outcome.MISSING if indicator.source == "report" else Outcome.PENDING
    return Choice(criterion.number, where.get(code, len(where)), parts, int(otherwise))


def _parent_factor(scheme: Scheme, criterion: Criterion, where: Mapping[str, int]) -> ParentFactor:
    shares = factor_shares(scheme, criterion, where)
    assert shares is not None
    assert criterion.factor is not None
    column, kept, (whole, *_) = shares
    otherwise = Outcome.SCORED
    if criterion.factor.unsaid is None:
        source = scheme.indicators[criterion.factor.fact.codes[0]].source
        otherwise = Outcome.MISSING if source == "report" else Outcome.PENDING
    step = 10 ** (scheme.decimals - scheme.decimals_of(criterion))
    return ParentFactor(
        number=criterion.number,
        column=column,
        kept=np.array(kept, np.int64),
        whole=whole,
        step=step,
        otherwise=int(otherwise),
    )
