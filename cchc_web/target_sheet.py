"""The figures that departments and council give: a sheet of all units, as the coordinator types it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from cchc_score.app.gather_figures import YearFigures, largest_figures, target_indicators
from cchc_score.app.preview_file import figures_of_file
from cchc_score.app.typed_figures import as_choice, typed_figures
from cchc_score.facts import Table, table
from cchc_score.files.disk import file_name
from cchc_score.findings import Finding
from cchc_score.forms.figure_tables import answer_words
from cchc_score.journal.fold import JournalState
from cchc_score.model import NUMBERS, FormRow, Indicator, Unit, Value
from cchc_score.office.form_sheet import FormSheet
from cchc_score.office.table_file import table_bytes
from cchc_score.text import number, pick
from cchc_web.commune import figure_text
from cchc_web.drafts import KnownDraft, known_draft
from cchc_web.visits import Visit

DRAFT = "targets"
"""The key of the draft of the sheet."""


@dataclass(frozen=True, slots=True)
class TargetCell:
    """A figure of a unit: the name of its field and the text in it; no name where another `file` says it.

    `shown` is what stands there for reading alone, `told` why the text cannot be read, or how.
    """

    name: str
    label: str
    text: str
    shown: str
    file: str
    told: str


@dataclass(frozen=True, slots=True)
class TargetColumn:
    """A figure that is asked of every unit; `choices` are the answers of a question, each its code and its words."""

    code: str
    label: str
    is_number: bool
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TargetSheet:
    """The sheet in a visit: which figures of which units, those that stand in other files, and what is typed."""

    visit: Visit

    @property
    def path(self) -> str:
        """The file of the year in which what is typed here stands, and no other figure."""
        config = self.visit.working.source.config
        assert config is not None, "a year of the server has its configuration"
        return f"{config.reports[0]}/{file_name('so-lieu-cua-so', '.csv')}"

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The figures, in the order of the criteria."""
        return target_indicators(self.visit.working.year.rules)

    @property
    def _table(self) -> Table:
        return self.visit.working.stages.reported_table

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units, in the order of the list."""
        return self._table.units

    @cached_property
    def _rows(self) -> Mapping[str, FormRow]:
        return {one.code: FormRow(one.code, one.label(self.visit.lang), indicator=one.code) for one in self.indicators}

    @property
    def other_files(self) -> Mapping[str, int]:
        """The other files with figures of this sheet, and how many each says."""
        found = Counter(self._file_of(row, one) for row in range(len(self.units)) for one in self.indicators)
        return {file: found[file] for file in sorted(found) if file not in ("", self.path)}

    @cached_property
    def fields(self) -> Mapping[str, tuple[int, Indicator]]:
        """What is typed here, by the names of the fields: whatever no other file says."""
        return {
            _field_name(one, unit): (row, one)
            for row, unit in enumerate(self.units)
            for one in self.indicators
            if self._file_of(row, one) in ("", self.path)
        }

    def _file_of(self, row: int, indicator: Indicator) -> str:
        origin = self._table.origins.get((row, indicator.code))
        return origin.file if origin is not None and self._table.known(row, indicator.code) else ""

    def text_of(self, indicator: Indicator, value: Value) -> str:
        """A figure as its field holds it."""
        return figure_text(indicator, self._rows[indicator.code], value)

    @property
    def waits(self) -> bool:
        """Whether a version that was taken in waits to be accepted."""
        return self.path in self._state.waiting()

    @property
    def _state(self) -> JournalState:
        return self.visit.working.source.journal.state

    def _waiting_table(self) -> Table | None:
        newest = self._state.waiting().get(self.path)
        if newest is None or not newest.sha256:
            return None
        working = self.visit.working
        kept = working.source.journal.kept(newest.sha256, self.path)
        return figures_of_file(kept, self.path, working.year.rules, working.stages)[0]

    def start(self) -> dict[str, str]:
        """What the sheet begins with: what it said when it was taken in last, whether that counts yet or not."""
        waiting = self._waiting_table()
        if waiting is not None:
            return self.of_table(waiting)
        known = self._table
        return {
            name: self.text_of(one, known.value(row, one.code))
            for name, (row, one) in self.fields.items()
            if known.known(row, one.code)
        }

    @cached_property
    def draft(self) -> KnownDraft:
        """The sheet as it was typed last."""
        return known_draft(self.visit.year, DRAFT, self.start)

    @cached_property
    def _read(self) -> tuple[dict[tuple[int, str], Value], dict[str, Finding]]:
        """The figures that could be read, by row and code, and why others could not, by the names of their fields."""
        values: dict[tuple[int, str], Value] = {}
        faults: dict[str, Finding] = {}
        indicators = {one.code: one for one in self.indicators}
        for row, unit in enumerate(self.units):
            names = {one.code: _field_name(one, unit) for one in self.indicators}
            own = {code: self.draft.fields.get(name, "") for code, name in names.items() if name in self.fields}
            read = typed_figures(own, {code: self._rows[code] for code in own}, indicators)
            for code, value in read.values.items():
                most = self._largest.get(code)
                if isinstance(value, Fraction) and most is not None and value > most:
                    args = {"facts": (indicators[code].words,), "value": value, "most": most}
                    faults[names[code]] = Finding("fact-above-most", args=args)
                else:
                    values[row, code] = value
            faults |= {names[code]: fault for code, fault in read.faults.items()}
        return values, faults

    @cached_property
    def _largest(self) -> Mapping[str, Fraction]:
        return largest_figures(self.visit.working.year.rules)

    @property
    def faults(self) -> Mapping[str, Finding]:
        """Why some texts cannot be read, by the names of their fields."""
        return self._read[1]

    @property
    def count(self) -> int:
        """How many figures are known, wherever they stand."""
        elsewhere = len(self.indicators) * len(self.units) - len(self.fields)
        return elsewhere + len(self._read[0])

    def file(self) -> bytes:
        """What is typed, as a file of reports."""
        known = table(self.units, {one.code: one for one in self.indicators}, self._read[0])
        return table_bytes(self._sheet(known), "csv", "vi")

    def form(self) -> FormSheet:
        """The form to be filled in elsewhere, with all that is known."""
        values = {
            (row, one.code): self._table.value(row, one.code)
            for row in range(len(self.units))
            for one in self.indicators
            if self._file_of(row, one) not in ("", self.path)
        }
        return self._sheet(table(self.units, {one.code: one for one in self.indicators}, values | self._read[0]))

    def _sheet(self, known: Table) -> FormSheet:
        rules = self.visit.working.year.rules
        figures = YearFigures(rules, tuple(enumerate(self.units)), self.indicators, known)
        return figures.sheet("targets", "vi")

    def columns(self) -> list[TargetColumn]:
        """The figures as the heads of columns."""
        return [
            TargetColumn(
                code=one.code,
                label=self._rows[one.code].label,
                is_number=one.kind in NUMBERS,
                choices=tuple(self._words(one).items()),
            )
            for one in self.indicators
        ]

    def cells(self, row: int) -> list[TargetCell]:
        """The figures of a unit."""
        return [self._cell(row, one) for one in self.indicators]

    def _cell(self, row: int, one: Indicator) -> TargetCell:
        name = _field_name(one, self.units[row])
        if name in self.fields:
            text = self.draft.fields.get(name, "")
            return TargetCell(name, self.label(name), text, self._words(one).get(text, text), "", self.told(name))
        value = self._table.value(row, one.code)
        text = number(value, lang=self.visit.lang) if isinstance(value, Fraction) else self.text_of(one, value)
        return TargetCell("", self.label(name), "", self._words(one).get(text, text), self._file_of(row, one), "")

    def told(self, name: str) -> str:
        """What stands below a field: why its text is none, or how a number is read that could be another one."""
        lang, fault, (row, one) = self.visit.lang, self.faults.get(name), self.fields[name]
        if fault is not None:
            label = one.label(lang)
            # The head of the column says already which figure it is.
            told = fault.message(lang).removeprefix(f"{label}: ").removeprefix(f"{label} = ")
            return f"{told[:1].upper()}{told[1:]}."
        value, text = self._read[0].get((row, one.code)), self.draft.fields.get(name, "")
        if isinstance(value, Fraction) and "." in text:
            return pick(lang, f"Đọc là {number(value, None, lang)}.", f"Read as {number(value, None, lang)}.")
        return ""

    def _words(self, one: Indicator) -> Mapping[str, str]:
        """The words of the answers of a question, by their codes; of other figures none."""
        return answer_words(one, self._rows[one.code], self.visit.lang) if one.kind in ("yes_no", "option") else {}

    def label(self, name: str) -> str:
        """What a person calls a field."""
        code, _, unit = name.partition("|")
        return f"{self._names[unit]}: {self._rows[code].label}"

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {unit.code: unit.name for unit in self.units}

    def of_table(self, found: Table) -> dict[str, str]:
        """What a table of figures says, for the fields of this sheet."""
        return {
            name: self.text_of(one, found.value(row, one.code))
            for name, (row, one) in self.fields.items()
            if found.known(row, one.code)
        }

    def unlike(self, found: Table) -> list[tuple[str, str]]:
        """Where a table of figures differs from other files of the year: what people call the field, and the file."""
        known = self._table
        return [
            (self.label(_field_name(one, unit)), self._file_of(row, one))
            for row, unit in enumerate(self.units)
            for one in self.indicators
            if found.known(row, one.code)
            and _field_name(one, unit) not in self.fields
            and found.value(row, one.code) != known.value(row, one.code)
        ]

    def as_typed(self, fields: Mapping[str, str]) -> dict[str, str]:
        """Texts as the fields hold them: answers by their codes, whoever wrote them in words."""
        return {
            name: as_choice(own[1], self._rows[own[1].code], text) if (own := self.fields.get(name)) else text
            for name, text in fields.items()
        }


def _field_name(indicator: Indicator, unit: Unit) -> str:
    return f"{indicator.code}|{unit.code}"
