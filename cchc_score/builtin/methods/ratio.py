"""Proportional points: a share of the maximum, with or without a floor."""

from fractions import Fraction
from typing import Any

from cchc_score.builtin.meaning import IF_NONE, MAY_EXCEED, PART_HINT, WHOLE_HINT, Meaning, Setting
from cchc_score.findings import Words
from cchc_score.formulas import Case, Quotient, Term, Worth, if_nothing, least, steps, whole
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
    Percent,
    Points,
    Rule,
    Settings,
    if_none,
    per_commune,
)
from cchc_score.text import Lang, number, pick, points_words
from cchc_score.wording import exceed_words, none_words, nothing_arose, share_words


class RatioSettings(Settings):
    """`part` of `whole`; below `zero_below` percent nothing, from `full_from` on all; `if_none` when the whole is 0.

    A part above its whole is a contradiction unless it `may_exceed` it, as a result exceeds a target.
    """

    part: Fact
    whole: Fact
    zero_below: Percent = Fraction(0)
    full_from: Percent = Fraction(100)
    may_exceed: bool = False
    if_none: IfNone


MEANING = Meaning(
    Words("Tỷ lệ x điểm tối đa, có thể có mức sàn", "Share x maximum, perhaps with a floor"),
    Words(
        "Điểm tối đa nhân tỷ lệ, không bao giờ quá điểm tối đa.",
        "The maximum times the share, never above the maximum.",
    ),
    {
        "part": Setting(PART_HINT, Words("tử số", "the part")),
        "whole": Setting(WHOLE_HINT, Words("mẫu số", "the whole")),
        "zero_below": Setting(
            Words("Dưới ngần này phần trăm thì 0 điểm", "Below this percentage nothing"),
            Words("dưới tỷ lệ phần trăm này thì 0 điểm", "below this percentage nothing is given"),
        ),
        "full_from": Setting(
            Words("Từ ngần này phần trăm thì đủ điểm", "From this percentage on full points"),
            Words("từ tỷ lệ phần trăm này trở lên thì đủ điểm", "from this percentage on the maximum is given"),
        ),
        "may_exceed": MAY_EXCEED,
        "if_none": IF_NONE,
    },
)


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: RatioSettings = rule.settings
    share = f"{name(settings.part)} / {name(settings.whole)}"
    floor, full = (number(limit, None, lang) for limit in (settings.zero_below, settings.full_from))
    parts = [f"{share} x {points_words(rule.max_points, lang)}"]
    if settings.zero_below:
        parts.append(pick(lang, f"dưới {floor}%: 0 điểm", f"below {floor}%: 0 points"))
    if settings.full_from < 100:
        parts.append(pick(lang, f"từ {full}% trở lên: đủ điểm", f"{full}% or more: full points"))
    if settings.may_exceed:
        parts.append(exceed_words(lang))
    return f"{'; '.join(parts)}; {none_words(settings.whole, settings.if_none, lang, name)}"


def _working(rule: Rule, lang: Lang, part: Fraction, whole: Fraction) -> str:
    if whole == 0:
        return nothing_arose(rule.settings.if_none, lang)
    share = share_words(part, whole, lang)
    if 100 * part < rule.settings.zero_below * whole:
        floor = number(rule.settings.zero_below, None, lang)
        return f"{share} < {floor}%: 0"
    if rule.settings.full_from < 100 and 100 * part >= rule.settings.full_from * whole:
        return f"{share} >= {number(rule.settings.full_from, None, lang)}%: {number(rule.max_points, None, lang)}"
    return f"{share} x {number(rule.max_points, None, lang)}"


def _limits(rule: Rule) -> dict[str, tuple[Fraction, ...]]:
    return {"percent": tuple(dict.fromkeys((rule.settings.zero_below, rule.settings.full_from, Fraction(100))))}


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    settings: RatioSettings = rule.settings
    return {
        "most": rule.max_steps,
        "floor": settings.zero_below.numerator,
        "hundred": 100 * settings.zero_below.denominator,
        "full": settings.full_from.numerator,
        "percent": 100 * settings.full_from.denominator,
        "none": rule.max_steps if settings.if_none == "full" else 0,
        "applies": int(settings.if_none != "not_applicable"),
    }


def _column(c: Any, part: Any, whole: Any) -> Marks:
    arose = whole > 0
    if (c.full == c.percent).all():
        num = c.most * part.clip(max=whole)
    else:
        # What reaches the limit of full points counts as the whole.
        reached = c.percent * part >= c.full * whole
        num = c.most * (whole * reached + part * ~reached)
    if c.floor.any():
        num = num * (c.hundred * part >= c.floor * whole)
    if arose.all():
        return Marks(num, whole)
    if c.none.any():
        num += c.none * ~arose
    return Marks(num, whole.clip(1), arose | (c.applies > 0))


def _bound(c: Any, part: int, whole: int) -> int:
    limits = max(c.hundred * part, c.floor * whole, c.percent * part, c.full * whole)
    return max(2 * c.most * (whole + 1) + 2 * whole, limits) + 2  # type: ignore[no-any-return]


def _formula(rule: Rule, scale: int, part: Term, whole_: Term) -> Worth:
    settings: RatioSettings = rule.settings
    points: Worth = Quotient(rule.max_steps * least(part, whole_), whole_)
    if settings.full_from < 100:
        reached = part * (100 * settings.full_from.denominator) >= whole_ * settings.full_from.numerator
        points = Case(reached, steps(rule.max_steps), points)
    if settings.zero_below:
        below = part * (100 * settings.zero_below.denominator) < whole_ * settings.zero_below.numerator
        points = Case(below, steps(0), points)
    return Case(whole_.equals(whole(0)), if_nothing(rule.max_steps, settings.if_none), points)


@per_commune(
    "ratio",
    RatioSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    limits=_limits,
    better=lambda rule: {"part": "more"},
    working=_working,
    within=lambda rule: [] if rule.settings.may_exceed else [(("part",), "whole")],
    formula=_formula,
)
def ratio(rule: Rule, part: Fraction, whole: Fraction) -> Points:
    """The maximum times part / whole; a part that may exceed the whole counts as the whole."""
    settings: RatioSettings = rule.settings
    if whole == 0:
        return if_none(rule, settings.if_none)
    if 100 * part < settings.zero_below * whole:
        return 0
    if 100 * part >= settings.full_from * whole:
        return rule.max_points
    return rule.max_points * part / whole


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `ratio`."""
    return [ratio]
