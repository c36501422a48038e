"""Reform of public finance (cải cách tài chính công): internal rules, disclosure, public investment."""

from cchc_score.hookspecs import hookimpl
from cchc_score.model import Indicator, Option

INVESTMENT_ROLES = (
    Option("owner", "Xã làm chủ đầu tư", "The commune is the investor"),
    Option("beneficiary", "Cấp trên làm chủ đầu tư", "A higher level is the investor"),
)

REPORT_QUALITY = (
    Option("standard", "Đạt yêu cầu", "Up to standard"),
    Option("below", "Chưa đạt về nội dung hoặc thời hạn", "Below standard in content or time"),
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
        *_lam_dong_2025(),
        *_ministry_2025(),
    ]


def _lam_dong_2025() -> list[Indicator]:
    """What the scheme of Lâm Đồng asks for beside these."""
    return [
        Indicator(
            "revenue_target",
            "Dự toán thu ngân sách được giao",
            "Budget revenue assigned",
            unit="triệu đồng",
            kind="money",
            decimals=3,
        ),
        Indicator(
            "revenue_collected",
            "Thu ngân sách đã thực hiện",
            "Budget revenue collected",
            unit="triệu đồng",
            kind="money",
            decimals=3,
        ),
        Indicator(
            "spending_violations",
            "Số vi phạm về sử dụng kinh phí nguồn ngân sách nhà nước bị phát hiện trong năm",
            "Violations in the use of budget funds found in the year",
            unit="vi phạm",
        ),
        Indicator(
            "audit_money_due",
            "Số tiền phải nộp theo kiến nghị sau thanh tra, kiểm tra, kiểm toán",
            "Money to be paid after inspections and audits",
            unit="triệu đồng",
            kind="money",
            decimals=3,
        ),
        Indicator(
            "audit_money_paid",
            "Số tiền đã nộp theo kiến nghị sau thanh tra, kiểm tra, kiểm toán",
            "Money paid after inspections and audits",
            unit="triệu đồng",
            kind="money",
            decimals=3,
            part_of="audit_money_due",
        ),
        Indicator(
            "asset_report_quality",
            "Chất lượng báo cáo về tài sản công theo hội đồng",
            "Quality of the report on public assets, by the council",
            kind="option",
            source="appraiser",
            options=REPORT_QUALITY,
        ),
        Indicator(
            "asset_users",
            "Số cơ quan, đơn vị quản lý, sử dụng tài sản công",
            "Bodies that use public assets",
            unit="cơ quan, đơn vị",
        ),
        Indicator(
            "asset_users_lawful",
            "Số cơ quan, đơn vị thực hiện đúng quy định về tài sản công",
            "Bodies that use public assets as prescribed",
            unit="cơ quan, đơn vị",
            part_of="asset_users",
        ),
        Indicator(
            "asset_data_updated",
            "Đã rà soát, chuẩn hóa, cập nhật số liệu vào cơ sở dữ liệu quốc gia về tài sản công",
            "National data on public assets reviewed and updated",
            kind="yes_no",
        ),
        Indicator(
            "properties_to_settle",
            "Số cơ sở nhà, đất phải sắp xếp lại, xử lý",
            "Properties to be settled",
            unit="cơ sở",
        ),
        Indicator(
            "properties_settled",
            "Số cơ sở nhà, đất đã sắp xếp lại, xử lý",
            "Properties settled",
            unit="cơ sở",
            part_of="properties_to_settle",
        ),
        Indicator(
            "autonomy_violations",
            "Số vi phạm về sử dụng nguồn tài chính ở đơn vị sự nghiệp công lập bị phát hiện trong năm",
            "Violations in the finances of public service units found in the year",
            unit="vi phạm",
        ),
        Indicator(
            "direct_spending",
            "Chi trực tiếp ngân sách cho đơn vị sự nghiệp công lập trong năm",
            "Direct budget spending on public service units",
            unit="triệu đồng",
            kind="money",
            decimals=3,
            source="appraiser",
        ),
        Indicator(
            "direct_spending_last_year",
            "Chi trực tiếp ngân sách cho đơn vị sự nghiệp công lập năm trước",
            "Direct budget spending on public service units last year",
            unit="triệu đồng",
            kind="money",
            decimals=3,
            source="appraiser",
        ),
    ]


def _ministry_2025() -> list[Indicator]:
    """What the ministry's form of 2025 asks a province for beside these."""
    return [
        Indicator(
            "public_investment_share",
            "Tỷ lệ thực hiện kế hoạch giải ngân vốn đầu tư công",
            "Share of the public investment plan disbursed",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "public_investment_plan",
            "Kế hoạch vốn đầu tư công được giao, tính bằng triệu đồng",
            "Public investment planned, in millions",
            unit="triệu đồng",
            kind="money",
            decimals=3,
        ),
        Indicator(
            "public_investment_disbursed",
            "Vốn đầu tư công đã giải ngân, tính bằng triệu đồng",
            "Public investment disbursed, in millions",
            unit="triệu đồng",
            kind="money",
            decimals=3,
            part_of="public_investment_plan",
        ),
        Indicator(
            "autonomy_units",
            "Tổng số đơn vị sự nghiệp công lập được thống kê về tự chủ tài chính",
            "Public service units counted for financial autonomy",
            unit="đơn vị",
            sum_of=("autonomy_units_all", "autonomy_units_running", "autonomy_units_partly", "autonomy_units_none"),
        ),
        Indicator(
            "autonomy_units_all",
            "Số đơn vị sự nghiệp tự bảo đảm chi thường xuyên và chi đầu tư",
            "Units that pay for running costs and investment",
            unit="đơn vị",
            part_of="autonomy_units",
            share=False,
        ),
        Indicator(
            "autonomy_units_running",
            "Số đơn vị sự nghiệp tự bảo đảm chi thường xuyên",
            "Units that pay for their running costs",
            unit="đơn vị",
            part_of="autonomy_units",
            share=False,
        ),
        Indicator(
            "autonomy_units_partly",
            "Số đơn vị sự nghiệp tự bảo đảm một phần chi thường xuyên",
            "Units that pay for part of their running costs",
            unit="đơn vị",
            part_of="autonomy_units",
            share=False,
            sum_of=("autonomy_units_from_70", "autonomy_units_from_30", "autonomy_units_from_10"),
        ),
        Indicator(
            "autonomy_units_from_70",
            "Số đơn vị sự nghiệp tự bảo đảm từ 70% đến dưới 100% chi thường xuyên",
            "Units that pay for 70 to under 100 percent of it",
            unit="đơn vị",
            part_of="autonomy_units_partly",
            share=False,
        ),
        Indicator(
            "autonomy_units_from_30",
            "Số đơn vị sự nghiệp tự bảo đảm từ 30% đến dưới 70% chi thường xuyên",
            "Units that pay for 30 to under 70 percent of it",
            unit="đơn vị",
            part_of="autonomy_units_partly",
            share=False,
        ),
        Indicator(
            "autonomy_units_from_10",
            "Số đơn vị sự nghiệp tự bảo đảm từ 10% đến dưới 30% chi thường xuyên",
            "Units that pay for 10 to under 30 percent of it",
            unit="đơn vị",
            part_of="autonomy_units_partly",
            share=False,
        ),
        Indicator(
            "autonomy_units_none",
            "Số đơn vị sự nghiệp do Nhà nước bảo đảm chi thường xuyên",
            "Units whose running costs the State pays",
            unit="đơn vị",
            part_of="autonomy_units",
            share=False,
        ),
        Indicator(
            "service_units_equitised",
            "Số đơn vị sự nghiệp đã chuyển đổi thành công ty cổ phần",
            "Public service units turned into companies",
            unit="đơn vị",
        ),
    ]
