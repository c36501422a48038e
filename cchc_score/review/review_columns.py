"""The columns of a review: what stands in a row of a figure, and what a person fills in."""

from collections.abc import Mapping
from types import MappingProxyType

FIGURES = ("Số liệu", "Figures")
FILES = ("Tệp", "Files")
"""The names of the sheets."""
AUTHOR = ("Người soát", "Checked by")
"""The heading of the column, and the line above the table that stands for all rows without a name."""
COLUMNS: Mapping[str, tuple[str, str, int]] = MappingProxyType(
    {
        "unit": ("Mã đơn vị", "Unit code", 9),
        "name": ("Tên đơn vị", "Unit", 20),
        "row": ("Dòng của biểu", "Row of the form", 10),
        "title": ("Tên số liệu", "Label", 36),
        "indicator": ("Mã số liệu", "Indicator", 20),
        "printed": ("Nguyên văn", "As printed", 11),
        "value": ("Giá trị đọc được", "Value read", 11),
        "state": ("Cần xem", "To look at", 11),
        "why": ("Vì sao", "Why", 48),
        "file": ("Tệp", "File", 26),
        "place": ("Vị trí", "Place", 15),
        "new": ("Giá trị đúng", "Correct value", 12),
        "confirmed": ("Xác nhận", "Confirmed", 10),
        "reason": ("Lý do", "Reason", 26),
        "by": (*AUTHOR, 18),
        "key": ("Mã dòng", "Row key", 12),
    }
)
"""The columns in their order: their headings in both languages, and how wide they are."""
FILLED = ("new", "confirmed", "reason", "by")
"""The columns that people fill."""
WRAPPED = ("title", "why", "reason")
"""The columns of long texts."""
FIXED = ("unit", "name", "row", "title", "indicator", "printed", "value")
"""The columns of which the key of a row is made."""
STATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "error": ("lỗi", "error"),
        "doubt": ("nghi vấn", "in doubt"),
        "draft": ("bản nháp", "draft"),
        "blank": ("trống", "blank"),
    }
)
"""Why a figure needs a look, the gravest first."""
