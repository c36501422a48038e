"""Form files: one version of the report form, row by row, checked and frozen."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import Field

from cchc_score.errors import ReportError, SchemeError
from cchc_score.files.toml_file import KeyPath, TomlFile, read_toml
from cchc_score.findings import Finding, Place
from cchc_score.intake.form_sections import same_titles, title_letters
from cchc_score.model import Answer, Form, FormRow, FormSection, Indicator, Prose, RowKind, row_code
from cchc_score.validation import Border, IndicatorCode, Line, Slug, unknown_word, validated

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "code": ("STT", "TT", "Mã", "Mã số"),
        "label": ("Chỉ tiêu thống kê", "Chỉ tiêu", "Nội dung", "Tên chỉ tiêu", "Tiêu chí"),
        "unit": ("Đơn vị tính", "ĐVT"),
        "value": ("Số liệu", "Kết quả", "Kết quả thực hiện", "Kết quả thống kê", "Giá trị", "Số lượng"),
        "remark": ("Ghi chú",),
    }
)
"""Headings as they are usual, where a form names none."""


SLOTS = re.compile(r"\{(?:number|percent|list)\}")
"""What a pattern of the prose looks for."""


class ColumnsTable(Border):
    """`[form] columns`: for each column of the table the headings that it may have."""

    code: list[Line] = []
    label: list[Line] = []
    unit: list[Line] = []
    value: list[Line] = []
    remark: list[Line] = []


class FormTable(Border):
    """`[form]`."""

    code: Slug
    title: Line
    title_before_unit: Line = ""
    title_year: Line = ""
    headings: list[Line] = []
    groups: list[Line] = []
    dittos: list[Line] = []
    columns: ColumnsTable = ColumnsTable()


class AnswerTable(Border):
    """One entry of a legend."""

    number: Annotated[int, Field(ge=0, le=99)]
    option: Line
    text: Line


class RowTable(Border):
    """One `[row."CODE"]`."""

    label: Line
    kind: RowKind = "leaf"
    unit: Line = ""
    indicator: IndicatorCode | None = None
    legend: list[AnswerTable] = []
    same_as: Line | None = None
    sum_of: list[Line] = []


class SectionTable(Border):
    """One `[[table]]`: a table of the form whose codes begin again, with its rows."""

    name: Line
    title: Line = ""
    row: dict[str, Any]


class ProseTable(Border):
    """One `[prose.CODE]`: an indicator, or the share of some in another."""

    find: Annotated[list[Line], Field(min_length=1)]
    indicator: IndicatorCode | None = None
    part: list[IndicatorCode] = []
    whole: IndicatorCode | None = None


class FormFile(Border):
    """The file's top level."""

    form: dict[str, Any]
    row: dict[str, Any] = {}
    table: list[dict[str, Any]] = []
    prose: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class _WrittenRows:
    """The rows of a form, or of one of its tables, as its file has them: by printed code, under a path of keys."""

    path: KeyPath
    rows: Mapping[str, Any]
    section: str = ""

    def code(self, printed: str) -> str:
        """The code of a row in the form."""
        return row_code(self.section, printed)

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
    head = validated(FormTable, top.form, file, ("form",), findings)
    sections = _sections(top, file, findings)
    rows = _rows(_written(top, sections), indicators, file, findings)
    said = {code: validated(ProseTable, raw, file, ("prose", code), findings) for code, raw in top.prose.items()}
    prose = [_prose(code, table) for code, table in said.items() if table is not None]
    findings += [fault for sentence in prose for fault in _prose_faults(sentence, indicators, file)]
    if findings or head is None:
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
        sections=tuple(FormSection(table.name, table.title) for table in sections.values()),
    )


def _sections(top: FormFile, file: TomlFile, findings: list[Finding]) -> Mapping[int, SectionTable]:
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
    for name, other in same_titles(FormSection(table.name, table.title) for table in tables.values()):
        findings.append(Finding("form-table-twice", places[name], {"name": name, "other": other}))
    return tables


def _written(top: FormFile, sections: Mapping[int, SectionTable]) -> list[_WrittenRows]:
    tables = [_WrittenRows(("table", str(at)), table.row, table.name) for at, table in sections.items()]
    return tables if top.table else [_WrittenRows((), top.row)]


def _rows(
    written: Sequence[_WrittenRows], indicators: Mapping[str, Indicator], file: TomlFile, findings: list[Finding]
) -> dict[str, FormRow]:
    """The rows of all tables by their codes; `findings` gets what is wrong with them."""
    rows: dict[str, FormRow] = {}
    owners: dict[str, str] = {}
    faults: list[Finding] = []
    for table in written:
        read = {
            printed: validated(RowTable, raw, file, table.keys(printed), findings, row=table.code(printed))
            for printed, raw in table.rows.items()
        }
        own = {printed: _row(printed, row, table) for printed, row in read.items() if row is not None}
        faults += _faults(table, own, indicators, file, owners)
        rows |= {row.code: row for row in own.values()}
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
        section=table.section,
    )


def _faults(
    table: _WrittenRows,
    rows: Mapping[str, FormRow],
    indicators: Mapping[str, Indicator],
    file: TomlFile,
    owners: dict[str, str],
) -> Iterator[Finding]:
    """What is wrong with the rows of a table, given by printed code; `owners` are the rows of indicators so far."""
    for printed, row in rows.items():
        place = table.place(file, printed)
        if row.kind != "leaf" and row.indicator is not None:
            yield Finding("form-header-indicator", table.place(file, printed, "indicator"))
        if row.kind == "leaf" and (row.same_as or row.sum_of):
            yield Finding("form-leaf-relation", place)
        if row.same_as and row.sum_of:
            yield Finding("form-two-relations", place)
        for code in ((row.same_as,) if row.same_as else ()) + row.sum_of:
            other = code.removeprefix(table.code(""))
            if other not in table.rows:
                yield unknown_word("row-unknown", file, table.keys(printed), other, table.rows, row=row.code)
        if row.indicator is None:
            continue
        if row.indicator in owners:
            yield Finding("form-indicator-twice", place, {"fact": row.indicator, "other": owners[row.indicator]})
        owners[row.indicator] = row.code
        if row.indicator not in indicators:
            keys = table.keys(printed, "indicator")
            yield unknown_word("fact-unknown", file, keys, row.indicator, indicators, row=row.code)
        else:
            yield from _legend_faults(row, indicators[row.indicator], file, table.keys(printed, "legend"))


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
