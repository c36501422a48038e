"""Answers to citizens' petitions (phản ánh, kiến nghị): each one left unanswered weighs several times."""

from fractions import Fraction

from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    Fact,
    IfNone,
    Method,
    Namer,
    Number,
    Points,
    Rule,
    Settings,
    if_none,
    per_commune,
)
from cchc_score.model import Indicator
from cchc_score.text import Lang, number


class AnsweredSettings(Settings):
    """`answered` of `received`; one not answered takes off `weight` times its share; `if_none` for none."""

    received: Fact
    answered: Fact
    weight: Number
    if_none: IfNone


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: AnsweredSettings = rule.settings
    share = f"{name(settings.answered)} / {name(settings.received)}"
    weight = number(settings.weight, None, lang)
    if lang == "vi":
        return f"{share}; mỗi trường hợp chưa trả lời trừ gấp {weight} lần tỷ trọng của nó"
    return f"{share}; each one not answered takes off {weight} times its share"


@per_commune("phan_anh.answered", AnsweredSettings, words=_words, better=lambda rule: {"answered": "more"})
def answered(rule: Rule, received: Fraction, answered: Fraction) -> Points:
    """The maximum less `weight` times the share not answered, never below 0."""
    settings: AnsweredSettings = rule.settings
    if received == 0:
        return if_none(rule, settings.if_none)
    missing = max(1 - answered / received, Fraction(0))
    return rule.max_points * max(1 - settings.weight * missing, Fraction(0))


@hookimpl
def cchc_indicators() -> list[Indicator]:
    """The pair of facts that such a criterion usually asks for."""
    return [
        Indicator("petitions_received", "Số kiến nghị đã tiếp nhận", "Petitions received", unit="kiến nghị"),
        Indicator(
            "petitions_answered",
            "Số kiến nghị được trả lời đúng hạn",
            "Petitions answered in time",
            unit="kiến nghị",
            part_of="petitions_received",
        ),
    ]


@hookimpl
def cchc_methods() -> list[Method]:
    """The way of giving points."""
    return [answered]
