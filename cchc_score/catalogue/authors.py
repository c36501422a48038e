"""Findings of the commands for authors: what golden cases leave out, and what is odd about a valid scheme."""

from cchc_score.catalogue.kinds import Kinds, error, note, warning

_CASES: Kinds = {
    "cases-absent": error("chưa có ca mẫu nào; viết vào tệp này các bảng [[case]] với criterion, facts và points", "there are no golden cases; write tables [[case]] with criterion, facts and points into this file"),
    "cases-orphan": warning("không có bộ tiêu chí {scheme} bên cạnh, nên không ai chạy các ca mẫu này; đổi tên hoặc xóa tệp", "there is no scheme {scheme} beside it, so that nobody runs these golden cases; rename or remove the file"),
    "case-none": warning("chưa có ca mẫu nào; thêm ca đủ điểm, ca 0 điểm và ca đúng mỗi mốc", "no golden case; add one with full points, one with none and one on each limit"),
    "case-full": warning("chưa có ca đủ điểm; thêm một ca", "no case with full points; add one"),
    "case-less": warning("chưa có ca không đủ điểm; thêm một ca", "no case with less than full points; add one"),
    "case-edge": warning("chưa có ca đúng mốc {edge}; thêm một ca", "no case stands on {edge}; add one"),
}

_LINT: Kinds = {
    "lint-failed": error("cách chấm không cho được điểm hợp lệ ({witness}); báo người viết plugin", "the method gives no valid points ({witness}); tell the plugin's author"),
    "lint-full": warning("nhiều nhất chỉ được {points}/{most} điểm ({witness}); hạ điểm tối đa hoặc sửa cách cho điểm", "at most {points} of {most} points can be reached ({witness}); lower the maximum or correct the rule"),
    "lint-unreached": warning("mức {points} điểm ở '{key}' không số liệu nào đạt được (lớn nhất đã thử: {witness}); bỏ mức này hoặc sửa mốc", "the {points} points of '{key}' are never given (the largest figures tried: {witness}); remove them or correct the limit"),
    "lint-idle": warning("hỏi {fact} mà điểm không bao giờ đổi theo ({witness}); bỏ khỏi cách chấm hoặc sửa các mức", "{fact} is asked for and never changes the points ({witness}); remove it or correct the rule"),
    "lint-worse": warning("{fact} tốt hơn mà điểm lại giảm ({witness}); sắp lại các mức điểm", "a better {fact} lowers the points ({witness}); put the points in order"),
    "lint-turns": warning("{fact} tăng thì điểm lúc tăng lúc giảm ({witness}); sắp lại các mức điểm, nếu không chủ ý", "with more {fact} the points rise and fall ({witness}); put them in order, unless it is meant"),
    "lint-jump": note("{fact} chỉ khác một bước mà điểm đổi {points} trên tối đa {max} ({witness}); thêm mức ở giữa, nếu không chủ ý", "one step of {fact} changes {points} of at most {max} points ({witness}); add a level between, unless it is meant"),
    "lint-header": warning("{fact} ở dòng {row}, là dòng tiêu đề của {rows}: người báo cáo thường cộng sai dòng này ({witness}); chấm theo các dòng dưới nó", "{fact} stands in row {row}, the header of {rows}, in which sums are often wrong ({witness}); score by the rows below it"),
    "lint-none": note("không phát sinh ({witness}): chỉ số chỉ còn có thể từ {low} đến {high}; kiểm tra if_none", "nothing arose ({witness}): the index can then be from {low} to {high}; check if_none"),
    "lint-indicator": warning("chỉ tiêu '{code}' ({fact}) được khai báo mà không ai dùng; thêm tiêu chí, ghi lý do vào [context], hoặc bỏ", "the indicator '{code}' ({fact}) is declared and never used; add a criterion, its reason in [context], or remove it"),
}

AUTHORS: Kinds = {**_CASES, **_LINT}
