"""Weighted shares: of what was to be done some counts in full, some in part, as what was late or only begun."""

from fractions import Fraction
from math import lcm
from typing import Annotated, Any, Literal

from pydantic import Field

from cchc_score.builtin.meaning import IF_NONE, MAY_EXCEED, WHOLE_HINT, Meaning, Setting
from cchc_score.findings import Words
from cchc_score.formulas import Case, Quotient, Term, Worth, added, if_nothing, least, steps, whole
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    Answers,
    ColumnForm,
    Constants,
    Fact,
    FactShares,
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
from cchc_score.model import FactRef
from cchc_score.text import Lang, number, pick, points_words
from cchc_score.wording import exceed_words, none_words, nothing_arose


class WeightedSettings(Settings):
    """`parts` of `whole`, each with the percentage that it keeps; nothing below `zero_below`; `if_none`."""

    parts: Annotated[FactShares, Field(min_length=1)]
    whole: Fact
    zero_below: Percent = Fraction(0)
    may_exceed: bool = False
    if_none: IfNone


MEANING = Meaning(
    Words(
        "Tỷ lệ có trọng số: phần muộn, phần mới bắt đầu tính một phần", "Weighted shares: what is late counts in part"
    ),
    Words(
        "Điểm tối đa nhân tổng các phần, mỗi phần giữ tỷ lệ của mình, chia cho toàn bộ; không quá điểm tối đa.",
        "The maximum times the sum of the parts, each with the share that it keeps, over the whole; never above it.",
    ),
    {
        "parts": Setting(
            Words("Với mỗi phần: được tính bao nhiêu phần trăm", "For each part the percentage that it keeps"),
            Words("mỗi phần và tỷ lệ phần trăm mà nó giữ lại", "each part with the percentage that it keeps"),
        ),
        "whole": Setting(WHOLE_HINT, Words("mẫu số", "the whole")),
        "zero_below": Setting(
            Words("Dưới ngần này phần trăm thì 0 điểm", "Below this percentage nothing"),
            Words(
                "các phần cộng lại (không trọng số) dưới tỷ lệ phần trăm này thì 0 điểm",
                "where the parts together, unweighted, are below this percentage, nothing is given",
            ),
        ),
        "may_exceed": MAY_EXCEED,
        "if_none": IF_NONE,
    },
)


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: WeightedSettings = rule.settings
    terms = [f"{number(share, None, lang)}% x {name(FactRef(((1, code),)))}" for code, share in settings.parts.items()]
    points, floor = points_words(rule.max_points, lang), number(settings.zero_below, None, lang)
    below = pick(lang, f"; dưới {floor}%: 0 điểm", f"; below {floor}%: 0 points")
    text = f"({' + '.join(terms)}) / {name(settings.whole)} x {points}" + (below if settings.zero_below else "")
    text += f"; {exceed_words(lang)}" if settings.may_exceed else ""
    return f"{text}; {none_words(settings.whole, settings.if_none, lang, name)}"


def _working(rule: Rule, lang: Lang, whole: Fraction, *parts: Fraction) -> str:
    settings: WeightedSettings = rule.settings
    if whole == 0:
        return nothing_arose(settings.if_none, lang)
    if 100 * sum(parts) < settings.zero_below * whole:
        floor = number(settings.zero_below, None, lang)
        return f"{number(sum(parts, Fraction(0)), None, lang)} / {number(whole, None, lang)} < {floor}%: 0"
    counted = zip(settings.parts.values(), parts, strict=True)
    terms = " + ".join(f"{number(share, None, lang)}% x {number(count, None, lang)}" for share, count in counted)
    return f"({terms}) / {number(whole, None, lang)} x {number(rule.max_points, None, lang)}"


def _better(rule: Rule) -> dict[str, Literal["more", "less"]]:
    settings: WeightedSettings = rule.settings
    # Of the whole nothing is said: more of it makes the share smaller, but the first of it ends what `if_none` gives.
    return dict.fromkeys(settings.parts, "more")


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    settings: WeightedSettings = rule.settings
    # One denominator for all shares, because a column form has whole numbers only.
    unit = lcm(*(share.denominator for share in settings.parts.values()))
    return {
        "shares": tuple(int(share * unit) for share in settings.parts.values()),
        "hundred": 100 * unit,
        "most": rule.max_steps,
        "floor": settings.zero_below.numerator,
        "percent": 100 * settings.zero_below.denominator,
        "none": rule.max_steps if settings.if_none == "full" else 0,
        "applies": int(settings.if_none != "not_applicable"),
    }


def _column(c: Any, whole: Any, *parts: Any) -> Marks:
    kept = sum(share * count for share, count in zip(c.shares, parts, strict=True))
    den, arose = c.hundred * whole, whole > 0
    num = c.most * kept.clip(None, den) * (c.percent * sum(parts) >= c.floor * whole)
    # A denominator of 1 where nothing arose, for the engine divides by it.
    return Marks(num * arose + c.none * ~arose, den + ~arose, arose | (c.applies > 0))


def _bound(c: Any, whole: int, *parts: int) -> int:
    kept = sum(share * count for share, count in zip(c.shares, parts, strict=True))
    points = 2 * (c.most * (c.hundred * whole + kept) + c.none) + 2 * (c.hundred * whole + 1)
    # The two sides of the comparison with `zero_below` are products that can leave the range as well.
    return max(points, c.percent * sum(parts), c.floor * whole) + 2  # type: ignore[no-any-return]


def _formula(rule: Rule, scale: int, whole_: Term, *parts: Term) -> Worth:
    settings: WeightedSettings = rule.settings
    unit = lcm(*(share.denominator for share in settings.parts.values()))
    kept = added([count * int(share * unit) for share, count in zip(settings.parts.values(), parts, strict=True)])
    full = whole_ * (100 * unit)
    points: Worth = Quotient(rule.max_steps * least(kept, full), full)
    if settings.zero_below:
        asked = whole_ * settings.zero_below.numerator
        points = Case(added(list(parts)) * (100 * settings.zero_below.denominator) < asked, steps(0), points)
    return Case(whole_.equals(whole(0)), if_nothing(rule.max_steps, settings.if_none), points)


# No `limits`: points hang on several facts together. `whole` comes first, because nothing can follow `*parts`.
@per_commune(
    "weighted",
    WeightedSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    better=_better,
    working=_working,
    within=lambda rule: [] if rule.settings.may_exceed else [(tuple(rule.settings.parts), "whole")],
    formula=_formula,
)
def weighted(rule: Rule, whole: Fraction, *parts: Fraction) -> Points:
    """The maximum times the weighted parts over the whole; what may exceed the whole counts as the whole."""
    settings: WeightedSettings = rule.settings
    if whole == 0:
        return if_none(rule, settings.if_none)
    if 100 * sum(parts) < settings.zero_below * whole:
        return 0
    kept = sum(share * count for share, count in zip(settings.parts.values(), parts, strict=True))
    return rule.max_points * min(kept / (100 * whole), Fraction(1))


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `weighted`."""
    return [weighted]
