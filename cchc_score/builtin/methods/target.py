"""Points relative to an assigned target, with the rest for whoever exceeds it most."""

from fractions import Fraction
from typing import Literal

from cchc_score.builtin.meaning import IF_NONE_HINT, VALUE_HINT, Meaning, Setting
from cchc_score.findings import Words
from cchc_score.formulas import AgainstBest, Case, Quotient, Term, Worth, if_nothing, least, steps, whole
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    Fact,
    IfNone,
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
from cchc_score.wording import none_words, nothing_arose


class TargetSettings(Settings):
    """`value` against `target`: reaching it gives `share_at_target` percent of the maximum, the rest goes by excess.

    `excess` says how: by 'amount' (value - target) or by 'share' of the own target, relative to the group's best.
    """

    value: Fact
    target: Fact
    share_at_target: Percent
    excess: Literal["amount", "share"]
    if_none: IfNone


MEANING = Meaning(
    Words(
        "So với chỉ tiêu được giao, phần vượt so với đơn vị vượt nhiều nhất",
        "Relative to a target; the excess against the largest one",
    ),
    Words(
        "Đến chỉ tiêu được giao: phần điểm của nó; vượt thì cộng phần còn lại "
        "theo mức vượt so với mức vượt cao nhất nhóm.",
        "Up to the target its share of the maximum; beyond it the rest by the excess relative to the group's best.",
    ),
    {
        "value": Setting(VALUE_HINT, Words("giá trị đạt được", "what was reached")),
        "target": Setting(Words("Chỉ tiêu được giao", "The target"), Words("chỉ tiêu được giao", "what was assigned")),
        "share_at_target": Setting(
            Words(
                "Đạt đúng chỉ tiêu thì được bao nhiêu phần trăm điểm",
                "The percentage of the maximum for reaching the target",
            ),
            Words(
                "đúng chỉ tiêu thì được bấy nhiêu phần trăm điểm tối đa",
                "percent of the maximum that reaching the target gives",
            ),
        ),
        "excess": Setting(
            Words("Tính phần vượt theo số (amount) hay theo tỷ lệ (share)", "The excess by amount or by share"),
            Words(
                "mức vượt tính bằng số (`amount`) hay bằng tỷ lệ của chỉ tiêu (`share`)",
                "excess as an `amount`, or as a `share` of the own target",
            ),
        ),
        "if_none": Setting(
            IF_NONE_HINT,
            Words(
                "khi chỉ tiêu là 0: `full`, `zero` hoặc `not_applicable`",
                "where the target is 0: `full`, `zero` or `not_applicable`",
            ),
        ),
    },
)


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: TargetSettings = rule.settings
    share = settings.share_at_target / 100
    at, rest = points_words(share * rule.max_points, lang), points_words((1 - share) * rule.max_points, lang)
    value, target = name(settings.value), name(settings.target)
    if lang == "vi":
        how = "số vượt" if settings.excess == "amount" else "tỷ lệ vượt"
        text = f"{value} / {target} x {at}; vượt: {at} + {how} / mức vượt cao nhất của nhóm x {rest}"
    else:
        how = "excess" if settings.excess == "amount" else "share of excess"
        text = f"{value} / {target} x {at}; above: {at} + {how} / the group's best x {rest}"
    return f"{text}; {none_words(settings.target, settings.if_none, lang, name)}"


def _working(rule: Rule, lang: Lang, value: Fraction, target: Fraction) -> str:
    settings: TargetSettings = rule.settings
    if target == 0:
        return nothing_arose(settings.if_none, lang)
    at = settings.share_at_target / 100 * rule.max_points
    own, wanted, at_words = (number(figure, None, lang) for figure in (value, target, at))
    if value <= target:
        return f"{own} / {wanted} x {at_words}"
    rest = number(rule.max_points - at, None, lang)
    excess = _excess(rule, value, target)
    above, top = number(excess, None, lang), number(max(_top(rule), excess), None, lang)
    how = f"{own} - {wanted}" if settings.excess == "amount" else f"{own} / {wanted} - 1"
    best = pick(lang, "vượt cao nhất nhóm", "largest excess of the group")
    return f"{at_words} + ({how} = {above}) / ({best}: {top}) x {rest}"


def _excess(rule: Rule, value: Fraction, target: Fraction) -> Fraction:
    return value - target if rule.settings.excess == "amount" else value / target - 1


def _top(rule: Rule) -> Fraction:
    """The largest excess of the group."""
    # A peer whose target is 0 has no excess; it gets what `if_none` says.
    top: Fraction = rule.once(
        "top", lambda: max((_excess(rule, *peer) for peer in rule.peers if peer[1] != 0), default=Fraction(0))
    )
    return top


def _formula(rule: Rule, scale: int, value: Term, target: Term) -> Worth:
    settings: TargetSettings = rule.settings
    at = rule.max_steps * settings.share_at_target / 100
    # By amount too a unit without a target takes no part: its divisor is 0, that of all others 1.
    own = Quotient(value - target, target if settings.excess == "share" else least(target, whole(1)))

    def worth(top: Quotient) -> Worth:
        mine, best = own.num * top.den, top.num * own.den
        rest = rule.max_steps * at.denominator - at.numerator
        beyond = Quotient(at.numerator * best + rest * mine, at.denominator * best)
        # Also one outside the ranking, which may exceed them all.
        above = Case(mine >= best, steps(rule.max_steps), beyond)
        reached = Case(value <= target, Quotient(at.numerator * value, at.denominator * target), above)
        return Case(target.equals(whole(0)), if_nothing(rule.max_steps, settings.if_none), reached)

    return AgainstBest(own, worth)


# Of the target nothing is said: a larger one lowers the points, but the first of it ends what `if_none` gives.
@per_commune(
    "target",
    TargetSettings,
    words=_words,
    better=lambda rule: {"value": "more"},
    peers=True,
    working=_working,
    formula=_formula,
)
def target(rule: Rule, value: Fraction, target: Fraction) -> Points:
    """A share up to the target, and beyond it the rest by the excess relative to the group's best."""
    settings: TargetSettings = rule.settings
    if target == 0:
        return if_none(rule, settings.if_none)
    at_target = rule.max_points * settings.share_at_target / 100
    if value <= target:
        return at_target * value / target
    own = _excess(rule, value, target)
    # A unit outside the ranking is not among the peers and may exceed them all; its own excess, above 0 here, is the
    # divisor then.
    return at_target + (rule.max_points - at_target) * own / max(_top(rule), own)


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `target`."""
    return [target]
