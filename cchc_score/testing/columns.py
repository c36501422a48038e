"""The column form gives the points of the row form: exactly, and through the engine that guards its range."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
from hypothesis import strategies as st

from cchc_score.engine.columns import OutOfRange, prepare, score_columns
from cchc_score.engine.plan import Block, plan
from cchc_score.engine.score import score_rows
from cchc_score.facts import Table
from cchc_score.findings import Words
from cchc_score.methods import Marks
from cchc_score.testing.broken import Broken, both
from cchc_score.testing.situations import Situation
from cchc_score.text import described

WIDE = 2**62
Draw = Callable[[st.SearchStrategy[Any]], Any]


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
    scheme = replace(case, beside=None).scheme("criterion")
    planned = _guarded(case, lambda: plan(scheme, {case.method.name: case.method}, tuple(facts.columns)))
    marks = _guarded(case, lambda: _marks(case, planned.blocks[0], facts))
    if marks is None:
        return
    num, den, applies = (_row(one, len(case.communes)) for one in _triple(marks))
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
    wide = np.array([list(one.values) for one in facts.columns.values()], object)
    sums = [None if one is None else sum(factor * wide[at] for at, factor in one) for one in entry.terms]
    # A contradictory sum is 0 in columns: its commune is scored by the row form.
    clean = [None if one is None else np.maximum(one, 0) for one in sums]
    largest = [None if one is None else int(one.max(initial=0)) for one in clean]
    known = [one for one in largest if one is not None]
    bound = max([entry.form.bound(block.largest, *largest), block.widest, *known])
    if bound >= WIDE:
        return None
    given = [None if one is None else one.astype(np.int64).reshape(1, -1) for one in clean]
    marks = entry.form.function(block.constants[np.int64], *given)
    # What the engine rounds is 2 * num + den.
    reached = 2 * int(np.abs(marks.num).max(initial=0)) + int(np.max(marks.den))
    if reached > bound:
        detail = Words(f"bound cho {bound} nhưng đạt tới {reached}", f"bound says {bound}, but {reached} is reached")
        raise case.broken("law-columns", [case.arguments(one) for one in case.communes], detail=detail)
    return marks


def _triple(marks: Marks) -> tuple[Any, Any, Any]:
    return marks.num, marks.den, True if marks.applicable is None else marks.applicable


def _row(values: Any, count: int) -> list[int]:
    """One number a commune, whatever shape they were given in."""
    return [int(one) for one in np.broadcast_to(np.asarray(values), (1, count))[0]]


def _through_the_engine(case: Situation) -> None:
    """The whole score sheet, with two rules of the method beside each other, in rows and in columns."""
    scheme, facts = case.scheme("criterion"), case.table()
    methods = {case.method.name: case.method}
    rows = score_rows(scheme, methods, facts)
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
    except (Broken, OutOfRange):
        raise
    except Exception as error:
        raise case.broken("law-columns", [case.arguments(case.communes[0])], detail=described(error)) from None


def _against(got: Any, wanted: Any) -> Words:
    one, other = both(got), both(wanted)
    return Words(f"{one.vi} thay vì {other.vi} điểm", f"{one.en} instead of {other.en} points")


def _differs(case: Situation, row: int, detail: Words, wanted: Any) -> Broken:
    return case.broken("law-columns", [case.arguments(case.communes[row])], [wanted], detail=detail)
