"""A result recomputed by somebody who has its JSON and the scheme's file, and nothing of the program."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests import oracle

Data = Mapping[str, Any]


def scheme_of(data: Data, text: str) -> dict[str, Any]:
    """The scheme's file, with the facts that its plugins bring and with what is not held as the result says it."""
    scheme = tomllib.loads(text, parse_float=Decimal)
    scheme["indicator"] = {
        code: {**_told(table), **scheme.get("indicator", {}).get(code, {})}
        for code, table in data["indicators"].items()
    }
    for number in data["not_held"]:
        scheme["criterion"][number]["held"] = False
    return scheme


def _told(table: Data) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value is not None}


def units_of(data: Data, scheme: Data) -> list[oracle.Unit]:
    """The units with their facts, in the order of the list of units."""
    kinds = {code: table["kind"] for code, table in data["indicators"].items()}
    communes = sorted(data["communes"], key=lambda one: one["position"])
    return [
        oracle.Unit(one["code"], one["kind"], one["ranked"], _facts(one, kinds), _marks(one, scheme))
        for one in communes
    ]


def _facts(commune: Data, kinds: Mapping[str, str]) -> dict[str, oracle.Fact]:
    listed = [fact for one in commune["criteria"] for fact in one["facts"]] + list(commune.get("class_facts", ()))
    return {
        fact["indicator"]: _value(fact["value"], kinds[fact["indicator"]])
        for fact in listed
        if fact["value"] is not None
    }


def _value(value: Any, kind: str) -> oracle.Fact:
    if kind == "date":
        return oracle.NEVER if value == "never" else date.fromisoformat(value)
    return value if kind in ("yes_no", "option") else Fraction(value)


def _marks(commune: Data, scheme: Data) -> dict[str, oracle.Mark]:
    """The marks that people set, and those of methods that only a plugin knows."""
    methods = {number: table.get("method") for number, table in scheme["criterion"].items()}
    unknown = {number for number, method in methods.items() if method and method not in oracle.METHODS}
    return {one["number"]: mark(one) for one in commune["criteria"] if one.get("by_hand") or one["number"] in unknown}


def mark(table: Data) -> oracle.Mark:
    """What a criterion, an area or a unit has."""
    low = number(table["points"]) or Fraction(0)
    high = low if table["points_high"] is None else number(table["points_high"])
    return oracle.Mark(table["outcome"], low, high, number(table["reachable"]))


def number(told: Data | None) -> Fraction | None:
    """A number as it is; None for none."""
    return None if told is None else Fraction(told["exact"])


def differences(data: Data, text: str) -> Iterator[str]:
    """Every place where a result is not what follows from its own facts and the scheme."""
    scheme = scheme_of(data, text)
    units = units_of(data, scheme)
    communes = {one["code"]: one for one in data["communes"]}
    for unit, result in zip(units, oracle.score(scheme, units), strict=True):
        told = communes[unit.code]
        places = {oracle.TOTAL: told, **told["areas"], **{one["number"]: one for one in told["criteria"]}}
        for place, table in places.items():
            wanted = result.marks[place]
            if mark({"outcome": wanted.outcome, **table}) != wanted:
                yield f"{unit.code}, {place}: {mark({'outcome': wanted.outcome, **table})}, not {wanted}"
            if "index" in table and number(table["index"]) != wanted.index:
                yield f"{unit.code}, {place}: index {number(table['index'])}, not {wanted.index}"
            if (table["points"] is None) != (wanted.outcome == oracle.NOT_APPLICABLE):
                yield f"{unit.code}, {place}: points {table['points']}, {wanted.outcome}"
        ranks = {code: area["rank"] for code, area in told["areas"].items()}
        if (told["rank"], told["class"], ranks) != (result.rank, result.class_name, result.area_ranks):
            yield f"{unit.code}: {told['rank']} {told['class']} {ranks}, not {result}"
        if "class_missed" in told and missed(told) != oracle.missed(scheme, unit, result):
            yield f"{unit.code}: misses {missed(told)}, not {oracle.missed(scheme, unit, result)}"


def missed(told: Data) -> tuple[str, frozenset[str]] | None:
    """The class that a unit misses, and the areas and criteria that keep it from it."""
    if told["class_missed"] is None:
        return None
    conditions = told["class_missed"]["conditions"]
    return told["class_missed"]["class"], frozenset(one.get("area", one.get("criterion")) for one in conditions)
