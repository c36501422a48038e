from cchc_score import Fact, IfNone, Settings, hookimpl, per_commune
from cchc_score.methods import if_none
from cchc_score.text import number, pick
from cchc_score.wording import approximate, treatment_words


class GroupMeanSettings(Settings):
    """`value`, hoặc `value` / `whole`, so với trung bình của nhóm; `if_none` khi mẫu số hoặc trung bình là 0."""

    value: Fact
    whole: Fact | None = None
    if_none: IfNone


def words(rule, lang, name):
    settings = rule.settings
    value = name(settings.value) + (f" / {name(settings.whole)}" if settings.whole else "")
    rest = nothing_to_compare(rule, lang)
    return pick(
        lang,
        f"{value}: từ trung bình của nhóm trở lên thì đủ điểm, dưới thì chia cho trung bình; {rest}",
        f"{value}: full from the group's mean on, below it over the mean; {rest}",
    )


def nothing_to_compare(rule, lang):
    none = treatment_words(rule.settings.if_none, lang)
    return pick(lang, f"không phát sinh hoặc trung bình là 0: {none}", f"none arose or a mean of 0: {none}")


def share(value, whole):
    return value if whole is None else value / whole


def mean(rule):
    # Mẫu số None (không dùng `whole`) khác mẫu số 0 (không phát sinh).
    values = [share(value, whole) for value, whole in rule.peers if whole != 0]
    return sum(values) / len(values) if values else 0


def working(rule, lang, value, whole):
    average = mean(rule)
    if whole == 0 or average == 0:
        return nothing_to_compare(rule, lang)
    times, unit = (1, "") if whole is None else (100, "%")
    own, against = (approximate(times * one, lang) + unit for one in (share(value, whole), average))
    points, mean_words = number(rule.max_points, None, lang), pick(lang, "trung bình nhóm", "mean of the group")
    if share(value, whole) >= average:
        return f"{own} >= {mean_words} {against}: {points}"
    return f"{own} / ({mean_words}: {against}) x {points}"


@per_commune(
    "cookbook.group_mean",
    GroupMeanSettings,
    words=words,
    better=lambda rule: {"value": "more"},
    peers=True,
    working=working,
)
def group_mean(rule, value, whole):
    """Đủ điểm từ trung bình của nhóm trở lên; dưới trung bình thì theo tỷ lệ."""
    # Tính một lần cho cả nhóm, không tính lại với từng xã.
    average = rule.once("mean", lambda: mean(rule))
    if whole == 0 or average == 0:
        return if_none(rule, rule.settings.if_none)
    return rule.max_points * min(share(value, whole) / average, 1)


@hookimpl
def cchc_methods():
    return [group_mean]
