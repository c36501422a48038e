"""Late dossiers (hồ sơ trễ hạn): each percent of them takes off so many points. In rows, and in columns."""

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
    Points,
    PointsFrom0,
    Rule,
    Settings,
    if_none,
    per_commune,
)
from cchc_score.text import Lang, number
from cchc_score.wording import none_words


class LateSettings(Settings):
    """`late` of `handled`; each percent takes off `each` points; `if_none` when nothing was handled."""

    late: Fact
    handled: Fact
    each: PointsFrom0
    if_none: IfNone


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: LateSettings = rule.settings
    share = f"{name(settings.late)} / {name(settings.handled)}"
    most, each = (number(points, None, lang) for points in (rule.max_points, settings.each))
    if lang == "vi":
        text = f"{most} điểm, mỗi 1% {share} trừ {each} điểm"
    else:
        text = f"{most} points, less {each} points for each 1% of {share}"
    return f"{text}; {none_words(settings.handled, settings.if_none, lang, name)}"


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    """The rule in whole steps; late and handled come in one scale, which their share does not feel."""
    settings: LateSettings = rule.settings
    return {
        "most": rule.max_steps,
        "each": 100 * rule.steps(settings.each),
        "none": rule.max_steps if settings.if_none == "full" else 0,
        "applies": int(settings.if_none != "not_applicable"),
    }


def _column(c: Any, late: Any, handled: Any) -> Marks:
    arose = handled > 0
    left = (c.most * handled - c.each * late).clip(0)
    # Where nothing was handled, one stands for the whole.
    return Marks(left * arose + c.none * ~arose, handled + ~arose, arose | (c.applies > 0))


def _bound(c: Any, late: int, handled: int) -> int:
    return 2 * (c.most * handled + c.each * late + c.none) + 2 * (handled + 1)  # type: ignore[no-any-return]


@per_commune(
    "ho_so_tre.percent",
    LateSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    better=lambda rule: {"late": "less"},
    contract=1,
)
def late_percent(rule: Rule, late: Fraction, handled: Fraction) -> Points:
    """The maximum less `each` points for each percent late, never below 0."""
    settings: LateSettings = rule.settings
    if handled == 0:
        return if_none(rule, settings.if_none)
    return max(rule.max_points - settings.each * 100 * late / handled, Fraction(0))


@hookimpl
def cchc_methods() -> list[Method]:
    """The way of giving points."""
    return [late_percent]
