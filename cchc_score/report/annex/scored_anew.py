"""A result scored anew from nothing but its own data and the scheme, and every number in which the two differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from cchc_score.appraisal.survey import without_survey
from cchc_score.engine import score
from cchc_score.facts import table
from cchc_score.findings import Words
from cchc_score.methods import Method
from cchc_score.model import Indicator, Outcome, Scheme, Unit, Value
from cchc_score.results.scored import ScoredStage, scored_stage
from cchc_score.results.unit_sheet import sheets_data
from cchc_score.rule_words import unheld
from cchc_score.sheet import HandMark

_KEYS = {
    "points": ("điểm", "points"),
    "points_high": ("điểm nhiều nhất có thể", "most possible points"),
    "reachable": ("điểm tối đa", "maximum"),
    "index": ("chỉ số", "index"),
    "index_high": ("chỉ số cao nhất có thể", "highest possible index"),
    "rank": ("thứ hạng", "rank"),
    "class": ("xếp loại", "class"),
    "outcome": ("kết quả", "outcome"),
}
_UNIT = ("points", "points_high", "reachable", "index", "index_high", "rank", "class")
_AREA = ("points", "points_high", "reachable", "index", "rank")
_CRITERION = ("outcome", "points", "points_high", "reachable")
MOST_DIFFERENCES = 20


@dataclass(frozen=True, slots=True)
class NumberDifference:
    """A place where a result says something else than what follows from its facts."""

    place: Words
    told: str
    anew: str


def scored_anew(data: Mapping[str, Any], scheme: Scheme, methods: Mapping[str, Method]) -> ScoredStage:
    """The score sheet of the facts and of the marks set by hand in a result.

    A KeyError, TypeError or ValueError tells that the data are none of a result of this scheme.
    """
    held = _as_held(data, scheme, methods)
    communes = sorted(data["communes"], key=lambda one: int(one["position"]))
    units = tuple(Unit(str(one["code"]), str(one["name"]), str(one["kind"]), bool(one["ranked"])) for one in communes)
    facts: dict[tuple[int, str], Value] = {}
    marks: dict[tuple[int, str], HandMark] = {}
    for row, commune in enumerate(communes):
        for criterion in commune["criteria"]:
            if criterion.get("by_hand"):
                marks[row, criterion["number"]] = _hand_mark(criterion)
        for fact in _facts(commune):
            if fact["value"] is not None:
                code = fact["indicator"]
                facts[row, code] = _value(held.indicators[code], fact["value"])
    sheet = score(held, methods, table(units, held.indicators, facts), marks)
    plugins = [(str(one["name"]), str(one["version"])) for one in data["plugins"]]
    return scored_stage(sheet, methods, (), str(data["engine"]), plugins)


def _as_held(data: Mapping[str, Any], scheme: Scheme, methods: Mapping[str, Method]) -> Scheme:
    """The scheme without the survey, where the result says that none was held."""
    reasons = {
        str(reason) for number, reason in data["not_held"].items() if unheld(scheme, scheme.criteria[number]) is None
    }
    return without_survey(scheme, methods, min(reasons))[0] if reasons else scheme


def _facts(commune: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for criterion in commune["criteria"]:
        yield from criterion["facts"]
    yield from commune.get("class_facts", ())


def _value(indicator: Indicator, told: Any) -> Value:
    if indicator.kind == "yes_no":
        if not isinstance(told, bool):
            raise ValueError("no yes and no no")
        return told
    if indicator.kind == "option":
        return str(told)
    if indicator.kind == "date":
        return None if told == "never" else date.fromisoformat(told)
    return Fraction(str(told))


def _hand_mark(criterion: Mapping[str, Any]) -> HandMark:
    points = criterion["points"]
    outcome = Outcome[criterion["outcome"]]
    return HandMark(outcome, Fraction(points["exact"]) if points and outcome == Outcome.SCORED else Fraction(0))


def differences(data: Mapping[str, Any], scored: ScoredStage) -> tuple[int, list[NumberDifference]]:
    """How many numbers were compared, and the places in which a result is not what was scored anew."""
    own = {one["code"]: one for one in sheets_data(scored, range(len(scored.sheet.table.units)), "vi")["communes"]}
    count, found = 0, []
    for commune in data["communes"]:
        for place, key, told, anew in _pairs(commune, own[commune["code"]]):
            count += 1
            if told != anew:
                where = ", ".join(filter(None, (commune["name"], place)))
                words = Words(*(f"{where}: {word}" for word in _KEYS[key]))
                found.append(NumberDifference(words, _words(told), _words(anew)))
    return count, found


def _pairs(told: Mapping[str, Any], anew: Mapping[str, Any]) -> Iterator[tuple[str, str, Any, Any]]:
    for key in _UNIT:
        yield "", key, told[key], anew[key]
    for code, area in anew["areas"].items():
        for key in _AREA:
            yield code, key, told["areas"][code][key], area[key]
    lines = {one["number"]: one for one in told["criteria"]}
    for line in anew["criteria"]:
        for key in _CRITERION:
            yield line["number"], key, lines[line["number"]][key], line[key]


def _words(value: Any) -> str:
    """A value in few letters: a number as it is printed."""
    return str(value.get("printed", value)) if isinstance(value, Mapping) else "-" if value is None else str(value)[:40]
