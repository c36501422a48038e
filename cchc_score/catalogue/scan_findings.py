"""Findings about scanned pages, whose letters and figures a program makes out."""

from cchc_score.catalogue.finding_kind import FindingKinds, error, warning

SCANS: FindingKinds = {
    "scan-read": warning(
        "trang {pages} là bản quét; chữ và số ở đó do máy nhận dạng và có thể sai", "đối chiếu từng số liệu với ảnh của ô nằm cạnh nó",
        "page {pages} is a scan, whose letters and figures a program has made out and may have mistaken", "compare each figure with the picture of its cell, which stands beside it",
    ),
    "scan-no-table": warning(
        "trang quét {pages} không có bảng kẻ ô nào, nên không lấy gì từ đó", "nếu phụ lục ở trang này, quét lại cho rõ đường kẻ hoặc gõ số liệu vào biểu mẫu",
        "the scanned page {pages} has no ruled table, so that nothing is taken from it", "where the appendix stands there, scan it again with clear lines, or type the figures into the form",
    ),
    "scan-row-unplaced": error(
        "không biết chắc '{text}' là dòng nào của biểu mẫu; không lấy số liệu của dòng này", "xem trang đó rồi tự ghi số liệu vào tệp",
        "nobody can be sure which row of the form '{text}' is; its figure is not taken", "look at the page, and write the figure into the file yourself",
    ),
    "scan-unread": error("trong ô có nét chữ nhưng không đọc được", "xem trang đó rồi tự ghi số liệu vào tệp", "something is written in the cell that cannot be made out", "look at the page, and write the figure into the file yourself"),
    "scan-differs": warning("hai bộ nhận dạng đọc khác nhau: '{text}' và '{other}'", "xem ảnh của ô rồi sửa hoặc xác nhận số liệu", "two engines read the cell differently: '{text}' and '{other}'", "look at the picture of the cell, and correct or confirm the figure"),
    "scan-unsure": warning("đọc được '{text}' nhưng không chắc", "xem ảnh của ô rồi sửa hoặc xác nhận số liệu", "'{text}' was made out, but not surely", "look at the picture of the cell, and correct or confirm the figure"),
    "scan-pages": error("có hơn {limit} trang quét", "chỉ giữ lại các trang của phụ lục", "there are more than {limit} scanned pages", "keep only those of the appendix"),
    "scan-large": error("ảnh lớn hơn {most} triệu điểm ảnh, có hơn {limit} trang, hoặc trang quá rộng hay quá nhiều ô", "quét lại ở 300 dpi, khổ A4 hoặc A3, chỉ gồm các trang của phụ lục", "the picture has more than {most} million dots or {limit} pages, or a page is too large or has too many cells", "scan it again with 300 dpi on A4 or A3, and only the pages of the appendix"),
    "scan-heavy": error("nhận dạng tệp này cần hơn {seconds} giây hoặc hơn {megabytes} MB bộ nhớ", "chỉ giữ lại các trang của phụ lục", "making out this file takes more than {seconds} seconds, or more than {megabytes} MB of memory", "keep only the pages of the appendix"),
    "scan-broken": error("tệp ảnh hỏng, bị cắt mất một phần, hoặc không phải là ảnh PNG, JPEG hay TIFF", "quét lại, hoặc xin lại tệp", "the picture is damaged or cut, or is no PNG, JPEG or TIFF at all", "scan it again, or ask for it again"),
    "tesseract-absent": error(
        "nhận dạng bản quét cần Tesseract với tiếng Việt, mà máy này không có", "cài tesseract-ocr và tesseract-ocr-vie (ở chỗ khác thường thì ghi đường dẫn của tesseract vào biến môi trường CCHC_TESSERACT), hoặc xin tệp Word, Excel",
        "to read a scan, Tesseract with Vietnamese is needed, which this computer does not have", "install tesseract-ocr and tesseract-ocr-vie (in an unusual place, put the path of tesseract into the environment variable CCHC_TESSERACT), or ask for the Word or Excel file",
    ),
}
