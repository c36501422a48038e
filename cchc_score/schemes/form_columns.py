"""The columns of figures of a form's tables, and the rows that take their values from them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cchc_score.files.toml_file import KeyPath, TomlFile
from cchc_score.findings import Finding
from cchc_score.intake.figure_columns import heading_words
from cchc_score.intake.form_sections import title_letters
from cchc_score.model import NUMBERS, FigureColumns, FormRow, FormSection, Indicator, row_code
from cchc_score.validation import unknown_word

SUM = "Σ"
"""Stands for a code where a figure is that of all lines of a table."""


@dataclass(frozen=True, slots=True)
class ColumnKeys:
    """What one row, or the sums of lines, of a form take from which columns, and where the form says so."""

    path: KeyPath
    taken: Mapping[str, str]
    code: str


def figure_faults(figures: FigureColumns, file: TomlFile, path: KeyPath) -> Iterator[Finding]:
    """What is wrong with the names and headings of columns of figures."""
    owners: dict[tuple[str, ...], str] = {}
    for name, headings in figures.items():
        place = file.place((*path, name))
        # The name stands behind the code of a row, and '/' in that parts a row from one of its parts.
        if any(sign in name for sign in "/[]") or not title_letters(name):
            yield Finding("form-column-name", place, {"name": name})
        for heading in headings:
            if owners.setdefault(heading_words(heading), name) != name:
                args = {"name": name, "other": owners[heading_words(heading)], "heading": heading}
                yield Finding("form-column-twice", place, args)


def column_faults(keys: ColumnKeys, table: FormSection, file: TomlFile) -> Iterator[Finding]:
    """The columns that a row names and its table does not have."""
    for name in keys.taken:
        if name not in table.figures:
            yield unknown_word("form-column-unknown", file, (*keys.path, name), name, table.figures, row=keys.code)


def over_columns(
    rows: Mapping[str, FormRow], taken: Mapping[str, Mapping[str, str]], figures: FigureColumns
) -> dict[str, FormRow]:
    """The rows of a table by their codes, each row with several facts as one row for each column that gives one.

    `rows` and `taken`, the indicators by column, are given by the codes of the printed rows. A header is compared in
    each column in which all rows are known that it should agree with.
    """
    found: dict[str, FormRow] = {}
    for code, row in rows.items():
        related = ((row.same_as,) if row.same_as else ()) + row.sum_of
        if related:
            columns = [name for name in figures if all(name in taken.get(other, {}) for other in related)]
        else:
            columns = [name for name in figures if name in taken[code]]
        for name in columns:
            own = _in_column(row, name, taken[code].get(name))
            found[own.code] = own
        # It is still a row of the form, though nothing is taken from it.
        if not columns:
            found[code] = replace(row, same_as=None, sum_of=()) if figures else row
    return found


def _in_column(row: FormRow, name: str, indicator: str | None) -> FormRow:
    return replace(
        row,
        code=f"{row.code} [{name}]",
        indicator=indicator,
        column=name,
        same_as=f"{row.same_as} [{name}]" if row.same_as else None,
        sum_of=tuple(f"{other} [{name}]" for other in row.sum_of),
    )


def sum_rows(table: FormSection) -> dict[str, FormRow]:
    """What the lines of a table add up to, as rows by their codes."""
    if table.lines is None:
        return {}
    rows = [
        FormRow(row_code(table.name, SUM, name), name, indicator=indicator, section=table.name, column=name)
        for name, indicator in table.lines.sums.items()
    ]
    return {row.code: row for row in rows}


def lines_faults(
    table: FormSection, indicators: Mapping[str, Indicator], file: TomlFile, path: KeyPath
) -> Iterator[Finding]:
    """What is wrong with what the lines of a table give."""
    lines = table.lines
    if lines is None:
        return
    if not lines.sums and not lines.items:
        yield Finding("form-lines-empty", file.place(path))
    for key, taken in (("sum", lines.sums), ("items", lines.items)):
        yield from column_faults(ColumnKeys((*path, key), taken, ""), table, file)
        for name, code in taken.items():
            if code not in indicators:
                yield unknown_word("fact-unknown", file, (*path, key, name), code, indicators)
            elif key == "sum" and indicators[code].kind not in NUMBERS - {"percent"}:
                yield Finding("form-sum-kind", file.place((*path, key, name)), {"fact": code})
