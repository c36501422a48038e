"""Small good schemes: one of every method, way to combine, factor, gate and a bonus area; and the head of a tiny one."""

GOOD = """\
[scheme]
code = "mau"
title = "Bộ tiêu chí nhỏ"
version = "1"
decision = "Quyết định thử"
period = 2023
form = "mau-nho"
max_points = 20
decimals = 2
rounding = "criterion"

[ranking]
group_by = "none"
compare = "exact"
ties = "standard"
incomplete = "low"
above_100 = "keep"

[[class]]
name = "Tốt"
from = 80
each_area_from = 50

[[class]]  # Khá
name = "Khá"
from = 50.5
each_criterion_from = 0

[[class]]  # bậc cuối
name = "Yếu"
from = 0

[indicator.t_received]
name = "Hồ sơ tiếp nhận"
unit = "hồ sơ"

[indicator.t_on_time]
name = "Đúng hạn"
part_of = "t_received"

[indicator.t_overdue]
name = "Quá hạn"
exclusive_with = ["t_share"]

[indicator.t_whole]
name = "Tổng số"
sum_of = ["t_on_time", "t_overdue"]

[indicator.t_share]
name = "Tỷ lệ"
kind = "percent"
decimals = 2

[indicator.t_grade]
name = "Điểm chuyên gia"
kind = "points"
decimals = 1
source = "survey"

[indicator.t_sent]
name = "Ngày gửi"
kind = "date"

[indicator.t_board]
name = "Bảng niêm yết"
kind = "yes_no"

[indicator.t_breach]
name = "Vi phạm"
kind = "option"
options = [{ code = "none", name = "Không" }, { code = "light", name = "Nhẹ" }, { code = "heavy", name = "Nặng" }]

[indicator.t_branch]
name = "Loại hình"
kind = "option"
options = [{ code = "village", name = "Nông thôn" }, { code = "street", name = "Đô thị" }]

[context]
t_whole = "Chỉ là bối cảnh"

[area.work]
number = 1
name = "Chỉ đạo"
max_points = 11

[area.people]
number = 2
name = "Con người"
max_points = 9

[area.extra]
number = 3 # extra
name = "Điểm thưởng"
max_points = 2
kind = "bonus"

[criterion."1.1"]
title = "Kế hoạch"
max_points = 4 # 1.1

[criterion."1.1.1"]
title = "Gửi kế hoạch"
max_points = 1.5
method = "deadline"
date = "t_sent"
steps = [{ by = 2023-01-15, points = 1.5 }, { by = 2023-02-15, points = 0.75 }]
late = 0.25
never = 0

[criterion."1.1.2"]
title = "Niêm yết"
max_points = 2.5
method = "options"
fact = "t_board"
points = { yes = 2.5, no = "not_applicable" }
factor = { fact = "t_breach", values = { none = 1, light = 0.5, heavy = 0 } }

[criterion."1.2"]
title = "Đúng hạn"
max_points = 5
method = "ratio"
part = ["t_received", "-t_overdue"]
whole = "t_received"
zero_below = 80
if_none = "full"
gate = { fact = "t_share", from = 80 }

[criterion."1.3"]
title = "Tỷ lệ chung"
max_points = 2
method = "bands"
value = "t_share"
bands = [{ above = 90, points = 2 }, { from = 70, points = 1 }, { from = 0, points = 0 }]
reason = "Chưa đánh giá"
held = false

[criterion."2.1"]
title = "Phần trăm"
max_points = 3 # 2.1
combine = "best"

[criterion."2.1.1"]
title = "Phần trăm một"
max_points = 3
method = "bands"
part = "t_on_time"
whole = "t_received"
if_none = "zero"
bands = [  # từng bậc
  { from = 60, points = 3 },
  { from = 0, points = 1 },
]

[criterion."2.1.2"]
title = "Phần trăm hai"
max_points = 1
method = "count"
count = "t_on_time"
each = -0.05
start = 1

[criterion."2.2"]
title = "Theo loại hình"
max_points = 4 # 2.2
combine = "chosen"
chosen_by = "t_branch"

[criterion."2.2.1"]
title = "Nông thôn"
max_points = 4
choice = "village"
method = "best"
value = "t_on_time"
whole = "t_received"
if_none = "zero"

[criterion."2.2.2"]
title = "Đô thị"
max_points = 4
choice = "street"
method = "target"
value = "t_on_time"
target = "t_received"
share_at_target = 70
excess = "amount"
if_none = "not_applicable"

[criterion."2.3"]
title = "Tất cả"
max_points = 2
combine = "all"

[criterion."2.3.1"]
title = "Chuyên gia"
max_points = 1
method = "given"
points = "t_grade"

[criterion."2.3.2"]
title = "Khảo sát"
max_points = 1
method = "given"
points = "t_grade"
gate = { fact = "t_board", answers = ["yes"], otherwise = "not_applicable" }

[criterion."3.1"]
title = "Sáng kiến"
max_points = 3
method = "count"
count = "t_whole"
each = 0.5
"""


def small_head(most: int, period: int = 2025, classes: str = "") -> str:
    """The head of a scheme of one area `a` with these points, for the criteria of a single test to follow."""
    return f"""
[scheme]
code = "t"
title = "T"
version = "1"
period = {period}
max_points = {most}
decimals = 2
rounding = "criterion"
[ranking]
group_by = "none"
compare = "exact"
ties = "standard"
incomplete = "low"
{classes}
[area.a]
number = 1
name = "A"
max_points = {most}
"""
