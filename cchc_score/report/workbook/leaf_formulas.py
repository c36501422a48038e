"""The formula of a leaf criterion: from the cells of its facts to points, as the engine decides step by step."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from cchc_score.engine import Leaf
from cchc_score.formulas import (
    LARGEST_EXACT,
    AgainstBest,
    Case,
    Condition,
    FactCell,
    Quotient,
    Term,
    Worth,
    added,
    common_unit,
    whole,
)
from cchc_score.methods import Rule
from cchc_score.model import Factor, FactRef
from cchc_score.points import plain
from cchc_score.report.workbook.fact_cells import (
    NOT_APPLICABLE,
    FactCells,
    LeafFormula,
    NoFormula,
    is_live,
)
from cchc_score.report.workbook.gate_formulas import Beside, behind_gates, unless, when, with_nothing, with_points

TopCells = Callable[[Quotient], Quotient]
"""The cells with the best of the unit's group, of what units are held against each other by."""


def leaf_formula(
    leaf: Leaf, cells: FactCells, criterion_cell: Callable[[str], str], top: TopCells | None = None
) -> LeafFormula:
    """The formula of a leaf; a NoFormula where its method has none, or its numbers may become too large.

    `top` is asked for the best of the group where points hang on it; None where the book does not hold the group.
    """
    cells.slots.clear()
    worth = _worth(leaf, cells)
    if isinstance(worth, AgainstBest):
        if top is None:
            raise NoFormula
        worth = worth.worth(top(worth.own))
    factor = leaf.criterion.factor
    text = _worth_text(worth, leaf.decimals, factor_share(factor, cells) if factor else None)
    awaited = factor.fact if factor and factor.unsaid is None else None
    return _whole_formula(leaf, text, with_points(cells, criterion_cell), [*leaf.refs, awaited])


def own_formulas(
    leaf: Leaf, cells: FactCells, criterion_cell: Callable[[str], str], num_cell: str
) -> tuple[LeafFormula, LeafFormula]:
    """The formulas of numerator and divisor by which a unit is held against others, empty where it takes no part.

    The numerator stands in `num_cell`, at which the divisor looks.
    """
    cells.slots.clear()
    own = own_quotient(_worth(leaf, cells))
    num = _whole_formula(leaf, own.num.text, with_nothing(cells, criterion_cell), leaf.refs)
    return num, LeafFormula(f'=IF({num_cell}="","",{own.den.text})', num.codes)


def own_numbers(leaf: Leaf, cells: FactCells, row: int) -> tuple[int, int] | None:
    """The same of a unit, from its figures; None where it takes no part."""
    if not leaf.takes_part(row):
        return None
    scale = cells.scale_of(leaf.refs)
    facts = [None if value is None else whole(int(value * scale)) for value in leaf.values(row)]
    own = own_quotient(_worth_of(leaf, scale, facts))
    assert own.num.value is not None
    assert own.den.value is not None
    return own.num.value, own.den.value


def own_quotient(worth: Worth) -> Quotient:
    """What units are held against each other by; a NoFormula where different ones could be one number to a spreadsheet.

    Two quotients differ by at least 1 in the product of numerator and divisor: below it a spreadsheet tells them apart.
    """
    if not isinstance(worth, AgainstBest) or worth.own.num.largest * worth.own.den.largest >= LARGEST_EXACT:
        raise NoFormula
    return worth.own


def _worth(leaf: Leaf, cells: FactCells) -> Worth:
    """What the rule gives, of the cells of its facts."""
    scale = cells.scale_of(leaf.refs)
    return _worth_of(leaf, scale, _facts(leaf, cells, scale))


def _worth_of(leaf: Leaf, scale: int, facts: Sequence[FactCell]) -> Worth:
    criterion = leaf.criterion
    if leaf.method.formula is None or not is_live(leaf.scheme):
        raise NoFormula
    rule = Rule(criterion.number, criterion.max_points, criterion.settings, leaf.decimals)
    try:
        return leaf.method.formula(rule, scale, *facts)
    except ValueError:
        raise NoFormula from None


def _facts(leaf: Leaf, cells: FactCells, scale: int) -> list[FactCell]:
    return [cells.fact(ref, is_number, scale) for ref, is_number in zip(leaf.refs, leaf.numbers, strict=True)]


def _whole_formula(leaf: Leaf, text: str, beside: Beside, asked: Sequence[FactRef | None]) -> LeafFormula:
    """What a rule gives where its facts are known and do not contradict it, behind its gates."""
    ruled = unless(beside.cells.unknown(asked), _contradicting(leaf, beside.cells), beside.unknown, text)
    return LeafFormula("=" + behind_gates(leaf, ruled, beside), tuple(beside.cells.slots))


def _contradicting(leaf: Leaf, cells: FactCells) -> list[Condition]:
    """What figures contradict the rule by."""
    scale = cells.scale_of(leaf.refs)
    facts = _facts(leaf, cells, scale)
    return [
        *cells.above_100(leaf.refs),
        *cells.negative([ref for ref, is_number in zip(leaf.refs, leaf.numbers, strict=True) if is_number], scale),
        *(
            fact > whole(int(leaf.most[name] * scale))
            for name, fact in zip(leaf.names, facts, strict=True)
            if name in leaf.most and isinstance(fact, Term)
        ),
        *(_sum([facts[part] for part in parts]) > _sum([facts[base]]) for parts, base in leaf.within),
    ]


def _sum(facts: Sequence[FactCell]) -> Term:
    return added([fact for fact in facts if isinstance(fact, Term)])


def factor_share(factor: Factor, cells: FactCells) -> tuple[str, int]:
    """The share that a factor keeps, as a text and the unit of 1 in which it is whole."""
    answer = cells.answer(factor.fact)
    shares = [*factor.values.values(), factor.unsaid or Fraction(0)]
    unit = common_unit([share.denominator for share in shares])
    *others, last = factor.values.items()
    text = str(int(last[1] * unit))
    for code, share in reversed(others):
        text = when(answer.says(code), str(int(share * unit)), text)
    if factor.unsaid is not None:
        text = when(Condition(f'{answer.text}=""'), str(int(factor.unsaid * unit)), text)
    return text, unit


def _worth_text(worth: Worth, decimals: int, kept: tuple[str, int] | None) -> str:
    if worth is None:
        return f'"{NOT_APPLICABLE}"'
    # Within an AgainstBest there is no other.
    assert not isinstance(worth, AgainstBest)
    if isinstance(worth, Case):
        then, otherwise = (_worth_text(one, decimals, kept) for one in (worth.then, worth.otherwise))
        return when(worth.when, then, otherwise)
    num, den = worth.num, worth.den
    if kept is not None:
        num, den = num * Term(kept[0], kept[1]), den * kept[1]
    return _points_text(Quotient(num, den), decimals)


def _points_text(points: Quotient, decimals: int) -> str:
    """Points rounded half up to so many decimals, as the engine does: INT((2a + b) / 2b) whole steps."""
    num, den = points.num, points.den
    step = 10**decimals
    if num.text.isdecimal() and den.text == "1":
        return plain(Fraction(int(num.text), step))
    above, below = 2 * num + den, 2 * den
    if max(above.largest, below.largest) >= LARGEST_EXACT:
        raise NoFormula
    rounded = num.factor if den.text == "1" else f"INT(({above.text})/{_divisor(below)})"
    return rounded if step == 1 else f"{rounded}/{step}"


def _divisor(term: Term) -> str:
    # '/' binds from the left: a product below it needs brackets, which a single number does not.
    return term.text if term.text.isdecimal() else f"({term.text})"
