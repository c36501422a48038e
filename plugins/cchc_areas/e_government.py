"""Electronic government (chính quyền điện tử): systems, electronic documents, online services, digitising."""

from cchc_score.hookspecs import hookimpl
from cchc_score.model import Indicator

PROCEDURES = "TTHC"
DOSSIERS = "hồ sơ"


@hookimpl
def cchc_indicators() -> list[Indicator]:
    """The facts about electronic government, those of the appendix first."""
    return [
        *_systems(),
        *_documents(),
        *_online_services(),
        *_outside_the_appendix(),
        *_two_tiers(),
        *_lam_dong_2025(),
        *_ministry_2025(),
    ]


def _systems() -> list[Indicator]:
    return [
        Indicator(
            "video_meetings",
            "Có hệ thống họp trực tuyến",
            "A system for video meetings",
            kind="yes_no",
        ),
        Indicator(
            "one_stop_system",
            "Đã vận hành hệ thống thông tin một cửa điện tử",
            "An electronic one-stop system runs",
            kind="yes_no",
        ),
        Indicator(
            "one_stop_connected",
            "Đã kết nối với hệ thống một cửa điện tử cấp huyện, tỉnh",
            "It is connected with the district's and the province's",
            kind="yes_no",
        ),
        Indicator(
            "quality_system",
            "Duy trì, áp dụng hệ thống quản lý chất lượng (ISO)",
            "A quality management system is maintained",
            kind="yes_no",
        ),
    ]


def _documents() -> list[Indicator]:
    return [
        Indicator("documents_in", "Tổng số văn bản đến", "Documents received", unit="văn bản"),
        Indicator("documents_out", "Tổng số văn bản đi", "Documents sent", unit="văn bản"),
        Indicator(
            "documents_fully_electronic",
            "Tỷ lệ văn bản gửi hoàn toàn dưới dạng điện tử",
            "Share of documents sent only electronically",
            unit="%",
            kind="percent",
            decimals=2,
            exclusive_with=("documents_with_paper",),
        ),
        Indicator(
            "documents_with_paper",
            "Tỷ lệ văn bản gửi điện tử song song với văn bản giấy",
            "Share of documents sent electronically and on paper",
            unit="%",
            kind="percent",
            decimals=2,
            exclusive_with=("documents_fully_electronic",),
        ),
    ]


def _online_services() -> list[Indicator]:
    return [
        Indicator(
            "procedures_online_3",
            "Số TTHC cung cấp trực tuyến mức độ 3",
            "Procedures online, level 3",
            unit=PROCEDURES,
            part_of="procedures_in_force",
        ),
        Indicator(
            "procedures_online_4",
            "Số TTHC cung cấp trực tuyến mức độ 4",
            "Procedures online, level 4",
            unit=PROCEDURES,
            part_of="procedures_in_force",
        ),
    ]


def _outside_the_appendix() -> list[Indicator]:
    return [
        Indicator(
            "website",
            "Có trang thông tin điện tử hoạt động thường xuyên",
            "A website is kept up",
            kind="yes_no",
        ),
        Indicator(
            "digital_signature_share",
            "Tỷ lệ văn bản đi được ký số",
            "Share of documents signed digitally",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "dossiers_digitised",
            "Số hồ sơ tiếp nhận đã số hóa thành phần hồ sơ",
            "Dossiers digitised",
            unit=DOSSIERS,
            part_of="dossiers_received",
        ),
        Indicator(
            "results_digitised",
            "Số hồ sơ đã số hóa kết quả giải quyết",
            "Results digitised",
            unit=DOSSIERS,
            part_of="dossiers_received",
        ),
        Indicator(
            "fee_dossiers",
            "Số hồ sơ phải nộp phí, lệ phí",
            "Dossiers with a fee",
            unit=DOSSIERS,
            part_of="dossiers_received",
        ),
        Indicator(
            "online_payment_dossiers",
            "Số hồ sơ thanh toán phí, lệ phí trực tuyến",
            "Dossiers whose fee was paid online",
            unit=DOSSIERS,
            part_of="fee_dossiers",
        ),
    ]


def _two_tiers() -> list[Indicator]:
    """The facts of forms since July 2025: two kinds of online services, no district."""
    return [
        Indicator(
            "procedures_online_partial",
            "Số TTHC cung cấp trực tuyến một phần",
            "Procedures partly online",
            unit=PROCEDURES,
            part_of="procedures_in_force",
        ),
        Indicator(
            "procedures_online_full",
            "Số TTHC cung cấp trực tuyến toàn trình",
            "Procedures fully online",
            unit=PROCEDURES,
            part_of="procedures_in_force",
        ),
        Indicator(
            "one_stop_connected_province",
            "Đã kết nối với hệ thống một cửa điện tử cấp tỉnh",
            "It is connected with the province's",
            kind="yes_no",
        ),
    ]


def _lam_dong_2025() -> list[Indicator]:
    """What the scheme of Lâm Đồng asks for beside these."""
    return [
        Indicator(
            "digital_tasks",
            "Số nhiệm vụ trong kế hoạch chuyển đổi số",
            "Tasks in the plan of digital change",
            unit="nhiệm vụ",
        ),
        Indicator(
            "digital_tasks_done",
            "Số nhiệm vụ chuyển đổi số đã hoàn thành",
            "Tasks of digital change done",
            unit="nhiệm vụ",
            part_of="digital_tasks",
        ),
        Indicator(
            "documents_to_process",
            "Số văn bản, hồ sơ công việc phải xử lý, trừ văn bản mật",
            "Documents to be processed, secret ones apart",
            unit="văn bản",
        ),
        Indicator(
            "documents_on_system",
            "Số văn bản, hồ sơ công việc xử lý trên hệ thống quản lý văn bản và điều hành",
            "Documents processed in the system",
            unit="văn bản",
            part_of="documents_to_process",
        ),
        Indicator(
            "documents_signed",
            "Số văn bản đi áp dụng chữ ký số",
            "Outgoing documents with digital signatures",
            unit="văn bản",
            part_of="documents_out",
        ),
        Indicator(
            "system_reports_due",
            "Số báo cáo phải gửi trên hệ thống thông tin báo cáo của tỉnh",
            "Reports due in the province's reporting system",
            unit="báo cáo",
        ),
        Indicator(
            "system_reports_on_time",
            "Số báo cáo gửi đúng hạn trên hệ thống thông tin báo cáo của tỉnh",
            "Reports sent on time in the province's reporting system",
            unit="báo cáo",
            part_of="system_reports_due",
        ),
        Indicator(
            "documents_published",
            "Số văn bản đi được đăng tải trên Trang thông tin điện tử",
            "Outgoing documents published on the website",
            unit="văn bản",
            part_of="documents_out",
        ),
        Indicator(
            "dossiers_and_results_digitised",
            "Số hồ sơ đã số hóa cả thành phần hồ sơ và kết quả giải quyết",
            "Dossiers digitised with their results",
            unit="hồ sơ",
            part_of="dossiers_received",
        ),
        Indicator(
            "dossiers_with_reused_data",
            "Số hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa",
            "Dossiers that reuse digitised data",
            unit="hồ sơ",
            part_of="dossiers_received",
        ),
        Indicator("results_issued", "Số kết quả giải quyết TTHC đã trả", "Results of dossiers given", unit="kết quả"),
        Indicator(
            "results_electronic",
            "Số kết quả giải quyết TTHC cấp bản điện tử",
            "Results of dossiers given electronically",
            unit="kết quả",
            part_of="results_issued",
        ),
        Indicator(
            "electronic_copies_certified",
            "Đã triển khai chứng thực bản sao điện tử từ bản chính, đầy đủ và đúng quy định",
            "Certification of electronic copies carried out in full",
            kind="yes_no",
        ),
        Indicator(
            "dossiers_of_full_services",
            "Số hồ sơ của các TTHC cung cấp trực tuyến toàn trình, nộp bằng mọi cách",
            "Dossiers of fully online services, however they came",
            unit="hồ sơ",
        ),
        Indicator(
            "dossiers_online_full",
            "Số hồ sơ trực tuyến toàn trình",
            "Dossiers of fully online services handled online",
            unit="hồ sơ",
            part_of="dossiers_of_full_services",
        ),
        Indicator(
            "procedures_paid_online",
            "Số TTHC có phát sinh giao dịch thanh toán trực tuyến",
            "Procedures with any online payment",
            unit="TTHC",
            part_of="procedures_online_payment",
        ),
    ]


def _ministry_2025() -> list[Indicator]:
    """What the ministry's form of 2025 asks a province for beside these."""
    return [
        Indicator(
            "architecture_updated",
            "Đã cập nhật Kiến trúc chính quyền điện tử phiên bản mới nhất",
            "The e-government architecture is up to date",
            kind="yes_no",
        ),
        Indicator(
            "national_reports_share",
            "Tỷ lệ báo cáo định kỳ được gửi, nhận qua Hệ thống thông tin báo cáo quốc gia",
            "Share of periodic reports on the national system",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "departments_connected_share",
            "Tỷ lệ sở, ngành đã kết nối, liên thông với UBND tỉnh",
            "Share of departments connected to the province",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "communes_connected_share",
            "Tỷ lệ UBND cấp xã đã kết nối, liên thông với UBND tỉnh",
            "Share of communes connected to the province",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "electronic_documents_share",
            "Tỷ lệ sử dụng văn bản điện tử của địa phương",
            "Share of electronic documents in the province",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "department_electronic_documents_share",
            "Tỷ lệ sử dụng văn bản điện tử của các sở, ban, ngành cấp tỉnh",
            "Share of electronic documents in departments",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "commune_electronic_documents_share",
            "Tỷ lệ sử dụng văn bản điện tử của UBND cấp xã",
            "Share of electronic documents in communes",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "full_services_share",
            "Tỷ lệ dịch vụ công trực tuyến toàn trình đủ điều kiện",
            "Share of suitable services that are fully online",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "services_fit_for_full",
            "Số dịch vụ công đủ điều kiện lên trực tuyến toàn trình",
            "Services that could be fully online",
            unit="thủ tục",
        ),
        Indicator(
            "services_with_online_dossiers_share",
            "Tỷ lệ dịch vụ công có phát sinh hồ sơ nộp trực tuyến",
            "Share of services with online dossiers",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "services_with_dossiers",
            "Số dịch vụ công trực tuyến có phát sinh hồ sơ",
            "Online services with dossiers",
            unit="thủ tục",
        ),
        Indicator(
            "services_with_online_dossiers",
            "Số dịch vụ công trực tuyến có phát sinh hồ sơ trực tuyến",
            "Online services with online dossiers",
            unit="thủ tục",
            part_of="services_with_dossiers",
        ),
        Indicator(
            "dossiers_online_full_share",
            "Tỷ lệ hồ sơ trực tuyến toàn trình",
            "Share of online dossiers of fully online services",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "dossiers_online_partial_share",
            "Tỷ lệ hồ sơ trực tuyến một phần",
            "Share of online dossiers of partly online services",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "dossiers_of_partial_services",
            "Số hồ sơ của các TTHC cung cấp trực tuyến một phần, nộp bằng mọi cách",
            "Dossiers of partly online services, however submitted",
            unit="hồ sơ",
        ),
        Indicator(
            "dossiers_online_partial",
            "Số hồ sơ trực tuyến một phần",
            "Online dossiers of partly online services",
            unit="hồ sơ",
            part_of="dossiers_of_partial_services",
        ),
        Indicator(
            "procedures_paid_nationally_share",
            "Tỷ lệ TTHC được tích hợp, triển khai thanh toán trực tuyến",
            "Share of procedures with online payment",
            unit="%",
            kind="percent",
            decimals=2,
        ),
        Indicator(
            "procedures_with_fees",
            "Số TTHC có yêu cầu nghĩa vụ tài chính",
            "Procedures with a fee",
            unit="thủ tục",
        ),
        Indicator(
            "procedures_on_national_payment",
            "Số TTHC đã tích hợp thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia",
            "Procedures with payment on the national portal",
            unit="thủ tục",
            part_of="procedures_with_fees",
        ),
    ]
