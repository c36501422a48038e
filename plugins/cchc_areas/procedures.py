"""Administrative procedures (cải cách thủ tục hành chính): procedures, dossiers, results."""

from cchc_areas import DONE_OR_NONE
from cchc_score.hookspecs import hookimpl
from cchc_score.model import Derived, Indicator, Option

PROCEDURES = "thủ tục"
DOSSIERS = "hồ sơ"

QUALITY = (
    Option("excellent", "Xuất sắc", "Excellent"),
    Option("good", "Tốt", "Good"),
    Option("fair", "Khá", "Fair"),
    Option("below", "Dưới khá", "Below fair"),
)


@hookimpl
def cchc_indicators() -> list[Indicator]:
    """The facts about administrative procedures, those of the appendix first."""
    appendix = [*_procedures(), *_received(), *_on_time(), *_made_public()]
    return [*appendix, *_outside_the_appendix(), *_two_kinds(), *_lam_dong_2025(), *_ministry_2025(), *_by_field()]


def _procedures() -> list[Indicator]:
    return [
        Indicator("procedures_new", "Số TTHC công bố mới", "Procedures newly published", unit=PROCEDURES),
        Indicator(
            "procedures_abolished",
            "Số TTHC bãi bỏ, thay thế",
            "Procedures abolished or replaced",
            unit=PROCEDURES,
        ),
        Indicator(
            "procedures_in_force",
            "Tổng số TTHC đang áp dụng",
            "Procedures in force",
            unit=PROCEDURES,
        ),
        Indicator(
            "procedures_one_stop",
            "Số TTHC thực hiện theo cơ chế một cửa tại cấp xã",
            "Procedures at the one-stop shop",
            unit=PROCEDURES,
            part_of="procedures_in_force",
        ),
        Indicator(
            "procedures_linked_same_level",
            "Số TTHC liên thông cùng cấp",
            "Procedures linked within one level",
            unit=PROCEDURES,
            part_of="procedures_in_force",
        ),
        Indicator(
            "procedures_linked_levels",
            "Số TTHC liên thông giữa các cấp chính quyền",
            "Procedures linked across levels",
            unit=PROCEDURES,
            part_of="procedures_in_force",
        ),
        Indicator(
            "internal_process_share",
            "Tỷ lệ TTHC đã được phê duyệt quy trình nội bộ",
            "Share of procedures with an approved internal process",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "electronic_process_share",
            "Tỷ lệ quy trình nội bộ đã được điện tử hóa",
            "Share of internal processes made electronic",
            unit="%",
            kind="percent",
            decimals=2,
        ),
    ]


def _received() -> list[Indicator]:
    return [
        Indicator(
            "dossiers_received",
            "Số hồ sơ đã tiếp nhận",
            "Dossiers received",
            unit=DOSSIERS,
            sum_of=("received_in_person", "received_by_post", "received_online_3", "received_online_4"),
        ),
        _part(
            "received_in_person",
            "Hồ sơ tiếp nhận trực tiếp",
            "Dossiers received in person",
            "dossiers_received",
        ),
        _part(
            "received_by_post",
            "Hồ sơ tiếp nhận qua BCCI",
            "Dossiers received by post",
            "dossiers_received",
        ),
        _part(
            "received_online_3",
            "Hồ sơ tiếp nhận trực tuyến mức độ 3",
            "Dossiers received online, level 3",
            "dossiers_received",
        ),
        _part(
            "received_online_4",
            "Hồ sơ tiếp nhận trực tuyến mức độ 4",
            "Dossiers received online, level 4",
            "dossiers_received",
        ),
    ]


def _on_time() -> list[Indicator]:
    return [
        Indicator(
            "dossiers_on_time",
            "Số hồ sơ giải quyết đúng hạn",
            "Dossiers resolved on time",
            unit=DOSSIERS,
            part_of="dossiers_received",
            sum_of=("returned_in_person", "returned_by_post", "returned_online_3", "returned_online_4"),
        ),
        _part(
            "returned_in_person",
            "Hồ sơ trả trực tiếp",
            "Dossiers returned in person",
            "dossiers_on_time",
        ),
        _part("returned_by_post", "Hồ sơ trả qua BCCI", "Dossiers returned by post", "dossiers_on_time"),
        _part(
            "returned_online_3",
            "Hồ sơ giải quyết trực tuyến mức độ 3",
            "Dossiers resolved online, level 3",
            "dossiers_on_time",
        ),
        _part(
            "returned_online_4",
            "Hồ sơ giải quyết trực tuyến mức độ 4",
            "Dossiers resolved online, level 4",
            "dossiers_on_time",
        ),
        _part(
            "land_dossiers_on_time",
            "Số hồ sơ đất đai giải quyết đúng hạn",
            "Land dossiers resolved on time",
            "dossiers_on_time",
        ),
        _part(
            "construction_dossiers_on_time",
            "Số hồ sơ xây dựng giải quyết đúng hạn",
            "Construction dossiers resolved on time",
            "dossiers_on_time",
        ),
    ]


def _made_public() -> list[Indicator]:
    return [
        _part(
            "results_on_portal",
            "Số hồ sơ công khai kết quả trên Cổng dịch vụ công của tỉnh",
            "Results made public on the province's portal",
            "dossiers_received",
        ),
        _part(
            "results_on_website",
            "Số hồ sơ công khai kết quả trên trang thông tin điện tử của đơn vị",
            "Results made public on the unit's website",
            "dossiers_received",
        ),
        Indicator(
            "procedures_online_payment",
            "Số TTHC đã tích hợp thanh toán trực tuyến",
            "Procedures with online payment",
            unit=PROCEDURES,
            part_of="procedures_in_force",
        ),
        Indicator(
            "apologies",
            "Số thư, trường hợp đã công khai xin lỗi",
            "Public apologies for late dossiers",
            unit="trường hợp",
        ),
    ]


def _outside_the_appendix() -> list[Indicator]:
    return [
        _part(
            "dossiers_overdue",
            "Số hồ sơ giải quyết quá hạn",
            "Dossiers resolved late",
            "dossiers_received",
        ),
        _part(
            "land_dossiers_received",
            "Số hồ sơ đất đai đã tiếp nhận",
            "Land dossiers received",
            "dossiers_received",
        ),
        _part(
            "construction_dossiers_received",
            "Số hồ sơ xây dựng đã tiếp nhận",
            "Construction dossiers received",
            "dossiers_received",
        ),
        Indicator(
            "handles_construction",
            "Đơn vị được giao tiếp nhận hồ sơ lĩnh vực xây dựng",
            "The unit is charged with construction dossiers",
            kind="yes_no",
        ),
        Indicator("procedures_reviewed", "Số TTHC đã rà soát", "Procedures reviewed", unit=PROCEDURES),
        Indicator(
            "procedures_simplified",
            "Số TTHC đã đơn giản hóa hoặc đề xuất đơn giản hóa",
            "Procedures simplified or proposed for it",
            unit=PROCEDURES,
            part_of="procedures_reviewed",
        ),
        Indicator(
            "feedback_received",
            "Số phản ánh, kiến nghị về TTHC đã tiếp nhận",
            "Feedback on procedures received",
            unit="phản ánh",
        ),
        Indicator(
            "feedback_handled",
            "Số phản ánh, kiến nghị về TTHC đã xử lý đúng hạn",
            "Feedback handled in time",
            unit="phản ánh",
            part_of="feedback_received",
        ),
    ]


def _two_kinds() -> list[Indicator]:
    """The facts of forms since the four levels of online services became two (một phần, toàn trình)."""
    return [
        _part(
            "received_online_partial",
            "Hồ sơ tiếp nhận trực tuyến một phần",
            "Dossiers received partly online",
            "dossiers_received",
        ),
        _part(
            "received_online_full",
            "Hồ sơ tiếp nhận trực tuyến toàn trình",
            "Dossiers received fully online",
            "dossiers_received",
        ),
        _part(
            "returned_online_partial",
            "Hồ sơ giải quyết trực tuyến một phần",
            "Dossiers resolved partly online",
            "dossiers_on_time",
        ),
        _part(
            "returned_online_full",
            "Hồ sơ giải quyết trực tuyến toàn trình",
            "Dossiers resolved fully online",
            "dossiers_on_time",
        ),
    ]


def _part(code: str, name: str, name_en: str, whole: str) -> Indicator:
    return Indicator(code, name, name_en, unit=DOSSIERS, part_of=whole)


def _lam_dong_2025() -> list[Indicator]:
    """What the scheme of Lâm Đồng asks for beside these."""
    return [
        Indicator(
            "procedure_control_plan",
            "Đã ban hành kế hoạch kiểm soát TTHC đúng nội dung, đúng hạn",
            "Plan for controlling procedures as prescribed",
            kind="yes_no",
        ),
        Indicator(
            "procedure_control_reports",
            "Báo cáo kiểm soát TTHC đủ số lượng, đúng nội dung, đúng hạn",
            "Reports on controlling procedures complete and on time",
            kind="yes_no",
        ),
        Indicator(
            "procedure_review_plan",
            "Đã ban hành kế hoạch rà soát, đánh giá TTHC đúng nội dung, đúng hạn",
            "Plan for reviewing procedures as prescribed",
            kind="yes_no",
        ),
        Indicator(
            "procedure_review_forms",
            "Kết quả rà soát TTHC lập đúng biểu mẫu",
            "Review of procedures in the right forms",
            kind="yes_no",
        ),
        Indicator(
            "procedure_review_savings",
            "Kết quả rà soát TTHC nêu được chi phí cắt giảm và phương án kiến nghị",
            "Review of procedures states the savings and proposals",
            kind="yes_no",
        ),
        Indicator(
            "procedures_posted_at_centre",
            "TTHC công khai tại Trung tâm Phục vụ hành chính công đầy đủ, kịp thời, đúng quy định",
            "Procedures posted at the service centre in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "procedures_on_website",
            "TTHC công khai trên Trang thông tin điện tử đầy đủ, kịp thời, đúng quy định",
            "Procedures on the website in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "procedures_for_centre",
            "Số TTHC thuộc diện tiếp nhận tại Trung tâm Phục vụ hành chính công cấp xã",
            "Procedures to be received at the service centre",
            unit="TTHC",
        ),
        Indicator(
            "procedures_at_centre",
            "Số TTHC đã tiếp nhận, trả kết quả tại Trung tâm Phục vụ hành chính công cấp xã",
            "Procedures received at the service centre",
            unit="TTHC",
            part_of="procedures_for_centre",
        ),
        Indicator(
            "dossiers_from_elsewhere",
            "Số hồ sơ tiếp nhận, giải quyết không phụ thuộc địa giới hành chính",
            "Dossiers of people from other communes",
            unit="hồ sơ",
        ),
        Indicator(
            "apologies_made",
            "Xin lỗi khi trễ hẹn, đầy đủ và đúng quy định",
            "Apologies for late dossiers, in full",
            kind="option",
            options=DONE_OR_NONE,
        ),
        Indicator(
            "service_quality_q3",
            "Xếp loại chất lượng giải quyết TTHC, quý III",
            "Class of the quality of service, third quarter",
            kind="option",
            source="appraiser",
            options=QUALITY,
        ),
        Indicator(
            "service_quality_q4",
            "Xếp loại chất lượng giải quyết TTHC, quý IV",
            "Class of the quality of service, fourth quarter",
            kind="option",
            source="appraiser",
            options=QUALITY,
        ),
        Indicator(
            "service_quality_year",
            "Xếp loại chất lượng giải quyết TTHC, cả năm",
            "Class of the quality of service, year",
            kind="option",
            source="appraiser",
            options=QUALITY,
        ),
        Indicator(
            "service_quality_worst",
            "Xếp loại chất lượng giải quyết TTHC ở kỳ thấp nhất",
            "Class of the quality of service in the worst period",
            kind="option",
            source="appraiser",
            options=QUALITY,
            derived=Derived(
                "highest",
                (
                    "service_quality_q3",
                    "service_quality_q4",
                    "service_quality_year",
                ),
            ),
        ),
        Indicator(
            "feedback_published",
            "Số phản ánh, kiến nghị về TTHC đã công khai kết quả trả lời",
            "Petitions about procedures whose answers were published",
            unit="phản ánh, kiến nghị",
            part_of="feedback_received",
        ),
    ]


def _ministry_2025() -> list[Indicator]:
    """What the ministry's form of 2025 asks a province for beside these."""
    return [
        Indicator(
            "simplifications_approved",
            "Số TTHC đã được phê duyệt phương án đơn giản hóa",
            "Procedures whose simplification is approved",
            unit="thủ tục",
        ),
        Indicator(
            "local_procedures",
            "Tổng số TTHC thuộc thẩm quyền giải quyết tại địa phương",
            "Procedures handled in the province",
            unit="thủ tục",
        ),
        Indicator(
            "province_level_procedures",
            "Số TTHC cấp tỉnh",
            "Procedures of the province",
            unit="thủ tục",
            part_of="local_procedures",
            share=False,
        ),
        Indicator(
            "commune_level_procedures",
            "Số TTHC cấp xã",
            "Procedures of communes",
            unit="thủ tục",
            part_of="local_procedures",
            share=False,
        ),
        Indicator(
            "central_agency_procedures",
            "Số TTHC ngành dọc",
            "Procedures of central agencies in the province",
            unit="thủ tục",
            part_of="local_procedures",
            share=False,
        ),
        Indicator(
            "one_stop_share",
            "Tỷ lệ TTHC tiếp nhận, trả kết quả tại Bộ phận Một cửa",
            "Share of procedures handled at one-stop offices",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "procedures_without_boundaries",
            "Số TTHC tiếp nhận và giải quyết không phụ thuộc vào địa giới hành chính",
            "Procedures handled regardless of boundaries",
            unit="thủ tục",
        ),
        Indicator(
            "department_dossiers_on_time_share",
            "Tỷ lệ hồ sơ TTHC do các sở, ngành tiếp nhận được giải quyết đúng hạn",
            "Share of the departments' dossiers settled on time",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "department_dossiers_settled",
            "Số hồ sơ TTHC do các sở, ngành tiếp nhận đã giải quyết xong",
            "Dossiers settled by departments",
            unit="hồ sơ",
        ),
        Indicator(
            "department_dossiers_on_time",
            "Số hồ sơ TTHC do các sở, ngành tiếp nhận được giải quyết đúng hạn",
            "Dossiers settled on time by departments",
            unit="hồ sơ",
            part_of="department_dossiers_settled",
        ),
        Indicator(
            "commune_dossiers_on_time_share",
            "Tỷ lệ hồ sơ TTHC do UBND cấp xã tiếp nhận được giải quyết đúng hạn",
            "Share of the communes' dossiers settled on time",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "commune_dossiers_settled",
            "Số hồ sơ TTHC do UBND cấp xã tiếp nhận đã giải quyết xong",
            "Dossiers settled by communes",
            unit="hồ sơ",
        ),
        Indicator(
            "commune_dossiers_on_time",
            "Số hồ sơ TTHC do UBND cấp xã tiếp nhận được giải quyết đúng hạn",
            "Dossiers settled on time by communes",
            unit="hồ sơ",
            part_of="commune_dossiers_settled",
        ),
        Indicator(
            "rule_feedback_settled_share",
            "Tỷ lệ giải quyết phản ánh, kiến nghị về quy định TTHC",
            "Share of the feedback on procedure rules that is settled",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "rule_feedback_received",
            "Số phản ánh, kiến nghị về quy định TTHC đã tiếp nhận",
            "Feedback received on procedure rules",
            unit="phản ánh, kiến nghị",
        ),
        Indicator(
            "rule_feedback_settled",
            "Số phản ánh, kiến nghị về quy định TTHC đã giải quyết xong",
            "Feedback settled on procedure rules",
            unit="phản ánh, kiến nghị",
            part_of="rule_feedback_received",
        ),
    ]


def _by_field() -> list[Indicator]:
    """What the table of dossiers by field of administration adds up to (Biểu II.06a/VPCP/KSTT)."""
    received = ("dossiers_online_in_period", "dossiers_direct_in_period", "dossiers_carried_over")
    settled = ("dossiers_settled_early", "dossiers_settled_on_day", "dossiers_settled_late")
    pending = ("dossiers_pending_in_time", "dossiers_pending_late")
    return [
        Indicator(
            "dossiers_at_hand",
            "Tổng số hồ sơ tiếp nhận, kể cả từ kỳ trước",
            "Dossiers received, those carried over included",
            unit=DOSSIERS,
            sum_of=received,
        ),
        _part(received[0], "Hồ sơ tiếp nhận trực tuyến trong kỳ", "Dossiers received online", "dossiers_at_hand"),
        _part(
            received[1],
            "Hồ sơ tiếp nhận trực tiếp, qua bưu chính trong kỳ",
            "Dossiers received in person or by post",
            "dossiers_at_hand",
        ),
        _part(received[2], "Hồ sơ từ kỳ trước chuyển sang", "Dossiers carried over", "dossiers_at_hand"),
        Indicator(
            "dossiers_settled",
            "Tổng số hồ sơ đã giải quyết",
            "Dossiers settled",
            unit=DOSSIERS,
            part_of="dossiers_at_hand",
            sum_of=settled,
        ),
        _part(settled[0], "Hồ sơ giải quyết trước hạn", "Dossiers settled early", "dossiers_settled"),
        _part(settled[1], "Hồ sơ giải quyết vào đúng hạn", "Dossiers settled on the day", "dossiers_settled"),
        _part(settled[2], "Hồ sơ đã giải quyết nhưng quá hạn", "Dossiers settled late", "dossiers_settled"),
        Indicator(
            "dossiers_pending",
            "Tổng số hồ sơ đang giải quyết",
            "Dossiers pending",
            unit=DOSSIERS,
            part_of="dossiers_at_hand",
            sum_of=pending,
        ),
        _part(pending[0], "Hồ sơ đang giải quyết trong hạn", "Dossiers pending in time", "dossiers_pending"),
        _part(pending[1], "Hồ sơ đang giải quyết đã quá hạn", "Dossiers pending past their day", "dossiers_pending"),
    ]
