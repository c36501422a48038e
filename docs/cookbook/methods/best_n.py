from typing import Annotated

from pydantic import Field, model_validator

from cchc_score import FactList, Number, Settings, hookimpl, per_commune
from cchc_score.text import number, pick


class BestNSettings(Settings):
    """`take` số liệu cao nhất trong `of`; tổng của chúng từ `full` trở lên thì đủ điểm."""

    of: FactList
    take: Annotated[int, Field(ge=1)]
    full: Annotated[Number, Field(gt=0)]

    @model_validator(mode="after")
    def _enough(self):
        if self.take > len(self.of):
            raise ValueError("take lớn hơn số lượng số liệu trong of", "take is more than the facts in of")
        return self


def words(rule, lang, name):
    settings = rule.settings
    facts, full = ", ".join(name(code) for code in settings.of), number(settings.full, None, lang)
    return pick(
        lang,
        f"tổng {settings.take} số cao nhất trong: {facts}; chia {full}, nhiều nhất đủ điểm",
        f"sum of the {settings.take} highest of: {facts}; over {full}, at most full points",
    )


def working(rule, lang, *of):
    highest = sorted(of, reverse=True)[: rule.settings.take]
    added = " + ".join(number(one, None, lang) for one in highest)
    full, points = number(rule.settings.full, None, lang), number(rule.max_points, None, lang)
    capped = f", {pick(lang, 'nhiều nhất', 'at most')} {points}" if sum(highest) > rule.settings.full else ""
    return f"({added}) / {full} x {points}{capped}"


@per_commune(
    "cookbook.best_n",
    BestNSettings,
    words=words,
    limits=lambda rule: {code: [rule.settings.full / rule.settings.take] for code in rule.settings.of},
    better=lambda rule: dict.fromkeys(rule.settings.of, "more"),
    working=working,
)
def best_n(rule, *of):
    """Điểm tối đa nhân tổng của `take` số cao nhất chia cho `full`; mỗi số như nhau."""
    highest = sorted(of, reverse=True)[: rule.settings.take]
    return rule.max_points * min(sum(highest) / rule.settings.full, 1)


@hookimpl
def cchc_methods():
    return [best_n]
