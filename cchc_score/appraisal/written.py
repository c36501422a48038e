"""Entries as the TOML file that keeps them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from cchc_score.appraisal.board import COMPUTED, NEVER, UNKNOWN
from cchc_score.appraisal.council import outcome_words
from cchc_score.appraisal.nouns import Entry, Known, State
from cchc_score.appraisal.values import as_toml
from cchc_score.model import Outcome
from cchc_score.text import Lang, pick, visible
from cchc_score.toml_text import Plain, toml_tables


def entries_text(entries: Sequence[Entry], comments: Sequence[str], lang: Lang) -> str:
    """A file of entries that says the same when it is read; comments stand above them."""
    head = "".join(f"# {visible(one)}\n" for one in comments)
    return f"{head}\n{toml_tables('entry', [dict(_keys(one, lang)) for one in entries])}"


def _keys(entry: Entry, lang: Lang) -> Iterator[tuple[str, Plain]]:
    yield "id", entry.id
    yield "round", entry.round
    yield "unit", entry.unit
    yield ("criterion", entry.criterion) if entry.criterion else ("indicator", entry.indicator)
    yield "old", _state(entry, entry.old, lang)
    yield "new", _state(entry, entry.new, lang)
    yield "reason", entry.reason
    cited = [one.words(lang) for one in entry.evidence]
    yield "evidence", cited if len(cited) > 1 else cited[0] if cited else pick(lang, "không có", "none")
    yield "by", entry.by
    yield "on", entry.on
    if entry.supersedes:
        yield "supersedes", entry.supersedes


def _state(entry: Entry, state: State, lang: Lang) -> Plain:
    if state is None:
        return pick(lang, *(COMPUTED if entry.criterion else UNKNOWN))
    if not isinstance(state, Known):
        return as_toml(state.points) if state.outcome == Outcome.SCORED else outcome_words(state.outcome, lang)
    if isinstance(state.value, Fraction):
        return as_toml(state.value)
    return pick(lang, *NEVER) if state.value is None else state.value
