"""Reform of the apparatus (cải cách tổ chức bộ máy): established posts, staff, working rules."""

from cchc_score.hookspecs import hookimpl
from cchc_score.model import Indicator


@hookimpl
def cchc_indicators() -> list[Indicator]:
    """The facts about the apparatus, those of the appendix first."""
    return [
        Indicator("commune_officers", "Biên chế cán bộ", "Established posts of officers", unit="người"),
        Indicator(
            "commune_civil_servants",
            "Biên chế công chức",
            "Established posts of civil servants",
            unit="người",
        ),
        Indicator(
            "staff_present",
            "Số cán bộ, công chức có mặt",
            "Officers and civil servants present",
            unit="người",
        ),
        Indicator(
            "staff_in_right_post",
            "Số cán bộ, công chức bố trí đúng vị trí việc làm",
            "Staff whose post fits their profession",
            unit="người",
            part_of="staff_present",
        ),
        Indicator(
            "working_rules",
            "Có quy chế làm việc của UBND cấp xã",
            "Working rules of the people's committee",
            kind="yes_no",
        ),
        Indicator(
            "one_stop_grade",
            "Điểm thẩm định tổ chức và hoạt động của Bộ phận một cửa",
            "Appraisers' grade for the one-stop shop",
            unit="điểm",
            kind="points",
            decimals=2,
            source="appraiser",
        ),
        Indicator(
            "one_stop_facilities",
            "Bộ phận một cửa đạt chuẩn về diện tích, trang thiết bị",
            "The one-stop shop meets the standard of space and equipment",
            kind="yes_no",
        ),
    ]
