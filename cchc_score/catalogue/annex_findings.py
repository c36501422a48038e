"""Findings about annexes: what cannot be printed, and what a check of a PDF finds."""

from cchc_score.catalogue.finding_kind import FindingKinds, error

ANNEXES: FindingKinds = {
    "result-letters": error(
        "phông chữ của PDF không có chữ trong '{text}'", "sửa tên hoặc ghi chú đó, hoặc lập phụ lục dạng Word (.docx)",
        "the font of the PDF has no letters for '{text}'", "correct that name or remark, or make the annex as a Word document (.docx)",
    ),
    "template-active": error("mẫu Word có thành phần tự chạy hoặc lấy nội dung từ nơi khác: {what}", "bỏ macro, tệp nhúng, trường liên kết rồi lưu lại thành .docx", "the Word template holds what acts or fetches from elsewhere: {what}", "take macros, embedded files and linked fields out, and save it as .docx"),
    "template-broken": error("mẫu Word không mở hoặc không điền được", "mở bằng Word, lưu lại thành .docx rồi thử lại", "the Word template cannot be opened or filled in", "open it in Word, save it as .docx and try again"),
    "template-large": error("mẫu Word quá lớn hoặc có quá nhiều dấu ngoặc nhọn", "chỉ giữ lại đầu trang, các nhãn và chỗ ký", "the Word template is too large, or has too many braces", "keep the head, the tags and the place of the signature"),
    "template-syntax": error("nhãn trong mẫu Word viết sai: {text}", "sửa nhãn; mỗi nhãn có dạng {{{{ tên }}}}", "a tag of the Word template is written wrongly: {text}", "correct it; a tag is written {{{{ name }}}}"),
    "template-tag": error("mẫu Word có nhãn '{text}' không được nhận", "chỉ dùng tên, vòng lặp for qua một danh sách và điều kiện if", "the Word template has the tag '{text}', which is not taken", "use names, for over a list, and if alone"),
    "template-name": error("mẫu Word gọi '{text}', báo cáo không có tên ấy", "dùng một trong: {known}", "the Word template names '{text}', which a report does not have", "use one of: {known}"),
    "template-body": error("nhãn body phải đứng một mình trong một đoạn, ngoài mọi bảng, và chỉ một lần", "đưa {{{{ body }}}} ra một đoạn riêng", "the tag body must stand once, alone in a paragraph outside of all tables", "put {{{{ body }}}} into a paragraph of its own"),
    "result-foreign": error("PDF này không phải phụ lục do chương trình lập: không có dữ liệu đính kèm", "xin bản PDF gốc, không phải bản in lại hay bản quét", "this PDF is no annex of this program: none of its data are attached", "ask for the PDF as it was made, not printed again or scanned"),
    "result-data": error("dữ liệu đính kèm {name} không dùng được: {reason}", "xin lại bản PDF gốc; đừng tin các số trong tệp này", "the attached data {name} cannot be used: {reason}", "ask for the PDF as it was made; believe no number of this one"),
    "result-scored": error("{place}: trong tệp là {told}, chấm lại được {anew}", "xin lại bản PDF gốc; đừng tin các số trong tệp này", "{place}: the file says {told}, scored anew it is {anew}", "ask for the PDF as it was made; believe no number of this one"),
    "result-printed": error("ô {place} (bảng/dòng/cột): trên trang là '{printed}', trong dữ liệu đính kèm là '{told}'", "xin lại bản PDF gốc; đừng tin các số trong tệp này", "cell {place} (table/row/column): the page says '{printed}', the attached data '{told}'", "ask for the PDF as it was made; believe no number of this one"),
    "result-pages": error("các trang không còn như khi chương trình in ra", "xin lại bản PDF gốc; đừng tin các số trong tệp này", "the pages are not as the program printed them", "ask for the PDF as it was made; believe no number of this one"),
    "result-added": error("có nội dung thêm vào sau khi in, ngoài chữ ký: {what}", "xin lại bản PDF gốc hoặc bản chỉ có chữ ký", "something beside signatures was added after printing: {what}", "ask for the PDF as it was made, or with signatures alone"),
    "result-signature": error("chữ ký của {who} không còn nguyên vẹn: tệp bị sửa hoặc bị hỏng", "xin lại bản đã ký", "the signature of {who} is not intact: the file was changed or damaged", "ask for the signed file again"),
    "result-after": error("tệp bị sửa sau khi {who} ký", "xin lại bản đã ký", "the file was changed after {who} had signed it", "ask for the signed file again"),
}
