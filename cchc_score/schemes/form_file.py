"""Form files: one version of the report form, row by row, checked and frozen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from cchc_score.errors import ReportError, SchemeError
from cchc_score.files.toml_file import KeyPath, TomlFile, read_toml
from cchc_score.findings import Finding, Place
from cchc_score.intake.form_sections import same_titles, title_letters
from cchc_score.model import Answer, Form, FormLines, FormRow, FormSection, Indicator, Prose, row_code
from cchc_score.schemes.form_columns import (
    ColumnKeys,
    column_faults,
    figure_faults,
    lines_faults,
    over_columns,
    sum_rows,
)
from cchc_score.schemes.form_labels import alike_labels
from cchc_score.schemes.form_tables import (
    COLUMNS,
    SLOTS,
    TOTALS,
    FormFile,
    FormTable,
    LinesTable,
    ProseTable,
    RowTable,
    SectionTable,
)
from cchc_score.validation import unknown_word, validated


@dataclass(frozen=True, slots=True)
class _WrittenRows:
    """The rows of a form, or of one of its tables, as its file has them: by printed code, under a path of keys."""

    path: KeyPath
    rows: Mapping[str, Any]
    table: FormSection

    def code(self, printed: str) -> str:
        """The code of a row in the form."""
        return row_code(self.table.name, printed)

    def place(self, file: TomlFile, printed: str, *keys: str) -> Place:
        """The place of a row, or of one of its keys."""
        return file.place(self.keys(printed, *keys), row=self.code(printed))

    def keys(self, printed: str, *keys: str) -> KeyPath:
        """The keys that lead to a row, or to one of its keys."""
        return (*self.path, "row", printed, *keys)


def read_form(data: bytes, name: str, indicators: Mapping[str, Indicator]) -> Form:
    """The form in a TOML file; a SchemeError holds every fault with its line and what to do."""
    try:
        file = read_toml(data, name)
    except ReportError as error:
        raise SchemeError(error.findings) from None
    findings: list[Finding] = []
    top = validated(FormFile, dict(file.data), file, (), findings)
    if top is None:
        raise SchemeError(findings)
    if not top.table and "row" not in file.data:
        raise SchemeError([Finding("key-missing", file.place(()), {"key": "row"})])
    read = validated(FormTable, top.form, file, ("form",), findings)
    if read is None and "figures" in top.form:
        # Rows name the columns that it declares.
        raise SchemeError(findings)
    head = read or FormTable(code="form", title="form")
    figures = _frozen(head.figures)
    findings += figure_faults(figures, file, ("form", "figures"))
    sections = _sections(top, head, file, findings)
    rows = _rows(_written(top, head, sections, file), indicators, file, findings)
    said = {code: validated(ProseTable, raw, file, ("prose", code), findings) for code, raw in top.prose.items()}
    prose = [_prose(code, table) for code, table in said.items() if table is not None]
    findings += [fault for sentence in prose for fault in _prose_faults(sentence, indicators, file)]
    if findings or read is None:
        raise SchemeError(findings)
    return Form(
        code=head.code,
        title=head.title,
        rows=MappingProxyType(rows),
        title_before_unit=head.title_before_unit,
        title_year=head.title_year,
        headings=tuple(head.headings),
        groups=tuple(head.groups),
        dittos=tuple(head.dittos),
        columns={role: tuple(getattr(head.columns, role)) or usual for role, usual in COLUMNS.items()},
        prose=tuple(prose),
        sections=tuple(sections.values()),
        figures=figures,
        coded=head.codes,
    )


def _sections(top: FormFile, head: FormTable, file: TomlFile, findings: list[Finding]) -> dict[int, FormSection]:
    """The tables of a form by their places in its file."""
    read = {at: validated(SectionTable, raw, file, ("table", str(at)), findings) for at, raw in enumerate(top.table)}
    if top.table and top.row:
        findings.append(Finding("form-row-outside", file.place(("row", next(iter(top.row))))))
    tables = {at: table for at, table in read.items() if table is not None}
    places = {table.name: file.place(("table", str(at), "name")) for at, table in tables.items()}
    for name, place in places.items():
        # '/' parts a row from one of its parts, and a name of signs alone is no title.
        if "/" in name or not title_letters(name):
            findings.append(Finding("form-table-name", place, {"name": name}))
    sections = {at: _section(table, head) for at, table in tables.items()}
    for name, other in same_titles(sections.values()):
        findings.append(Finding("form-table-twice", places[name], {"name": name, "other": other}))
    for at, table in tables.items():
        findings += _section_faults(table, file, ("table", str(at)))
    return sections


def _section(table: SectionTable, head: FormTable) -> FormSection:
    # What a table does not say itself is what the form says for all.
    coded = head.codes if table.codes is None else table.codes
    figures = _frozen(table.figures or head.figures)
    return FormSection(table.name, table.title, figures, coded, None if table.lines is None else _lines(table.lines))


def _lines(table: LinesTable) -> FormLines:
    return FormLines(
        names=tuple(table.names),
        totals=tuple(table.totals) or TOTALS,
        sums=MappingProxyType(table.sum),
        items=MappingProxyType(table.items),
        blank_is_zero=table.blank == "zero",
    )


def _section_faults(table: SectionTable, file: TomlFile, path: KeyPath) -> Iterator[Finding]:
    yield from figure_faults(_frozen(table.figures), file, (*path, "figures"))
    if table.lines is None and not table.row:
        yield Finding("key-missing", file.place(path), {"key": "row"})
    if table.lines is not None and table.row:
        yield Finding("form-lines-rows", file.place((*path, "lines")))


def _frozen(figures: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({name: tuple(headings) for name, headings in figures.items()})


def _written(top: FormFile, head: FormTable, sections: Mapping[int, FormSection], file: TomlFile) -> list[_WrittenRows]:
    if top.table:
        rows = [dict(raw["row"]) if isinstance(raw.get("row"), Mapping) else {} for raw in top.table]
        return [_WrittenRows(("table", str(at)), rows[at], table) for at, table in sections.items()]
    return [_WrittenRows((), top.row, FormSection("", figures=_frozen(head.figures), coded=head.codes))]


def _rows(
    written: Sequence[_WrittenRows], indicators: Mapping[str, Indicator], file: TomlFile, findings: list[Finding]
) -> dict[str, FormRow]:
    """The rows of all tables by their codes; `findings` gets what is wrong with them."""
    rows: dict[str, FormRow] = {}
    owners: dict[str, str] = {}
    faults: list[Finding] = []
    for table in written:
        read = {
            printed: row
            for printed, raw in table.rows.items()
            if (row := validated(RowTable, raw, file, table.keys(printed), findings, row=table.code(printed)))
        }
        own = {table.code(printed): _row(printed, row, table) for printed, row in read.items()}
        faults += _relation_faults(table, own, file)
        faults += _label_faults(table, own, file)
        faults += _column_faults(table, read, file)
        taken = {table.code(printed): row.indicators for printed, row in read.items()}
        every = over_columns(own, taken, table.table.figures)
        faults += _indicator_faults(table, every, indicators, file, owners)
        if table.table.lines is not None:
            faults += lines_faults(table.table, indicators, file, (*table.path, "lines"))
            sums = sum_rows(table.table)
            faults += _sum_faults(table, sums, file, owners)
            every = {**every, **sums}
        rows |= every
    findings += faults
    return rows


def _prose(code: str, table: ProseTable) -> Prose:
    return Prose(code, tuple(table.find), table.indicator, tuple(table.part), table.whole)


def _prose_faults(prose: Prose, indicators: Mapping[str, Indicator], file: TomlFile) -> Iterator[Finding]:
    path = ("prose", prose.code)
    aims = [prose.indicator is not None, bool(prose.part), prose.whole is not None]
    if aims not in ([True, False, False], [False, True, True]):
        yield Finding("form-prose-aim", file.place(path))
    if any(len(SLOTS.findall(pattern)) != 1 or pattern.count("{") != 1 for pattern in prose.find):
        yield Finding("form-prose-slot", file.place((*path, "find")))
    for code in (prose.indicator, *prose.part, prose.whole):
        if code is not None and code not in indicators:
            yield unknown_word("fact-unknown", file, path, code, indicators)


def _row(printed: str, row: RowTable, table: _WrittenRows) -> FormRow:
    legend = tuple(Answer(entry.number, entry.option, entry.text) for entry in row.legend)
    return FormRow(
        code=table.code(printed),
        label=row.label,
        kind=row.kind,
        unit=row.unit,
        indicator=row.indicator,
        legend=legend,
        same_as=table.code(row.same_as) if row.same_as else None,
        sum_of=tuple(map(table.code, row.sum_of)),
        section=table.table.name,
    )


def _relation_faults(table: _WrittenRows, rows: Mapping[str, FormRow], file: TomlFile) -> Iterator[Finding]:
    """What is wrong with what rows of a table are to agree with; `rows` are given by their codes."""
    for row in rows.values():
        printed, place = row.printed_code, table.place(file, row.printed_code)
        if row.kind == "leaf" and (row.same_as or row.sum_of):
            yield Finding("form-leaf-relation", place)
        if row.same_as and row.sum_of:
            yield Finding("form-two-relations", place)
        for code in ((row.same_as,) if row.same_as else ()) + row.sum_of:
            other = code.removeprefix(table.code(""))
            if other not in table.rows:
                yield unknown_word("row-unknown", file, table.keys(printed), other, table.rows, row=row.code)


def _label_faults(table: _WrittenRows, rows: Mapping[str, FormRow], file: TomlFile) -> Iterator[Finding]:
    for first, second in alike_labels(rows, table.table.coded):
        args = {"label": second.label, "other": first.code}
        yield Finding("form-label-twice", table.place(file, second.printed_code, "label"), args)


def _column_faults(table: _WrittenRows, rows: Mapping[str, RowTable], file: TomlFile) -> Iterator[Finding]:
    """What is wrong with the columns from which the rows of a table, given by printed code, take their facts."""
    for printed, row in rows.items():
        if row.kind != "leaf" and row.indicators:
            yield Finding("form-header-indicator", table.place(file, printed, "indicators"))
        # Which of the columns would be meant nobody says.
        if row.indicator is not None and table.table.figures:
            args = {"columns": tuple(table.table.figures)}
            yield Finding("form-column-unsaid", table.place(file, printed, "indicator"), args)
        keys = ColumnKeys(table.keys(printed, "indicators"), row.indicators, table.code(printed))
        yield from column_faults(keys, table.table, file)


def _indicator_faults(
    table: _WrittenRows,
    rows: Mapping[str, FormRow],
    indicators: Mapping[str, Indicator],
    file: TomlFile,
    owners: dict[str, str],
) -> Iterator[Finding]:
    """What is wrong with the facts that rows of a table give; `owners` are the rows of indicators so far."""
    for row in rows.values():
        printed = row.printed_code
        if row.kind != "leaf" and row.indicator is not None and not row.column:
            yield Finding("form-header-indicator", table.place(file, printed, "indicator"))
        if row.indicator is None:
            continue
        yield from _owner_faults(row, table.place(file, printed), owners)
        if row.indicator not in indicators:
            keys = table.keys(printed, *(("indicators", row.column) if row.column else ("indicator",)))
            yield unknown_word("fact-unknown", file, keys, row.indicator, indicators, row=row.code)
        else:
            yield from _legend_faults(row, indicators[row.indicator], file, table.keys(printed, "legend"))


def _sum_faults(
    table: _WrittenRows, rows: Mapping[str, FormRow], file: TomlFile, owners: dict[str, str]
) -> Iterator[Finding]:
    for row in rows.values():
        yield from _owner_faults(row, file.place((*table.path, "lines", "sum", row.column), row=row.code), owners)


def _owner_faults(row: FormRow, place: Place, owners: dict[str, str]) -> Iterator[Finding]:
    """That another row gives the same fact."""
    assert row.indicator is not None
    if row.indicator in owners:
        yield Finding("form-indicator-twice", place, {"fact": row.indicator, "other": owners[row.indicator]})
    owners[row.indicator] = row.code


def _legend_faults(row: FormRow, indicator: Indicator, file: TomlFile, keys: KeyPath) -> Iterator[Finding]:
    place = file.place(keys, row=row.code)
    possible = {"yes", "no"} if indicator.kind == "yes_no" else {option.code for option in indicator.options}
    if row.legend and not possible:
        yield Finding("form-legend-kind", place, {"fact": indicator.code})
    for entry in row.legend:
        if possible and entry.option not in possible:
            yield unknown_word("answer-unknown", file, keys, entry.option, possible, row=row.code)
    numbers = [entry.number for entry in row.legend]
    if len(set(numbers)) < len(numbers):
        yield Finding("form-legend-twice", place)
