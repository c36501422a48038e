"""The columns of an appraisal's workbook, and the key of a row that shows whether somebody changed it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from hashlib import sha256
from types import MappingProxyType
from typing import Literal

from cchc_score.documents import Cell
from cchc_score.office.form_sheet import FormValue, plain_text
from cchc_score.points import plain
from cchc_score.text import nfc

TargetKind = Literal["criterion", "indicator"]
NAMES: Mapping[TargetKind, tuple[str, str]] = MappingProxyType(
    {"criterion": ("Điểm", "Marks"), "indicator": ("Số liệu", "Facts")}
)
"""The names of the sheets, by what their rows are about."""
ROUND = ("Vòng", "Round")
ROW_KEY = ("Mã dòng", "Row key")
"""The headings of the keys, by which such a workbook is told from every other table."""
_FILLED = {
    "reason": ("Lý do", "Reason", 36),
    "evidence": ("Tài liệu kiểm chứng", "Evidence", 36),
    "by": ("Người thẩm định", "Appraised by", 22),
    "on": ("Ngày", "Date", 12),
    "key": (*ROW_KEY, 12),
}
COLUMNS: Mapping[TargetKind, Mapping[str, tuple[str, str, int]]] = MappingProxyType(
    {
        "criterion": {
            "unit": ("Mã đơn vị", "Unit code", 10),
            "name": ("Tên đơn vị", "Unit", 22),
            "criterion": ("TT", "No.", 8),
            "title": ("Tiêu chí", "Criterion", 34),
            "rule": ("Cách chấm", "Rule", 40),
            "most": ("Điểm tối đa", "Maximum", 10),
            "claimed": ("Điểm tự chấm", "Claimed", 12),
            "proof": ("Minh chứng của đơn vị", "Unit's evidence", 30),
            "said": ("Giải trình của đơn vị", "Unit's explanation", 30),
            "facts": ("Số liệu và dòng báo cáo", "Figures and their rows", 44),
            "figures": ("Theo số liệu", "By figures", 12),
            "before": ("Vòng trước, lý do, trả lời", "Rounds before", 40),
            "old": ("Điểm hiện tại", "Present mark", 12),
            "new": ("Điểm mới", "New mark", 14),
            **_FILLED,
        },
        "indicator": {
            "unit": ("Mã đơn vị", "Unit code", 10),
            "name": ("Tên đơn vị", "Unit", 22),
            "indicator": ("Mã số liệu", "Indicator", 26),
            "title": ("Tên số liệu", "Name", 40),
            "measure": ("Đơn vị tính", "Measured in", 12),
            "criteria": ("Dùng ở tiêu chí", "Used by", 16),
            "source": ("Tệp, dòng", "File and line", 30),
            "row": ("Dòng của phụ lục", "Row of the form", 10),
            "before": ("Vòng trước, lý do, trả lời", "Rounds before", 40),
            "old": ("Giá trị hiện tại", "Present value", 16),
            "new": ("Giá trị mới", "New value", 16),
            **_FILLED,
        },
    }
)
"""The columns of each sheet in their order: their headings in both languages, and how wide they are."""
FILLED = ("new", "reason", "evidence", "by", "on")
"""The columns that people fill; nobody changes the others."""
SHOWN = ("rule", "proof", "said", "facts", "before")
"""The columns that only help to appraise: whoever does not need them may hide, change or delete them."""
_KEY = 10
RowValues = Mapping[str, FormValue]
"""What a row holds, by its columns."""


def fixed_columns(about: TargetKind) -> tuple[str, ...]:
    """The columns of a sheet that nobody changes, but for the key that is made of them."""
    return tuple(role for role in COLUMNS[about] if role not in (*FILLED, *SHOWN, "key"))


def row_key(values: Sequence[FormValue]) -> str:
    """A key of what stands in a row, long enough to tell any change of it by mistake."""
    # As JSON, so that a text moved from one cell into the next gives another key.
    text = json.dumps([comparable(value) for value in values], ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:_KEY]


def comparable(value: FormValue) -> str:
    """A value as one text, the same before it is written and after it is read."""
    if isinstance(value, Fraction):
        return plain(value)
    if isinstance(value, tuple):
        return comparable(" ".join(value))
    # Office programs may change spaces, line ends and the form of accents: then nobody has changed anything.
    return value.isoformat() if isinstance(value, date) else nfc(plain_text(value or ""))


def cell_value(cell: Cell) -> Fraction | date | str:
    """What a cell holds, as it can be compared with what was exported into it."""
    # A bool is left to its text: what was exported for an answer is its name, not true or false.
    return cell.value if isinstance(cell.value, Fraction | date) else cell.text
