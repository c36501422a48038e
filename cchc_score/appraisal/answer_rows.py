"""Filled forms of answers: their rows, and the entries that those answer, met by what the form says of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_score.appraisal.answer_form import ANSWER_COLUMNS, PERSON
from cchc_score.appraisal.appraisal_model import Entry, Evidence, Explanation
from cchc_score.appraisal.entry_states import state_words
from cchc_score.appraisal.marks import evidence_of
from cchc_score.appraisal.self_score_sheet import SelfScoreHead, find_head
from cchc_score.appraisal.work_context import WorkContext
from cchc_score.appraisal.workbook_columns import ROUND
from cchc_score.documents import Cell, CellTable, Grid, Tables, as_cells
from cchc_score.facts import Origin
from cchc_score.files.csv_file import unsafe_cell
from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.folded_text import fold
from cchc_score.model import Scheme, Unit
from cchc_score.office.form_sheet import plain_text
from cchc_score.text import LANGUAGES, brief, nfc

_ROUND = re.compile(rf"(?:{'|'.join(ROUND)})\s*:\s*([0-9])", re.IGNORECASE)
_PERSON = re.compile(rf"(?:{'|'.join(PERSON)})\s*:\s*(.+)", re.IGNORECASE)
_FILE = re.compile(r"[^\s].*\.(?:pdf|docx?|xlsx?|odt|ods|jpe?g|png|zip)", re.IGNORECASE)
"""A line that names a file."""


_FEW = 4
"""So many of its headings tell a form of answers from every other table."""


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """One answer as a form has it: the unit, the round, what stands in the row, and where."""

    unit: Unit
    round: int
    number: str
    title: str
    theirs: str
    reason: str
    text: str
    evidence: tuple[Evidence, ...]
    by: str
    on: date | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class AnswerReading:
    """The answers of a document, and what was noticed."""

    rows: tuple[AnsweredRow, ...]
    findings: tuple[Finding, ...]


def read_answers(document: Grid | Tables, name: str, context: WorkContext) -> AnswerReading | None:
    """The answers in a document of tables; None for one without a form of answers."""
    tables = (as_cells(document),) if isinstance(document, Grid) else document.tables
    lines = () if isinstance(document, Grid) else document.lines
    found = [(table, layout) for table in tables if (layout := _find_layout(table)) is not None]
    if not found:
        absent = next(filter(None, (_absent_headings(table, name) for table in tables)), None)
        return None if absent is None else AnswerReading((), (absent,))
    findings: list[Finding] = [] if isinstance(document, Grid) else list(document.findings)
    rows: list[AnsweredRow] = []
    for table, (first, columns) in found:
        rows += _AnswerTable(table, first, columns, name, [text for _, text in lines]).rows(context, findings)
    return AnswerReading(tuple(rows), tuple(findings))


def _absent_headings(table: CellTable, name: str) -> Finding | None:
    """What is to be said of a form of answers of which a heading was changed; None for any other table."""
    for line, cells in table.rows:
        folded = {fold(cell.text) for cell in cells}
        roles = {role for role, words in ANSWER_COLUMNS.items() if folded & {fold(word) for word in words[:2]}}
        if len(roles) >= _FEW and roles & {"mine", "theirs", "proof"}:
            absent = [Words(vi, en) for role, (vi, en, _) in ANSWER_COLUMNS.items() if role not in roles]
            headings = [" ".join(cell.text.split()) for cell in cells if cell.text.strip()]
            return Finding("answer-heading", table.place(name, line, Cell()), {"columns": absent, "headings": headings})
    return None


def _find_layout(table: CellTable) -> tuple[int, Mapping[str, int]] | None:
    """The index of the first row and the columns of a form of answers."""
    for index, (_, cells) in enumerate(table.rows):
        folded = [fold(cell.text) for cell in cells]
        columns = {
            role: folded.index(fold(heading))
            for role, headings in ANSWER_COLUMNS.items()
            for heading in headings[:2]
            if fold(heading) in folded
        }
        if {"answer", "theirs"} <= columns.keys() and {"number", "title"} & columns.keys():
            return index + 1, columns
    return None


class _AnswerTable:
    """One form of answers while it is read."""

    def __init__(
        self, table: CellTable, first: int, columns: Mapping[str, int], name: str, lines: Sequence[str]
    ) -> None:
        self.table, self.first, self.columns, self.name = table, first, columns, name
        self.head: SelfScoreHead = find_head(lines, table, first - 1)
        self.texts = [*lines, *texts_above(table, first - 1)]

    def rows(self, context: WorkContext, findings: list[Finding]) -> Iterator[AnsweredRow]:
        """The rows that say anything; where the form does not say whose it is and of which round, none."""
        filled = [(line, cells) for line, cells in self.table.rows[self.first :] if self._says(cells)]
        if not filled:
            return
        unit, round, day = self._owner(context, findings), self._said(_ROUND), self.head.day
        if not round:
            findings.append(Finding("answer-round", Place(self.name)))
        if unit is None or not round:
            return
        by = self._said(_PERSON) or unit.name
        for line, cells in filled:
            place = self._place(line, cells, unit)
            if not self._text(cells, "answer"):
                findings.append(Finding("answer-blank", place))
                continue
            yield AnsweredRow(
                unit=unit,
                round=int(round),
                number=self._text(cells, "number"),
                title=self._text(cells, "title"),
                theirs=self._text(cells, "theirs"),
                reason=self._text(cells, "reason"),
                text=self._text(cells, "answer"),
                evidence=tuple(map(_as_file, evidence_of(self._cell(cells, "files").text))),
                by=by,
                on=day,
                origin=Origin(self.name, line, table=place.table, cell=place.cell),
            )

    def _owner(self, context: WorkContext, findings: list[Finding]) -> Unit | None:
        if self.head.unit:
            return context.owners.named(self.head.unit, Place(self.name), findings)
        owner = context.owners.of_file(self.name)
        if owner is None:
            findings.append(Finding("unit-unnamed", Place(self.name)))
        return owner

    def _says(self, cells: Sequence[Cell]) -> bool:
        return bool(self._text(cells, "answer") or self._text(cells, "files"))

    def _said(self, pattern: re.Pattern[str]) -> str:
        """What the first line of a pattern says."""
        return next((match[1].strip() for text in self.texts if (match := pattern.fullmatch(text.strip()))), "")

    def _cell(self, cells: Sequence[Cell], role: str) -> Cell:
        at = self.columns.get(role)
        return Cell() if at is None else cells[at]

    def _text(self, cells: Sequence[Cell], role: str) -> str:
        text = " ".join(nfc(self._cell(cells, role).text).split())
        # As a table in CSV keeps a text from running as a formula.
        return unsafe_cell(text)

    def _place(self, line: int, cells: Sequence[Cell], unit: Unit) -> Place:
        at = self._cell(cells, "answer").at
        shown = f"{self.table.name}!{at}" if at and self.table.name else at
        return Place(self.name, line, unit.label, table=self.table.number, cell=shown)


def texts_above(table: CellTable, first: int) -> Iterator[str]:
    """The texts above the headings: of each cell, and of a row as one line."""
    for _, cells in table.rows[:first]:
        texts = [" ".join(nfc(cell.text).split()) for cell in cells if cell.text.strip()]
        yield from texts
        yield " ".join(texts)


def _as_file(evidence: Evidence) -> Evidence:
    return Evidence(file=evidence.document) if _FILE.fullmatch(evidence.document) else evidence


def matched_answers(
    rows: Sequence[AnsweredRow], entries: Sequence[Entry], given: Sequence[Explanation], scheme: Scheme
) -> tuple[tuple[Explanation, ...], tuple[Finding, ...]]:
    """The rows as answers to the entries that they name, without those given already; rows that meet none are told."""
    known = {_key(one.unit, one.entry, one.text, one.evidence) for one in given}
    answers: list[Explanation] = []
    findings: list[Finding] = []
    undated: dict[str, Finding] = {}
    for row in rows:
        met = _met(row, entries, scheme)
        if met is None:
            args = {"title": brief(row.title or row.number), "theirs": brief(row.theirs), "round": row.round}
            findings.append(Finding("answer-row", row.origin.place(row.unit.label), args))
            continue
        key = _key(row.unit.code, met.id, row.text, row.evidence)
        if key in known:
            continue
        known.add(key)
        if row.on is None:
            # Once a form, which has one day for all its answers.
            undated[row.origin.file] = Finding("answer-undated", Place(row.origin.file, unit=row.unit.label))
            continue
        answers.append(
            Explanation(
                unit=row.unit.code,
                entry=met.id,
                text=row.text,
                evidence=row.evidence,
                by=row.by,
                on=row.on,
                origin=row.origin,
            )
        )
    return tuple(answers), (*findings, *undated.values())


def _key(unit: str, entry: str, text: str, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """What makes an answer the same wherever it is written."""
    return unit, entry, fold(plain_text(text)), *(fold(plain_text(one.words())) for one in evidence)


def _met(row: AnsweredRow, entries: Sequence[Entry], scheme: Scheme) -> Entry | None:
    """The one entry of the round that says what stands in the row; of several with one value that with its reason."""
    own = [
        entry
        for entry in entries
        if (entry.unit, entry.round) == (row.unit.code, row.round)
        and _is_about(row, entry, scheme)
        and fold(row.theirs) in {_printed(state_words(scheme, entry, entry.new, lang)) for lang in LANGUAGES}
    ]
    if len(own) > 1:
        own = [entry for entry in own if _printed(entry.reason) == fold(row.reason)]
    return own[0] if len(own) == 1 else None


def _is_about(row: AnsweredRow, entry: Entry, scheme: Scheme) -> bool:
    if entry.criterion:
        criterion = scheme.criteria.get(entry.criterion)
        by_title = criterion is not None and _printed(criterion.title) == fold(row.title)
        # A spreadsheet may have taken the number for a figure: 1.10 is then 1.1.
        return by_title and (not row.number or row.number in (entry.criterion, entry.criterion.rstrip("0")))
    indicator = scheme.indicators.get(entry.indicator)
    return indicator is not None and fold(row.title) in {_printed(indicator.label(lang)) for lang in LANGUAGES}


def _printed(text: str) -> str:
    """A text as it is compared with what a form has made of it."""
    return fold(plain_text(text))
