"""A percentage that is reported as it is: its share of the maximum, or of a target of less than 100 percent."""

from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator

from cchc_score.builtin.meaning import MAY_EXCEED, VALUE_HINT, Meaning, Setting
from cchc_score.findings import Words
from cchc_score.formulas import Case, Quotient, Term, Worth, least, steps, whole
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    Answers,
    ColumnForm,
    Constants,
    Fact,
    Marks,
    Method,
    Namer,
    Percent,
    Points,
    Rule,
    Settings,
    exact,
    numeric,
    per_commune,
)
from cchc_score.text import Lang, number, pick, points_words
from cchc_score.wording import exceed_words


def _target(raw: object) -> Fraction:
    value = exact(raw)
    # Nothing is a share of 0, and a target above 100 percent can never be met.
    if value <= 0:
        raise ValueError("not-positive")
    if value > 100:
        raise ValueError("above-100")
    return value


class ShareSettings(Settings):
    """`value`, a percentage, of `target`; nothing below `zero_below`."""

    value: Fact
    target: Annotated[Fraction, BeforeValidator(_target), numeric(exclusiveMinimum=0, maximum=100)] = Fraction(100)
    zero_below: Percent = Fraction(0)
    may_exceed: bool = False


MEANING = Meaning(
    Words("Tỷ lệ phần trăm báo cáo sẵn x điểm tối đa", "A reported percentage x maximum"),
    Words(
        "Điểm tối đa nhân tỷ lệ phần trăm, hoặc nhân tỷ lệ chia mục tiêu; không quá điểm tối đa.",
        "The maximum times the percentage, or times the percentage over the target; never above the maximum.",
    ),
    {
        "value": Setting(VALUE_HINT, Words("tỷ lệ phần trăm", "the percentage")),
        "target": Setting(
            Words("Mục tiêu, phần trăm: đạt mục tiêu là đủ điểm", "The target in percent: met, it gives full points"),
            Words("mục tiêu, phần trăm; đạt thì đủ điểm", "the target in percent; met, it gives the maximum"),
        ),
        "zero_below": Setting(
            Words("Dưới ngần này phần trăm thì 0 điểm", "Below this percentage nothing"),
            Words("dưới tỷ lệ phần trăm này thì 0 điểm", "below this percentage nothing is given"),
        ),
        "may_exceed": MAY_EXCEED,
    },
)


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: ShareSettings = rule.settings
    target, floor = (number(value, None, lang) for value in (settings.target, settings.zero_below))
    parts = [f"{name(settings.value)} / {target}% x {points_words(rule.max_points, lang)}"]
    if settings.zero_below:
        parts.append(pick(lang, f"dưới {floor}%: 0 điểm", f"below {floor}%: 0 points"))
    if settings.may_exceed:
        parts.append(exceed_words(lang))
    return "; ".join(parts)


def _working(rule: Rule, lang: Lang, value: Fraction) -> str:
    settings: ShareSettings = rule.settings
    shown, target, floor = (number(one, None, lang) for one in (value, settings.target, settings.zero_below))
    points = number(rule.max_points, None, lang)
    if value < settings.zero_below:
        return f"{shown}% < {floor}%: 0"
    return f"{shown}% >= {target}%: {points}" if value >= settings.target else f"{shown}% / {target}% x {points}"


def _limits(rule: Rule) -> dict[str, tuple[Fraction, ...]]:
    settings: ShareSettings = rule.settings
    return {"value": tuple(dict.fromkeys((settings.zero_below, settings.target)))}


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    settings: ShareSettings = rule.settings
    return {
        "most": rule.max_steps,
        "factor": settings.target.denominator,
        "full": scale * settings.target.numerator,
        "percent": settings.zero_below.denominator,
        "floor": scale * settings.zero_below.numerator,
    }


def _column(c: Any, value: Any) -> Marks:
    reached = c.percent * value >= c.floor
    return Marks(c.most * (c.factor * value).clip(None, c.full) * reached, c.full + 0 * value)


def _bound(c: Any, value: int) -> int:
    return max(2 * c.most * max(c.factor * value, c.full) + 2 * c.full, c.percent * value, c.floor) + 2  # type: ignore[no-any-return]


def _formula(rule: Rule, scale: int, value: Term) -> Worth:
    settings: ShareSettings = rule.settings
    full = whole(scale * settings.target.numerator)
    points: Worth = Quotient(rule.max_steps * least(value * settings.target.denominator, full), full)
    if not settings.zero_below:
        return points
    below = value * settings.zero_below.denominator < whole(scale * settings.zero_below.numerator)
    return Case(below, steps(0), points)


@per_commune(
    "share",
    ShareSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    limits=_limits,
    better=lambda rule: {"value": "more"},
    working=_working,
    most=lambda rule: {} if rule.settings.may_exceed else {"value": Fraction(100)},
    formula=_formula,
)
def share(rule: Rule, value: Fraction) -> Points:
    """The maximum times the percentage over the target; more than the target counts as the target."""
    settings: ShareSettings = rule.settings
    if value < settings.zero_below:
        return 0
    return rule.max_points * min(value / settings.target, Fraction(1))


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `share`."""
    return [share]
