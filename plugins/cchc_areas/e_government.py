"""Electronic government (chính quyền điện tử): systems, electronic documents, online services, digitising."""

from cchc_score.hookspecs import hookimpl
from cchc_score.model import Indicator

PROCEDURES = "TTHC"
DOSSIERS = "hồ sơ"


@hookimpl
def cchc_indicators() -> list[Indicator]:
    """The facts about electronic government, those of the appendix first."""
    return [*_systems(), *_documents(), *_online_services(), *_outside_the_appendix(), *_two_tiers()]


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
