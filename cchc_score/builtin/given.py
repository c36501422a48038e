"""Points given from outside: a survey value, an expert's grade, an appraiser's mark."""

from fractions import Fraction
from typing import Any

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
    Rule,
    Settings,
    per_commune,
)
from cchc_score.text import Lang, number, pick


class GivenSettings(Settings):
    """`points` is the fact that already is a number of points, from 0 to the maximum."""

    points: Fact


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    most = number(rule.max_points, None, lang)
    return f"{name(rule.settings.points)} ({pick(lang, 'điểm cho sẵn, tối đa', 'points given, at most')} {most})"


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    return {"step": 10**rule.decimals, "scale": scale}


def _column(c: Any, points: Any) -> Marks:
    return Marks(points * c.step, c.scale)


def _bound(c: Any, points: int) -> int:
    return 2 * points * c.step + 2 * c.scale  # type: ignore[no-any-return]


@per_commune(
    "given",
    GivenSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    limits=lambda rule: {"points": (Fraction(0), rule.max_points)},
    better=lambda rule: {"points": "more"},
    most=lambda rule: {"points": rule.max_points},
)
def given(rule: Rule, points: Fraction) -> Points:
    """The points as they were given."""
    return points


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `given`."""
    return [given]
