"""What lies behind findings about files, folders, archives and tables, in Vietnamese and English."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "file-absent": (
        "Lệnh được giao một tệp không có ở đó: gõ sai tên, thiếu đuôi (.docx, .xlsx), hoặc đang đứng ở thư mục khác. Không có gì được đọc thay cho nó.",
        "The command was given a file that is not there: a slip in the name, its ending left out, or another folder than the one you are in. Nothing is read in its place.",
    ),
    "file-unreadable path-forbidden": (
        "Máy không cho mở, thường do quyền của thư mục mạng, tệp của người dùng khác, hoặc Word, Excel đang giữ tệp. Báo cáo trong đó chưa được tính, nên điểm của đơn vị có thể thiếu.",
        "The computer does not let it be opened: rights of a network folder, a file of another user, or Word or Excel holding it. A report in it does not count yet, so that a unit's points may be incomplete.",
    ),
    "file-in-use": (
        "Windows không cho đọc hay ghi tệp mà chương trình khác đang giữ riêng, thường là Excel, Word hoặc phần mềm đồng bộ. Báo cáo không đọc được thì chưa được tính; tệp không ghi được thì bản cũ còn nguyên.",
        "Windows lets no file be read or written that another program keeps to itself, mostly Excel, Word or what synchronises folders. A report that cannot be read does not count yet; a file that cannot be written is left as it was.",
    ),
    "file-empty": (
        "Tệp dài 0 byte, thường do lần chép hoặc tải về bị ngắt. Tệp trống không nói gì: không coi là 0 hồ sơ, cũng không coi là đã báo cáo.",
        "The file has no byte in it, mostly because copying or downloading was cut short. It says nothing: neither that figures are 0 nor that the unit has reported.",
    ),
    "folder-unreadable": (
        "Bên trong có thể còn báo cáo mà chương trình không thấy. Nếu bỏ qua thì có xã bị coi là chưa báo cáo, nên lệnh dừng với mã 3.",
        "There may be reports inside that nobody sees. Passing over them would make a commune look as if it had sent nothing, so the command ends with code 3.",
    ),
    "folder-linked": (
        "Liên kết có thể dẫn ra ngoài thư mục của năm, hoặc vòng lại chính nó; kết quả khi đó tùy máy. Chỉ những gì nằm thật trong thư mục mới được đọc.",
        "A link may lead out of the year's folder, or back to itself, and the result would depend on the computer. Only what really lies in the folder is read.",
    ),
    "folder-unfinished": (
        "Lệnh xuất nhiều tệp để lại một tệp đánh dấu cho đến khi ghi xong tệp cuối. Dấu còn đó nghĩa là lần trước bị ngắt: số tệp có thể chưa đủ mọi đơn vị.",
        "A command that writes many files leaves a mark until the last is written. The mark is still there, so the last run was cut short and some units may have no file.",
    ),
    "name-long": (
        "Phần lớn hệ thống tệp cho tên dài 255 byte. Chữ có dấu dài hai hoặc ba byte, nên khoảng một trăm chữ tiếng Việt đã quá giới hạn.",
        "Most file systems allow names of 255 bytes. A letter with accents takes two or three of them, so that about a hundred Vietnamese letters are already too many.",
    ),
    "disk-full": (
        "Tệp đang ghi dở được bỏ đi, tệp cũ cùng tên còn nguyên: không có tệp nào ghi một nửa.",
        "The file that was being written is thrown away and an older one of its name is whole: no file is half written.",
    ),
    "open-files memory-full": (
        "Đây là giới hạn của máy, không phải lỗi của số liệu. Kết quả chưa được in và không tệp nào bị sửa.",
        "This is a limit of the computer, no fault of the data. No result was printed and no file was changed.",
    ),
    "folder-gone": (
        "Cửa sổ lệnh còn đứng trong một thư mục đã bị xóa, đổi tên hoặc nằm trên USB đã rút.",
        "The terminal still stands in a folder that was deleted or renamed, or that lay on a stick that was pulled out.",
    ),
    "output-lost": (
        "Số điểm đã tính xong nhưng không tới được màn hình, đường ống hoặc tệp. Một phần có thể đã in ra: đừng dùng phần đó.",
        "The points were computed but did not reach the screen, the pipe or the file. A part may have been printed: do not use it.",
    ),
    "input-closed": (
        "Dấu '-' trên dòng lệnh nghĩa là đọc tài liệu từ đầu vào chuẩn, mà đầu vào ấy không có gì nối vào.",
        "A '-' on the command line means that a document comes by standard input, and nothing is connected to it.",
    ),
    "system-refuses": (
        "Máy trả lời một lỗi mà chương trình không có lời riêng: ổ đĩa hỏng, mạng đứt, USB lỏng. Lời của máy nằm trong ngoặc.",
        "The computer answered with an error for which the program has no words of its own: a bad disk, a lost network, a loose stick. Its own words stand in brackets.",
    ),
    "file-not-regular": (
        "Đường dẫn là thư mục, thiết bị hoặc ống dẫn. Đọc những thứ đó có thể không bao giờ dừng.",
        "The path is a folder, a device or a pipe. Reading such a thing might never end.",
    ),
    "file-too-large": (
        "Báo cáo của một xã chỉ vài MB. Tệp lớn hơn giới hạn thường chứa ảnh quét hoặc là tệp khác; nó bị từ chối trước khi mở, để máy không bị treo.",
        "A commune's report has a few MB. A file above the limit mostly holds scans, or is another file; it is refused before it is opened, so that the computer does not hang.",
    ),
    "file-changing": (
        "Tệp có hai nội dung trong lúc đọc, thường vì Excel đang lưu hoặc đang đồng bộ. Đọc một nửa cũ một nửa mới sẽ cho con số không ai ghi.",
        "The file had two contents while it was read, mostly because Excel was saving or a folder was being synchronised. Half of each would give figures that nobody wrote.",
    ),
    "file-not-utf8": (
        "Tệp chữ được lưu bằng bảng mã khác (như Windows-1258), hoặc bị cắt cụt. UTF-8 và UTF-16 thì đọc được; văn bản và CSV theo TCVN3 hay VNI thì đọc được với --encoding. Đoán bảng mã có thể làm sai dấu trong tên xã, nên không đoán.",
        "The text was saved in another encoding (as Windows-1258), or is cut. UTF-8 and UTF-16 are read, and texts and CSV in TCVN3 or VNI with --encoding. A guess could garble the accents of a commune's name, so there is none.",
    ),
    "file-kind": (
        "Chương trình chỉ mở loại tệp nó biết đọc chắc chắn. Tệp bị bỏ lại có thể là một báo cáo, nên việc ấy được nói ra chứ không im lặng.",
        "The program opens only what it can read with certainty. A file that is left aside may be a report, so it is told and not passed over.",
    ),
    "value-control": (
        "Ký tự điều khiển (không in ra được) thường đi theo khi chép từ trang web hoặc PDF. Nó không hiện trên màn hình nhưng làm tên không bao giờ khớp.",
        "Control characters, which do not print, come along when text is copied from web pages or PDF. They are not seen, and the name never fits.",
    ),
    "last-year-absent": (
        "Số liệu năm trước dùng cho tiêu chí so với năm trước. Không có thư mục ấy thì các số đó là chưa biết, trừ khi báo cáo năm nay tự ghi.",
        "Last year's figures serve criteria that compare with last year. Without that folder they are unknown, unless this year's report states them.",
    ),
    "folder-absent": (
        "`cchc.toml` hoặc dòng lệnh nêu một nơi không có. Kết quả in ra như thể ở đó không có báo cáo nào.",
        "`cchc.toml` or the command line names a place that is not there. The result is that of a year without the reports in it.",
    ),
    "files-many": (
        "Thường là chỉ nhầm thư mục (cả ổ đĩa, thư mục tải về). Đọc hết sẽ rất lâu và lẫn tài liệu không phải báo cáo.",
        "Mostly the wrong folder was named (a whole disk, the downloads). Reading it all would take long and mix in what is no report.",
    ),
    "output-not-empty output-exists": (
        "Chương trình không ghi đè việc của người khác nếu không được bảo. Những gì đang có vẫn nguyên.",
        "The program does not write over somebody's work unasked. What is there is left as it was.",
    ),
    "output-folder output-no-folder": (
        "Với `-o`, có lệnh cần tên tệp (một kết quả), có lệnh cần tên thư mục (nhiều tệp). Nơi được nêu thuộc loại kia.",
        "With `-o` some commands take a file (one result), others a folder (many files). The one named is of the other kind.",
    ),
    "output-nowhere": (
        "Chương trình không tự tạo thư mục cho tệp kết quả: tên gõ sai sẽ thành một thư mục mới mà không ai tìm.",
        "The program makes no folder for a result: a name typed wrongly would become a new folder in which nobody looks.",
    ),
    "output-twice": (
        "Tên tệp lấy từ mã đơn vị. Hai mã chỉ khác chữ hoa, chữ thường hoặc cách ghi dấu sẽ thành một tên trên Windows, và tệp sau đè tệp trước.",
        "File names come from the units' codes. Two codes that differ only in case or in how accents are stored become one name on Windows, and the second file would replace the first.",
    ),
    "output-unwritable": (
        "Thư mục chỉ cho đọc, tệp đang mở trong Word hoặc Excel, hoặc ổ mạng mất kết nối. Kết quả chưa được ghi.",
        "The folder is read-only, the file is open in Word or Excel, or a network drive is gone. The result was not written.",
    ),
    "archive-broken archive-kind": (
        "Tệp .docx, .xlsx, .ods, .xls có cấu trúc riêng; tệp này không có. Nó có thể bị hỏng khi gửi, hoặc chỉ được đổi đuôi.",
        "Files .docx, .xlsx, .ods and .xls have a structure of their own, which this one lacks. It was damaged on the way, or only its ending was changed.",
    ),
    "archive-old archive-encrypted": (
        "Tệp có mật khẩu được mã hóa, không đọc được nếu không mở ra. Chương trình không hỏi và không lưu mật khẩu.",
        "A file with a password is encrypted and cannot be read as it is. The program neither asks for passwords nor keeps any.",
    ),
    "archive-large document-large": (
        "Tệp nhỏ có thể bung ra rất lớn, vô tình (ảnh, định dạng) hoặc cố ý. Giới hạn được kiểm tra trước khi bung.",
        "A small file can unpack to a huge one, by accident (pictures, formatting) or on purpose. The limit is checked before unpacking.",
    ),
    "archive-twice archive-nested archive-doctype": (
        "Word và Excel không bao giờ ghi như vậy. Nội dung người ta thấy khi mở có thể khác nội dung đọc được, nên tệp bị từ chối.",
        "Word and Excel never write this. What people see on opening it could differ from what is read, so the file is refused.",
    ),
    "reader-absent writer-absent": (
        "Đọc Word, Excel, PDF và ghi Word, Excel cần thêm thư viện, chỉ cài khi cần. Các lệnh khác vẫn chạy không có nó.",
        "Reading Word, Excel and PDF, and writing Word and Excel, needs libraries that are installed only where they are wanted. All else works without them.",
    ),
    "file-crashed": (
        "Tệp được đọc trong một tiến trình riêng, và tiến trình ấy đã chết. Các tệp khác vẫn được đọc.",
        "The file was read in a process of its own, and that process died. Other files are read all the same.",
    ),
    "file-slow": (
        "Tệp .xls, .xlsb, .ods được đọc trong một tiến trình riêng có giới hạn thời gian. Tệp báo cáo bình thường chỉ mất chưa đến một giây. Các tệp khác vẫn được đọc.",
        "Files .xls, .xlsb and .ods are read in a process of its own with a limit on time. An ordinary report takes less than a second. Other files are read all the same.",
    ),
    "sheets-unseen": (
        "Cùng một con số lưu trong tệp có thể hiện ra là 0,95 hay 95%, có thể bị gạch ngang hoặc nằm trong dòng ẩn. Không biết người đọc nhìn thấy gì thì không lấy số nào.",
        "The same stored number may show as 0.95 or 95%, be struck out, or stand in a hidden row. Where it is not known what a reader sees, no figure is taken.",
    ),
    "table-wide table-large csv-large sheets-many sheets-large": (
        "Phụ lục của một báo cáo không lớn như vậy; thường do định dạng cả cột hoặc dán nhầm. Không đọc một phần, vì phần bỏ lại có thể chứa số liệu.",
        "No appendix is as large as this; mostly whole columns were formatted or something was pasted by mistake. No part of it is read, since the part left out may hold figures.",
    ),
    "revisions": (
        "Văn bản có chữ đã xóa và chữ mới thêm cùng lúc. Con số được lấy là con số sau khi chấp nhận mọi sửa đổi; người ký có thể đã nghĩ khác.",
        "The document holds deleted and inserted text at once. The figures taken are those with all changes accepted; whoever signed it may have meant otherwise.",
    ),
    "numbering-automatic": (
        "Số thứ tự do Word tự đánh không nằm trong văn bản. Dòng vẫn được tìm theo tên; nếu tên cũng khác mẫu thì dòng không được lấy.",
        "Numbers that Word makes itself do not stand in the text. The row is still looked for by its label; if that differs too, it is not taken.",
    ),
    "csv-broken": (
        "Dấu nháy kép mở mà không đóng làm mọi dòng sau thành một ô. Không thể biết ô ấy kết thúc ở đâu, nên cả tệp không được lấy.",
        "A quotation mark that opens and does not close makes one cell of all that follows. Nobody can tell where it ends, so none of the file is taken.",
    ),
    "csv-width": (
        "Thừa một dấu phân cách (ví dụ 1,5 trong tệp ngăn bằng dấu phẩy) đẩy mọi số sau sang phải một cột: số của việc này thành số của việc khác. Dòng này không được lấy.",
        "One separator too many (1,5 in a file with commas) pushes all later figures one column to the right: the figure of one thing becomes that of another. The line is not taken.",
    ),
    "csv-short": (
        "Excel bỏ các ô trống ở cuối dòng khi lưu CSV, nên dòng ngắn là bình thường. Ô thiếu là chưa biết, không phải 0.",
        "Excel leaves out empty cells at the end of a line when it saves CSV, so short lines are usual. A missing cell is unknown, not 0.",
    ),
    "csv-empty": (
        "Tệp chỉ có dấu phân cách hoặc dòng trống. Nó không nói đơn vị nào báo cáo gì.",
        "The file holds separators or blank lines only. It does not say that any unit reported anything.",
    ),
    "csv-unit-empty csv-unit-absent": (
        "Mỗi dòng thuộc về một đơn vị qua cột đơn vị. Dòng không có đơn vị không thể cho ai điểm; dòng tổng cộng cũng thường như vậy.",
        "Each line belongs to a unit by its column of units. A line without one gives points to nobody; totals often look like that.",
    ),
    "csv-year": (
        "Cột năm giữ cho số liệu năm khác không được chấm như năm nay. Năm không đọc được thì không biết dòng thuộc năm nào.",
        "The column of years keeps figures of other years from being scored as this year's. With an unreadable year nobody knows to which the line belongs.",
    ),
    "csv-column csv-column-twice": (
        "Tên cột phải là mã số liệu, mã dòng hoặc tên dòng của mẫu. Cột bị bỏ qua nghĩa là số liệu ấy của mọi đơn vị trong tệp là chưa biết.",
        "A column is named by a fact's code, or a row's code or label in the form. A column left out means that this fact is unknown for every unit in the file.",
    ),
    "sheet-far": (
        "Một ô lạc ở rất xa (do gõ nhầm) làm trang tính dài hàng triệu dòng. Trang tính không được đọc đến đó.",
        "A stray cell far away, typed by mistake, makes the sheet millions of rows long. The sheet is not read as far as that.",
    ),
    "sheet-hidden sheet-unread": (
        "Người nhận báo cáo không thấy trang ẩn khi mở tệp. Điều tính là điều nhìn thấy; trang ẩn nào vẫn được đọc thì được nói rõ.",
        "Whoever opens the file does not see a hidden sheet. What counts is what is seen; where a hidden sheet is read all the same, it is said.",
    ),
    "rows-hidden columns-hidden": (
        "Nội dung ẩn thường còn lại từ bản cũ. Số liệu ẩn của phụ lục không được lấy: người ký không nhìn thấy nó.",
        "What is hidden is often left from an older version. Hidden figures of an appendix are not taken: whoever signed it did not see them.",
    ),
}
"""Codes, several where one explanation fits all, with the explanation."""
