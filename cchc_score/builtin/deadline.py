"""Points by day: on time, late, never."""

import itertools
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from cchc_score.hookspecs import hookimpl
from cchc_score.methods import DateFact, Method, Namer, Points, PointsFrom0, Rule, Settings, per_commune
from cchc_score.text import Lang, number, pick


class Step(Settings):
    """Points for a day not after `by`."""

    by: date
    points: PointsFrom0


class DeadlineSettings(Settings):
    """`steps` from the earliest day on; `late` after the last one; `never` when it did not come at all."""

    date: DateFact
    steps: list[Step] = Field(min_length=1)
    late: PointsFrom0
    never: PointsFrom0

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        days = [step.by for step in self.steps]
        if any(earlier >= later for earlier, later in itertools.pairwise(days)):
            raise ValueError("steps-order")
        return self


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: DeadlineSettings = rule.settings
    unit = pick(lang, "điểm", "points")
    parts = [
        f"{pick(lang, 'đến hết ngày', 'by')} {step.by:%d/%m/%Y}: {number(step.points, None, lang)} {unit}"
        for step in settings.steps
    ]
    parts.append(f"{pick(lang, 'muộn hơn', 'later')}: {number(settings.late, None, lang)} {unit}")
    parts.append(f"{pick(lang, 'không có', 'never')}: {number(settings.never, None, lang)} {unit}")
    return f"{name(settings.date)}: {'; '.join(parts)}"


@per_commune("deadline", DeadlineSettings, words=_words)
def deadline(rule: Rule, date: date | None) -> Points:
    """The points of the first step whose day has not passed."""
    settings: DeadlineSettings = rule.settings
    if date is None:
        return settings.never
    return next((step.points for step in settings.steps if date <= step.by), settings.late)


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `deadline`."""
    return [deadline]
