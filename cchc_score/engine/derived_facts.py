"""Facts that follow from others, as the lowest of several or how many meet a condition; or from the list of units."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from cchc_score.engine.known_facts import code_of
from cchc_score.facts import Column, Table, extended
from cchc_score.model import Derived, Indicator, Scheme, Unit
from cchc_score.points import round_half_up
from cchc_score.text import common_noun


def with_derived(scheme: Scheme, table: Table) -> Table:
    """The table with the derived facts of a scheme; each is known of a unit where all that it is made of are known.

    One that a unit reports itself stands as it is reported.
    """
    asked = {code: one.derived for code, one in scheme.indicators.items() if one.derived is not None}
    made = {code: _column(scheme.indicators, code, derived, table) for code, derived in asked.items()}
    known = {code: cells for code, cells in made.items() if any(cells[1])}
    if not known:
        return table
    # What rests on a figure in doubt is in doubt.
    doubts = (
        {
            (row, code)
            for code in known
            for part in scheme.indicators[code].parts_of_it
            for row in range(len(table.units))
            if (row, part) in table.doubts
        }
        if table.doubts
        else set()
    )
    return extended(table, scheme.indicators, known, frozenset(doubts))


def _column(
    indicators: Mapping[str, Indicator], code: str, derived: Derived, table: Table
) -> tuple[list[int], list[int]]:
    """The stored values of a derived fact by row, and whether each is known."""
    if derived.kind == "unit":
        return _of_units(indicators[code], derived, table)
    count = len(table.units)
    own = table.columns.get(code)
    parts = [table.columns.get(part) for part in derived.facts]
    values, known = [0] * count, [0] * count
    for row in range(count):
        if own is not None and own.known[row]:
            values[row], known[row] = own.values[row], 1
        elif all(part is not None and part.known[row] for part in parts):
            values[row], known[row] = derived_value(indicators[code], derived, [part for part in parts if part], row), 1
    return values, known


def _of_units(indicator: Indicator, derived: Derived, table: Table) -> tuple[list[int], list[int]]:
    """The places of the answers that the list of units gives; where it gives none of them, what is reported stands."""
    own = table.columns.get(indicator.code)
    values, known = [0] * len(table.units), [0] * len(table.units)
    for row, unit in enumerate(table.units):
        place = listed_answer(indicator, derived, unit)
        if place is not None:
            values[row], known[row] = place, 1
        elif own is not None and own.known[row]:
            values[row], known[row] = own.values[row], 1
    return values, known


def listed_answer(indicator: Indicator, derived: Derived, unit: Unit) -> int | None:
    """The place of the option, by its code or its name, that the list of units has for a unit."""
    text = common_noun(unit.kind if derived.column == "kind" else unit.grade)
    for place, option in enumerate(indicator.options):
        if text in (common_noun(option.code), common_noun(option.name)):
            return place
    return None


def derived_value(indicator: Indicator, derived: Derived, parts: Sequence[Column], row: int) -> int:
    """What a derived fact is for a unit of whom all its parts are known, as a column stores it."""
    if derived.kind == "count":
        return sum(_meets(derived, part, row) for part in parts)
    if derived.kind == "mean":
        values = [Fraction(part.values[row], 10**part.indicator.decimals) for part in parts]
        return round_half_up(sum(values, Fraction(0)) / len(values), indicator.decimals)
    # As whole numbers of one power of ten: the parts have at most the decimals of what is made of them.
    stored: list[int] = [part.values[row] * 10 ** (indicator.decimals - part.indicator.decimals) for part in parts]
    return min(stored) if derived.kind == "lowest" else max(stored)


def _meets(derived: Derived, part: Column, row: int) -> bool:
    value = part.value(row)
    if derived.at_least is None:
        return code_of(value) in derived.answers
    # A scheme counts by a limit only what is a number.
    return isinstance(value, Fraction) and value >= derived.at_least
