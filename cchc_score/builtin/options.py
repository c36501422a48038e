"""Points by answer: yes or no, graded levels, with or without 'not applicable'."""

from itertools import pairwise
from typing import Annotated, Any, Literal

from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    Answers,
    ColumnForm,
    Constants,
    Marks,
    Method,
    Namer,
    OptionFact,
    PerAnswer,
    Points,
    PointsFrom0,
    Rule,
    Settings,
    per_commune,
)
from cchc_score.text import Lang, number
from cchc_score.wording import treatment_words


class OptionsSettings(Settings):
    """`points` for each answer of `fact`: a number, or 'not_applicable'. A yes/no question has 'yes' and 'no'."""

    fact: OptionFact
    points: Annotated[dict[str, PointsFrom0 | Literal["not_applicable"]], PerAnswer("fact")]


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: OptionsSettings = rule.settings
    answers = []
    for answer, points in settings.points.items():
        shown = name(settings.fact, answer)
        if points == "not_applicable":
            answers.append(f"{shown}: {treatment_words('not_applicable', lang)}")
        else:
            answers.append(f"{shown}: {number(points, None, lang)} {'điểm' if lang == 'vi' else 'points'}")
    return f"{name(settings.fact)}: {'; '.join(answers)}"


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    given = [rule.settings.points[answer] for answer in answers[0]]
    points = [0 if one == "not_applicable" else rule.steps(one) for one in given]
    return {
        "first": points[0],
        "steps": tuple(later - earlier for earlier, later in pairwise(points)),
        "without": tuple(int(one == "not_applicable") for one in given),
    }


def _column(c: Any, fact: Any) -> Marks:
    num = c.first
    for place, step in enumerate(c.steps, 1):
        num = num + step * (fact >= place)
    if not any(one.any() for one in c.without):
        return Marks(num)
    applicable = fact >= 0
    for place, without in enumerate(c.without):
        applicable &= (fact != place) | (without == 0)
    return Marks(num, 1, applicable)


def _bound(c: Any, fact: int) -> int:
    return 2 * (c.first + sum(c.steps)) + 2  # type: ignore[no-any-return]


@per_commune("options", OptionsSettings, column=ColumnForm(_constants, _column, _bound), words=_words)
def options(rule: Rule, fact: str | bool) -> Points:
    """The points that stand beside the answer given."""
    answer = ("no", "yes")[fact] if isinstance(fact, bool) else fact
    points = rule.settings.points[answer]
    return None if points == "not_applicable" else points


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `options`."""
    return [options]
