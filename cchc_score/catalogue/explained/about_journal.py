"""What lies behind findings about the journal of a year, in Vietnamese and English."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "journal-absent": (
        "Nhật ký là thư mục nhat-ky bên cạnh cchc.toml, do lệnh journal take lập ra. Không có nó, năm vẫn được tính từ các tệp của thư mục như chúng đang có.",
        "The journal is the folder nhat-ky beside cchc.toml, which the command journal take begins. Without it a year is still scored, from the files of its folder as they stand.",
    ),
    "journal-line": (
        "Mỗi dòng của nhật ký là một bảng JSON có đủ các mục, không có mục nào khác và không chứa số. Dòng này không phải như vậy; phần sau nó không còn bằng chứng gì nên cũng không được dùng.",
        "Each line of a journal is a JSON table with certain keys, no others, and no numbers in what it says. This line is none; what stands behind it is proved by nothing any more and is not used either.",
    ),
    "journal-altered": (
        "Mỗi sự kiện mang mã băm của chính nội dung mình. Ai sửa một chữ, một dấu cách thì mã không còn khớp. Chương trình không đoán nội dung cũ và không tính gì từ một nhật ký như vậy.",
        "Every event carries the hash of what it says. Whoever changes a letter or a space breaks it. The program does not guess what stood there and scores nothing from such a journal.",
    ),
    "journal-order": (
        "Mỗi sự kiện ghi mã băm của sự kiện ngay trước và số thứ tự của mình. Ở đây chúng không nối nhau, nên có dòng đã mất, được thêm vào hoặc đổi chỗ.",
        "Every event names the hash of the one right before it, and its own number. Here they do not join, so that a line was lost, added or moved.",
    ),
    "journal-kind": (
        "Sự kiện nguyên vẹn nhưng nói về một loại việc mà phiên bản này không hiểu. Bỏ qua nó có thể làm sai điểm, nên lệnh dừng.",
        "The event is whole but tells of something that this version does not understand. To pass over it might make points wrong, so the run ends.",
    ),
    "journal-torn": (
        "Máy tắt hoặc chương trình bị dừng giữa lúc ghi. Một sự kiện chỉ được tính khi cả dòng đã nằm trên đĩa, nên phần ghi dở coi như chưa có; các tệp đã kịp lưu vẫn còn.",
        "The machine or the program was stopped while it wrote. An event counts only when its whole line is on the disk, so the rest is as if it had never been; files that were kept already stay.",
    ),
    "journal-file-lost": (
        "Khi tiếp nhận, mọi bản của mọi tệp được giữ trong nhat-ky/tep dưới tên là mã băm của nó. Bản này đã bị xóa hoặc sửa, nên không ai chứng minh được nó từng nói gì.",
        "When a file is taken in, each of its versions is kept in nhat-ky/tep under its hash. This one was deleted or changed, so that nobody can prove what it said.",
    ),
    "journal-rules": (
        "Bộ tiêu chí, mẫu báo cáo, danh sách đơn vị và cchc.toml quyết định điểm của mọi đơn vị. Khi chúng khác bản trong nhật ký thì không tính gì, cho đến khi thay đổi được tiếp nhận và đứng tên một người.",
        "Scheme, form, list of units and cchc.toml decide the points of everybody. Where they are not as the journal has them nothing is scored, until the change is taken in, in somebody's name.",
    ),
    "journal-behind": (
        "Có nhật ký thì kết quả chỉ dựa trên những gì đã tiếp nhận. Tệp mới, tệp đã sửa và tệp đã xóa trong thư mục chưa thay đổi điều gì; lệnh journal take ghi chúng thành sự kiện.",
        "With a journal, results rest only on what was taken in. New, changed and deleted files of the folder change nothing yet; the command journal take makes events of them.",
    ),
    "journal-waits": (
        "Đã có nội dung điều chỉnh về đơn vị dựa trên bản trước. Để bản mới không lặng lẽ đổi kết quả thẩm định, nó chỉ được tính khi có người chấp nhận kèm lý do; khi ấy các nội dung dựa trên giá trị cũ sẽ được nêu để xem lại.",
        "Somebody has made entries about the unit that rest on the version before. So that a new one does not change an appraisal in silence, it counts only when somebody accepts it with a reason; entries on old values are then listed for another look.",
    ),
    "journal-entry-gone": (
        "Nhật ký chỉ được ghi thêm: xóa một nội dung khỏi tệp không xóa nó khỏi nhật ký, và nó vẫn được tính.",
        "To a journal is only added: deleting an entry from a file does not delete it from the journal, and it still counts.",
    ),
    "journal-entry-changed": (
        "Nội dung đã ghi mang mã này có giá trị, lý do, người hoặc ngày khác. Không gì được tiếp nhận trong lần này, để không ai nghĩ là chỉ phần còn lại đã vào nhật ký.",
        "What was written down under this id has another value, reason, person or day. Nothing at all is taken in this time, so that nobody takes the rest for recorded.",
    ),
    "year-frozen": (
        "Chốt là việc đứng tên một người, ghi trong nhật ký. Từ đó không tệp, nội dung điều chỉnh hay giải trình nào vào được nữa, để kết quả đã trình không đổi. Mở lại cũng đứng tên một người và phải có lý do.",
        "Freezing is an act in somebody's name, in the journal. From then on no file, entry or explanation comes in any more, so that the result that was handed on stays. Opening again is an act too and needs a reason.",
    ),
    "year-frozen-later": (
        "Ngày của nội dung điều chỉnh muộn hơn ngày chốt. Nó đã có trước khi chốt nên vẫn được tính, nhưng ngày ấy đáng ngờ: gõ nhầm, hoặc có người sửa thư mục sau khi chốt.",
        "The entry bears a later day than the freezing of the year. It was there before and counts, but the day is suspect: mistyped, or somebody changed the folder afterwards.",
    ),
    "year-step step-refused": (
        "Một năm được chốt, sau đó công bố hoặc mở lại; mở lại rồi thì chốt lần nữa. Bước không theo thứ tự ấy, như công bố một năm chưa chốt, không đổi trạng thái của năm.",
        "A year is frozen, then published or opened again; once opened it is frozen anew. A step out of this order, as publishing a year that is open, does not change its state.",
    ),
    "freeze-open": (
        "Trước khi chốt, chương trình liệt kê mọi việc còn dang dở: báo cáo và tự chấm chưa gửi, xung đột, nội dung phải xem lại, giải trình chưa trả lời, kết quả điều tra chưa có, số liệu nghi vấn. Ai vẫn chốt thì ghi lý do, và lý do ấy ở lại trong nhật ký.",
        "Before a year is frozen everything that is still open is listed: reports and self-scores not sent, conflicts, what needs another look, explanations not answered, survey figures not there, figures in doubt. Whoever freezes it all the same writes the reason, which stays in the journal.",
    ),
    "journal-join-apart journal-join-behind journal-join-file journal-join-entry journal-join-path merge-journal": (
        "Hai người mỗi người một bản sao của năm có nhật ký, và cả hai đã ghi thêm. `journal take --from` đem phần bên kia ghi thêm về thành sự kiện mới, kèm số, giờ, người và mã băm gốc; điều cả hai đã ghi thì không ghi hai lần. Chỗ nào hai bên trái nhau thì không đoán: không nhận gì cho đến khi có người thống nhất.",
        "Each of two people has a copy of a year with a journal, and both wrote on. `journal take --from` brings what the other wrote as new events, with the number, hour, person and hash that they had there; what both wrote is not written twice. Where they contradict each other nothing is guessed, and nothing taken in until somebody has agreed.",
    ),
    "receipt-broken": (
        "Biên nhận là tệp JSON nhỏ có số sự kiện, thời điểm, tệp và mã băm. Tệp này thiếu một trong các mục ấy hoặc là thứ khác.",
        "A receipt is a small JSON file with the event's number, the time, the file and its hash. This one lacks one of them, or is something else.",
    ),
    "receipt-unknown": (
        "Biên nhận chứng minh rằng nhật ký từng dài ít nhất đến sự kiện ấy. Nhật ký này ngắn hơn.",
        "The receipt proves that the journal was once at least as long as that event. This one is shorter.",
    ),
    "receipt-altered": (
        "Dưới số này nhật ký có một sự kiện khác với sự kiện đã cấp biên nhận, dù chuỗi của nó tự khớp: một nhật ký khác đã thay vào.",
        "Under this number the journal has another event than the one for which the receipt was given, though its chain holds: another journal took its place.",
    ),
}
