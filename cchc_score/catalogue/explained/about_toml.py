"""What lies behind findings about files written in TOML, in Vietnamese and English."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "toml-broken": (
        "TOML là cách ghi `khóa = giá trị`. Các lỗi hay gặp được gọi đúng tên; lỗi ở dòng này không giống lỗi nào trong số đó. Cả tệp không được đọc cho đến khi sửa, vì không biết phần sau nghĩa là gì.",
        "TOML is written `key = value`. Frequent slips are told by name; the one in this line is none of them. The whole file is left unread until it is mended, since nobody can tell what the rest means.",
    ),
    "toml-deep toml-large": (
        "Tệp của người viết tay không bao giờ như vậy; giới hạn để một tệp hỏng hoặc cố ý không làm treo máy.",
        "No file written by hand is like this; the limit keeps a damaged or hostile file from hanging the computer.",
    ),
    "toml-key-twice": (
        "Hai dòng cùng khóa có thể ghi hai giá trị. Lấy dòng nào cũng là đoán, nên không dòng nào được lấy.",
        "Two lines of one key may say two things. Taking either would be a guess, so none is taken.",
    ),
    "toml-number": (
        "TOML viết số khác cách viết trong văn bản tiếng Việt. Cách viết đúng chỉ được gợi ý khi con số có một cách hiểu duy nhất, và không bao giờ được tự sửa; trước khi sửa thì không số liệu nào của tệp được tính.",
        "TOML writes numbers otherwise than Vietnamese or English text does. How to write it is suggested only where the number has one reading, and never changed by itself; until it is mended no figure of the file counts.",
    ),
    "toml-value": (
        "Trong TOML, ngày được viết theo thứ tự năm, tháng, ngày; đúng và sai là true và false bằng chữ thường. Cả tệp không được đọc cho đến khi sửa.",
        "In TOML a day is written as year, month and day; true and false are in small letters. The whole file is left unread until it is mended.",
    ),
    "toml-value-absent": (
        "Chỗ trống không được hiểu là 0, cũng không được bỏ qua: cả tệp không được đọc. Số liệu chưa có thì không cần khóa nào; vắng mặt nghĩa là chưa biết.",
        "A gap is not taken for 0, nor passed over: the whole file is left unread. A figure that is not there yet needs no key; what is absent is unknown.",
    ),
    "toml-quote": (
        "Chữ, và mã bắt đầu bằng số 0 như 015865, luôn nằm giữa hai dấu ngoặc kép; số, ngày, true và false thì không. Thiếu một dấu thì không biết chữ kết thúc ở đâu, nên cả tệp không được đọc.",
        "Words, and codes that begin with 0 as 015865, always stand between quotation marks; numbers, days, true and false do not. With one missing nobody can tell where the text ends, so the whole file is left unread.",
    ),
    "toml-quote-inside": (
        "Dấu ngoặc kép thứ hai kết thúc đoạn chữ, nên phần còn lại của dòng không còn nghĩa gì. Dấu cong nằm bên trong thì không kết thúc điều gì.",
        "The second quotation mark ends the text, so that the rest of the line means nothing. Curly ones within it end nothing.",
    ),
    "toml-quote-curly": (
        "Word và nhiều trang web đổi dấu thẳng thành dấu cong, nên chỗ chép từ đó sang không mở và không kết thúc được đoạn chữ. Dấu cong nằm giữa hai dấu thẳng thì không sao.",
        "Word and many web pages turn straight marks into curly ones, which begin and end no text once they are copied here. Curly ones between two straight ones do no harm.",
    ),
    "toml-backslash": (
        "Giữa hai dấu ngoặc kép, \\ bắt đầu một ký tự riêng: \\t là dấu tab, \\n là xuống dòng. Vì vậy đường dẫn của Windows có khi báo lỗi ở đây, có khi lặng lẽ thành một tên khác; dấu / dùng được trên mọi máy.",
        "Between quotation marks \\ begins a character of its own: \\t is a tab, \\n a new line. So a path of Windows may be refused here, or silently become another name; / works on every computer.",
    ),
    "toml-bracket": (
        "Ngoặc vuông bao tên bảng và danh sách, ngoặc nhọn bao nhiều điều về một số liệu. Dấu mở mà không đóng sẽ nuốt mọi dòng sau, nên cả tệp không được đọc; các dòng sau vẫn được xem riêng để mọi lỗi được nêu cùng lúc.",
        "Brackets hold a table's name or a list, braces several things about one figure. One that does not close would swallow all that follows, so the whole file is left unread; the lines behind it are still looked at, so that all slips are told at once.",
    ),
    "toml-comma": (
        "Trong ngoặc, các phần cách nhau bằng dấu phẩy, kể cả khi mỗi phần đứng riêng một dòng. Thiếu dấu phẩy thì không biết một phần hết ở đâu, nên cả tệp không được đọc.",
        "Within brackets the parts are separated by commas, even where each has its own line. Without one nobody can tell where a part ends, so the whole file is left unread.",
    ),
    "toml-equals": (
        "Mỗi dòng là một khóa với giá trị của nó, tên một bảng trong ngoặc vuông, hoặc ghi chú. Dòng này không phải loại nào: có thể là ghi chú, hoặc số liệu ghi bằng dấu hai chấm. Không đoán, nên cả tệp không được đọc.",
        "Each line is a key with its value, a table's name in brackets, or a remark. This one is none of them: it may be a remark, or a figure written with a colon. Nothing is guessed, so the whole file is left unread.",
    ),
    "toml-key-bare": (
        "Khóa không đặt giữa hai dấu ngoặc kép chỉ gồm chữ không dấu, chữ số, dấu - và _. Đặt vào ngoặc kép thì tệp đọc được; tên ấy có phải là một số liệu hay không sẽ được kiểm tra sau đó.",
        "A key without quotation marks has plain letters, digits, - and _ only. Between quotation marks the file can be read; whether the name is that of a fact is checked afterwards.",
    ),
    "toml-character": (
        "Chữ chép từ Word, PDF hoặc trang web hay mang theo ký tự trông như ký tự thường, hoặc không hiện ra. Mắt không phân biệt được, nên vấn đề này ghi cả mã của ký tự; cả tệp không được đọc cho đến khi sửa.",
        "Text copied from Word, PDF or web pages often brings characters that look like plain ones, or do not show at all. Eyes cannot tell them apart, so its code is given; the whole file is left unread until it is mended.",
    ),
}
"""Codes, several where one explanation fits all, with the explanation."""
