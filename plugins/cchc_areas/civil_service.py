"""Reform of the civil service (cải cách chế độ công vụ): discipline, standards, training, yearly ratings."""

from cchc_areas import DONE_OR_NONE
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
        *_lam_dong_2025(),
        *_ministry_2025(),
    ]


def _lam_dong_2025() -> list[Indicator]:
    """What the scheme of Lâm Đồng asks for beside these."""
    return [
        Indicator(
            "job_descriptions_updated",
            "Đã cập nhật, hoàn thiện quy định về vị trí việc làm, đầy đủ và đúng hạn",
            "Job descriptions updated in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "agencies",
            "Số cơ quan, tổ chức hành chính thuộc UBND cấp xã",
            "Administrative bodies of the commune",
            unit="cơ quan",
        ),
        Indicator(
            "agencies_right_posts",
            "Số cơ quan, tổ chức hành chính bố trí công chức đúng vị trí việc làm",
            "Administrative bodies with all civil servants in the right posts",
            unit="cơ quan",
            part_of="agencies",
        ),
        Indicator(
            "civil_servant_recruitment",
            "Tuyển dụng công chức đúng quy định",
            "Civil servants recruited as prescribed",
            kind="option",
            options=DONE_OR_NONE,
        ),
        Indicator(
            "public_employee_recruitment",
            "Tuyển dụng viên chức đúng quy định",
            "Public employees recruited as prescribed",
            kind="option",
            options=DONE_OR_NONE,
        ),
        Indicator(
            "appointments",
            "Số chức danh lãnh đạo, quản lý được bổ nhiệm trong năm",
            "Leaders appointed in the year",
            unit="người",
        ),
        Indicator(
            "appointments_lawful",
            "Số chức danh lãnh đạo, quản lý được bổ nhiệm đúng quy định",
            "Leaders appointed as prescribed",
            unit="người",
            part_of="appointments",
        ),
        Indicator(
            "discipline_commune_leaders",
            "Số lãnh đạo UBND cấp xã và tương đương bị kỷ luật từ khiển trách trở lên",
            "Cases of discipline, leaders of the commune",
            unit="người",
        ),
        Indicator(
            "discipline_commune_leaders_remedied",
            "Trong đó do đơn vị tự phát hiện và đã khắc phục (lãnh đạo UBND cấp xã và tương đương)",
            "Of these found and remedied by the unit itself, leaders of the commune",
            unit="người",
            part_of="discipline_commune_leaders",
        ),
        Indicator(
            "discipline_division_leaders",
            "Số lãnh đạo cơ quan chuyên môn và tương đương bị kỷ luật từ khiển trách trở lên",
            "Cases of discipline, leaders of divisions",
            unit="người",
        ),
        Indicator(
            "discipline_division_leaders_remedied",
            "Trong đó do đơn vị tự phát hiện và đã khắc phục (lãnh đạo cơ quan chuyên môn và tương đương)",
            "Of these found and remedied by the unit itself, leaders of divisions",
            unit="người",
            part_of="discipline_division_leaders",
        ),
        Indicator(
            "discipline_other_staff",
            "Số công chức, viên chức thuộc UBND cấp xã bị kỷ luật từ khiển trách trở lên",
            "Cases of discipline, other staff",
            unit="người",
        ),
        Indicator(
            "discipline_other_staff_remedied",
            "Trong đó do đơn vị tự phát hiện và đã khắc phục (công chức, viên chức thuộc UBND cấp xã)",
            "Of these found and remedied by the unit itself, other staff",
            unit="người",
            part_of="discipline_other_staff",
        ),
        Indicator(
            "criticisms", "Số văn bản phê bình trở lên của cấp trên", "Written criticisms by superiors", unit="văn bản"
        ),
        Indicator(
            "criticisms_remedied",
            "Trong đó về việc đơn vị tự phát hiện và đã khắc phục",
            "Of these about matters that the unit found and remedied",
            unit="văn bản",
            part_of="criticisms",
        ),
        Indicator(
            "training_assigned",
            "Số chỉ tiêu, nhiệm vụ đào tạo, bồi dưỡng trong năm",
            "Training tasks of the year",
            unit="chỉ tiêu",
        ),
        Indicator(
            "training_done",
            "Số chỉ tiêu, nhiệm vụ đào tạo, bồi dưỡng đã thực hiện",
            "Training tasks done",
            unit="chỉ tiêu",
            part_of="training_assigned",
        ),
        Indicator(
            "staff_reports_sent",
            "Báo cáo 6 tháng, năm về cán bộ, công chức, viên chức đầy đủ và đúng hạn",
            "Half-yearly and yearly staff reports in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "staff_data_updated",
            "Dữ liệu cán bộ, công chức, viên chức cập nhật đầy đủ và đúng hạn",
            "Staff data updated in full and on time",
            kind="yes_no",
        ),
    ]


def _ministry_2025() -> list[Indicator]:
    """What the ministry's form of 2025 asks a province for beside these."""
    return [
        Indicator(
            "agencies_with_approved_posts",
            "Số cơ quan, tổ chức hành chính đã được phê duyệt vị trí việc làm",
            "Administrative agencies with approved posts",
            unit="cơ quan, đơn vị",
        ),
        Indicator(
            "service_units_with_approved_posts",
            "Số đơn vị sự nghiệp đã được phê duyệt vị trí việc làm",
            "Public service units with approved posts",
            unit="cơ quan, đơn vị",
        ),
        Indicator(
            "post_violators",
            "Số cơ quan, tổ chức có vi phạm trong thực hiện vị trí việc làm phát hiện qua thanh tra",
            "Agencies found to break the rules on posts",
            unit="cơ quan, đơn vị",
        ),
        Indicator(
            "civil_servants_recruited",
            "Số công chức được tuyển dụng",
            "Civil servants recruited",
            unit="người",
        ),
        Indicator(
            "public_employees_recruited",
            "Số viên chức được tuyển dụng",
            "Public employees recruited",
            unit="người",
        ),
        Indicator(
            "leaders_by_contest",
            "Số lãnh đạo, quản lý được tuyển chọn, bổ nhiệm thông qua thi tuyển",
            "Leaders appointed by contest",
            unit="người",
        ),
        Indicator(
            "staff_disciplined",
            "Số cán bộ, công chức, viên chức bị kỷ luật (cả về Đảng và chính quyền)",
            "Officials and public employees disciplined",
            unit="người",
        ),
        Indicator(
            "province_leaders_disciplined",
            "Số lãnh đạo cấp tỉnh bị kỷ luật",
            "Leaders of the province disciplined",
            unit="người",
            part_of="staff_disciplined",
            share=False,
        ),
        Indicator(
            "department_leaders_disciplined",
            "Số lãnh đạo cấp sở, ngành và UBND cấp xã bị kỷ luật",
            "Leaders of departments and communes disciplined",
            unit="người",
            part_of="staff_disciplined",
            share=False,
        ),
        Indicator(
            "division_leaders_disciplined",
            "Số lãnh đạo cấp phòng thuộc sở, ngành và UBND cấp xã bị kỷ luật",
            "Leaders of divisions disciplined",
            unit="người",
            part_of="staff_disciplined",
            share=False,
        ),
        Indicator(
            "service_staff_disciplined",
            "Số người làm việc hưởng lương từ ngân sách tại các đơn vị sự nghiệp công lập bị kỷ luật",
            "Staff of public service units disciplined",
            unit="người",
            part_of="staff_disciplined",
            share=False,
        ),
    ]
