"""Leaves whose rules have one shape as a block: their constants stacked, so that one pass scores them all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np

from cchc_score.engine.columns.column_contract import is_own
from cchc_score.engine.columns.fact_terms import Array, SumColumns, Terms, stack_sums
from cchc_score.methods import ColumnForm, Constants
from cchc_score.model import Criterion


@dataclass(frozen=True, slots=True)
class PlannedLeaf:
    """One leaf with its method's constants, the terms of each parameter, and those of its factor.

    `step` is its own step, the one to which it is rounded, in steps of the scheme.
    """

    leaf: Criterion
    position: int
    step: int
    form: ColumnForm
    constants: Constants
    terms: tuple[Terms | None, ...]
    shares: tuple[int, tuple[int, ...], tuple[int, ...]] | None
    most: tuple[int | None, ...]
    within: tuple[tuple[tuple[int, ...], int], ...]

    @property
    def shape(self) -> object:
        """What leaves of one block have in common."""
        # Constants are stacked into matrices, and rules with three and with four bands do not fit into one.
        sizes = tuple(
            (name, len(constant) if isinstance(constant, tuple) else None) for name, constant in self.constants.items()
        )
        absent = tuple(terms is None for terms in self.terms)
        return id(self.form), self.step, sizes, absent, self.within, self.shares and len(self.shares[1])

    @property
    def contradictable(self) -> bool:
        """Whether known facts can contradict the rule: a signed sum below 0, or a value above its most."""
        signed = any(factor < 0 for terms in self.terms if terms for _, factor in terms)
        return signed or any(limit is not None for limit in self.most)


@dataclass(frozen=True, slots=True)
class Block:
    """Leaves of one shape, scored in one pass.

    `constants` are columns, one row a leaf or one for all, for each size of integer; `largest` their largest
    magnitudes, `widest` the largest of all; `contradictable` the rows whose facts can contradict the rule.
    """

    entries: tuple[PlannedLeaf, ...]
    rows: Array
    constants: Mapping[Any, SimpleNamespace]
    largest: SimpleNamespace
    widest: int
    sums: tuple[SumColumns | None, ...]
    shares: tuple[Array, Array, Array] | None
    contradictable: tuple[int, ...]


def build_block(entries: Sequence[PlannedLeaf]) -> Block:
    """The block of some entries of one shape."""
    names = entries[0].constants
    columns = {name: _stacked([entry.constants[name] for entry in entries]) for name in names}
    if is_own(entries[0].form):
        columns = {name: _alike(column) for name, column in columns.items()}
    constants: dict[Any, SimpleNamespace] = {
        np.int64: SimpleNamespace(**columns),
        # Both widths are made at once: which one fits shows only with the figures.
        np.int32: SimpleNamespace(**{name: _narrow(column) for name, column in columns.items()}),
    }
    largest = SimpleNamespace(**{name: _largest([entry.constants[name] for entry in entries]) for name in names})
    sums = tuple(
        None if terms is None else stack_sums([entry.terms[n] or () for entry in entries])
        for n, terms in enumerate(entries[0].terms)
    )
    shares = None
    if entries[0].shares is not None:
        given = [entry.shares for entry in entries if entry.shares is not None]
        kept, whole = (np.array([share[n] for share in given], np.int64) for n in (1, 2))
        shares = (np.array([share[0] for share in given]), kept, whole)
    flat = [number for value in vars(largest).values() for number in (value if isinstance(value, tuple) else (value,))]
    rows = np.array([entry.position for entry in entries])
    wary = tuple(row for row, entry in enumerate(entries) if entry.contradictable)
    return Block(
        entries=tuple(entries),
        rows=rows,
        constants=constants,
        largest=largest,
        widest=max(flat, default=0),
        sums=sums,
        shares=shares,
        contradictable=wary,
    )


def _stacked(values: Sequence[int | tuple[int, ...]]) -> Array | tuple[Array, ...]:
    if isinstance(values[0], tuple):
        return tuple(_stacked(column) for column in zip(*values, strict=True))  # type: ignore[misc]
    # NumPy refuses an integer beyond its range; as an object it can be stacked, and `widest` then sends the block to
    # the rows.
    wide = any(abs(value) >= 2**62 for value in values if isinstance(value, int))
    return np.array(values, object if wide else np.int64).reshape(-1, 1)


def _alike(column: Array | tuple[Array, ...]) -> Array | tuple[Array, ...]:
    """One row for all leaves where they are equal: NumPy computes with it in half the time.

    Plugins were promised a row a leaf.
    """
    if isinstance(column, tuple):
        return tuple(_alike(part) for part in column)  # type: ignore[misc]
    return column[:1] if (column == column[0]).all() else column


def _narrow(column: Array | tuple[Array, ...]) -> Array | tuple[Array, ...]:
    if isinstance(column, tuple):
        return tuple(_narrow(part) for part in column)  # type: ignore[misc]
    # Only used where the bound says that every constant fits.
    return column.astype(np.int64).astype(np.int32) if column.dtype != object else column


def _largest(values: Sequence[int | tuple[int, ...]]) -> int | tuple[int, ...]:
    if isinstance(values[0], tuple):
        return tuple(_largest(column) for column in zip(*values, strict=True))  # type: ignore[misc]
    return max(abs(value) for value in values if isinstance(value, int))
