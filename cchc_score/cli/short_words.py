"""What each command does in one short sentence, for the lists of commands, in Vietnamese and English."""

SHORT_HELP: dict[str, tuple[str, str]] = {
    "rank": ("Chấm và xếp hạng các đơn vị.", "Score and rank the units."),
    "score": ("In phiếu điểm của từng đơn vị.", "Print the score sheet of every unit."),
    "explain": ("Diễn giải điểm của một đơn vị.", "Say why a unit has its points."),
    "compare": ("So sánh hai giai đoạn, hai năm hoặc hai bộ tiêu chí.", "Compare two stages, years or schemes."),
    "check": ("Kiểm tra bộ tiêu chí và báo cáo, không chấm điểm.", "Check scheme and reports, score nothing."),
    "import": ("Đọc báo cáo của các xã thành tệp TOML.", "Read what communes send into TOML files."),
    "init": ("Tạo thư mục của một năm, chạy được ngay.", "Make the folder of a year, ready to run."),
    "appraise": ("Nhập bảng thẩm định đã điền.", "Take in a filled appraisal workbook."),
    "merge": ("Gộp hai thư mục của cùng một năm.", "Merge two folders of one year."),
    "export": ("Xuất bảng để điền: tự chấm, thẩm định.", "Write tables to fill in."),
    "template": ("Xuất bảng tự chấm để các xã điền.", "Write the self-score table for communes."),
    "appraisal": ("Xuất bảng thẩm định Excel.", "Write the appraisal workbook."),
    "finding": ("Giải thích một mã lỗi, cảnh báo, ghi chú.", "Explain the code of an error, warning or note."),
    "new": ("Tạo khung bộ tiêu chí, mẫu báo cáo hoặc plugin.", "Begin a scheme, a form or a plugin."),
    "schema": ("In JSON Schema của một loại tệp TOML.", "Print the JSON Schema of a kind of TOML file."),
    "scheme": ("Xem, rà soát, so sánh và thử một bộ tiêu chí.", "Show, lint, compare and test a scheme."),
    "plugins": ("Liệt kê các plugin và những gì chúng đưa ra.", "List the plugins and what they give."),
    "scheme-show": ("In bộ tiêu chí như một phụ lục.", "Print the scheme as an annex."),
    "scheme-lint": ("Rà soát điều đáng ngờ của một bộ tiêu chí.", "Look for what is odd about a scheme."),
    "scheme-diff": ("So sánh hai bộ tiêu chí.", "Compare two schemes."),
    "scheme-test": ("Chạy các trường hợp mẫu của bộ tiêu chí.", "Run the golden cases of a scheme."),
    "scheme-next-year": ("Dời bộ tiêu chí sang năm sau.", "Move a scheme to the next year."),
    "scheme-import": ("Lập bản nháp từ phụ lục của quyết định.", "Draft a scheme from a decision's annex."),
}
"""The sentences by the name of the command's phrase."""
