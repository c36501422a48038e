"""A report in our own TOML with some of its figures corrected or confirmed, and everything else as it stood."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import PurePath
from typing import Any

from cchc_score.appraisal.marks import as_toml
from cchc_score.catalogue.labels import UNKNOWN
from cchc_score.errors import ReportError
from cchc_score.files.toml_file import TomlFile, read_toml, toml_value
from cchc_score.model import Value
from cchc_score.review.corrections import Correction
from cchc_score.text import nfc, pick, visible

FACTS = "facts"
_ORDER = ("value", "source", "printed", "remark", "draft", "confirmed", "doubt", "replaces", "reason", "checked_by")


Checked = Mapping[str, Any] | str
"""What stands in the place of a figure: its table, or a remark that the report has none."""


def checked_fact(old: object, correction: Correction, shown: str) -> Checked:
    """What stands in a report after a correction, from what stood there (None for nothing).

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
        gone = f"{correction.indicator}: {shown} -> {pick(correction.lang, *UNKNOWN)}; {correction.by}"
        return visible(f"{gone}: {correction.reason}" if correction.reason else gone)
    # What was printed is no text of this value any more, and what was doubtful was so about the other one.
    kept: dict[str, Any] = {key: text for key, text in table.items() if key in ("source", "remark")}
    told["replaces"] = table.get("replaces") or table.get("printed") or shown
    # By its name alone, which is the same wherever the command runs.
    kept.setdefault("source", nfc(PurePath(correction.place.file).name))
    fact: dict[str, Any] = {"value": _plain(correction.new.value), **kept}
    fact.update({key: text for key, text in told.items() if text})
    return {**fact, "confirmed": True} if correction.confirmed else fact


def _plain(value: Value) -> Any:
    if isinstance(value, Fraction):
        return as_toml(value)
    return "không" if value is None else value


def corrected_text(file: TomlFile, text: str, facts: Mapping[str, Checked]) -> str | None:
    """The text of a report in which other things stand in the place of some figures, by the keys of the file.

    None where the file is not written as the program writes it, so that the change would not be what is meant.
    """
    lines = text.split("\n")
    for key in sorted(facts, key=lambda key: -file.lines.get((FACTS, key), 0)):
        at = file.lines.get((FACTS, key), 0)
        if at:
            lines[at - 1] = _line(key, facts[key])
    added = [_line(key, fact) for key, fact in sorted(facts.items()) if (FACTS, key) not in file.lines]
    # Below the heading of the table, wherever in the file that stands.
    first = file.lines.get((FACTS,), 0)
    lines[first:first] = added
    changed = "\n".join(lines)
    return changed if _as_meant(file, changed, facts) else None


def _line(key: str, fact: Checked) -> str:
    if isinstance(fact, str):
        return f"# {fact}"
    known = [name for name in _ORDER if name in fact]
    return f"{_key(key)} = {{ {', '.join(f'{name} = {toml_value(fact[name])}' for name in known)} }}"


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "a").isalnum() else toml_value(key)


def _as_meant(file: TomlFile, text: str, facts: Mapping[str, Checked]) -> bool:
    """Whether a changed text says what the file said, but for some figures."""
    try:
        found = read_toml(text.encode(), file.name).data
    except ReportError:
        return False
    kept = {key: fact for key, fact in file.data[FACTS].items() if key not in facts}
    checked = {key: fact for key, fact in facts.items() if not isinstance(fact, str)}
    return found == {**file.data, FACTS: {**kept, **checked}}
