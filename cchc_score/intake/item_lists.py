"""Items of a unit, one a line (procedures, fields, months), and what a scheme makes of all items of a unit."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from cchc_score.documents import CellTable, Document, Grid, Tables
from cchc_score.engine.known_facts import code_of
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.read_document import reports_of
from cchc_score.intake.reports import Item as Item
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.intake.wide_table import MOST_ABOVE
from cchc_score.model import Indicator, OverItems, Value
from cchc_score.points import round_half_up
from cchc_score.text import same_name

HEADINGS = ("item", "mục", "thủ tục", "lĩnh vực", "tháng", "quý")
"""The headings under which the names of the items may stand."""


@dataclass(frozen=True, slots=True)
class ItemFigure:
    """What the items of a unit come to for one fact, and where it comes from."""

    value: Value
    origin: Origin


def read_items(
    document: Document,
    name: str,
    indicators: Mapping[str, Indicator],
    year: int,
    lookup: UnitLookup,
    findings: list[Finding],
) -> dict[str, list[Item]]:
    """The items of each unit by its code, from a table with a line for each; `findings` gets what is wrong."""
    found: dict[str, list[Item]] = defaultdict(list)
    names, bare = _without_names(document)
    if bare is None:
        findings.append(Finding("items-column", Place(name), {"columns": HEADINGS}))
        return found
    for report in reports_of(bare, name, None, indicators, year):
        unit = lookup.of(report, findings)
        findings += report.findings
        item = names.get(report.place.line, "")
        if unit is None:
            continue
        place = replace(report.place, unit=unit.label)
        if not item:
            findings.append(Finding("item-unnamed", place))
        elif any(same_name(other.name) == same_name(item) for other in found[unit.code]):
            findings.append(Finding("item-twice", place, {"name": item}))
        else:
            found[unit.code].append(Item(item, {fact.code: fact.value for fact in report.facts}, place))
    return found


def new_items(found: Sequence[Item], known: Sequence[Item], findings: list[Finding]) -> list[Item]:
    """The items of a unit that are not known already, from its report or another list; `findings` gets the others."""
    names = {same_name(item.name) for item in known}
    again = [item for item in found if same_name(item.name) in names]
    findings += [Finding("item-twice", item.place, {"name": item.name}) for item in again]
    return [item for item in found if same_name(item.name) not in names]


def _without_names(document: Document) -> tuple[dict[int, str], Document | None]:
    """The names of the items by line, and the document without their column; None where there is none."""
    if isinstance(document, Grid):
        at = _column([cells for _, cells in document.rows[:MOST_ABOVE]])
        if at is None:
            return {}, None
        names = {line: cells[at].strip() for line, cells in document.rows if at < len(cells)}
        rows = tuple((line, cells[:at] + cells[at + 1 :]) for line, cells in document.rows)
        return names, replace(document, rows=rows, letters=document.letters[:at] + document.letters[at + 1 :])
    if isinstance(document, Tables) and len(document.tables) == 1:
        (table,) = document.tables
        at = _column([[cell.text for cell in cells] for _, cells in table.rows[:MOST_ABOVE]])
        if at is None:
            return {}, None
        names = {line: cells[at].text.strip() for line, cells in table.rows}
        rest = tuple((line, cells[:at] + cells[at + 1 :]) for line, cells in table.rows)
        return names, replace(document, tables=(CellTable(rest, table.name, table.number, table.after),))
    return {}, None


def _column(rows: Sequence[Sequence[str]]) -> int | None:
    """The column of the names of the items; None where no row has a heading for it."""
    for cells in rows:
        folded = [same_name(text) for text in cells]
        for heading in HEADINGS:
            if same_name(heading) in folded:
                return folded.index(same_name(heading))
    return None


def item_figure(indicator: Indicator, over: OverItems, items: Sequence[Item]) -> ItemFigure | None:
    """What the items of a unit come to; None where a figure of any of them is unknown, or there is nothing to take.

    Of shares those items are left out whose whole is 0. A number is rounded half up to the decimals of the indicator;
    a count looks at what is exact.
    """
    values: list[Value] = []
    for item in items:
        if over.value not in item.facts or (over.whole and over.whole not in item.facts):
            return None
        value = item.facts[over.value]
        if over.whole:
            whole = _number(item.facts[over.whole])
            if whole == 0:
                continue
            value = 100 * _number(value) / whole
        values.append(value)
    taken = _taken(over, values)
    if taken is None:
        return None
    rounded = Fraction(round_half_up(taken, indicator.decimals), 10**indicator.decimals)
    return ItemFigure(rounded, _origin(items))


def _taken(over: OverItems, values: Sequence[Value]) -> Fraction | None:
    if over.take == "count":
        return Fraction(sum(_meets(over, value) for value in values))
    numbers = [_number(value) for value in values]
    if over.take == "sum":
        return sum(numbers, Fraction(0))
    # Of nothing there is no lowest, and no mean.
    if not numbers:
        return None
    if over.take == "mean":
        return sum(numbers, Fraction(0)) / len(numbers)
    return min(numbers) if over.take == "lowest" else max(numbers)


def _meets(over: OverItems, value: Value) -> bool:
    return code_of(value) in over.answers if over.at_least is None else _number(value) >= over.at_least


def _number(value: Value) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(int(bool(value)))


def _origin(items: Sequence[Item]) -> Origin:
    """Where a unit's items begin; how many there are stands beside it."""
    first = items[0].place if items else Place("")
    return Origin(first.file, first.line, remark=f"{len(items)} mục")
