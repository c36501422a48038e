"""Reform of institutions (cải cách thể chế): legal documents issued, checked, reviewed and put right."""

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
    ]
