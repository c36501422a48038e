"""What a scheme, an area, a criterion and a fact say, field by field, each with what a change of it can move."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from pydantic import BaseModel

from cchc_score.annexes.ranking_words import class_words
from cchc_score.catalogue.labels import CHOICES, INDICATOR_KINDS, SOURCES
from cchc_score.findings import Words
from cchc_score.methods import Method
from cchc_score.model import Area, ClassLimit, Criterion, Derived, FactRef, Indicator, OverItems, Scheme
from cchc_score.points import plain
from cchc_score.rule_words import derived_words, rule_words
from cchc_score.text import LANGUAGES, number

Effect = Literal["points", "ranks", "text"]
"""What a change can move: points (and so ranks), ranks and classes only, or nothing but what is read."""


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One thing that is said: its value to compare, and its words."""

    value: Any
    words: Words
    effect: Effect = "text"


ComparedFields = dict[str, ComparedField]


def scheme_fields(scheme: Scheme) -> ComparedFields:
    """What stands above the areas."""
    ranking = scheme.ranking
    asked = {name: getattr(ranking, name) for name in ("group_by", "compare", "ties", "incomplete", "silent")}
    return {
        **{name: _text(getattr(scheme, name)) for name in ("code", "title", "version", "decision", "frame")},
        "period": _text(str(scheme.period), "points"),
        "days": _text(" - ".join(f"{day:%d/%m/%Y}" for day in scheme.days or ()), "points"),
        # Another form may print other rows for the same facts.
        "form": _text(scheme.form, "points"),
        "max_points": _number(scheme.max_points),
        "decimals": _text(str(scheme.decimals), "points"),
        "rounding": _choice("rounding", scheme.rounding, "points"),
        "printed": ComparedField(scheme.printed, _printed(scheme), "ranks"),
        # Of the ranking these move points: a total that is capped has fewer, and who is best depends on who is there.
        "above_100": _choice("above_100", ranking.above_100, "points"),
        "units_on": _text("" if ranking.units_on is None else f"{ranking.units_on:%d/%m/%Y}", "points"),
        **{name: _choice(name, value, "ranks") for name, value in asked.items()},
        "classes": ComparedField(scheme.classes, _joined([_class(scheme, limit) for limit in scheme.classes]), "ranks"),
    }


def _choice(key: str, value: str, effect: Effect) -> ComparedField:
    """One of the words that TOML takes for a key, as people read it."""
    return ComparedField(value, Words(*CHOICES[key][value]), effect)


def _printed(scheme: Scheme) -> Words:
    total, index = scheme.printed_decimals("total"), scheme.index_decimals
    return Words(f"tổng điểm {total}, chỉ số {index}", f"total {total}, index {index}")


def area_fields(area: Area) -> ComparedFields:
    """What an area says besides its criteria."""
    return {
        "number": _text(str(area.number)),
        "name": _text(area.name),
        "name_en": _text(area.name_en),
        "max_points": _number(area.max_points),
        "kind": _choice("area_kind", area.kind, "points"),
        "absent": _choice("absent", area.absent, "points"),
        "held": _held(area),
        "reason": _text(area.reason),
    }


def criterion_fields(scheme: Scheme, criterion: Criterion, methods: Mapping[str, Method]) -> ComparedFields:
    """What a criterion says; its number and place aside."""
    texts = {
        name: _text(getattr(criterion, name)) for name in ("title", "reason", "reference", "evidence", "remedy", "note")
    }
    rule = dict(flatten(criterion.settings)) | {"method": criterion.method, "combine": criterion.combine}
    for name, part in (("gate", criterion.gates), ("factor", criterion.factor), ("chosen_by", criterion.chosen_by)):
        rule |= dict(flatten(part, name))
    words = Words(*(rule_words(scheme, criterion, methods, lang) for lang in LANGUAGES))
    return {
        # Taken out, so that it stands first and not a second time among the other texts.
        "title": texts.pop("title"),
        "max_points": _number(criterion.max_points),
        # Compared by the settings and told in words, because the words of a method may leave something out.
        "rule": ComparedField(rule, words, "points"),
        "choice": _text(criterion.choice or "", "points"),
        "key": _text(criterion.key),
        "self_score": _text({None: "", True: "true", False: "false"}[criterion.self_score]),
        "decimals": _text("" if criterion.parts else str(scheme.decimals_of(criterion)), "points"),
        "held": _held(criterion),
        **texts,
    }


def indicator_fields(scheme: Scheme, indicator: Indicator) -> ComparedFields:
    """What a fact is."""
    parts = {name: getattr(indicator, name) for name in ("sum_of", "exclusive_with")}
    parts["part_of"] = (indicator.part_of,) if indicator.part_of else ()
    options = "; ".join(f"{option.code}: {option.name}" for option in indicator.options)
    return {
        **{name: _text(getattr(indicator, name)) for name in ("name", "name_en", "unit")},
        "kind": ComparedField(indicator.kind, Words(*INDICATOR_KINDS[indicator.kind]), "points"),
        "decimals": _text(str(indicator.decimals), "points"),
        "source": ComparedField(indicator.source, Words(*SOURCES[indicator.source]), "points"),
        "options": ComparedField(indicator.options, Words(options, options), "points"),
        **{name: ComparedField(codes, _names(scheme, codes), "points") for name, codes in parts.items()},
        "over_items": ComparedField(indicator.over_items, _items_words(indicator.over_items), "points"),
        "last_year_of": _text(indicator.last_year_of or "", "points"),
        "derived": ComparedField(indicator.derived, _derived_words(scheme, indicator.derived), "points"),
    }


def _items_words(over: OverItems | None) -> Words:
    text = "; ".join(f"{name} = {value}" for name, value in flatten(over)) if over else ""
    return Words(text, text)


def _derived_words(scheme: Scheme, derived: Derived | None) -> Words:
    if derived is None:
        return Words("", "")
    names = _names(scheme, derived.facts)
    return Words(f"{derived_words(derived, 'vi')}: {names.vi}", f"{derived_words(derived, 'en')}: {names.en}")


def flatten(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every single value inside settings, a gate or a factor as text, with its place as it is written in TOML."""
    # Before the dataclasses, of which it is one: a fact is told as TOML has it.
    if isinstance(value, FactRef):
        yield path, " ".join(_term(coefficient, code) for coefficient, code in value.terms)
        return
    for name, item in _items(value):
        yield from flatten(item, f"{path}.{name}" if path else name)
    if value is not None and not isinstance(value, BaseModel | Mapping | list | tuple) and not _is_part(value):
        yield path, plain(value) if isinstance(value, Fraction) else str(value)


def _term(coefficient: int | Fraction, code: str) -> str:
    sign, size = "-" if coefficient < 0 else "", Fraction(-coefficient if coefficient < 0 else coefficient)
    return f"{sign}{code}" if size == 1 else f"{sign}{plain(size)} {code}"


def _items(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield field.alias or name, getattr(value, name)
    elif isinstance(value, Mapping):
        yield from ((str(key), item) for key, item in value.items())
    elif isinstance(value, list | tuple):
        # People count from 1.
        yield from ((str(position), item) for position, item in enumerate(value, 1))
    elif _is_part(value):
        yield from ((name, getattr(value, name)) for name in value.__dataclass_fields__)


def _is_part(value: Any) -> bool:
    return hasattr(value, "__dataclass_fields__")


def _text(value: str, effect: Effect = "text") -> ComparedField:
    return ComparedField(value, Words(value, value), effect)


def _number(value: Fraction) -> ComparedField:
    return ComparedField(value, Words(*(number(value, None, lang) for lang in LANGUAGES)), "points")


def _held(assessed: Area | Criterion) -> ComparedField:
    return ComparedField(assessed.held, Words("có", "yes") if assessed.held else Words("không", "no"), "points")


def _class(scheme: Scheme, limit: ClassLimit) -> Words:
    return Words(*(class_words(scheme, limit, lang) for lang in LANGUAGES))


def _names(scheme: Scheme, codes: tuple[str, ...]) -> Words:
    return _joined([scheme.indicators[code].words for code in codes if code in scheme.indicators])


def _joined(words: list[Words]) -> Words:
    return Words("; ".join(text.vi for text in words), "; ".join(text.en for text in words))
