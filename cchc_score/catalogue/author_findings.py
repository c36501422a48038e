"""Findings of the commands for authors: what golden cases leave out, and what is odd about a valid scheme."""

from cchc_score.catalogue.finding_kind import FindingKinds, error, note, warning

_CASES: FindingKinds = {
    "cases-absent": error("chưa có trường hợp mẫu nào", "viết vào tệp này các bảng [[case]] với criterion, facts và points", "there are no golden cases", "write tables [[case]] with criterion, facts and points into this file"),
    "cases-orphan": warning("không có bộ tiêu chí {scheme} bên cạnh, nên không ai chạy các trường hợp mẫu này", "đổi tên hoặc xóa tệp", "there is no scheme {scheme} beside it, so that nobody runs these golden cases", "rename or remove the file"),
    "cases-failing": error("{value} trong {most} trường hợp mẫu không khớp với bộ tiêu chí (tiêu chí {criteria})", "chạy scheme test, sửa bộ tiêu chí hoặc trường hợp mẫu trước khi dùng kết quả", "{value} of {most} golden cases do not agree with the scheme (criteria {criteria})", "run scheme test and correct the scheme or the cases before the result is used"),
    "case-none": warning("chưa có trường hợp mẫu nào", "thêm trường hợp đủ điểm, trường hợp 0 điểm và trường hợp đúng mỗi ngưỡng", "no golden case", "add one with full points, one with none and one on each limit"),
    "case-full": warning("chưa có trường hợp đủ điểm", "thêm một trường hợp", "no case with full points", "add one"),
    "case-less": warning("chưa có trường hợp không đủ điểm", "thêm một trường hợp", "no case with less than full points", "add one"),
    "case-edge": warning("chưa có trường hợp đúng ngưỡng {edge}", "thêm một trường hợp", "no case stands on {edge}", "add one"),
}

_FRAMES: FindingKinds = {
    "frame-area": warning("khung ({other}) có lĩnh vực {number} '{title}', bộ tiêu chí không có", "thêm lĩnh vực này, hoặc sửa 'frame'", "the frame ({other}) has area {number} '{title}', which the scheme lacks", "add it, or correct 'frame'"),
    "frame-criterion": warning("khung ({other}) có tiêu chí {number} '{title}', bộ tiêu chí không có", "thêm tiêu chí này; đã đổi số thì ghi 'key'", "the frame ({other}) has criterion {number} '{title}', which the scheme lacks", "add it; where its number changed, state its 'key'"),
    "frame-differs": warning("{key}: '{new}', khung ({other}) ghi '{old}'", "sửa theo khung, nếu không chủ ý", "{key}: '{new}', the frame ({other}) says '{old}'", "correct it by the frame, unless it is meant"),
}

_ANNEXES: FindingKinds = {
    "annex-nowhere": error("không thấy bảng tiêu chí nào (cột tiêu chí và cột điểm tối đa)", "để tiêu đề các cột ở một dòng: TT, Tiêu chí, Điểm tối đa, Cách chấm, Tài liệu kiểm chứng", "no table of criteria is found (a column of criteria, a column of maxima)", "put the headings of the columns into one row: No., Criterion, Maximum, Rule, Evidence"),
    "annex-points": warning("'{text}' không phải là điểm tối đa", "sửa trong bản nháp", "'{text}' is no maximum", "correct it in the draft"),
    "annex-unpointed": warning("'{number}' không có điểm tối đa", "điền vào bản nháp", "'{number}' has no maximum", "fill it in in the draft"),
    "annex-row": warning("dòng '{title}' không có số của tiêu chí nào nên bị bỏ qua", "thêm vào bản nháp nếu cần", "the row '{title}' has no number of a criterion and is left out", "add it to the draft if it is needed"),
    "annex-twice": error("số '{number}' đã có ở trên; dòng này bị bỏ qua", "sửa số trong bảng rồi nhập lại", "the number '{number}' stands above already; this row is left out", "correct the number in the table and import it again"),
    "annex-sum": warning("các phần của {number} cộng lại được {sum}, bảng in {most}", "xem quyết định rồi sửa trong bản nháp", "the parts of {number} add up to {sum}, the table prints {most}", "look at the decision, then correct the draft"),
    "annex-gap": note("số '{number}' không nối tiếp số trước; giữ nguyên như trong bảng", "kiểm tra bảng có thiếu dòng không", "the number '{number}' does not follow the one before; it is kept as printed", "see whether the table lacks a row"),
    "annex-parent": error("'{number}' không có dòng của {parent} ở trên", "thêm dòng ấy vào bảng hoặc bản nháp", "'{number}' has no row {parent} above it", "add that row to the table or the draft"),
    "annex-part": warning("bộ tiêu chí kèm trong tệp không dùng được: {reason}", "bảng được nhập thành bản nháp; cần đúng bộ tiêu chí ấy thì xin lại tệp gốc", "the scheme that goes along in the file cannot be used: {reason}", "the table is imported as a draft; ask for the file as it was written if that very scheme is needed"),
    "annex-edited": warning("{number}, {column}: bảng ghi '{new}', bộ tiêu chí kèm trong tệp ghi '{old}'", "bảng được nhập thành bản nháp; muốn lấy bộ tiêu chí kèm theo thì trả chỗ này về như cũ", "{number}, {column}: the table says '{new}', the scheme that goes along in the file '{old}'", "the table is imported as a draft; to have the scheme of the file, put this back as it was"),
    "annex-gone": warning("không còn '{text}' của bộ tiêu chí kèm trong tệp", "bảng được nhập thành bản nháp; muốn lấy bộ tiêu chí kèm theo thì trả chỗ này về như cũ", "'{text}' of the scheme that goes along in the file is gone", "the table is imported as a draft; to have the scheme of the file, put this back as it was"),
    "annex-added": warning("dòng '{number}' không có trong bộ tiêu chí kèm trong tệp", "bảng được nhập thành bản nháp; muốn lấy bộ tiêu chí kèm theo thì bỏ dòng này", "the row '{number}' is not in the scheme that goes along in the file", "the table is imported as a draft; to have the scheme of the file, take this row out"),
    "annex-asked": warning("lệnh ghi {key} '{new}', bộ tiêu chí kèm trong tệp ghi '{old}'", "bảng được nhập thành bản nháp; muốn lấy bộ tiêu chí kèm theo thì bỏ {key}", "the command says {key} '{new}', the scheme that goes along in the file '{old}'", "the table is imported as a draft; to have the scheme of the file, leave {key} out"),
}

_LINT: FindingKinds = {
    "lint-failed": error("cách chấm không cho được điểm hợp lệ ({witness})", "báo người viết plugin", "the method gives no valid points ({witness})", "tell the plugin's author"),
    "lint-full": warning("nhiều nhất chỉ được {points}/{most} điểm ({witness})", "hạ điểm tối đa hoặc sửa cách tính điểm", "at most {points} of {most} points can be reached ({witness})", "lower the maximum or correct the rule"),
    "lint-unreached": warning("mức {points} điểm ở '{key}' không số liệu nào đạt được (lớn nhất đã thử: {witness})", "bỏ mức này hoặc sửa ngưỡng", "the {points} points of '{key}' are never given (the largest figures tried: {witness})", "remove them or correct the limit"),
    "lint-idle": warning("có dùng {fact} nhưng điểm không thay đổi theo số liệu này ({witness})", "bỏ khỏi cách chấm hoặc sửa các mức", "{fact} is asked for and never changes the points ({witness})", "remove it or correct the rule"),
    "lint-worse": warning("{fact} tốt hơn mà điểm lại giảm ({witness})", "sắp lại các mức điểm", "a better {fact} lowers the points ({witness})", "put the points in order"),
    "lint-turns": warning("{fact} tăng thì điểm lúc tăng lúc giảm ({witness})", "sắp lại các mức điểm, nếu không chủ ý", "with more {fact} the points rise and fall ({witness})", "put them in order, unless it is meant"),
    "lint-jump": note("{fact} chỉ khác một bước mà điểm đổi {points} trên tối đa {max} ({witness})", "thêm mức ở giữa, nếu không chủ ý", "one step of {fact} changes {points} of at most {max} points ({witness})", "add a level between, unless it is meant"),
    "lint-header": warning("{fact} ở dòng {row}, là dòng tiêu đề của {rows}: người báo cáo thường cộng sai dòng này ({witness})", "chấm theo các dòng dưới nó", "{fact} stands in row {row}, the header of {rows}, in which sums are often wrong ({witness})", "score by the rows below it"),
    "lint-none": note("không phát sinh ({witness}): chỉ số chỉ còn từ {low} đến {high}, không thể xếp loại {names}", "kiểm tra if_none, nếu không chủ ý", "nothing arose ({witness}): the index can then only be from {low} to {high}, and the class never {names}", "check if_none, unless it is meant"),
    "lint-relation": note("{part} là một phần của {whole} mà chưa khai báo, nên số liệu sai chỉ bị nêu khi chấm", "khai báo: {key}", "{part} is a part of {whole}, which is not declared, so that a wrong figure is told only when it is scored", "declare it: {key}"),
    "lint-indicator": warning("số liệu '{code}' ({fact}) được khai báo mà không ai dùng", "thêm tiêu chí, ghi lý do vào [context], hoặc bỏ", "the indicator '{code}' ({fact}) is declared and never used", "add a criterion, its reason in [context], or remove it"),
}

_REHEARSAL: FindingKinds = {
    "deadline-other-year": warning("hạn ({days}) là của năm {year}, báo cáo là của năm {told}, nên điểm ở đây không nói gì về năm {year}", "bỏ tiêu chí này ra ngoài khi đọc kết quả, hoặc thử với một bản có hạn của năm {told}", "its days ({days}) are those of {year} and the reports are of {told}, so that these points say nothing about {year}", "leave the criterion out when reading the result, or try a copy with the days of {told}"),
}

AUTHORS: FindingKinds = {**_CASES, **_FRAMES, **_ANNEXES, **_LINT, **_REHEARSAL}
