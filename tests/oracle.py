"""A second scorer, slow and plain, written from the documents alone: what the engine must agree with exactly.

It imports nothing of the program, so that no fault can be shared, and it does everything anew for every unit.
A scheme is the dict that its TOML gives (decimals as Decimal); a fact is a number, a bool, an option's code, a date
or NEVER; a fact that is absent is unknown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

NEVER = "never"
NOT_APPLICABLE, SCORED, PENDING, MISSING = GRAVITY = ("NOT_APPLICABLE", "SCORED", "PENDING", "MISSING")
TOTAL = "total"

Fact = int | Decimal | Fraction | bool | str | date
Table = Mapping[str, Any]


@dataclass(frozen=True)
class Unit:
    """A unit and what is known of it."""

    code: str
    kind: str = ""
    ranked: bool = True
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True)
class Mark:
    """What a unit has of a criterion, an area or the total."""

    outcome: str
    low: Fraction
    high: Fraction
    reachable: Fraction

    @property
    def index(self) -> Fraction | None:
        """The certain share in percent; None where nothing was reachable."""
        return 100 * self.low / self.reachable if self.reachable else None

    @property
    def index_high(self) -> Fraction | None:
        """The possible share in percent; None where nothing was reachable."""
        return 100 * self.high / self.reachable if self.reachable else None


@dataclass(frozen=True)
class Result:
    """All that a unit gets: a mark for each place, the class, the rank, and the rank in each area."""

    marks: Mapping[str, Mark]
    class_name: str | None
    rank: int | None
    area_ranks: Mapping[str, int | None]


@dataclass(frozen=True)
class Year:
    """A scheme and all its units, because some rules look at the others."""

    scheme: Table
    units: Sequence[Unit]

    @property
    def step(self) -> Fraction:
        """The smallest difference of points."""
        return Fraction(1, 10 ** self.scheme["scheme"]["decimals"])

    def criterion(self, number: str) -> Table:
        """The table of a criterion."""
        return self.scheme["criterion"][number]

    def parts(self, number: str) -> list[str]:
        """The numbers directly under a criterion, or under the number of an area."""
        return [one for one in self.scheme["criterion"] if one.rpartition(".")[0] == number]

    def together(self, one: Unit, other: Unit) -> bool:
        """Whether two units are compared with each other."""
        return self.scheme["ranking"]["group_by"] == "none" or one.kind == other.kind


class Absent(Exception):
    """The points cannot be told; `outcome` says why."""

    def __init__(self, outcome: str):
        super().__init__(outcome)
        self.outcome = outcome


NOTHING = Mark(NOT_APPLICABLE, Fraction(0), Fraction(0), Fraction(0))


def score(scheme: Table, units: Sequence[Unit]) -> list[Result]:
    """The result of every unit, in the order of the list of units."""
    year = Year(scheme, units)
    marks = [unit_marks(year, unit) for unit in units]
    ranks = ranked(year, [one[TOTAL] for one in marks])
    in_areas = {code: ranked(year, [one[code] for one in marks]) for code in scheme["area"]}
    return [
        Result(own, class_of(year, own), ranks[place], {code: column[place] for code, column in in_areas.items()})
        for place, own in enumerate(marks)
    ]


# Facts


def terms(ref: str | Sequence[str]) -> list[tuple[int, str]]:
    """The signs and indicators of a fact in a setting."""
    codes = [ref] if isinstance(ref, str) else ref
    return [(-1, code[1:]) if code.startswith("-") else (1, code) for code in codes]


def need(year: Year, unit: Unit, refs: Iterable[str | Sequence[str]]) -> None:
    """Raise Absent unless all facts of some settings are known."""
    codes = [code for ref in refs for _, code in terms(ref) if code not in unit.facts]
    sources = [year.scheme["indicator"][code].get("source", "report") for code in codes]
    if sources:
        raise Absent(MISSING if "report" in sources else PENDING)


def number_of(unit: Unit, code: str) -> Fraction:
    """A fact as a number: a yes is 1."""
    return Fraction(unit.facts[code])  # type: ignore[arg-type]


def amount(unit: Unit, ref: str | Sequence[str]) -> Fraction:
    """A signed sum of known facts; below 0 it is a contradiction."""
    total = sum((sign * number_of(unit, code) for sign, code in terms(ref)), Fraction(0))
    if total < 0:
        raise Absent(MISSING)
    return total


def answer(unit: Unit, code: str) -> str:
    """A known answer as the schemes write it."""
    value = unit.facts[code]
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


# Leaves

FACT_SETTINGS = {
    "options": ["fact"],
    "deadline": ["date"],
    "bands": ["value", "part", "whole"],
    "ratio": ["part", "whole"],
    "count": ["count"],
    "given": ["points"],
    "best": ["value", "whole"],
    "target": ["value", "target"],
}
"""The settings of each method that hold a fact."""


def asked(rule: Table) -> list[str | Sequence[str]]:
    """The facts that a rule itself needs."""
    if rule["method"] == "answers":
        return list(rule["answers"])
    return [rule[key] for key in FACT_SETTINGS[rule["method"]] if key in rule]


def treated(treatment: str, most: Fraction) -> Fraction | None:
    """What `if_none` and `otherwise` say."""
    return {"full": most, "zero": Fraction(0), "not_applicable": None}[treatment]


def is_open(year: Year, unit: Unit, rule: Table) -> bool:
    """Whether the condition of a rule holds."""
    if "gate" not in rule:
        return True
    gate = rule["gate"]
    need(year, unit, [gate["fact"]])
    if "answers" in gate:
        return answer(unit, gate["fact"]) in gate["answers"]
    return amount(unit, gate["fact"]) >= Fraction(gate["from"])


def leaf_points(year: Year, unit: Unit, number: str) -> Fraction | None:
    """The unrounded points of a leaf; None where it does not apply."""
    rule = year.criterion(number)
    most = Fraction(rule["max_points"])
    if not is_open(year, unit, rule):
        return treated(rule["gate"].get("otherwise", "zero"), most)
    factor = rule.get("factor")
    need(year, unit, asked(rule) + ([factor["fact"]] if factor else []))
    points = METHODS[rule["method"]](year, unit, rule, most)
    if points is None or not factor:
        return points
    return points * Fraction(factor["values"][answer(unit, factor["fact"])])


def options(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction | None:
    """The points beside the answer."""
    points = rule["points"][answer(unit, rule["fact"])]
    return None if points == "not_applicable" else Fraction(points)


def deadline(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction:
    """The points of the first step whose day has not passed."""
    day = unit.facts[rule["date"]]
    if day == NEVER:
        return Fraction(rule["never"])
    return Fraction(next((one["points"] for one in rule["steps"] if day <= one["by"]), rule["late"]))


def bands(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction | None:
    """The points of the highest band reached."""
    if "value" in rule:
        reached = amount(unit, rule["value"])
    else:
        part, whole = amount(unit, rule["part"]), amount(unit, rule["whole"])
        if whole == 0:
            return treated(rule["if_none"], most)
        reached = 100 * part / whole
    for band in rule["bands"]:
        if reached > Fraction(band["above"]) if "above" in band else reached >= Fraction(band["from"]):
            return Fraction(band["points"])
    raise AssertionError("the last band starts at 0")


def ratio(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction | None:
    """The maximum times the share."""
    part, whole = amount(unit, rule["part"]), amount(unit, rule["whole"])
    if whole == 0:
        return treated(rule["if_none"], most)
    if 100 * part / whole < Fraction(rule.get("zero_below", 0)):
        return Fraction(0)
    return min(most, most * part / whole)


def count(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction:
    """So much for each, between 0 and the maximum."""
    points = Fraction(rule.get("start", 0)) + Fraction(rule["each"]) * amount(unit, rule["count"])
    return max(Fraction(0), min(most, points))


def given(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction:
    """The fact itself; more than the maximum is a contradiction."""
    points = amount(unit, rule["points"])
    if points > most:
        raise Absent(MISSING)
    return points


def answers(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction | None:
    """The maximum times the mean of what every answer keeps."""
    given = {code: amount(unit, code) for code in rule["answers"]}
    if sum(given.values()) == 0:
        return treated(rule["if_none"], most)
    kept = sum(many * Fraction(rule["answers"][code]) for code, many in given.items())
    return most * kept / (100 * sum(given.values()))


def best(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction | None:
    """The maximum times own by best."""
    own = share(unit, rule)
    largest = max(peers(year, unit, rule, share), default=Fraction(0))
    if own is None or largest == 0:
        return treated(rule["if_none"], most)
    return min(most, most * own / largest)


def share(unit: Unit, rule: Table) -> Fraction | None:
    """A unit's value, by its whole where there is one; None for a whole of 0."""
    value, whole = amount(unit, rule["value"]), amount(unit, rule["whole"]) if "whole" in rule else Fraction(1)
    return value / whole if whole else None


def target(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction | None:
    """A share of the maximum up to the target, the rest by the excess."""
    value, aim = amount(unit, rule["value"]), amount(unit, rule["target"])
    at_target = most * Fraction(rule["share_at_target"]) / 100
    if aim == 0:
        return treated(rule["if_none"], most)
    if value <= aim:
        return at_target * value / aim
    largest = max(peers(year, unit, rule, excess), default=Fraction(0))
    own = excess(unit, rule)
    # Whoever is not ranked may exceed where nobody ranked does.
    part = Fraction(1) if largest <= 0 else min(Fraction(1), own / largest)
    return at_target + (most - at_target) * part


def excess(unit: Unit, rule: Table) -> Fraction | None:
    """By how much a unit is beyond its target; None where it has none."""
    value, aim = amount(unit, rule["value"]), amount(unit, rule["target"])
    if aim == 0:
        return None
    return value - aim if rule["excess"] == "amount" else value / aim - 1


def peers(year: Year, unit: Unit, rule: Table, figure: Any) -> list[Fraction]:
    """The figures of the ranked units of the group that have one and to whom the rule applies."""
    found = []
    for other in year.units:
        try:
            if other.ranked and year.together(unit, other) and is_open(year, other, rule):
                need(year, other, asked(rule))
                found.append(figure(other, rule))
        except Absent:
            continue
    return [one for one in found if one is not None]


METHODS = {
    "options": options,
    "deadline": deadline,
    "bands": bands,
    "ratio": ratio,
    "count": count,
    "given": given,
    "answers": answers,
    "best": best,
    "target": target,
}

# Places


def half_up(value: Fraction, step: Fraction) -> Fraction:
    """A value rounded to whole steps, a half upwards."""
    return floor(value / step + Fraction(1, 2)) * step


def unit_marks(year: Year, unit: Unit) -> dict[str, Mark]:
    """The marks of a unit: criteria, areas and total."""
    marks: dict[str, Mark] = {}
    for code, area in year.scheme["area"].items():
        tops = [
            mark_criterion(year, unit, one, area.get("held", True), marks) for one in year.parts(str(area["number"]))
        ]
        marks[code] = area_mark(area, tops)
    marks[TOTAL] = total_mark(year, {code: marks[code] for code in year.scheme["area"]})
    return marks


def mark_criterion(year: Year, unit: Unit, number: str, held: bool, marks: dict[str, Mark]) -> Mark:
    """The mark of a criterion; it and those of all its parts are put into `marks`."""
    table = year.criterion(number)
    held = held and table.get("held", True)
    parts = {one: mark_criterion(year, unit, one, held, marks) for one in year.parts(number)}
    if not held:
        marks[number] = NOTHING
    elif parts:
        marks[number] = combined(year, unit, table, parts)
    else:
        marks[number] = leaf_mark(year, unit, number)
    return marks[number]


def leaf_mark(year: Year, unit: Unit, number: str) -> Mark:
    """The mark of a leaf: rounded where the scheme rounds criteria."""
    most = Fraction(year.criterion(number)["max_points"])
    try:
        points = leaf_points(year, unit, number)
    except Absent as absent:
        return Mark(absent.outcome, Fraction(0), most, most)
    if points is None:
        return NOTHING
    if year.scheme["scheme"]["rounding"] == "criterion":
        points = half_up(points, year.step)
    return Mark(SCORED, points, points, most)


def gravest(marks: Iterable[Mark]) -> str:
    """The outcome of a place made of others."""
    return max((one.outcome for one in marks), key=GRAVITY.index, default=NOT_APPLICABLE)


def added(marks: Sequence[Mark]) -> Mark:
    """Marks that add up."""
    low, high, reachable = (
        sum((getattr(one, name) for one in marks), Fraction(0)) for name in ("low", "high", "reachable")
    )
    return Mark(gravest(marks), low, high, reachable)


def combined(year: Year, unit: Unit, table: Table, parts: Mapping[str, Mark]) -> Mark:
    """The mark of a parent."""
    how, most = table.get("combine", "sum"), Fraction(table["max_points"])
    if how == "sum":
        return added(list(parts.values()))
    if how == "chosen":
        return chosen(year, unit, table, parts)
    apply = [one for one in parts.values() if one.outcome != NOT_APPLICABLE]
    if not apply:
        return NOTHING
    if how == "best":
        low, high, reachable = (max(getattr(one, name) for one in apply) for name in ("low", "high", "reachable"))
        return Mark(gravest(apply), low, high, reachable)
    low, high = (
        most if all(getattr(one, name) == one.reachable for one in apply) else Fraction(0) for name in ("low", "high")
    )
    return Mark(gravest(apply), low, high, most)


def chosen(year: Year, unit: Unit, table: Table, parts: Mapping[str, Mark]) -> Mark:
    """The mark of the part that was chosen; unknown as long as the choice is."""
    try:
        need(year, unit, [table["chosen_by"]])
    except Absent as absent:
        most = Fraction(table["max_points"])
        return Mark(absent.outcome, Fraction(0), most, most)
    choice = answer(unit, table["chosen_by"])
    return next(mark for number, mark in parts.items() if year.criterion(number)["choice"] == choice)


def area_kind(scheme: Table, code: str) -> str:
    """Whether an area is normal, bonus or penalty."""
    return scheme["area"][code].get("kind", "normal")


def area_mark(area: Table, tops: Sequence[Mark]) -> Mark:
    """The mark of an area; what a penalty may still take is its low end."""
    mark, kind, cap = added(tops), area.get("kind", "normal"), Fraction(area["max_points"])
    if kind == "normal":
        return mark
    low, high = min(cap, mark.low), min(cap, mark.high)
    return Mark(mark.outcome, *((low, high) if kind == "bonus" else (-high, -low)), Fraction(0))


def total_mark(year: Year, areas: Mapping[str, Mark]) -> Mark:
    """The total: all areas, never below 0, and not above what was reachable where the scheme caps it."""
    mark = added(list(areas.values()))
    low, high = max(Fraction(0), mark.low), max(Fraction(0), mark.high)
    if year.scheme["ranking"].get("above_100") == "cap":
        low, high = min(low, mark.reachable), min(high, mark.reachable)
    return Mark(mark.outcome, low, high, mark.reachable)


# Classes and ranks


def left_out(year: Year, mark: Mark) -> bool:
    """Whether a unit is not compared because something is missing or pending."""
    return mark.outcome in (MISSING, PENDING) and year.scheme["ranking"]["incomplete"] == "unranked"


def class_of(year: Year, marks: Mapping[str, Mark]) -> str | None:
    """The first class whose limit and conditions are met."""
    index = marks[TOTAL].index
    if index is None or left_out(year, marks[TOTAL]):
        return None
    for one in year.scheme["class"]:
        if index >= Fraction(one["from"]) and conditions(year, one, marks):
            return one["name"]
    return None


def conditions(year: Year, one: Table, marks: Mapping[str, Mark]) -> bool:
    """Whether every area and every criterion reaches the share that a class asks for."""
    normal = {code: area for code, area in year.scheme["area"].items() if area_kind(year.scheme, code) == "normal"}
    numbers = [number for area in normal.values() for number in adding(year, str(area["number"]))]
    return all(
        marks[place].index is None or marks[place].index >= Fraction(one.get(key, 0))
        for key, places in (("each_area_from", list(normal)), ("each_criterion_from", numbers))
        for place in places
    )


def adding(year: Year, number: str) -> list[str]:
    """The criteria under a place that add up: alternatives are looked at as their parent."""
    found = []
    for part in year.parts(number):
        found.append(part)
        if year.criterion(part).get("combine", "sum") == "sum":
            found += adding(year, part)
    return found


def ranked(year: Year, marks: Sequence[Mark]) -> list[int | None]:
    """The rank of every unit by the index of one place."""
    values = [compared(year, unit, mark) for unit, mark in zip(year.units, marks, strict=True)]
    return [rank(year, place, values) for place in range(len(values))]


def compared(year: Year, unit: Unit, mark: Mark) -> Fraction | None:
    """The index as it is compared; None for a unit that is not ranked."""
    if not unit.ranked or mark.index is None or left_out(year, mark):
        return None
    return half_up(mark.index, year.step) if year.scheme["ranking"]["compare"] == "published" else mark.index


def rank(year: Year, place: int, values: Sequence[Fraction | None]) -> int | None:
    """One unit's rank in its group, by the rule for ties."""
    own, ties = values[place], year.scheme["ranking"]["ties"]
    if own is None:
        return None
    group = [year.together(year.units[place], other) for other in year.units]
    others = [(at, one) for at, one in enumerate(values) if one is not None and group[at]]
    if ties == "dense":
        return 1 + len({one for _, one in others if one > own})
    return 1 + sum(one > own or (ties == "list" and one == own and at < place) for at, one in others)
