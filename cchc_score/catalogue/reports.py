"""Findings about reports: what cannot be read, what contradicts what, what is missing."""

from cchc_score.catalogue.kinds import Kinds, error, note, unknown, warning

_CELLS: Kinds = {
    "value-unreadable": error("{fact}: không đọc được '{text}' thành số; ghi một con số", "{fact}: '{text}' is no number; write a number"),
    "value-ambiguous": error(
        "{fact}: '{text}' có thể là phần nghìn hoặc phần thập phân; nếu là phần nghìn thì bỏ dấu (1340), nếu là thập phân thì ghi khác ba chữ số sau dấu (1,34 hoặc 1,3450)",
        "{fact}: '{text}' may be thousands or decimals; write thousands without a mark (1340), decimals with other than three digits (1.34 or 1.3450)",
    ),
    "value-negative": error("{fact}: '{text}' là số âm; kiểm tra lại", "{fact}: '{text}' is negative; check it"),
    "value-large": error("{fact}: '{text}' lớn quá mức có thể; kiểm tra lại", "{fact}: '{text}' is larger than can be; check it"),
    "value-not-whole": error("{fact}: '{text}' phải là số nguyên; kiểm tra lại", "{fact}: '{text}' must be a whole number; check it"),
    "value-decimals": error("{fact}: '{text}' có hơn {decimals} chữ số thập phân; kiểm tra lại", "{fact}: '{text}' has more than {decimals} decimals; check it"),
    "value-yes-no": error("{fact}: '{text}' không phải {answers}; sửa lại", "{fact}: '{text}' is none of {answers}; correct it"),
    "value-option": error("{fact}: '{text}' không có trong các lựa chọn {answers}; sửa lại", "{fact}: '{text}' is none of the options {answers}; correct it"),
    "value-day": error("{fact}: '{text}' không phải ngày; viết 2023-01-15, hoặc 'không' nếu không có", "{fact}: '{text}' is no date; write 2023-01-15, or 'never'"),
    "value-kind": error("{fact}: '{text}' không đúng loại giá trị; sửa lại", "{fact}: '{text}' is not of the right kind; correct it"),
    "value-percent": error("{fact}: ô ghi '{text}' là phần trăm, ở đây cần một số lượng; sửa lại", "{fact}: the cell says '{text}', a percentage, where a number is asked for; correct it"),
    "value-leading-zero": note("ghi '{text}', hiểu là {value}; bỏ số 0 ở đầu", "it says '{text}', taken for {value}; leave out the leading 0"),
    "value-coded-zero": note("{fact}: số 0 ở đây nghĩa là '{answer}', không phải là không có; hỏi xã nếu ô này chỉ điền cho đủ", "{fact}: 0 means '{answer}' here, not none; ask the commune whether the cell was only filled up"),
    "value-mixed": warning("{value} gộp nhiều loại theo ghi chú ({parts}); xem loại nào được tính", "{value} mixes several kinds by its remark ({parts}); see which of them count"),
    "cell-marked": error(
        "ô ghi '{text}' có chữ số gạch ngang, viết lên cao, xuống thấp, ẩn hoặc trong phân số nên không rõ con số nào đúng; sửa ô chỉ còn một số viết thường",
        "the cell says '{text}' with digits struck out, raised, lowered, hidden or in a fraction, so nobody can tell the figure; leave one plain number in it",
    ),
    "cell-error": error("ô báo lỗi '{text}', không có số liệu; sửa công thức hoặc ghi số", "the cell shows the error '{text}' and has no figure; mend the formula, or write the number"),
    "cell-uncalculated": error("công thức '{text}' chưa được tính; mở bằng Excel, lưu lại rồi đọc lại", "the formula '{text}' was never calculated; open the file in Excel, save it, and read it again"),
    "row-blank": note("{fact}: ô số liệu trống, coi là chưa biết; hỏi xã nếu là 0", "{fact}: the cell is blank and counts as unknown; ask the commune if it means 0"),
    "row-unit-absent": note("{fact}: không ghi đơn vị tính; theo mẫu là '{unit}'", "{fact}: no unit of measure is given; by the form it is '{unit}'"),
    "fact-in-doubt": warning("{fact}: còn nghi vấn: {doubt}; hỏi xã, rồi sửa số hoặc thêm confirmed = true", "{fact}: still in doubt: {doubt}; ask the commune, then correct it or add confirmed = true"),
    "fact-conflict": error(
        "{fact}: các báo cáo ghi khác nhau: {values}; coi là chưa biết, hãy giữ lại một con số đúng",
        "{fact}: the reports say different things: {values}; it counts as unknown, keep the right one",
    ),
}

_DOCUMENTS: Kinds = {
    "text-form-absent": error("không biết mẫu báo cáo để đọc văn bản này; ghi --form, hoặc form trong bộ tiêu chí", "the form to read this text by is not known; give --form, or form in the scheme"),
    "text-no-rows": error("không thấy dòng nào của mẫu '{form}'; kiểm tra lại tệp hoặc mẫu", "no row of the form '{form}' was found; check the file or the form"),
    "text-unmatched": warning("đoạn '{text}' không thuộc dòng nào của mẫu; xem lại tệp", "'{text}' belongs to no row of the form; look at the file"),
    "columns-unclear": error("bảng có nhiều cột số liệu ({columns}) và không rõ cột nào của năm báo cáo; ghi năm ở tiêu đề từng cột, hoặc chỉ để lại một cột", "the table has several columns of figures ({columns}), and it is not clear which is the year's; name the year in their headings, or leave only one"),
    "text-row-twice": error("dòng này có hai lần trong phụ lục; chỉ lấy lần đầu, xem lại tệp", "this row stands twice in the appendix; only the first is taken, look at the file"),
    "text-rows-absent": warning("phụ lục thiếu các dòng {rows}; coi là chưa biết", "the appendix lacks the rows {rows}; they count as unknown"),
    "text-header-value": warning("dòng tiêu đề ghi '{text}', không phải số; không dùng để đối chiếu", "the header row says '{text}', no number; it is not compared"),
    "row-label-differs": error("dòng có mã của mẫu nhưng tên là '{label}', mẫu ghi '{form}'; dòng không được lấy, kiểm tra mã và tên", "the row has a code of the form, but its label is '{label}', in the form '{form}'; the row is not taken, check code and label"),
    "row-code-differs": error("dòng '{label}' mang mã '{code}', mẫu là {form}; dòng không được lấy, kiểm tra mã và tên", "the row '{label}' has the code '{code}', in the form {form}; the row is not taken, check code and label"),
    "unit-unnamed": error("không biết báo cáo này của đơn vị nào; ghi đơn vị trong tệp, hoặc đặt tên tệp bằng mã đơn vị", "it is not said whose report this is; name the unit in the file, or name the file by the unit's code"),
    **unknown("unit-unknown", "không có đơn vị nào là '{name}'", "no unit is called '{name}'", "thêm vào danh sách đơn vị, hoặc sửa tên", "add it to the list of units, or correct the name"),
    "unit-ambiguous": error("có nhiều đơn vị tên '{name}': {codes}; ghi mã đơn vị", "several units are called '{name}': {codes}; give the unit's code"),
    "unit-name-differs": warning("mã {code} là '{listed}' trong danh sách, báo cáo ghi '{name}'; kiểm tra lại mã", "the code {code} is '{listed}' in the list, the report says '{name}'; check the code"),
    "unit-kind-differs": warning("mã {code} là '{listed}' trong danh sách, báo cáo ghi '{kind}'; theo danh sách, hãy kiểm tra lại", "the code {code} is a '{listed}' in the list, the report says '{kind}'; the list counts, check it"),
    "unit-kind-absent": warning("xếp hạng theo loại đơn vị, mà chưa biết loại của {units}; ghi cột kind trong danh sách đơn vị", "units are ranked by kind, and the kind of {units} is unknown; write the column kind of the list of units"),
    "unit-kinds-alike": warning("xếp hạng theo loại đơn vị, mà các loại {kinds} chỉ khác nhau ở dấu; sửa cho giống nhau nếu là một loại", "units are ranked by kind, and the kinds {kinds} differ only by their accents; make them equal if they are one"),
    "unit-predecessor": warning("được ghi là nhập từ {codes}, mà bên A không có; kết quả được so với các đơn vị còn lại, hãy sửa cột predecessors nếu gõ nhầm", "is said to be merged from {codes}, which A does not have; it is held against the others, mend the column predecessors if that is a slip"),
    "unit-twice": warning("đơn vị này đã có một báo cáo: {other}; giữ lại một bản", "this unit has a report already: {other}; keep one of them"),
    "unit-gone-report": warning("{unit} không tồn tại trong năm {year} theo danh sách đơn vị; báo cáo này không được dùng, kiểm tra valid_from, valid_to", "{unit} did not exist in {year} by the list of units; this report is not used, check valid_from, valid_to"),
    "unit-without-report": warning("mã {code}: không có báo cáo nào; mọi số liệu coi là chưa biết", "code {code}: there is no report; all its figures count as unknown"),
    "unit-not-valid": note("đơn vị không tồn tại trong năm {year}; không chấm", "the unit did not exist in {year}; it is not scored"),
    "year-absent": warning("báo cáo không ghi năm; lấy là {year}, hãy kiểm tra", "the report does not say its year; it is taken for {year}, check it"),
    "year-differs": error("báo cáo năm {told}, đang chấm năm {year}; không dùng tệp này", "the report is of {told}, {year} is being scored; the file is not used"),
}

_RELATIONS: Kinds = {
    "part-above-whole": warning("{part} = {value} lớn hơn {whole} = {most}; kiểm tra cả hai", "{part} = {value} is more than {whole} = {most}; check both"),
    "parts-not-whole": warning("{whole} = {value}, nhưng các phần cộng lại là {sum} ({parts}); kiểm tra lại", "{whole} = {value}, but its parts add up to {sum} ({parts}); check them"),
    "exclusive-above-100": warning("{first} = {value} và {second} = {other} cùng nhau vượt 100%; hỏi lại số nào đúng", "{first} = {value} and {second} = {other} are together more than 100%; ask which one is right"),
    "zero-of-zero": note("{part} và {whole} đều bằng 0; tỷ lệ của 0 theo quy định if_none của tiêu chí", "{part} and {whole} are both 0; what a share of nothing gives is if_none of the criterion"),
    "prose-proposes": note("phụ lục chưa có {fact}; lời báo cáo ghi {said}: \"{text}\"; ghi thêm nếu đúng", "the appendix has no {fact}; the prose says {said}: \"{text}\"; supply it if it is right"),
    "prose-differs": warning("{fact} = {value}, lời báo cáo ghi {said}: \"{text}\"; hỏi lại số nào đúng", "{fact} = {value}, the prose says {said}: \"{text}\"; ask which one is right"),
    "prose-share-differs": warning("lời báo cáo ghi {said}%: \"{text}\"; theo số liệu là {share}% ({part} trên {most} {whole}: {parts}); hỏi lại số nào đúng", "the prose says {said}%: \"{text}\"; by the figures it is {share}% ({part} of {most} {whole}: {parts}); ask which one is right"),
    "percent-above-100": warning("{fact} = {value}% lớn hơn 100%; kiểm tra lại", "{fact} = {value}% is more than 100%; check it"),
    "header-differs": warning("dòng tiêu đề ghi {header}, dòng {row} ghi {value}; chấm theo dòng {row}, không theo tiêu đề", "the header says {header}, row {row} says {value}; row {row} is scored, never the header"),
    "header-sum-differs": warning("dòng tiêu đề ghi {header}, các dòng {rows} cộng lại là {sum}; chấm theo từng dòng, hãy kiểm tra", "the header says {header}, the rows {rows} add up to {sum}; the rows are scored, check them"),
    "value-shifted": warning("{value} ở dòng {row} rất có thể là của dòng {blank} đang trống; hỏi lại xã, số liệu không tự chuyển dòng", "{value} in row {row} very likely belongs to row {blank}, which is blank; ask the commune, nothing is moved"),
    "fact-sum-negative": error("{facts}: tính ra {value}, nhỏ hơn 0; số liệu mâu thuẫn, hãy kiểm tra", "{facts}: this comes to {value}, below 0; the figures contradict each other, check them"),
    "fact-above-most": error("{facts} = {value}, lớn hơn mức tối đa {most}; kiểm tra lại", "{facts} = {value}, above the maximum of {most}; check it"),
    "peers-unknown": warning("điểm so với đơn vị cao nhất chỉ là tạm tính: chưa có số liệu của {units}; bổ sung số liệu", "points relative to the best unit are provisional: figures of {units} are unknown; supply them"),
    "nothing-to-import": error("không đọc được số liệu nào; kiểm tra tệp và mẫu báo cáo", "no figure could be read; check the files and the form"),
    "nothing-to-score": error("không có số liệu nào để chấm; kiểm tra thư mục báo cáo", "there is nothing to score; check the folder of reports"),
}

REPORTS: Kinds = {**_CELLS, **_DOCUMENTS, **_RELATIONS}
