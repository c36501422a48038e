"""A report in our own TOML with some of its figures corrected or confirmed, and everything else as it stood."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from cchc_score.appraisal.marks import as_toml
from cchc_score.errors import ReportError
from cchc_score.files.toml_file import TomlFile, read_toml, toml_value
from cchc_score.model import Value
from cchc_score.review.corrections import Correction

FACTS = "facts"
_ORDER = ("value", "source", "printed", "remark", "draft", "confirmed", "doubt", "replaces", "reason", "checked_by")


def checked_fact(old: object, correction: Correction, shown: str) -> Mapping[str, Any] | None:
    """The table of a figure after a correction, from what stood there (None for nothing); None where it goes.

    `shown` is the value that stood there, as people read it.
    """
    table: dict[str, Any] = {}
    if old is not None:
        table.update(old if isinstance(old, Mapping) else {"value": old})
    told = {"reason": correction.reason, "checked_by": correction.by}
    if not correction.changed:
        table |= {"confirmed": True, **{key: text for key, text in told.items() if text}}
        return table
    if correction.new is None:
        return None
    # What was printed is no text of this value any more, and what was doubtful was so about the other one.
    kept: dict[str, Any] = {key: text for key, text in table.items() if key in ("source", "remark")}
    told["replaces"] = table.get("replaces") or table.get("printed") or shown
    kept.setdefault("source", correction.place.words(correction.lang).partition(": ")[0])
    fact: dict[str, Any] = {"value": _plain(correction.new.value), **kept}
    fact.update({key: text for key, text in told.items() if text})
    return {**fact, "confirmed": True} if correction.confirmed else fact


def _plain(value: Value) -> Any:
    if isinstance(value, Fraction):
        return as_toml(value)
    return "không" if value is None else value


def corrected_text(file: TomlFile, text: str, facts: Mapping[str, Mapping[str, Any] | None]) -> str | None:
    """The text of a report in which some figures, by the keys of the file, are others; None stands for one that goes.

    None where the file is not written as the program writes it, so that the change would not be what is meant.
    """
    lines = text.split("\n")
    for key in sorted(facts, key=lambda key: -file.lines.get((FACTS, key), 0)):
        fact, at = facts[key], file.lines.get((FACTS, key), 0)
        if at:
            # From the last on, so that the numbers of those above stay as they are.
            lines[at - 1 : at] = [] if fact is None else [_line(key, fact)]
    added = [_line(key, fact) for key, fact in sorted(facts.items()) if fact and (FACTS, key) not in file.lines]
    first = file.lines.get((FACTS,), 0)
    lines[first:first] = added
    changed = "\n".join(lines)
    return changed if _as_meant(file, changed, facts) else None


def _line(key: str, fact: Mapping[str, Any]) -> str:
    known = [name for name in _ORDER if name in fact]
    return f"{_key(key)} = {{ {', '.join(f'{name} = {toml_value(fact[name])}' for name in known)} }}"


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "a").isalnum() else toml_value(key)


def _as_meant(file: TomlFile, text: str, facts: Mapping[str, Mapping[str, Any] | None]) -> bool:
    """Whether a changed text says what the file said, but for some figures."""
    try:
        found = read_toml(text.encode(), file.name).data
    except ReportError:
        return False
    meant = {**file.data[FACTS], **facts}
    return found == {**file.data, FACTS: {key: fact for key, fact in meant.items() if fact is not None}}
