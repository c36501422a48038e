"""Which criteria two schemes have in common, and what each line of a sheet adds to its total."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.model import Criterion, Scheme
from cchc_score.schemes.criterion_keys import pairs_by_key
from cchc_score.sheet import Cells, ScoreSheet, plain_steps
from cchc_score.text import same_name


@dataclass(frozen=True, slots=True)
class LinePair:
    """A criterion that adds to both totals, or, with one number None, to one of them only."""

    before: str | None
    after: str | None


def pair_lines(before: Scheme, after: Scheme, pairs: Mapping[str, str] | None = None) -> tuple[LinePair, ...]:
    """The lines on which two schemes can be compared, as deep as sums go.

    `pairs` says which criterion before is which one after; without it those with one key, or one number and title,
    are the same.
    """
    own, others = ([number for area in scheme.areas for number in area.criteria] for scheme in (before, after))
    return tuple(_lines(before, after, own, others, _common(before, after) if pairs is None else pairs))


def _common(before: Scheme, after: Scheme) -> Mapping[str, str]:
    found = pairs_by_key(before, after)
    numbers = (before.criteria.keys() - found.keys()) & (after.criteria.keys() - set(found.values()))
    return found | {number: number for number in numbers if _same(before.criteria[number], after.criteria[number])}


def _lines(
    before: Scheme, after: Scheme, own: Sequence[str], others: Sequence[str], pairs: Mapping[str, str]
) -> Iterator[LinePair]:
    # Only within one parent: a line that counts elsewhere now would break the sums above it.
    common = {number: pairs[number] for number in own if pairs.get(number) in others}
    for number in own:
        if number in common:
            old, new = before.criteria[number], after.criteria[common[number]]
            # Deeper only where both add up, for the parts of a best-of are no part of the total.
            if old.is_plain_sum and new.is_plain_sum:
                yield from _lines(before, after, old.parts, new.parts, pairs)
            else:
                yield LinePair(number, new.number)
        else:
            yield LinePair(number, None)
    yield from (LinePair(None, number) for number in others if number not in common.values())


def _same(criterion: Criterion, other: Criterion) -> bool:
    return same_name(criterion.title) == same_name(other.title)


class LinePoints:
    """What the lines of one sheet add to a unit's total: points, negative for a penalty, and what caps take."""

    def __init__(self, sheet: ScoreSheet) -> None:
        self._sheet = sheet
        self._step = int(10**sheet.scheme.decimals)
        self._signs = {area.code: -1 if area.kind == "penalty" else 1 for area in sheet.scheme.areas}

    def points(self, row: int, number: str) -> Fraction:
        """What a criterion adds to the total."""
        return self._signs[self._sheet.scheme.criteria[number].area] * self._of(self._sheet.criteria[number], row)

    def total(self, row: int) -> Fraction:
        """The certain points of a unit."""
        return self._of(self._sheet.total, row)

    def reachable(self, row: int) -> Fraction:
        """The points that a unit could have reached."""
        return self._points(self._sheet.total.reachable[row])

    def cut(self, row: int) -> Fraction:
        """What the caps of areas and of the total add to the sum of all lines."""
        # The highest alone, which hold their parts. The result is above 0 where a total below 0 was lifted to 0.
        tops = (number for area in self._sheet.scheme.areas for number in area.criteria)
        return self.total(row) - sum((self.points(row, number) for number in tops), Fraction(0))

    def _of(self, cells: Cells, row: int) -> Fraction:
        return self._points(cells.low[row])

    def _points(self, steps: object) -> Fraction:
        return Fraction(plain_steps(steps), self._step)
