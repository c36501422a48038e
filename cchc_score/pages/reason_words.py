"""The words of reasons: what would have been full, who entered what and why, what a commune answered."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from cchc_score.appraisal.appraisal_model import Entry, Evidence, Known, State
from cchc_score.appraisal.entry_states import state_words
from cchc_score.catalogue.labels import GIVERS, NO_EVIDENCE
from cchc_score.explain.full_marks import Change
from cchc_score.formats import CellKind, TypedCell
from cchc_score.model import Indicator, Outcome, Scheme, Value
from cchc_score.rule_words import fact_name, value_words
from cchc_score.text import Lang, pick

_KINDS: Mapping[str, CellKind] = {"percent": "percent", "points": "points"}


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
    return pick(lang, *GIVERS[indicator.source])


def evidence_words(evidence: tuple[Evidence, ...], lang: Lang) -> str:
    """The evidence cited; that there is none is said too."""
    return "; ".join(cited.words(lang) for cited in evidence) or pick(lang, *NO_EVIDENCE)


def target_words(scheme: Scheme, entry: Entry, lang: Lang) -> str:
    """What an entry is about: a figure by its name, or a criterion by its number."""
    return scheme.indicators[entry.indicator].label(lang) if entry.indicator else entry.criterion


def fact_cell(indicator: Indicator, value: Value, lang: Lang) -> TypedCell:
    """A known fact; a number or a day carries its value."""
    text = value_words(indicator, value, lang)
    if isinstance(value, Fraction):
        # Money and plain decimals are amounts of something, as counts are.
        return TypedCell(text, _KINDS.get(indicator.kind, "count"), value)
    return TypedCell(text, "date", value) if isinstance(value, date) else TypedCell(text)


def state_cell(scheme: Scheme, entry: Entry, state: State, lang: Lang) -> TypedCell:
    """What an entry found or set: a figure or points with their value, else words."""
    if isinstance(state, Known):
        return fact_cell(scheme.indicators[entry.indicator], state.value, lang)
    # Points count only where the outcome says that something was scored.
    value = state.points if state is not None and state.outcome == Outcome.SCORED else None
    return TypedCell(state_words(scheme, entry, state, lang), "text" if value is None else "points", value)
