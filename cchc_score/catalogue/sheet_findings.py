"""Findings about spreadsheets and their cells."""

from cchc_score.catalogue.finding_kind import FindingKinds, error, note, warning

SHEETS: FindingKinds = {
    "sheets-many": error("tệp có hơn {limit} trang tính", "chỉ giữ các trang tính của báo cáo", "the file has more than {limit} sheets", "keep only those of the report"),
    "sheets-large": error(
        "các trang tính chứa nhiều hơn {limit} ô", "xóa định dạng của các dòng, cột trống, hoặc chia nhỏ tệp",
        "the sheets hold more than {limit} cells", "clear the formats of empty rows and columns, or split the file",
    ),
    "sheet-far": error(
        "ô này nằm quá xa phần còn lại của trang tính", "xóa ô đó, hoặc chuyển vào bảng",
        "this cell is too far from the rest of its sheet", "delete it, or move it into the table",
    ),
    "sheet-hidden": note(
        "trang tính bị ẩn nhưng vẫn được đọc", "bỏ ẩn để xem lại, hoặc xóa nếu không dùng",
        "the sheet is hidden but is read all the same", "unhide it to look at it, or delete it if it is not needed",
    ),
    "sheet-unread": warning(
        "trang tính bị ẩn nên không được đọc", "bỏ ẩn nếu là số liệu của báo cáo, hoặc xóa",
        "the sheet is hidden and was not read", "unhide it if it holds the report's figures, or delete it",
    ),
    "rows-hidden": warning(
        "có dòng bị ẩn nhưng có nội dung ({places})", "bỏ ẩn để xem lại, hoặc xóa nếu không dùng",
        "hidden rows hold something ({places})", "unhide them to look at them, or delete them if they are not needed",
    ),
    "columns-hidden": warning(
        "có cột bị ẩn nhưng có nội dung ({places})", "bỏ ẩn để xem lại, hoặc xóa nếu không dùng",
        "hidden columns hold something ({places})", "unhide them to look at them, or delete them if they are not needed",
    ),
}
