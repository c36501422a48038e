"""Steering of the reform (chỉ đạo, điều hành): plans, inspections, assigned tasks, surveys, dialogue."""

from cchc_score.hookspecs import hookimpl
from cchc_score.model import Derived, Indicator, Option

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
        *_lam_dong_2025(),
        *_ministry_2025(),
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


def _lam_dong_2025() -> list[Indicator]:
    """What the scheme of Lâm Đồng asks for beside these."""
    return [
        Indicator(
            "reform_documents_due",
            "Số kế hoạch, văn bản triển khai CCHC phải ban hành",
            "Reform plans and documents due",
            unit="văn bản",
        ),
        Indicator(
            "reform_documents_issued",
            "Số kế hoạch, văn bản triển khai CCHC ban hành đủ, đúng hạn, đúng quy định",
            "Reform plans and documents issued in full and on time",
            unit="văn bản",
            part_of="reform_documents_due",
        ),
        Indicator(
            "province_plan_tasks",
            "Số nhiệm vụ trong kế hoạch CCHC của UBND tỉnh",
            "Tasks in the province's reform plan",
            unit="nhiệm vụ",
        ),
        Indicator(
            "province_plan_tasks_done",
            "Số nhiệm vụ trong kế hoạch CCHC của UBND tỉnh đã hoàn thành",
            "Tasks of the province's reform plan done",
            unit="nhiệm vụ",
            part_of="province_plan_tasks",
        ),
        Indicator(
            "province_plan_tasks_on_time",
            "Số nhiệm vụ trong kế hoạch CCHC của UBND tỉnh đã hoàn thành đúng tiến độ",
            "Tasks of the province's reform plan done on time",
            unit="nhiệm vụ",
            part_of="province_plan_tasks_done",
        ),
        Indicator("reform_reports_due", "Số báo cáo CCHC phải gửi", "Reform reports due", unit="báo cáo"),
        Indicator(
            "reform_reports_on_time",
            "Số báo cáo CCHC gửi đủ nội dung, đúng hạn",
            "Reform reports sent in full and on time",
            unit="báo cáo",
            part_of="reform_reports_due",
        ),
        Indicator(
            "divisions",
            "Số phòng chuyên môn và tổ chức tương đương thuộc UBND cấp xã",
            "Divisions of the people's committee",
            unit="đơn vị",
        ),
        Indicator(
            "divisions_inspected",
            "Số phòng chuyên môn và tổ chức tương đương được kiểm tra CCHC",
            "Divisions inspected on the reform",
            unit="đơn vị",
            part_of="divisions",
        ),
        Indicator(
            "website_items_07",
            "Số tin, bài về CCHC tự biên soạn đăng trên Trang thông tin điện tử, tháng 7",
            "Own items on the reform on the website, month 7",
            unit="tin, bài",
        ),
        Indicator(
            "website_items_08",
            "Số tin, bài về CCHC tự biên soạn đăng trên Trang thông tin điện tử, tháng 8",
            "Own items on the reform on the website, month 8",
            unit="tin, bài",
        ),
        Indicator(
            "website_items_09",
            "Số tin, bài về CCHC tự biên soạn đăng trên Trang thông tin điện tử, tháng 9",
            "Own items on the reform on the website, month 9",
            unit="tin, bài",
        ),
        Indicator(
            "website_items_10",
            "Số tin, bài về CCHC tự biên soạn đăng trên Trang thông tin điện tử, tháng 10",
            "Own items on the reform on the website, month 10",
            unit="tin, bài",
        ),
        Indicator(
            "website_items_11",
            "Số tin, bài về CCHC tự biên soạn đăng trên Trang thông tin điện tử, tháng 11",
            "Own items on the reform on the website, month 11",
            unit="tin, bài",
        ),
        Indicator(
            "website_items_fewest",
            "Số tin, bài về CCHC trên Trang thông tin điện tử ở tháng ít nhất",
            "Items on the website in the month with fewest",
            unit="tin, bài",
            derived=Derived(
                "lowest",
                (
                    "website_items_07",
                    "website_items_08",
                    "website_items_09",
                    "website_items_10",
                    "website_items_11",
                ),
            ),
        ),
        Indicator(
            "propaganda_events",
            "Số cuộc tập huấn, hội thi, hội nghị, hội thảo, tọa đàm tuyên truyền CCHC",
            "Trainings, contests, conferences and talks on the reform",
            unit="cuộc",
        ),
        Indicator(
            "portal_items_07",
            "Số tin, bài được duyệt đăng trên chuyên trang CCHC của tỉnh, tháng 7",
            "Items accepted by the province's reform portal, month 7",
            unit="tin, bài",
        ),
        Indicator(
            "portal_items_08",
            "Số tin, bài được duyệt đăng trên chuyên trang CCHC của tỉnh, tháng 8",
            "Items accepted by the province's reform portal, month 8",
            unit="tin, bài",
        ),
        Indicator(
            "portal_items_09",
            "Số tin, bài được duyệt đăng trên chuyên trang CCHC của tỉnh, tháng 9",
            "Items accepted by the province's reform portal, month 9",
            unit="tin, bài",
        ),
        Indicator(
            "portal_items_10",
            "Số tin, bài được duyệt đăng trên chuyên trang CCHC của tỉnh, tháng 10",
            "Items accepted by the province's reform portal, month 10",
            unit="tin, bài",
        ),
        Indicator(
            "portal_items_11",
            "Số tin, bài được duyệt đăng trên chuyên trang CCHC của tỉnh, tháng 11",
            "Items accepted by the province's reform portal, month 11",
            unit="tin, bài",
        ),
        Indicator(
            "portal_items_fewest",
            "Số tin, bài trên chuyên trang CCHC của tỉnh ở tháng ít nhất",
            "Items on the province's portal in the month with fewest",
            unit="tin, bài",
            derived=Derived(
                "lowest",
                (
                    "portal_items_07",
                    "portal_items_08",
                    "portal_items_09",
                    "portal_items_10",
                    "portal_items_11",
                ),
            ),
        ),
        Indicator(
            "other_propaganda",
            "Số hình thức tuyên truyền CCHC khác đã thực hiện",
            "Other ways in which the reform was made known",
            unit="hình thức",
        ),
        Indicator(
            "dialogue_and_instruction",
            "Đã tổ chức đối thoại và ban hành văn bản chỉ đạo giải quyết kiến nghị, đầy đủ và đúng hạn",
            "Dialogue held and instruction issued, in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "proposals_received",
            "Số đề xuất, kiến nghị của người dân, doanh nghiệp qua đối thoại",
            "Proposals made in dialogues",
            unit="kiến nghị",
        ),
        Indicator(
            "proposals_handled",
            "Số đề xuất, kiến nghị qua đối thoại đã xử lý xong",
            "Proposals made in dialogues and handled",
            unit="kiến nghị",
            part_of="proposals_received",
        ),
    ]


def _ministry_2025() -> list[Indicator]:
    """What the ministry's form of 2025 asks a province for beside these."""
    return [
        Indicator(
            "plan_done_share",
            "Tỷ lệ hoàn thành kế hoạch CCHC năm",
            "Share of the yearly reform plan done",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "departments_inspected",
            "Số sở, ngành đã kiểm tra CCHC",
            "Provincial departments inspected on the reform",
            unit="cơ quan, đơn vị",
        ),
        Indicator(
            "communes_inspected",
            "Số UBND cấp xã đã kiểm tra CCHC",
            "Communes inspected on the reform",
            unit="đơn vị",
        ),
        Indicator(
            "problems_resolved_share",
            "Tỷ lệ xử lý các vấn đề phát hiện qua kiểm tra",
            "Share of the problems found that are resolved",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "government_tasks_assigned",
            "Số nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao",
            "Tasks assigned by the Government and the Prime Minister",
            unit="nhiệm vụ",
        ),
        Indicator(
            "government_tasks_on_time",
            "Số nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao đã hoàn thành đúng hạn",
            "Tasks of the Government done on time",
            unit="nhiệm vụ",
            part_of="government_tasks_assigned",
        ),
        Indicator(
            "government_tasks_late",
            "Số nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao đã hoàn thành nhưng quá hạn",
            "Tasks of the Government done late",
            unit="nhiệm vụ",
            part_of="government_tasks_assigned",
        ),
        Indicator(
            "government_tasks_overdue",
            "Số nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao quá hạn nhưng chưa hoàn thành",
            "Tasks of the Government overdue and not done",
            unit="nhiệm vụ",
            part_of="government_tasks_assigned",
        ),
        Indicator(
            "survey_held",
            "Có khảo sát sự hài lòng của người dân, tổ chức",
            "Satisfaction of citizens and organisations was surveyed",
            kind="yes_no",
        ),
    ]
