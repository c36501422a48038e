"""What lies behind findings about PDF documents and about figures that are drafts, in Vietnamese and English."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "pdf-kind": (
        "Mọi tệp PDF đều bắt đầu bằng dấu hiệu %PDF; tệp này không có. Nó thường là tệp Word, ảnh hoặc trang báo lỗi được tải về dưới tên .pdf; không số liệu nào được lấy từ đó.",
        "Every PDF begins with the sign %PDF, which this file lacks. It is mostly a Word file, a picture, or an error page that was downloaded under this name; no figure is taken from it.",
    ),
    "pdf-broken": (
        "Tệp thiếu dấu hiệu kết thúc, thiếu trang so với số trang mà chính nó ghi, hoặc có phần không giải nén được; thường do gửi hay tải về dở dang. Nhiều phần mềm tự vá và bỏ mất trang mà không nói, nên ở đây cả tệp bị từ chối.",
        "The file lacks its closing sign, has fewer pages than it says itself, or holds a part that cannot be unpacked; mostly sending or downloading was cut short. Much software mends this and drops pages without a word, so here the whole file is refused.",
    ),
    "pdf-password": (
        "Nội dung của tệp được mã hóa. Chương trình không hỏi, không đoán và không lưu mật khẩu; trước khi bỏ mật khẩu thì số liệu trong tệp là chưa biết.",
        "What the file holds is encrypted. The program neither asks for passwords nor guesses or keeps any; until it is removed the figures of the file are unknown.",
    ),
    "pdf-pages": (
        "Báo cáo của một xã cùng phụ lục không dài như vậy; thường là cả bộ hồ sơ kiểm chứng được ghép vào. Không trang nào được đọc, vì phụ lục có thể nằm ở phần bỏ lại.",
        "A commune's report with its appendix is not as long as this; mostly all its evidence was joined to it. No page is read, since the appendix may stand in the part left out.",
    ),
    "pdf-heavy": (
        "Mỗi tệp PDF được đọc trong một tiến trình riêng có giới hạn, để một tệp quá nặng hoặc cố ý không làm treo máy. Số liệu trong tệp là chưa biết; các tệp khác vẫn được đọc.",
        "Each PDF is read in a process of its own that has limits, so that a heavy or hostile file does not hang the computer. Its figures are unknown; other files are read all the same.",
    ),
    "pdf-scan": (
        "Bản quét là ảnh chụp của tờ giấy. Nếu không được yêu cầu (import --ocr), chương trình không nhận dạng chữ trong ảnh, vì 1 và 7, 3 và 8 rất dễ nhầm; số liệu trên trang ấy là chưa biết, các trang có chữ vẫn được đọc.",
        "A scan is a photograph of the paper. Unless it is asked to (import --ocr), the program makes out no letters in pictures, where 1 and 7, or 3 and 8, are easily confused; figures on such a page are unknown, and pages with text are read.",
    ),
    "picture-unread": (
        "Ảnh của tờ giấy không có chữ nào để đọc. Chỉ import --ocr nhận dạng ảnh, thành bản nháp để đối chiếu từng ô; các lệnh khác không lấy gì từ ảnh, nên số liệu trong đó là chưa biết.",
        "A picture of the paper holds no letters to read. Only import --ocr makes pictures out, as a draft to be compared cell by cell; no other command takes anything from one, so its figures are unknown.",
    ),
    "pdf-letters": (
        "Trang hiện đúng nhưng tệp chỉ giữ hình của chữ, không giữ chữ. Thứ đọc được không phải là số hay tên dòng, nên số liệu ở đó là chưa biết.",
        "The pages look right, and yet the file keeps the shapes of its letters only and not the letters. What can be read is no number and no row's label, so the figures there are unknown.",
    ),
    "pdf-layers": (
        "PDF có thể có nhiều lớp chồng lên nhau, và lớp tắt thì không ai thấy. Chữ trên lớp ấy có thể lẫn vào số liệu; vì số liệu của PDF là bản nháp, việc đối chiếu phải nhìn vào trang.",
        "A PDF can have layers on top of each other, and nobody sees one that is off. Its text may get mixed into the figures; as figures of a PDF are drafts, whoever confirms them must look at the page.",
    ),
    "pdf-attachments": (
        "PDF có thể mang theo tệp khác, như một bảng Excel. Chỉ tệp số liệu của chương trình được đọc từ trong PDF; tệp khác có thể chứa phụ lục, nên tên chúng được nêu ở đây.",
        "A PDF can carry other files, such as a workbook. Only data files of this program are read out of a PDF; another may hold the appendix, so their names are told.",
    ),
    "pdf-attached": (
        "Tệp cchc-score.toml hoặc cchc-score.csv nằm trong PDF ghi số liệu rõ ràng, nên chúng không phải là bản nháp. Các trang không được đọc; nếu ai đó sửa trang mà không sửa tệp đính kèm thì hai nơi nói khác nhau.",
        "The file cchc-score.toml or cchc-score.csv within the PDF states its figures clearly, so they are no drafts. The pages are not read; where somebody changed them and not the attached file, the two say different things.",
    ),
    "pdf-attached-twice": (
        "Mỗi PDF mang theo một tệp số liệu. Với hai tệp, chọn tệp nào cũng là đoán, nên không số liệu nào được lấy, kể cả từ các trang.",
        "A PDF carries one data file. Of two, taking either would be a guess, so no figure is taken, nor any from the pages.",
    ),
    "pdf-table": (
        "Phụ lục dài được ngắt qua nhiều trang; trang sau được nối vào khi tiêu đề lặp lại hoặc số cột vẫn như trước. Ở đây không có điều nào đúng, nên các dòng trên trang này có thể là số liệu chưa được đọc.",
        "A long appendix goes on over pages; a page is joined to the one before where the headings are repeated or the columns are as many. Here neither holds, so the rows on this page may be figures that were not read.",
    ),
    "pdf-claims": (
        "Số liệu của PDF là bản nháp chờ xác nhận, mà bảng tự chấm và danh mục không có chỗ để xác nhận. Vì vậy đơn vị được coi là chưa gửi bảng này.",
        "Figures of a PDF are drafts that wait to be confirmed, and a table of self-scores or a list of items has no place for that. So the unit counts as not having sent it.",
    ),
    "cell-covered": (
        "Chú thích, con dấu và ô nhập liệu nằm bên trên trang, và có thể hiện một con số khác con số in bên dưới. Không biết người ký nhìn thấy số nào, nên số liệu là chưa biết.",
        "Remarks, stamps and form fields lie on top of the page, and may show another number than the one printed below. Nobody can tell which one was signed, so the figure is unknown.",
    ),
    "cell-cut": (
        "Chữ số vượt qua đường kẻ có thể thuộc ô bên cạnh, và phần bị che mất làm 1.340 thành 134. Một con số chỉ thấy một phần là một con số khác, nên số liệu là chưa biết.",
        "A digit across a line may belong to the next cell, and with a part of it out of sight 1,340 becomes 134. A number of which only a part is seen is another number, so the figure is unknown.",
    ),
    "draft-figures": (
        "PDF ghi vị trí của từng chữ chứ không ghi bảng, nên chương trình dựng lại bảng và có thể dựng sai. Trước khi có người đối chiếu, số liệu bản nháp là chưa biết và tiêu chí dựa vào chúng thiếu số liệu.",
        "A PDF holds the place of each letter and no tables; these are rebuilt, and may be rebuilt wrongly. Until somebody has compared them, figures of drafts are unknown, and criteria that need them lack their figures.",
    ),
    "draft-accepted": (
        "Người chạy lệnh đã chọn tính các bản nháp mà không xác nhận từng con số. Điểm được tính theo chúng; nguồn của mỗi số liệu và bảng xếp hạng đều ghi rõ điều này.",
        "Whoever ran the command chose to count drafts without confirming each figure. Points follow them; the source of each figure and the ranking both say so.",
    ),
    "draft-differs": (
        "Đơn vị gửi cùng một số liệu bằng PDF và bằng một tệp chắc chắn hơn, mà hai nơi nói khác nhau. Bản nháp không làm thay đổi số liệu kia và không làm nó thành chưa biết; nhưng bản được ký có thể là bản in.",
        "The unit sent one figure as PDF and in a file that is read with more certainty, and the two differ. The draft neither changes the other figure nor makes it unknown; and yet the page may be what was signed.",
    ),
}
"""Codes, several where one explanation fits all, with the explanation."""
