"""What lies behind findings about schemes, forms, golden cases and the list of units, in Vietnamese and English."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "key-missing": (
        "Khóa này quyết định điểm hoặc cách đọc, nên không có giá trị mặc định: im lặng chọn thay sẽ thành quy định không ai ban hành.",
        "This key decides points or how things are read and has no default: a silent choice would be a rule that nobody issued.",
    ),
    "key-unknown": (
        "Khóa gõ sai mà bị bỏ qua thì quy tắc thiếu một phần và không ai biết. Vì vậy khóa lạ luôn là lỗi.",
        "A misspelt key that is passed over leaves a part of the rule out and nobody knows. So an unknown key is always an error.",
    ),
    "value-text value-whole value-bool value-date value-zone value-list value-table number": (
        "TOML phân biệt chữ (trong ngoặc kép), số (dấu chấm thập phân, không ngoặc kép), ngày, true hoặc false, danh sách và bảng. Giá trị ở đây thuộc loại khác với loại mà khóa cần.",
        "TOML tells text (in quotation marks), numbers (a decimal point, no quotation marks), dates, true and false, lists and tables apart. The value here is of another kind than the key takes.",
    ),
    "value-empty": (
        "Ghi trống không nói được gì: muốn bỏ thì xóa cả khóa, để người đọc sau không phải đoán.",
        "An empty text says nothing: to leave it out, delete the key, so that later readers need not guess.",
    ),
    "value-long value-entries": (
        "Giới hạn rộng hơn mọi bộ tiêu chí đã thấy; vượt quá thường do dán nhầm.",
        "The limit is wider than any scheme seen so far; more is mostly something pasted by mistake.",
    ),
    "value-slug area-code indicator-code": (
        "Mã dùng làm tên tệp, tên cột và tên trong các tệp khác, nên chỉ gồm những chữ mà nơi nào cũng ghi như nhau. Tên có dấu thì ghi ở khóa `name`.",
        "Codes serve as names of files and columns and in other files, so they hold only letters that are written alike everywhere. A name with accents goes into `name`.",
    ),
    "value-wrong value-refused": (
        "Giá trị đúng loại nhưng trái với điều mà khóa hoặc phương pháp đòi hỏi. Lý do, nếu có, do phương pháp nêu.",
        "The value is of the right kind, but against what the key or the method asks for. Where there is a reason, the method gives it.",
    ),
    "value-choice": (
        "Khóa này chỉ nhận vài từ cố định, bằng tiếng Anh, mỗi từ một cách làm. Trang viết bộ tiêu chí nói từng từ nghĩa là gì.",
        "This key takes a few fixed words, each for one way of doing things. The page on writing a scheme says what each means.",
    ),
    "value-limit number-range negative not-positive": (
        "Số nằm ngoài khoảng mà khóa có nghĩa: điểm không âm, mẫu số và bước lớn hơn 0, nhiều nhất 6 chữ số thập phân. Có thể gõ thừa một chữ số.",
        "The number lies outside the range in which the key means anything: points are not negative, wholes and steps are above 0, at most 6 decimals. A digit too many is a frequent slip.",
    ),
    "above-100 above-1": (
        "Tỷ lệ viết theo phần trăm, từ 0 đến 100; riêng phần giữ lại của `factor` viết từ 0 đến 1. Viết lẫn hai cách thì ngưỡng sai một trăm lần.",
        "Shares are written in percent, from 0 to 100; only what `factor` keeps is written from 0 to 1. Mixing the two makes a limit wrong a hundred times.",
    ),
    "fact fact-sum": (
        "Khóa này chỉ vào số liệu, bằng mã của nó. Tổng có dấu như [\"a\", \"-b\"] chỉ dùng được ở khóa nhận số; câu hỏi và ngày không cộng được.",
        "This key points at facts, by their codes. A signed sum such as [\"a\", \"-b\"] only stands where a number is taken; answers and dates do not add up.",
    ),
    "fact-twice fact-coefficient": (
        "Cộng một số liệu hai lần, hoặc nhân với 0, hầu như luôn là gõ nhầm mã. Muốn hai mức trừ khác nhau thì ghi hệ số: { muon = 0.25, thieu = 0.5 }.",
        "A fact added twice, or times 0, is nearly always a slip in a code. For two rates write coefficients: { late = 0.25, missing = 0.5 }.",
    ),
    "fact-kind": (
        "Mỗi phương pháp cần một loại số liệu: tỷ lệ cần số đếm hoặc tiền, `deadline` cần ngày, `options` cần câu trả lời. Loại khác thì không tính được.",
        "Each method needs a kind of fact: shares need counts or money, `deadline` a day, `options` an answer. With another kind there is nothing to compute.",
    ),
    "fact-unknown": (
        "Số liệu phải có sẵn trong một plugin hoặc được khai báo trong bộ tiêu chí. Mã gõ sai sẽ hỏi một số mà không báo cáo nào có, và mọi xã thành thiếu số liệu.",
        "A fact comes from a plugin or is declared in the scheme. A misspelt code asks for a figure that no report has, and every commune would lack it.",
    ),
    "method-unknown": (
        "Phương pháp là một hàm, có sẵn hoặc do plugin đưa ra. Không tìm thấy nó thì tiêu chí không chấm được; có thể quên --plugins hoặc khóa plugins trong cchc.toml.",
        "A method is a function, built in or given by a plugin. Without it the criterion cannot be scored; perhaps --plugins, or plugins in cchc.toml, was forgotten.",
    ),
    "answer-unknown answer-absent": (
        "Câu trả lời nào của số liệu cũng phải có điểm, và không có câu nào khác: nếu không, một xã trả lời như vậy sẽ không biết được mấy điểm.",
        "Every answer of the fact has its points, and there are no others: a commune that gives such an answer would have no points to get.",
    ),
    "count-condition derived-twice derived-kind unit-column-kind items-condition items-kind last-year-kind": (
        "Số liệu suy ra (thấp nhất, cao nhất, trung bình, đếm, theo danh sách đơn vị, theo mục, năm trước) chỉ có nghĩa khi nó và các số liệu gốc cùng loại và chỉ có một cách suy ra.",
        "A fact that follows from others (lowest, highest, mean, a count, from the list of units, from items, of last year) only makes sense in one way, and with sources of its own kind.",
    ),
    "gate-condition gate-asks gate-ends gate-fact-only gate-criterion-only": (
        "Một điều kiện hỏi đúng một điều: một số liệu nằm trong khoảng, một câu trả lời, hoặc một tiêu chí khác. Ghi thiếu hoặc ghi hai thì có hai cách hiểu.",
        "A condition asks for exactly one thing: a figure within limits, an answer, or another criterion. With none or two of them it could be read in two ways.",
    ),
    "gate-empty gate-above": (
        "Không đơn vị nào đáp ứng được điều kiện này, nên tiêu chí sẽ không bao giờ được chấm theo quy tắc của nó.",
        "No unit can meet this condition, so that the criterion would never be scored by its rule.",
    ),
    "gate-circle gate-criterion": (
        "Điều kiện dựa vào điểm của tiêu chí khác, nên tiêu chí ấy phải có và phải được chấm trước. Đợi vòng tròn thì không tiêu chí nào chấm được.",
        "The condition looks at another criterion's points, so that one must be there and be scored first. In a circle none of them can be.",
    ),
    "band-limit bands-order bands-end": (
        "Mức được xét từ cao xuống thấp, giá trị đạt mức nào trước thì lấy điểm mức ấy. Thiếu ngưỡng, sai thứ tự hoặc không có mức cuối từ 0 thì có giá trị không rõ được mấy điểm.",
        "Bands are gone through from the highest down, and the first that is reached counts. Without a limit, out of order or without a last band from 0, some values would have no clear points.",
    ),
    "bands-facts": (
        "Mức xét trên một con số (`value`), hoặc trên tỷ lệ phần trăm (`part` trên `whole`, kèm `if_none` cho lúc mẫu số là 0). Phải chọn một.",
        "Bands are over a figure (`value`), or over a percentage (`part` of `whole`, with `if_none` for a whole of 0). It must be one of the two.",
    ),
    "steps-order": (
        "Mốc đầu tiên mà ngày chưa qua quyết định điểm. Sai thứ tự thì mốc sớm không bao giờ được xét.",
        "The first step whose day has not passed decides. Out of order, an earlier step would never be looked at.",
    ),
    "points-step points-above": (
        "Bước điểm do `decimals` quyết định (2 là 0,01). Số điểm trong quy tắc phải là bội của bước và không quá điểm tối đa, để tổng khớp từng phần trăm điểm.",
        "The step of points follows from `decimals` (2 means 0.01). Points in a rule are whole steps and at most the maximum, so that sums agree to the last hundredth.",
    ),
    "criterion-number": (
        "Không có ngoặc kép, TOML hiểu 3.1.2 là ba bảng lồng nhau. Số của tiêu chí cũng cho biết nó thuộc lĩnh vực nào và là phần của tiêu chí nào.",
        "Without quotation marks TOML takes 3.1.2 for three tables inside each other. The number also says to which area a criterion belongs and of which it is a part.",
    ),
    "criterion-area criterion-parent": (
        "Số đầu của tiêu chí là số của lĩnh vực, và 3.1.2 là phần của 3.1. Nơi nó thuộc về không có, nên điểm của nó không cộng vào đâu.",
        "The first digits of a number are its area's, and 3.1.2 is part of 3.1. What it belongs to is not there, so its points would count nowhere.",
    ),
    "key-twice": (
        "Khóa `key` nhận ra một tiêu chí qua các năm khi số của nó đổi. Hai tiêu chí chung một khóa thì so sánh với năm trước sẽ lẫn.",
        "The `key` tells a criterion across years when its number changes. With one key for two, a comparison with last year would mix them up.",
    ),
    "scheme-draft criterion-draft": (
        "Bản nháp do chương trình chép, dời năm hoặc đọc từ phụ lục có thể hiểu sai. Dòng draft chặn việc chấm cho đến khi một người đối chiếu với quyết định.",
        "A draft that the program copied, moved to another year or read from an annex may be wrong. The line draft keeps it from scoring until a person has held it against the decision.",
    ),
    "criterion-empty parent-rule leaf-combine": (
        "Một tiêu chí hoặc được chấm trực tiếp bằng một phương pháp, hoặc gồm các tiêu chí thành phần và nói cách gộp chúng (`combine`). Không thể cả hai, cũng không thể không có gì.",
        "A criterion is scored by a method, or is made of parts and says how they combine (`combine`). It cannot be both, nor neither.",
    ),
    "chosen-by choice-alone choice-wrong choice-absent": (
        "Với `combine = \"chosen\"`, câu trả lời của một số liệu chọn đúng một phần để chấm. Mỗi câu trả lời phải dẫn đến một phần, và chỉ một.",
        "With `combine = \"chosen\"` the answer of one fact chooses the part that is scored. Every answer leads to one part, and to one only.",
    ),
    "sum-parts best-parts capped-parts sum-area sum-scheme": (
        "Điểm tối đa trong quyết định phải khớp từ dưới lên. Tổng không khớp là dấu hiệu chắc nhất của một con số gõ sai, và làm sai chỉ số của mọi đơn vị.",
        "The maxima of a decision agree from the bottom up. A sum that does not is the surest sign of a figure mistyped, and would make every unit's index wrong.",
    ),
    "area-empty area-twice": (
        "Lĩnh vực được in, cộng và xếp hạng theo số của nó. Trùng số hoặc không có tiêu chí thì không có gì để in ở đó.",
        "Areas are printed, added up and ranked by their numbers. With a number twice, or no criteria, there is nothing to print.",
    ),
    "held-reason survey-reason": (
        "Bỏ một phần khỏi năm nay làm điểm tối đa của mọi đơn vị giảm. Người đọc phải thấy lý do ngay trong bảng.",
        "Leaving a part out this year lowers every unit's maximum. Readers must see the reason in the table itself.",
    ),
    "class-limit class-order class-last class-twice": (
        "Xếp loại được xét từ cao xuống thấp, loại đầu tiên đạt được là loại của đơn vị. Phải có loại cuối từ 0, để đơn vị nào cũng có loại.",
        "Classes are gone through from the highest down, and the first that is reached counts. A last one from 0 gives every unit a class.",
    ),
    "class-above-100": (
        "Chỉ số chỉ vượt 100 khi có điểm thưởng. 800 thường là 80 gõ thừa một số 0: cả tỉnh sẽ không ai được loại này.",
        "An index passes 100 only with a bonus. 800 is mostly 80 with a 0 too many: nobody in the province would get this class.",
    ),
    "days-order phase-order phase-words": (
        "Khoảng ngày ngược không chứa ngày nào, nên mọi thứ sẽ bị coi là ngoài thời hạn.",
        "A period that ends before it begins holds no day, so everything would count as out of time.",
    ),
    "absent-useless above-100-useless above-100-absent": (
        "`absent` nói điều gì xảy ra khi chưa ai cho điểm trừ; `above_100` nói chỉ số có được vượt 100 không. Chúng chỉ có nghĩa khi có lĩnh vực tương ứng, và khi có thì phải ghi.",
        "`absent` says what a penalty means that nobody has given, `above_100` whether an index may pass 100. They mean something only with such an area, and with a bonus it must be said.",
    ),
    "limits-fractions percent-fraction": (
        "Tỷ lệ ghi 0,9 có thể là 0,9% hoặc 90%: hai cách hiểu cách nhau một trăm lần. Chương trình giữ con số như đã ghi và hỏi lại, không tự nhân.",
        "A share written 0.9 may be 0.9% or 90%: a hundred times apart. The figure is kept as written and asked about, never multiplied.",
    ),
    "deadline-far title-other-year deadlines-year-before deadline-other-year": (
        "Chép bộ tiêu chí năm trước mà quên dời ngày thì mọi xã bị coi là muộn, hoặc mọi xã đều kịp. Không có số nào sai để nhìn thấy, nên chương trình hỏi.",
        "A scheme copied from last year without moving its days makes every commune late, or every one in time. No figure looks wrong, so the program asks.",
    ),
    "indicator-known indicator-kind": (
        "Số liệu có một định nghĩa cho mọi bộ tiêu chí: mã, tên, loại, đơn vị tính. Hai định nghĩa cùng mã thì báo cáo không biết trả lời theo bên nào.",
        "A fact has one definition: code, name, kind, unit of measure. With two under one code a report could answer either.",
    ),
    "form-prose-aim form-prose-slot": (
        "Mẫu câu trong [[prose]] tìm một con số trong lời báo cáo để đối chiếu với phụ lục; lời không bao giờ được chấm. Mỗi mẫu câu phải chỉ đúng một con số và một số liệu.",
        "Patterns of [[prose]] look for a figure in the text, to hold it against the appendix; prose is never scored. Each points at exactly one figure and one fact.",
    ),
    "form-header-indicator form-leaf-relation form-two-relations": (
        "Dòng tổng trong biểu hay bị cộng sai, nên không bao giờ được chấm; nó chỉ được so với các dòng dưới nó.",
        "Header rows are often added up wrongly, so they are never scored; they are only compared with the rows below.",
    ),
    "form-indicator-twice form-legend-kind form-legend-twice": (
        "Mỗi dòng của biểu đưa ra đúng một số liệu, và mỗi con số trong chú giải đúng một câu trả lời. Nếu không, một ô đọc được thành hai điều.",
        "Each row of a form gives one fact, and each number of a legend one answer. Otherwise a cell could be read as two things.",
    ),
    "form-row-outside form-table-name form-table-twice row-unknown": (
        "Khi mẫu có nhiều bảng mà số thứ tự lặp lại, dòng được gọi bằng tên bảng và số: `Biểu mẫu 2: 1.1`. Tên bảng vì vậy phải rõ và khác nhau.",
        "Where a form has several tables that count anew, a row is called by table and number: `Biểu mẫu 2: 1.1`. So the names of tables are clear and different.",
    ),
    "form-column-name form-column-twice form-column-unknown form-column-unsaid": (
        "Bảng có nhiều cột số liệu thì mẫu đặt tên từng cột và mỗi dòng nói lấy số nào ở cột nào; dòng ấy được gọi là `1.1 [Kế hoạch]`. Không có cột mặc định, vì lấy nhầm cột là chấm nhầm.",
        "Where a table has several columns of figures the form names each, and each row says what it takes from which; such a row is called `1.1 [Kế hoạch]`. No column is taken by default, for the wrong one is a wrong score.",
    ),
    "form-lines-empty form-lines-rows form-sum-kind": (
        "Bảng có mỗi lĩnh vực một dòng không có dòng cố định: mẫu nói cột nào cộng thành số liệu nào, hoặc giữ từng dòng làm mục. Tỷ lệ không cộng được.",
        "A table with a line for each field has no fixed rows: the form says which column adds up to which fact, or keeps the lines as items. Shares do not add up.",
    ),
    "form-label-twice": (
        "Dòng không in số thứ tự chỉ được nhận ra bằng nhãn, và nhãn lặp lại thì bằng dòng cha. Hai dòng giống nhau cả hai điều thì số này có thể vào chỗ số kia.",
        "A row printed without a code is known by its label alone, and where labels repeat by the row above. With both alike the figure of one could go to the other.",
    ),
    "row-unused": (
        "Các xã phải điền số liệu này mà không tiêu chí nào dùng đến. Có thể quên một tiêu chí, hoặc nó chỉ để tham khảo.",
        "Communes fill this figure in and no criterion uses it. A criterion may have been forgotten, or it is there for reference.",
    ),
    "scheme-unknown form-unknown scheme-unnamed": (
        "Không biết chấm theo quyết định nào thì không có điểm. Thường là đứng nhầm thư mục, hoặc gõ sai tên trong `cchc.toml`.",
        "Without the decision to score by there are no points. Mostly the folder is the wrong one, or a name in `cchc.toml` is misspelt.",
    ),
    "case-criterion case-fraction case-expectation": (
        "Trường hợp mẫu ghi số liệu giả định và số điểm tính tay. Trường hợp ghi sai không kiểm tra được gì, và im lặng thì tưởng là đã kiểm tra.",
        "A golden case states made-up figures and points worked out by hand. One that is written wrongly checks nothing, and silence would look like a check.",
    ),
    "case-points case-differs": (
        "Người viết tính tay một kết quả, bộ tiêu chí cho kết quả khác: một trong hai hiểu sai quyết định. Chưa sửa thì chưa nên dùng điểm của tiêu chí này.",
        "The author worked out one result by hand and the scheme gives another: one of them has the decision wrong. Until it is mended, do not use this criterion's points.",
    ),
    "units-day-outside": (
        "Ngày này quyết định đơn vị nào được chấm và xếp hạng: đơn vị có trong danh sách vào ngày ấy. Ngày nằm ngoài kỳ thường còn lại từ bộ tiêu chí năm khác, và vẫn được dùng: xã mới lập có thể bị bỏ sót, xã đã hết có thể vẫn được chấm.",
        "This day decides which units are scored and ranked: those that the list has on it. A day outside the year is mostly left from another year's scheme, and is used all the same: a new commune may be left out, one that has ended may be scored.",
    ),
    "units-column-absent units-column units-empty units-code units-ranked units-date units-twice": (
        "Danh sách đơn vị (`units.csv`) quyết định ai được chấm, ai được xếp hạng, từ ngày nào đến ngày nào. Sai ở đây là thiếu hoặc thừa cả một xã.",
        "The list of units (`units.csv`) decides who is scored, who is ranked, from which day to which. A fault here means a whole commune too many or too few.",
    ),
}
"""Codes, several where one explanation fits all, with the explanation."""
