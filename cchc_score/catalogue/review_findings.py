"""Findings about the workbook in which imported figures are looked through and corrected."""

from cchc_score.catalogue.finding_kind import FindingKinds, error

REVIEW: FindingKinds = {
    "review-nothing": error(
        "không thấy bảng soát nào", "dùng tệp do lệnh import --review tạo ra",
        "no table of a review is found", "use the file that the command import --review makes",
    ),
    "review-unedited": error(
        "bảng không có giá trị đúng hay xác nhận nào, không ghi tệp nào", "điền cột 'Giá trị đúng' hoặc 'Xác nhận'",
        "the table has no correct value and no confirmation, and no file is written", "fill the column 'Correct value' or 'Confirmed'",
    ),
    "review-author": error(
        "không biết ai sửa", "ghi tên ở cột hoặc dòng 'Người soát', hoặc thêm --by",
        "nobody is named who corrects this", "write a name into the column or the line 'Checked by', or add --by",
    ),
    "review-stale": error(
        "bảng ghi {told}, tệp nay ghi {present}", "xuất lại bảng rồi xem lại dòng này, chưa ghi gì cho nó",
        "the table says {told}, the file now {present}", "make the table again and look at this row, which is not written",
    ),
    "review-unit": error(
        "không có tệp nào của đơn vị '{word}' trong thư mục", "kiểm tra mã đơn vị và thư mục",
        "the folder has no file of the unit '{word}'", "check the unit's code and the folder",
    ),
    "review-files": error(
        "đơn vị có nhiều tệp: {files}", "chỉ giữ một",
        "the unit has several files: {files}", "keep one",
    ),
    "review-formula": error(
        "ô này là công thức, không phải một giá trị do người soát ghi", "gõ giá trị vào ô",
        "this cell is a formula and no value that somebody wrote", "type the value into the cell",
    ),
    "review-mark": error(
        "'{text}' không phải là xác nhận", "ghi x, hoặc để trống",
        "'{text}' confirms nothing", "write x, or leave the cell empty",
    ),
    "review-blank": error(
        "dòng này không có số liệu nào để xác nhận", "ghi giá trị đúng, hoặc bỏ dấu x",
        "this row has no figure that could be confirmed", "write the correct value, or remove the x",
    ),
    "review-no-value": error(
        "có lý do mà không có giá trị đúng hay xác nhận", "ghi giá trị đúng hoặc x, hoặc xóa lý do",
        "there is a reason but neither a correct value nor a confirmation", "write the correct value or an x, or clear the reason",
    ),
    "review-unwritable": error(
        "không sửa được dòng của '{key}' trong tệp vì không viết như lệnh import viết", "sửa tay trong tệp",
        "the line of '{key}' in the file cannot be changed, for it is not written as the command import writes it", "correct it there by hand",
    ),
}
"""The kinds of findings."""
