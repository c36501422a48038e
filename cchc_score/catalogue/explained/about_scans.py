"""What lies behind findings about scanned pages, in Vietnamese and English."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "scan-read": (
        "Với --ocr, lệnh import tìm bảng kẻ ô trên ảnh của trang, đọc chữ bằng Tesseract và số bằng RapidOCR. Mọi số liệu đọc được đều là bản nháp: chúng chỉ được tính sau khi có người so với ảnh của ô và ghi confirmed = true.",
        "With --ocr, import looks for ruled tables on the picture of a page, and reads words by Tesseract and figures by RapidOCR. All figures are drafts: they count only once somebody has compared them with the pictures of their cells and writes confirmed = true.",
    ),
    "scan-no-table": (
        "Chỉ bảng có kẻ ô mới cho biết số nào thuộc dòng nào. Trang chỉ có văn xuôi không được nhận dạng; trang có bảng nhưng đường kẻ quá mờ, hay trang trống, cũng được nêu ở đây.",
        "Only a ruled table says which figure belongs to which row. Pages of prose are not read; a page whose lines are too faint, or a blank one, is told here too.",
    ),
    "scan-row-unplaced": (
        "Dòng được nhận ra nhờ mã, nhãn gần giống và thứ tự trong biểu mẫu. Khi nhãn bị đọc sai nhiều, khi hai dòng cùng có thể, hay khi dòng đứng sai thứ tự, gán vào đâu cũng là đoán; số liệu của dòng là chưa biết.",
        "A row is met by its code, a nearly equal label and its order in the form. Where too much of the label was misread, where two rows could be meant, or where it stands out of order, any place would be a guess; its figure is unknown.",
    ),
    "scan-unread": (
        "Ô không trống, nhưng không bộ nhận dạng nào đọc ra chữ hay số: có thể là chữ viết tay, con dấu hay vết bẩn. Nó không phải là ô trống và cũng không phải là 0; số liệu là chưa biết.",
        "The cell is not blank, and yet neither engine makes out a sign: it may be handwriting, a stamp or a stain. It is neither blank nor 0; the figure is unknown.",
    ),
    "scan-differs": (
        "Mỗi ô có chữ số được đọc hai lần bởi hai chương trình độc lập. Số của RapidOCR được ghi lại, vì nó đúng nhiều hơn trên các bản quét đã thử, nhưng khi Tesseract đọc khác thì số liệu bị nghi vấn cho đến khi có người xem ảnh.",
        "Each cell of digits is read twice, by two programs that know nothing of each other. What RapidOCR reads is kept, for it was right more often on the scans that were tried; where Tesseract reads something else the figure is in doubt until somebody looks at the picture.",
    ),
    "scan-unsure": (
        "Bộ nhận dạng tự cho biết nó chắc đến đâu. Dưới mức đã đặt, hoặc khi chỉ một bộ đọc được, số liệu bị nghi vấn dù có thể đúng.",
        "An engine says itself how sure it is. Below what is asked for, or where only one of them could read the cell, the figure is in doubt, right as it may be.",
    ),
    "scan-pages scan-large scan-heavy": (
        "Ảnh được nhận dạng trong một tiến trình riêng có giới hạn về số trang, số điểm ảnh, bộ nhớ và thời gian, kiểm tra trước khi giải nén ảnh; một tệp cố ý không làm treo máy. Số liệu trong tệp là chưa biết, các tệp khác vẫn được đọc.",
        "Pictures are read in a process of its own with limits of pages, dots, memory and time, which are held before a picture is unpacked, so that a hostile file does not hang the computer. Its figures are unknown; other files are read all the same.",
    ),
    "scan-broken": (
        "Ảnh thiếu phần cuối vẫn mở được bằng nhiều chương trình, và phần thiếu hiện ra màu xám: các dòng ở đó sẽ mất mà không ai biết. Vì vậy cả tệp bị từ chối.",
        "Much software opens a picture that lacks its end and shows grey in its place: rows there would be gone without a word. So the whole file is refused.",
    ),
    "tesseract-absent": (
        "RapidOCR không biết chữ tiếng Việt có dấu, nên tên các dòng cần Tesseract. Đó là chương trình cài riêng, không kèm theo gói Python; không gì được tải về khi chạy.",
        "RapidOCR knows no Vietnamese letters, so that the labels of rows need Tesseract. It is a program of its own that no Python package brings; nothing is downloaded while this runs.",
    ),
}
