from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator

from cchc_score import Fact, Number, PointsFrom0, Settings, hookimpl, per_commune
from cchc_score.text import number, pick


class LineSettings(Settings):
    """Đường gấp khúc qua các mốc `[giá trị, điểm]`, giá trị tăng dần."""

    value: Fact
    line: Annotated[list[tuple[Number, PointsFrom0]], Field(min_length=2)]

    @model_validator(mode="after")
    def _rising(self):
        if any(low >= high for (low, _), (high, _) in pairwise(self.line)):
            raise ValueError("các mốc của line phải có giá trị tăng dần", "the values of line must rise")
        return self


def words(rule, lang, name):
    unit = pick(lang, "điểm", "points")
    ends = (f"{number(at, None, lang)}: {number(points, None, lang)} {unit}" for at, points in rule.settings.line)
    between = pick(lang, "giữa hai mốc theo đường thẳng", "between them in a straight line")
    return f"{name(rule.settings.value)}: {'; '.join(ends)}; {between}"


def better(rule):
    points = [points for _, points in rule.settings.line]
    if points == sorted(points):
        return {"value": "more"}
    return {"value": "less"} if points == sorted(points, reverse=True) else {}


def working(rule, lang, value):
    for (low, less), (high, more) in pairwise(rule.settings.line):
        if low < value < high:
            at, start, end, first, last = (number(one, None, lang) for one in (value, low, high, less, more))
            return f"{first} + ({last} - {first}) x ({at} - {start}) / ({end} - {start})"
    return f"{number(value, None, lang)}: {number(line(rule, value), None, lang)}"


@per_commune(
    "cookbook.line",
    LineSettings,
    words=words,
    limits=lambda rule: {"value": [at for at, _ in rule.settings.line]},
    better=better,
    working=working,
)
def line(rule, value):
    """Điểm theo đường thẳng giữa các mốc; ngoài mốc đầu và mốc cuối thì giữ nguyên."""
    (first, least), *_ = rule.settings.line
    if value <= first:
        return least
    for (low, less), (high, more) in pairwise(rule.settings.line):
        if value <= high:
            return less + (more - less) * (value - low) / (high - low)
    return more


@hookimpl
def cchc_methods():
    return [line]
