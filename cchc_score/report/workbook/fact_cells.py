"""The cells of facts in formulas, and what is known of them.

A formula is a template: `{0}`, `{1}`, ... stand for the rows of facts, `{row}` for that of the unit among the points,
`{group}` for that of its group on the sheet of the best.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from cchc_score.facts import Table
from cchc_score.formulas import (
    LARGEST_EXACT,
    AnswerCell,
    Condition,
    DayCell,
    FactCell,
    Term,
    any_of,
    common_unit,
    whole,
)
from cchc_score.model import FactRef, Indicator, Scheme

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


class NoFormula(Exception):
    """A rule that cannot be written as a formula whose numbers stay exact."""


@dataclass(frozen=True, slots=True)
class FactCells:
    """The cells of facts in formulas: where they stand, how they are written, how large they are in this year."""

    scheme: Scheme
    table: Table
    words: Mapping[str, Mapping[str, str]]
    """What is written for each answer, by the code of its question."""
    sheet: str
    slots: dict[str, int] = field(default_factory=dict)
    largest: dict[str, int] = field(default_factory=dict)
    """The largest magnitudes that were looked for so far, by code."""

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
        most = self._largest(code)
        return (Term(cell, most), 1) if unit == 1 else (Term(f"ROUND({cell}*{unit},0)", most), unit)

    def _largest(self, code: str) -> int:
        """The largest magnitude of a figure in this year; at least 1, for one that nobody reported yet."""
        if code not in self.largest:
            column = self.table.columns.get(code)
            values = column.values if column is not None else ()
            self.largest[code] = max(1, max((abs(int(value)) for value in values), default=0))
        return self.largest[code]

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
