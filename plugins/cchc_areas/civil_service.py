"""Reform of the civil service (cải cách chế độ công vụ): discipline, standards, training, yearly ratings."""

from cchc_score.hookspecs import hookimpl
from cchc_score.model import Indicator, Option

VIOLATIONS = (
    Option("none", "Không vi phạm", "None"),
    Option("light", "Vi phạm nhẹ", "Light"),
    Option("serious", "Vi phạm nghiêm trọng", "Serious"),
)


@hookimpl
def cchc_indicators() -> list[Indicator]:
    """The facts about the civil service, those of the appendix first."""
    return [
        Indicator(
            "discipline_cases",
            "Số trường hợp cán bộ, công chức bị xử lý kỷ luật (cả về Đảng và chính quyền)",
            "Disciplinary cases (Party and government)",
            unit="trường hợp",
        ),
        Indicator(
            "discipline_plan",
            "Có kế hoạch kiểm tra hoặc hội nghị triển khai kỷ luật, kỷ cương hành chính",
            "A plan to inspect discipline, or a conference on it",
            kind="yes_no",
        ),
        Indicator(
            "leaders_disciplined",
            "Số lãnh đạo cấp xã bị kỷ luật",
            "Leaders disciplined",
            unit="người",
            part_of="discipline_cases",
            share=False,
        ),
        Indicator(
            "civil_servants_disciplined",
            "Số công chức cấp xã bị kỷ luật",
            "Civil servants disciplined",
            unit="người",
            part_of="discipline_cases",
            share=False,
        ),
        Indicator(
            "violation",
            "Mức độ vi phạm kỷ luật, kỷ cương trong thực thi công vụ",
            "Gravity of violations of discipline on duty",
            kind="option",
            options=VIOLATIONS,
        ),
        Indicator(
            "staff_meeting_standards",
            "Số cán bộ, công chức đạt chuẩn",
            "Staff who meet the standards",
            unit="người",
            part_of="staff_present",
        ),
        Indicator(
            "staff_trained",
            "Số cán bộ, công chức được đào tạo, bồi dưỡng trong năm",
            "Staff trained in the year",
            unit="người",
            part_of="staff_present",
        ),
        Indicator(
            "staff_rated_good",
            "Số cán bộ, công chức hoàn thành tốt nhiệm vụ trở lên",
            "Staff rated good or better",
            unit="người",
            part_of="staff_present",
        ),
    ]
