"""Points given from outside: a survey value, an expert's grade, an appraiser's mark."""

from fractions import Fraction
from typing import Any

from cchc_score.builtin.meaning import Meaning, Setting
from cchc_score.findings import Words
from cchc_score.formulas import Quotient, Term, Worth, whole
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


MEANING = Meaning(
    Words("Điểm do điều tra hoặc hội đồng chấm", "Points given: survey, council"),
    Words(
        "Chính số liệu là điểm: điều tra, điểm chuyên gia, điểm trừ của hội đồng.",
        "The fact itself: a survey, an expert's grade, a deduction by an appraiser.",
    ),
    {
        "points": Setting(
            Words("Số liệu đã là số điểm", "An indicator that is a number of points"),
            Words(
                "số liệu đã là điểm; lớn hơn điểm tối đa là mâu thuẫn",
                "a fact that already is points; above the maximum it is a contradiction",
            ),
        ),
    },
)


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    most = number(rule.max_points, None, lang)
    given = pick(lang, "điểm do điều tra hoặc hội đồng chấm, tối đa", "points given, at most")
    return f"{name(rule.settings.points)} ({given} {most})"


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    return {"step": 10**rule.decimals, "scale": scale}


def _column(c: Any, points: Any) -> Marks:
    # The fact comes in 1 / scale, and the points leave in steps of the scheme.
    return Marks(points * c.step, c.scale)


def _bound(c: Any, points: int) -> int:
    return 2 * points * c.step + 2 * c.scale  # type: ignore[no-any-return]


def _formula(rule: Rule, scale: int, points: Term) -> Worth:
    return Quotient(points * int(10**rule.decimals), whole(scale))


@per_commune(
    "given",
    GivenSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    limits=lambda rule: {"points": (Fraction(0), rule.max_points)},
    better=lambda rule: {"points": "more"},
    # Both forms count on this: points above the maximum, or below 0, contradict the rule and never reach them.
    most=lambda rule: {"points": rule.max_points},
    formula=_formula,
)
def given(rule: Rule, points: Fraction) -> Points:
    """The points as they were given."""
    return points


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `given`."""
    return [given]
