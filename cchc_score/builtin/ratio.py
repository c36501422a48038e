"""Proportional points: a share of the maximum, with or without a floor."""

from fractions import Fraction
from typing import Any

from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    Answers,
    ColumnForm,
    Constants,
    Fact,
    IfNone,
    Marks,
    Method,
    Namer,
    Percent,
    Points,
    Rule,
    Settings,
    if_none,
    per_commune,
)
from cchc_score.text import Lang, number
from cchc_score.wording import none_words, nothing_arose, share_words


class RatioSettings(Settings):
    """`part` of `whole`; below `zero_below` percent nothing; `if_none` when the whole is 0."""

    part: Fact
    whole: Fact
    zero_below: Percent = Fraction(0)
    if_none: IfNone


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: RatioSettings = rule.settings
    share = f"{name(settings.part)} / {name(settings.whole)}"
    points = number(rule.max_points, None, lang)
    floor = number(settings.zero_below, None, lang)
    if lang == "vi":
        text = f"{share} x {points} điểm" + (f"; dưới {floor}%: 0 điểm" if settings.zero_below else "")
    else:
        text = f"{share} x {points} points" + (f"; below {floor}%: 0 points" if settings.zero_below else "")
    return f"{text}; {none_words(settings.whole, settings.if_none, lang, name)}"


def _working(rule: Rule, lang: Lang, part: Fraction, whole: Fraction) -> str:
    if whole == 0:
        return nothing_arose(rule.settings.if_none, lang)
    share = share_words(part, whole, lang)
    if 100 * part < rule.settings.zero_below * whole:
        floor = number(rule.settings.zero_below, None, lang)
        return f"{share} < {floor}%: 0"
    return f"{share} x {number(rule.max_points, None, lang)}"


def _limits(rule: Rule) -> dict[str, tuple[Fraction, ...]]:
    return {"percent": (rule.settings.zero_below, Fraction(100))}


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    settings: RatioSettings = rule.settings
    return {
        "most": rule.max_steps,
        "floor": settings.zero_below.numerator,
        "hundred": 100 * settings.zero_below.denominator,
        "none": rule.max_steps if settings.if_none == "full" else 0,
        "applies": int(settings.if_none != "not_applicable"),
    }


def _column(c: Any, part: Any, whole: Any) -> Marks:
    arose = whole > 0
    num = c.most * part.clip(None, whole)
    if c.floor.any():
        num = num * (c.hundred * part >= c.floor * whole)
    if arose.all():
        return Marks(num, whole)
    return Marks(num + c.none * ~arose, whole + ~arose, arose | (c.applies > 0))


def _bound(c: Any, part: int, whole: int) -> int:
    return max(2 * c.most * (whole + 1) + 2 * whole, c.hundred * part, c.floor * whole) + 2  # type: ignore[no-any-return]


@per_commune(
    "ratio",
    RatioSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    limits=_limits,
    better=lambda rule: {"part": "more"},
    working=_working,
)
def ratio(rule: Rule, part: Fraction, whole: Fraction) -> Points:
    """The maximum times part / whole; a part above the whole counts as the whole."""
    settings: RatioSettings = rule.settings
    if whole == 0:
        return if_none(rule, settings.if_none)
    if 100 * part < settings.zero_below * whole:
        return 0
    return rule.max_points * min(part, whole) / whole


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `ratio`."""
    return [ratio]
