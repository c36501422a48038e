"""What lies behind findings about documents and text that are converted before they are read, in both languages."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "text-legacy": (
        "TCVN3 và VNI ghi chữ có dấu bằng những ký tự khác, chỉ hiện đúng với phông .VnTime hay VNI-Times. Số liệu của dòng nào vì thế không khớp với mẫu là chưa biết; phần còn lại của tệp vẫn được đọc. Chữ không được tự chuyển, vì đoán sai bảng mã sẽ làm sai tên xã.",
        "TCVN3 and VNI write letters with accents as other characters, which look right in fonts such as .VnTime or VNI-Times only. Figures of rows that therefore meet nothing of the form are unknown; the rest of the file is read. Nothing is converted unasked, since a wrong guess would garble a commune's name.",
    ),
    "text-legacy-unread": (
        "Chữ của bảng mã cũ không phải là tên dòng hay tên cột nào, nên mọi số liệu của tệp là chưa biết. Bảng mã được nhận ra qua phông chữ hoặc qua các từ hay gặp; chuyển hay không là do người chạy lệnh quyết định.",
        "Text of an old encoding is no row's label and no column's name, so every figure of the file is unknown. The encoding is known by the fonts, or by frequent words; whether to convert is for whoever runs the command to say.",
    ),
    "text-converted": (
        "Lệnh được chạy với --encoding, nên chữ được chuyển trước khi đọc; tệp gốc không bị sửa, và chữ vốn là Unicode được giữ nguyên. TCVN3 không có chữ hoa mang dấu thanh, nên trong văn bản không có phông chữ chúng thành chữ thường; việc tìm dòng và tên không bị ảnh hưởng.",
        "The command was run with --encoding, so text was converted before it was read; the file itself is not changed, and what is in Unicode stays. TCVN3 has no capitals with a tone, so in a text without fonts they become small letters, which matters to no row and no name.",
    ),
    "ending-differs": (
        "Văn bản được nhận ra theo nội dung, không theo đuôi: nhiều phần mềm lưu RTF hoặc .docx dưới tên .doc. Số liệu được lấy như thường; chỉ có đuôi là sai.",
        "A document is known by what it holds, not by its ending: much software saves RTF or .docx under the name of .doc. Figures are taken as usual; only the ending is wrong.",
    ),
    "document-kind": (
        "Tệp mang đuôi của văn bản nhưng bên trong là trang web, bảng tính, PDF hoặc thứ khác; thường do phần mềm xuất báo cáo chỉ đặt tên như vậy. Không số liệu nào được lấy từ tệp.",
        "The ending is that of a document, and inside is a web page, a workbook, a PDF or something else; mostly software that exports reports only names them so. No figure is taken from the file.",
    ),
    "document-old": (
        "Bản chuyển của một tệp .doc luôn được đối chiếu với chữ đọc thẳng từ tệp gốc. Tệp cũ như vậy có cấu trúc khác, không đối chiếu được, nên không số liệu nào được lấy từ đó.",
        "What a .doc is converted into is always held against the text of the file itself. A file as old as this is built otherwise and cannot be compared, so no figure is taken from it.",
    ),
    "office-absent": (
        "Các tệp .doc, .odt, .rtf được LibreOffice chuyển sang .docx rồi mới đọc. Không có LibreOffice thì số liệu trong tệp là chưa biết; các tệp khác vẫn được đọc.",
        "Files .doc, .odt and .rtf are converted to .docx by LibreOffice before they are read. Without it the figures of this file are unknown; other files are read all the same.",
    ),
    "office-unusable": (
        "LibreOffice có trên máy nhưng không khởi động được, hoặc không còn chỗ cho bản chuyển. Đây là vấn đề của máy, không phải của tệp; số liệu trong tệp là chưa biết cho đến khi chạy được.",
        "LibreOffice is there and does not start, or there is no room for what it makes. This is a matter of the computer, not of the file; its figures are unknown until it runs.",
    ),
    "office-failed": (
        "LibreOffice đã chạy mà không đưa ra bản chuyển nào, thường vì tệp hỏng một phần. Word có khi vẫn mở được tệp như vậy; trước khi lưu lại thì số liệu trong tệp là chưa biết.",
        "LibreOffice has run and made nothing of the file, mostly because it is damaged in part. Word may still open it; until it is saved again its figures are unknown.",
    ),
    "office-stopped": (
        "Giới hạn giữ cho một tệp hỏng hoặc cố ý không làm treo máy. Số liệu trong tệp là chưa biết; các tệp được chuyển cùng lượt vẫn được đọc.",
        "The limits keep a damaged or hostile file from hanging the computer. Its figures are unknown; files that were converted along with it are read all the same.",
    ),
    "office-converted": (
        "Tệp gốc không bị sửa. Nguồn của mỗi số liệu ghi rõ nó đi qua bản chuyển; ô của bảng và con số đã được so với tệp gốc, và mất gì thì có vấn đề riêng.",
        "The file itself is not changed. Each figure's source says that it came through a conversion; cells and numbers were held against the file, and what is lost has a finding of its own.",
    ),
    "office-tables-lost": (
        "Ô và dòng của các bảng trong tệp gốc được đếm, rồi so với bản chuyển. Tệp .doc do LibreOffice ghi mất bảng đứng cuối văn bản theo cách này; số liệu ở đó là chưa biết, còn số liệu đọc được thì chưa nên tin.",
        "The cells and rows of the tables are counted in the file itself and in what came of it. A .doc that LibreOffice wrote loses a table at the end of the document in this way; figures there are unknown, and those that are read should not be trusted yet.",
    ),
    "office-figures-lost": (
        "Mọi con số trong tệp gốc được tìm lại trong bản chuyển. Con số không thấy có thể là một số liệu của phụ lục, hoặc nằm ở chỗ khác trong văn bản; số liệu bị mất là chưa biết, phần còn lại được đọc như thường.",
        "Every number of the file itself is looked for in what came of it. One that is not met may be a figure of the appendix, or stand elsewhere in the document; a figure that is lost is unknown, and the rest is read as usual.",
    ),
}
"""Codes, several where one explanation fits all, with the explanation."""
