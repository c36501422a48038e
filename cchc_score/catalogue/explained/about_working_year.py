"""What lies behind findings about self-scores, appraisal, explanations, survey and merging, in both languages."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "mark-unreadable mark-ambiguous mark-negative mark-above mark-step": (
        "Điểm ghi tay phải là một số điểm mà tiêu chí có thể cho: từ 0 đến điểm tối đa, theo bước điểm của bộ tiêu chí. Điểm ghi sai không được tính, và không được tự sửa cho vừa.",
        "Points written by hand are points that the criterion can give: from 0 to its maximum, in the scheme's steps. Wrong ones do not count, and are not made to fit.",
    ),
    "evidence-unreadable evidence-file-absent": (
        "Tài liệu kiểm chứng là một dòng chữ, hoặc nêu văn bản, ngày, tệp, địa chỉ. Người thẩm định cần mở được nó từ thư mục của năm.",
        "Evidence is a line of text, or names document, day, file, address. Whoever appraises must be able to open it from the year's folder.",
    ),
    "criterion-unknown indicator-absent criterion-of-parts criterion-not-held": (
        "Tự chấm và thẩm định ghi cho tiêu chí được chấm trực tiếp. Tiêu chí gồm các phần thì cộng từ phần của nó; tiêu chí không đánh giá năm nay thì không nhận điểm.",
        "Claims and entries are for criteria that are scored directly. One that is made of parts adds them up; one that is not held this year takes no points.",
    ),
    "claims-nowhere claims-kind": (
        "Tệp trong thư mục tự chấm không có bảng nào nhận ra được, nên đơn vị được coi là chưa tự chấm. Bảng do `export form` tạo luôn đọc lại được.",
        "The file in the folder of self-scores has no table that is recognised, so the unit counts as having sent none. Tables made by `export form` can always be read back.",
    ),
    "claim-heading": (
        "Cột được nhận theo tiêu đề. Thêm cột của mình thì cứ thêm; chỉ khi không thấy cột minh chứng nào thì các cột không đọc được mới được nêu, vì minh chứng có thể nằm ở đó.",
        "Columns are known by their headings. Columns of one's own may be added; only where none of evidence is found, those that are not read are told, for it may stand there.",
    ),
    "claim-file-name": (
        "Bảng tự nói mình của đơn vị nào, và lời ấy được tin hơn tên tệp. Một bản sao mang tên xã khác không lấy mất điểm tự chấm của xã nào: tệp mang đúng tên đơn vị luôn được tính trước.",
        "A table says itself whose it is, and that is believed rather than its file's name. A copy under another's name takes nobody's claims away: a file under the unit's own name always counts first.",
    ),
    "claim-evidence": (
        "Điểm tự chấm không có tài liệu kiểm chứng thì hội đồng không xác nhận được. Nó vẫn đứng trong cột điểm tự chấm; điểm cuối cùng theo số liệu và thẩm định.",
        "Without evidence the appraisers cannot confirm what is claimed. It stays in the column of self-scores; the final points follow figures and appraisal.",
    ),
    "claim-differs claim-not-applicable": (
        "Đơn vị và quy tắc cho hai kết quả: số liệu báo cáo sai, đơn vị hiểu quy tắc khác, hoặc quy tắc viết sai. Điểm cuối cùng không đổi vì điểm tự chấm.",
        "The unit and the rule come to two results: a figure is wrong, the unit reads the rule otherwise, or the rule is written wrongly. Final points do not change by a claim.",
    ),
    "claim-survey": (
        "Tiêu chí này do điều tra hoặc người thẩm định cho điểm. Điểm đơn vị tự ghi không được tính, và không làm mất điểm.",
        "This criterion is given by the survey or by appraisers. What the unit claims does not count, and costs nothing.",
    ),
    "claim-maximum claim-title claim-row": (
        "Bảng của đơn vị không khớp bộ tiêu chí: có thể là bảng năm trước hoặc số thứ tự bị sửa. Điểm ghi nhầm dòng sẽ thành điểm của tiêu chí khác.",
        "The unit's table does not fit the scheme: last year's table, or numbers that were changed. Points in the wrong row would be another criterion's.",
    ),
    "claim-parent claim-twice": (
        "Bảng nói hai điều khác nhau về một tiêu chí. Không biết đơn vị muốn nói điều nào.",
        "The table says two different things of one criterion. Nobody can tell which the unit means.",
    ),
    "claim-undated claim-phase entry-phase explanation-phase": (
        "Thời hạn trong `cchc.toml` so với ngày ghi trong bảng. Muộn là một sự việc phải ghi lại, và phải có người quyết định nhận hay không.",
        "Phases in `cchc.toml` are compared with the day written in the table. Being late is a fact to be recorded, and somebody has to decide whether it is accepted.",
    ),
    "claims-absent": (
        "Không có bảng tự chấm thì cột điểm tự chấm của đơn vị để trống; điểm cuối cùng vẫn tính theo số liệu.",
        "Without a self-score its column stays empty; the final points still follow the figures.",
    ),
    "entry-unit entry-target entry-id-twice entry-id-earlier entry-evidence entry-same entry-round": (
        "Mỗi nội dung điều chỉnh có mã riêng, đơn vị, đúng một đối tượng, giá trị cũ, giá trị mới, lý do và tài liệu, để năm sau vẫn đọc lại được ai đổi gì. Thiếu một điều thì nó không được tính.",
        "Each entry has its own id, a unit, exactly one target, the old and the new value, a reason and evidence, so that years later one can read who changed what. Without one of these it does not count.",
    ),
    "entry-old": (
        "Người thẩm định đã nhìn một giá trị khác với giá trị hiện tại: sau đó đơn vị nộp lại, hoặc người khác đã điều chỉnh. Áp dụng tiếp sẽ xóa việc của người kia mà không ai biết.",
        "The appraiser looked at another value than the present one: the unit sent its report again, or somebody else changed it. Applied all the same, it would undo the other's work unseen.",
    ),
    "entry-conflict merge-entry": (
        "Hai người thẩm định cùng một điểm, kết quả khác nhau. Chương trình không chọn thay: chưa có ai quyết định thì không bên nào được tính, và đơn vị mang dấu trong mọi bảng.",
        "Two appraisers came to different results on one point. The program does not choose: until somebody decides neither counts, and the unit is marked in every table.",
    ),
    "area-named": (
        "Phân công ghi lĩnh vực theo số (`\"3\"`) hoặc mã của bộ tiêu chí. Lĩnh vực gõ sai mà bỏ qua thì các tiêu chí ấy không ai thẩm định.",
        "An assignment names areas by their number (`\"3\"`) or code in the scheme. If one that is misspelt were passed over, nobody would appraise its criteria.",
    ),
    "survey-draft survey-closed survey-batch-reason": (
        "Kết quả điều tra vào theo đợt. Đợt nháp chưa được tính để số liệu đang nhập dở không thành điểm; đợt đã kiểm thì được tính; đợt đã chốt không nhận thay đổi nào, muốn sửa phải mở lại kèm lý do. Tệp không thuộc đợt nào thì được tính như đã kiểm.",
        "A survey comes in batches. A draft does not count, so that figures half typed in become no points; a checked batch counts; a closed one takes no change, and is opened again with a reason only. A file of no batch counts as checked.",
    ),
    "verdict-nothing": (
        "Kết luận (`[[verdict]]`) là về một giải trình đã có: chấp nhận, chấp nhận một phần, hoặc không chấp nhận, kèm lý do. Giá trị thay đổi theo kết luận thì lập thành nội dung điều chỉnh của vòng sau.",
        "A verdict (`[[verdict]]`) is about an explanation that was given: accepted, partly, or rejected, with a reason. A value that changes by it is an entry of the next round.",
    ),
    "answer-question question-id-twice": (
        "Người thẩm định hỏi đơn vị về một tiêu chí bằng `[[question]]`, đơn vị trả lời bằng `[[answer]]` với mã của câu hỏi. Chưa trả lời thì tiêu chí mang trạng thái đang hỏi, và đơn vị còn nợ một câu trả lời; câu trả lời không gắn với câu hỏi nào thì không xóa được món nợ ấy.",
        "An appraiser asks a unit about a criterion by `[[question]]`, and the unit answers by `[[answer]]` with the id of the question. Until then the criterion is asked about, and the unit owes an answer; one that belongs to no question does not settle that.",
    ),
    "settlement-choice settlement-nothing entry-settled": (
        "Khi hai người thẩm định khác nhau, hội đồng chọn: một trong hai nội dung, hoặc một giá trị thứ ba, kèm lý do. Cả hai nội dung vẫn được lưu và hiện là đã được thay; lựa chọn mang mã riêng để đơn vị giải trình. Lựa chọn chỉ có giá trị giữa đúng các nội dung mà nó nêu: có thêm nội dung khác thì lại là xung đột.",
        "Where two appraisers differ the council chooses: one of the two entries, or a third value, with a reason. Both entries are kept and shown as replaced; the choice has an id of its own, which a unit can answer. It holds between just the entries that it names: with another one there is a conflict again.",
    ),
    "entry-supersedes entry-supersedes-refused": (
        "Nội dung điều chỉnh đã lập không bị sửa hay xóa; nội dung mới thay cho nó bằng `supersedes` và mã của nó. Mã phải là của một nội dung cùng vòng, cùng đối tượng và được tính.",
        "Entries are never changed or deleted; a newer one takes an older one's place by `supersedes` and its id. The id is that of an entry of the same round and target that counts.",
    ),
    "entry-behind-mark": (
        "Sửa số liệu không làm đổi điểm đã được ấn định bằng tay cho tiêu chí ấy. Người đọc sẽ tưởng điểm đã đổi theo.",
        "Correcting a figure does not change points that were set by hand for that criterion. Readers would think that they followed.",
    ),
    "workbook-large workbook-nothing workbook-column workbook-round workbook-changed workbook-row-twice": (
        "Bảng thẩm định được đọc lại theo mã dòng và giá trị đã xuất. Chỗ không phải để điền mà khác lúc xuất thì không biết người sửa muốn gì; không dòng nào được nhập cho đến khi sửa.",
        "The workbook is read back by its row keys and the values that were exported. Where a cell that is not for filling in differs, nobody knows what was meant; nothing is imported until it is mended.",
    ),
    "workbook-no-value workbook-blank workbook-day workbook-unedited": (
        "Một điều chỉnh cần đủ giá trị mới, lý do, tài liệu, người và ngày. Dòng điền dở có thể là quên, nên cả bảng được trả lại thay vì nhập một phần.",
        "An adjustment needs its new value, reason, evidence, person and day. A row filled by half may be forgotten, so the table is given back rather than imported in part.",
    ),
    "entries-outside entries-exist entries-many": (
        "Nội dung điều chỉnh chỉ được tính khi nằm trong thư mục thẩm định của năm, và không tệp nào ở đó bị ghi đè: đó là chứng cứ của việc thẩm định.",
        "Entries count only in the year's folder of appraisals, and a file that is there is never written over: it is the record of the appraisal.",
    ),
    "explanation-entry": (
        "Giải trình trả lời một nội dung điều chỉnh, nêu bằng mã của nó. Mã không có thì lời giải trình không đến được với ai.",
        "An explanation answers one entry, named by its id. With an id that is not there it would reach nobody.",
    ),
    "assignment-head assignment-area": (
        "Phân công là việc của một người vào một ngày, và nói về lĩnh vực của bộ tiêu chí. Không biết ai phân công, bao giờ, hay cột là lĩnh vực nào, thì không ô nào của phần ấy được tính.",
        "An assignment is somebody's act of some day, about areas of the scheme. Where nobody can tell who assigned, when, or which area a column is, that part does not count.",
    ),
    "workbook-conflict": (
        "Hai người cùng thẩm định một đơn vị từ cùng một bảng đã xuất, và ghi khác nhau. Không ai ghi đè ai: cả hai nội dung đứng cạnh nhau với người và lý do, hội đồng chọn một hoặc một giá trị thứ ba.",
        "Two people appraised a unit from the same export, and wrote different things. Nobody writes over anybody: both entries stand side by side with who and why, and the council chooses one of them or a third value.",
    ),
    "workbook-survey entry-closed": (
        "Tiêu chí chỉ dựa vào điều tra thì không ai thẩm định: một điểm đoán trước sẽ đứng thay kết quả điều tra mà không ai thấy.",
        "A criterion that rests on a survey alone is appraised by nobody: a mark guessed in advance would stand in the survey's place unseen.",
    ),
    "answer-nothing": (
        "Phiếu giải trình chỉ có những dòng mà vòng ấy đã điều chỉnh và đang được tính. Đơn vị không bị điều chỉnh gì thì không có phiếu.",
        "A form of answers has only rows that the round has changed and that count. A unit of which nothing was changed has none.",
    ),
    "answer-row answer-undated answer-round answer-blank answer-heading": (
        "Phiếu giải trình không mang mã nào: câu trả lời tìm đến nội dung điều chỉnh theo đơn vị, vòng, tiêu chí và kết quả in trong dòng. Dòng không khớp nội dung nào, hay không biết viết ngày nào, thì không được tính cho ai.",
        "A form of answers bears no ids: an answer finds its entry by the unit, the round, the criterion and the result printed in its row. A row that meets no entry, or of which nobody knows the day, counts for nothing.",
    ),
    "survey-indicator survey-mark survey-entry survey-differs": (
        "Kết quả điều tra xã hội học do đơn vị điều tra cho, không do báo cáo hay thẩm định. Khi hai nơi ghi khác nhau thì kết quả điều tra được dùng.",
        "The results of the survey come from those who held it, not from reports or appraisers. Where two places differ, the survey counts.",
    ),
    "paper-twice paper-answer papers-counted": (
        "Phiếu điều tra được cộng từng phiếu. Phiếu đếm hai lần, hay câu trả lời không ai hiểu, sẽ làm sai kết quả mà không ai thấy; nên kết quả ấy để trống cho đến khi có người sửa.",
        "Papers of a survey are added up one by one. A paper counted twice, or an answer that nobody understands, would bend the result unseen; so that result stays blank until somebody mends it.",
    ),
    "merge-folder merge-target merge-inside merge-link merge-name": (
        "Gộp hai thư mục luôn ghi một thư mục thứ ba; hai thư mục cũ không bị sửa. Những gì không thể chép nguyên sang máy khác thì phải sửa trước.",
        "Merging two folders always writes a third; the two are left as they are. What could not be copied whole to another computer must be mended first.",
    ),
    "merge-row merge-order merge-text merge-file merge-large merge-gone": (
        "Cả hai bên cùng sửa một chỗ. Lấy một bên là làm mất việc của bên kia, nên không ghi gì và mọi chỗ khác nhau được nêu cùng lúc.",
        "Both sides changed the same place. Taking one would lose the other's work, so nothing is written and all differences are told at once.",
    ),
    "survey-not-held": (
        "Không điều tra thì các tiêu chí này không tính vào điểm tối đa của đơn vị nào; chỉ số chia cho phần còn lại.",
        "Without the survey these criteria leave every unit's maximum; the index is taken of the rest.",
    ),
}
"""Codes, several where one explanation fits all, with the explanation."""
