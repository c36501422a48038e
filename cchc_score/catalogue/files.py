"""Findings about files as such."""

from cchc_score.catalogue.kinds import Kinds, error

FILES: Kinds = {
    "file-absent": error("không có tệp này; kiểm tra lại tên và thư mục", "there is no such file; check its name and folder"),
    "file-unreadable": error("không mở được tệp; kiểm tra quyền đọc", "the file cannot be opened; check the permission to read it"),
    "file-not-regular": error("không phải là tệp thường; hãy chỉ một tệp", "it is not a regular file; name a file"),
    "file-too-large": error("tệp lớn hơn {limit} MB; chia nhỏ hoặc kiểm tra lại tệp", "the file is larger than {limit} MB; split it, or check what it is"),
    "file-changing": error("tệp thay đổi trong khi đọc; đóng chương trình đang ghi tệp rồi chạy lại", "the file changed while it was read; close the program that writes it and run again"),
    "file-not-utf8": error("không phải văn bản UTF-8; lưu lại tệp với mã UTF-8", "it is not UTF-8 text; save the file as UTF-8"),
    "file-kind": error(
        "chưa đọc được loại tệp này; chuyển sang một trong các loại {suffixes}, hoặc để tệp ra ngoài thư mục báo cáo",
        "files of this kind are not read; convert it to one of {suffixes}, or keep it outside the folder of reports",
    ),
    "files-many": error("có hơn {limit} tệp; kiểm tra lại thư mục báo cáo", "there are more than {limit} files; check the folder of reports"),
    "output-folder": error("đây là một thư mục; ghi tên tệp", "this is a folder; name a file"),
    "output-no-folder": error("đây là một tệp; ghi tên thư mục", "this is a file; name a folder"),
    "output-twice": error("hai đơn vị sẽ ghi vào cùng một tệp; đặt mã khác nhau trong danh sách đơn vị", "two units would be written to one file; give them different codes in the list of units"),
    "output-exists": error("tệp đã có; thêm --force để ghi đè", "the file exists; add --force to overwrite it"),
    "output-unwritable": error("không ghi được tệp; kiểm tra thư mục và quyền ghi", "the file cannot be written; check the folder and the permission"),
    "toml-broken": error(
        "sai cú pháp TOML ở dòng này; xem dấu ngoặc kép, ngoặc vuông, dấu bằng, hoặc khóa khai báo hai lần",
        "the TOML of this line cannot be read; look at quotes, brackets, equals signs, or a key declared twice",
    ),
    "toml-deep": error("bảng lồng nhau quá sâu; kiểm tra lại tệp", "the tables are nested too deep; check the file"),
    "toml-key-twice": error("khóa '{key}' khai báo hai lần; bỏ một", "the key '{key}' is declared twice; remove one"),
    "archive-broken": error("tệp hỏng hoặc không phải tệp Word, Excel; mở bằng Word hoặc Excel, lưu lại rồi thử lại", "the file is damaged or no Word or Excel file; open it in Word or Excel, save it again and retry"),
    "archive-old": error("tệp Word, Excel kiểu cũ hoặc có mật khẩu; mở ra, bỏ mật khẩu, lưu lại dạng .docx hoặc .xlsx", "an old Word or Excel file, or one with a password; open it, remove the password, save it as .docx or .xlsx"),
    "archive-encrypted": error("tệp có mật khẩu; bỏ mật khẩu rồi lưu lại", "the file has a password; remove it and save the file again"),
    "archive-large": error("nội dung tệp khi giải nén lớn bất thường (hơn {limit} MB hoặc nén quá chặt); mở bằng Word hoặc Excel, bỏ ảnh và phần thừa, lưu lại", "unpacked, the file is abnormally large (over {limit} MB, or packed too tightly); open it in Word or Excel, remove pictures and what is not needed, save it again"),
    "archive-twice": error("tệp chứa hai phần cùng tên, có thể đã bị sửa; xin lại tệp gốc", "the file holds two parts of one name and may have been tampered with; ask for the original"),
    "archive-nested": error("tệp chứa tệp khác đính kèm bên trong; bỏ tệp đính kèm rồi lưu lại", "the file holds other files inside; remove what is embedded and save it again"),
    "archive-doctype": error("tệp khai báo DOCTYPE, điều mà Word và Excel không làm; xin lại tệp gốc", "the file declares a DOCTYPE, which Word and Excel never do; ask for the original"),
    "archive-kind": error("đuôi tệp không đúng với nội dung; kiểm tra xem là Word hay Excel rồi sửa đuôi tệp", "the file's ending does not fit what it holds; see whether it is Word or Excel and correct the ending"),
    "reader-absent": error("chưa cài phần đọc loại tệp này; chạy: python -m pip install \"cchc-score[{extra}]\"", "what reads this kind of file is not installed; run: python -m pip install \"cchc-score[{extra}]\""),
    "file-crashed": error("đọc tệp này làm chương trình đọc dừng đột ngột; mở bằng Word hoặc Excel, lưu lại rồi thử lại", "reading this file ended the reading process; open it in Word or Excel, save it again and retry"),
    "csv-broken": error("dấu ngoặc kép không đóng, hoặc ký tự lạ; mở tệp bằng bảng tính và lưu lại dạng CSV UTF-8", "a quotation mark does not close, or a strange character; open the file in a spreadsheet and save it as CSV UTF-8"),
    "csv-width": error(
        "dòng có {cells} ô, tiêu đề có {columns} cột; sửa cho bằng nhau, vì số liệu có thể đã lệch cột",
        "the line has {cells} cells, the header {columns} columns; make them equal, the figures may have moved",
    ),
    "csv-empty": error("tệp không có dòng nào; kiểm tra lại tệp", "the file has no lines; check the file"),
    "csv-unit-empty": error("ô 'unit' của dòng này trống, dòng bị bỏ qua; ghi mã đơn vị, hoặc xóa dòng (dòng tổng cộng, chú thích)", "the cell 'unit' of this line is empty, the line is left out; give the unit's code, or delete the line (totals, remarks)"),
    "csv-unit-absent": error("thiếu cột 'unit'; thêm cột đầu tiên 'unit' với mã đơn vị", "there is no column 'unit'; add it first, with the units' codes"),
    "csv-column-twice": error("cột '{column}' có hai lần; bỏ một", "the column '{column}' stands twice; remove one"),
    "csv-column": error("không có chỉ tiêu nào tên '{word}'; cột này bị bỏ qua, sửa tên hoặc xóa cột", "no indicator is called '{word}'; the column is left out, correct its name or delete it"),
    "csv-column-near": error("không có chỉ tiêu nào tên '{word}', cột này bị bỏ qua; có phải ý là '{near}'?", "no indicator is called '{word}', the column is left out; did you mean '{near}'?"),
}
