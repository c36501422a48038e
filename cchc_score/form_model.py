"""The nouns of a report form: its tables and rows, the words of its legends, and the prose that names its figures.

Everybody imports them from `cchc_score.model`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

RowKind = Literal["area", "header", "leaf"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One entry of a form's legend: the number written in the cell, the option meant, the words printed."""

    number: int
    option: str
    text: str


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a report form. A row printed without a code has one of its own under its parent: '3.3.1/2'.

    Where a form has several tables, `section` names the row's, and its code begins with it: 'Biểu mẫu 2: 1.1'. Where a
    table has several columns of figures, one printed row is as many of these as it gives facts, each with the `column`
    that its code ends with: '1.1 [Kế hoạch]'.
    For a header: `same_as` and `sum_of` name the rows that its printed value should agree with.
    """

    code: str
    label: str
    kind: RowKind = "leaf"
    unit: str = ""
    indicator: str | None = None
    legend: tuple[Answer, ...] = ()
    same_as: str | None = None
    sum_of: tuple[str, ...] = ()
    section: str = ""
    column: str = ""

    @property
    def printed_code(self) -> str:
        """The code as its table prints it."""
        return self.line_code.removeprefix(row_code(self.section, ""))

    @property
    def line_code(self) -> str:
        """The code of the printed row, whichever of its columns this is."""
        return self.code.removesuffix(f" [{self.column}]") if self.column else self.code


def row_code(section: str, printed: str, column: str = "") -> str:
    """The code of a row by its table, '' where a form has only one, the code printed there, and its column."""
    code = f"{section}: {printed}" if section else printed
    return f"{code} [{column}]" if column else code


FigureColumns = Mapping[str, tuple[str, ...]]
"""The columns of figures of a table by names of their own, each with the headings by which it is met."""


@dataclass(frozen=True, slots=True)
class FormLines:
    """A table of a form in which each line is one of many alike, as a field of administration with its dossiers.

    `names` are the headings of the column of their names, `totals` the names of the line that adds them up. `sums` are
    the indicators that the lines add up to, `items` those of each line, both by the name of their column of figures;
    `blank_is_zero` says that a blank cell of a line means 0.
    """

    names: tuple[str, ...]
    totals: tuple[str, ...]
    sums: Mapping[str, str]
    items: Mapping[str, str]
    blank_is_zero: bool = False


@dataclass(frozen=True, slots=True)
class FormSection:
    """One of the tables of a form: its name, '' where it is the only one, and the title printed with it.

    `figures` are its columns of figures where it has several. The rows of one that is not `coded` are printed without
    codes. A table of `lines` has no rows of its own.
    """

    name: str
    title: str = ""
    figures: FigureColumns = field(default_factory=dict)
    coded: bool = True
    lines: FormLines | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """Words by which the prose of a report names a figure of the appendix, or a share of two such figures."""

    code: str
    find: tuple[str, ...]
    indicator: str | None = None
    part: tuple[str, ...] = ()
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One version of a report form: its rows in order, and the words by which its pages are recognised.

    `sections` are its tables where it has several; `figures` and `coded` are what each of them says of itself, for a
    form of one table.
    """

    code: str
    title: str
    rows: Mapping[str, FormRow]
    title_before_unit: str = ""
    title_year: str = ""
    headings: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    dittos: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The headings under which a table's columns may stand, by what they hold: code, label, unit, value, remark."""
    prose: tuple[Prose, ...] = ()
    sections: tuple[FormSection, ...] = ()
    figures: FigureColumns = field(default_factory=dict)
    coded: bool = True

    @property
    def tables(self) -> tuple[FormSection, ...]:
        """Its tables; a form of one table has that one, without a name."""
        return self.sections or (FormSection("", figures=self.figures, coded=self.coded),)
