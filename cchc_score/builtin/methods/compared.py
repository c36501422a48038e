"""Points by comparing a figure with another: a target assigned, the year before, what was allowed."""

from fractions import Fraction
from typing import Any, Literal

from cchc_score.builtin.meaning import VALUE_HINT, Meaning, Setting
from cchc_score.findings import Words
from cchc_score.formulas import Case, Term, Worth, steps
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    Answers,
    ColumnForm,
    Constants,
    Fact,
    Marks,
    Method,
    Namer,
    Points,
    PointsFrom0,
    Rule,
    Settings,
    per_commune,
)
from cchc_score.text import Lang, number, pick, points_words


class ComparedSettings(Settings):
    """`value` compared with `against`: the points `above` it, where both are `equal`, and `below` it."""

    value: Fact
    against: Fact
    above: PointsFrom0
    equal: PointsFrom0
    below: PointsFrom0


MEANING = Meaning(
    Words("So với một số liệu khác: cao hơn, bằng, thấp hơn", "Compared with another figure: above, equal, below"),
    Words(
        "Điểm tùy số liệu cao hơn, bằng hay thấp hơn số liệu kia (chỉ tiêu được giao, năm trước, mức cho phép).",
        "Points by whether a figure is above, equal to or below another (a target, the year before, an allowance).",
    ),
    {
        "value": Setting(VALUE_HINT, Words("số liệu được so", "the figure")),
        "against": Setting(
            Words("Số liệu đem ra so: chỉ tiêu giao, năm trước", "What it is compared with: a target, last year"),
            Words("số liệu đem ra so", "what it is compared with"),
        ),
        "above": Setting(
            Words("Điểm khi cao hơn", "Points above it"), Words("điểm khi cao hơn", "points above it")
        ),
        "equal": Setting(
            Words("Điểm khi bằng đúng", "Points where both are equal"),
            Words("điểm khi bằng đúng", "points where both are equal"),
        ),
        "below": Setting(
            Words("Điểm khi thấp hơn", "Points below it"), Words("điểm khi thấp hơn", "points below it")
        ),
    },
)  # fmt: skip


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: ComparedSettings = rule.settings
    above, equal, below = (points_words(given, lang) for given in (settings.above, settings.equal, settings.below))
    value, against = name(settings.value), name(settings.against)
    return pick(
        lang,
        f"{value} cao hơn {against}: {above}; bằng: {equal}; thấp hơn: {below}",
        f"{value} above {against}: {above}; equal: {equal}; below: {below}",
    )


def _working(rule: Rule, lang: Lang, value: Fraction, against: Fraction) -> str:
    sign = "=" if value == against else ">" if value > against else "<"
    points = number(_given(rule, value, against), None, lang)
    return f"{number(value, None, lang)} {sign} {number(against, None, lang)}: {points}"


def _better(rule: Rule) -> dict[str, Literal["more", "less"]]:
    settings: ComparedSettings = rule.settings
    points = (settings.below, settings.equal, settings.above)
    if points == tuple(sorted(points)):
        return {"value": "more", "against": "less"}
    if points == tuple(sorted(points, reverse=True)):
        return {"value": "less", "against": "more"}
    # Where equal figures give most, or least, neither way is better throughout.
    return {}


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    settings: ComparedSettings = rule.settings
    return {key: rule.steps(getattr(settings, key)) for key in ("above", "equal", "below")}


def _column(c: Any, value: Any, against: Any) -> Marks:
    above, equal = value > against, value == against
    # `~` turns a mask around; of numbers it would be one less than their negative.
    return Marks(c.above * above + c.equal * equal + c.below * ~(above | equal))


def _bound(c: Any, value: int, against: int) -> int:
    # All three, though one is given: a bound may be too large and never too small. The facts are compared, not
    # multiplied.
    return 2 * (c.above + c.equal + c.below) + 2  # type: ignore[no-any-return]


def _given(rule: Rule, value: Fraction, against: Fraction) -> Fraction:
    settings: ComparedSettings = rule.settings
    return settings.equal if value == against else settings.above if value > against else settings.below


def _formula(rule: Rule, scale: int, value: Term, against: Term) -> Worth:
    settings: ComparedSettings = rule.settings
    above, equal, below = (steps(rule.steps(given)) for given in (settings.above, settings.equal, settings.below))
    return Case(value.equals(against), equal, Case(value > against, above, below))


# No `limits`: the points change where two figures meet, which is no value of either.
@per_commune(
    "compared",
    ComparedSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    better=_better,
    working=_working,
    formula=_formula,
)
def compared(rule: Rule, value: Fraction, against: Fraction) -> Points:
    """The points for above, equal or below."""
    return _given(rule, value, against)


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `compared`."""
    return [compared]
