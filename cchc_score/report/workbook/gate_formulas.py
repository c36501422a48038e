"""A formula behind its gates, and conditions as texts: what is written where a gate is closed, or nobody knows."""

from collections.abc import Callable
from dataclasses import dataclass

from cchc_score.engine import Leaf
from cchc_score.formulas import LARGEST_EXACT, Condition, Term, all_of, any_of, whole
from cchc_score.model import Bounds, Gate
from cchc_score.points import plain
from cchc_score.report.workbook.fact_cells import NOT_APPLICABLE, OPEN, FactCells, NoFormula


@dataclass(frozen=True, slots=True)
class Beside:
    """What a formula has beside its rule: the cells of facts and criteria, and what stands where no rule decides."""

    cells: FactCells
    criterion_cell: Callable[[str], str]
    unknown: str
    """Where a fact is unknown, or figures contradict the rule."""
    closed: Callable[[Leaf, Gate], str]
    """Where a gate is closed."""


def with_points(cells: FactCells, criterion_cell: Callable[[str], str]) -> Beside:
    """What a formula of points has beside its rule."""
    return Beside(cells, criterion_cell, f'"{OPEN}"', _otherwise)


def with_nothing(cells: FactCells, criterion_cell: Callable[[str], str]) -> Beside:
    """The same of a cell that stays empty where no rule decides."""
    return Beside(cells, criterion_cell, '""', lambda leaf, gate: '""')


def when(condition: Condition, then: str, otherwise: str) -> str:
    """One of two texts of formulas, by a condition; a NoFormula where its numbers may become too large."""
    if condition.peak >= LARGEST_EXACT:
        raise NoFormula
    return then if then == otherwise else f"IF({condition.text},{then},{otherwise})"


def unless(unknown: Condition | None, contradicting: list[Condition], instead: str, text: str) -> str:
    """A text where everything is known and nothing contradicts; `instead` where it is not.

    What is unknown is asked first: a spreadsheet calculates all of an OR, which an empty text among numbers breaks.
    """
    for condition in (any_of(contradicting) if contradicting else None, unknown):
        text = text if condition is None else when(condition, instead, text)
    return text


def behind_gates(leaf: Leaf, text: str, beside: Beside) -> str:
    """The text of a leaf's formula behind all its gates, the first of which decides."""
    for gate in reversed(leaf.gates):
        text = _gated(leaf, gate, text, beside)
    return text


def _gated(leaf: Leaf, gate: Gate, text: str, beside: Beside) -> str:
    otherwise, cells = beside.closed(leaf, gate), beside.cells
    if gate.criterion:
        return _gated_by_criterion(leaf, gate, text, otherwise, beside)
    scale = cells.scale_of(gate.refs)
    contradicting = cells.above_100(gate.refs)
    if gate.bounds is not None:
        contradicting += cells.negative(gate.refs, scale)
    decided = when(_open_gate(gate, scale, cells), text, otherwise)
    return unless(cells.unknown(gate.refs), contradicting, beside.unknown, decided)


def _otherwise(leaf: Leaf, gate: Gate) -> str:
    if gate.otherwise == "not_applicable":
        return f'"{NOT_APPLICABLE}"'
    return plain(leaf.criterion.max_points) if gate.otherwise == "full" else "0"


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


def _gated_by_criterion(leaf: Leaf, gate: Gate, text: str, otherwise: str, beside: Beside) -> str:
    cell = beside.criterion_cell(gate.criterion)
    if gate.bounds is None:
        applies = Condition(f'{cell}<>"{NOT_APPLICABLE}"' if gate.applies else f'{cell}="{NOT_APPLICABLE}"')
        gated = when(applies, text, otherwise)
    else:
        step = 10**leaf.scheme.decimals
        points = Term(f"ROUND({cell}*{step},0)", int(leaf.scheme.max_points * step))
        inside = when(_between(gate.bounds, points, whole(step)), text, otherwise)
        gated = when(Condition(f'{cell}="{NOT_APPLICABLE}"'), text, inside)
    return when(Condition(f'{cell}="{OPEN}"'), beside.unknown, gated)
