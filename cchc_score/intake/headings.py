"""What the columns of a table of many units hold, by their headings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from cchc_score.documents import Cell
from cchc_score.findings import Finding, Place
from cchc_score.intake.folded_text import fold
from cchc_score.intake.table_layouts import heads_columns
from cchc_score.model import Answer, Form, Indicator
from cchc_score.text import Lang, nearest, nfc

ABOUT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "unit": ("unit", "Mã đơn vị", "Mã xã", "Mã"),
        "name": ("name", "Tên đơn vị", "Đơn vị", "Tên xã", "Xã, phường", "Xã"),
        "kind": ("kind", "Loại đơn vị", "Loại", "Loại hình"),
        "year": ("year", "Năm", "Năm báo cáo"),
    }
)
"""What a column may say about the unit and the report themselves, and the headings that say so."""
# The running number of a list says nothing about a unit, nor do remarks that somebody adds beside it.
_IGNORED = frozenset({"stt", "tt", "ghichú", "remarks", "notes"})
_MOST_KNOWN = 5
"""So many headings are named where one is not known."""


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """What one column of a table holds: its index, its indicator, and the form row that it stands for."""

    column: int
    indicator: Indicator
    row: str
    legend: tuple[Answer, ...]


class HeadingNames:
    """What a heading may call an indicator: its code or name, or the code, the label or both of a row of the form.

    Behind a name the unit in which it is measured may stand in brackets.
    """

    def __init__(self, form: Form | None, indicators: Mapping[str, Indicator]) -> None:
        self.indicators = indicators
        rows = [row for row in form.rows.values() if row.indicator] if form else []
        self.rows = {row.indicator: row for row in rows}
        self._codes: dict[str, str] = {}
        open_names: dict[str, list[str]] = {}
        for row in rows:
            code = row.indicator or ""
            # People put into a heading what the form prints in two cells, with or without the dot after the code.
            for name in (row.code, f"{row.code}.", row.code + row.label, f"{row.code}.{row.label}"):
                self._codes[fold(name)] = code
            printed = row.printed_code
            more = (printed, f"{printed}.", printed + row.label, f"{printed}.{row.label}") if row.section else ()
            for name in {fold(text) for text in (row.label, *more)}:
                open_names.setdefault(name, []).append(code)
        # A label that several rows bear names none of them, nor does a code that several tables print.
        self._codes |= {name: codes[0] for name, codes in open_names.items() if len(codes) == 1 and name}
        self._pairs = (
            {(fold(row.printed_code), fold(row.label).rstrip(".:;")) for row in form.rows.values()} if form else set()
        )

    def indicator(self, heading: str) -> str:
        """The code of the indicator that a heading names, or nothing."""
        # A code of an indicator is exact; anything else is compared without spaces and case.
        if heading in self.indicators:
            return heading
        folded = fold(heading)
        found = self._codes.get(folded) or self._names.get(folded)
        if found is None and folded.endswith(")") and "(" in folded[1:]:
            found = self._names.get(folded[: folded.rindex("(")])
        return found or ""

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The indicators by their folded names, which most tables never ask for; a name of several names none."""
        named: dict[str, set[str]] = {}
        for code, indicator in self.indicators.items():
            for name in {fold(indicator.name), fold(indicator.name_en)} - {""}:
                named.setdefault(name, set()).add(code)
        return {name: next(iter(codes)) for name, codes in named.items() if len(codes) == 1}

    def heading_of(self, indicator: Indicator, lang: Lang) -> str:
        """The heading of a column for an indicator: its name as people know it, wherever that leads back to it."""
        label = indicator.label(lang)
        for text in [f"{label} ({indicator.unit})", label] if indicator.unit else [label]:
            if self.indicator(text) == indicator.code and not heads_units(text):
                return text
        return indicator.code

    def known_beside(self, header: Sequence[str]) -> tuple[str, ...]:
        """Some headings that a table could have beside those that it has: of figures from where its others come."""
        there = {self.indicator(text) for text in header} - {""}
        sources = {self.indicators[code].source for code in there}
        names = [
            indicator.name
            for code, indicator in self.indicators.items()
            if code not in there and (not sources or indicator.source in sources)
        ]
        return (*names[:_MOST_KNOWN], *(["..."] if len(names) > _MOST_KNOWN else []))

    def row_of_form(self, texts: Sequence[str]) -> bool:
        """Whether cells are a row of the form: a code with its label after it."""
        folded = [fold(text).rstrip(".:;") for text in texts if text.strip()]
        return any(pair in self._pairs for pair in pairwise(folded))

    def heading(self, at: int, code: str) -> ColumnHeading:
        """The heading of a column for an indicator."""
        row = self.rows.get(code)
        return ColumnHeading(at, self.indicators[code], row.code if row else "", row.legend if row else ())


def heads_units(heading: str) -> bool:
    """Whether a heading is one of a column about the unit, or of one that nobody reads."""
    known = {fold(text) for texts in ABOUT.values() for text in texts} | _IGNORED
    return fold(heading) in known


def unit_columns(header: Sequence[str]) -> dict[str, int]:
    """The columns that say which unit a line is about; without a code, the name stands for it."""
    folded = [fold(text) for text in header]
    found = {}
    for key, texts in ABOUT.items():
        # In the order of the known headings and not of the columns, so that moving a column changes nothing.
        places = [folded.index(fold(text)) for text in texts if fold(text) in folded]
        if places:
            found[key] = places[0]
    if "unit" not in found and "name" in found:
        found["unit"] = found["name"]
    return found


def find_headings(
    header: Sequence[str], place: Place, columns: HeadingNames, findings: list[Finding], empty: frozenset[int]
) -> Iterator[ColumnHeading]:
    """The headings that name an indicator; `findings` gets those that name nothing, or what another one names."""
    apart = set(unit_columns(header).values()) | empty
    # A row code and the code of its indicator are two names of one column.
    names = [columns.indicator(text) or text for text in header]
    repeated = {name for at, name in enumerate(names) if at not in empty and name in names[:at]}
    seen: set[str] = set()
    for at, text in enumerate(header):
        code, known = columns.indicator(text), names[at]
        if known in seen and at not in empty:
            findings.append(Finding("csv-column-twice", place, {"column": text}))
            continue
        seen.add(known)
        if at in apart or fold(text) in _IGNORED:
            continue
        if not code:
            near = nearest(text, columns.indicators)
            args = {"word": text, "near": near} if near else {"word": text, "known": columns.known_beside(header)}
            findings.append(Finding("csv-column-near" if near else "csv-column", place, args))
            continue
        # Which of two columns is right is for a person to say: neither is taken.
        if known not in repeated:
            yield columns.heading(at, code)


def wide_row(rows: Iterable[Sequence[str]], columns: HeadingNames, form: Form | None) -> int | None:
    """The index of the header of a table with a line for each unit, among the first rows of a table; None without."""
    for at, texts in enumerate(rows):
        if is_wide(texts, columns):
            return at
        # Under the headings of an appendix stand its rows, whatever words these hold: 'Đơn vị' is a unit of measure.
        if form is not None and form.columns and heads_columns([Cell(text) for text in texts], form):
            return None
    return None


def is_wide(header: Sequence[str], columns: HeadingNames) -> bool:
    """Whether a row is the header of a table with a line for each unit."""
    texts = [nfc(text.strip()) for text in header]
    # A row of the form may hold such words too: 'Đơn vị' is also a unit of measure.
    wide = "unit" in unit_columns(texts) and any(columns.indicator(text) for text in texts)
    return wide and not columns.row_of_form(texts)
