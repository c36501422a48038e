"""The rows of a new year in words: what each value is."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc_score.app.next_year_rows import NextRow, RowKind
from cchc_score.findings import Words
from cchc_score.model import Scheme

GROUPS: Mapping[Words, tuple[RowKind, ...]] = MappingProxyType(
    {
        Words("Thời hạn các giai đoạn", "Phases"): ("phase",),
        Words("Mốc ngày của bộ tiêu chí", "Days of the scheme"): ("day",),
        Words("Văn bản và biểu mẫu: thay bằng của năm mới", "Papers and forms: put in the new ones"): ("paper",),
        Words("Năm ghi trong lời", "Years in texts"): ("period", "text"),
        Words("Đơn vị có ngày kết thúc: để trống là không còn", "Units with an end: empty, they are gone"): ("unit",),
    }
)
"""The kinds of rows in the order in which people confirm them, under what each group is called."""
_KEYS: Mapping[str, Words] = MappingProxyType(
    {
        "code": Words("mã", "code"),
        "title": Words("tên", "title"),
        "version": Words("phiên bản", "version"),
        "decision": Words("quyết định", "decision"),
        "form": Words("mẫu báo cáo", "form"),
        "frame": Words("khung", "frame"),
        "period": Words("năm được chấm", "year scored"),
        "days": Words("kỳ tính số liệu", "days of the year"),
        "units_on": Words("ngày chốt đơn vị", "day of the units"),
        "steps": Words("hạn", "deadline"),
        "evidence": Words("tài liệu kiểm chứng", "evidence"),
        "note": Words("ghi chú", "note"),
    }
)
_ENDS = {"first": Words("mở", "opens"), "last": Words("đóng", "closes")}


def row_words(row: NextRow, scheme: Scheme) -> tuple[Words, Words]:
    """What a row is of, and which of its values it is."""
    if row.kind == "unit":
        return Words(*row.about * 2), Words("ngày kết thúc", "last day")
    if row.kind == "phase":
        return _phase(*row.about)
    table, *inner = row.about or ("scheme",)
    key = inner[-1] if inner else table
    what = _KEYS.get(key, Words(key, key))
    if table == "criterion" and inner and inner[0] in scheme.criteria:
        name = f"{inner[0]}. {scheme.criteria[inner[0]].title}"
        return Words(name, name), what
    return Words("Bộ tiêu chí", "Scheme"), what


def _phase(kind: str, round: str, end: str) -> tuple[Words, Words]:
    names = {
        "self_score": Words("Tự chấm", "Self-scores"),
        "appraisal": Words(f"Thẩm định vòng {round}", f"Appraisal, round {round}"),
        "explanation": Words(f"Giải trình sau vòng {round}", f"Explanations after round {round}"),
    }
    return names[kind], _ENDS[end]
