"""Points by number: so much for each one, or so much off for each missing one."""

from fractions import Fraction
from typing import Any

from cchc_score.builtin.meaning import Meaning, Setting
from cchc_score.findings import Words
from cchc_score.formulas import Quotient, Term, Worth, largest, least, whole
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
    PointsFrom0,
    PointsSigned,
    PointValue,
    Rule,
    Settings,
    per_commune,
)
from cchc_score.text import Lang, number, pick, points_words


class CountSettings(Settings):
    """`each` one of `count` adds its points (or takes them off, when negative) to `start`."""

    count: Fact
    each: PointsSigned
    start: PointsFrom0 = PointValue(0)


MEANING = Meaning(
    Words("Mỗi đơn vị đếm được cộng hoặc trừ một số điểm", "So many points on or off for each one"),
    Words("`start` + `each` x số lượng, từ 0 đến điểm tối đa.", "`start` + `each` x count, from 0 to the maximum."),
    {
        "count": Setting(Words("Số liệu được đếm", "What is counted"), Words("số lượng", "the count")),
        "each": Setting(
            Words("Điểm cho mỗi đơn vị; số âm là trừ", "Points for each one; negative ones are taken off"),
            Words("mỗi đơn vị cộng bấy nhiêu điểm; số âm là trừ", "what each one adds; a negative number is taken off"),
        ),
        "start": Setting(
            Words("Điểm ban đầu", "Points to begin with"),
            Words("điểm khi số lượng là 0; không ghi là 0", "points for a count of 0; 0 where it is left out"),
        ),
    },
)


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: CountSettings = rule.settings
    each, start = points_words(abs(settings.each), lang), points_words(settings.start, lang)
    most, off, counted = points_words(rule.max_points, lang), settings.each < 0, name(settings.count)
    if lang == "vi":
        if not settings.start and not off:
            return f"{counted}: mỗi đơn vị tính được {each}, tối đa {most}"
        way = "trừ" if off else "thêm"
        return f"{counted}: {start}, mỗi đơn vị tính {way} {each}, từ 0 đến {most}"
    base = f"{start} {'-' if off else '+'} " if settings.start or off else ""
    return f"{base}{each} x {counted}; from 0 to {most}"


def _working(rule: Rule, lang: Lang, count: Fraction) -> str:
    settings: CountSettings = rule.settings
    each, start, most = (number(value, None, lang) for value in (abs(settings.each), settings.start, rule.max_points))
    sign = "-" if settings.each < 0 else "+"
    got = settings.start + settings.each * count
    limited = ""
    if not 0 <= got <= rule.max_points:
        limited = pick(
            lang, f" = {number(got, None, lang)}, trong 0..{most}", f" = {number(got, None, lang)}, in 0..{most}"
        )
    return f"{start} {sign} {each} x {number(count, None, lang)}{limited}"


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    settings: CountSettings = rule.settings
    start, each = rule.steps(settings.start), rule.steps(settings.each)
    # A count is a whole number of 1 / scale, and the other amounts are brought to it.
    return {"start": start * scale, "each": each, "most": rule.max_steps * scale, "scale": scale}


def _column(c: Any, count: Any) -> Marks:
    return Marks((c.start + c.each * count).clip(0, c.most), c.scale)


def _bound(c: Any, count: int) -> int:
    # The product counts in full, though what is above `most` is cut off: it is computed all the same.
    return 2 * (c.start + c.each * count) + 2 * c.most  # type: ignore[no-any-return]


def _limits(rule: Rule) -> dict[str, tuple[Fraction, ...]]:
    settings: CountSettings = rule.settings
    # A rule in which each one adds 0 changes nowhere; the division below would fail.
    if not settings.each:
        return {"count": ()}
    # `start` lies between 0 and the maximum, so that points can leave this range at one end only.
    end = rule.max_points if settings.each > 0 else Fraction(0)
    return {"count": (Fraction(end - settings.start) / settings.each,)}


def _formula(rule: Rule, scale: int, count: Term) -> Worth:
    settings: CountSettings = rule.settings
    start, each = rule.steps(settings.start) * scale, rule.steps(settings.each)
    # Nothing negative is multiplied: what is taken off is taken from the start.
    added_up = whole(start) + count * each if each >= 0 else whole(start) - count * -each
    return Quotient(least(largest(added_up, whole(0)), whole(rule.max_steps * scale)), whole(scale))


@per_commune(
    "count",
    CountSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    limits=_limits,
    better=lambda rule: {"count": "more" if rule.settings.each > 0 else "less"},
    working=_working,
    formula=_formula,
)
def count(rule: Rule, count: Fraction) -> Points:
    """The start plus so much for each one, never below 0 or above the maximum."""
    settings: CountSettings = rule.settings
    return min(max(settings.start + settings.each * count, Fraction(0)), rule.max_points)


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `count`."""
    return [count]
