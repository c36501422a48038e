"""A second scorer, slow and plain, written from the documents alone: what the engine must agree with exactly.

It imports nothing of the program, so that no fault can be shared, and it does everything anew for every unit.
A scheme is the dict that its TOML gives (decimals as Decimal); a fact is a number, a bool, an option's code, a date
or NEVER; a fact that is absent is unknown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import floor
from typing import Any

NEVER = "never"
NOT_APPLICABLE, SCORED, PENDING, MISSING = GRAVITY = ("NOT_APPLICABLE", "SCORED", "PENDING", "MISSING")
TOTAL = "total"

Ref = str | Sequence[str] | Mapping[str, Any]
Fact = int | Decimal | Fraction | bool | str | date
Table = Mapping[str, Any]


@dataclass(frozen=True)
class Unit:
    """A unit and what is known of it; `marks` are those of leaves that people set, whatever the figures give."""

    code: str
    kind: str = ""
    ranked: bool = True
    facts: Mapping[str, Fact] = field(default_factory=dict)
    marks: Mapping[str, "Mark"] = field(default_factory=dict)


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

    def step(self, number: str) -> Fraction:
        """The smallest difference of a criterion's points: its own, or that of what it belongs to."""
        areas = {str(area["number"]): area for area in self.scheme["area"].values()}
        for table in (*self.above(number), areas[number.partition(".")[0]], self.scheme["scheme"]):
            if "decimals" in table:
                return Fraction(1, 10 ** table["decimals"])
        raise KeyError("decimals")

    def above(self, number: str) -> Iterator[Table]:
        """The tables of a criterion and of all that it is part of."""
        while number in self.scheme["criterion"]:
            yield self.scheme["criterion"][number]
            number = number.rpartition(".")[0]

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
    units = [replace(unit, facts=with_derived(scheme, listed(scheme, unit))) for unit in units]
    year = Year(scheme, units)
    marks = [unit_marks(year, unit) for unit in units]
    ranks = ranked(year, [one[TOTAL] for one in marks])
    in_areas = {code: ranked(year, [one[code] for one in marks]) for code in scheme["area"]}
    return [
        Result(
            own,
            class_of(year, units[place], own),
            ranks[place],
            {code: column[place] for code, column in in_areas.items()},
        )
        for place, own in enumerate(marks)
    ]


# Facts


def listed(scheme: Table, unit: Unit) -> dict[str, Fact]:
    """The facts of a unit with those that the list of units gives, which count more than what is told."""
    own = {
        code: option["code"]
        for code, table in scheme["indicator"].items()
        if table.get("unit_column") == "kind"
        for option in table["options"]
        if unit.kind in (option["code"], option["name"])
    }
    return {**unit.facts, **own}


def with_derived(scheme: Table, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts of a unit and those that follow from them, where they are not told themselves."""
    found = dict(facts)
    for code, table in scheme["indicator"].items():
        for key in ("lowest_of", "highest_of", "mean_of", "count_of"):
            parts = table.get(key, {}).get("facts", ()) if key == "count_of" else table.get(key, ())
            if parts and code not in facts and all(part in facts for part in parts):
                found[code] = derived(scheme, code, key, table[key], [(part, facts[part]) for part in parts])
    return found


def derived(scheme: Table, code: str, key: str, said: Any, told: Sequence[tuple[str, Fact]]) -> Fact:
    """What follows from some told facts."""
    if key == "count_of" and "from" in said:
        return sum(Fraction(value) >= said["from"] for _, value in told)  # type: ignore[arg-type]
    if key == "count_of":
        return sum(
            ({True: "yes", False: "no"}[value] if isinstance(value, bool) else value) in said["answers"]
            for _, value in told
        )
    if key == "mean_of":
        mean = sum((Fraction(value) for _, value in told), Fraction(0)) / len(told)  # type: ignore[arg-type]
        return half_up(mean, Fraction(1, 10 ** scheme["indicator"][code].get("decimals", 0)))
    options = [option["code"] for option in scheme["indicator"][told[0][0]].get("options", ())]
    values = sorted((value for _, value in told), key=options.index if options else None)  # type: ignore[type-var, arg-type]
    return values[0] if key == "lowest_of" else values[-1]


def terms(ref: Ref) -> list[tuple[Any, str]]:
    """The coefficients and indicators of a fact in a setting."""
    if isinstance(ref, Mapping):
        return [(Fraction(times), code) for code, times in ref.items()]
    codes = [ref] if isinstance(ref, str) else ref
    return [(-1, code[1:]) if code.startswith("-") else (1, code) for code in codes]


def need(year: Year, unit: Unit, refs: Iterable[Ref]) -> None:
    """Raise Absent unless all facts of some settings are known, and no percentage is above 100."""
    refs = list(refs)
    codes = [code for ref in refs for _, code in terms(ref) if code not in unit.facts]
    sources = [year.scheme["indicator"][code].get("source", "report") for code in codes]
    if sources:
        raise Absent(MISSING if "report" in sources else PENDING)
    told = [code for ref in refs for _, code in terms(ref) if year.scheme["indicator"][code].get("kind") == "percent"]
    if any(number_of(unit, code) > 100 for code in told):
        raise Absent(MISSING)


def number_of(unit: Unit, code: str) -> Fraction:
    """A fact as a number: a yes is 1."""
    return Fraction(unit.facts[code])  # type: ignore[arg-type]


def amount(unit: Unit, ref: Ref) -> Fraction:
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
    "compared": ["value", "against"],
    "share": ["value"],
    "weighted": ["whole"],
}
"""The settings of each method that hold a fact."""


def asked(rule: Table) -> list[Ref]:
    """The facts that a rule itself needs."""
    if rule["method"] == "answers":
        return list(rule["answers"])
    parts = list(rule["parts"]) if rule["method"] == "weighted" else []
    return [*(rule[key] for key in FACT_SETTINGS[rule["method"]] if key in rule), *parts]


def treated(treatment: str, most: Fraction) -> Fraction | None:
    """What `if_none` and `otherwise` say."""
    return {"full": most, "zero": Fraction(0), "not_applicable": None}[treatment]


def gates(year: Year, number: str) -> list[Table]:
    """The conditions before a leaf, those of what it is part of first."""
    listed = [table.get("gate", []) for table in reversed(list(year.above(number)))]
    return [gate for own in listed for gate in ([own] if isinstance(own, Mapping) else own)]


def closed_gate(year: Year, unit: Unit, number: str) -> Table | None:
    """The first condition of a leaf that does not hold; None where all do."""
    return next((gate for gate in gates(year, number) if not holds(year, unit, gate)), None)


def holds(year: Year, unit: Unit, gate: Table) -> bool:
    """Whether a condition holds."""
    if "criterion" in gate:
        mark = mark_criterion(year, unit, gate["criterion"], is_held(year, gate["criterion"]), {})
        if mark.outcome not in (SCORED, NOT_APPLICABLE):
            raise Absent(mark.outcome)
        if "applies" in gate:
            return bool(gate["applies"] == (mark.outcome == SCORED))
        if mark.low != mark.high:
            raise Absent(MISSING)
        return mark.outcome == NOT_APPLICABLE or between(gate, mark.low)
    need(year, unit, [gate[key] for key in ("fact", "whole") if key in gate])
    if "answers" in gate:
        return answer(unit, gate["fact"]) in gate["answers"]
    value, whole = amount(unit, gate["fact"]), amount(unit, gate["whole"]) if "whole" in gate else Fraction(100)
    return whole == 0 or between(gate, 100 * value / whole)


def between(gate: Table, value: Fraction) -> bool:
    """Whether a number lies between the ends of a condition."""
    ends = {"from": value.__ge__, "above": value.__gt__, "to": value.__le__, "below": value.__lt__}
    return all(inside(Fraction(gate[key])) for key, inside in ends.items() if key in gate)


def is_held(year: Year, number: str) -> bool:
    """Whether a criterion is assessed: its area, what it is part of, and it."""
    area = next(one for one in year.scheme["area"].values() if str(one["number"]) == number.partition(".")[0])
    return all(table.get("held", True) for table in (area, *year.above(number)))


def kept_share(year: Year, unit: Unit, factor: Table) -> Fraction:
    """What a factor keeps; Absent while its answer is awaited."""
    if factor["fact"] not in unit.facts and "unsaid" in factor:
        return Fraction(factor["unsaid"])
    need(year, unit, [factor["fact"]])
    return Fraction(factor["values"][answer(unit, factor["fact"])])


def leaf_points(year: Year, unit: Unit, number: str) -> Fraction | None:
    """The unrounded points of a leaf; None where it does not apply."""
    rule = year.criterion(number)
    most = Fraction(rule["max_points"])
    closed = closed_gate(year, unit, number)
    if closed is not None:
        return treated(closed.get("otherwise", "zero"), most)
    factor = rule.get("factor")
    need(year, unit, asked(rule) + ([factor["fact"]] if factor and "unsaid" not in factor else []))
    points = METHODS[rule["method"]](year, unit, rule | {"number": number}, most)
    return points if points is None or not factor else points * kept_share(year, unit, factor)


def possible_points(year: Year, unit: Unit, number: str) -> list[Fraction | None]:
    """The points of a leaf, of those the known units give first, then with each unknown figure of others at an end."""
    rule = year.criterion(number) | {"number": number}
    found = [leaf_points(year, unit, number)]
    if rule["method"] not in ("best", "target") or closed_gate(year, unit, number) is not None:
        return found
    others = [one for one in year.units if one.ranked and year.together(unit, one) and unknown_peer(year, one, number)]
    keys = [key for key in FACT_SETTINGS[rule["method"]] if key in rule]
    unknown = [key for key in keys if not all(is_known(one, rule[key]) for one in others)]
    factor = kept_share(year, unit, rule["factor"]) if "factor" in rule else Fraction(1)
    for chosen in product(range(3), repeat=len(unknown)) if others else ():
        at = dict(zip(unknown, chosen, strict=True))
        supposed = [supposed_facts(year, one, rule, keys, at) for one in others]
        points = METHODS[rule["method"]](year, unit, rule | {"supposed": supposed}, Fraction(rule["max_points"]))
        found.append(None if points is None else points * factor)
    return found


def is_known(unit: Unit, ref: Ref) -> bool:
    """Whether all facts of a setting are known."""
    return all(code in unit.facts for _, code in terms(ref))


def ends(year: Year, unit: Unit, ref: Ref) -> list[Fraction]:
    """The lowest, the least above 0 and the highest that a setting's facts may be; what is known of them stays."""
    lowest, highest, steps = Fraction(0), Fraction(0), []
    for sign, code in terms(ref):
        if code in unit.facts:
            lowest, highest = lowest + sign * number_of(unit, code), highest + sign * number_of(unit, code)
            continue
        table = year.scheme["indicator"][code]
        most = {"percent": 100, "yes_no": 1}.get(table.get("kind"), 10**15)
        lowest, highest = lowest + min(sign * most, 0), highest + max(sign * most, 0)
        steps.append(abs(Fraction(sign)) / 10 ** table.get("decimals", 0))
    return [max(lowest, Fraction(0)), max(lowest, min([*steps, highest])), Fraction(highest)]


def supposed_facts(
    year: Year, unit: Unit, rule: Table, keys: Sequence[str], at: Mapping[str, int]
) -> dict[str, Fraction]:
    """What a unit would have in each setting; a part of another setting's fact is never more than that."""
    signed = {
        key: sum((sign * number_of(unit, code) for sign, code in terms(rule[key])), Fraction(0))
        for key in keys
        if is_known(unit, rule[key])
    }
    told = {key: signed[key] if key in signed else ends(year, unit, rule[key])[at[key]] for key in keys}
    if "value" not in signed:
        told["value"] = min([told["value"], *(told[key] for key in keys if part_of(year, rule["value"], rule[key]))])
    for key in keys:
        if key not in ("value", *signed) and part_of(year, rule[key], rule["value"]):
            told[key] = min(told[key], told["value"])
    return told


def part_of(year: Year, ref: Ref, whole: Ref) -> bool:
    """Whether one fact is part of another, be it through a third."""
    if len(terms(ref)) > 1 or len(terms(whole)) > 1 or terms(whole)[0][0] != 1:
        return False
    above, code = [], terms(ref)[0][1]
    while (code := year.scheme["indicator"][code].get("part_of")) is not None and code not in above:
        above.append(code)
    return terms(whole)[0][1] in above


def unknown_peer(year: Year, other: Unit, number: str) -> bool:
    """Whether a unit may yet be the best: a condition or a figure of it is unknown, and no condition fails."""
    try:
        if closed_gate(year, other, number) is not None:
            return False
    except Absent:
        return not contradicted_gate(year, other, number)
    return any(code not in other.facts for ref in asked(year.criterion(number)) for _, code in terms(ref))


def contradicted_gate(year: Year, unit: Unit, number: str) -> bool:
    """Whether the first condition that does not simply hold asks for a sum below 0."""
    for gate in gates(year, number):
        try:
            holds(year, unit, gate)
        except Absent:
            refs = [gate[key] for key in ("fact", "whole") if key in gate]
            return bool(refs) and all(code in unit.facts for ref in refs for _, code in terms(ref))
    return False


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
        highest = rule["bands"][0]
        beyond = Fraction(highest.get("from", 0)) > 100 or Fraction(highest.get("above", 0)) >= 100
        no_more(part, whole, rule.get("may_exceed", False) or beyond)
        if whole == 0:
            return treated(rule["if_none"], most)
        reached = 100 * part / whole
    for band in rule["bands"]:
        if reached > Fraction(band["above"]) if "above" in band else reached >= Fraction(band["from"]):
            return Fraction(band["points"])
    raise AssertionError("the last band starts at 0")


def no_more(part: Fraction, whole: Fraction, may_exceed: bool) -> None:
    """A part above its whole is a contradiction, but where it may exceed it."""
    if part > whole and not may_exceed:
        raise Absent(MISSING)


def ratio(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction | None:
    """The maximum times the share."""
    part, whole = amount(unit, rule["part"]), amount(unit, rule["whole"])
    no_more(part, whole, rule.get("may_exceed", False))
    if whole == 0:
        return treated(rule["if_none"], most)
    if 100 * part / whole < Fraction(rule.get("zero_below", 0)):
        return Fraction(0)
    if 100 * part / whole >= Fraction(rule.get("full_from", 100)):
        return most
    return most * part / whole


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


def weighted(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction | None:
    """The maximum times what all parts keep, of the whole."""
    whole = amount(unit, rule["whole"])
    given = {code: amount(unit, code) for code in rule["parts"]}
    no_more(sum(given.values(), Fraction(0)), whole, rule.get("may_exceed", False))
    if whole == 0:
        return treated(rule["if_none"], most)
    if 100 * sum(given.values()) / whole < Fraction(rule.get("zero_below", 0)):
        return Fraction(0)
    kept = sum(many * Fraction(rule["parts"][code]) / 100 for code, many in given.items())
    return min(most, most * kept / whole)


def share_of_target(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction:
    """The maximum times a percentage, of a target."""
    value, target = amount(unit, rule["value"]), Fraction(rule.get("target", 100))
    no_more(value, Fraction(100), rule.get("may_exceed", False))
    return Fraction(0) if value < Fraction(rule.get("zero_below", 0)) else min(most, most * value / target)


def compared_points(year: Year, unit: Unit, rule: Table, most: Fraction) -> Fraction:
    """The points for more, as much or less than another figure."""
    difference = amount(unit, rule["value"]) - amount(unit, rule["against"])
    return Fraction(rule["above" if difference > 0 else "below" if difference < 0 else "equal"])


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
            if other.ranked and year.together(unit, other) and closed_gate(year, other, rule["number"]) is None:
                need(year, other, asked(rule))
                found.append(figure(other, rule))
        except Absent:
            continue
    for told in rule.get("supposed", ()):
        # A sum below 0 is a contradiction, and no figure to be compared with.
        if min(told.values()) >= 0:
            found.append(figure(Unit("", facts=told), rule | {key: key for key in told}))
    return [one for one in found if one is not None]


METHODS = {
    "options": options,
    "deadline": deadline,
    "bands": bands,
    "ratio": ratio,
    "count": count,
    "given": given,
    "answers": answers,
    "compared": compared_points,
    "share": share_of_target,
    "weighted": weighted,
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
        marks[number] = after_factor(year, unit, number, combined(year, unit, table, parts))
    else:
        marks[number] = leaf_mark(year, unit, number)
    return marks[number]


def leaf_mark(year: Year, unit: Unit, number: str) -> Mark:
    """The mark of a leaf: rounded where the scheme rounds criteria."""
    most = Fraction(year.criterion(number)["max_points"])
    if number in unit.marks:
        return unit.marks[number]
    try:
        possible = possible_points(year, unit, number)
    except Absent as absent:
        return Mark(absent.outcome, Fraction(0), most, most)
    ends = [points for points in possible if points is not None]
    if not ends:
        return NOTHING
    if len(ends) < len(possible):
        # Whether it applies hangs on others.
        return Mark(MISSING, Fraction(0), most, most)
    if year.scheme["scheme"]["rounding"] == "criterion":
        ends = [half_up(points, year.step(number)) for points in ends]
    return Mark(SCORED, min(ends), max(ends), most)


def after_factor(year: Year, unit: Unit, number: str, whole: Mark) -> Mark:
    """The mark of a parent of which a factor keeps a part."""
    table = year.criterion(number)
    if "factor" not in table or whole.outcome == NOT_APPLICABLE:
        return whole
    try:
        kept = kept_share(year, unit, table["factor"])
    except Absent as absent:
        return Mark(max(whole.outcome, absent.outcome, key=GRAVITY.index), Fraction(0), whole.high, whole.reachable)
    low, high = whole.low * kept, whole.high * kept
    if year.scheme["scheme"]["rounding"] == "criterion":
        low, high = half_up(low, year.step(number)), half_up(high, year.step(number))
    return Mark(whole.outcome, low, high, whole.reachable)


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
    if how == "capped":
        whole = added(apply)
        return Mark(whole.outcome, *(min(most, getattr(whole, name)) for name in ("low", "high", "reachable")))
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
    if kind == "penalty" and area.get("absent", "none") == "none":
        return Mark(SCORED if mark.outcome == PENDING else mark.outcome, -low, -low, Fraction(0))
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


def silent(year: Year, unit: Unit) -> bool:
    """Whether a unit has sent nothing, where others have, so that it is not compared unless the scheme says so."""
    if year.scheme["ranking"].get("silent") == "ranked":
        return False
    told = [any(sent(year.scheme["indicator"][code]) for code in one.facts) for one in year.units]
    return any(told) and not any(sent(year.scheme["indicator"][code]) for code in unit.facts)


def sent(indicator: Table) -> bool:
    """Whether a fact comes from the unit itself."""
    apart = indicator.keys() & {"unit_column", "last_year_of"}
    return indicator.get("source", "report") == "report" and not apart


def class_of(year: Year, unit: Unit, marks: Mapping[str, Mark]) -> str | None:
    """The first class whose limit and conditions are met; none while an answer that decides a limit is unknown."""
    index = marks[TOTAL].index
    if index is None or silent(year, unit) or left_out(year, marks[TOTAL]):
        return None
    limits = [class_limit(unit, one) for one in year.scheme["class"]]
    if None in limits:
        return None
    for one, limit in zip(year.scheme["class"], limits, strict=True):
        if index >= limit and conditions(year, one, marks):
            return one["name"]
    return None


def class_limit(unit: Unit, one: Table) -> Any:
    """From which index a class is given to a unit; None where the answer that decides is unknown."""
    if "from_by" not in one:
        return Fraction(one["from"])
    fact = one["from_by"]["fact"]
    return Fraction(one["from_by"]["values"][answer(unit, fact)]) if fact in unit.facts else None


def conditions(year: Year, one: Table, marks: Mapping[str, Mark]) -> bool:
    """Whether every area and every criterion reaches the share that a class asks for."""
    return not below(year, one, marks)


def below(year: Year, one: Table, marks: Mapping[str, Mark]) -> frozenset[str]:
    """The areas and criteria that do not reach the share that a class asks for."""
    normal = {code: area for code, area in year.scheme["area"].items() if area_kind(year.scheme, code) == "normal"}
    numbers = [number for area in normal.values() for number in adding(year, str(area["number"]))]
    return frozenset(
        place
        for key, places in (("each_area_from", list(normal)), ("each_criterion_from", numbers))
        for place in places
        if marks[place].index is not None and marks[place].index < Fraction(one.get(key, 0))
    )


def missed(scheme: Table, unit: Unit, result: Result) -> tuple[str, frozenset[str]] | None:
    """The first class that a unit's index gives, where conditions keep it from that, with what is below them."""
    year, index = Year(scheme, ()), result.marks[TOTAL].index
    facts = with_derived(scheme, listed(scheme, unit))
    limits = [class_limit(replace(unit, facts=facts), one) for one in scheme["class"]]
    if index is None or left_out(year, result.marks[TOTAL]) or None in limits:
        return None
    for one, limit in zip(scheme["class"], limits, strict=True):
        if index >= limit:
            missing = below(year, one, result.marks)
            return (one["name"], missing) if missing else None
    return None


def adding(year: Year, number: str) -> list[str]:
    """The criteria under a place that add up: of alternatives their parent, of a sum its parts."""
    found = []
    for part in year.parts(number):
        table = year.criterion(part)
        is_sum = year.parts(part) and table.get("combine", "sum") == "sum" and "factor" not in table
        found += adding(year, part) if is_sum else [part]
    return found


def ranked(year: Year, marks: Sequence[Mark]) -> list[int | None]:
    """The rank of every unit by the index of one place."""
    values = [index_to_compare(year, unit, mark) for unit, mark in zip(year.units, marks, strict=True)]
    return [rank(year, place, values) for place in range(len(values))]


def index_to_compare(year: Year, unit: Unit, mark: Mark) -> Fraction | None:
    """The index as it is compared; None for a unit that is not ranked."""
    if not unit.ranked or silent(year, unit) or mark.index is None or left_out(year, mark):
        return None
    if year.scheme["ranking"]["compare"] == "exact":
        return mark.index
    head = year.scheme["scheme"]
    return half_up(mark.index, Fraction(1, 10 ** head.get("printed", {"index": head["decimals"]})["index"]))


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
