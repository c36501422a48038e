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
        "unit": ("Mã đơn vị", "Unit code", 11),
        "name": ("Tên đơn vị", "Unit", 24),
        "row": ("Dòng của biểu", "Row of the form", 12),
        "title": ("Tên số liệu", "Label", 44),
        "indicator": ("Mã số liệu", "Indicator", 24),
        "printed": ("Nguyên văn", "As printed", 12),
        "value": ("Giá trị đọc được", "Value read", 14),
        "state": ("Cần xem", "To look at", 16),
        "why": ("Vì sao", "Why", 60),
        "file": ("Tệp", "File", 30),
        "place": ("Vị trí", "Place", 20),
        "new": ("Giá trị đúng", "Correct value", 14),
        "confirmed": ("Xác nhận", "Confirmed", 10),
        "reason": ("Lý do", "Reason", 36),
        "by": (*AUTHOR, 22),
        "key": ("Mã dòng", "Row key", 12),
    }
)
"""The columns in their order: their headings in both languages, and how wide they are."""
FILLED = ("new", "confirmed", "reason", "by")
"""The columns that people fill."""
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
