"""Names of areas that are short enough for the head of a narrow column."""

from collections.abc import Mapping

from cchc_score.model import Scheme
from cchc_score.text import Lang

_OPENINGS = (
    "công tác ",
    "cải cách ",
    "xây dựng và phát triển ",
    "xây dựng, phát triển ",
    "kết quả ",
    "khảo sát ",
    "reform of ",
    "development of ",
)
"""What the names of many areas begin with, and what tells none from another."""
_ENDINGS = (" cải cách hành chính", " hành chính nhà nước", " của người dân", " of administrative reform")
LONG = 28
"""So many letters a name of several parts may have; a longer one ends at a comma."""


def short_names(scheme: Scheme, lang: Lang) -> Mapping[str, str]:
    """A short name of each area by its code; the whole one where two would be alike."""
    names = {area.code: _short(area.label(lang)) for area in scheme.areas}
    given = list(names.values())
    return {
        area.code: names[area.code] if given.count(names[area.code]) == 1 else area.label(lang) for area in scheme.areas
    }


def _short(name: str) -> str:
    opening = next((one for one in _OPENINGS if name.casefold().startswith(one)), "")
    rest = name[len(opening) :]
    ending = next((one for one in _ENDINGS if rest.casefold().endswith(one)), "")
    rest = rest[: len(rest) - len(ending)]
    # A single word of a rest would say less than the name that everybody knows.
    if len(rest.split()) < 2:
        rest = name
    head = rest.partition(",")[0]
    if len(rest) > LONG and len(head.split()) > 2:
        rest = head
    return rest[:1].upper() + rest[1:]


def within_sentence(name: str) -> str:
    """A name as it stands within a sentence: with a small letter, unless its first word is an abbreviation."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
