"""Reform of public finance (cải cách tài chính công): internal rules, disclosure, public investment."""

from cchc_score.hookspecs import hookimpl
from cchc_score.model import Indicator, Option

INVESTMENT_ROLES = (
    Option("owner", "Xã làm chủ đầu tư", "The commune is the investor"),
    Option("beneficiary", "Cấp trên làm chủ đầu tư", "A higher level is the investor"),
)


@hookimpl
def cchc_indicators() -> list[Indicator]:
    """The facts about public finance, those of the appendix first."""
    return [
        Indicator(
            "spending_rules",
            "Đã ban hành quy chế chi tiêu nội bộ",
            "Rules of spending issued",
            kind="yes_no",
        ),
        Indicator(
            "asset_rules",
            "Đã ban hành quy chế quản lý tài sản công",
            "Rules of assets issued",
            kind="yes_no",
        ),
        Indicator(
            "spending_rules_issued_on",
            "Ngày ban hành quy chế chi tiêu nội bộ",
            "Date of the rules of spending",
            kind="date",
        ),
        Indicator(
            "budget_disclosed",
            "Đã công khai dự toán và quyết toán ngân sách",
            "Budget and accounts made public",
            kind="yes_no",
        ),
        Indicator(
            "investment_role",
            "Vai trò của xã trong các dự án đầu tư công",
            "Role in public investment",
            kind="option",
            options=INVESTMENT_ROLES,
        ),
        Indicator(
            "investment_planned",
            "Vốn đầu tư công được giao trong năm",
            "Public investment planned",
            unit="đồng",
            kind="money",
        ),
        Indicator(
            "investment_disbursed",
            "Vốn đầu tư công đã giải ngân",
            "Public investment disbursed",
            unit="đồng",
            kind="money",
            part_of="investment_planned",
        ),
        Indicator(
            "community_supervision",
            "Có giám sát đầu tư của cộng đồng",
            "Public investment is supervised by citizens",
            kind="yes_no",
        ),
        Indicator(
            "audit_findings",
            "Số kiến nghị của thanh tra, kiểm toán phải thực hiện trong năm",
            "Findings of inspectors and auditors due in the year",
            unit="kiến nghị",
        ),
        Indicator(
            "audit_findings_resolved",
            "Số kiến nghị của thanh tra, kiểm toán đã thực hiện xong",
            "Findings of inspectors and auditors resolved",
            unit="kiến nghị",
            part_of="audit_findings",
        ),
    ]
