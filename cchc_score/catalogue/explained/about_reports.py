"""What lies behind findings about reports, their figures and their units, in Vietnamese and English."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "value-unreadable": (
        "Ô có chữ, dấu hoặc cách viết lạ (khoảng 5, 1e5, > 10). Lấy phần số trong đó là đoán, nên số liệu này là chưa biết cho đến khi được sửa.",
        "The cell has letters, signs or an odd way of writing (about 5, 1e5, > 10). Taking the digits out of it would be a guess, so the figure is unknown until it is corrected.",
    ),
    "value-ambiguous": (
        "Người Việt viết 1.340 là một nghìn ba trăm bốn mươi, phần mềm tiếng Anh viết như thế là 1,34. Với số liệu có phần thập phân thì cả hai đều có thể, nên số liệu là chưa biết. Số lượng không có phần thập phân thì không bị hỏi.",
        "In Vietnamese 1.340 is one thousand three hundred and forty, in English software it is 1.34. For a figure with decimals both are possible, so it is unknown. A count, which has no decimals, is not asked about.",
    ),
    "value-negative value-large value-not-whole value-decimals": (
        "Con số đọc được nhưng không thể là số liệu thật: âm, quá lớn, hoặc có phần thập phân ở chỗ đếm người, đếm hồ sơ. Nó không được dùng, và không được tự làm tròn.",
        "The number can be read but cannot be a real figure: negative, too large, or with decimals where people or dossiers are counted. It is not used, nor rounded to fit.",
    ),
    "value-yes-no value-option value-day value-kind value-percent": (
        "Mỗi số liệu có loại của nó: có hoặc không, một câu trả lời trong danh sách, ngày, số. Ô này chứa loại khác, nên số liệu là chưa biết.",
        "Each fact has its kind: yes or no, one of some answers, a day, a number. This cell holds another, so the fact is unknown.",
    ),
    "value-leading-zero": (
        "Số 01 thường do ô kiểu chữ, hoặc do ô vốn chứa mã. Giá trị vẫn được lấy; hãy nhìn lại nếu đó có thể là mã chứ không phải số lượng.",
        "01 mostly comes from a cell of text, or one that held a code. The value is taken; look again if it could be a code rather than a count.",
    ),
    "value-rounded": (
        "Ô tính bằng công thức giữ nhiều chữ số hơn điều nó hiện ra. Chương trình làm tròn đến số chữ số thập phân của số liệu, từ 5 trở lên thì làm tròn lên, và nói ra.",
        "A calculated cell holds more digits than it shows. It is rounded half up to the decimals of the fact, and that is said.",
    ),
    "value-coded-zero": (
        "Biểu quy định số 0 là một câu trả lời, trong khi nhiều nơi điền 0 vào mọi ô trống. Con số được hiểu theo biểu.",
        "By the form 0 is an answer here, while many fill 0 into every blank cell. It is taken as the form says.",
    ),
    "value-mixed": (
        "Ghi chú bên cạnh chia con số thành nhiều loại, có thể không phải loại nào cũng thuộc tiêu chí. Con số được chấm như đã ghi, kèm dấu nghi vấn.",
        "The remark beside it splits the figure into kinds, of which not all may count. It is scored as printed, with a mark of doubt.",
    ),
    "value-several value-or-remark": (
        "Trong văn bản không có đường kẻ, '7 120' có thể là bảy nghìn một trăm hai mươi, hoặc hai cột 7 và 120. Không ghép, không tách: số liệu là chưa biết.",
        "In plain text without lines '7 120' may be seven thousand one hundred and twenty, or two columns with 7 and 120. Nothing is glued or split: the figure is unknown.",
    ),
    "cell-marked": (
        "Số gạch đi nghĩa là đã bỏ, số nâng lên thường là chú thích. Đọc tất cả thành một số sẽ ra con số không ai viết.",
        "Digits struck out are withdrawn, raised ones are mostly a footnote. Read as one they would make a number that nobody wrote.",
    ),
    "cell-picture": (
        "Con số nằm trong ảnh (dấu, chữ ký, ảnh chụp). Chương trình không đoán chữ trong ảnh.",
        "The figure is in a picture (a stamp, a signature, a photograph). The program does not guess at pictures.",
    ),
    "cell-merged": (
        "Một ô phủ nhiều dòng có thể là tổng của chúng, hoặc giá trị của dòng đầu. Chỉ người lập biểu biết.",
        "One cell over several rows may be their total, or the value of the first. Only whoever made the table knows.",
    ),
    "cell-hidden row-hidden": (
        "Điều tính là điều người đọc nhìn thấy trên trang. Nội dung ẩn thường còn lại từ bản cũ.",
        "What counts is what readers see on the page. Hidden content is often left from an older version.",
    ),
    "cell-conditional": (
        "Định dạng có điều kiện có thể tô chữ trùng màu nền, gạch chữ hoặc hiện một điều khác con số trong ô. Điều tính là điều người đọc nhìn thấy; khi quy tắc có tác dụng, hoặc không xác định được, thì số liệu là chưa biết.",
        "A conditional format can colour text as its background, strike it out, or show something else than the cell's number. What counts is what readers see; where the rule applies, or nobody can tell, the figure is unknown.",
    ),
    "cell-error cell-uncalculated": (
        "Ô chứa công thức mà không có kết quả dùng được. Chương trình không tính thay Excel, vì có thể ra số khác với số người ký đã thấy.",
        "The cell holds a formula without a usable result. It is not calculated in place of Excel, which might show another number than the one that was signed.",
    ),
    "row-blank rows-blank": (
        "Trống có thể là 0, chưa làm, hoặc quên. Coi là 0 sẽ cho hoặc trừ điểm mà không ai khai, nên là chưa biết và tiêu chí thiếu số liệu.",
        "Blank may mean 0, not done, or forgotten. Taken for 0 it would give or cost points that nobody stated, so it is unknown and the criterion lacks its figure.",
    ),
    "row-blank-beside": (
        "Người điền có thể đã ghi số vào cột đơn vị tính hoặc ghi chú. Số ở đó không được lấy, vì không đứng ở cột số liệu.",
        "The figure may have been written into the column of units or remarks. It is not taken from there, since it does not stand in the column of figures.",
    ),
    "row-unit-differs row-unit-absent": (
        "1.200 nghìn đồng và 1.200 triệu đồng khác nhau một nghìn lần. Con số được giữ như đã ghi, theo đơn vị của mẫu, kèm nghi vấn; không tự quy đổi.",
        "1,200 thousand and 1,200 million đồng are a thousand times apart. The figure is kept as printed, in the form's unit, with a doubt where they differ; nothing is converted.",
    ),
    "row-legend-differs": (
        "Chú giải ngược với mẫu ('Có = 0') thì cùng một con số có nghĩa trái lại. Số liệu được giữ với dấu nghi vấn.",
        "With a legend the other way round ('yes = 0') the same number means the opposite. The figure is kept with a mark of doubt.",
    ),
    "fact-in-doubt": (
        "Báo cáo đã nhập ghi một nghi vấn chưa ai giải quyết. Con số vẫn được chấm như đã ghi, và dấu nghi vấn theo nó đến mọi bảng.",
        "The imported report notes a doubt that nobody has settled. The figure is scored as printed, and the mark follows it to every table.",
    ),
    "fact-conflict": (
        "Hai tài liệu của một đơn vị ghi hai con số cho một việc. Chọn bên nào cũng là quyết định thay người ta, nên số liệu là chưa biết.",
        "Two documents of one unit state two figures for one thing. Choosing one would decide in somebody's place, so the figure is unknown.",
    ),
    "report-self-score": (
        "Sổ của một xã (export form commune) có cả số liệu và tự chấm, đọc được ở thư mục nào cũng được. Tệp này chỉ có bảng tự chấm, nên không cho số liệu nào.",
        "The workbook of a commune (export form commune) has figures and self-score, and is read in either folder. This file has a self-score only, so it gives no figures.",
    ),
    "text-form-absent text-no-rows": (
        "Phụ lục được đọc theo mẫu: mã và tên từng dòng. Không có mẫu, hoặc không dòng nào khớp, thì không con số nào có nghĩa.",
        "An appendix is read by a form: the code and label of each row. Without a form, or with no row that fits, no number means anything.",
    ),
    "text-unmatched": (
        "Một đoạn có vẻ là dòng của bảng mà mẫu không có. Có thể là dòng thêm của địa phương, hoặc một dòng của mẫu bị gõ khác.",
        "Something looks like a row of the table, and the form has no such row. It may be one of the office's own, or a row of the form typed otherwise.",
    ),
    "figures-heading list-heading": (
        "Cột số liệu được nhận theo tiêu đề. Tiêu đề đã bị đổi thì không biết con số ở cột nào, nên không số liệu nào của bảng được lấy, thay vì lấy nhầm cột.",
        "The column of figures is met by its heading. Under another one nobody can tell in which column the figures stand, so that none is taken rather than those of a wrong column.",
    ),
    "columns-unclear": (
        "Có cột của năm trước, của quý, hoặc hai cột cùng tên. Lấy nhầm cột là chấm nhầm năm, nên không cột nào được lấy.",
        "There are columns of the year before, of a quarter, or two of one name. The wrong column is the wrong year, so none is taken.",
    ),
    "figures-column-absent figures-column-unclear": (
        "Mẫu nói bảng có những cột số liệu nào, ví dụ Kế hoạch và Thực hiện. Cột được nhận ra bằng đúng tiêu đề; thiếu hoặc có hai cột hợp nhau thì không đoán.",
        "The form says which columns of figures its table has, as plan and result. A column is met by its exact heading; where it is absent, or two would fit, nothing is guessed.",
    ),
    "lines-absent lines-twice lines-mixed lines-cell-blank lines-line-blank lines-total-differs": (
        "Bảng hồ sơ theo lĩnh vực được cộng từng cột. Dòng tổng chỉ để so. Dòng có thể là phần của dòng khác, hoặc ô trống có thể không phải 0, thì cộng là sai.",
        "A table of dossiers by field is added up column by column, and its total only compared. Where a line may be part of another, or a blank may be no 0, the sum would be wrong.",
    ),
    "text-table-unread tabs-uneven": (
        "Trong văn bản thuần, chỉ dấu tab phân các cột. Thiếu hoặc thừa một dấu tab thì số đứng dưới tiêu đề khác mà mắt không thấy.",
        "In plain text only tabs part the columns. With a tab too many or too few a figure stands under another heading, and nobody sees it.",
    ),
    "text-appendix-second text-row-twice": (
        "Thường do ghép hai báo cáo, hoặc dán phụ lục hai lần. Phần thứ hai có thể là của xã khác hay năm khác.",
        "Mostly two reports were joined, or an appendix was pasted twice. The second may be another commune's, or another year's.",
    ),
    "text-rows-absent text-table-absent": (
        "Mẫu hỏi mà tài liệu không có. Số liệu ấy là chưa biết: không phải 0, và tiêu chí dùng nó là thiếu số liệu.",
        "The form asks and the document does not have it. Those figures are unknown: not 0, and the criteria that use them lack figures.",
    ),
    "table-unclear table-title-differs": (
        "Nhiều bảng của mẫu dùng cùng số thứ tự. Nếu nhận nhầm bảng, số của việc này sẽ thành số của việc khác.",
        "Several tables of the form use the same numbers. In the wrong table the figure of one thing would become that of another.",
    ),
    "text-header-value": (
        "Dòng tiêu đề chỉ để đối chiếu với các dòng dưới nó, không bao giờ được chấm. Không đọc được thì chỉ bỏ việc đối chiếu.",
        "A header row is only compared with the rows below it and never scored. Where it cannot be read, only the comparison falls away.",
    ),
    "row-label-differs row-code-differs": (
        "Mã và tên nói hai dòng khác nhau: có thể là mẫu của năm khác, hoặc gõ nhầm mã. Lấy theo một bên sẽ ghi số vào việc khác.",
        "Code and label name two different rows: a form of another year, or a code mistyped. Following either could put the figure to another thing.",
    ),
    "unit-unnamed unit-unknown unit-ambiguous": (
        "Chưa biết chắc báo cáo của xã nào thì không xã nào được nhận số liệu này. Chương trình tìm tên trong tiêu đề, trong ô đơn vị và tên tệp.",
        "While it is not certain whose report it is, no commune gets these figures. The name is looked for in the title, the unit's cell and the file's name.",
    ),
    "unit-name-differs unit-kind-differs": (
        "Mã và tên (hoặc loại) không đi với nhau như trong danh sách. Sau khi sắp xếp lại, mã cũ có thể thuộc xã mới; hãy xem có phải báo cáo của xã khác không.",
        "Code and name (or kind) do not go together as in the list. After mergers an old code may be a new commune's; see whether the report is another's.",
    ),
    "unit-answer-absent unit-kind-absent unit-kinds-alike": (
        "Điều kiện, ngưỡng xếp loại hoặc nhóm xếp hạng dựa vào loại đơn vị trong danh sách. Không ghi, hoặc ghi hai cách, thì đơn vị đứng sai nhóm.",
        "Conditions, limits of classes or groups of the ranking go by the kind of unit in the list. Left blank, or written in two ways, it puts units into the wrong group.",
    ),
    "items-column item-unnamed item-twice items-unknown": (
        "Danh sách mục có mỗi thủ tục (hoặc kỳ) một dòng; số liệu của xã là thấp nhất, tổng, trung bình hoặc số đếm của chúng. Thiếu một dòng là sai kết quả, nên số liệu là chưa biết.",
        "A list of items has a line for each procedure (or period); the commune's figure is their lowest, sum, mean or count. With a line missing it would be wrong, so it is unknown.",
    ),
    "items-differ last-year-differs": (
        "Một số liệu có hai nguồn và chúng khác nhau. Báo cáo đã ký của đơn vị được dùng; số kia được nêu để kiểm tra.",
        "One fact has two sources, and they differ. The unit's signed report counts; the other figure is told so that somebody checks.",
    ),
    "unit-predecessor": (
        "Đơn vị mới được so với trung bình các đơn vị cũ hợp thành nó. Thiếu một đơn vị cũ thì phép so chỉ dựa vào phần còn lại.",
        "A merged unit is compared with the mean of those it was made of. Where one of them is missing, it is held against the rest.",
    ),
    "unit-predecessor-kept": (
        "Đơn vị cũ đã nhập vào đơn vị khác thì không còn là đơn vị nữa. Đơn vị vẫn còn sau khi nhập thì được so với chính mình, không tính lần thứ hai vào đơn vị mới; điểm và thứ hạng không thay đổi vì điều này.",
        "A unit that was merged into another is a unit no more. One that is still there afterwards is compared with itself and not counted a second time for the merged unit; points and ranks do not change by it.",
    ),
    "unit-twice": (
        "Có hai tệp của một đơn vị. Nếu chúng ghi cùng con số thì không sao; khác nhau thì có lỗi fact-conflict cho từng số liệu.",
        "Two files belong to one unit. Where they agree no harm is done; where they differ each fact has its own fact-conflict.",
    ),
    "unit-gone-report unit-not-valid": (
        "Theo cột valid_from và valid_to, đơn vị không tồn tại vào ngày xét danh sách, là ngày cuối kỳ hoặc ngày ghi ở units_on (đã nhập vào đơn vị khác, hoặc chưa lập). Nó không được chấm và không đứng trong bảng.",
        "By valid_from and valid_to the unit did not exist on the day that counts, the last of the period or that of units_on (merged away, or not yet made). It is not scored and not in the table.",
    ),
    "unit-without-report": (
        "Mọi tiêu chí dựa vào báo cáo của đơn vị này là thiếu số liệu, nên chỉ số của nó chỉ là một khoảng và nó không có xếp loại.",
        "Every criterion that needs its report lacks figures, so its index is a range and it has no class.",
    ),
    "year-absent": (
        "Tài liệu không nói của năm nào, nên được coi là năm đang chấm. Báo cáo năm trước gửi nhầm sẽ được chấm như năm nay.",
        "The document does not say its year and is taken for the one that is scored. Last year's report sent by mistake would count as this year's.",
    ),
    "unit-contradicted": (
        "Tiêu đề, tên tệp và lời báo cáo phải cùng nói một đơn vị. Chép mẫu của xã bên cạnh mà quên sửa tên là chuyện hay gặp, và sẽ đem điểm cho xã khác.",
        "Title, file name and text must name one unit. A neighbour's file used as a template with its name left in is frequent, and would give the points to the neighbour.",
    ),
    "year-contradicted year-differs": (
        "Số liệu năm khác không nói gì về năm đang chấm. Tệp không được dùng, kể cả khi mọi con số đều đọc được.",
        "Figures of another year say nothing about this one. The file is not used, even where every figure can be read.",
    ),
    "period-part": (
        "Số liệu 6 tháng hoặc một quý nhỏ hơn cả năm, và tỷ lệ cũng khác. Chấm nó như cả năm là sai cho đơn vị.",
        "Figures of six months or a quarter are smaller than the year's, and shares differ too. Scored as the year they would be wrong for the unit.",
    ),
    "part-above-whole parts-not-whole fact-above-whole": (
        "Một phần không thể lớn hơn tổng của nó: một trong hai số gõ sai, thường là thừa hoặc thiếu một chữ số. Khi chính quy tắc chấm đem chúng so với nhau thì tiêu chí không được chấm.",
        "A part cannot be more than its whole: one of the two is mistyped, mostly by a digit. Where the rule itself compares them, the criterion is not scored.",
    ),
    "exclusive-above-100": (
        "Hai tỷ lệ loại trừ nhau (chỉ điện tử, có kèm giấy) cùng chia một tổng, nên cộng lại không quá 100%.",
        "Two shares that exclude each other (electronic only, with paper) divide one whole, so together they are at most 100%.",
    ),
    "zero-of-zero": (
        "Không có việc nào để làm thì không có tỷ lệ. Quyết định nói khi đó được mấy điểm, và khóa if_none của tiêu chí ghi điều ấy: đủ điểm, 0 điểm, hoặc không áp dụng.",
        "With nothing to do there is no share. The decision says what is given then, and if_none of the criterion holds it: all, nothing, or not applicable.",
    ),
    "fact-of-survey fact-of-appraiser": (
        "Kết quả điều tra và điểm thẩm định không do đơn vị tự khai. Nếu nhận từ báo cáo của chính xã, xã sẽ tự cho mình điểm.",
        "Results of the survey and of the appraisal are not for the unit to state. Taken from its own report, a commune would give itself points.",
    ),
    "prose-proposes prose-differs prose-share-differs": (
        "Lời báo cáo được đọc chỉ để đối chiếu với phụ lục, không bao giờ được chấm. Hai nơi nói khác nhau thì một nơi sai, và chỉ đơn vị biết nơi nào.",
        "The text is read only to hold it against the appendix, and never scored. Where the two differ one is wrong, and only the unit knows which.",
    ),
    "percent-above-100 fact-above-most": (
        "Con số vượt mức có thể có, nên không được chấm: tiêu chí thiếu số liệu cho đến khi sửa. Tỷ lệ thật sự có thể quá 100 (tăng trưởng) thì khai loại `decimal`.",
        "The figure is more than can be, so it is not scored: the criterion lacks it until it is corrected. A share that may pass 100 (growth) is declared as `decimal`.",
    ),
    "day-far phase-far": (
        "Gõ 2015 thay vì 2025 làm một việc muộn thành kịp trước mười năm. Ngày được giữ như đã ghi, kèm nghi vấn.",
        "2015 typed for 2025 makes what was late ten years early. The day is kept as written, with a doubt.",
    ),
    "header-differs header-sum-differs": (
        "Dòng tổng hay bị cộng sai hoặc quên sửa khi sửa dòng con. Điểm theo các dòng con; chỗ khác nhau được nêu để hỏi đơn vị.",
        "Headers are often added up wrongly, or forgotten when a row is corrected. Points follow the rows; the difference is told so that the unit is asked.",
    ),
    "value-shifted": (
        "Con số lệch một dòng: ô trên có số lớn bất thường, ô dưới trống. Chương trình nêu điều nó ngờ, nhưng không tự chuyển số.",
        "A figure stands a row off: a strangely large one above a blank cell. The suspicion is told, and nothing is moved.",
    ),
    "fact-sum-negative": (
        "Quy tắc trừ một số khỏi một số lớn hơn nó (văn bản sai nhiều hơn văn bản đã ban hành). Kết quả âm không có nghĩa, nên tiêu chí thiếu số liệu.",
        "The rule takes a figure from a smaller one (more faulty documents than were issued). A negative result means nothing, so the criterion lacks its figures.",
    ),
    "peers-unknown": (
        "Điểm so với đơn vị tốt nhất phụ thuộc mọi đơn vị trong nhóm. Đơn vị chưa biết có thể còn cao hơn, nên điểm là một khoảng.",
        "Points relative to the best unit hang on every unit of the group. An unknown one may be better still, so the points are a range.",
    ),
    "nothing-to-import nothing-to-score": (
        "Các tệp được tìm và mở, nhưng không cho con số nào. Thường là nhầm thư mục, hoặc mẫu của năm khác.",
        "Files were looked for and opened, but gave no figure. Mostly it is the wrong folder, or a form of another year.",
    ),
}
"""Codes, several where one explanation fits all, with the explanation."""
