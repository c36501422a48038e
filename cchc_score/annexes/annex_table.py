"""The table of a decision's annex: its rows with number, title, maximum and the text that says how points are given."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from cchc_score.annexes.scoring_text import area_kind, combined
from cchc_score.documents import Cell, CellTable, Document, Grid, Tables, as_cells
from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.folded_text import fold
from cchc_score.intake.printed_values import Unreadable, parse_number
from cchc_score.text import brief

HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "number": ("TT", "STT", "Số TT", "Số", "Mã", "No."),
        "title": (
            "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Lĩnh vực, tiêu chí, tiêu chí thành phần", "Lĩnh vực/tiêu chí",
            "Tiêu chí/Tiêu chí thành phần", "Tiêu chí", "Nội dung", "Nội dung tiêu chí", "Tên tiêu chí", "Criterion",
            "Area/Criterion/Sub-criterion",
        ),
        "points": ("Điểm tối đa", "Điểm chuẩn", "Thang điểm", "Mức điểm tối đa", "Điểm", "Maximum", "Out of"),
        "rule": (
            "Cách chấm", "Cách chấm điểm", "Cách tính điểm", "Cách tính", "Cách cho điểm", "Phương pháp chấm điểm",
            "Hướng dẫn chấm điểm", "Phương pháp đánh giá", "Rule",
        ),
        "evidence": ("Tài liệu kiểm chứng", "Tài liệu minh chứng", "Minh chứng", "Evidence"),
        "note": ("Ghi chú", "Note", "Remarks"),
    }
)  # fmt: skip
"""The headings of an annex by what stands below them."""
_ROLES = {fold(heading): role for role, headings in HEADINGS.items() for heading in headings}
_SAYS_POINTS = re.compile(r":\s*[0-9]|điểm")
WHOLE = Words("cả bảng", "the whole table")
_TOTALS = tuple(map(fold, ("Tổng", "Tổng cộng", "Tổng điểm", "Cộng", "Total")))
_NUMBER = re.compile(r"[1-9][0-9]?(\.[1-9][0-9]?)*\.?")
_ROMAN = re.compile(r"(?:Lĩnh vực\s+)?([IVX]{1,5})\.?", re.IGNORECASE)
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One area or criterion of an annex: its number in the scheme's tree and as printed, title, maximum, texts.

    `points` is None where the cell is empty. `rule` holds one text for each line that says how points are given.
    """

    number: str
    printed: str
    title: str
    points: Fraction | None
    rule: tuple[str, ...]
    evidence: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class Annex:
    """The rows of an annex in order, the total that it prints, and what was noticed while reading it."""

    rows: tuple[AnnexRow, ...]
    total: Fraction | None
    findings: tuple[Finding, ...]


def read_annex(document: Document, name: str) -> Annex:
    """The annex in a document; a table that goes on after a page is one. Findings tell of rows that cannot be used."""
    reading = _Reading(name)
    columns: Mapping[str, int] = {}
    for table in _tables(document):
        first, own = _find_columns(table)
        # A page of the table that does not repeat the headings has them all the same.
        columns = own or (columns if _width(table) > max(columns.values(), default=-1) else {})
        if columns:
            reading.read(table, table.rows[first:], columns)
    if not reading.rows:
        reading.findings.append(Finding("annex-nowhere", Place(name)))
    return Annex(tuple(reading.rows), reading.total, tuple(reading.findings))


def _tables(document: Document) -> tuple[CellTable, ...]:
    if isinstance(document, Grid):
        return (as_cells(document),)
    return document.tables if isinstance(document, Tables) else ()


def _width(table: CellTable) -> int:
    return len(table.rows[0][1]) if table.rows else 0


def _find_columns(table: CellTable) -> tuple[int, Mapping[str, int]]:
    """The index of the first row below the headings, and the columns by what they hold; none without headings."""
    for index, (_, cells) in enumerate(table.rows):
        found: dict[str, int] = {}
        for at, cell in enumerate(cells):
            role = _ROLES.get(fold(cell.text))
            if role:
                found.setdefault(role, at)
        if {"title", "points"} <= found.keys():
            return index + 1, found
    return 0, {}


class _Reading:
    """The rows of the tables of one document, as they are read one after the other."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[AnnexRow] = []
        self.total: Fraction | None = None
        self.findings: list[Finding] = []
        self.area = ""

    def read(self, table: CellTable, rows: Sequence[tuple[int, tuple[Cell, ...]]], columns: Mapping[str, int]) -> None:
        """The rows of one table below its headings."""
        for line, cells in rows:
            shown = {role: cells[at].text for role, at in columns.items() if at < len(cells)}
            texts = {role: " ".join(text.split()) for role, text in shown.items()}
            place = Place(self.name, line, table=table.number, cell=cells[columns["title"]].at)
            stored = cells[columns["points"]].value
            if any(texts.values()) and not self._is_heading(texts):
                rule = _statements(shown.get("rule", ""))
                self._row(texts, rule, stored if isinstance(stored, Fraction) else None, place)

    def _is_heading(self, texts: Mapping[str, str]) -> bool:
        """Headings that a new page repeats, and the row below them that numbers the columns."""
        roles = [_ROLES.get(fold(text)) == role for role, text in texts.items() if text]
        return all(roles) or (len(texts) > 3 and [*texts.values()] == [str(n + 1) for n in range(len(texts))])

    def _row(self, texts: Mapping[str, str], rule: tuple[str, ...], stored: Fraction | None, place: Place) -> None:
        """One row; `stored` is the number that a workbook keeps as the maximum, which needs no reading."""
        printed, title = texts.get("number", ""), texts["title"]
        points = self._points(texts["points"], place) if stored is None else stored
        if fold(title) in _TOTALS or fold(printed) in _TOTALS:
            self.total = points
            return
        number = self._number(printed)
        if not number:
            self._continued(texts, rule, printed, place)
            return
        if any(row.number == number for row in self.rows):
            self.findings.append(Finding("annex-twice", place, {"number": printed}))
            return
        self.rows.append(
            AnnexRow(
                number=number,
                printed=printed,
                title=title,
                points=points,
                rule=rule,
                evidence=texts.get("evidence", ""),
                note=texts.get("note", ""),
                place=place,
            )
        )

    def _number(self, printed: str) -> str:
        """The place in the scheme's tree that a printed number means; empty for none.

        Where areas have Roman numerals, the criteria below begin at 1 again and get the area's number before theirs.
        """
        roman = _ROMAN.fullmatch(printed)
        if roman and roman[1].upper() in _ROMANS:
            self.area = str(_ROMANS.index(roman[1].upper()))
            return self.area
        if not _NUMBER.fullmatch(printed):
            return ""
        number = printed.rstrip(".")
        return f"{self.area}.{number}" if self.area else number

    def _continued(self, texts: Mapping[str, str], rule: tuple[str, ...], printed: str, place: Place) -> None:
        """A row without a number says more of how the criterion above it is scored, or stands where nobody can say."""
        if not self.rows or printed:
            self.findings.append(Finding("annex-row", place, {"title": brief(f"{printed} {texts['title']}".strip())}))
            return
        said = [texts["title"], *rule]
        # Many annexes give each limit a row of its own, with its points in the column of the maxima.
        if texts["points"] and not _SAYS_POINTS.search(texts["title"]):
            said[0] = f"{said[0]}: {texts['points']} điểm"
        last = self.rows[-1]
        more = tuple(text for text in said if text)
        evidence = " ".join(text for text in (last.evidence, texts.get("evidence", "")) if text)
        self.rows[-1] = replace(last, rule=(*last.rule, *more), evidence=evidence)

    def _points(self, text: str, place: Place) -> Fraction | None:
        if not text:
            return None
        try:
            return parse_number(text, thousands=False)
        except Unreadable:
            self.findings.append(Finding("annex-points", place, {"text": brief(text)}))
            return None


def _statements(text: str) -> tuple[str, ...]:
    """The lines of a cell; one that begins with a small letter goes on with the line above it."""
    found: list[str] = []
    for line in (" ".join(one.split()) for one in text.split("\n")):
        if found and line[:1].islower():
            found[-1] += f" {line}"
        elif line:
            found.append(line)
    return tuple(found)


def check_sums(annex: Annex) -> Iterator[Finding]:
    """Maxima that do not add up, numbers that are left out, and rows of which no maximum is known."""
    rows = {row.number: row for row in annex.rows}
    below: dict[str, list[AnnexRow]] = {}
    for row in annex.rows:
        below.setdefault(row.number.rpartition(".")[0], []).append(row)
    for number, parts in below.items():
        whole = rows.get(number)
        if whole is None:
            # Bonus and penalty stand beside the maximum of all.
            normal = [row for row in parts if number or area_kind(row.rule) == "normal"]
            yield from _sum(number, normal, annex.total, Place(annex.rows[0].place.file))
        elif combined(whole.rule) is None and area_kind(whole.rule) == "normal":
            yield from _sum(number, parts, whole.points, whole.place)
        yield from _gaps(parts)
    for row in annex.rows:
        if row.points is None:
            yield Finding("annex-unpointed", row.place, {"number": row.printed})
        parent = row.number.rpartition(".")[0]
        if parent and parent not in rows:
            yield Finding("annex-parent", row.place, {"number": row.printed, "parent": parent})


def _sum(number: str, parts: Sequence[AnnexRow], told: Fraction | None, place: Place) -> Iterator[Finding]:
    known = [row.points for row in parts if row.points is not None]
    added = sum(known, Fraction(0))
    if told is not None and len(known) == len(parts) and added != told:
        yield Finding("annex-sum", place, {"number": number or WHOLE, "sum": added, "most": told})


def _gaps(parts: Sequence[AnnexRow]) -> Iterator[Finding]:
    last = 0
    for row in parts:
        own = int(row.number.rpartition(".")[2])
        if own != last + 1:
            yield Finding("annex-gap", row.place, {"number": row.printed})
        last = own
