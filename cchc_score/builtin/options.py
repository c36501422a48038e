"""Points by answer: yes or no, graded levels, with or without 'not applicable'."""

from typing import Annotated, Literal

from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
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


@per_commune("options", OptionsSettings, words=_words)
def options(rule: Rule, fact: str | bool) -> Points:
    """The points that stand beside the answer given."""
    answer = ("no", "yes")[fact] if isinstance(fact, bool) else fact
    points = rule.settings.points[answer]
    return None if points == "not_applicable" else points


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `options`."""
    return [options]
