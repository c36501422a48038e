"""The shape of a catalogue entry."""

from typing import Literal, NamedTuple


class FindingKind(NamedTuple):
    """A kind of finding: how much it weighs, and its wording in both languages ('what; what to do')."""

    severity: Literal["error", "warning", "note"]
    vi: str
    en: str


Kinds = dict[str, FindingKind]


def error(vi: str, en: str) -> FindingKind:
    """What makes a file or its data unfit."""
    return FindingKind("error", vi, en)


def warning(vi: str, en: str) -> FindingKind:
    """What somebody has to look at."""
    return FindingKind("warning", vi, en)


def note(vi: str, en: str) -> FindingKind:
    """What is good to know."""
    return FindingKind("note", vi, en)


def unknown(code: str, vi: str, en: str, remedy_vi: str, remedy_en: str) -> Kinds:
    """Two entries for a name that nobody knows: with the remedy, and with the name that was probably meant."""
    return {
        code: error(f"{vi}; {remedy_vi}", f"{en}; {remedy_en}"),
        f"{code}-near": error(f"{vi}; có phải ý là '{{near}}'?", f"{en}; did you mean '{{near}}'?"),
    }
