"""Step points: by the band in which a value, or a percentage, falls."""

from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from cchc_score.builtin.meaning import (
    IF_NONE,
    MAY_EXCEED,
    PART_HINT,
    POINTS_HINT,
    VALUE_HINT,
    WHOLE_HINT,
    Meaning,
    Setting,
)
from cchc_score.findings import Words
from cchc_score.formulas import Case, Term, Worth, if_nothing, steps, whole
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
    Number,
    Points,
    PointsFrom0,
    Rule,
    Settings,
    if_none,
    per_commune,
)
from cchc_score.text import Lang, number, pick, points_words
from cchc_score.wording import exceed_words, none_words, nothing_arose, share_words


class Band(Settings):
    """One band: `from` a limit on ('từ ... trở lên'), or `above` it ('trên ...'), and its points."""

    # `from` is a word of Python.
    from_: Number | None = Field(None, alias="from")
    above: Number | None = None
    points: PointsFrom0

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        if (self.from_ is None) == (self.above is None):
            raise ValueError("band-limit")
        return self

    @property
    def limit(self) -> Fraction:
        """The lower limit of the band."""
        limit = self.above if self.from_ is None else self.from_
        assert limit is not None
        return limit

    def holds(self, value: Fraction, scale: Fraction = Fraction(1)) -> bool:
        """Whether a value reaches the band, its limit multiplied by `scale`."""
        # The limit is multiplied rather than the value divided, as in the column form, which has whole numbers only.
        return value > self.limit * scale if self.from_ is None else value >= self.limit * scale


class BandsSettings(Settings):
    """Bands over `value`, or over `part` in percent of `whole` (then with `if_none`), from the highest down to 0."""

    value: Fact | None = None
    part: Fact | None = None
    whole: Fact | None = None
    bands: list[Band] = Field(min_length=1)
    may_exceed: bool = False
    if_none: IfNone | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        shares = self.part is not None and self.whole is not None and self.if_none is not None
        alone = self.part is None and self.whole is None and self.if_none is None and not self.may_exceed
        if not ((self.value is None and shares) or (self.value is not None and alone)):
            raise ValueError("bands-facts")
        # Of two bands with one limit, 'above' is the higher.
        order = [(band.limit, band.from_ is None) for band in self.bands]
        if any(higher <= lower for higher, lower in pairwise(order)):
            raise ValueError("bands-order")
        # So that every value is in a band: `next` over the bands needs no default.
        if order[-1] != (Fraction(0), False):
            raise ValueError("bands-end")
        return self


MEANING = Meaning(
    Words("Theo khoảng của một con số, hoặc của tỷ lệ phần trăm", "By the band of a figure, or of a percentage"),
    Words(
        "Điểm của mức cao nhất mà giá trị, hoặc tỷ lệ phần trăm, đạt tới.",
        "The points of the highest band that the value, or the percentage, reaches.",
    ),
    {
        "value": Setting(
            VALUE_HINT,
            Words(
                "giá trị; hoặc dùng `part`, `whole` và `if_none`", "the value; or else `part`, `whole` and `if_none`"
            ),
        ),
        "part": Setting(PART_HINT, Words("tử số của tỷ lệ", "the part")),
        "whole": Setting(WHOLE_HINT, Words("mẫu số của tỷ lệ", "the whole")),
        "bands": Setting(
            Words(
                "Các khoảng, từ cao xuống thấp, khoảng cuối from = 0",
                "The bands, from the highest down, the last one from = 0",
            ),
            Words(
                "các mức, từ cao xuống thấp, mức cuối là `from = 0`",
                "the bands, from the highest down, the last one `from = 0`",
            ),
        ),
        "bands.from": Setting(
            Words("Từ ... trở lên", "From ... on"), Words("từ giới hạn này trở lên", "from this limit on")
        ),
        "bands.above": Setting(
            Words("Trên", "Above"),
            Words(
                "trên giới hạn này (đúng giới hạn thì chưa đạt)", "above this limit (at the limit it is not reached)"
            ),
        ),
        "bands.points": Setting(POINTS_HINT, Words("điểm của mức", "points of the band")),
        "may_exceed": MAY_EXCEED,
        "if_none": IF_NONE,
    },
)


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: BandsSettings = rule.settings
    what = name(settings.value) if settings.value else f"{name(settings.part)} / {name(settings.whole)}"
    unit = "" if settings.value else "%"
    # Each band names both its limits: a decision is read one line at a time.
    cases = [
        f"{_between(higher, band, unit, lang)}: {points_words(band.points, lang)}"
        for higher, band in zip([None, *settings.bands[:-1]], settings.bands, strict=True)
    ]
    if settings.may_exceed:
        cases.append(exceed_words(lang))
    if settings.whole and settings.if_none:
        cases.append(none_words(settings.whole, settings.if_none, lang, name))
    return f"{what}: {'; '.join(cases)}"


def _between(higher: Band | None, band: Band, unit: str, lang: Lang) -> str:
    """From where to where a band reaches; `higher` is the one above it."""
    low = number(band.limit, None, lang) + unit
    above, lowest = band.from_ is None, band.limit == 0 and band.from_ is not None
    if higher is None:
        return _upwards(low, above, lowest, unit, lang)
    high = number(higher.limit, None, lang) + unit
    below = higher.from_ is not None
    if higher.limit == band.limit:
        # 'Above' the limit is the higher band, so that this one holds the limit itself and nothing else.
        return pick(lang, f"đúng {low}", f"exactly {low}")
    if lowest:
        return pick(lang, f"dưới {high}", f"below {high}") if below else pick(
            lang, f"từ {high} trở xuống", f"{high} or less"
        )  # fmt: skip
    start = pick(lang, "trên" if above else "từ", "above" if above else "from")
    end = pick(lang, "đến dưới" if below else "đến", "to below" if below else "to")
    return f"{start} {low} {end} {high}"


def _upwards(low: str, above: bool, lowest: bool, unit: str, lang: Lang) -> str:
    if lowest:
        return pick(lang, "mọi trường hợp", "in every case")
    if above:
        return pick(lang, f"trên {low}", f"above {low}")
    if low == f"100{unit}" and unit:
        return pick(lang, f"đạt {low}", low)
    return pick(lang, f"từ {low} trở lên", f"{low} or more")


def _working(rule: Rule, lang: Lang, value: Fraction | None, part: Fraction | None, whole: Fraction | None) -> str:
    settings: BandsSettings = rule.settings
    if part is None or whole is None:
        assert value is not None
        measured, shown, unit = value, number(value, None, lang), ""
    elif whole == 0:
        assert settings.if_none is not None
        return nothing_arose(settings.if_none, lang)
    else:
        measured, shown, unit = 100 * part / whole, share_words(part, whole, lang), "%"
    band = next(band for band in settings.bands if band.holds(measured))
    sign = ">" if band.from_ is None else ">="
    return f"{shown} {sign} {number(band.limit, None, lang)}{unit}: {number(band.points, None, lang)}"


def _limits(rule: Rule) -> dict[str, tuple[Fraction, ...]]:
    limits = tuple(band.limit for band in rule.settings.bands)
    return {"value" if rule.settings.value else "percent": limits}


def _within(rule: Rule) -> list[tuple[tuple[str, ...], str]]:
    settings: BandsSettings = rule.settings
    highest = settings.bands[0]
    # Whoever gives points for more than everything expects more than everything.
    beyond = highest.limit > 100 or (highest.limit == 100 and highest.from_ is None)
    return [] if settings.value or settings.may_exceed or beyond else [(("part",), "whole")]


def _better(rule: Rule) -> dict[str, Literal["more", "less"]]:
    points = [band.points for band in rule.settings.bands]
    fact = "value" if rule.settings.value else "part"
    if points == sorted(points, reverse=True):
        return {fact: "more"}
    return {fact: "less"} if points == sorted(points) else {}


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    settings: BandsSettings = rule.settings
    upwards = list(reversed(settings.bands))
    points = [rule.steps(band.points) for band in upwards]
    # Everybody reaches the lowest band, so that it needs no comparison.
    limits = [band.limit for band in upwards[1:]]
    # A value is counted in 1 / scale; of a share the scale cancels out.
    hundred, unit = (1, scale) if settings.value is not None else (100, 1)
    # All limits over one denominator, so that what is measured is multiplied once.
    denominator = lcm(*(limit.denominator for limit in limits))
    return {
        "lowest": points[0],
        "steps": tuple(higher - lower for lower, higher in pairwise(points)),
        "times": hundred * denominator,
        "limits": tuple(int(unit * limit * denominator) for limit in limits),
        # 'Above' a limit is one more than the limit, among whole numbers.
        "above": tuple(int(band.from_ is None) for band in upwards[1:]),
        "none": rule.max_steps if settings.if_none == "full" else 0,
        "applies": int(settings.if_none != "not_applicable"),
    }


def _column(c: Any, value: Any, part: Any, whole: Any) -> Marks:
    measured, num = c.times * (part if value is None else value), c.lowest
    for step, limit, above in zip(c.steps, c.limits, c.above, strict=True):
        least = limit if whole is None else limit * whole
        num = num + step * (measured >= (least + above if above.any() else least))
    if whole is None:
        return Marks(num)
    arose = whole > 0
    if arose.all():
        return Marks(num)
    return Marks(num * arose + c.none * ~arose, 1, arose | (c.applies > 0))


def _bound(c: Any, value: int | None, part: int | None, whole: int | None) -> int:
    # Not both are asked for; of the absent one there is no largest figure.
    measured = value or part or 0
    products = [measured * c.times, *(limit * (whole or 1) + 1 for limit in c.limits)]
    return max([*products, 2 * (c.lowest + sum(c.steps) + c.none) + 2])  # type: ignore[no-any-return]


def _formula(rule: Rule, scale: int, value: Term | None, part: Term | None, whole_: Term | None) -> Worth:
    settings: BandsSettings = rule.settings
    *upper, lowest = settings.bands
    points: Worth = steps(rule.steps(lowest.points))
    for band in reversed(upper):
        if value is not None:
            measured, limit = value * band.limit.denominator, whole(scale * band.limit.numerator)
        else:
            assert part is not None
            assert whole_ is not None
            measured, limit = part * (100 * band.limit.denominator), whole_ * band.limit.numerator
        reached = measured > limit if band.from_ is None else measured >= limit
        points = Case(reached, steps(rule.steps(band.points)), points)
    if whole_ is None or settings.if_none is None:
        return points
    return Case(whole_.equals(whole(0)), if_nothing(rule.max_steps, settings.if_none), points)


@per_commune(
    "bands",
    BandsSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    limits=_limits,
    better=_better,
    working=_working,
    within=_within,
    formula=_formula,
)
def bands(rule: Rule, value: Fraction | None, part: Fraction | None, whole: Fraction | None) -> Points:
    """The points of the highest band that the value, or the percentage, reaches."""
    settings: BandsSettings = rule.settings
    if value is not None:
        return next(band.points for band in settings.bands if band.holds(value))
    # The settings ask for a value, or for all three of these.
    assert part is not None
    assert whole is not None
    assert settings.if_none is not None
    if whole == 0:
        return if_none(rule, settings.if_none)
    return next(band.points for band in settings.bands if band.holds(100 * part, whole))


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `bands`."""
    return [bands]
