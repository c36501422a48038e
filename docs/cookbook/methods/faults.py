from typing import Annotated

from pydantic import Field

from cchc_score import FactPoints, PointsFrom0, Settings, hookimpl, per_commune
from cchc_score.text import number, pick


class FaultsSettings(Settings):
    """`start` điểm, mỗi lỗi của từng loại trong `off` trừ bấy nhiêu."""

    start: PointsFrom0
    off: Annotated[FactPoints, Field(min_length=1)]


def words(rule, lang, name):
    start, kinds = number(rule.settings.start, None, lang), rule.settings.off.items()
    off = " ".join(f"- {number(rate, None, lang)} x {name(code)}" for code, rate in kinds)
    return f"{start} {off}; {pick(lang, 'không dưới 0 điểm', 'never below 0')}"


def limits(rule):
    # Từ số lỗi này trở đi, riêng một loại đã trừ hết điểm.
    return {code: [rule.settings.start / rate] if rate else [] for code, rate in rule.settings.off.items()}


def left(rule, off):
    rates = rule.settings.off.values()
    return rule.settings.start - sum(rate * count for rate, count in zip(rates, off, strict=True))


def working(rule, lang, *off):
    taken = zip(rule.settings.off.values(), off, strict=True)
    terms = " ".join(f"- {number(rate, None, lang)} x {number(count, None, lang)}" for rate, count in taken)
    capped = pick(lang, ", không dưới 0", ", never below 0") if left(rule, off) < 0 else ""
    return f"{number(rule.settings.start, None, lang)} {terms}{capped}"


@per_commune(
    "cookbook.faults",
    FaultsSettings,
    words=words,
    limits=limits,
    better=lambda rule: dict.fromkeys(rule.settings.off, "less"),
    working=working,
)
def faults(rule, *off):
    """Điểm ban đầu trừ các lỗi, không bao giờ dưới 0."""
    return max(left(rule, off), 0)


@hookimpl
def cchc_methods():
    return [faults]
