"""Labels that several outputs share, each as (Vietnamese, English)."""

from collections.abc import Mapping
from types import MappingProxyType

Label = tuple[str, str]

SEVERITIES: Mapping[str, Label] = MappingProxyType(
    {"error": ("lỗi", "error"), "warning": ("cảnh báo", "warning"), "note": ("ghi chú", "note")}
)
"""How much a finding weighs."""

OUTCOMES: Mapping[str, Label] = MappingProxyType(
    {
        "FAILED": ("lỗi cách tính", "method failed"),
        "MISSING": ("thiếu số liệu", "figures missing"),
        "PENDING": ("chờ kết quả điều tra, thẩm định", "survey or appraisal pending"),
        "NOT_APPLICABLE": ("không áp dụng", "not applicable"),
    }
)
"""What is not simply scored, by the outcome's name, in the order in which notes name it."""
# People type these into a cell or a file where points would stand, so each is as short as can be.
MARK_OUTCOMES: Mapping[str, Label] = MappingProxyType(
    {**OUTCOMES, "MISSING": ("thiếu", "missing"), "PENDING": ("chờ", "pending")}
)
"""An outcome in place of the points of a self-score or an entry."""
# Two results stand in one sentence there, each followed by its points: 'missing 0/2'.
CASE_OUTCOMES: Mapping[str, Label] = MappingProxyType(
    {
        **OUTCOMES,
        "SCORED": ("được chấm", "scored"),
        "MISSING": (OUTCOMES["MISSING"][0], "missing"),
        "PENDING": ("chờ kết quả", "pending"),
        "FAILED": (OUTCOMES["FAILED"][0], "failed"),
    }
)
"""An outcome that a golden case gives or wants."""

OPEN_PEERS: Label = ("tạm tính, còn chờ số liệu của đơn vị khác", "provisional, figures of other units awaited")
"""Points that are scored, and hang on figures of other units that are unknown."""
SILENT: Label = ("chưa gửi gì", "nothing sent")
"""A unit of which nothing is known that it reports, or claims at the stage of self-scores."""
LEFT_OUT: Label = ("nội dung điều chỉnh không được tính", "appraisal entries left out")
"""Entries of the appraisal that do not count, for whatever reason."""
KEPT: Label = ("giữ nguyên", "kept")
"""A mark that an appraisal keeps as it is."""
COMPUTED: Label = ("theo số liệu", "computed")
"""A mark that an entry leaves to the rule."""
UNKNOWN: Label = ("chưa có", "unknown")
"""A fact that nobody knows."""
NEVER: Label = ("không", "never")
"""A day that never came, as it is typed."""
NO_EVIDENCE: Label = ("không có", "none")
"""Evidence of which it is stated that there is none."""

STAGES: Mapping[str, Label] = MappingProxyType(
    {
        "reported": ("theo số liệu báo cáo", "as reported"),
        "self": ("tự chấm", "self-score"),
        "appraised": ("thẩm định", "appraised"),
        "final": ("kết quả cuối cùng", "final"),
    }
)
"""The stages of a year; one after a round is worded with its number."""

ENDINGS: Mapping[str, Label] = MappingProxyType(
    {
        "applied": ("được tính", "counts"),
        "replaced": ("đã có nội dung khác thay cho", "superseded"),
        "refused": ("không được tính", "does not count"),
        "later": ("chưa tính ở giai đoạn này", "does not count yet at this stage"),
        "overruled": ("kết quả điều tra được tính thay", "the survey counts instead"),
    }
)
"""What became of an entry of the appraisal."""

SOURCES: Mapping[str, Label] = MappingProxyType(
    {
        "report": ("báo cáo", "report"),
        "survey": ("điều tra xã hội học", "survey"),
        "appraiser": ("thẩm định", "appraiser"),
    }
)
"""Where an indicator's figure comes from."""
# Beside a figure that is awaited: it names the people to ask, while the form names the procedure.
GIVERS: Mapping[str, Label] = MappingProxyType({**SOURCES, "appraiser": ("hội đồng thẩm định", "appraisers")})
"""Who gives a figure."""

DRAFTS: Mapping[bool, Label] = MappingProxyType(
    {
        False: ("bản nháp, chưa xác nhận", "draft, not confirmed"),
        True: ("bản nháp, đã chấp nhận", "draft, accepted"),
    }
)
"""What a figure from a draft is: one that waits, or one that was accepted."""

INDICATOR_KINDS: Mapping[str, Label] = MappingProxyType(
    {
        "count": ("số đếm", "count"),
        "decimal": ("số thập phân", "decimal number"),
        "money": ("tiền", "money"),
        "percent": ("phần trăm", "percentage"),
        "points": ("điểm", "points"),
        "yes_no": ("có / không", "yes / no"),
        "option": ("lựa chọn", "choice"),
        "date": ("ngày", "date"),
    }
)
"""What kind of value an indicator has."""

CHOICES: Mapping[str, Mapping[str, Label]] = MappingProxyType(
    {
        "rounding": {"criterion": ("từng tiêu chí", "each criterion"), "never": ("không làm tròn", "never")},
        "group_by": {"none": ("chung mọi đơn vị", "all units together"), "kind": ("riêng từng loại đơn vị", "by kind of units")},
        "compare": {
            "exact": ("chỉ số chính xác", "the exact index"),
            "published": ("chỉ số đã làm tròn khi in", "the index as printed"),
        },
        "ties": {"standard": ("1, 1, 3", "1, 1, 3"), "dense": ("1, 1, 2", "1, 1, 2"), "list": ("theo danh sách đơn vị", "by the list of units")},
        "incomplete": {
            "low": ("xếp theo cận dưới của khoảng", "ranked by the lower end of the range"),
            "unranked": ("không xếp hạng", "unranked"),
        },
        "silent": {"unranked": ("không xếp hạng", "unranked"), "ranked": ("vẫn xếp hạng", "ranked")},
        "above_100": {"keep": ("giữ nguyên", "kept"), "cap": ("lấy bằng 100", "cut at 100")},
        "area_kind": {"normal": ("tính vào điểm tối đa", "normal"), "bonus": ("điểm thưởng", "bonus"), "penalty": ("điểm trừ", "penalty")},
        "absent": {"none": ("không trừ", "nothing is deducted"), "full": ("trừ hết mức", "all is deducted")},
    }
)
"""What a scheme may choose between, by the key and the word that stand in its file."""
