"""The state of an entry's target, a mark, a fact or nothing: for people, for a cell, for machines and for TOML."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from cchc_score.appraisal.appraisal_model import Entry, Known, State
from cchc_score.appraisal.marks import as_toml
from cchc_score.catalogue.labels import COMPUTED, MARK_OUTCOMES, NEVER, UNKNOWN
from cchc_score.files.toml_file import Plain
from cchc_score.model import Indicator, Outcome, Scheme
from cchc_score.points import plain
from cchc_score.rule_words import answer_name, value_plain, value_words
from cchc_score.sheet import HandMark
from cchc_score.text import LANGUAGES, Lang, number, pick

if TYPE_CHECKING:
    # Every run words states; only one that writes forms needs the tables of office/.
    from cchc_score.office.form_sheet import FormValue


def mark_words(mark: HandMark, lang: Lang) -> str:
    """A mark that a person gives, as people read it, and may write it."""
    if mark.outcome == Outcome.SCORED:
        return number(mark.points, None, lang)
    return pick(lang, *MARK_OUTCOMES[mark.outcome.name])


def state_words(scheme: Scheme, entry: Entry, state: State, lang: Lang) -> str:
    """A state of an entry's target as people read it, and may write it."""
    if isinstance(state, Known):
        # A day that never came is 'không có' here: 'không' alone would read as an answer.
        return value_words(scheme.indicators[entry.indicator], state.value, lang)
    return _nothing(entry.criterion, lang) if state is None else mark_words(state, lang)


def mark_cell_value(state: State, lang: Lang) -> "FormValue":
    """A mark as a cell of a workbook holds it: points, or the word for what stands in their place."""
    if not isinstance(state, HandMark):
        return pick(lang, *COMPUTED)
    return state.points if state.outcome == Outcome.SCORED else mark_words(state, lang)


def fact_cell_value(state: State, indicator: Indicator, lang: Lang) -> "FormValue":
    """A fact as a cell of a workbook holds it: a number, a day, an answer; or the word for one that is not known."""
    if not isinstance(state, Known):
        return pick(lang, *UNKNOWN)
    value = state.value
    if isinstance(value, bool):
        return answer_name(indicator, "yes" if value else "no", lang)
    if isinstance(value, str):
        return answer_names(indicator, lang).get(value, value)
    return pick(lang, *NEVER) if value is None else value


def answer_names(indicator: Indicator, lang: Lang) -> Mapping[str, str]:
    """The answers of an indicator by their codes: their names, or the codes where two names are alike."""
    # A name must lead back to one answer when the workbook is read again, in whatever case it is typed.
    names = {option.code: answer_name(indicator, option.code, lang) for option in indicator.options}
    return names if len({name.casefold() for name in names.values()}) == len(names) else {code: code for code in names}


def answer_code(text: str, indicator: Indicator) -> str:
    """The code of the answer that a text names; the text itself where it names none."""
    if indicator.kind != "option":
        return text
    named = {name.casefold(): code for lang in LANGUAGES for code, name in answer_names(indicator, lang).items()}
    return named.get(text.casefold(), text)


def state_code(state: State, criterion: str) -> bool | str:
    """A state for machines, in no language; `criterion` is empty for a fact."""
    if state is None:
        # The English word, whatever language is spoken: ids of entries are made of it.
        return (COMPUTED if criterion else UNKNOWN)[1]
    if isinstance(state, Known):
        return value_plain(state.value)
    return plain(state.points) if state.outcome == Outcome.SCORED else state.outcome.name.lower()


def state_toml(state: State, criterion: str, lang: Lang) -> Plain:
    """A state as a TOML file of entries holds it, exactly; `criterion` is empty for a fact."""
    if state is None:
        return _nothing(criterion, lang)
    if isinstance(state, HandMark):
        return as_toml(state.points) if state.outcome == Outcome.SCORED else mark_words(state, lang)
    if isinstance(state.value, Fraction):
        return as_toml(state.value)
    return pick(lang, *NEVER) if state.value is None else state.value


def _nothing(criterion: str, lang: Lang) -> str:
    return pick(lang, *(COMPUTED if criterion else UNKNOWN))
