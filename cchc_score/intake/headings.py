"""What the columns of a table of many units hold, by their headings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from cchc_score.findings import Finding, Place
from cchc_score.intake.stream import fold
from cchc_score.model import Answer, Form, Indicator
from cchc_score.text import nearest, nfc

ABOUT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "unit": ("unit", "Mã đơn vị", "Mã xã", "Mã"),
        "name": ("name", "Tên đơn vị", "Đơn vị", "Tên xã", "Xã, phường", "Xã"),
        "kind": ("kind", "Loại đơn vị", "Loại", "Loại hình"),
    }
)
"""What a column may say about the unit itself, and the headings that say so."""
_IGNORED = frozenset({"stt", "tt"})


@dataclass(frozen=True, slots=True)
class Heading:
    """What one column of a table holds."""

    place: int
    indicator: Indicator
    row: str
    legend: tuple[Answer, ...]


class Columns:
    """The names by which a heading may ask for an indicator: its code, or a row of the form by code, label or both."""

    def __init__(self, form: Form | None, indicators: Mapping[str, Indicator]) -> None:
        self.indicators = indicators
        rows = [row for row in form.rows.values() if row.indicator] if form else []
        self.rows = {row.indicator: row for row in rows}
        self._codes: dict[str, str] = {}
        labels: dict[str, list[str]] = {}
        for row in rows:
            code = row.indicator or ""
            for text in (row.code, f"{row.code}.", row.code + row.label, f"{row.code}.{row.label}"):
                self._codes[fold(text)] = code
            labels.setdefault(fold(row.label), []).append(code)
        # A label that several rows bear names none of them.
        self._codes |= {label: codes[0] for label, codes in labels.items() if len(codes) == 1 and label}

    def indicator(self, heading: str) -> str:
        """The code of the indicator that a heading names, or nothing."""
        return heading if heading in self.indicators else self._codes.get(fold(heading), "")

    def heading(self, at: int, code: str) -> Heading:
        """The heading of a column for an indicator."""
        row = self.rows.get(code)
        return Heading(at, self.indicators[code], row.code if row else "", row.legend if row else ())


def about(header: Sequence[str]) -> dict[str, int]:
    """The columns that say which unit a line is about; without a code, the name stands for it."""
    folded = [fold(text) for text in header]
    found = {}
    for key, texts in ABOUT.items():
        places = [folded.index(fold(text)) for text in texts if fold(text) in folded]
        if places:
            found[key] = places[0]
    if "unit" not in found and "name" in found:
        found["unit"] = found["name"]
    return found


def headings(
    header: Sequence[str], place: Place, columns: Columns, findings: list[Finding], empty: frozenset[int]
) -> Iterator[Heading]:
    """The headings that name an indicator; findings tell of the others."""
    apart = set(about(header).values()) | empty
    seen: set[str] = set()
    for at, text in enumerate(header):
        code = columns.indicator(text)
        known = code or text
        if known in seen and at not in empty:
            findings.append(Finding("csv-column-twice", place, {"column": text}))
            continue
        seen.add(known)
        if at in apart or fold(text) in _IGNORED:
            continue
        if not code:
            near = nearest(text, columns.indicators)
            findings.append(Finding("csv-column-near" if near else "csv-column", place, {"word": text, "near": near}))
            continue
        yield columns.heading(at, code)


def is_wide(header: Sequence[str], columns: Columns) -> bool:
    """Whether a row is the header of a table with a line for each unit."""
    texts = [nfc(text.strip()) for text in header]
    return "unit" in about(texts) and any(columns.indicator(text) for text in texts)
