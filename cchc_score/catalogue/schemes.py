"""Findings about schemes, forms, the list of units and the configuration."""

from cchc_score.catalogue.kinds import Kinds, error, note, unknown

_TABLES: Kinds = {
    "key-missing": error("thiếu '{key}'; thêm vào", "'{key}' is missing; add it"),
    **unknown("key-unknown", "không có khóa nào tên '{word}' ở đây", "no key is called '{word}' here", "xóa đi hoặc sửa tên", "delete it or correct its name"),
    "value-text": error("'{key}' phải là chữ; đặt trong dấu ngoặc kép", "'{key}' must be text; put it in quotation marks"),
    "value-empty": error("'{key}' đang trống; điền vào hoặc xóa khóa", "'{key}' is empty; fill it in or delete the key"),
    "value-long": error("'{key}' quá dài; rút gọn", "'{key}' is too long; shorten it"),
    "value-slug": error("'{key}' chỉ gồm chữ không dấu, số, dấu chấm, gạch ngang; sửa lại", "'{key}' may hold unaccented letters, digits, dots and dashes; correct it"),
    "value-whole": error("'{key}' phải là số nguyên; sửa lại", "'{key}' must be a whole number; correct it"),
    "value-bool": error("'{key}' phải là true hoặc false; sửa lại", "'{key}' must be true or false; correct it"),
    "value-date": error("'{key}' phải là ngày, viết 2023-01-15, không có dấu ngoặc kép; sửa lại", "'{key}' must be a date, written 2023-01-15 without quotation marks; correct it"),
    "value-list": error("'{key}' phải là danh sách trong ngoặc vuông; sửa lại", "'{key}' must be a list in square brackets; correct it"),
    "value-table": error("'{key}' phải là một bảng; sửa lại", "'{key}' must be a table; correct it"),
    "value-wrong": error("giá trị của '{key}' không dùng được; sửa lại theo tài liệu", "the value of '{key}' cannot be used; correct it by the documentation"),
    "value-choice": error("'{key}' chỉ nhận một trong: {choices}; sửa lại", "'{key}' must be one of: {choices}; correct it"),
    "value-limit": error("'{key}' = {value} ngoài giới hạn cho phép; sửa lại", "'{key}' = {value} is outside its limits; correct it"),
    "number": error("'{key}' phải là một số; sửa lại", "'{key}' must be a number; correct it"),
    "number-range": error("'{key}' quá lớn hoặc có quá 6 chữ số thập phân; sửa lại", "'{key}' is too large or has more than 6 decimals; correct it"),
    "negative": error("'{key}' không được âm; sửa lại", "'{key}' must not be negative; correct it"),
    "not-positive": error("'{key}' phải lớn hơn 0; sửa lại", "'{key}' must be above 0; correct it"),
    "above-100": error("'{key}' là phần trăm, nhiều nhất 100; sửa lại", "'{key}' is a percentage, at most 100; correct it"),
    "above-1": error("'{key}' là tỷ lệ điểm được giữ, từ 0 đến 1; sửa lại", "'{key}' is the share of points kept, from 0 to 1; correct it"),
}

_RULES: Kinds = {
    "fact": error("'{key}' phải là mã chỉ tiêu, hoặc danh sách mã; sửa lại", "'{key}' must be an indicator's code, or a list of them; correct it"),
    "fact-twice": error("'{key}' nêu một chỉ tiêu hai lần; bỏ một", "'{key}' names an indicator twice; remove one"),
    "fact-sum": error("'{key}' chỉ nhận một chỉ tiêu, không nhận tổng; sửa lại", "'{key}' takes one indicator, no sum; correct it"),
    "fact-kind": error("chỉ tiêu '{fact}' thuộc loại {kind}, ở đây cần: {kinds}; chọn chỉ tiêu khác hoặc phương pháp khác", "the indicator '{fact}' is of kind {kind}, needed here: {kinds}; take another indicator or method"),
    **unknown("fact-unknown", "không có chỉ tiêu nào tên '{word}'", "no indicator is called '{word}'", "sửa tên, hoặc khai báo trong bảng [indicator.{word}]", "correct its name, or declare it in a table [indicator.{word}]"),
    **unknown("method-unknown", "không có phương pháp nào tên '{word}'", "no method is called '{word}'", "xem các phương pháp bằng lệnh cchc-score plugins", "list the methods with cchc-score plugins"),
    **unknown("answer-unknown", "không có câu trả lời nào là '{word}'", "no answer is called '{word}'", "sửa theo danh sách trả lời của chỉ tiêu", "correct it by the indicator's answers"),
    "answer-absent": error("thiếu câu trả lời của '{fact}': {answers}; thêm vào", "answers of '{fact}' are missing: {answers}; add them"),
    "gate-condition": error("gate cần đúng một điều kiện; ghi 'from' hoặc 'answers'", "a gate needs exactly one condition; write 'from' or 'answers'"),
    "band-limit": error("mỗi bậc cần đúng một mốc; ghi 'from' (từ ... trở lên) hoặc 'above' (trên ...)", "each band needs exactly one limit; write 'from' (that or more) or 'above' (more than that)"),
    "bands-facts": error("không rõ tính trên số liệu nào; ghi 'value', hoặc cả ba 'part', 'whole' và 'if_none'", "it is not clear what is measured; write 'value', or all three of 'part', 'whole' and 'if_none'"),
    "bands-order": error("các bậc phải giảm dần, không trùng; sắp xếp lại", "the bands must descend without repeating; put them in order"),
    "bands-end": error("bậc cuối phải là from = 0, để mọi giá trị đều có điểm; thêm bậc này", "the last band must be from = 0, so that every value has its points; add it"),
    "steps-order": error("các ngày phải tăng dần; sắp xếp lại", "the days must ascend; put them in order"),
    "points-step": error("{value} điểm không chia hết cho bước {step}; sửa điểm, hoặc tăng decimals", "{value} points are no whole number of steps of {step}; correct them, or raise decimals"),
    "points-above": error("{value} điểm vượt điểm tối đa {most} của tiêu chí; sửa lại", "{value} points are above the criterion's maximum of {most}; correct them"),
}

_TREE: Kinds = {
    "criterion-number": error("số tiêu chí phải có dạng 3.1.2; sửa lại", "a criterion's number must look like 3.1.2; correct it"),
    "criterion-area": error("không có lĩnh vực số {number}; thêm lĩnh vực hoặc sửa số", "there is no area number {number}; add it, or correct the number"),
    "criterion-parent": error("không có tiêu chí {parent}; thêm tiêu chí cha hoặc sửa số", "there is no criterion {parent}; add the parent, or correct the number"),
    "criterion-empty": error("không có phương pháp và không có tiêu chí con; thêm 'method'", "it has neither a method nor parts; add 'method'"),
    "parent-rule": error("tiêu chí có tiêu chí con thì không có '{key}'; bỏ khóa này", "a criterion with parts has no '{key}'; remove it"),
    "leaf-combine": error("tiêu chí không có tiêu chí con thì không có '{key}'; bỏ khóa này", "a criterion without parts has no '{key}'; remove it"),
    "chosen-by": error("combine = \"chosen\" và 'chosen_by' phải đi cùng nhau; thêm hoặc bỏ", "combine = \"chosen\" and 'chosen_by' go together; add or remove one"),
    "choice-alone": error("'choice' chỉ dùng khi {parent} có combine = \"chosen\"; bỏ khóa này", "'choice' is for the parts of a criterion with combine = \"chosen\", which {parent} is not; remove it"),
    "choice-wrong": error("'choice' phải là một câu trả lời chưa dùng: {answers}; sửa lại", "'choice' must be an answer that is still free: {answers}; correct it"),
    "choice-absent": error("chưa có tiêu chí con cho câu trả lời: {answers}; thêm vào", "no part stands for the answers: {answers}; add them"),
    "sum-parts": error("các tiêu chí con cộng lại là {sum}, không phải {most}; sửa điểm", "its parts add up to {sum}, not {most}; correct the points"),
    "best-parts": error("tiêu chí con lớn nhất là {largest}, không phải {most}; sửa điểm", "its largest part has {largest}, not {most}; correct the points"),
    "chosen-parts": error("điểm tối đa {value} khác điểm {most} của tiêu chí cha; sửa cho bằng nhau", "its maximum {value} differs from its parent's {most}; make them equal"),
    "area-empty": error("lĩnh vực không có tiêu chí nào; thêm tiêu chí", "the area has no criteria; add them"),
    "area-code": error("mã lĩnh vực chỉ gồm chữ không dấu, số, gạch dưới, và không phải 'total'; sửa lại", "an area's code holds unaccented letters, digits and underscores, and is not 'total'; correct it"),
    "area-twice": error("hai lĩnh vực cùng số {number}; đánh số lại", "two areas have the number {number}; number them anew"),
    "sum-area": error("các tiêu chí cộng lại là {sum}, không phải {most}; sửa điểm", "its criteria add up to {sum}, not {most}; correct the points"),
    "sum-scheme": error("các lĩnh vực cộng lại là {sum}, không phải {most}; sửa điểm", "the areas add up to {sum}, not {most}; correct the points"),
    "held-reason": error("held = false và 'reason' phải đi cùng nhau; ghi lý do, hoặc bỏ cả hai", "held = false and 'reason' go together; give the reason, or remove both"),
    "class-order": error("xếp loại phải giảm dần; sắp xếp lại", "the classes must descend; put them in order"),
    "class-last": error("xếp loại cuối phải có from = 0 và không có điều kiện; sửa lại", "the last class must have from = 0 and no conditions; correct it"),
    "class-twice": error("xếp loại '{name}' có hai lần; bỏ một", "the class '{name}' stands twice; remove one"),
    "above-100-absent": error("có lĩnh vực điểm thưởng; ghi above_100 = \"keep\" hoặc \"cap\"", "there is a bonus area; write above_100 = \"keep\" or \"cap\""),
    "above-100-useless": error("không có lĩnh vực điểm thưởng thì không có above_100; bỏ khóa này", "without a bonus area there is no above_100; remove it"),
    "indicator-code": error("mã '{code}' chỉ gồm chữ không dấu, số, gạch dưới, không bắt đầu bằng số; sửa lại", "the code '{code}' may hold unaccented letters, digits and underscores, and no digit first; correct it"),
    "indicator-known": error("chỉ tiêu '{code}' đã có trong một plugin; bỏ bảng này hoặc đổi mã", "the indicator '{code}' is known from a plugin; remove this table or change the code"),
    "indicator-kind": error("chỉ tiêu '{code}': kind = \"option\" cần từ hai lựa chọn khác nhau; chỉ số đo mới có decimals; sửa lại", "the indicator '{code}': kind = \"option\" needs two or more different options; only measures have decimals; correct it"),
}

_FORMS: Kinds = {
    "form-header-indicator": error("dòng tiêu đề không bao giờ được chấm; bỏ 'indicator' hoặc bỏ 'kind'", "a header row is never scored; remove 'indicator' or 'kind'"),
    "form-leaf-relation": error("chỉ dòng tiêu đề mới có 'same_as' hay 'sum_of'; bỏ khóa này", "only a header row has 'same_as' or 'sum_of'; remove it"),
    "form-two-relations": error("ghi 'same_as' hoặc 'sum_of', không ghi cả hai; bỏ một", "write 'same_as' or 'sum_of', not both; remove one"),
    "form-indicator-twice": error("chỉ tiêu '{fact}' đã ở dòng {other}; mỗi chỉ tiêu một dòng, sửa lại", "the indicator '{fact}' stands in row {other} already; one row each, correct it"),
    "form-legend-kind": error("chỉ tiêu '{fact}' không có câu trả lời nên không có 'legend'; bỏ khóa này", "the indicator '{fact}' has no answers and so no 'legend'; remove it"),
    "form-legend-twice": error("một số trong 'legend' có hai nghĩa; sửa lại", "a number of the 'legend' has two meanings; correct it"),
    **unknown("row-unknown", "mẫu không có dòng {word}", "the form has no row {word}", "sửa mã dòng", "correct the row's code"),
    "row-unused": note("chỉ tiêu '{fact}' không được chấm và không có trong [context]; thêm tiêu chí, hoặc ghi lý do vào [context]", "the indicator '{fact}' is neither scored nor in [context]; add a criterion, or its reason to [context]"),
    **unknown("scheme-unknown", "không có bộ tiêu chí nào tên '{word}'", "no scheme is called '{word}'", "ghi tên tệp .toml, hoặc một trong: {names}", "give a .toml file, or one of: {names}"),
    **unknown("form-unknown", "không có mẫu báo cáo nào tên '{word}'", "no form is called '{word}'", "ghi tên tệp .toml, hoặc một trong: {names}", "give a .toml file, or one of: {names}"),
    "scheme-unnamed": error("chưa biết chấm theo bộ tiêu chí nào; ghi --scheme, hoặc scheme trong cchc.toml", "it is not said which scheme to score by; give --scheme, or scheme in cchc.toml"),
    "case-criterion": error("không có tiêu chí {number}; sửa số", "there is no criterion {number}; correct the number"),
    "case-expectation": error("ca mẫu không nói phải ra gì; ghi 'points', 'outcome', hoặc cả hai", "the case does not say what it must give; write 'points', 'outcome', or both"),
    "case-differs": error("trường hợp mẫu cho {got}, không phải {wanted}; sửa bộ tiêu chí hoặc trường hợp mẫu", "the golden case gives {got}, not {wanted}; correct the scheme or the case"),
}

_UNITS: Kinds = {
    "units-column-absent": error("danh sách đơn vị thiếu cột '{column}'; thêm vào", "the list of units has no column '{column}'; add it"),
    "units-column": error("danh sách đơn vị có cột lạ hoặc trùng '{column}'; chỉ dùng: {columns}", "the list of units has a strange or repeated column '{column}'; use only: {columns}"),
    "units-empty": error("danh sách không có đơn vị nào; điền vào", "the list has no units; fill it in"),
    "units-code": error("đơn vị thiếu mã hoặc tên; điền vào", "a unit lacks its code or name; fill it in"),
    "units-ranked": error("cột ranked ghi '{value}'; ghi yes (có) hoặc no (không)", "the column ranked says '{value}'; write yes or no"),
    "units-date": error("'{value}' không phải ngày; viết dạng 2025-07-01", "'{value}' is no date; write it as 2025-07-01"),
    "units-twice": error("mã '{value}' có hai lần; mỗi đơn vị một mã, sửa lại", "the code '{value}' stands twice; one code each, correct it"),
}

SCHEMES: Kinds = {**_TABLES, **_RULES, **_TREE, **_FORMS, **_UNITS}
