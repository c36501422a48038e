"""What a scheme, an area, a criterion and a fact say, field by field, each with what a change of it can move."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from pydantic import BaseModel

from cchc_score.explain import rule_words
from cchc_score.findings import Words
from cchc_score.methods import Method
from cchc_score.model import Area, ClassLimit, Criterion, FactRef, Indicator, Scheme
from cchc_score.points import plain
from cchc_score.text import LANGUAGES, number

Effect = Literal["points", "ranks", "text"]
"""What a change can move: points (and so ranks), ranks and classes only, or nothing but what is read."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is said: its value to compare, and its words."""

    value: Any
    words: Words
    effect: Effect = "text"


Fields = dict[str, Field]


def of_scheme(scheme: Scheme) -> Fields:
    """What stands above the areas."""
    ranking = scheme.ranking
    asked = {"group_by": ranking.group_by, "compare": ranking.compare, "ties": ranking.ties,
             "incomplete": ranking.incomplete}  # fmt: skip
    return {
        **{name: _text(getattr(scheme, name)) for name in ("code", "title", "version", "decision")},
        "period": _text(str(scheme.period), "points"),
        "form": _text(scheme.form, "points"),
        "max_points": _number(scheme.max_points),
        "decimals": _text(str(scheme.decimals), "points"),
        "rounding": _text(scheme.rounding, "points"),
        "above_100": _text(ranking.above_100, "points"),
        **{name: _text(value, "ranks") for name, value in asked.items()},
        "classes": Field(scheme.classes, _joined([_class(one) for one in scheme.classes]), "ranks"),
    }


def of_area(area: Area) -> Fields:
    """What an area says besides its criteria."""
    return {
        "number": _text(str(area.number)),
        "name": _text(area.name),
        "name_en": _text(area.name_en),
        "max_points": _number(area.max_points),
        "kind": _text(area.kind, "points"),
        "held": _held(area),
        "reason": _text(area.reason),
    }


def of_criterion(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method]) -> Fields:
    """What a criterion says; its number and place aside."""
    texts = {
        name: _text(getattr(criterion, name)) for name in ("title", "reason", "reference", "evidence", "remedy", "note")
    }
    rule = dict(flat(criterion.settings)) | {"method": criterion.method, "combine": criterion.combine}
    for name, part in (("gate", criterion.gate), ("factor", criterion.factor), ("chosen_by", criterion.chosen_by)):
        rule |= dict(flat(part, name))
    words = Words(*(rule_words(scheme, criterion, methods, lang) for lang in LANGUAGES))
    return {
        "title": texts.pop("title"),
        "max_points": _number(criterion.max_points),
        "rule": Field(rule, words, "points"),
        "choice": _text(criterion.choice or "", "points"),
        "held": _held(criterion),
        **texts,
    }


def of_indicator(scheme: Scheme, indicator: Indicator) -> Fields:
    """What a fact is."""
    parts = {name: getattr(indicator, name) for name in ("sum_of", "exclusive_with")}
    parts["part_of"] = (indicator.part_of,) if indicator.part_of else ()
    options = "; ".join(f"{one.code}: {one.name}" for one in indicator.options)
    return {
        **{name: _text(getattr(indicator, name)) for name in ("name", "name_en", "unit")},
        "kind": _text(indicator.kind, "points"),
        "decimals": _text(str(indicator.decimals), "points"),
        "source": _text(indicator.source, "points"),
        "options": Field(indicator.options, Words(options, options), "points"),
        **{name: Field(codes, _names(scheme, codes), "points") for name, codes in parts.items()},
    }


def flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every single value inside settings, a gate or a factor as text, with its place as it is written in TOML."""
    if isinstance(value, FactRef):
        yield path, " ".join(("-" if sign < 0 else "") + code for sign, code in value.terms)
        return
    for name, item in _items(value):
        yield from flat(item, f"{path}.{name}" if path else name)
    if value is not None and not isinstance(value, BaseModel | Mapping | list | tuple) and not _is_part(value):
        yield path, plain(value) if isinstance(value, Fraction) else str(value)


def _items(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield field.alias or name, getattr(value, name)
    elif isinstance(value, Mapping):
        yield from ((str(key), item) for key, item in value.items())
    elif isinstance(value, list | tuple):
        yield from ((str(place), item) for place, item in enumerate(value, 1))
    elif _is_part(value):
        yield from ((name, getattr(value, name)) for name in value.__dataclass_fields__)


def _is_part(value: Any) -> bool:
    return hasattr(value, "__dataclass_fields__")


def _text(value: str, effect: Effect = "text") -> Field:
    return Field(value, Words(value, value), effect)


def _number(value: Fraction) -> Field:
    return Field(value, Words(*(number(value, None, lang) for lang in LANGUAGES)), "points")


def _held(one: Area | Criterion) -> Field:
    return Field(one.held, Words("có", "yes") if one.held else Words("không", "no"), "points")


def _class(one: ClassLimit) -> Words:
    low = {"each_area_from": ("mỗi lĩnh vực", "each area"), "each_criterion_from": ("mỗi tiêu chí", "each criterion")}
    limits = {name: getattr(one, name) for name in low if getattr(one, name) is not None}
    asked = [
        "".join(f", {low[name][at]} {word} {number(limit, None, lang)}%" for name, limit in limits.items())
        for at, (lang, word) in enumerate(zip(LANGUAGES, ("từ", "from"), strict=True))
    ]
    vi, en = (number(one.at_least, None, lang) for lang in LANGUAGES)
    return Words(f"{one.name}: từ {vi}{asked[0]}", f"{one.name}: from {en}{asked[1]}")


def _names(scheme: Scheme, codes: tuple[str, ...]) -> Words:
    return _joined([scheme.indicators[code].words for code in codes if code in scheme.indicators])


def _joined(words: list[Words]) -> Words:
    return Words("; ".join(one.vi for one in words), "; ".join(one.en for one in words))
