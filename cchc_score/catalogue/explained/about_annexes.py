"""What lies behind findings about annexes, in Vietnamese and English."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "result-letters": (
        "PDF mang theo phông chữ của nó; phông này có mọi chữ tiếng Việt nhưng không có chữ của mọi ngôn ngữ. Chữ thiếu sẽ in thành ô vuông, nên không tệp nào được ghi.",
        "A PDF carries its font, which has every Vietnamese letter and not those of every language. A letter that it lacks would be printed as a box, so no file is written.",
    ),
    "template-active": (
        "Mẫu Word có thể đến từ bất cứ đâu, còn phụ lục thì được ký và gửi đi. Macro, tệp nhúng, trường DDE hay liên kết tới tệp khác sẽ đi theo vào văn bản, nên mẫu bị từ chối; liên kết web thông thường thì được giữ.",
        "A template may come from anywhere, and the annex is signed and sent on. Macros, embedded files, DDE fields and links to other files would go along in it, so it is refused; an ordinary web link is kept.",
    ),
    "template-broken template-large template-syntax": (
        "Mẫu là tệp .docx có các nhãn trong ngoặc nhọn kép. Tệp hỏng, lớn bất thường hoặc nhãn viết dở thì không điền được; không tệp nào được ghi ra.",
        "A template is a .docx file with tags in double braces. A broken file, one of unusual size, or a tag cut short cannot be filled in; no file is written.",
    ),
    "template-tag template-name": (
        "Nhãn chỉ được gọi tên một giá trị, lặp qua một danh sách (for), hoặc hỏi có giá trị hay không (if). Phép gọi hàm, bộ lọc, phép gán bị từ chối: nhờ vậy mẫu lấy ở nơi khác không làm được gì ngoài việc in ra. Tên lạ bị báo chứ không in thành chỗ trống.",
        "A tag may name a value, go over a list (for), or ask whether there is a value (if). Calls, filters and assignments are refused, so that a template from elsewhere can do nothing but print. An unknown name is told, and never printed as a gap.",
    ),
    "template-body": (
        "Ở chỗ body, chương trình đặt các bảng và có thể xoay ngang trang. Điều đó không làm được bên trong một ô, một dòng chữ, hay ở hai nơi.",
        "Where body stands the program puts the tables, and may turn pages on their side. It cannot do so within a cell, within a line of text, or twice.",
    ),
    "result-foreign": (
        "Phụ lục PDF do chương trình lập mang theo kết quả, bộ tiêu chí và nội dung đã in. Bản quét, bản in lại từ phần mềm khác hay PDF của nơi khác không có các tệp ấy, nên không kiểm tra được gì.",
        "An annex made by this program carries the result, the scheme and what is printed. A scan, a copy printed by another program or a PDF from elsewhere has none of these, and nothing of it can be checked.",
    ),
    "result-data": (
        "Một trong các tệp đính kèm bị thiếu, bị thay hoặc bị sửa, nên không chấm lại được từ đó. Các số trên trang có thể vẫn đúng, nhưng không gì chứng tỏ điều đó.",
        "One of the attached files is absent, replaced or changed, so that nothing can be scored from it. The numbers on the pages may be right all the same; nothing shows that they are.",
    ),
    "result-scored": (
        "Số liệu và bộ tiêu chí đính kèm được chấm lại từ đầu, rồi so với từng điểm, chỉ số, thứ hạng, xếp loại. Số này không phải là kết quả của số liệu đi cùng nó.",
        "The attached figures are scored anew by the attached scheme, and compared with every number of points, index, rank and class. This one does not follow from the figures beside it.",
    ),
    "result-printed": (
        "Chữ trên trang được đọc theo thẻ của PDF và so với nội dung đính kèm, không kể dấu cách. Ô này trên trang đã bị sửa, hoặc dữ liệu đính kèm bị sửa.",
        "The letters of the page are read by the tags of the PDF and compared with the attached contents, apart from spaces. Either the cell on the page was changed or the attached data were.",
    ),
    "result-pages": (
        "In lại từ dữ liệu đính kèm thì ra tệp khác: trang, phông chữ hoặc chữ ngoài bảng đã bị sửa, hoặc tệp đã được phần mềm khác lưu lại.",
        "Printed anew from the attached data it is another file: a page, a font or a text beside the tables was changed, or another program has saved the file.",
    ),
    "result-added": (
        "Sau bản in, tệp chỉ được thêm chữ ký. Ghi chú, con dấu dạng ảnh hay trang thêm vào có thể che số đã in, dù dữ liệu đính kèm vẫn đúng.",
        "After it is printed only signatures may be added. A remark, a pasted seal or another page can cover a number, though the attached data are right.",
    ),
    "result-signature": (
        "Chữ ký số tính trên từng byte của tệp; một byte khác đi là chữ ký không còn đúng. Chương trình kiểm tra ngoại tuyến và không xác minh chứng thư số là của ai.",
        "A signature is computed from every byte of the file, and does not hold when one is another. The program checks it offline, and does not say whose certificate it is.",
    ),
    "result-after": (
        "Phần được ký vẫn nguyên vẹn nhưng sau đó có thay đổi không phải là chữ ký khác. Thứ đang thấy có thể không phải thứ đã được ký.",
        "What was signed is intact, and something that is no other signature came after it. What is seen may not be what was signed.",
    ),
}
