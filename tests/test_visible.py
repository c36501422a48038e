"""What could pass unseen is told: provisional bests, other kinds, gone units, thousands, empty cells, cut totals."""

import json

from tests.running import command

SCHEME = """
[scheme]
code = "s"
title = "Bộ tiêu chí thử (minh họa)"
version = "1"
period = 2023
max_points = 10
decimals = 2
rounding = "criterion"
[ranking]
group_by = "none"
compare = "exact"
ties = "standard"
incomplete = "low"
above_100 = "cap"
[area.a]
number = 1
name = "A"
max_points = 10
[criterion."1.1"]
title = "So với đơn vị cao nhất"
max_points = 10
method = "best"
value = "revenue"
if_none = "zero"
[area.b]
number = 2
name = "Điểm thưởng"
max_points = 5
kind = "bonus"
[criterion."2.1"]
title = "Thưởng"
max_points = 5
method = "count"
count = "prizes"
each = 1
[indicator.revenue]
name = "Thu ngân sách"
name_en = "Revenue"
kind = "money"
decimals = 3
[indicator.prizes]
name = "Giải thưởng"
"""


def year(folder, reports, units="code,name,kind\n01,Xã An,xã\n02,Xã Bình,xã\n", **files):
    (folder / "reports").mkdir()
    (folder / "cchc.toml").write_text('scheme = "s.toml"\nunits = "units.csv"\n', encoding="utf-8")
    (folder / "s.toml").write_text(SCHEME, encoding="utf-8")
    (folder / "units.csv").write_text(units, encoding="utf-8")
    (folder / "reports" / "a.csv").write_text(reports, encoding="utf-8")
    for name, text in files.items():
        (folder / "reports" / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_points_relative_to_a_best_that_is_not_known_yet_are_called_provisional(tmp_path):
    result = command("rank", year(tmp_path, "unit,revenue,prizes\n01,,0\n02,50,0\n"))
    assert result.code == 0
    assert "tiêu chí 1.1: điểm so với các đơn vị trong nhóm chỉ là tạm tính: chưa có số liệu của Xã An" in result.err


def test_a_total_cut_at_the_maximum_says_so(tmp_path):
    result = command("rank", year(tmp_path, "unit,revenue,prizes\n01,100,5\n02,50,0\n"), "--format", "csv")
    first, second = result.out.splitlines()[1:3]
    assert "tổng đã lấy bằng điểm tối đa" in first
    assert "cắt" not in second


def test_another_kind_and_a_gone_unit_are_warned_of(tmp_path):
    units = "code,name,kind,valid_to\n01,Xã An,xã,\n02,Xã Bình,xã,31/12/2022\n"
    result = command("rank", year(tmp_path, "unit,name,kind,revenue,prizes\n01,Xã An,phường,100,0\n02,,,50,0\n", units))
    assert "mã 01 là 'xã' trong danh sách, báo cáo ghi 'phường'" in result.err
    assert "reports/a.csv:3: Xã Bình không tồn tại vào ngày 31/12/2023 theo danh sách" in result.err


def test_a_number_like_thousands_is_refused_in_toml_too(tmp_path):
    report = '[report]\nunit = "01"\nyear = 2023\n[facts]\nrevenue = 1.340\nprizes = 1\n'
    result = command("rank", year(tmp_path, "unit,revenue,prizes\n02,50,0\n", mot=report))
    assert result.code == 1
    assert "reports/mot.toml:5: Xã An: Thu ngân sách: '1.340' có thể là phần nghìn" in result.err


def test_a_line_without_a_unit_and_a_table_of_tabs(tmp_path):
    result = command("rank", year(tmp_path, "unit\trevenue\tprizes\n01\t100\t0\n\t150\t0\n02\t50\t0\n"))
    assert result.code == 1
    assert "reports/a.csv:3: ô 'unit' của dòng này trống" in result.err
    assert "Xã An" in result.out


def test_check_finds_what_ranking_would_find(tmp_path):
    folder = year(tmp_path, "unit,revenue,prizes\n01,,0\n02,50,0\n")
    # A table may break the words between two lines.
    assert "tạm tính" in " ".join(command("check", folder).out.split())


def test_findings_name_figures_in_the_language_asked_for(tmp_path):
    result = command("rank", year(tmp_path, "unit,revenue,prizes\n01,abc,0\n02,50,0\n"), "--lang", "en")
    assert "Revenue: 'abc' is no number" in result.err


def test_an_index_range_has_both_ends_in_json(tmp_path):
    result = command("rank", year(tmp_path, "unit,revenue,prizes\n01,,0\n02,50,0\n"), "--format", "json")
    by_code = {one["code"]: one for one in json.loads(result.out)["communes"]}
    assert by_code["01"]["index_high"] == {"printed": "100.00", "exact": "100"}
    # Of its peer nothing is known: the best may be less than what it has, or more.
    assert by_code["02"]["index_high"] == {"printed": "100.00", "exact": "100"}
