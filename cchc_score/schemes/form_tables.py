"""The tables of a form file, as pydantic checks them, and the headings that a form need not name."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import Field

from cchc_score.model import RowKind
from cchc_score.validation import Border, IndicatorCode, Line, Slug

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


TOTALS = ("Tổng số", "Tổng cộng", "Cộng", "Tổng")
"""What the line that adds the others up is called, where a form does not say it."""
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
    figures: dict[Line, list[Line]] = {}
    codes: bool = True


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
    indicators: dict[Line, IndicatorCode] = {}
    legend: list[AnswerTable] = []
    same_as: Line | None = None
    sum_of: list[Line] = []


class LinesTable(Border):
    """`[table.lines]`: a table with a line for each of many things alike, such as fields of administration."""

    names: Annotated[list[Line], Field(min_length=1)]
    totals: list[Line] = []
    blank: Literal["unknown", "zero"] = "unknown"
    sum: dict[Line, IndicatorCode] = {}
    items: dict[Line, IndicatorCode] = {}


class SectionTable(Border):
    """One `[[table]]`: a table of the form whose codes begin again, with its rows or what its lines give."""

    name: Line
    title: Line = ""
    figures: dict[Line, list[Line]] = {}
    codes: bool | None = None
    lines: LinesTable | None = None
    row: dict[str, Any] = {}


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
