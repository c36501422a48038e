"""Papers of a survey, a line each: the form for them, and what they add up to for every unit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from cchc_score.documents import Cell, CellTable, Document, Grid, Tables, as_cells
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.figure_form import unit_headings
from cchc_score.intake.folded_text import fold
from cchc_score.intake.headings import HeadingNames, find_headings, heads_units, unit_columns
from cchc_score.intake.printed_values import Unreadable, parse_number
from cchc_score.intake.read_document import reports_of
from cchc_score.intake.reports import Report, ReportedFact
from cchc_score.intake.said_totals import says_total
from cchc_score.model import Indicator, Unit
from cchc_score.office.form_sheet import FormColumn, FormSheet
from cchc_score.text import Lang, brief, nfc, pick

PAPER = ("Phiếu số", "Paper")
"""The heading of the numbers of papers, by which such a table is told from one with a line for each unit."""
PAPER_KINDS = frozenset({"count", "percent", "points", "decimal"})
"""The kinds of figures that papers add up to: how many ticked it, which share did, what they gave on average."""
_TICKS: Mapping[str, bool] = {
    **dict.fromkeys(("x", "v", "có", "yes", "1", "✓", "✔", "☑", "☒"), True),
    **dict.fromkeys(("không", "no", "0", "☐"), False),
}
_MOST_ABOVE = 60
"""The headings stand among so many first rows."""
_HUNDRED = 100
_WIDE, _NUMBER = 18, 10


def paper_form(
    name: str,
    title: str,
    lines: Sequence[str],
    indicators: Sequence[Indicator],
    names: HeadingNames,
    units: Sequence[Unit],
    lang: Lang,
) -> FormSheet:
    """The form with an empty line for each unit, to be copied for as many papers as there are."""
    asked = [FormColumn(names.heading_of(one, lang), _WIDE, True, one.kind == "count") for one in indicators]
    columns = (*unit_headings(lang), FormColumn(pick(lang, *PAPER), _NUMBER, True, True), *asked)
    rows = [(unit.code, unit.name, *[None] * (len(columns) - 2)) for unit in units]
    return FormSheet(name, title, (*lines, *_how(indicators, lang)), columns, rows, held=2)


def _how(indicators: Sequence[Indicator], lang: Lang) -> Iterator[str]:
    """How a paper answers each kind of question."""
    kinds = {one.kind for one in indicators}
    yield pick(lang, "Số phiếu không được trùng trong một đơn vị.", "No two papers of a unit have one number.")
    if "count" in kinds:
        yield pick(lang, "Câu đếm số phiếu: ghi x nếu phiếu chọn.", "Where papers are counted: x if the paper says so.")
    if "percent" in kinds:
        yield pick(
            lang,
            "Câu lấy tỷ lệ: ghi x hoặc không; để trống là phiếu không trả lời.",
            "Where a share is taken: x or no; blank is no answer.",
        )
    if kinds & {"points", "decimal"}:
        yield pick(lang, "Câu lấy trung bình: ghi số.", "Where a mean is taken: a number.")


def survey_reports(document: Document, name: str, indicators: Mapping[str, Indicator], year: int) -> Sequence[Report]:
    """The reports in a document of a survey, with a line for each unit or for each paper."""
    papers = paper_reports(document, name, indicators, year)
    return reports_of(document, name, None, indicators, year) if papers is None else papers


def paper_reports(document: Document, name: str, indicators: Mapping[str, Indicator], year: int) -> list[Report] | None:
    """One report for each unit of which a document has papers; None for a document of another kind."""
    if isinstance(document, Grid):
        document = Tables((as_cells(document),))
    if not isinstance(document, Tables) or document.draft:
        return None
    found = [sheet for table in document.tables if (sheet := _find_sheet(table, name, indicators)) is not None]
    return [report for sheet in found for report in sheet.reports(name, year)] if found else None


@dataclass(frozen=True, slots=True)
class _PaperSheet:
    """A table of papers: where its rows begin, the columns about the unit and the paper, and those of the questions."""

    table: CellTable
    first: int
    about: Mapping[str, int]
    paper: int
    questions: Mapping[int, Indicator]
    findings: Sequence[Finding]

    def reports(self, name: str, year: int) -> Iterator[Report]:
        """What the papers of every unit add up to."""
        if self.findings:
            yield Report(Place(name), "", findings=tuple(self.findings))
        counts: dict[str, _UnitPapers] = {}
        for line, cells in self.table.rows[self.first :]:
            unit, about = self._unit(cells), _text(cells[self.about.get("name", self.paper)])
            answered = any(_text(cells[at]) or cells[at].fault for at in self.questions)
            if says_total(unit, about) or not answered:
                continue
            place = Place(name, line, cell=_cell(self.table, cells, self.about["unit"], line))
            if not unit:
                yield Report(place, "", findings=(Finding("csv-unit-empty", place),))
                continue
            own = counts.setdefault(unit, _UnitPapers(place, about if about != unit else ""))
            own.add(self, line, cells)
        for unit, own in counts.items():
            yield own.report(unit, year)

    def _unit(self, cells: Sequence[Cell]) -> str:
        return _text(cells[self.about["unit"]])


def _find_sheet(table: CellTable, name: str, indicators: Mapping[str, Indicator]) -> _PaperSheet | None:
    names = HeadingNames(None, indicators)
    papers = frozenset(map(fold, PAPER))
    for index, (line, cells) in enumerate(table.rows[:_MOST_ABOVE]):
        header = [_text(cell) for cell in cells]
        about = unit_columns(header)
        numbered = [at for at, text in enumerate(header) if fold(text) in papers]
        if "unit" not in about or len(numbered) != 1:
            continue
        findings: list[Finding] = []
        # What is no question has no heading to find.
        apart = frozenset(at for at, text in enumerate(header) if at == numbered[0] or not text or heads_units(text))
        asked = {
            one.column: one.indicator
            for one in find_headings(header, Place(name, line), names, findings, apart)
            if one.indicator.kind in PAPER_KINDS
        }
        return _PaperSheet(
            table=table, first=index + 1, about=about, paper=numbered[0], questions=asked, findings=findings
        )
    return None


@dataclass(slots=True)
class _UnitPapers:
    """The papers of one unit while they are counted: where the first stands, and what each question got."""

    place: Place
    name: str
    papers: dict[str, int] = field(default_factory=dict)
    answers: dict[str, list[Fraction]] = field(default_factory=lambda: defaultdict(list))
    broken: set[str] = field(default_factory=set)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    count: int = 0
    unsure: bool = False

    def add(self, sheet: _PaperSheet, line: int, cells: Sequence[Cell]) -> None:
        """Count one paper."""
        number = _text(cells[sheet.paper])
        at = Place(self.place.file, line, self.name, cell=_cell(sheet.table, cells, sheet.paper, line))
        if number in self.papers and number:
            args = {"number": number, "line": self.papers[number]}
            self.findings.append(Finding("paper-twice", at, args))
            self.unsure = True
        self.papers[number] = line
        self.count += 1
        for column, indicator in sheet.questions.items():
            self.indicators[indicator.code] = indicator
            self._answer(indicator, cells[column], _place(at, sheet.table, cells, column, line))

    def _answer(self, indicator: Indicator, cell: Cell, place: Place) -> None:
        text = _text(cell)
        try:
            answer = _read(indicator, cell, text)
        except Unreadable:
            args = {"text": brief(text), "fact": indicator.words}
            self.findings.append(Finding("paper-answer", place, args))
            self.broken.add(indicator.code)
            return
        if answer is not None:
            self.answers[indicator.code].append(answer)

    def report(self, unit: str, year: int) -> Report:
        """What the papers add up to.

        A question of which one answer cannot be read has no figure, nor has any where two papers have one number.
        """
        facts = []
        for code, indicator in self.indicators.items():
            given = self.answers[code]
            if self.unsure or code in self.broken or (not given and indicator.kind != "count"):
                continue
            printed = f"{self.count} phiếu" if indicator.kind == "count" else f"{len(given)}/{self.count} phiếu"
            origin = Origin(self.place.file, self.place.line, printed=printed, cell=self.place.cell)
            facts.append(ReportedFact(code, _figure(indicator, given), origin))
        told = Finding("papers-counted", self.place, {"count": self.count})
        findings = (told, *self.findings)
        return Report(self.place, unit, name=self.name, year=year, facts=tuple(facts), findings=findings)


def _read(indicator: Indicator, cell: Cell, text: str) -> Fraction | None:
    """What one paper answers: 1 or 0 for a tick, 100 or 0 for a share, a number; None for no answer."""
    if cell.fault:
        raise Unreadable("paper-answer")
    if indicator.kind in ("count", "percent"):
        if not text:
            return None
        tick = _TICKS.get(fold(text))
        if tick is None:
            raise Unreadable("paper-answer")
        return Fraction(tick * (1 if indicator.kind == "count" else _HUNDRED))
    if not text:
        return None
    value = cell.value if isinstance(cell.value, Fraction) else parse_number(text, thousands=False)
    if value < 0:
        raise Unreadable("paper-answer")
    return value


def _figure(indicator: Indicator, given: Sequence[Fraction]) -> Fraction:
    """The sum of ticks; else the mean, half up to the decimals of the figure."""
    total = sum(given, Fraction())
    if indicator.kind == "count":
        return total
    unit = 10**indicator.decimals
    return Fraction(floor(total / len(given) * unit + Fraction(1, 2)), unit)


def _text(cell: Cell) -> str:
    return " ".join(nfc(cell.text).split())


def _cell(table: CellTable, cells: Sequence[Cell], column: int, line: int) -> str:
    at = cells[column].at
    return f"{table.name}!{at}" if at and table.name else at


def _place(place: Place, table: CellTable, cells: Sequence[Cell], column: int, line: int) -> Place:
    return Place(place.file, line, place.unit, cell=_cell(table, cells, column, line))
