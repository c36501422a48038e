"""Reported facts as columns, each cell with where it came from."""

from array import array
from collections import ChainMap
from collections.abc import Mapping, MutableSequence, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from cchc_score.findings import Place
from cchc_score.model import NUMBERS, FactRef, Indicator, Unit, Value
from cchc_score.signed_sums import signed_sum
from cchc_score.text import Lang, pick

MAX_VALUE = 10**15
MAX_DECIMALS = 3
"""With at most so many decimals, a stored fact stays below 2^63."""


class Origin(NamedTuple):
    """Where a fact stands: file, line of it or of its table, cell on a page, or paragraph; form row, text, remark.

    A `draft` was read by a program that may misread it: where it is known, somebody has accepted it unseen.
    """

    file: str
    line: int = 0
    row: str = ""
    printed: str = ""
    remark: str = ""
    source: str = ""
    table: int = 0
    cell: str = ""
    converted: str = ""
    """The program that turned the file into one that can be read; '' where none had to."""
    page: int = 0
    draft: bool = False
    checked_by: str = ""
    """Who has compared it with the document, and confirmed or corrected it; '' for nobody who says so."""
    reason: str = ""
    replaces: str = ""
    """What was printed, or read, in the place of a corrected one."""
    paragraph: int = 0

    def checked_words(self, lang: Lang) -> str:
        """Who has confirmed or corrected it, and why; '' where nobody has."""
        if not self.checked_by:
            return ""
        if self.replaces:
            text = pick(
                lang,
                f"{self.checked_by} sửa từ '{self.replaces}'",
                f"corrected from '{self.replaces}' by {self.checked_by}",
            )
        else:
            text = pick(lang, f"{self.checked_by} đã soát", f"checked by {self.checked_by}")
        return f"{text}: {self.reason}" if self.reason else text

    def source_words(self, lang: Lang) -> str:
        """What a report says about the source, and by which program its file was converted."""
        converted = pick(lang, "chuyển bằng ", "converted by ") + self.converted if self.converted else ""
        return "; ".join(filter(None, (self.source, converted)))

    def place(self, unit: str = "") -> Place:
        """The place for a finding about it."""
        return Place(
            self.file,
            self.line,
            unit,
            self.row,
            table=self.table,
            cell=self.cell,
            page=self.page,
            paragraph=self.paragraph,
        )


@dataclass(frozen=True, slots=True)
class Column:
    """One indicator of all units: whole numbers of 10^-decimals, and for each unit whether it is known.

    A yes is 1 and a no 0; an option is its place in the indicator's list; a date is its proleptic day, and 0 is
    'never'. Where a fact is unknown, both hold 0.
    """

    indicator: Indicator
    # In quotation marks, since `memoryview` cannot be subscripted while a program runs on the older versions of Python.
    values: "MutableSequence[int] | memoryview[int]"
    known: "MutableSequence[int] | memoryview[int]"

    def value(self, row: int) -> Value:
        """The fact of one unit as a rule sees it; only for a known cell."""
        return decode(self.indicator, self.values[row])


@dataclass(frozen=True, slots=True)
class Table:
    """The facts of all units: the one thing that is scored."""

    units: tuple[Unit, ...]
    columns: Mapping[str, Column]
    origins: Mapping[tuple[int, str], Origin] = field(default_factory=dict)
    """Where each fact stands; of an unknown one, where a draft of it stands that nobody has confirmed."""
    doubts: frozenset[tuple[int, str]] = frozenset()
    cells: "tuple[array[int], bytearray] | None" = None
    """The memory of all columns, one after the other, and after them one column of which nothing is known."""
    unranked: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        # A frozen dataclass refuses a plain assignment in its own `__post_init__` as well.
        object.__setattr__(self, "unranked", tuple(row for row, unit in enumerate(self.units) if not unit.ranked))

    def known(self, row: int, code: str) -> bool:
        """Whether a unit's fact is known."""
        column = self.columns.get(code)
        return column is not None and bool(column.known[row])

    def value(self, row: int, code: str) -> Value:
        """A known fact of one unit as a rule sees it."""
        return self.columns[code].value(row)

    def doubted(self, row: int, codes: Sequence[str]) -> bool:
        """Whether any of a unit's facts is in doubt."""
        return any((row, code) in self.doubts for code in codes)


def decode(indicator: Indicator, stored: int) -> Value:
    """A stored whole number as a rule sees it."""
    if indicator.kind == "yes_no":
        return bool(stored)
    if indicator.kind == "option":
        return indicator.options[stored].code
    if indicator.kind == "date":
        return date.fromordinal(stored) if stored else None
    return _fraction(stored, indicator.decimals)


# Many units have the same small numbers, and whoever explains points asks for each of them several times.
@lru_cache(maxsize=1 << 14)
def _fraction(stored: int, decimals: int) -> Fraction:
    # One argument alone spares the search for a common divisor.
    return Fraction(stored, 10**decimals) if decimals else Fraction(stored)


def encode(indicator: Indicator, value: Value) -> int:
    """A fact as the whole number that a column stores; a ValueError when the indicator cannot hold it."""
    if indicator.kind == "date" and (value is None or isinstance(value, date)):
        return value.toordinal() if value else 0
    if indicator.kind == "yes_no" and isinstance(value, bool):
        return int(value)
    if indicator.kind == "option" and isinstance(value, str):
        # `index` raises the ValueError that is promised for an answer which the indicator does not have.
        return [option.code for option in indicator.options].index(value)
    # Apart from the case below, because whole numbers are by far the most, and are scaled without fractions.
    if indicator.kind in NUMBERS and isinstance(value, Fraction) and value.denominator == 1:
        if not 0 <= value.numerator <= MAX_VALUE:
            raise ValueError("out of range")
        return value.numerator * int(10**indicator.decimals)
    if indicator.kind in NUMBERS and isinstance(value, Fraction) and (value * 10**indicator.decimals).denominator == 1:
        if not 0 <= value <= MAX_VALUE:
            raise ValueError("out of range")
        return int(value * 10**indicator.decimals)
    raise ValueError("not a value of this kind")


@dataclass(frozen=True, slots=True)
class Batch:
    """Facts of some units that stand in columns already, as a Column stores them, by indicator.

    The unit at `places[n]` of the table, ascending, has what stands at `rows[n]` of every column.
    """

    places: Sequence[int]
    rows: Sequence[int]
    values: Mapping[str, Sequence[int]]
    known: Mapping[str, Sequence[int]]

    def fill(self, starts: Mapping[str, int], values: "array[int]", known: bytearray) -> None:
        """Write into the memory of a table, in which each indicator's column starts somewhere."""
        if not self.rows:
            return
        runs = self._runs()
        # One row more, so that even a single one is picked as a tuple.
        pick = itemgetter(*self.rows, self.rows[0])
        for code in self.known.keys() & starts.keys():
            own, given = array("q", pick(self.values[code])), bytes(pick(self.known[code]))
            for first, last in runs:
                at = starts[code] + self.places[first]
                part = slice(at, at + last - first)
                values[part], known[part] = own[first:last], given[first:last]

    def has(self, code: str) -> bool:
        """Whether an indicator is known of any of the units."""
        return any(map(self.known[code].__getitem__, self.rows))

    def _runs(self) -> list[tuple[int, int]]:
        """Where places follow one another: there, a whole slice is written at once."""
        places = self.places
        starts = [n for n in range(len(places)) if not n or places[n] != places[n - 1] + 1]
        return list(zip(starts, [*starts[1:], len(places)], strict=False))


def table(
    units: Sequence[Unit],
    indicators: Mapping[str, Indicator],
    facts: Mapping[tuple[int, str], Value],
    origins: Mapping[tuple[int, str], Origin] | None = None,
    doubts: frozenset[tuple[int, str]] = frozenset(),
    batches: Sequence[Batch] = (),
) -> Table:
    """Columns from single facts, keyed by the unit's place and the indicator's code, and from batches of other units.

    What is absent is unknown.
    """
    batched = {code for batch in batches for code in batch.known if batch.has(code)}
    # A set of texts has another order in every process; a scheme compiled for one table must fit the next.
    codes = sorted(batched | {code for _, code in facts})
    count = len(units)
    # One memory for all columns, so that scoring in columns takes it as one matrix without copying.
    values, known = array("q", bytes(8 * count * (len(codes) + 1))), bytearray(count * (len(codes) + 1))
    first = {code: position * count for position, code in enumerate(codes)}
    for batch in batches:
        batch.fill(first, values, known)
    for (row, code), value in facts.items():
        values[first[code] + row] = encode(indicators[code], value)
        known[first[code] + row] = 1
    return _table(tuple(units), indicators, first, (values, known), {} if origins is None else origins, doubts)


def corrected(
    facts: Table,
    indicators: Mapping[str, Indicator],
    changes: Mapping[tuple[int, str], tuple[bool, Value]],
    origins: Mapping[tuple[int, str], Origin],
) -> Table:
    """A table in which some facts are others, or unknown (False, None); what was in doubt about them no longer is."""
    if not changes:
        return facts
    codes = sorted(facts.columns.keys() | {code for _, code in changes})
    count = len(facts.units)
    values, known = array("q", bytes(8 * count * (len(codes) + 1))), bytearray(count * (len(codes) + 1))
    first = {code: position * count for position, code in enumerate(codes)}
    for code, column in facts.columns.items():
        values[first[code] : first[code] + count] = array("q", column.values)
        known[first[code] : first[code] + count] = bytes(column.known)
    for (row, code), (is_known, value) in changes.items():
        # Where nothing is known stands 0, whatever was there: the column forms compute with every cell, known or not.
        values[first[code] + row] = encode(indicators[code], value) if is_known else 0
        known[first[code] + row] = is_known
    # A layer over the old origins and no copy of them: corrections are few, origins as many as facts.
    where = ChainMap({key: origins[key] for key in changes}, facts.origins)  # type: ignore[arg-type]
    return _table(facts.units, indicators, first, (values, known), where, facts.doubts - changes.keys())


def extended(
    facts: Table,
    indicators: Mapping[str, Indicator],
    more: Mapping[str, tuple[Sequence[int], Sequence[int]]],
    doubts: frozenset[tuple[int, str]] = frozenset(),
) -> Table:
    """A table with further columns, or others in their place: stored values and whether each is known, by row."""
    codes = sorted(facts.columns.keys() | more.keys())
    count = len(facts.units)
    values, known = array("q", bytes(8 * count * (len(codes) + 1))), bytearray(count * (len(codes) + 1))
    first = {code: position * count for position, code in enumerate(codes)}
    for code, start in first.items():
        own = facts.columns.get(code)
        told = more.get(code, (own.values, own.known) if own else ((), ()))
        values[start : start + count], known[start : start + count] = array("q", told[0]), bytes(told[1])
    return _table(facts.units, indicators, first, (values, known), facts.origins, facts.doubts | doubts)


def _table(
    units: tuple[Unit, ...],
    indicators: Mapping[str, Indicator],
    first: Mapping[str, int],
    cells: "tuple[array[int], bytearray]",
    origins: Mapping[tuple[int, str], Origin],
    doubts: frozenset[tuple[int, str]],
) -> Table:
    """A table over one memory, in which each indicator's column starts somewhere."""
    count, (all_values, all_known) = len(units), (memoryview(cells[0]), memoryview(cells[1]))
    columns = {
        code: Column(indicators[code], all_values[start : start + count], all_known[start : start + count])
        for code, start in first.items()
    }
    return Table(units, columns, origins, doubts, cells)


def total(facts: Table, row: int, ref: FactRef) -> Fraction:
    """The signed sum of a unit's known numbers; a yes counts 1."""
    return signed_sum(ref, lambda code: facts.value(row, code))
