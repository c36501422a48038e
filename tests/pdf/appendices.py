"""A small appendix with all that the real one has, printed as PDF in any manner, and what must be read of it."""

from cchc_score.documents import Tables
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from cchc_score.model import Answer, Form, FormRow, Indicator, Unit
from cchc_score.pdf import pdf_child, pdf_document
from tests.pdf_files import Manner, PrintedCell, Printer

_LABELS = {
    "1.1": "Số nhiệm vụ đề ra trong kế hoạch cải cách hành chính của năm",
    "1.2": "Số nhiệm vụ đã hoàn thành trong năm",
    "1.3": "Số lượt người dự các hội nghị tuyên truyền",
    "2.1": "Tổng số hồ sơ tiếp nhận giải quyết",
    "2.1/1": "Tiếp nhận trực tiếp tại bộ phận một cửa",
    "2.1/2": "Tiếp nhận trực tuyến",
    "2.1/3": "Tiếp nhận trực tuyến toàn trình qua cổng dịch vụ công",
    "2.2": "Số hồ sơ quá hạn được xin lỗi bằng văn bản theo quy định",
    "2.3": "Tỷ lệ hồ sơ giải quyết đúng hạn",
    "3.1": "Đã niêm yết công khai đầy đủ thủ tục hành chính",
    "3.2": "Số phản ánh, kiến nghị của người dân",
}
_KINDS = {"2.3": "percent", "3.1": "yes_no"}
INDICATORS = {
    f"f{code.replace('.', '_').replace('/', '_')}": Indicator(
        f"f{code.replace('.', '_').replace('/', '_')}",
        label,
        kind=_KINDS.get(code, "count"),
        decimals=2 if code == "2.3" else 0,
    )
    for code, label in _LABELS.items()
}
_LEGEND = (Answer(0, "no", "Không"), Answer(1, "yes", "Có"))
ROWS = (
    FormRow("1", "CHỈ ĐẠO ĐIỀU HÀNH", "header"),
    *(
        FormRow(
            code, label, unit="" if code == "3.1" else "%" if code == "2.3" else "Hồ sơ",
            indicator=f"f{code.replace('.', '_').replace('/', '_')}", legend=_LEGEND if code == "3.1" else (),
        )
        for code, label in _LABELS.items()
    ),
)  # fmt: skip
FORM = Form(
    "mau", "Mẫu", {row.code: row for row in ROWS}, "CẢI CÁCH HÀNH CHÍNH CỦA UBND", "Báo cáo năm",
    ("STT", "Chỉ tiêu thống kê", "Kết quả thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"), ("Trong đó",), ("nt",),
    {
        "code": ("STT",), "label": ("Chỉ tiêu thống kê",), "unit": ("Đơn vị tính",), "value": ("Số liệu",),
        "remark": ("Ghi chú",),
    },
)  # fmt: skip
UNITS = (Unit("15865", "Xã Hoằng Cát", "xã"), Unit("15868", "Xã Hoằng Quý", "xã"))
VALUES = {
    "1.1": "27", "1.2": "25", "1.3": "1.340", "2.1": "2.615", "2.1/1": "1204", "2.1/2": "903", "2.1/3": "508",
    "2.2": "04", "2.3": "98,75", "3.1": "1", "3.2": "16",
}  # fmt: skip
"""Values that differ from row to row, so that one that has moved shows."""
RIGHT = {
    "1.1": 27, "1.2": 25, "1.3": 1340, "2.1": 2615, "2.1/1": 1204, "2.1/2": 903, "2.1/3": 508, "2.2": 4,
    "2.3": 98.75, "3.1": True, "3.2": 16,
}  # fmt: skip
HEADINGS = (
    (
        PrintedCell("STT", goes_on=True), PrintedCell("Chỉ tiêu thống kê (Báo cáo năm 2023)", goes_on=True),
        PrintedCell("Kết quả thống kê", columns=2), None, PrintedCell("Ghi chú", goes_on=True),
    ),
    (PrintedCell(begun=True), PrintedCell(begun=True), "Đơn vị tính", "Số liệu", PrintedCell(begun=True)),
)  # fmt: skip
PLAIN = Manner()
TITLE = "PHỤ LỤC THỐNG KÊ SỐ LIỆU VỀ KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG CÁT"


def rows(values=VALUES, remarks=None, upright=False):
    """The rows of the appendix as cells to print; 'Trong đó' stands before the first of the parts."""
    found = []
    for row in ROWS:
        part = "/" in row.code
        number = row.code.partition("/")[2]
        # Upright it is written from below, and merged over the parts; else it stands in the first of them.
        word = "Trong đó" if number == ("3" if upright else "1") else ""
        code = PrintedCell(word, upright=upright, begun=number > "1", goes_on=number < "3") if part else row.code
        unit = "Không = 0;\nCó = 1" if row.legend else row.unit
        found.append((code, row.label, unit, values.get(row.code, ""), (remarks or {}).get(row.code, "")))
    return found


def appendix(manner=PLAIN, values=VALUES, remarks=None, prose=True, upright=False, draw=None):
    """An appendix as PDF; `draw` may draw on the last page what it likes."""
    printer = Printer(manner)
    if prose:
        printer.side_by_side("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        printer.side_by_side("XÃ HOẰNG CÁT", "Độc lập - Tự do - Hạnh phúc")
        printer.paragraph("BÁO CÁO", centred=True)
        printer.paragraph(
            "Năm 2023, Ủy ban nhân dân xã đã ban hành 12 văn bản chỉ đạo, kiểm tra 3 bộ phận chuyên môn và họp 27 lần."
        )
    printer.paragraph(TITLE, centred=True)
    printer.y -= 6
    printer.table(HEADINGS, rows(values, remarks, upright))
    printer.paragraph("Nơi nhận: UBND huyện (b/c); Lưu: VT.")
    if draw is not None:
        draw(printer)
    return printer.done()


def document(data):
    """What the program makes of a PDF, read in this process."""
    return pdf_document._document(pdf_child.read_pdf(data)["pages"], "15865.pdf", [])


def year_of(found: Tables, accept=True, name="15865.pdf"):
    """The year of one document."""
    reports = reports_of(found, name, FORM, INDICATORS, 2023)
    return join(reports, UNITS, 2023, FORM, INDICATORS, accept_drafts=accept)


def figures(gathered):
    """The known figures of Hoằng Cát by row of the form."""
    table = gathered.table
    return {row.code: table.value(0, row.indicator) for row in ROWS if row.indicator and table.known(0, row.indicator)}


def wrong(gathered, right=RIGHT):
    """The figures that are not what the appendix prints."""
    return {code: value for code, value in figures(gathered).items() if float(value) != right.get(code)}


def findings(gathered, *quiet):
    """The kinds of what was told, but for what every appendix here has."""
    usual = {"unit-without-report", "draft-accepted", "draft-figures", "value-leading-zero", *quiet}
    return sorted({one.code for one in gathered.findings} - usual)
