"""Points by the answers to a survey's question, counted: each kind of answer keeps its share of the maximum."""

from fractions import Fraction
from math import lcm
from typing import Annotated, Any, Literal

from pydantic import Field

from cchc_score.builtin.meaning import IF_NONE_HINT, Meaning, Setting
from cchc_score.findings import Words
from cchc_score.formulas import Case, Quotient, Term, Worth, added, if_nothing, whole
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    Answers,
    ColumnForm,
    Constants,
    FactShares,
    IfNone,
    Marks,
    Method,
    Namer,
    Points,
    Rule,
    Settings,
    if_none,
    per_commune,
)
from cchc_score.model import FactRef
from cchc_score.text import Lang, number, pick, points_words
from cchc_score.wording import nothing_arose, treatment_words


class AnswersSettings(Settings):
    """`answers`: for each fact that counts one kind of answer its share in percent; `if_none` when nobody answered."""

    answers: Annotated[FactShares, Field(min_length=1)]
    if_none: IfNone


MEANING = Meaning(
    Words("Theo số phiếu của từng loại trả lời", "By how many gave each kind of answer"),
    Words("Điểm tối đa nhân mức trung bình của mọi câu trả lời.", "The maximum times the mean share of all answers."),
    {
        "answers": Setting(
            Words(
                "Với mỗi số liệu đếm một loại trả lời: được bao nhiêu phần trăm điểm",
                "For each indicator that counts a kind of answer its percentage of the points",
            ),
            Words(
                "mỗi số liệu đếm một loại câu trả lời, và tỷ lệ phần trăm mà loại ấy giữ lại",
                "for each fact that counts one kind of answer, the percentage that it keeps",
            ),
        ),
        "if_none": Setting(
            IF_NONE_HINT,
            Words(
                "khi không ai trả lời: `full`, `zero` hoặc `not_applicable`",
                "where nobody answered: `full`, `zero` or `not_applicable`",
            ),
        ),
    },
)


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: AnswersSettings = rule.settings
    terms = [
        f"{number(share, None, lang)}% x {name(FactRef(((1, code),)))}" for code, share in settings.answers.items()
    ]
    points, otherwise = points_words(rule.max_points, lang), treatment_words(settings.if_none, lang)
    return pick(
        lang,
        f"({' + '.join(terms)}) / tổng số câu trả lời x {points}; không có câu trả lời: {otherwise}",
        f"({' + '.join(terms)}) / number of answers x {points}; no answers: {otherwise}",
    )


def _working(rule: Rule, lang: Lang, *answers: Fraction) -> str:
    settings: AnswersSettings = rule.settings
    whole = sum(answers)
    if whole == 0:
        return nothing_arose(settings.if_none, lang)
    counted = zip(settings.answers.values(), answers, strict=True)
    terms = " + ".join(f"{number(share, None, lang)}% x {number(count, None, lang)}" for share, count in counted)
    return f"({terms}) / {number(whole, None, lang)} x {number(rule.max_points, None, lang)}"


def _better(rule: Rule) -> dict[str, Literal["more", "less"]]:
    """More answers of the highest share never cost points, unless silence gives more; so for fewer of the lowest."""
    settings: AnswersSettings = rule.settings
    highest, lowest = max(settings.answers.values()), min(settings.answers.values())
    found: dict[str, Literal["more", "less"]] = {}
    for code, share in settings.answers.items():
        if share == highest and (settings.if_none != "full" or highest == 100):
            found[code] = "more"
        elif share == lowest and (settings.if_none == "full" or (settings.if_none == "zero" and lowest == 0)):
            found[code] = "less"
    return found


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    settings: AnswersSettings = rule.settings
    # One denominator for all shares, because a column form has whole numbers only.
    unit = lcm(*(share.denominator for share in settings.answers.values()))
    return {
        "shares": tuple(int(share * unit) for share in settings.answers.values()),
        "hundred": 100 * unit,
        "most": rule.max_steps,
        "none": rule.max_steps if settings.if_none == "full" else 0,
        "applies": int(settings.if_none != "not_applicable"),
    }


def _column(c: Any, *answers: Any) -> Marks:
    kept = sum(share * count for share, count in zip(c.shares, answers, strict=True))
    whole = c.hundred * sum(answers)
    arose = whole > 0
    # No cut at the maximum: no share is above 100%. The denominator is 1 where nobody answered, for the engine divides
    # by it.
    return Marks(c.most * kept + c.none * ~arose, whole + ~arose, arose | (c.applies > 0))


def _bound(c: Any, *answers: int) -> int:
    kept = sum(share * count for share, count in zip(c.shares, answers, strict=True))
    return 2 * (c.most * kept + c.none) + 2 * (c.hundred * sum(answers) + 1)  # type: ignore[no-any-return]


def _formula(rule: Rule, scale: int, *answers: Term) -> Worth:
    settings: AnswersSettings = rule.settings
    unit = lcm(*(share.denominator for share in settings.answers.values()))
    kept = added([count * int(share * unit) for share, count in zip(settings.answers.values(), answers, strict=True)])
    all_of_them = added(list(answers))
    points = Quotient(rule.max_steps * kept, all_of_them * (100 * unit))
    return Case(all_of_them.equals(whole(0)), if_nothing(rule.max_steps, settings.if_none), points)


# No `limits`: points hang on all answers together, and change at no value of a single one.
@per_commune(
    "answers",
    AnswersSettings,
    column=ColumnForm(_constants, _column, _bound),
    words=_words,
    better=_better,
    working=_working,
    formula=_formula,
)
def answers(rule: Rule, *answers: Fraction) -> Points:
    """The maximum times the mean share of all answers."""
    settings: AnswersSettings = rule.settings
    whole = sum(answers)
    if whole == 0:
        return if_none(rule, settings.if_none)
    kept = sum(share * count for share, count in zip(settings.answers.values(), answers, strict=True))
    return rule.max_points * kept / (100 * whole)


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `answers`."""
    return [answers]
