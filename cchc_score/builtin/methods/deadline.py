"""Points by day: on time, late, never."""

from datetime import date
from itertools import pairwise
from typing import Any, Self

from pydantic import Field, model_validator

from cchc_score.builtin.meaning import POINTS_HINT, Meaning, Setting
from cchc_score.findings import Words
from cchc_score.formulas import Case, DayCell, Worth, steps
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    Answers,
    ColumnForm,
    Constants,
    DateFact,
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
        if any(earlier >= later for earlier, later in pairwise(days)):
            raise ValueError("steps-order")
        return self


MEANING = Meaning(
    Words("Theo thời hạn: đúng hạn, muộn, không có", "By day: on time, late, never"),
    Words("Điểm của mốc đầu tiên mà ngày chưa qua.", "The points of the first step whose day has not passed."),
    {
        "date": Setting(
            Words("Số liệu là ngày", "An indicator that is a day"),
            Words(
                "số liệu ghi ngày, hoặc `không` khi không bao giờ có",
                "a fact that is a date, or `không` where it never came",
            ),
        ),
        "steps": Setting(
            Words("Các hạn, từ sớm đến muộn", "The days, from the earliest on"),
            Words("các mốc, từ ngày sớm nhất", "the steps, from the earliest day on"),
        ),
        "steps.by": Setting(
            Words("Đến hết ngày", "By the end of this day"),
            Words("hết ngày này còn kịp", "in time up to the end of this day"),
        ),
        "steps.points": Setting(POINTS_HINT, Words("điểm khi kịp mốc", "points for being in time")),
        "late": Setting(
            Words("Điểm khi muộn hơn hạn cuối", "Points when later than the last day"),
            Words("điểm khi muộn hơn mốc cuối", "points after the last step"),
        ),
        "never": Setting(
            Words("Điểm khi không có", "Points when it never came"),
            Words("điểm khi không bao giờ có", "points where it never came"),
        ),
    },
)


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: DeadlineSettings = rule.settings
    parts = [
        f"{pick(lang, 'đến hết ngày', 'by')} {step.by:%d/%m/%Y}: {points_words(step.points, lang)}"
        for step in settings.steps
    ]
    parts.append(f"{pick(lang, 'muộn hơn', 'later')}: {points_words(settings.late, lang)}")
    parts.append(f"{pick(lang, 'không có', 'never')}: {points_words(settings.never, lang)}")
    return f"{name(settings.date)}: {'; '.join(parts)}"


def _working(rule: Rule, lang: Lang, day: date | None) -> str:
    settings: DeadlineSettings = rule.settings
    if day is None:
        return f"{pick(lang, 'không có', 'never')}: {number(settings.never, None, lang)}"
    for step in settings.steps:
        if day <= step.by:
            return f"{day:%d/%m/%Y} <= {step.by:%d/%m/%Y}: {number(step.points, None, lang)}"
    return f"{day:%d/%m/%Y} > {settings.steps[-1].by:%d/%m/%Y}: {number(settings.late, None, lang)}"


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    settings: DeadlineSettings = rule.settings
    points = [rule.steps(given) for given in (*(step.points for step in settings.steps), settings.late)]
    return {
        "late": points[-1],
        "days": tuple(step.by.toordinal() for step in settings.steps),
        # Differences, because the days of one rule are reached one after the other, each adding to what a later day
        # gives.
        "steps": tuple(earlier - later for earlier, later in pairwise(points)),
        "never": rule.steps(settings.never) - points[0],
    }


def _column(c: Any, date: Any) -> Marks:
    num = c.late
    for day, step in zip(c.days, c.steps, strict=True):
        num = num + step * (date <= day)
    # Day 0, which is 'never', is before every limit and has got the points of the first step; `never` is what it lacks.
    return Marks(num + c.never * (date == 0))


def _bound(c: Any, date: int) -> int:
    # Steps may be negative; a bound gets their magnitudes.
    return 2 * (c.late + sum(c.steps) + c.never) + 2  # type: ignore[no-any-return]


def _limits(rule: Rule) -> dict[str, tuple[date, ...]]:
    return {"date": tuple(step.by for step in rule.settings.steps)}


def _formula(rule: Rule, scale: int, date: DayCell) -> Worth:
    settings: DeadlineSettings = rule.settings
    points: Worth = steps(rule.steps(settings.late))
    for step in reversed(settings.steps):
        points = Case(date.by(step.by), steps(rule.steps(step.points)), points)
    return Case(date.never, steps(rule.steps(settings.never)), points)


@per_commune(
    "deadline",
    DeadlineSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    working=_working,
    limits=_limits,
    formula=_formula,
)
def deadline(rule: Rule, date: date | None) -> Points:
    """The points of the first step whose day has not passed."""
    settings: DeadlineSettings = rule.settings
    if date is None:
        return settings.never
    # The steps rise by their days, so that the first that holds is the earliest one that was met.
    return next((step.points for step in settings.steps if date <= step.by), settings.late)


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `deadline`."""
    return [deadline]
