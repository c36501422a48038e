"""Whether the column form of a plugin's method keeps its contract: held against the row form, which is the method.

What the core brings is held against its rows by laws alone. A plugin's author may have skipped them.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from cchc_score.engine.calls import Breach, call
from cchc_score.engine.columns.fact_terms import Array
from cchc_score.engine.leaves import Leaf
from cchc_score.methods import ColumnForm, Marks

LOOKS = 16
"""How many communes of a criterion are scored both ways."""


def is_own(form: ColumnForm) -> bool:
    """Whether a column form comes with the core."""
    return form.function.__module__.startswith("cchc_score.builtin.")


def well_formed(marks: Any, shape: tuple[int, int], scored: Array, most: Array) -> bool:
    """Whether marks are whole numbers over positive denominators, of the right shape, from 0 to `most` where scored."""
    if not isinstance(marks, Marks):
        return False
    try:
        num, den, applies = _whole(marks, shape)
    except ValueError:
        return False
    if num.dtype.kind not in "iu" or den.dtype.kind not in "iu" or applies.dtype.kind != "b" or (den <= 0).any():
        return False
    # A division rounded up, for a product with the maximum could leave the range.
    inside = (num >= 0) & ((num + den - 1) // den <= most)
    # What does not apply, or is not known, has no points, whatever stands here.
    return bool((inside | ~applies | ~scored).all())


def same_as_rows(marks: Marks, leaves: Sequence[Leaf], step: int, scored: Array, first: int) -> bool:
    """Whether some communes whose figures are known have the same points both ways.

    `leaves` are the row forms of the marks' rows, a whole number is 1 / `step` points, and the first column is the row
    `first` of the table.
    """
    num, den, applies = _whole(marks, scored.shape)
    for place, leaf in enumerate(leaves):
        columns = np.flatnonzero(scored[place])
        for column in columns[:: max(1, len(columns) // LOOKS)].tolist():
            row = first + column
            if not leaf.ruled(row):
                continue
            try:
                points = call(leaf.method, leaf.rules[leaf.groups[row]], leaf.values(row))
            except Breach:
                return False
            at = place, column
            if points != (Fraction(int(num[at]), int(den[at]) * step) if applies[at] else None):
                return False
    return True


def _whole(marks: Marks, shape: tuple[int, ...]) -> Iterator[Array]:
    """Numerators, denominators and what applies, in full: a row, a column or a number may stand for all."""
    applicable = True if marks.applicable is None else marks.applicable
    return (np.broadcast_to(np.asarray(one), shape) for one in (marks.num, marks.den, applicable))
