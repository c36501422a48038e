"""Facts of many units kept in the columns in which they stand, and given unit by unit only where somebody asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, overload

from cchc_score.facts import Origin, decode
from cchc_score.findings import Finding
from cchc_score.intake.headings import ColumnHeading
from cchc_score.intake.printed_values import MAX_LENGTH, StoredValue, unreadable_args
from cchc_score.intake.reports import ReportedFact
from cchc_score.intake.suspect_rows import suspect_rows
from cchc_score.intake.text_columns import TextColumn, read_columns


class CellFault(NamedTuple):
    """Why a cell has no figure, whatever it stores: the code of the finding, and the text of the cell."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class WideCells:
    """The cells of a wide table under its header, column by column, and where they stand.

    `lines` are the numbers of its rows in the file. Of a sheet there are its name, the letters of its columns, and the
    values that its cells store beside their texts; `faults` are the cells without a figure, by line and column. Of a
    document of pages there are the page and the letters.
    """

    file: str
    lines: Sequence[int]
    texts: Sequence[Sequence[str]]
    stored: Sequence[Sequence[StoredValue | None]] = ()
    sheet: str = ""
    letters: Sequence[str] = ()
    faults: Mapping[tuple[int, int], CellFault] = field(default_factory=dict)
    converted: str = ""
    page: int = 0

    def name(self, row: int, column: int) -> str:
        """The name of a cell of a sheet, as 'Biểu 1!C5'; '' in a file without such names."""
        if not self.letters:
            return ""
        cell = f"{self.letters[column]}{self.lines[row]}"
        return cell if self.page else f"{self.sheet}!{cell}"


@dataclass(frozen=True, slots=True)
class FactColumns:
    """The facts of one table by indicator, and the rows that may contradict themselves."""

    cells: WideCells
    columns: Mapping[str, TextColumn]
    suspects: frozenset[int]
    noticed: tuple[TextColumn, ...] = field(init=False)

    def __post_init__(self) -> None:
        # The only way into a frozen dataclass. Thousands of rows ask for it, and nearly all columns are plain.
        object.__setattr__(
            self, "noticed", tuple(column for column in self.columns.values() if column.faults or column.remarks)
        )

    def origin(self, row: int, code: str) -> Origin:
        """Where the fact of an indicator in a row stands."""
        column = self.columns[code]
        text, cell = column.texts[row].strip(), self.cells.name(row, column.heading.column)
        return Origin(
            self.cells.file,
            self.cells.lines[row],
            column.heading.row,
            text,
            cell=cell,
            converted=self.cells.converted,
            page=self.cells.page,
        )


class RowFacts(Sequence[ReportedFact]):
    """The facts of one row, made when they are asked for."""

    def __init__(self, columns: FactColumns, row: int) -> None:
        self.columns, self.row = columns, row

    @property
    def sure(self) -> bool:
        """Whether no figure of the row contradicts another, so that the row can be taken as it stands."""
        return self.row not in self.columns.suspects

    def noticed(self, unit: str) -> Iterator[Finding]:
        """The findings about cells of the row: those that nobody can read, and what a reader should know of others."""
        for column in self.columns.noticed:
            text = column.texts[self.row]
            for code, args in column.remarks.get(text, ()):
                # The indicators of one kind read a text alike, and each remark names its own.
                named = {**args, "fact": column.indicator.words}
                yield Finding(code, self.columns.origin(self.row, column.indicator.code).place(unit), named)
            if text in column.faults:
                place = self.columns.origin(self.row, column.indicator.code).place(unit)
                cells = self.columns.cells
                fault = cells.faults.get((cells.lines[self.row], column.heading.column))
                if fault is None:
                    yield Finding(column.faults[text], place, unreadable_args(column.indicator, text.strip()))
                else:
                    # The text only shows that the cell has none: why is what has to be mended.
                    yield Finding(fault.code, place, {"text": fault.text[:MAX_LENGTH]})

    @overload
    def __getitem__(self, index: int) -> ReportedFact: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ReportedFact]: ...
    def __getitem__(self, index: Any) -> Any:
        return self._made()[index]

    def __len__(self) -> int:
        # Counted from the flags, so that asking for the length makes no facts.
        return sum(column.known[self.row] for column in self.columns.columns.values())

    def __iter__(self) -> Iterator[ReportedFact]:
        return iter(self._made())

    def _made(self) -> list[ReportedFact]:
        return [
            ReportedFact(code, decode(column.indicator, column.values[self.row]), self.columns.origin(self.row, code))
            for code, column in self.columns.columns.items()
            if column.known[self.row]
        ]


def read_rows(cells: WideCells, headings: Sequence[ColumnHeading], year: int | None = None) -> list[RowFacts]:
    """The facts of each row of a wide table.

    They are read and compared column by column, because one file may hold thousands of units
    (docs/decisions/rows-and-columns.md). To everybody else a row is a sequence of facts.
    """
    columns = read_columns(headings, cells.texts, cells.stored)
    facts = FactColumns(cells, columns, suspect_rows(columns, year))
    return [RowFacts(facts, row) for row in range(len(cells.lines))]
