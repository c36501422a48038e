"""Findings: what was noticed in a file, with a stable code, a severity, a place, and what to do about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, NamedTuple

from cchc_score.catalogue import CATALOGUE
from cchc_score.text import Lang, alphabetical, number, visible

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: a file and, as far as known, its line, and the unit, form row or criterion meant.

    In a document of tables it is the line of its `table`, or the `cell`, as in 'PL01!C5', or a `paragraph` beside them.
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

    def words(self, lang: Lang = "vi") -> str:
        """The place as people read it: 'a.toml:41: tiêu chí 3.1.1'."""
        names = {
            "unit": "",
            "row": "hàng " if lang == "vi" else "row ",
            "area": "lĩnh vực " if lang == "vi" else "area ",
            "criterion": "tiêu chí " if lang == "vi" else "criterion ",
        }
        file = located(self.file, self.line, self.table, self.cell, lang)
        if self.paragraph:
            file = f"{file}: {'đoạn' if lang == 'vi' else 'paragraph'} {self.paragraph}"
        parts = [prefix + getattr(self, key) for key, prefix in names.items() if getattr(self, key)]
        return visible(": ".join(([file] if file else []) + ([", ".join(parts)] if parts else [])))


def located(file: str, line: int, table: int, cell: str, lang: Lang) -> str:
    """A place in a file as people read it: 'a.toml:41', 'a.xlsx: PL01!C5', 'a.docx: bảng 2, dòng 7'."""
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

    def message(self, lang: Lang = "vi") -> str:
        """What is wrong and what to do, without the place."""
        kind = CATALOGUE[self.code]
        words = kind.vi if lang == "vi" else kind.en
        return visible(words.format_map({name: _worded(value, lang) for name, value in self.args.items()}))

    def words(self, lang: Lang = "vi") -> str:
        """The whole line: where: what; what to do."""
        place = self.place.words(lang)
        return f"{place}: {self.message(lang)}" if place else self.message(lang)


class Words(NamedTuple):
    """A name in both languages, as a value that a wording names."""

    vi: str
    en: str


def _worded(value: object, lang: Lang) -> str:
    if isinstance(value, Words):
        return value.vi if lang == "vi" else value.en
    if isinstance(value, Fraction | int) and not isinstance(value, bool):
        return number(value, None, lang)
    if isinstance(value, tuple | list):
        return ", ".join(_worded(item, lang) for item in value)
    return str(value)


_ORDER = {"error": 0, "warning": 1, "note": 2}


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by place, whatever order they were found in; each once."""
    unique = {(f.place, f.code, f.message("en")): f for f in findings}
    return tuple(
        sorted(
            unique.values(),
            key=lambda f: (
                f.place.file,
                f.place.paragraph,
                f.place.table,
                f.place.line,
                f.place.cell,
                alphabetical(f.place.unit),
                _digits(f.place.row),
                _digits(f.place.criterion),
                _ORDER[f.severity],
                f.code,
                f.message("en"),
            ),
        )
    )


def _digits(code: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in code.replace("/", ".").split("."))
