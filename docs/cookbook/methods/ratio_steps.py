from typing import Annotated, Literal

from pydantic import Field

from cchc_score import Fact, IfNone, Number, PointsFrom0, PointsSigned, Settings, hookimpl, per_commune
from cchc_score.methods import if_none
from cchc_score.text import number, pick
from cchc_score.wording import none_words, nothing_arose, share_words


class RatioStepsSettings(Settings):
    """Cứ mỗi `step`% tròn trên (`above`) hoặc dưới (`below`) ngưỡng `target`% thì cộng `each` vào `start`."""

    part: Fact
    whole: Fact
    side: Literal["above", "below"]
    target: Number
    step: Annotated[Number, Field(gt=0)]
    start: PointsFrom0
    each: PointsSigned
    if_none: IfNone


def words(rule, lang, name):
    s = rule.settings
    target, step, start, each = (number(one, None, lang) for one in (s.target, s.step, s.start, abs(s.each)))
    side = pick(lang, "trên" if s.side == "above" else "dưới", s.side)
    sign = pick(lang, *(("trừ", "takes off") if s.each < 0 else ("cộng", "adds")))
    share, most = f"{name(s.part)} / {name(s.whole)}", number(rule.max_points, None, lang)
    steps = pick(
        lang,
        f"{share}: {start} điểm, mỗi {step}% tròn {side} {target}% {sign} {each} điểm, từ 0 đến {most} điểm",
        f"{share}: {start} points, each full {step}% {side} {target}% {sign} {each} points, from 0 to {most} points",
    )
    return f"{steps}; {none_words(s.whole, s.if_none, lang, name)}"


def full_steps(settings, part, whole):
    beyond = 100 * part / whole - settings.target
    return max((beyond if settings.side == "above" else -beyond) // settings.step, 0)


def limits(rule):
    s = rule.settings
    # Từ bậc này trở đi điểm đã chạm 0 hoặc điểm tối đa.
    room = rule.max_points - s.start if s.each > 0 else s.start
    last = -(-room // abs(s.each)) if s.each else 0
    way = 1 if s.side == "above" else -1
    found = (s.target + way * s.step * count for count in range(1, last + 1))
    return {"percent": [limit for limit in found if limit >= 0]}


def better(rule):
    return {"part": "more" if (rule.settings.each > 0) == (rule.settings.side == "above") else "less"}


def working(rule, lang, part, whole):
    s = rule.settings
    if whole == 0:
        return nothing_arose(s.if_none, lang)
    steps = full_steps(s, part, whole)
    start, each = number(s.start, None, lang), number(abs(s.each), None, lang)
    share, most = share_words(part, whole, lang), number(rule.max_points, None, lang)
    inside = 0 <= s.start + s.each * steps <= rule.max_points
    capped = "" if inside else pick(lang, f", trong 0..{most}", f", in 0..{most}")
    return f"{share}: {start} {'-' if s.each < 0 else '+'} {each} x {steps} {pick(lang, 'bậc', 'steps')}{capped}"


@per_commune("cookbook.ratio_steps", RatioStepsSettings, words=words, limits=limits, better=better, working=working)
def ratio_steps(rule, part, whole):
    """Điểm ban đầu cộng hoặc trừ theo số bậc tròn, từ 0 đến điểm tối đa."""
    if whole == 0:
        return if_none(rule, rule.settings.if_none)
    points = rule.settings.start + rule.settings.each * full_steps(rule.settings, part, whole)
    return min(max(points, 0), rule.max_points)


@hookimpl
def cchc_methods():
    return [ratio_steps]
