"""Points by answer: yes or no, graded levels, with or without 'not applicable'."""

from itertools import pairwise
from typing import Annotated, Any, Literal

from cchc_score.builtin.meaning import Meaning, Setting
from cchc_score.findings import Words
from cchc_score.formulas import AnswerCell, Case, Worth, steps
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    Answers,
    ColumnForm,
    Constants,
    Marks,
    Method,
    Namer,
    OptionFact,
    PerAnswer,
    Points,
    PointsFrom0,
    Rule,
    Settings,
    per_commune,
)
from cchc_score.text import Lang, points_words
from cchc_score.wording import treatment_words


class OptionsSettings(Settings):
    """`points` for each answer of `fact`: a number, or 'not_applicable'. A yes/no question has 'yes' and 'no'."""

    fact: OptionFact
    points: Annotated[dict[str, PointsFrom0 | Literal["not_applicable"]], PerAnswer("fact")]


MEANING = Meaning(
    Words("Theo câu trả lời: có hoặc không, mức độ", "By answer: yes or no, a level"),
    Words("Điểm ghi cạnh câu trả lời.", "The points beside the answer."),
    {
        "fact": Setting(
            Words("Số liệu có các câu trả lời", "An indicator with answers"),
            Words("câu hỏi chọn một trong nhiều, hoặc có/không", "a question with options, or yes/no"),
        ),
        "points": Setting(
            Words(
                "Điểm theo từng câu trả lời; yes, no với số liệu có hoặc không",
                "Points for each answer; yes and no for a yes/no question",
            ),
            Words(
                'điểm của từng câu trả lời, hoặc `"not_applicable"`; có/không thì ghi `yes` và `no`; '
                "câu trả lời nào cũng phải có",
                'points of each answer, or `"not_applicable"`; yes/no has `yes` and `no`; every answer stands there',
            ),
        ),
    },
)


def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: OptionsSettings = rule.settings
    answers = []
    for answer, points in settings.points.items():
        shown = name(settings.fact, answer)
        if points == "not_applicable":
            answers.append(f"{shown}: {treatment_words('not_applicable', lang)}")
        else:
            answers.append(f"{shown}: {points_words(points, lang)}")
    return f"{name(settings.fact)}: {'; '.join(answers)}"


def _constants(rule: Rule, scale: int, answers: Answers) -> Constants:
    # In the order of the indicator's answers, which a column counts, and not in that of the scheme's file.
    given = [rule.settings.points[answer] for answer in answers[0]]
    points = [0 if answer == "not_applicable" else rule.steps(answer) for answer in given]
    return {
        "first": points[0],
        "steps": tuple(later - earlier for earlier, later in pairwise(points)),
        "without": tuple(int(answer == "not_applicable") for answer in given),
    }


def _column(c: Any, fact: Any) -> Marks:
    num = c.first
    # Differences from each answer to the next, for every rule of a block has other points: there is no one table to
    # look up.
    for position, step in enumerate(c.steps, 1):
        num = num + step * (fact >= position)
    # Without a mask the engine has less to do, and where every answer counts none is needed.
    applicable = None
    for position, without in enumerate(c.without):
        if without.any():
            counts = (fact != position) | (without == 0)
            applicable = counts if applicable is None else applicable & counts
    return Marks(num, 1, applicable)


def _bound(c: Any, fact: int) -> int:
    # Steps may be negative; a bound gets their magnitudes.
    return 2 * (c.first + sum(c.steps)) + 2  # type: ignore[no-any-return]


def _formula(rule: Rule, scale: int, fact: AnswerCell) -> Worth:
    *others, last = rule.settings.points.items()
    worth = _answer_worth(rule, last[1])
    for answer, points in reversed(others):
        worth = Case(fact.says(answer), _answer_worth(rule, points), worth)
    return worth


def _answer_worth(rule: Rule, points: Any) -> Worth:
    return None if points == "not_applicable" else steps(rule.steps(points))


@per_commune("options", OptionsSettings, column=ColumnForm(_constants, _column, _bound), words=_words, formula=_formula)
def options(rule: Rule, fact: str | bool) -> Points:
    """The points that stand beside the answer given."""
    # A bool is an int to Python, and picks place 0 or 1.
    answer = ("no", "yes")[fact] if isinstance(fact, bool) else fact
    points = rule.settings.points[answer]
    return None if points == "not_applicable" else points


@hookimpl
def cchc_methods() -> list[Method]:
    """The method `options`."""
    return [options]
