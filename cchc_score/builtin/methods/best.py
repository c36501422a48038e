"""Points relative to the best unit of the ranking group."""

from fractions import Fraction

from cchc_score.builtin.meaning import IF_NONE_HINT, VALUE_HINT, WHOLE_HINT, Meaning, Setting
from cchc_score.findings import Words
from cchc_score.formulas import AgainstBest, Case, Quotient, Term, Worth, if_nothing, least, whole
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import Fact, IfNone, Method, Namer, Points, Rule, Settings, if_none, per_commune
from cchc_score.text import Lang, number, pick, points_words
from cchc_score.wording import nothing_arose, share_words, treatment_words


class BestSettings(Settings):
    """`value`, or `value` / `whole`, against the best of the group; `if_none` when a whole or the best is 0."""

    value: Fact
    whole: Fact | None = None
    if_none: IfNone


MEANING = Meaning(
    Words("So với đơn vị cao nhất trong nhóm", "Relative to the best unit of the group"),
    Words(
        "Điểm tối đa nhân giá trị của mình chia cho giá trị cao nhất trong nhóm xếp hạng.",
        "The maximum times the own value over the best of the ranking group.",
    ),
    {
        "value": Setting(
            VALUE_HINT, Words("giá trị, hoặc tử số khi có `whole`", "the value, or the part where there is a `whole`")
        ),
        "whole": Setting(WHOLE_HINT, Words("mẫu số, khi so sánh các tỷ lệ", "the whole, where shares are compared")),
        "if_none": Setting(
            IF_NONE_HINT,
            Words(
                "khi mẫu số, hoặc giá trị cao nhất, là 0: `full`, `zero` hoặc `not_applicable`",
                "where the whole, or the best, is 0: `full`, `zero` or `not_applicable`",
            ),
        ),
    },
)


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: BestSettings = rule.settings
    share = name(settings.value) + (f" / {name(settings.whole)}" if settings.whole else "")
    against = pick(lang, "so với đơn vị cao nhất trong nhóm", "relative to the best unit of the group")
    points = points_words(rule.max_points, lang)
    nothing = pick(lang, "không phát sinh", "none arose")
    return f"{share}, {against}, x {points}; {nothing}: {treatment_words(settings.if_none, lang)}"


def _working(rule: Rule, lang: Lang, value: Fraction, whole: Fraction | None) -> str:
    top = _top(rule)
    if whole == 0 or top == 0:
        return nothing_arose(rule.settings.if_none, lang)
    own = number(value, None, lang) if whole is None else share_words(value, whole, lang)
    best = number(top, None, lang) if whole is None else f"{number(100 * top, None, lang)}%"
    points = number(rule.max_points, None, lang)
    return pick(
        lang, f"({own}) / (cao nhất nhóm: {best}) x {points}", f"({own}) / (best of the group: {best}) x {points}"
    )


def _share(value: Fraction, whole: Fraction | None) -> Fraction:
    return value if whole is None else value / whole


def _top(rule: Rule) -> Fraction:
    # A whole of None, where shares are not compared, is not 0 and stays.
    return max((_share(*peer) for peer in rule.peers if peer[1] != 0), default=Fraction(0))


def _formula(rule: Rule, scale: int, value: Term, whole_: Term | None) -> Worth:
    own = Quotient(value, whole_ or whole(1))
    none = if_nothing(rule.max_steps, rule.settings.if_none)

    def worth(top: Quotient) -> Worth:
        mine, best = own.num * top.den, own.den * top.num
        points = Case(top.num.equals(whole(0)), none, Quotient(rule.max_steps * least(mine, best), best))
        return points if whole_ is None else Case(whole_.equals(whole(0)), none, points)

    return AgainstBest(own, worth)


@per_commune(
    "best",
    BestSettings,
    words=_words,
    better=lambda rule: {"value": "more"},
    peers=True,
    working=_working,
    formula=_formula,
)
def best(rule: Rule, value: Fraction, whole: Fraction | None) -> Points:
    """The maximum times the own value over the best one; a unit outside the ranking may not exceed the maximum."""
    if whole == 0:
        return if_none(rule, rule.settings.if_none)
    # Kept for the group: looked for with every unit anew it would cost the square of their number.
    top: Fraction = rule.once("top", lambda: _top(rule))
    if top == 0:
        return if_none(rule, rule.settings.if_none)
    return rule.max_points * min(_share(value, whole) / top, Fraction(1))


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `best`."""
    return [best]
