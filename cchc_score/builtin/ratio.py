"""Proportional points: a share of the maximum, with or without a floor."""

from fractions import Fraction

from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    Fact,
    IfNone,
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
from cchc_score.wording import none_words


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


def _limits(rule: Rule) -> dict[str, tuple[Fraction, ...]]:
    return {"percent": (rule.settings.zero_below, Fraction(100))}


@per_commune("ratio", RatioSettings, words=_words, limits=_limits, better=lambda rule: {"part": "more"})
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
