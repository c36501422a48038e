"""Form files: one version of the report form, row by row, checked and frozen."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import Field

from cchc_score.borders import Border, IndicatorCode, Line, Slug, unknown_word, validated
from cchc_score.errors import ReportError, SchemeError
from cchc_score.findings import Finding
from cchc_score.model import Answer, Form, FormRow, Indicator, Prose, RowKind
from cchc_score.toml_file import TomlFile, read_toml

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


class ProseTable(Border):
    """One `[prose.CODE]`: an indicator, or the share of some in another."""

    find: Annotated[list[Line], Field(min_length=1)]
    indicator: IndicatorCode | None = None
    part: list[IndicatorCode] = []
    whole: IndicatorCode | None = None


class FormFile(Border):
    """The file's top level."""

    form: dict[str, Any]
    row: dict[str, Any]
    prose: dict[str, Any] = {}


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
    head = validated(FormTable, top.form, file, ("form",), findings)
    tables = {code: validated(RowTable, raw, file, ("row", code), findings, row=code) for code, raw in top.row.items()}
    rows = {code: _row(code, table) for code, table in tables.items() if table is not None}
    findings += _faults(rows, list(tables), indicators, file)
    said = {code: validated(ProseTable, raw, file, ("prose", code), findings) for code, raw in top.prose.items()}
    prose = [_prose(code, table) for code, table in said.items() if table is not None]
    findings += [fault for one in prose for fault in _prose_faults(one, indicators, file)]
    if findings or head is None:
        raise SchemeError(findings)
    return Form(
        head.code,
        head.title,
        MappingProxyType(rows),
        head.title_before_unit,
        head.title_year,
        tuple(head.headings),
        tuple(head.groups),
        tuple(head.dittos),
        {role: tuple(getattr(head.columns, role)) or usual for role, usual in COLUMNS.items()},
        tuple(prose),
    )


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


def _row(code: str, table: RowTable) -> FormRow:
    legend = tuple(Answer(entry.number, entry.option, entry.text) for entry in table.legend)
    return FormRow(
        code, table.label, table.kind, table.unit, table.indicator, legend, table.same_as, tuple(table.sum_of)
    )


def _faults(
    rows: Mapping[str, FormRow], codes: Sequence[str], indicators: Mapping[str, Indicator], file: TomlFile
) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for row in rows.values():
        path = ("row", row.code)
        place = file.place(path, row=row.code)
        if row.kind != "leaf" and row.indicator is not None:
            yield Finding("form-header-indicator", file.place((*path, "indicator"), row=row.code))
        if row.kind == "leaf" and (row.same_as or row.sum_of):
            yield Finding("form-leaf-relation", place)
        if row.same_as and row.sum_of:
            yield Finding("form-two-relations", place)
        for other in ((row.same_as,) if row.same_as else ()) + row.sum_of:
            if other not in codes:
                yield unknown_word("row-unknown", file, path, other, codes, row=row.code)
        if row.indicator is None:
            continue
        if row.indicator in owners:
            yield Finding("form-indicator-twice", place, {"fact": row.indicator, "other": owners[row.indicator]})
        owners[row.indicator] = row.code
        if row.indicator not in indicators:
            yield unknown_word("fact-unknown", file, (*path, "indicator"), row.indicator, indicators, row=row.code)
        else:
            yield from _legend_faults(row, indicators[row.indicator], file)


def _legend_faults(row: FormRow, indicator: Indicator, file: TomlFile) -> Iterator[Finding]:
    place = file.place(("row", row.code, "legend"), row=row.code)
    possible = {"yes", "no"} if indicator.kind == "yes_no" else {option.code for option in indicator.options}
    if row.legend and not possible:
        yield Finding("form-legend-kind", place, {"fact": indicator.code})
    for entry in row.legend:
        if possible and entry.option not in possible:
            yield unknown_word(
                "answer-unknown", file, ("row", row.code, "legend"), entry.option, possible, row=row.code
            )
    numbers = [entry.number for entry in row.legend]
    if len(set(numbers)) < len(numbers):
        yield Finding("form-legend-twice", place)
