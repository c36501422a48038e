"""A year of twelve communes that is worked at in Excel alone: what each of its people types into the forms.

Every commune types full marks but for what `TYPED` changes; so what it loses can be told by hand.
"""

import datetime
from fractions import Fraction

from openpyxl import load_workbook

CODES = [f"M{at:02}" for at in range(1, 13)]
BLANK, SILENT, LATE, RESAVED = "M08", "M09", "M07", "M06"
FIGURES = {
    12: 1, 13: 30, 14: 30, 15: 5, 17: 4, 18: 2, 19: 2, 21: 20, 22: 20, 23: 0, 25: 100, 26: "Phát phiếu", 27: "Có",
    29: 2, 30: 2, 31: 4, 32: 2, 33: 2, 36: 1, 37: 0, 38: 100, 40: 80, 41: 10, 42: 10, 43: 100, 44: 100,
    46: 200, 47: 40, 48: 0, 49: 60, 50: 100, 51: 200, 52: 100, 53: 0, 54: 40, 55: 60, 56: 40, 57: 20,
    59: 200, 60: 200, 61: 10, 62: 0, 64: 10, 65: 10, 66: 20, 68: 0, 69: "Có ban hành hoặc triển khai KH", 70: 0, 71: 0,
    73: "Có ban hành QC", 74: "Có ban hành QC", 76: "Có", 78: 500, 79: 400, 80: 100, 81: 0, 82: "Đã vận hành",
    83: "Đã kết nối", 85: 20, 86: 30, 87: "Có thực hiện",
}  # fmt: skip
"""What stands in the fourth column of the first sheet, by row."""

MORE = {
    "plan_issued_on": "10/01/2023", "periodic_reports_on_time": 4, "propaganda_plan_issued_on": "20/01/2023",
    "propaganda_sessions": 20, "radio_items": 80, "initiatives": 2, "legal_education_plan": "có",
    "legal_documents_unlawful": 0, "legal_documents_to_review": 4, "procedures_simplified": 3,
    "land_dossiers_received": 40, "handles_construction": "có", "construction_dossiers_received": 20,
    "dossiers_overdue": 0, "feedback_handled": 5, "feedback_received": 5, "working_rules": "có",
    "staff_in_right_post": 20, "violation": "Không vi phạm", "staff_meeting_standards": 20, "staff_trained": 20,
    "staff_rated_good": 20, "budget_disclosed": "có", "investment_disbursed": 1_000_000_000,
    "investment_planned": 1_000_000_000, "community_supervision": "có", "audit_findings_resolved": 2,
    "audit_findings": 2, "website": "có", "digital_signature_share": 100, "dossiers_digitised": 200,
    "online_payment_dossiers": 50, "fee_dossiers": 50,
}  # fmt: skip
"""What stands beside each code of the second sheet."""

TYPED = {
    "M02": {51: 190, 52: 90, 62: 5, "dossiers_overdue": 10},
    "M03": {14: 24},
    "M04": {"plan_issued_on": datetime.date(2023, 1, 20)},
    "M05": {"violation": "Vi phạm nhẹ"},
    "M06": {"initiatives": 1},
    "M10": {57: None, "handles_construction": "không", "construction_dossiers_received": None},
    "M11": {"dossiers_digitised": 160},
    "M12": {"staff_trained": None},
}
LOST = {
    "M02": Fraction(1, 4),  # 190 of 200 dossiers in time: 4,75 of 5; the letters of 3.3.4 the council settles
    "M03": Fraction(3, 2),  # 24 of 30 tasks: 1,5 of 3
    "M04": Fraction(1, 2),  # the plan after the 15th: 0,5 of 1
    "M06": Fraction(1, 2),  # one initiative: 0,5 of 1
    "M11": Fraction(1, 2),  # 160 of 200 dossiers: 2 of 2,5
}
"""What the figures cost each commune, worked out by hand."""

APPRAISED = {
    "An": {("M02", "3.3.4"): (0.5, "chỉ có 3 thư"), ("M05", "5.1.2"): (0, "vi phạm nghiêm trọng")},
    "Bình": {("M02", "3.3.4"): ("0,25", "thư không có dấu"), ("M11", "7.1.4"): (0, "trang không mở được")},
}
FIGURE_CHANGED = ("M12", "staff_trained", 15, "theo quyết định cử đi học")
COSTS = {"M02": Fraction(3, 2) - Fraction(1, 2), "M05": Fraction(7, 2), "M11": Fraction(1), "M12": Fraction(1)}
"""What the appraisal costs each commune, worked out by hand.

The council gives M02 0,5 of 1,5 for its letters; 15 of 20 people trained are 75%: 1 of 2.
"""

SATISFIED = dict(zip(CODES, (96, 93, 85, 75, 60, 96, 93, 85, 75, 96, 93, 85), strict=True))
SURVEY_POINTS = {96: Fraction(6), 93: Fraction(5), 85: Fraction(7, 2), 75: Fraction(2), 60: Fraction(0)}
COUNCIL_POINTS = Fraction(5, 2)
SURVEY = {"Tỷ lệ hài lòng của người dân, tổ chức (%)": SATISFIED}
OWNER, SUPERVISED = "Xã làm chủ đầu tư", "M03"
COUNCIL = {
    "Điểm thẩm định tổ chức và hoạt động của Bộ phận một cửa (điểm)": dict.fromkeys(CODES, 2.5),
    "Vai trò của xã trong các dự án đầu tư công": dict.fromkeys(CODES, OWNER) | {SUPERVISED: "Cấp trên làm chủ đầu tư"},
}
"""What the survey and the council give, by heading and unit; one commune owns no investment."""


def totals():
    """The points that each commune gets in the end; one that has sent nothing has what others gave it."""
    return {code: _own(code) + SURVEY_POINTS[SATISFIED[code]] + COUNCIL_POINTS for code in CODES}


def _own(code):
    if code in (BLANK, SILENT):
        return Fraction(0)
    # All but the 6 points of the survey and the 3 of the council.
    return reachable(code) - 9 - LOST.get(code, 0) - COSTS.get(code, 0)


def reachable(code):
    """The maximum of a commune: M10 takes in no dossiers on construction, which are worth 1,5."""
    return 100 - (Fraction(3, 2) if code == "M10" else 0)


def list_units(path, target):
    """The coordinator: twelve units instead of those that the form shows."""
    book = load_workbook(path)
    page = book.active
    for at, code in enumerate(CODES):
        kind = "xã" if at < 9 else "phường"
        for column, text in ((1, code), (2, f"Xã Mẫu {code[1:]}"), (3, kind), (8, "có")):
            page.cell(6 + at, column).value = text
    book.save(target)


def fill_commune(path, target, code):
    """A clerk: figures, full claims with evidence, and the day; the blank one only sends it back."""
    book = load_workbook(path)
    if code != BLANK:
        _type_commune(*book.worksheets, TYPED.get(code, {}), "16/12/2023" if code == LATE else "10/12/2023")
    book.save(target)


def _type_commune(figures, more, claims, typed, day):
    for row, value in FIGURES.items():
        figures.cell(row, 4).value = typed.get(row, value)
    for row in range(11, more.max_row + 1):
        indicator = more.cell(row, 1).value
        if indicator in MORE:
            more.cell(row, 4).value = typed.get(indicator, MORE[indicator])
    for page in (figures, more, claims):
        page["B8"] = day
    other = "6.3.1" if SUPERVISED in claims["A7"].value else "6.3.2"
    for row in range(11, 85):
        number, cell = claims.cell(row, 1).value, claims.cell(row, 6)
        if cell.protection.locked or number == other:
            continue
        absent = number == "3.3.3" and "handles_construction" in typed
        cell.value = "không áp dụng" if absent else claims.cell(row, 4).value
        claims.cell(row, 7).value = f"Hồ sơ {number}"


def fill_columns(path, target, heading_row, columns):
    """A survey officer or the council: by heading the values of a column, by unit code."""
    book = load_workbook(path)
    page = book.active
    places = {cell.value: cell.column for cell in page[heading_row]}
    for row in page.iter_rows(min_row=heading_row + 1):
        for heading, values in columns.items():
            if row[0].value in values:
                page.cell(row[0].row, places[heading]).value = values[row[0].value]
    book.save(target)


def appraise(path, target, units, who):
    """An appraiser: present marks written once more, some others with a reason, one figure."""
    book = load_workbook(path)
    marks, figures = book.worksheets
    places = {cell.value: cell.column - 1 for cell in marks[6]}
    for row in marks.iter_rows(min_row=7):
        now, new = row[places["Điểm hiện tại"]], row[places["Điểm mới"]]
        at = (row[0].value, row[2].value)
        if at in APPRAISED[who]:
            new.value, row[places["Lý do"]].value = APPRAISED[who][at]
            row[places["Tài liệu kiểm chứng"]].value = "Biên bản 05"
        elif at[0] in units and at[1] != "3.6":
            new.value = now.value
    if who == "An":
        _change_figure(figures, *FIGURE_CHANGED)
    book.save(target)


def _change_figure(page, code, indicator, value, reason):
    places = {cell.value: cell.column - 1 for cell in page[6]}
    for row in page.iter_rows(min_row=7):
        if (row[0].value, row[2].value) == (code, indicator):
            row[places["Giá trị mới"]].value, row[places["Lý do"]].value = value, reason
            row[places["Tài liệu kiểm chứng"]].value = "không có"


def answer(path, target):
    """A clerk who answers the first row that was changed, with the day."""
    book = load_workbook(path)
    page = book.active
    heading = next(cell for row in page.iter_rows() for cell in row if cell.value == "Trả lời của đơn vị")
    page.cell(heading.row + 1, heading.column).value = "Đề nghị xem lại"
    day = next(row[0].row for row in page.iter_rows() if row[0].value == "Ngày:")
    page.cell(day, 2).value = "04/01/2024"
    book.save(target)
