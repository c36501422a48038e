"""What each key of a TOML file means, as an editor shows it beside the key, in two languages."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc_score.findings import Words

KINDS: Mapping[str, Words] = MappingProxyType(
    {
        "scheme": Words("Bộ tiêu chí", "Scheme"),
        "frame": Words("Khung của bộ tiêu chí", "Frame of a scheme"),
        "form": Words("Mẫu báo cáo", "Report form"),
        "report": Words("Báo cáo của một đơn vị", "Report of one unit"),
        "cases": Words("Trường hợp mẫu của một bộ tiêu chí", "Golden cases of a scheme"),
        "config": Words("cchc.toml của thư mục một năm", "cchc.toml of the folder of a year"),
        "work": Words("Tự chấm, thẩm định, giải trình", "Self-scores, appraisal, explanations"),
    }
)
"""The kinds of files."""

KEYS: Mapping[str, Words] = MappingProxyType(
    {
        # Of many tables.
        "address": Words("Địa chỉ trên mạng", "An address on the web"),
        "by": Words("Người hoặc đơn vị lập", "Who wrote it"),
        "code": Words("Mã: chữ không dấu, số, dấu chấm, gạch ngang", "Code: unaccented letters, digits, dots, dashes"),
        "date": Words("Số liệu là ngày", "An indicator that is a day"),
        "decimals": Words(
            "Làm tròn đến bao nhiêu chữ số thập phân, khi khác với cả bộ tiêu chí",
            "To how many decimals points are rounded here, where the scheme says otherwise",
        ),
        "evidence": Words("Tài liệu kiểm chứng", "Evidence"),
        "explanation": Words("Giải trình", "Explanation"),
        "form": Words(
            "Mẫu báo cáo: tên có sẵn, tệp .toml, hoặc gói:tên",
            "The report form: a shipped name, a .toml file, or package:name",
        ),
        "held": Words(
            "false: năm nay không tổ chức, không chấm (ghi reason)",
            "false: not held this year, left out (with a reason)",
        ),
        "indicator": Words("Mã số liệu", "Code of an indicator"),
        "max_points": Words("Điểm tối đa", "Maximum points"),
        "name": Words("Tên", "Name"),
        "name_en": Words("Tên tiếng Anh", "English name"),
        "on": Words("Ngày lập", "The day on which it was written"),
        "points": Words("Số điểm", "Points"),
        "reason": Words("Lý do", "Reason"),
        "remark": Words("Ghi chú trong báo cáo", "Remark in the report"),
        "title": Words("Tên gọi", "Title"),
        "unit": Words("Đơn vị: mã hoặc đúng tên", "The unit: its code or exact name"),
        "value": Words("Giá trị", "The value"),
        "whole": Words("Toàn bộ: mẫu số của tỷ lệ", "The whole of the share"),
        "year": Words("Năm", "Year"),
        "ConfigTable.annex": Words("Phần đầu và phần ký của phụ lục (lệnh report)", "The head and the foot of the annex (of the command report)"),
        "LetterheadTable.superior": Words("Cơ quan chủ quản, in trên tên cơ quan ban hành", "The body above the agency"),
        "LetterheadTable.agency": Words("Cơ quan ban hành", "The agency that issues it"),
        "LetterheadTable.number": Words("Số, ký hiệu", "Its number"),
        "LetterheadTable.place": Words("Địa danh", "The place"),
        "LetterheadTable.date": Words("Ngày ban hành; không có thì để chấm", "The day of issue; dots without it"),
        "LetterheadTable.attached_to": Words("Văn bản mà phụ lục kèm theo; có thì phụ lục không có quốc hiệu", "The document whose annex it is; then it has no national header"),
        "LetterheadTable.authority": Words("Ký thay mặt ai: TM. HỘI ĐỒNG", "In whose name it is signed"),
        "LetterheadTable.position": Words("Chức vụ người ký", "The position of who signs"),
        "LetterheadTable.signer": Words("Họ tên người ký", "The name of who signs"),
        "LetterheadTable.by_kind": Words("true: mỗi loại đơn vị một bảng, thứ hạng vẫn là thứ hạng chung", "true: each kind of units in a table of its own, with the ranks of all"),
        "LetterheadTable.recipients": Words("Nơi nhận, mỗi nơi một dòng", "The recipients, one a line"),
        "ConfigTable.taken_out": Words(
            "Tiêu chí hội đồng bỏ khỏi điểm tối đa sau khi đơn vị tự chấm",
            "Criteria that the council takes out of the maximum after the self-score",
        ),
        "TakenOutTable.criterion": Words("Số của tiêu chí", "The number of the criterion"),
        "TakenOutTable.units": Words(
            "Mã hoặc tên các đơn vị; không ghi là mọi đơn vị", "Codes or names of units; without it, everybody"
        ),
        "TakenOutTable.decision": Words("Văn bản quyết định điều đó", "The paper that decides it"),
        # A scheme.
        "SchemeFile.scheme": Words("Bộ tiêu chí", "The scheme"),
        "SchemeFile.ranking": Words("Cách xếp hạng", "How units are ranked"),
        "SchemeFile.class": Words("Các loại, từ cao xuống thấp", "The classes, from the highest down"),
        "SchemeFile.area": Words("Lĩnh vực, theo mã", "Areas, by code"),
        "SchemeFile.criterion": Words(
            "Tiêu chí, theo số: 3.1.2 thuộc 3.1", "Criteria, by number: 3.1.2 belongs to 3.1"
        ),
        "SchemeFile.indicator": Words("Số liệu riêng của bộ tiêu chí", "Indicators of the scheme's own"),
        "SchemeFile.context": Words("Số liệu không chấm, và lý do", "Indicators that are not scored, and why"),
        "SchemeTable.frame": Words(
            "Khung mà check đối chiếu: tên có sẵn, tệp .toml, hoặc gói:tên",
            "The frame that check holds it against: a shipped name, a .toml file, or package:name",
        ),
        "FrameFile.scheme": Words("Khung", "The frame"),
        "FrameFile.area": Words("Lĩnh vực, theo mã", "Areas, by code"),
        "FrameFile.criterion": Words("Tiêu chí mà khung ấn định, theo số", "Criteria that the frame fixes, by number"),
        "FrameFile.ranking": Words("Của cả một bộ tiêu chí: không xem", "Of a whole scheme: not looked at"),
        "FrameFile.class": Words("Của cả một bộ tiêu chí: không xem", "Of a whole scheme: not looked at"),
        "FrameFile.indicator": Words("Của cả một bộ tiêu chí: không xem", "Of a whole scheme: not looked at"),
        "FrameFile.context": Words("Của cả một bộ tiêu chí: không xem", "Of a whole scheme: not looked at"),
        "FrameTable.max_points": Words("Tổng điểm tối đa của các lĩnh vực thường", "What the normal areas add up to"),
        "FrameAreaTable.number": Words(
            "Số thứ tự: tiêu chí 3.1 thuộc lĩnh vực số 3", "Its number: criterion 3.1 belongs to area 3"
        ),
        "FrameAreaTable.max_points": Words(
            "Điểm tối đa; không ghi thì bộ tiêu chí tự chọn", "Maximum points; without it schemes choose their own"
        ),
        "FrameAreaTable.kind": Words("normal; bonus: điểm thưởng; penalty: điểm trừ", "normal, bonus or penalty"),
        "SchemeTable.version": Words("Phiên bản, viết trong ngoặc kép", "Version, in quotation marks"),
        "SchemeTable.decision": Words(
            "Số và ngày của quyết định; không có thì kết quả in là minh họa",
            "Number and date of the decision; without it results are printed as illustrative",
        ),
        "SchemeTable.period": Words("Năm được chấm", "The year that is scored"),
        "SchemeTable.max_points": Words("Tổng điểm tối đa của các lĩnh vực thường", "What the normal areas add up to"),
        "SchemeTable.decimals": Words(
            "Số chữ số thập phân của điểm: 2 là bước 0,01", "Decimals of points: 2 is a step of 0.01"
        ),
        "SchemeTable.printed": Words(
            "Số chữ số thập phân khi in tổng điểm và chỉ số, nếu khác với khi tính",
            "Decimals of the printed total and index, where they are not those of the computation",
        ),
        "PrintedTable.points": Words("Của tổng điểm", "Of the total"),
        "PrintedTable.index": Words("Của chỉ số", "Of the index"),
        "SchemeTable.draft": Words(
            "true: bản nháp, chưa chấm được", "true: a draft that cannot score yet"
        ),
        "SchemeTable.rounding": Words(
            "criterion: làm tròn từng tiêu chí; never: chỉ khi in",
            "criterion: each criterion is rounded; never: only what is printed",
        ),
        "RankingTable.group_by": Words(
            "none: xếp chung; kind: xã, phường, đặc khu xếp riêng", "none: one ranking; kind: xã, phường, đặc khu apart"
        ),
        "RankingTable.compare": Words(
            "exact: so chỉ số chính xác; published: so chỉ số đã làm tròn",
            "exact: the exact index decides; published: the printed one",
        ),
        "RankingTable.ties": Words(
            "Bằng nhau: standard 1, 1, 3; dense 1, 1, 2; list theo danh sách",
            "Equal units: standard 1, 1, 3; dense 1, 1, 2; list as listed",
        ),
        "RankingTable.incomplete": Words(
            "Thiếu số liệu: low xếp theo điểm chắc chắn; unranked không xếp",
            "Figures missing: low ranks by what is certain; unranked does not rank",
        ),
        "RankingTable.above_100": Words(
            "Có điểm thưởng: keep giữ chỉ số trên 100; cap chặn ở 100",
            "With bonus points: keep an index above 100, or cap it",
        ),
        "ClassTable.from": Words("Chỉ số từ đây trở lên", "The index from which it is given"),
        "ClassTable.from_by": Words(
            "Ngưỡng theo câu trả lời, ví dụ theo loại xã; thay cho 'from'",
            "A limit for each answer, as by the grade of a commune; instead of 'from'",
        ),
        "LimitByAnswerTable.fact": Words("Số liệu có các câu trả lời", "An indicator with answers"),
        "LimitByAnswerTable.values": Words("Ngưỡng của từng câu trả lời", "The limit for each answer"),
        "SchemeTable.days": Words(
            "Ngày đầu và ngày cuối, khi năm được chấm không phải năm dương lịch",
            "The first and last day of a year that is no calendar year",
        ),
        "DaysTable.from": Words("Ngày đầu", "The first day"),
        "DaysTable.to": Words("Ngày cuối", "The last day"),
        "ClassTable.each_area_from": Words(
            "Và mọi lĩnh vực đạt từ ngần này phần trăm", "And every area reaches this percentage"
        ),
        "ClassTable.each_criterion_from": Words(
            "Và mọi tiêu chí đạt từ ngần này phần trăm", "And every criterion reaches this percentage"
        ),
        "AreaTable.number": Words(
            "Số thứ tự: tiêu chí 3.1 thuộc lĩnh vực số 3", "Its number: criterion 3.1 belongs to area 3"
        ),
        "absent": Words(
            "Điểm trừ chưa ai cho: none không trừ (mặc định), full trừ hết",
            "A penalty that nobody has given: none takes nothing off (the default), full takes off all",
        ),
        "RankingTable.silent": Words(
            "Đơn vị chưa gửi số liệu nào: unranked không xếp hạng, không xếp loại (mặc định), ranked vẫn xếp",
            "A unit that sent no figure: unranked has neither rank nor class (the default), ranked has both",
        ),
        "RankingTable.units_on": Words(
            "Xét các đơn vị tồn tại vào ngày này; không ghi thì là ngày cuối kỳ",
            "The day on which a unit must exist to be scored; by default the last of the year",
        ),
        "AreaTable.kind": Words("normal; bonus: điểm thưởng; penalty: điểm trừ", "normal, bonus or penalty"),
        "CriterionTable.combine": Words(
            "Cách gộp các phần: sum cộng; capped cộng, không quá điểm tối đa; best lấy cao nhất; all đủ cả mới có điểm; chosen theo câu trả lời",
            "How parts combine: sum, capped (at the maximum), best, all (full or nothing), chosen (by an answer)",
        ),
        "CriterionTable.chosen_by": Words(
            "Số liệu có câu trả lời chọn phần nào được chấm",
            "The indicator whose answer names the part that is scored",
        ),
        "CriterionTable.choice": Words(
            "Phần này được chấm khi câu trả lời là", "The answer under which this part is scored"
        ),
        "CriterionTable.method": Words("Phương pháp chấm điểm", "The way of giving points"),
        "CriterionTable.factor": Words(
            "Hệ số theo câu trả lời, ví dụ mức vi phạm", "A share of the points by an answer, such as a violation"
        ),
        "CriterionTable.gate": Words(
            "Điều kiện để được chấm, một hoặc nhiều; của tiêu chí có tiêu chí thành phần thì áp dụng cho từng tiêu chí thành phần",
            "The conditions under which the rule runs, one or several; those of a parent hold for each of its parts",
        ),
        "CriterionTable.self_score": Words(
            "true: đơn vị tự chấm, dù hội đồng cho điểm; false: chỉ hội đồng chấm",
            "true: units claim it although the council gives it; false: the council alone",
        ),
        "CriterionTable.key": Words(
            "Khóa giữ nguyên qua các năm, để so sánh khi số hoặc tên đổi; không ghi thì là số",
            "A key that stays through the years, for comparing when number or title change; the number by default",
        ),
        "CriterionTable.draft": Words(
            "true: bản nháp chưa ai xác nhận; bộ tiêu chí chưa chấm được",
            "true: a draft that nobody has confirmed; the scheme cannot score yet",
        ),
        "CriterionTable.reference": Words("Căn cứ: điều, mục, dòng của phụ lục", "Paragraph, row of the appendix"),
        "CriterionTable.remedy": Words("Cách khắc phục", "What would help"),
        "CriterionTable.note": Words("Ghi chú", "Note"),
        "FactorTable.fact": Words("Số liệu có các câu trả lời", "An indicator with answers"),
        "FactorTable.values": Words(
            "Phần điểm còn giữ theo từng câu trả lời: 1, 0.5, 0", "The share that is kept, for each answer: 1, 0.5, 0"
        ),
        "FactorTable.unsaid": Words(
            "Phần điểm còn giữ khi chưa ai ghi; không ghi thì tiêu chí phải chờ",
            "The share kept while nobody has said anything; without it the criterion waits",
        ),
        "GateTable.fact": Words("Số liệu của điều kiện", "The indicator of the condition"),
        "GateTable.whole": Words("Mẫu số: khi đó ngưỡng là phần trăm", "The whole: limits are then in percent of it"),
        "GateTable.criterion": Words(
            "Số của tiêu chí khác, thay cho 'fact': ngưỡng là điểm của nó",
            "The number of another criterion, instead of 'fact': limits are then its points",
        ),
        "GateTable.from": Words("Chấm khi từ đây trở lên", "The rule runs from here on"),
        "GateTable.above": Words("Chấm khi trên mức này", "The rule runs above this"),
        "GateTable.to": Words("Chấm khi không quá mức này", "The rule runs up to this"),
        "GateTable.below": Words("Chấm khi dưới mức này", "The rule runs below this"),
        "GateTable.applies": Words(
            "true: chấm khi tiêu chí kia được chấm; false: khi nó không áp dụng",
            "true: the rule runs where the other criterion applies; false: where it does not",
        ),
        "GateTable.answers": Words("Chấm khi câu trả lời là một trong các mã này", "The rule runs for these answers"),
        "GateTable.otherwise": Words(
            "Không đạt điều kiện: zero, full, not_applicable", "Else: zero, full, not_applicable"
        ),
        "IndicatorTable.unit": Words("Đơn vị tính", "Unit of measure"),
        "IndicatorTable.kind": Words(
            "count đếm; decimal số thập phân; money tiền; percent phần trăm; points điểm; yes_no có hoặc không; option lựa chọn; date ngày",
            "count, decimal, money, percent, points, yes_no, option, date",
        ),
        "IndicatorTable.decimals": Words("Số chữ số thập phân của giá trị", "Decimals of its values"),
        "IndicatorTable.source": Words(
            "report báo cáo; survey điều tra; appraiser thẩm định", "report, survey or appraiser"
        ),
        "IndicatorTable.options": Words("Các câu trả lời", "The answers"),
        "IndicatorTable.part_of": Words(
            "Là một phần của số liệu này, không bao giờ lớn hơn", "Part of this indicator, never more"
        ),
        "IndicatorTable.sum_of": Words("Là tổng của các số liệu này", "The sum of these indicators"),
        "IndicatorTable.lowest_of": Words(
            "Là số thấp nhất (hoặc câu trả lời đứng đầu danh sách) trong các số liệu này",
            "The lowest of these indicators; of answers, the one listed first",
        ),
        "IndicatorTable.highest_of": Words(
            "Là số cao nhất (hoặc câu trả lời đứng cuối danh sách) trong các số liệu này",
            "The highest of these indicators; of answers, the one listed last",
        ),
        "IndicatorTable.mean_of": Words(
            "Là trung bình của các số liệu này, làm tròn theo decimals của nó",
            "The mean of these indicators, rounded to its own decimals",
        ),
        "IndicatorTable.unit_column": Words(
            "Lấy từ danh sách đơn vị: kind (xã, phường) hoặc grade (loại I, II, III)",
            "Taken from the list of units: kind (xã, phường) or grade (I, II, III)",
        ),
        "IndicatorTable.items": Words(
            "Lấy từ danh sách mục của đơn vị (thủ tục, lĩnh vực): tổng, thấp nhất, cao nhất, trung bình, đếm",
            "Taken from the items of a unit (procedures, fields): sum, lowest, highest, mean, count",
        ),
        "OverItemsTable.take": Words(
            "sum tổng; lowest thấp nhất; highest cao nhất; mean trung bình; count đếm mục đạt điều kiện",
            "sum, lowest, highest, mean, or count of the items that meet a condition",
        ),
        "OverItemsTable.value": Words("Số liệu của từng mục", "The figure of each item"),
        "OverItemsTable.whole": Words(
            "Mẫu số của từng mục: khi đó lấy tỷ lệ phần trăm", "The whole of each item: then its percentage is taken"
        ),
        "OverItemsTable.from": Words("Đếm mục từ đây trở lên", "Items are counted from here on"),
        "OverItemsTable.answers": Words("Đếm mục có một trong các câu trả lời này", "Items with these answers are counted"),
        "ConfigTable.items": Words("Thư mục hoặc tệp danh sách mục của các đơn vị", "The lists of items of the units"),
        "IndicatorTable.last_year_of": Words(
            "Là giá trị năm trước của số liệu này, lấy từ thư mục năm trước nếu báo cáo không ghi",
            "Last year's value of this indicator, from last year's folder unless it is reported",
        ),
        "IndicatorTable.count_of": Words(
            "Là số số liệu đạt điều kiện trong các số liệu này", "How many of these indicators meet a condition"
        ),
        "CountOfTable.facts": Words("Các số liệu được đếm", "The indicators that are counted"),
        "CountOfTable.from": Words("Đếm khi từ đây trở lên", "Counted from here on"),
        "CountOfTable.answers": Words("Đếm khi câu trả lời là một trong các mã này", "Counted for these answers"),
        "IndicatorTable.exclusive_with": Words(
            "Cùng các số liệu này không quá 100%", "With these at most 100 percent"
        ),
        # A form.
        "FormFile.form": Words("Mẫu báo cáo", "The form"),
        "FormFile.row": Words(
            "Các dòng, theo số in trong biểu; dòng không có số là 3.3.1/1",
            "Rows, by the code printed; one without a code is 3.3.1/1",
        ),
        "FormFile.table": Words(
            "Các bảng của mẫu, khi số thứ tự ở mỗi bảng lại bắt đầu từ đầu",
            "The tables of a form whose codes begin again in each",
        ),
        "SectionTable.name": Words("Tên bảng, in ở trên bảng", "The table's name, printed above it"),
        "SectionTable.title": Words("Tiêu đề in cùng tên bảng", "The title printed with its name"),
        "SectionTable.row": Words("Các dòng của bảng, theo số in trong bảng", "Its rows, by the code printed in it"),
        "SectionTable.lines": Words(
            "Bảng có mỗi mục một dòng, ví dụ mỗi lĩnh vực: lấy gì từ các dòng",
            "A table with a line for each of many things, such as fields: what is taken from the lines",
        ),
        "FormTable.figures": Words(
            "Các cột số liệu khi bảng có nhiều cột: tên cột và các tiêu đề; 'A > B' là B nằm dưới A",
            "The columns of figures where there are several: a name and headings; 'A > B' is B below A",
        ),
        "SectionTable.figures": Words(
            "Các cột số liệu của bảng này: tên cột và các tiêu đề", "This table's columns of figures: a name and headings"
        ),
        "FormTable.codes": Words("false: các dòng in không có số thứ tự", "false: rows are printed without codes"),
        "SectionTable.codes": Words(
            "false: các dòng của bảng này in không có số thứ tự", "false: this table's rows are printed without codes"
        ),
        "LinesTable.names": Words("Tiêu đề của cột tên dòng", "Headings of the column of the lines' names"),
        "LinesTable.totals": Words(
            "Tên của dòng tổng, chỉ để so", "Names of the line that adds the others up, only compared"
        ),
        "LinesTable.blank": Words(
            "Ô trống là chưa biết (unknown) hay là 0 (zero)", "Whether a blank cell is unknown or means 0 (zero)"
        ),
        "LinesTable.sum": Words(
            "Số liệu bằng tổng các dòng, theo tên cột", "Indicators that the lines add up to, by column"
        ),
        "LinesTable.items": Words(
            "Số liệu của từng dòng, giữ làm mục, theo tên cột", "Indicators of each line, kept as items, by column"
        ),
        "RowTable.indicators": Words(
            "Số liệu lấy ở từng cột, theo tên cột", "The indicators taken from each column, by its name"
        ),
        "FormFile.prose": Words("Lời văn nhắc lại con số của biểu", "Where the prose names a figure of the table"),
        "title_before_unit": Words(
            "Chữ đứng ngay trước tên đơn vị trong tiêu đề", "The words before the unit's name in the title"
        ),
        "title_year": Words("Chữ đứng ngay trước năm", "The words before the year"),
        "headings": Words("Mọi chữ ở dòng tiêu đề của bảng", "All that the heading of the table says"),
        "groups": Words(
            "Chữ in thay cho số, trước các phần của dòng trên",
            "Printed instead of a code, before parts of the row above",
        ),
        "dittos": Words("Chữ nghĩa là cùng đơn vị tính", "Words for the same unit as above"),
        "columns": Words("Cột nào chứa gì, theo chữ ở tiêu đề", "Which column holds what, by its heading"),
        "ColumnsTable.code": Words("Cột số thứ tự", "The column of codes"),
        "ColumnsTable.unit": Words("Cột đơn vị tính", "The column of units of measure"),
        "ColumnsTable.value": Words("Cột số liệu", "The column of figures"),
        "ColumnsTable.remark": Words("Cột ghi chú", "The column of remarks"),
        "label": Words("Chữ in ở dòng này, hoặc ở cột tên số liệu", "What is printed"),
        "RowTable.kind": Words(
            "area: tên lĩnh vực; header: dòng tổng, không chấm; leaf: số liệu",
            "area: an area's name; header: a total, never scored; leaf: a figure",
        ),
        "RowTable.unit": Words("Đơn vị tính in trong biểu", "The unit of measure printed"),
        "legend": Words("Câu trả lời bằng số", "Answers by number"),
        "same_as": Words("Dòng tổng phải bằng dòng này", "The row that a header should agree with"),
        "RowTable.sum_of": Words("Dòng tổng phải bằng tổng các dòng này", "The rows that a header should add up to"),
        "number": Words("Số in trong ô", "The number in the cell"),
        "option": Words(
            "Mã câu trả lời; yes, no với số liệu có hoặc không", "The answer's code; yes and no for a yes/no question"
        ),
        "text": Words("Chữ", "Text"),
        "ProseTable.find": Words(
            "Câu cần tìm, có một {number}, {percent} hoặc {list}; ... là bất kỳ chữ gì",
            "What to look for, with one {number}, {percent} or {list}; ... is anything",
        ),
        "ProseTable.part": Words("Phần của tỷ lệ", "The part of the share"),
        # A report.
        "ReportFile.report": Words("Báo cáo của đơn vị nào, năm nào", "Of which unit and year"),
        "ReportFile.facts": Words(
            "Số liệu theo mã số liệu hoặc số dòng của mẫu; thiếu thì bỏ trống, không ghi 0",
            "Figures by indicator or by row of the form; what is unknown is left out, not 0",
        ),
        "ReportTable.kind": Words("xã, phường, đặc khu", "xã, phường, đặc khu"),
        "source": Words("Lấy từ đâu", "Where it stands"),
        "printed": Words("Nguyên văn trong báo cáo", "As it is printed"),
        "confirmed": Words("true: đã hỏi lại xã", "true: the commune was asked"),
        "ReportTable.confirmed": Words(
            "true: đã đối chiếu mọi số liệu bản nháp của tệp với bản in",
            "true: every draft figure of the file was compared with the printed page",
        ),
        "draft": Words(
            "true: bản nháp, chỉ được tính khi ghi thêm confirmed = true",
            "true: a draft, which counts only with confirmed = true",
        ),
        "doubt": Words("Lý do nghi vấn", "Why it is in doubt"),
        "replaces": Words("Nguyên văn, hoặc giá trị đã đọc, trước khi sửa", "What was printed, or read, before it was corrected"),
        "checked_by": Words("Người đã so với báo cáo, xác nhận hoặc sửa", "Who compared it with the report, and confirmed or corrected it"),
        # Golden cases.
        "case": Words("Các trường hợp mẫu", "The cases"),
        "CaseTable.criterion": Words("Số tiêu chí", "Number of the criterion"),
        "facts": Words("Số liệu của đơn vị", "Figures of the unit"),
        "peers": Words("Các đơn vị khác trong nhóm", "Other units of the group"),
        "CaseTable.points": Words("Điểm phải ra", "The points that it must give"),
        "reachable": Words("Điểm tối đa phải ra", "The maximum that it must give"),
        "outcome": Words("Kết quả phải ra: NOT_APPLICABLE, MISSING, PENDING", "The outcome that it must give"),
        "why": Words("Lý do của số điểm", "Why"),
        # The folder of a year.
        "ConfigTable.scheme": Words(
            "Bộ tiêu chí: tên có sẵn, tệp .toml, hoặc gói:tên",
            "The scheme: a shipped name, a .toml file, or package:name",
        ),
        "units": Words("Tệp danh sách đơn vị (CSV)", "The list of units (CSV)"),
        "last_year": Words(
            "Thư mục năm trước (có cchc.toml), khi quy tắc so với năm trước",
            "Last year's folder (with its cchc.toml), for rules that compare with it",
        ),
        "reports": Words("Thư mục hoặc tệp báo cáo", "The folder or files of reports"),
        "plugins": Words("Thư mục có các tệp plugin", "Folders of plugin files"),
        "self_scores": Words("Thư mục các bảng tự chấm", "The folder of self-scores"),
        "ConfigTable.appraisal": Words("Thư mục các vòng thẩm định", "The folder of the rounds of appraisal"),
        "survey": Words("Kết quả điều tra xã hội học", "The survey"),
        "phases": Words("Thời hạn từng giai đoạn", "The days of the phases"),
        "files": Words("Thư mục hoặc tệp", "Folders or files"),
        "PhasesTable.self_score": Words("Thời hạn tự chấm", "When self-scores are made"),
        "PhasesTable.appraisal": Words("Thời hạn từng vòng thẩm định", "When each round is appraised"),
        "PhasesTable.explanation": Words(
            "Thời hạn giải trình sau từng vòng", "When explanations are given after each round"
        ),
        "PhaseTable.opens": Words(
            "Mở từ ngày, hoặc ngày và giờ: 2023-12-01T08:00:00", "Opens on a day, or at an hour: 2023-12-01T08:00:00"
        ),
        "PhaseTable.closes": Words(
            "Đóng hết ngày, hoặc đúng giờ: 2023-12-15T17:00:00",
            "Closes at the end of a day, or at an hour: 2023-12-15T17:00:00",
        ),
        "PhaseTable.from": Words("Ngày đầu (như opens)", "The first day (as opens)"),
        "PhaseTable.to": Words("Ngày cuối (như closes)", "The last day (as closes)"),
        # The work of a year.
        "WorkFile.self_score": Words("Ai tự chấm, ngày nào", "Who scored themselves, and when"),
        "claims": Words("Điểm tự chấm theo số tiêu chí", "Claims by number of the criterion"),
        "WorkFile.entry": Words("Các nội dung điều chỉnh", "The entries of an appraisal"),
        "WorkFile.explanation": Words("Các giải trình", "The explanations"),
        "WorkFile.extension": Words("Gia hạn cho từng đơn vị", "More time for single units"),
        "WorkFile.confirmation": Words("Các điểm được giữ nguyên khi thẩm định", "Marks that an appraisal keeps"),
        "WorkFile.returned": Words("Những gì trả lại đơn vị để bổ sung", "What is returned for completion"),
        "ExtensionTable.phase": Words("Giai đoạn được gia hạn", "The phase that is extended"),
        "ExtensionTable.to": Words("Ngày cuối của đơn vị này", "The last day of this unit"),
        "ConfirmationTable.marks": Words(
            "Điểm đã xem và giữ nguyên, theo số tiêu chí", "The marks that were seen and kept, by criterion"
        ),
        "ReturnTable.what": Words("Trả lại báo cáo hay bảng tự chấm", "Whether the report or the self-score is returned"),
        "WorkFile.settlement": Words(
            "Hội đồng chọn khi người thẩm định khác nhau", "What the council chose where appraisers differ"
        ),
        "SettlementTable.criterion": Words("Số tiêu chí", "The number of the criterion"),
        "SettlementTable.indicator": Words("Mã số liệu", "The code of the indicator"),
        "between": Words("Mã của các nội dung khác nhau", "The ids of the entries that differ"),
        "chosen": Words("Mã của nội dung được chọn", "The id of the entry that is chosen"),
        "SettlementTable.new": Words("Giá trị thứ ba, thay cho chosen", "A third value, instead of chosen"),
        "WorkFile.question": Words("Người thẩm định hỏi đơn vị", "What appraisers ask units"),
        "WorkFile.answer": Words("Đơn vị trả lời", "What units answer"),
        "QuestionTable.criterion": Words("Số tiêu chí", "The number of the criterion"),
        "QuestionTable.text": Words("Câu hỏi", "The question"),
        "AnswerTable.text": Words("Câu trả lời", "The answer"),
        "question": Words("Mã của câu hỏi", "The id of the question"),
        "WorkFile.assignment": Words("Phân công thẩm định", "Who appraises what"),
        "appraisers": Words("Tên những người thẩm định", "The names of the appraisers"),
        "AssignmentTable.round": Words("Vòng; 0 hoặc không ghi là mọi vòng", "The round; 0 or nothing for all"),
        "AssignmentTable.units": Words("Các đơn vị; không ghi là mọi đơn vị", "The units; all without it"),
        "AssignmentTable.areas": Words(
            "Các lĩnh vực, theo số hoặc mã; không ghi là mọi lĩnh vực", "The areas by number or code; all without it"
        ),
        "WorkFile.survey_batch": Words("Các đợt điều tra", "The batches of the survey"),
        "batch": Words("Tên đợt điều tra", "The name of the batch"),
        "SurveyBatchTable.files": Words("Tệp hoặc thư mục của đợt", "The files or folders of the batch"),
        "SurveyBatchTable.state": Words(
            "Nháp (nhap), đã kiểm (da-kiem), chốt (chot)", "draft, checked, or closed"
        ),
        "SurveyBatchTable.reason": Words("Lý do, khi mở lại đợt đã chốt", "Why a closed batch is opened again"),
        "WorkFile.verdict": Words("Kết luận về các giải trình", "What is decided about explanations"),
        "VerdictTable.entry": Words("Mã của nội dung được giải trình", "The entry that was explained"),
        "result": Words(
            "Chấp nhận (chap-nhan), một phần (mot-phan), không chấp nhận (khong-chap-nhan)",
            "accepted, partly, or rejected",
        ),
        "WorkFile.year_step": Words("Chốt, công bố, mở lại năm", "The year is frozen, published, opened again"),
        "step": Words("Chốt (chot), công bố (cong-bo), mở lại (mo-lai)", "Frozen, published, or reopened"),
        "YearStepTable.reason": Words(
            "Lý do: mở lại, hoặc chốt khi còn việc vướng", "Why it is reopened, or frozen although something is open"
        ),
        "YearStepTable.decision": Words("Số quyết định công bố", "The number of the decision that publishes"),
        "YearStepTable.date": Words("Ngày của quyết định", "The day of that decision"),
        "ReturnTable.to": Words("Hạn gửi lại", "The day until which it is to come back"),
        "id": Words("Mã của mục", "The entry's id"),
        "round": Words("Vòng", "Round"),
        "EntryTable.criterion": Words("Số tiêu chí được ấn định điểm", "The criterion whose mark is set"),
        "EntryTable.indicator": Words("Số liệu được sửa số liệu", "The indicator whose figure is corrected"),
        "old": Words("Giá trị hiện tại; 'chưa có' nếu chưa biết", "The present value; 'unknown' if there is none"),
        "new": Words(
            "Giá trị mới; 'theo số liệu' để chấm lại theo quy tắc",
            "The new value; 'computed' lets the rule give it again",
        ),
        "supersedes": Words("Mã của nội dung điều chỉnh được thay", "The entry that it replaces"),
        "ExplanationTable.entry": Words("Mã của nội dung điều chỉnh được giải trình", "The entry that is explained"),
        "document": Words("Tên, số văn bản", "Name and number of a document"),
        "file": Words("Tệp kèm theo", "A file"),
    }
)
"""The keys by name, or by table and name where one word means several things; settings stand beside their methods."""
