"""The formula of a leaf criterion: from the cells of its facts to points, as the engine decides step by step.

A formula is a template: `{0}`, `{1}`, ... stand for the rows of facts, `{row}` for that of the unit among the points.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from cchc_score.engine import Leaf
from cchc_score.facts import Table
from cchc_score.formulas import (
    LARGEST_EXACT,
    AnswerCell,
    Case,
    Condition,
    DayCell,
    FactCell,
    Quotient,
    Term,
    Worth,
    added,
    all_of,
    any_of,
    common_unit,
    whole,
)
from cchc_score.methods import Rule
from cchc_score.model import Bounds, Factor, FactRef, Gate, Indicator, Scheme
from cchc_score.points import plain

OPEN, NOT_APPLICABLE = "?", "-"
"""What stands in place of points that nobody knows yet, and of what does not apply."""


@dataclass(frozen=True, slots=True)
class LeafFormula:
    """A template with the facts whose rows it asks for, in the order of their numbers."""

    template: str
    codes: tuple[str, ...]


def is_live(scheme: Scheme) -> bool:
    """Whether points of a scheme can be formulas: rounded criterion by criterion, of no more digits than are exact."""
    most = sum((area.max_points for area in scheme.areas), Fraction(0))
    return scheme.rounding == "criterion" and most * 10**scheme.decimals < LARGEST_EXACT


def largest_value(table: Table, code: str) -> int:
    """The largest magnitude of a fact in a table; at least 1, for a figure that nobody reported yet."""
    column = table.columns.get(code)
    return max((abs(int(value)) for value in column.values), default=1) or 1 if column is not None else 1


class NoFormula(Exception):
    """A rule that cannot be written as a formula whose numbers stay exact."""


@dataclass(frozen=True, slots=True)
class FactCells:
    """The cells of facts in formulas: where they stand, how they are written, how large they are.

    `largest` gives the largest magnitude that a number can have, as a whole number of 10^-decimals.
    """

    scheme: Scheme
    largest: Callable[[str], int]
    words: Mapping[str, Mapping[str, str]]
    """What is written for each answer, by the code of its question."""
    sheet: str
    slots: dict[str, int] = field(default_factory=dict)

    def cell(self, code: str) -> str:
        """The cell of a fact."""
        slot = self.slots.setdefault(code, len(self.slots))
        return f"{self.sheet}{{{slot}}}"

    def indicator(self, code: str) -> Indicator:
        """The fact itself."""
        return self.scheme.indicators[code]

    def scale_of(self, refs: Sequence[FactRef | None]) -> int:
        """The number of parts of 1 in which all that some facts and their coefficients can say is whole."""
        return common_unit(
            [1]
            + [
                10 ** self.indicator(code).decimals * Fraction(coefficient).denominator
                for ref in refs
                if ref is not None
                for coefficient, code in ref.terms
                if self.indicator(code).kind not in ("date", "option")
            ]
        )

    def number(self, ref: FactRef, scale: int) -> Term:
        """A sum of facts in parts of 1 / scale."""
        terms = [(Fraction(coefficient), self._one(code)) for coefficient, code in ref.terms]
        total: Term | None = None
        for coefficient, (term, unit) in terms:
            times = coefficient * scale / unit
            own = term * int(abs(times))
            if total is None:
                total = own if times > 0 else whole(0) - own
            else:
                total = total + own if times > 0 else total - own
        assert total is not None
        return total

    def _one(self, code: str) -> tuple[Term, int]:
        """A fact as a whole number, and of which part of 1."""
        indicator, cell = self.indicator(code), self.cell(code)
        if indicator.kind == "yes_no":
            return Term(f'IF({cell}="{self.words[code]["yes"]}",1,0)', 1), 1
        unit = 10**indicator.decimals
        most = self.largest(code)
        return (Term(cell, most), 1) if unit == 1 else (Term(f"ROUND({cell}*{unit},0)", most), unit)

    def answer(self, ref: FactRef) -> AnswerCell:
        """The answer to a question."""
        code = ref.codes[0]
        return AnswerCell(self.cell(code), self.words[code])

    def fact(self, ref: FactRef | None, is_number: bool, scale: int) -> FactCell:
        """A fact as a rule gets it."""
        if ref is None:
            return None
        if is_number:
            return self.number(ref, scale)
        kind = self.indicator(ref.codes[0]).kind
        if kind == "date":
            return DayCell(self.cell(ref.codes[0]))
        return self.answer(ref) if kind in ("option", "yes_no") else self.number(ref, scale)

    def unknown(self, refs: Sequence[FactRef | None]) -> Condition | None:
        """Whether any of some facts is unknown."""
        codes = dict.fromkeys(code for ref in refs if ref for code in ref.codes)
        return any_of([Condition(f'{self.cell(code)}=""') for code in codes]) if codes else None

    def above_100(self, refs: Sequence[FactRef | None]) -> list[Condition]:
        """Percentages among some facts that are more than the whole."""
        codes = dict.fromkeys(code for ref in refs if ref for code in ref.codes)
        return [Condition(f"{self.cell(code)}>100") for code in codes if self.indicator(code).kind == "percent"]

    def negative(self, refs: Sequence[FactRef | None], scale: int) -> list[Condition]:
        """Sums among some facts that can be below 0, and are."""
        signed = [ref for ref in refs if ref and any(coefficient < 0 for coefficient, _ in ref.terms)]
        return [self.number(ref, scale) < whole(0) for ref in signed]


def leaf_formula(leaf: Leaf, cells: FactCells, criterion_cell: Callable[[str], str]) -> LeafFormula:
    """The formula of a leaf; a NoFormula where its method has none, or its numbers may become too large."""
    if leaf.method.formula is None or not is_live(leaf.scheme):
        raise NoFormula
    cells.slots.clear()
    text = _ruled(leaf, cells)
    for gate in reversed(leaf.gates):
        text = _gated(leaf, gate, text, cells, criterion_cell)
    return LeafFormula("=" + text, tuple(cells.slots))


def _ruled(leaf: Leaf, cells: FactCells) -> str:
    """What the rule gives where every gate is open."""
    criterion, factor = leaf.criterion, leaf.criterion.factor
    scale = cells.scale_of(leaf.refs)
    rule = Rule(criterion.number, criterion.max_points, criterion.settings, leaf.decimals)
    facts = [cells.fact(ref, is_number, scale) for ref, is_number in zip(leaf.refs, leaf.numbers, strict=True)]
    assert leaf.method.formula is not None
    try:
        worth = leaf.method.formula(rule, scale, *facts)
    except ValueError:
        raise NoFormula from None
    text = _worth_text(worth, leaf.decimals, factor_share(factor, cells) if factor else None)
    awaited = factor.fact if factor and factor.unsaid is None else None
    contradicting = [
        *cells.above_100(leaf.refs),
        *cells.negative([ref for ref, is_number in zip(leaf.refs, leaf.numbers, strict=True) if is_number], scale),
        *(
            fact > whole(int(leaf.most[name] * scale))
            for name, fact in zip(leaf.names, facts, strict=True)
            if name in leaf.most and isinstance(fact, Term)
        ),
        *(_sum([facts[part] for part in parts]) > _sum([facts[base]]) for parts, base in leaf.within),
    ]
    stops = [*filter(None, [cells.unknown((*leaf.refs, awaited))]), *contradicting]
    return _when(any_of(stops), f'"{OPEN}"', text) if stops else text


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
        text = _when(answer.says(code), str(int(share * unit)), text)
    if factor.unsaid is not None:
        text = _when(Condition(f'{answer.text}=""'), str(int(factor.unsaid * unit)), text)
    return text, unit


def _worth_text(worth: Worth, decimals: int, kept: tuple[str, int] | None) -> str:
    if worth is None:
        return f'"{NOT_APPLICABLE}"'
    if isinstance(worth, Case):
        then, otherwise = (_worth_text(one, decimals, kept) for one in (worth.then, worth.otherwise))
        return _when(worth.when, then, otherwise)
    num, den = worth.num, worth.den
    if kept is not None:
        num, den = num * Term(kept[0], kept[1]), den * kept[1]
    return _points_text(Quotient(num, den), decimals)


def _points_text(points: Quotient, decimals: int) -> str:
    """Points rounded half up to so many decimals, as the engine does: INT((2a + b) / 2b) whole steps."""
    num, den = points.num, points.den
    step = 10**decimals
    if num.text.isdecimal() and den.text == "1":
        return _number_text(Fraction(int(num.text), step))
    above, below = 2 * num + den, 2 * den
    if max(above.largest, below.largest) >= LARGEST_EXACT:
        raise NoFormula
    rounded = num.factor if den.text == "1" else f"INT(({above.text})/{_divisor(below)})"
    return rounded if step == 1 else f"{rounded}/{step}"


def _divisor(term: Term) -> str:
    # '/' binds from the left: a product below it needs brackets, which a single number does not.
    return term.text if term.text.isdecimal() else f"({term.text})"


def _number_text(value: Fraction) -> str:
    return plain(value)


def _when(condition: Condition, then: str, otherwise: str) -> str:
    if condition.peak >= LARGEST_EXACT:
        raise NoFormula
    return then if then == otherwise else f"IF({condition.text},{then},{otherwise})"


def _gated(leaf: Leaf, gate: Gate, text: str, cells: FactCells, criterion_cell: Callable[[str], str]) -> str:
    """A formula behind a gate: what the gate gives where it is closed, or nobody knows."""
    otherwise = _otherwise(leaf, gate)
    if gate.criterion:
        return _gated_by_criterion(leaf, gate, text, otherwise, criterion_cell(gate.criterion))
    scale = cells.scale_of(gate.refs)
    stops = [*filter(None, [cells.unknown(gate.refs)]), *cells.above_100(gate.refs)]
    if gate.bounds is not None:
        stops += cells.negative(gate.refs, scale)
    return _when(any_of(stops), f'"{OPEN}"', _when(_open_gate(gate, scale, cells), text, otherwise))


def _otherwise(leaf: Leaf, gate: Gate) -> str:
    if gate.otherwise == "not_applicable":
        return f'"{NOT_APPLICABLE}"'
    return _number_text(leaf.criterion.max_points) if gate.otherwise == "full" else "0"


def _open_gate(gate: Gate, scale: int, cells: FactCells) -> Condition:
    assert gate.fact is not None
    if gate.bounds is None:
        answer = cells.answer(gate.fact)
        return any_of([answer.says(code) for code in gate.answers])
    amount = cells.number(gate.fact, scale)
    if gate.whole is None:
        return _between(gate.bounds, amount, whole(scale))
    base = cells.number(gate.whole, scale)
    return any_of([base.equals(whole(0)), _between(gate.bounds, amount * 100, base)])


def _between(bounds: Bounds, amount: Term, base: Term) -> Condition:
    """Whether an amount, divided by a base, lies between two numbers."""
    found = []
    if bounds.from_ is not None:
        mine, limit = amount * bounds.from_.denominator, base * bounds.from_.numerator
        found.append(mine > limit if bounds.open_from else mine >= limit)
    if bounds.to is not None:
        mine, limit = amount * bounds.to.denominator, base * bounds.to.numerator
        found.append(mine < limit if bounds.open_to else mine <= limit)
    return all_of(found)


def _gated_by_criterion(leaf: Leaf, gate: Gate, text: str, otherwise: str, cell: str) -> str:
    if gate.bounds is None:
        applies = Condition(f'{cell}<>"{NOT_APPLICABLE}"' if gate.applies else f'{cell}="{NOT_APPLICABLE}"')
        gated = _when(applies, text, otherwise)
    else:
        step = 10**leaf.scheme.decimals
        points = Term(f"ROUND({cell}*{step},0)", int(leaf.scheme.max_points * step))
        inside = _when(_between(gate.bounds, points, whole(step)), text, otherwise)
        gated = _when(Condition(f'{cell}="{NOT_APPLICABLE}"'), text, inside)
    return _when(Condition(f'{cell}="{OPEN}"'), f'"{OPEN}"', gated)
