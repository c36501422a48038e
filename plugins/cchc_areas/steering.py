"""Steering of the reform (chỉ đạo, điều hành): plans, inspections, assigned tasks, surveys, dialogue."""

from cchc_score.hookspecs import hookimpl
from cchc_score.model import Indicator, Option

SURVEY_MODES = (
    Option("online", "Trực tuyến", "Online"),
    Option("paper", "Phát phiếu", "On paper"),
    Option("both", "Kết hợp", "Both"),
)


@hookimpl
def cchc_indicators() -> list[Indicator]:
    """The facts about steering, those of the appendix first."""
    return [
        Indicator("plans_issued", "Số kế hoạch CCHC đã ban hành", "Reform plans issued", unit="kế hoạch"),
        Indicator(
            "plan_tasks",
            "Số nhiệm vụ đề ra trong kế hoạch CCHC",
            "Tasks in the reform plan",
            unit="nhiệm vụ",
        ),
        Indicator(
            "plan_tasks_done",
            "Số nhiệm vụ của kế hoạch CCHC đã hoàn thành",
            "Tasks of the reform plan done",
            unit="nhiệm vụ",
            part_of="plan_tasks",
        ),
        Indicator(
            "steering_documents",
            "Số văn bản chỉ đạo CCHC đã ban hành",
            "Steering documents issued",
            unit="văn bản",
        ),
        Indicator(
            "sections_inspected",
            "Số bộ phận, công chức chuyên môn cấp xã đã kiểm tra",
            "Sections and civil servants inspected",
            unit="bộ phận, công chức",
        ),
        Indicator("problems_found", "Số vấn đề phát hiện qua kiểm tra", "Problems found", unit="vấn đề"),
        Indicator(
            "problems_resolved",
            "Số vấn đề phát hiện đã xử lý xong",
            "Problems resolved",
            unit="vấn đề",
            part_of="problems_found",
        ),
        Indicator(
            "tasks_assigned",
            "Số nhiệm vụ cấp huyện giao",
            "Tasks assigned by the district",
            unit="nhiệm vụ",
        ),
        Indicator(
            "tasks_on_time",
            "Số nhiệm vụ cấp huyện giao đã hoàn thành đúng hạn",
            "Assigned tasks done on time",
            unit="nhiệm vụ",
            part_of="tasks_assigned",
        ),
        Indicator(
            "tasks_late",
            "Số nhiệm vụ cấp huyện giao đã hoàn thành nhưng quá hạn",
            "Assigned tasks done late",
            unit="nhiệm vụ",
            part_of="tasks_assigned",
        ),
        Indicator(
            "survey_forms",
            "Số phiếu khảo sát sự hài lòng",
            "Satisfaction survey forms",
            unit="phiếu",
        ),
        Indicator("survey_mode", "Hình thức khảo sát", "Survey mode", kind="option", options=SURVEY_MODES),
        Indicator(
            "dialogue_held",
            "Lãnh đạo đối thoại với người dân, cộng đồng doanh nghiệp",
            "Leaders held a dialogue with citizens and businesses",
            kind="yes_no",
        ),
        *_outside_the_appendix(),
        *_two_tiers(),
    ]


def _outside_the_appendix() -> list[Indicator]:
    return [
        Indicator(
            "plan_issued_on",
            "Ngày ban hành kế hoạch CCHC năm",
            "Date of the yearly reform plan",
            kind="date",
        ),
        Indicator(
            "propaganda_plan_issued_on",
            "Ngày ban hành kế hoạch tuyên truyền CCHC",
            "Date of the publicity plan",
            kind="date",
        ),
        Indicator(
            "inspection_plan_issued_on",
            "Ngày ban hành kế hoạch tự kiểm tra CCHC",
            "Date of the self-inspection plan",
            kind="date",
        ),
        Indicator(
            "periodic_reports_on_time",
            "Số báo cáo CCHC định kỳ (quý, 6 tháng, năm) gửi đúng hạn",
            "Periodic reform reports sent on time",
            unit="báo cáo",
        ),
        Indicator(
            "propaganda_sessions",
            "Số lượt tuyên truyền CCHC tại hội nghị, cuộc họp",
            "Publicity sessions at meetings",
            unit="lượt",
        ),
        Indicator(
            "initiatives",
            "Số sáng kiến, giải pháp mới về CCHC được công nhận",
            "Recognised reform initiatives",
            unit="sáng kiến",
        ),
        Indicator(
            "satisfaction",
            "Tỷ lệ hài lòng của người dân, tổ chức",
            "Satisfaction of citizens and organisations",
            unit="%",
            kind="percent",
            decimals=2,
            source="survey",
        ),
    ]


def _two_tiers() -> list[Indicator]:
    """The facts of forms since July 2025, when districts ceased to exist."""
    return [
        Indicator(
            "province_tasks_assigned",
            "Số nhiệm vụ cấp tỉnh giao",
            "Tasks assigned by the province",
            unit="nhiệm vụ",
        ),
        Indicator(
            "province_tasks_on_time",
            "Số nhiệm vụ cấp tỉnh giao đã hoàn thành đúng hạn",
            "Tasks of the province done on time",
            unit="nhiệm vụ",
            part_of="province_tasks_assigned",
        ),
        Indicator(
            "province_tasks_late",
            "Số nhiệm vụ cấp tỉnh giao đã hoàn thành nhưng quá hạn",
            "Tasks of the province done late",
            unit="nhiệm vụ",
            part_of="province_tasks_assigned",
        ),
    ]
