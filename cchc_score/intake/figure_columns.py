"""Several columns of figures in one table: each is met by its headings, those above it included, or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cchc_score.intake.folded_text import fold
from cchc_score.model import FigureColumns

ABOVE = ">"
"""Parts a heading from the one that spans it: 'Đã giải quyết > Quá hạn'."""


@dataclass(frozen=True, slots=True)
class FoundColumns:
    """Where the columns of figures of a table stand, by their names; those not found, and those that several may be."""

    columns: Mapping[str, int] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    unclear: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the name of a column the headings, of which nobody can tell which is meant."""


def heading_words(heading: str, year: int = 0) -> tuple[str, ...]:
    """A heading to look for as the words of each level, folded, the highest first."""
    if year:
        heading = heading.replace("{year}", str(year)).replace("{last_year}", str(year - 1))
    return tuple(filter(None, map(_folded, heading.split(ABOVE))))


def _folded(text: str) -> str:
    return fold(text).rstrip(".:;")


def find_columns(paths: Sequence[Sequence[str]], figures: FigureColumns, year: int) -> FoundColumns:
    """The columns that the headings of a table name; `paths` are the headings of each, the highest first.

    A column is that of a name when its lowest heading is the last word of one of the name's headings, and the words
    before it stand above. Of several that might be meant, or of one that several names mean, none is taken.
    """
    folded = [[_folded(text) for text in path] for path in paths]
    met = {
        name: [at for at, path in enumerate(folded) if any(_is(path, words) for words in _wanted(name, headings, year))]
        for name, headings in figures.items()
    }
    claimed = [at for places in met.values() for at in places]
    sure = {name: places[0] for name, places in met.items() if len(places) == 1 and claimed.count(places[0]) == 1}
    absent = tuple(name for name, places in met.items() if not places)
    unclear = {
        name: tuple(" > ".join(paths[at]) for at in places)
        for name, places in met.items()
        if places and name not in sure
    }
    return FoundColumns(sure, absent, unclear)


def _wanted(name: str, headings: Sequence[str], year: int) -> list[tuple[str, ...]]:
    # A column without headings of its own is known by its name.
    return [heading_words(heading, year) for heading in headings or (name,)]


def _is(path: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a column's headings end with the last of some words and have the others above it, in their order."""
    if not path or not words or path[-1] != words[-1]:
        return False
    above = iter(path[:-1])
    return all(word in above for word in words[:-1])
