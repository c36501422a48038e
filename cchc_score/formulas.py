"""Rules as formulas of a spreadsheet: whole numbers that know how large they can become.

A method's `formula` builds the same arithmetic as its function out of these, in whole steps, so that a spreadsheet
rounds as the engine does. Such a program writes at most 15 digits of a number, and keeps whole numbers exactly up to
2^53: what may have more digits is written as a value instead.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from math import lcm
from operator import add, mul, sub
from typing import TypeAlias

LARGEST_EXACT = 10**15
"""Below it a spreadsheet writes and calculates every whole number with all its digits, which are 15 at most."""
_FIRST_SURE_DAY = date(1900, 3, 1)
_DAY_0 = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that holds or does not; `peak` is the largest magnitude of any number in it."""

    text: str
    peak: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """A whole number: its text, the largest magnitude that it can have, and that of anything in it.

    `value` is the number itself where it is known: made of figures instead of cells, the same arithmetic gives it.
    """

    text: str
    most: int
    peak: int = 0
    single: bool = True
    """Whether it needs no brackets beside another."""
    value: int | None = None

    @property
    def largest(self) -> int:
        """The largest magnitude of the number itself and of all that it is made of."""
        return max(self.most, self.peak)

    @property
    def factor(self) -> str:
        """The text as it stands beside a sign of multiplication."""
        return self.text if self.single else f"({self.text})"

    def __add__(self, other: "Term") -> "Term":
        value = _known(add, self, other)
        return Term(f"{self.text}+{other.text}", self.most + other.most, _peak(self, other), False, value)

    def __sub__(self, other: "Term") -> "Term":
        value = _known(sub, self, other)
        return Term(f"{self.text}-{other.factor}", self.most + other.most, _peak(self, other), False, value)

    def __mul__(self, other: "Term | int") -> "Term":
        if isinstance(other, int):
            other = whole(other)
        if other.text == "1":
            return self
        if self.text == "1":
            return other
        value = _known(mul, self, other)
        return Term(f"{self.factor}*{other.factor}", self.most * other.most, _peak(self, other), value=value)

    __rmul__ = __mul__

    def __ge__(self, other: "Term") -> Condition:
        return _compared(self, ">=", other)

    def __gt__(self, other: "Term") -> Condition:
        return _compared(self, ">", other)

    def __le__(self, other: "Term") -> Condition:
        return _compared(self, "<=", other)

    def __lt__(self, other: "Term") -> Condition:
        return _compared(self, "<", other)

    def equals(self, other: "Term") -> Condition:
        """Whether both are one number."""
        return _compared(self, "=", other)


def _peak(*terms: Term) -> int:
    return max(term.largest for term in terms)


def _known(operation: Callable[[int, int], int], one: Term, other: Term) -> int | None:
    if one.value is None or other.value is None:
        return None
    return operation(one.value, other.value)


def _compared(one: Term, sign: str, other: Term) -> Condition:
    return Condition(f"{one.text}{sign}{other.text}", _peak(one, other))


def whole(number: int) -> Term:
    """A whole number written out."""
    return Term(str(number), abs(number), 0, number >= 0, number)


def least(one: Term, other: Term) -> Term:
    """The smaller of two numbers."""
    text = f"MIN({one.text},{other.text})"
    return Term(text, max(one.most, other.most), _peak(one, other), value=_known(min, one, other))


def largest(one: Term, other: Term) -> Term:
    """The larger of two numbers."""
    text = f"MAX({one.text},{other.text})"
    return Term(text, max(one.most, other.most), _peak(one, other), value=_known(max, one, other))


def added(terms: "list[Term]") -> Term:
    """The sum of some numbers."""
    first, *others = terms
    for term in others:
        first = first + term
    return first


def any_of(conditions: "list[Condition]") -> Condition:
    """Whether one of some conditions holds."""
    peak = max(condition.peak for condition in conditions)
    if len(conditions) == 1:
        return conditions[0]
    return Condition(f"OR({','.join(condition.text for condition in conditions)})", peak)


def all_of(conditions: "list[Condition]") -> Condition:
    """Whether all of some conditions hold."""
    if len(conditions) == 1:
        return conditions[0]
    peak = max(condition.peak for condition in conditions)
    return Condition(f"AND({','.join(condition.text for condition in conditions)})", peak)


@dataclass(frozen=True, slots=True)
class AnswerCell:
    """A cell that holds an answer to a question; `words` are what stands in it for each answer's code."""

    text: str
    words: Mapping[str, str]

    def says(self, answer: str) -> Condition:
        """Whether it holds an answer, by its code."""
        return Condition(f'{self.text}="{self.words[answer]}"')


@dataclass(frozen=True, slots=True)
class DayCell:
    """A cell that holds a day, or a word where the day never came."""

    text: str

    @property
    def never(self) -> Condition:
        """Whether the day never came."""
        return Condition(f"NOT(ISNUMBER({self.text}))")

    def by(self, day: date) -> Condition:
        """Whether a day that came was not after another."""
        return Condition(f"{self.text}<={serial(day)}")


def serial(day: date) -> int:
    """A day as spreadsheets count them; a ValueError before March 1900, where they do not agree."""
    if day < _FIRST_SURE_DAY:
        raise ValueError("before 1900")
    return (day - _DAY_0).days


@dataclass(frozen=True, slots=True)
class Quotient:
    """Points as num / den, in steps of the rule's decimals; both are whole, `den` is above 0."""

    num: Term
    den: Term


@dataclass(frozen=True, slots=True)
class Case:
    """Points that hang on a condition."""

    when: Condition
    then: "Worth"
    otherwise: "Worth"


@dataclass(frozen=True, slots=True)
class AgainstBest:
    """Points that hang on the best of the ranking group.

    `own` is what units are held against each other by; one whose `den` is 0 is left out. `worth` is told the largest of
    them, 0 / 1 where nobody takes part, and gives the points.
    """

    own: Quotient
    worth: "Callable[[Quotient], Worth]"


Worth: TypeAlias = "Quotient | Case | AgainstBest | None"
"""What a rule gives: points, or None where the criterion does not apply; perhaps by cases, or by what others have."""
FactCell: TypeAlias = Term | AnswerCell | DayCell | None
"""A fact of a rule: a number in whole steps of 1 / scale, an answer, a day; None for one that the rule leaves out."""


def steps(count: int) -> Quotient:
    """So many steps."""
    return Quotient(whole(count), whole(1))


def common_unit(denominators: "list[int]") -> int:
    """The number of parts in which all of some fractions are whole."""
    return lcm(*denominators)


def if_nothing(max_steps: int, treatment: str) -> Worth:
    """What a treatment of 'nothing arose' gives: 'full', 'zero' or 'not_applicable'."""
    return {"full": steps(max_steps), "zero": steps(0), "not_applicable": None}[treatment]
