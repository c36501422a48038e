"""The column form gives the points of the row form: exactly, and through the engine that guards its range."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np

from cchc_score.engine.columns.column_blocks import Block
from cchc_score.engine.columns.column_plan import build_plan
from cchc_score.engine.columns.fact_terms import OutOfRange
from cchc_score.engine.columns.prepared import prepare
from cchc_score.engine.columns.scoring import score_columns
from cchc_score.engine.score import score_rows
from cchc_score.facts import Table
from cchc_score.findings import Words
from cchc_score.methods import Marks
from cchc_score.testing.examples import Situation
from cchc_score.testing.strategies import Draw
from cchc_score.testing.violations import Violation, both_languages
from cchc_score.text import described

WIDE = 2**62


def columns(case: Situation, draw: Draw) -> None:
    """Every commune has the same points in both forms; where a column could run out of range, the engine sees it."""
    if case.method.column is None:
        return
    _exactly(case)
    _through_the_engine(case)


def _exactly(case: Situation) -> None:
    """The column form's own fractions, before anything is rounded."""
    facts = case.table()
    rule = case.with_peers()
    # The one rule alone, so that the first block of the plan is it.
    scheme = replace(case, beside=None).scheme("criterion")
    methods, positions = {case.method.name: case.method}, {leaf.number: 0 for leaf in scheme.leaves}
    planned = _guarded(case, lambda: build_plan(scheme, methods, tuple(facts.columns), positions))
    marks = _guarded(case, lambda: _marks(case, planned.blocks[0], facts))
    if marks is None:
        return
    num, den, applies = (_row(numbers, len(case.communes)) for numbers in _triple(marks))
    step = 10**case.rule.decimals
    for row, known in enumerate(case.communes):
        arguments = case.arguments(known)
        if not case.consistent(arguments):
            continue
        wanted = case.points(rule, arguments)
        if den[row] <= 0:
            raise _differs(case, row, Words(f"mẫu số {den[row]}", f"the denominator {den[row]}"), wanted)
        got = Fraction(num[row], den[row]) / step if applies[row] else None
        if got != wanted:
            raise _differs(case, row, _against(got, wanted), wanted)


def _marks(case: Situation, block: Block, facts: Table) -> Marks | None:
    """What the column form gives for a block of one rule; None where the engine would take the row form."""
    entry = block.entries[0]
    # As Python's own integers, which have no range to leave.
    wide = np.array([list(column.values) for column in facts.columns.values()], object)
    sums = [None if terms is None else sum(factor * wide[at] for at, factor in terms) for terms in entry.terms]
    # A contradictory sum is 0 in columns: its commune is scored by the row form.
    clean = [None if figures is None else np.maximum(figures, 0) for figures in sums]
    largest = [None if figures is None else int(figures.max(initial=0)) for figures in clean]
    known = [most for most in largest if most is not None]
    bound = max([entry.form.bound(block.largest, *largest), block.widest, *known])
    if bound >= WIDE:
        return None
    given = [None if figures is None else figures.astype(np.int64).reshape(1, -1) for figures in clean]
    marks = entry.form.function(block.constants[np.int64], *given)
    # What the engine rounds is 2 * num + den.
    reached = 2 * int(np.abs(marks.num).max(initial=0)) + int(np.max(marks.den))
    if reached > bound:
        detail = Words(f"bound cho {bound} nhưng đạt tới {reached}", f"bound says {bound}, but {reached} is reached")
        raise case.violation("law-columns", [case.arguments(facts) for facts in case.communes], detail=detail)
    return marks


def _triple(marks: Marks) -> tuple[Any, Any, Any]:
    return marks.num, marks.den, True if marks.applicable is None else marks.applicable


def _row(values: Any, count: int) -> list[int]:
    """One number a commune, whatever shape they were given in."""
    return [int(value) for value in np.broadcast_to(np.asarray(values), (1, count))[0]]


def _through_the_engine(case: Situation) -> None:
    """The whole score sheet, with two rules of the method beside each other, in rows and in columns."""
    scheme, facts = case.scheme("criterion"), case.table()
    methods = {case.method.name: case.method}
    rows = score_rows(scheme, methods, facts)
    # Out of range the engine itself takes the rows: there is nothing to compare.
    try:
        sheet = _guarded(case, lambda: score_columns(prepare(scheme, methods, tuple(facts.columns)), facts))
    except OutOfRange:
        return
    for number in scheme.criteria:
        for row in range(len(case.communes)):
            wanted, got = rows.mark(row, rows.at(number)), sheet.mark(row, sheet.at(number))
            if wanted != got:
                raise _differs(case, row, _against(got.low, wanted.low), wanted.low)


def _guarded(case: Situation, compute: Callable[[], Any]) -> Any:
    """What a column form gives; one that fails differs from its row form, which does not."""
    try:
        return compute()
    except (Violation, OutOfRange):
        raise
    except Exception as error:
        raise case.violation("law-columns", [case.arguments(case.communes[0])], detail=described(error)) from None


def _against(got: Any, wanted: Any) -> Words:
    left, right = both_languages(got), both_languages(wanted)
    return Words(f"{left.vi} thay vì {right.vi} điểm", f"{left.en} instead of {right.en} points")


def _differs(case: Situation, row: int, detail: Words, wanted: Any) -> Violation:
    return case.violation("law-columns", [case.arguments(case.communes[row])], [wanted], detail=detail)
