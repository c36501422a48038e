"""Which facts must be known for a leaf, as columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cchc_score.engine.columns.fact_terms import Array
from cchc_score.model import Outcome, Scheme


@dataclass(frozen=True, slots=True)
class KnownColumns:
    """Which columns the leaves need, and the outcome when one of them is unknown.

    `first` is the first column of every leaf; `more` has the leaves that need a second, a third, ... and those.
    """

    first: Array
    more: tuple[tuple[Array, Array], ...]
    otherwise: Array
    mixed: tuple[tuple[int, tuple[int, ...]], ...]


def known_columns(scheme: Scheme, facts: Sequence[Sequence[str]], where: Mapping[str, int]) -> KnownColumns:
    """The columns of the facts that each leaf needs; a fact that has none is the column after the last."""
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
