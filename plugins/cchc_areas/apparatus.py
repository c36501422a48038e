"""Reform of the apparatus (cải cách tổ chức bộ máy): established posts, staff, working rules."""

from cchc_areas import DONE_OR_NONE
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
        *_lam_dong_2025(),
        *_ministry_2025(),
    ]


def _lam_dong_2025() -> list[Indicator]:
    """What the scheme of Lâm Đồng asks for beside these."""
    return [
        Indicator(
            "division_functions_issued",
            "Đã ban hành quy định chức năng, nhiệm vụ, cơ cấu các phòng chuyên môn, đúng hạn và đúng quy định",
            "Functions of the divisions laid down on time",
            kind="yes_no",
        ),
        Indicator(
            "leader_posts",
            "Số vị trí lãnh đạo cấp xã, phòng chuyên môn và tương đương phải sắp xếp",
            "Leading posts to be arranged",
            unit="vị trí",
        ),
        Indicator(
            "leader_posts_arranged",
            "Số vị trí lãnh đạo đã sắp xếp xong",
            "Leading posts arranged",
            unit="vị trí",
            part_of="leader_posts",
        ),
        Indicator(
            "service_units_arranged",
            "Sắp xếp đơn vị sự nghiệp công lập đúng lộ trình",
            "Public service units arranged on schedule",
            kind="option",
            options=DONE_OR_NONE,
        ),
        Indicator(
            "staff_reduced_on_schedule",
            "Tinh giản biên chế hành chính đúng lộ trình",
            "Administrative staff reduced on schedule",
            kind="yes_no",
        ),
        Indicator(
            "service_staff_reduced",
            "Giảm số người hưởng lương ngân sách ở đơn vị sự nghiệp đúng lộ trình",
            "Staff of public service units reduced on schedule",
            kind="option",
            options=DONE_OR_NONE,
        ),
        Indicator(
            "decentralisation_done",
            "Đã triển khai các quy định về phân cấp, phân quyền đầy đủ, kịp thời, đúng quy định",
            "Rules on decentralisation carried out in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "decentralisation_problems_fixed",
            "Đã khắc phục đầy đủ các vấn đề qua kiểm tra phân cấp, phân quyền",
            "Problems of decentralisation remedied in full",
            kind="yes_no",
        ),
    ]


def _ministry_2025() -> list[Indicator]:
    """What the ministry's form of 2025 asks a province for beside these."""
    return [
        Indicator(
            "departments_arranged_share",
            "Tỷ lệ sở, ngành đã hoàn thành việc sắp xếp các phòng chuyên môn",
            "Share of departments whose divisions are arranged",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "communes_arranged_share",
            "Tỷ lệ UBND cấp xã đã hoàn thành việc sắp xếp các phòng chuyên môn",
            "Share of communes whose divisions are arranged",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "province_boards",
            "Số ban quản lý trực thuộc UBND cấp tỉnh",
            "Management boards under the province",
            unit="ban",
        ),
        Indicator(
            "joint_bodies",
            "Số tổ chức liên ngành do cấp tỉnh thành lập",
            "Joint bodies founded by the province",
            unit="tổ chức",
        ),
        Indicator(
            "service_units",
            "Tổng số đơn vị sự nghiệp công lập tại địa phương",
            "Public service units in the province",
            unit="cơ quan, đơn vị",
            sum_of=("service_units_of_province", "service_units_of_departments", "service_units_of_communes"),
        ),
        Indicator(
            "service_units_of_province",
            "Số đơn vị sự nghiệp công lập thuộc UBND tỉnh",
            "Public service units of the province",
            unit="cơ quan, đơn vị",
            part_of="service_units",
            share=False,
        ),
        Indicator(
            "service_units_of_departments",
            "Số đơn vị sự nghiệp công lập thuộc sở, ngành và tương đương",
            "Public service units of departments",
            unit="cơ quan, đơn vị",
            part_of="service_units",
            share=False,
        ),
        Indicator(
            "service_units_of_communes",
            "Số đơn vị sự nghiệp công lập thuộc UBND cấp xã",
            "Public service units of communes",
            unit="cơ quan, đơn vị",
            part_of="service_units",
            share=False,
        ),
        Indicator(
            "civil_service_posts",
            "Tổng số biên chế công chức được giao trong năm",
            "Civil service posts assigned for the year",
            unit="người",
        ),
        Indicator(
            "civil_servants_present",
            "Tổng số biên chế công chức có mặt tại thời điểm báo cáo",
            "Civil servants present",
            unit="người",
        ),
        Indicator(
            "contract_workers",
            "Số hợp đồng lao động làm việc tại các cơ quan, tổ chức hành chính",
            "Contract workers in administrative agencies",
            unit="người",
        ),
        Indicator(
            "civil_servants_cut",
            "Số biên chế công chức đã tinh giản trong kỳ báo cáo",
            "Civil servants cut in the period",
            unit="người",
        ),
        Indicator(
            "service_posts",
            "Tổng số người làm việc được giao tại các đơn vị sự nghiệp công lập",
            "Posts assigned to public service units",
            unit="người",
        ),
        Indicator(
            "service_staff_present",
            "Tổng số người làm việc có mặt tại các đơn vị sự nghiệp công lập",
            "Staff present at public service units",
            unit="người",
        ),
        Indicator(
            "service_staff_cut",
            "Số người đã tinh giản trong kỳ báo cáo tại các đơn vị sự nghiệp công lập",
            "Staff of public service units cut in the period",
            unit="người",
        ),
        Indicator(
            "service_staff_cut_since_2015",
            "Tỷ lệ người làm việc tại các đơn vị sự nghiệp công lập đã tinh giản so với năm 2015",
            "Share of the staff of public service units cut since 2015",
            unit="%",
            kind="percent",
            decimals=2,
        ),
    ]
