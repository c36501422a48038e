"""Findings: what was noticed in a file, with a stable code, a severity, a place, and what to do about it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Any, Literal

from cchc_score.catalogue import CATALOGUE
from cchc_score.catalogue.finding_kind import Cause

# `as Words` lets others import it from here, which a strict mypy refuses for a plain import.
from cchc_score.catalogue.finding_kind import Words as Words
from cchc_score.text import Lang, alphabetical, number, visible

Severity = Literal["error", "warning", "note"]
MOST_LISTED = 30
"""So many of a list a finding names; what is more is counted. A thousand findings may each have the same list."""
MOST_LETTERS = 1_000
"""So long a text of a file stands in a finding."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: a file and, as far as known, its line, and the unit, form row or criterion meant.

    In a document of tables it is the line of its `table`, or the `cell`, as in 'PL01!C5', or a `paragraph` beside them;
    in one of pages the cell is counted on its `page`, in the table of that number where it has several.
    """

    file: str = ""
    line: int = 0
    unit: str = ""
    row: str = ""
    criterion: str = ""
    area: str = ""
    table: int = 0
    cell: str = ""
    paragraph: int = 0
    page: int = 0

    def words(self, lang: Lang = "vi") -> str:
        """The place as people read it: 'a.toml:41: tiêu chí 3.1.1'."""
        names = {
            "unit": "",
            "row": "dòng " if lang == "vi" else "row ",
            "area": "lĩnh vực " if lang == "vi" else "area ",
            "criterion": "tiêu chí " if lang == "vi" else "criterion ",
        }
        file = located(self.file, self.line, self.table, self.cell, lang, self.page, self.paragraph)
        parts = [prefix + getattr(self, key) for key, prefix in names.items() if getattr(self, key)]
        return visible(": ".join(([file] if file else []) + ([", ".join(parts)] if parts else [])))


def located(file: str, line: int, table: int, cell: str, lang: Lang, page: int = 0, paragraph: int = 0) -> str:
    """A place in a file as people read it: 'a.toml:41', 'a.xlsx: PL01!C5', 'a.docx: bảng 2, dòng 7', 'a.docx: đoạn 3'.

    Of a page, as in 'a.pdf: trang 3, ô D5', the table is named only where there are several.
    """
    if paragraph:
        return f"{file}: {'đoạn' if lang == 'vi' else 'paragraph'} {paragraph}"
    if page:
        kinds = ("trang", "bảng", "ô") if lang == "vi" else ("page", "table", "cell")
        named = zip(kinds, (page, table, cell), strict=True)
        return f"{file}: {', '.join(f'{word} {value}' for word, value in named if value)}"
    if cell:
        return f"{file}: {cell}"
    if table:
        words = ("bảng", "dòng") if lang == "vi" else ("table", "row")
        return f"{file}: {words[0]} {table}, {words[1]} {line}"
    return f"{file}:{line}" if line else file


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed, by the code of its kind in the catalogue and the values that its wording names."""

    code: str
    place: Place = Place()
    args: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """How much it weighs: an error makes the data unfit, a warning asks for a look, a note tells."""
        return CATALOGUE[self.code].severity

    @property
    def cause(self) -> Cause:
        """What has to be mended, data or a method: the exit code depends on it."""
        return CATALOGUE[self.code].cause

    def what(self, lang: Lang = "vi") -> str:
        """What is wrong."""
        return self._filled(CATALOGUE[self.code].what, lang)

    def remedy(self, lang: Lang = "vi") -> str:
        """What to do about it."""
        return self._filled(CATALOGUE[self.code].remedy, lang)

    def message(self, lang: Lang = "vi") -> str:
        """What is wrong and what to do, without the place."""
        return f"{self.what(lang)}; {self.remedy(lang)}"

    def _filled(self, wording: Words, lang: Lang) -> str:
        # Only those that it names: others are for whoever looks at a finding in Python.
        values = {name: _worded(self.args[name], lang) for name in CATALOGUE[self.code].names}
        # The values come out of files that strangers wrote, and go to terminals.
        return visible(_worded(wording, lang).format_map(values))

    def words(self, lang: Lang = "vi") -> str:
        """The whole line: where: what; what to do."""
        place = self.place.words(lang)
        return f"{place}: {self.message(lang)}" if place else self.message(lang)


def example(code: str) -> Finding:
    """A finding of a kind as it might be met; a KeyError for a code that is none."""
    args, place, _ = CATALOGUE[code].example
    fields: dict[str, Any] = dict(place)
    return Finding(code, Place(**fields), args)


def _worded(value: object, lang: Lang) -> str:
    if isinstance(value, Words):
        return value.vi if lang == "vi" else value.en
    # To Python a bool is an int, and True would be told as 1.
    if isinstance(value, Fraction | int) and not isinstance(value, bool):
        return number(value, None, lang)
    if isinstance(value, tuple | list):
        more = len(value) - MOST_LISTED
        listed = [_worded(item, lang) for item in value[:MOST_LISTED]]
        return ", ".join([*listed, f"... (+{number(more, None, lang)})"] if more > 0 else listed)
    text = str(value)
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}..."


_ORDER = {"error": 0, "warning": 1, "note": 2}


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by place, whatever order they were found in; each once."""
    positions: dict[Place, tuple[object, ...]] = {}
    alike: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.place not in positions:
            positions[finding.place] = _position(finding.place)
        alike[*positions[finding.place], _ORDER[finding.severity], finding.code].append(finding)
    return tuple(finding for key in sorted(alike) for finding in _by_values(alike[key]))


def _by_values(findings: Sequence[Finding]) -> Iterable[Finding]:
    """Findings of one kind in one place, by the values that their wording names; each once."""
    # Most stand alone in their place, and their values need not be put into words.
    if len(findings) == 1:
        return findings
    # No set of findings: their values are a mapping, which has no hash.
    unique = {(finding.place, _values(finding)): finding for finding in findings}
    return sorted(unique.values(), key=_values)


def _position(place: Place) -> tuple[object, ...]:
    """What a place is ordered by: first where it is in the file, then what it is about."""
    return (
        place.file,
        place.paragraph,
        place.page,
        place.table,
        place.line,
        place.cell,
        alphabetical(place.unit),
        _digits(place.row),
        _digits(place.criterion),
    )


def _values(finding: Finding) -> tuple[str, ...]:
    """The values that the wording names, as text: values of different types have no order of their own."""
    return tuple(_worded(finding.args[name], "en") for name in CATALOGUE[finding.code].names)


# A year has thousands of findings about few rows and criteria.
@lru_cache(maxsize=1 << 12)
def _digits(code: str) -> tuple[tuple[int, str], ...]:
    # As numbers, so that 3.10 comes after 3.9: of two without leading zeros the longer one is larger. Not through
    # `int`, which refuses thousands of digits, and not by `isdigit`, which is true of '²'.
    parts = [(part, part.lstrip("0")) for part in code.replace("/", ".").split(".")]
    return tuple((len(bare), bare) if part.isdecimal() else (0, part) for part, bare in parts)
