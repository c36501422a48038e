"""What people name by words: units, kinds of units, places of a score sheet."""

from collections.abc import Sequence

from cchc_score.app.request_errors import (
    AmbiguousUnit,
    UnknownCriterion,
    UnknownFindingKind,
    UnknownPlace,
    UnknownUnit,
    UnknownUnitKind,
)
from cchc_score.catalogue import CATALOGUE
from cchc_score.model import Scheme, Unit
from cchc_score.text import nearest, same_name

MOST_NAMES = 20


def rows_of_units(units: Sequence[Unit], words: Sequence[str]) -> list[int]:
    """The rows of the units with some codes or names, each once, in the order of the words."""
    rows: list[int] = []
    for word in words:
        named = [
            row for row, unit in enumerate(units) if same_name(word) in (same_name(unit.code), same_name(unit.name))
        ]
        if not named:
            known = tuple(f"{unit.code} {unit.name}" for unit in units[:MOST_NAMES])
            raise UnknownUnit(word, known, more=len(units) > MOST_NAMES)
        # Two units may have one name; then both are meant.
        rows += [row for row in named if row not in rows]
    return rows


def row_of_unit(units: Sequence[Unit], word: str) -> int:
    """The row of the one unit with a code or name."""
    rows = rows_of_units(units, [word])
    # A code is one unit's alone, whatever others are called.
    coded = [row for row in rows if same_name(units[row].code) == same_name(word)]
    if len(rows) > 1 and len(coded) != 1:
        raise AmbiguousUnit(word, tuple(f"{units[row].code} {units[row].name}" for row in rows))
    return coded[0] if len(coded) == 1 else rows[0]


def place_of(scheme: Scheme, word: str) -> str:
    """'total', the code of an area (also by the number that heads its column), or a criterion's number."""
    # No number of an area is that of a criterion, which has a dot in it.
    place = next((area.code for area in scheme.areas if str(area.number) == word), word)
    if place not in ("total", *(area.code for area in scheme.areas), *scheme.criteria):
        raise UnknownPlace(place, ("total", *(f"{area.number} ({area.code})" for area in scheme.areas)))
    return place


def kind_of_units(units: Sequence[Unit], word: str) -> str:
    """The kind of units that a word means, as the list of units spells it."""
    kinds = sorted({unit.kind for unit in units})
    named = next((kind for kind in kinds if same_name(kind) == same_name(word)), None)
    if named is None:
        raise UnknownUnitKind(word, tuple(kinds))
    return named


def criterion_of(scheme: Scheme, word: str) -> str:
    """The number of a criterion; empty for an empty word."""
    if word and word not in scheme.criteria:
        raise UnknownCriterion(word, nearest(word, scheme.criteria))
    return word


def finding_kind_of(word: str) -> str:
    """The code of a kind of finding; empty for an empty word."""
    if word and word not in CATALOGUE:
        raise UnknownFindingKind(word, nearest(word, CATALOGUE))
    return word
