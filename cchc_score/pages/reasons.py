"""The words of reasons: what would have been full, who entered what and why, what a commune answered."""

from collections.abc import Mapping

from cchc_score.appraisal.council import state_words
from cchc_score.appraisal.nouns import Claim, Entry, Evidence
from cchc_score.explain import fact_name, value_words
from cchc_score.model import Indicator, Outcome, Scheme
from cchc_score.reasons.full_marks import Change
from cchc_score.text import Lang, number, pick

ENDINGS = {
    "applied": ("được tính", "counts"),
    "replaced": ("đã được mục khác thay", "superseded"),
    "refused": ("không được tính", "does not count"),
    "later": ("chưa tính ở giai đoạn này", "does not count yet at this stage"),
    "overruled": ("kết quả điều tra được tính thay", "the survey counts instead"),
}
"""How an entry ended, in words."""
_SOURCES = {
    "report": ("báo cáo", "report"),
    "survey": ("điều tra xã hội học", "survey"),
    "appraiser": ("hội đồng thẩm định", "appraisers"),
}


def change_words(change: Change, indicators: Mapping[str, Indicator], lang: Lang) -> str:
    """A change that would have given full points: 'Số hồ sơ đúng hạn: từ 1.340 trở lên'."""
    name = fact_name(indicators, lang, change.fact)
    if change.kind == "answers":
        answers = pick(lang, " hoặc ", " or ").join(
            fact_name(indicators, lang, change.fact, answer) for answer in change.answers
        )
        return f"{name}: {answers}"
    if change.kind == "any_day":
        return f"{name}: {pick(lang, 'có ngày', 'any day')}"
    assert change.limit is not None
    limit = value_words(indicators[change.fact.codes[0]], change.limit, lang)
    return (
        f"{name}: "
        + {
            "from": pick(lang, f"từ {limit} trở lên", f"{limit} or more"),
            "up_to": pick(lang, f"không quá {limit}", f"{limit} or less"),
            "by": pick(lang, f"đến hết ngày {limit}", f"by {limit}"),
        }[change.kind]
    )


def source_words(indicator: Indicator, lang: Lang) -> str:
    """Who gives a figure."""
    return pick(lang, *_SOURCES[indicator.source])


def evidence_words(evidence: tuple[Evidence, ...], lang: Lang) -> str:
    """The evidence cited; that there is none is said too."""
    return "; ".join(one.words(lang) for one in evidence) or pick(lang, "không có", "none")


def claimed_words(claim: Claim, lang: Lang) -> str:
    """What a commune claims, as it says it."""
    mark = claim.mark
    if mark.outcome == Outcome.SCORED:
        return number(mark.points, None, lang)
    return {
        Outcome.NOT_APPLICABLE: pick(lang, "không áp dụng", "not applicable"),
        Outcome.PENDING: pick(lang, "chờ", "pending"),
    }.get(mark.outcome, pick(lang, "thiếu", "missing"))


def step_words(scheme: Scheme, entry: Entry, lang: Lang) -> tuple[str, str, str]:
    """What an entry is about, the old value and the new one."""
    about = scheme.indicators[entry.indicator].label(lang) if entry.indicator else entry.criterion
    return about, state_words(scheme, entry, entry.old, lang), state_words(scheme, entry, entry.new, lang)
