"""Findings about PDF documents, and about figures that are drafts until somebody confirms them."""

from cchc_score.catalogue.finding_kind import FindingKinds, error, note, warning

PDF: FindingKinds = {
    "pdf-kind": error("tệp không phải là PDF, dù có đuôi .pdf", "mở xem tệp là loại gì rồi sửa đuôi tệp, hoặc xin lại tệp", "the file is no PDF, though its name ends so", "see what it is and correct the ending, or ask for it again"),
    "pdf-broken": error("tệp PDF hỏng hoặc bị cắt mất phần cuối", "xin lại tệp, hoặc mở ra rồi in lại thành PDF", "the PDF is damaged, or its end is cut off", "ask for it again, or open it and print it as PDF again"),
    "pdf-password": error("tệp PDF có mật khẩu", "bỏ mật khẩu rồi lưu lại", "the PDF has a password", "remove it and save the file again"),
    "pdf-pages": error("tệp PDF có hơn {limit} trang", "chỉ giữ lại các trang của báo cáo và phụ lục", "the PDF has more than {limit} pages", "keep only those of the report and its appendix"),
    "pdf-heavy": error(
        "đọc tệp PDF này cần hơn {seconds} giây hoặc hơn {megabytes} MB bộ nhớ", "chỉ giữ lại các trang của phụ lục, hoặc in lại thành PDF",
        "reading this PDF takes more than {seconds} seconds, or more than {megabytes} MB of memory", "keep only the pages of the appendix, or print it as PDF again",
    ),
    "pdf-scan": error(
        "trang {pages} chỉ là ảnh (bản quét), không có chữ để đọc; không số liệu nào được lấy từ đó", "xin tệp Word hoặc Excel, hoặc gõ các số liệu vào biểu mẫu, hoặc chạy import với --ocr để có bản nháp",
        "page {pages} is only a picture (a scan) without text; no figure is taken from it", "ask for the Word or Excel file, type the figures into the form, or run import with --ocr for a draft",
    ),
    "picture-unread": error(
        "tệp chỉ là ảnh (bản quét, ảnh chụp); không số liệu nào được lấy từ đó", "xin tệp Word hoặc Excel, hoặc gõ các số liệu vào biểu mẫu, hoặc chạy import với --ocr để có bản nháp",
        "the file is only a picture (a scan, a photograph); no figure is taken from it", "ask for the Word or Excel file, type the figures into the form, or run import with --ocr for a draft",
    ),
    "pdf-letters": error("phông chữ trong tệp PDF không cho biết các chữ là chữ gì", "xin tệp Word hoặc Excel, hoặc in lại thành PDF với phông chữ khác", "the fonts of the PDF do not say which letters they show", "ask for the Word or Excel file, or print it as PDF with other fonts"),
    "pdf-layers": warning("tệp PDF có lớp đang ẩn; chữ trên các lớp ấy không ai thấy nhưng vẫn được đọc", "đối chiếu kỹ, hoặc in lại thành PDF", "the PDF has layers that are turned off; text on them, which nobody sees, is read all the same", "compare with care, or print it as PDF again"),
    "pdf-attachments": warning("tệp PDF có đính kèm tệp khác, không được đọc: {names}", "lưu riêng các tệp đó ra nếu cần", "other files are attached to the PDF, which are not read: {names}", "save them apart if they are needed"),
    "pdf-attached": note("số liệu lấy từ tệp {name} đính kèm trong PDF, không lấy từ các trang", "không phải làm gì thêm, trừ khi các trang đã bị sửa", "the figures are taken from {name}, which is attached to the PDF, and not from its pages", "nothing need be done, unless the pages were changed"),
    "pdf-attached-twice": error("tệp PDF có nhiều tệp số liệu của chương trình đính kèm, không biết lấy tệp nào", "chỉ để lại một", "several data files of this program are attached to the PDF, and nobody can tell which counts", "leave one of them"),
    "pdf-table": warning(
        "bảng này nối theo một bảng của báo cáo nhưng không nhận ra được cột nào là cột nào; không lấy gì từ đó", "đối chiếu trang này, hoặc lặp lại tiêu đề bảng ở mỗi trang",
        "this table follows one of the report, but its columns cannot be told; nothing is taken from it", "check this page, or repeat the headings of the table on each page",
    ),
    "pdf-claims": error("bảng tự chấm hay danh mục dạng PDF không được nhận", "gửi tệp Word, Excel hoặc CSV", "a self-score table or a list of items as PDF is not taken", "send a Word, Excel or CSV file"),
    "cell-covered": error("ô có chú thích, con dấu hoặc ô nhập liệu của PDF đè lên; không lấy giá trị '{text}'", "in lại tệp thành PDF, hoặc gõ số liệu vào bảng", "a remark, a stamp or a form field of the PDF lies over the cell; its value '{text}' is not taken", "print the file as PDF again, or type the figure into the table"),
    "cell-cut": error("chữ hoặc số tràn ra ngoài ô, hoặc ô bị ngắt giữa hai trang; không lấy giá trị '{text}'", "nới rộng cột hoặc không cho ngắt dòng bảng giữa hai trang rồi in lại", "letters or digits run out of the cell, or the cell is cut between two pages; its value '{text}' is not taken", "widen the column, or keep rows from breaking over pages, and print it again"),
    "draft-figures": warning(
        "{count} số liệu là bản nháp (đọc từ PDF hoặc bản quét), chưa được tính", "đối chiếu với bản in rồi ghi confirmed = true vào tệp TOML mà lệnh import tạo ra (dưới [report] cho cả tệp, hoặc cạnh từng số liệu), hoặc chạy với --accept-drafts",
        "{count} figures are drafts (read from a PDF or a scan) and do not count", "compare them with the printed page and write confirmed = true into the TOML file that import makes (under [report] for all, or beside a figure), or run with --accept-drafts",
    ),
    "draft-accepted": note("{count} số liệu bản nháp được tính theo --accept-drafts", "đối chiếu với bản in", "{count} figures of drafts count, as --accept-drafts asks", "compare them with the printed page"),
    "draft-differs": warning("{fact}: bản nháp ghi khác: {values}", "xem lại bản in; số liệu không phải bản nháp được tính", "{fact}: the draft says otherwise: {values}", "look at the printed page; the figure that is no draft counts"),
}
