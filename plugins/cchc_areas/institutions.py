"""Reform of institutions (cải cách thể chế): legal documents issued, checked, reviewed and put right."""

from cchc_areas import DONE_OR_NONE
from cchc_score.hookspecs import hookimpl
from cchc_score.model import Indicator


@hookimpl
def cchc_indicators() -> list[Indicator]:
    """The facts about institutions, those of the appendix first."""
    return [
        Indicator(
            "legal_documents_issued",
            "Số VBQPPL đã ban hành, tham mưu ban hành",
            "Legal documents issued",
            unit="văn bản",
        ),
        Indicator(
            "legal_documents_checked",
            "Số VBQPPL đã kiểm tra theo thẩm quyền",
            "Legal documents checked",
            unit="văn bản",
        ),
        Indicator(
            "legal_documents_reviewed",
            "Số VBQPPL đã rà soát",
            "Legal documents reviewed",
            unit="văn bản",
        ),
        Indicator(
            "legal_documents_to_fix",
            "Số VBQPPL đã kiến nghị xử lý sau kiểm tra, rà soát",
            "Legal documents found to need handling",
            unit="văn bản",
        ),
        Indicator(
            "legal_documents_fixed",
            "Số VBQPPL có kiến nghị xử lý đã được xử lý xong",
            "Legal documents handled after such a finding",
            unit="văn bản",
            part_of="legal_documents_to_fix",
        ),
        Indicator(
            "legal_documents_unlawful",
            "Số VBQPPL ban hành trong năm có nội dung trái pháp luật",
            "Legal documents of the year found unlawful",
            unit="văn bản",
            part_of="legal_documents_issued",
        ),
        Indicator(
            "legal_documents_to_review",
            "Số VBQPPL phải rà soát trong năm",
            "Legal documents due for review",
            unit="văn bản",
        ),
        Indicator(
            "legal_education_plan",
            "Có kế hoạch phổ biến, giáo dục pháp luật năm",
            "A plan of legal education was issued",
            kind="yes_no",
        ),
        Indicator(
            "legal_education_sessions",
            "Số lượt phổ biến, giáo dục pháp luật",
            "Legal education sessions",
            unit="lượt",
        ),
        *_lam_dong_2025(),
        *_ministry_2025(),
    ]


def _lam_dong_2025() -> list[Indicator]:
    """What the scheme of Lâm Đồng asks for beside these."""
    return [
        Indicator(
            "legal_documents_faulty",
            "Số VBQPPL ban hành sai thẩm quyền, hình thức hoặc nội dung",
            "Legal documents with a fault of authority, form or content",
            unit="văn bản",
            part_of="legal_documents_issued",
        ),
        Indicator(
            "law_monitoring_plan",
            "Đã ban hành kế hoạch theo dõi thi hành pháp luật, đầy đủ và đúng hạn",
            "Plan for monitoring the law issued in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "law_monitoring_tasks",
            "Số nhiệm vụ trong kế hoạch theo dõi thi hành pháp luật",
            "Tasks in the plan for monitoring the law",
            unit="nhiệm vụ",
        ),
        Indicator(
            "law_monitoring_tasks_done",
            "Số nhiệm vụ theo dõi thi hành pháp luật đã hoàn thành",
            "Tasks of monitoring the law done",
            unit="nhiệm vụ",
            part_of="law_monitoring_tasks",
        ),
        Indicator(
            "law_monitoring_report",
            "Đã báo cáo kết quả theo dõi thi hành pháp luật, đầy đủ và đúng hạn",
            "Report on monitoring the law in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "law_monitoring_handled",
            "Đã xử lý đầy đủ kết quả theo dõi thi hành pháp luật",
            "Results of monitoring the law handled in full",
            kind="yes_no",
        ),
        Indicator(
            "expired_documents_published",
            "Đã công bố danh mục VBQPPL hết hiệu lực, ngưng hiệu lực, đúng hạn và đúng quy định",
            "List of expired legal documents published on time",
            kind="yes_no",
        ),
        Indicator(
            "legal_review_plan",
            "Đã ban hành kế hoạch kiểm tra, rà soát, hệ thống hóa VBQPPL, đầy đủ và đúng hạn",
            "Plan for checking and reviewing legal documents in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "legal_review_done",
            "Đã kiểm tra, rà soát, hệ thống hóa VBQPPL, đầy đủ và đúng hạn",
            "Legal documents checked and reviewed in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "legal_review_amended",
            "Đã tham mưu sửa đổi, bổ sung, bãi bỏ, thay thế VBQPPL sau rà soát, đầy đủ và đúng hạn",
            "Amendments after the review proposed in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "legal_review_report",
            "Đã báo cáo kết quả kiểm tra, rà soát, hệ thống hóa VBQPPL, đầy đủ và đúng hạn",
            "Report on the review in full and on time",
            kind="yes_no",
        ),
        Indicator(
            "unlawful_documents_handled",
            "Xử lý văn bản trái pháp luật được kiến nghị, đúng hạn và đúng quy định",
            "Unlawful documents handled as recommended, on time",
            kind="option",
            options=DONE_OR_NONE,
        ),
    ]


def _ministry_2025() -> list[Indicator]:
    """What the ministry's form of 2025 asks a province for beside these."""
    return [
        Indicator(
            "local_legal_documents",
            "Tổng số VBQPPL do địa phương ban hành",
            "Legal documents issued by the province and its communes",
            unit="văn bản",
            sum_of=("province_legal_documents", "commune_legal_documents"),
        ),
        Indicator(
            "province_legal_documents",
            "Số VBQPPL do cấp tỉnh ban hành",
            "Legal documents issued by the province",
            unit="văn bản",
            part_of="local_legal_documents",
            share=False,
        ),
        Indicator(
            "commune_legal_documents",
            "Số VBQPPL do cấp xã ban hành",
            "Legal documents issued by communes",
            unit="văn bản",
            part_of="local_legal_documents",
            share=False,
        ),
        Indicator(
            "province_documents_checked",
            "Số VBQPPL đã kiểm tra theo thẩm quyền của cấp tỉnh",
            "Legal documents checked by the province",
            unit="văn bản",
        ),
        Indicator(
            "checked_documents_handled_share",
            "Tỷ lệ xử lý VBQPPL sau kiểm tra",
            "Share of legal documents handled after a check",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "checked_documents_to_handle",
            "Số VBQPPL cần phải xử lý sau kiểm tra",
            "Legal documents that need handling after a check",
            unit="văn bản",
        ),
        Indicator(
            "checked_documents_handled",
            "Số VBQPPL có kiến nghị xử lý sau kiểm tra đã được xử lý xong",
            "Legal documents handled after a check",
            unit="văn bản",
            part_of="checked_documents_to_handle",
        ),
        Indicator(
            "province_documents_reviewed",
            "Số VBQPPL đã rà soát thuộc thẩm quyền của cấp tỉnh",
            "Legal documents reviewed by the province",
            unit="văn bản",
        ),
        Indicator(
            "reviewed_documents_handled_share",
            "Tỷ lệ xử lý VBQPPL sau rà soát",
            "Share of legal documents handled after a review",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "reviewed_documents_to_handle",
            "Số VBQPPL cần phải xử lý sau rà soát",
            "Legal documents that need handling after a review",
            unit="văn bản",
        ),
        Indicator(
            "reviewed_documents_handled",
            "Số VBQPPL có kiến nghị xử lý sau rà soát đã được xử lý xong",
            "Legal documents handled after a review",
            unit="văn bản",
            part_of="reviewed_documents_to_handle",
        ),
    ]
