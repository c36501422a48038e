"""What a random year reaches: methods, settings, outcomes, and the limits that are met exactly."""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from typing import Any

from tests import oracle
from tests.oracle import Absent, Result, Table, Unit, Year
from tests.random_years import LARGEST


def features(year: Year, results: list[Result]) -> Counter[str]:
    """How often a year reaches each feature, by name."""
    return Counter(
        [
            *of_scheme(year.scheme),
            *of_ranks(year, results),
            *(
                name
                for unit, result in zip(year.units, results, strict=True)
                for part in (of_unit, of_leaves, of_parents, of_totals)
                for name in part(year, unit, result)
            ),
        ]
    )


def of_scheme(scheme: Table) -> Iterator[str]:
    """What the scheme says."""
    head, ranking = scheme["scheme"], scheme["ranking"]
    yield f"decimals {head['decimals']}"
    yield f"rounding {head['rounding']}"
    yield from ["printed decimals"] if "printed" in head else []
    for one in scheme["indicator"].values():
        yield from (
            f"fact {key}" for key in ("lowest_of", "highest_of", "mean_of", "count_of", "unit_column") if key in one
        )
    yield from (f"{key} {value}" for key, value in ranking.items())
    for one in scheme["class"]:
        yield from (f"class {key}" for key in one if key.startswith("each"))
    for one in scheme["area"].values():
        yield f"area {one.get('kind', 'normal')}" + ("" if one.get("held", True) else " not held")
    for number, one in scheme["criterion"].items():
        yield f"depth {number.count('.')}"
        yield from ["criterion not held"] if not one.get("held", True) else []
        yield from of_conditions(one)
        if "method" in one:
            yield from of_rule(one)
        else:
            yield f"combine {one.get('combine', 'by default')}"
            yield from ["gate of a parent"] if "gate" in one else []
            yield from ["factor of a parent"] if "factor" in one else []


def of_rule(rule: Table) -> Iterator[str]:
    """The method of a leaf and its settings."""
    method = rule["method"]
    yield f"method {method}"
    yield from (f"{method} with {key}" for key in ("value", "whole", "zero_below", "full_from", "start") if key in rule)
    yield from (f"{method} if_none {rule[key]}" for key in ("if_none",) if key in rule)
    yield from ["factor"] if "factor" in rule else []
    yield from ["factor unsaid"] if "unsaid" in rule.get("factor", {}) else []
    yield from ["decimals of its own"] if "decimals" in rule else []
    yield from ["each below 0"] if rule.get("each", 0) < 0 else []
    yield from [f"excess {rule['excess']}"] if "excess" in rule else []
    for ref in oracle.asked(rule):
        signs = [sign for sign, _ in oracle.terms(ref)]
        yield from ["sum with coefficients"] if any(abs(sign) != 1 for sign in signs) else []
        yield "fact alone" if isinstance(ref, str) else f"sum {'signed' if min(signs) < 0 else 'of facts'}"


def of_conditions(table: Table) -> Iterator[str]:
    """The gates of a criterion."""
    listed = [table["gate"]] if isinstance(table.get("gate"), Mapping) else table.get("gate", [])
    yield from ["gates, several"] if len(listed) > 1 else []
    for gate in listed:
        asked = "criterion" if "criterion" in gate else "share" if "whole" in gate else "number"
        yield f"gate on {'answers' if 'answers' in gate else asked}"
        yield from (f"gate {key}" for key in ("from", "above", "to", "below", "applies") if key in gate)
        yield f"gate otherwise {gate.get('otherwise', 'by default')}"


def of_unit(year: Year, unit: Unit, result: Result) -> Iterator[str]:
    """A unit, its outcomes, its class."""
    yield f"unit {unit.kind}"
    yield "unit ranked" if unit.ranked else "unit not ranked"
    yield from ("fact of the largest size" for value in unit.facts.values() if value == LARGEST)
    yield from ("fact of 0" for value in unit.facts.values() if value == 0 and not isinstance(value, bool))
    yield from ("date never" for value in unit.facts.values() if value == oracle.NEVER)
    yield f"total {result.marks[oracle.TOTAL].outcome}"
    yield from (f"area {result.marks[code].outcome}" for code in year.scheme["area"])
    yield "class " + ("none" if result.class_name is None else "last" if "Còn" in result.class_name else "above")
    index = result.marks[oracle.TOTAL].index
    for one in year.scheme["class"][:-1] if index is not None else []:
        yield from ["class limit by an answer"] if "from_by" in one else []
        if oracle.class_limit(unit, one) is None:
            yield "class limit unknown"
            continue
        yield from ["class limit met exactly"] if index == oracle.class_limit(unit, one) else []
        yield from ["class refused by a condition"] if met_but_refused(year, unit, one, result, index) else []


def met_but_refused(year: Year, unit: Unit, one: Table, result: Result, index: Fraction) -> bool:
    """Whether only a condition keeps a unit from a class."""
    return index >= oracle.class_limit(unit, one) and not oracle.conditions(year, one, result.marks)


def of_leaves(year: Year, unit: Unit, result: Result) -> Iterator[str]:
    """What became of each leaf that is held, and which limits are met exactly."""
    for number, rule in year.scheme["criterion"].items():
        if "method" not in rule or not held(year, number):
            continue
        mark = result.marks[number]
        yield f"{rule['method']} {mark.outcome}"
        yield from ["full points"] if mark.reachable and mark.low == mark.reachable else []
        try:
            yield from of_rule_applied(year, unit, number, rule | {"number": number})
            points = oracle.leaf_points(year, unit, number)
            yield from (
                ["half a step"] if points is not None and (points / year.step(number)) % 1 == Fraction(1, 2) else []
            )
        except Absent as absent:
            yield "contradiction" if known(unit, rule) else f"unknown {absent.outcome}"


def held(year: Year, number: str) -> bool:
    """Whether a criterion, all above it and its area are held."""
    places = number.split(".")
    above = [year.criterion(".".join(places[:size])) for size in range(2, len(places) + 1)]
    areas = [one for one in year.scheme["area"].values() if str(one["number"]) == places[0]]
    return all(one.get("held", True) for one in [*above, *areas])


def known(unit: Unit, rule: Table) -> bool:
    """Whether all facts of a leaf are known."""
    conditions = [rule["factor"]["fact"]] if "factor" in rule else []
    return all(code in unit.facts for ref in [*oracle.asked(rule), *conditions] for _, code in oracle.terms(ref))


def of_rule_applied(year: Year, unit: Unit, number: str, rule: Table) -> Iterator[str]:
    """What decides the points of a leaf."""
    if oracle.closed_gate(year, unit, number) is not None:
        yield "gate closed"
        yield "gate closed without facts" if not known(unit, rule) else "gate closed with all facts"
        return
    for gate in oracle.gates(year, number):
        exactly = "from" in gate and "fact" in gate and "whole" not in gate
        exactly = exactly and oracle.amount(unit, gate["fact"]) == Fraction(gate["from"])
        yield "gate met exactly" if exactly else "gate open"
    oracle.need(year, unit, oracle.asked(rule))
    yield from APPLIED.get(rule["method"], lambda *_: ())(year, unit, rule)


def of_bands(year: Year, unit: Unit, rule: Table) -> Iterator[str]:
    """Bands: the value itself or a share, on a limit or beside it."""
    value = oracle.amount(unit, rule["value" if "value" in rule else "part"])
    whole = oracle.amount(unit, rule["whole"]) if "whole" in rule else Fraction(100)
    yield from near("bands", 100 * value / whole if whole else None, [limit(band) for band in rule["bands"][:-1]])


def limit(band: Table) -> Fraction:
    """The limit of a band."""
    return Fraction(band["above"] if "above" in band else band["from"])


def near(name: str, value: Fraction | None, limits: list[Fraction]) -> Iterator[str]:
    """Whether a value is a limit, or stands just beside one; None is a whole of 0."""
    if value is None:
        yield f"{name} of nothing"
        return
    yield from (f"{name} at a limit" for one in limits if value == one)
    yield from (f"{name} just below" for one in limits if 0 < one - value <= Fraction(1, 10))
    yield from (f"{name} just above" for one in limits if 0 < value - one <= Fraction(1, 10))


def of_ratio(year: Year, unit: Unit, rule: Table) -> Iterator[str]:
    """Ratios: nothing arose, on the floor, above the whole."""
    part, whole = oracle.amount(unit, rule["part"]), oracle.amount(unit, rule["whole"])
    share = 100 * part / whole if whole else None
    yield from near("ratio", share, [Fraction(rule["zero_below"])] if "zero_below" in rule else [])
    yield from ["ratio above the whole"] if part > whole else []


def of_deadline(year: Year, unit: Unit, rule: Table) -> Iterator[str]:
    """Days: on a last day, after all, never."""
    day = unit.facts[rule["date"]]
    last = [one["by"] for one in rule["steps"]]
    yield "deadline never" if day == oracle.NEVER else "deadline at a limit" if day in last else "deadline elsewhere"


def of_answers(year: Year, unit: Unit, rule: Table) -> Iterator[str]:
    """Answers: nobody gave one, all alike, or several kinds."""
    given = [code for code in rule["answers"] if oracle.amount(unit, code)]
    yield f"answers of {('nobody', 'one kind', 'several kinds')[min(len(given), 2)]}"


def of_best(year: Year, unit: Unit, rule: Table) -> Iterator[str]:
    """The best: nobody has anything, or somebody who is not ranked has more."""
    own, group = oracle.share(unit, rule), oracle.peers(year, unit, rule, oracle.share)
    largest = max(group, default=Fraction(0))
    yield "best of nothing" if own is None else "best of 0" if not largest else "best of some"
    yield from ["best exceeded by an unranked one"] if own and 0 < largest < own else []


def of_target(year: Year, unit: Unit, rule: Table) -> Iterator[str]:
    """Targets: none, below, met, beyond."""
    value, aim = oracle.amount(unit, rule["value"]), oracle.amount(unit, rule["target"])
    largest = max(oracle.peers(year, unit, rule, oracle.excess), default=Fraction(0))
    yield "target of nothing" if not aim else f"target {('met', 'exceeded', 'below')[(value > aim) - (value < aim)]}"
    yield from ["target exceeded by an unranked one alone"] if aim and value > aim and largest <= 0 else []


APPLIED: dict[str, Any] = {
    "bands": of_bands,
    "ratio": of_ratio,
    "deadline": of_deadline,
    "answers": of_answers,
    "best": of_best,
    "target": of_target,
}


def of_parents(year: Year, unit: Unit, result: Result) -> Iterator[str]:
    """What became of each parent."""
    for number, table in year.scheme["criterion"].items():
        if "method" in table or not held(year, number):
            continue
        how, parts = table.get("combine", "sum"), [result.marks[one] for one in year.parts(number)]
        mark = result.marks[number]
        yield f"parts {how} {mark.outcome}"
        yield from [f"parts {how} full"] if mark.reachable and mark.low == mark.reachable else []
        yield from [f"parts {how} with a range"] if mark.low != mark.high else []
        yield from (
            [f"parts {how} with parts not applicable"]
            if mark.reachable and not all(one.reachable for one in parts)
            else []
        )
        yield from (
            ["parts best of a smaller maximum"]
            if how == "best" and 0 < mark.reachable < Fraction(table["max_points"])
            else []
        )
        if how == "chosen" and table["chosen_by"] not in unit.facts:
            yield "parts chosen by nobody"


def of_totals(year: Year, unit: Unit, result: Result) -> Iterator[str]:
    """Floors and caps that were met."""
    areas = year.scheme["area"]
    for area in areas.values():
        points = sum((result.marks[one].low for one in year.parts(str(area["number"]))), Fraction(0))
        if "kind" in area and area.get("held", True):
            yield f"{area['kind']} {'capped' if points > Fraction(area['max_points']) else 'within its cap'}"
    raw, mark = sum((result.marks[code].low for code in areas), Fraction(0)), result.marks[oracle.TOTAL]
    yield from ["total kept at 0"] if raw < 0 else []
    yield from ["total capped"] if raw > mark.low else []
    yield from ["total above 100"] if mark.reachable and mark.low > mark.reachable else []
    yield from ["total of nothing"] if not mark.reachable else []


def of_ranks(year: Year, results: list[Result]) -> Iterator[str]:
    """Units that are equal, or only printed alike."""
    listed = list(zip(year.units, (one.marks[oracle.TOTAL].index for one in results), results, strict=True))
    for (unit, index, result), (other, second, own) in combinations(listed, 2):
        if result.rank and own.rank and year.together(unit, other):
            yield from ["ranks equal"] if result.rank == own.rank else []
            yield from ["ranks equal and index not"] if result.rank == own.rank and index != second else []
            yield from ["index equal and ranks not"] if result.rank != own.rank and index == second else []
    yield from ("rank none" for one in results if one.rank is None)
    yield from ("rank in an area" for one in results for place in one.area_ranks.values() if place)
