"""The folders in which runs begin: examples, the starter year, random years, faulty files."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.random_years import random_case
from tests.running import EXAMPLES, ROOT, command

IGNORED = shutil.ignore_patterns("__pycache__", ".*")


def empty(folder: Path) -> None:
    """Nothing."""


@cache
def copies(*names: str) -> Callable[[Path], None]:
    """Folders of the project, each under the last part of its name."""

    def make(folder: Path) -> None:
        for name in names:
            shutil.copytree(ROOT / name, folder / Path(name).name, ignore=IGNORED)

    return make


@cache
def examples(*names: str) -> Callable[[Path], None]:
    """Examples, each under its name."""
    return copies(*(f"examples/{name}" for name in names))


def starter(folder: Path) -> None:
    """The year that `init` makes with the illustrative scheme, as 'nam'."""
    assert command("init", "nam", "--from", "minh-hoa", cwd=folder).code == 0


def small_year(folder: Path) -> None:
    """A year of two units with all the work of a year, under a small scheme and the shipped form."""
    write(folder, SMALL_YEAR)


SMALL_YEAR = {
    "cchc.toml": """\
scheme = "nho.toml"
units = "units.csv"
reports = "reports"
self_scores = "self-scores"
appraisal = "appraisal"

[survey]
files = "survey"

[phases]
self_score = { from = 2023-12-01, to = 2023-12-15 }
appraisal = [{ from = 2023-12-18, to = 2023-12-29 }, { from = 2024-01-08, to = 2024-01-12 }]
explanation = [{ from = 2024-01-02, to = 2024-01-05 }, {}]
""",
    "nho.toml": """\
[scheme]
code = "nho"
title = "Bộ tiêu chí nhỏ"
version = "1"
period = 2023
form = "phu-luc-01b-2023"
max_points = 12
decimals = 2
rounding = "criterion"

[ranking]
group_by = "kind"
compare = "published"
ties = "dense"
incomplete = "low"

[[class]]
name = "Tốt"
from = 80
each_area_from = 50

[[class]]
name = "Yếu"
from = 0

[area.steering]
number = 1
name = "Chỉ đạo"
name_en = "Steering"
max_points = 7

[area.service]
number = 2
name = "Phục vụ"
max_points = 5

[criterion."1.1"]
title = "Kế hoạch"
max_points = 3

[criterion."1.1.1"]
title = "Ban hành kế hoạch"
max_points = 1
method = "deadline"
date = "plan_issued_on"
steps = [{ by = 2023-01-15, points = 1 }, { by = 2023-02-15, points = 0.5 }]
late = 0.25
never = 0

[criterion."1.1.2"]
title = "Hoàn thành kế hoạch"
max_points = 2
method = "ratio"
part = "plan_tasks_done"
whole = "plan_tasks"
zero_below = 50
if_none = "not_applicable"

[criterion."1.2"]
title = "Đối thoại"
max_points = 4
method = "options"
fact = "dialogue_held"
points = { yes = 4, no = 0 }

[criterion."2.1"]
title = "Hài lòng"
max_points = 3
method = "bands"
value = "satisfaction"
bands = [{ from = 90, points = 3 }, { above = 75, points = 1.5 }, { from = 0, points = 0 }]

[criterion."2.2"]
title = "Hồ sơ đúng hạn"
max_points = 2
method = "ratio"
part = "dossiers_on_time"
whole = "dossiers_received"
if_none = "full"
""",
    "units.csv": "code,name,kind\nA01,Xã An,xã\nB02,Phường Bình,phường\nC03,Xã Công,xã\n",
    "reports/a.toml": """\
[report]
unit = "A01"
year = 2023

[facts]
plan_issued_on = 2023-01-20
plan_tasks = 20
plan_tasks_done = 19
dialogue_held = true
dossiers_received = { value = 900, in_doubt = true, remark = "Mức độ 3: 500" }
dossiers_on_time = 871
""",
    "reports/b.csv": (
        "unit,plan_issued_on,plan_tasks,plan_tasks_done,dialogue_held,dossiers_received,dossiers_on_time\n"
        "B02,05/01/2023,7,7,không,0,0\nC03,,30,11,có,1200,1200\n"
    ),
    "self-scores/a.toml": """\
[self_score]
unit = "A01"
by = "UBND Xã An"
on = 2023-12-08

[claims]
"1.1.1" = { points = 1, evidence = { document = "KH 02", date = 2023-01-20 }, explanation = "Chậm do họp" }
"1.1.2" = { points = 1.9, evidence = "Báo cáo" }
"1.2" = 4
""",
    "self-scores/b.csv": "Đơn vị: Phường Bình (B02),,\nNgày: 10/12/2023,,\nSTT,Điểm tự chấm,Tài liệu kiểm chứng\n1.1.1,1,KH 5\n1.2,0,\n",
    "survey/a.csv": "unit,satisfaction\nA01,93.4\nB02,75\n",
    "appraisal/vong-1.toml": """\
[[entry]]
id = "a-ho-so"
round = 1
unit = "A01"
indicator = "dossiers_received"
old = 900
new = 912
reason = "Theo hệ thống"
evidence = { document = "Báo cáo kết xuất", date = 2023-12-18 }
by = "Nguyễn Văn An"
on = 2023-12-20

[[entry]]
id = "b-doi-thoai"
round = 1
unit = "B02"
criterion = "1.2"
old = 0
new = 2
reason = "Có biên bản"
evidence = "không có"
by = "Trần Thị Bình"
on = 2023-12-21

[[explanation]]
unit = "B02"
entry = "b-doi-thoai"
text = "Đã họp hai lần"
evidence = "Biên bản 3"
by = "UBND Phường Bình"
on = 2024-01-03
""",
    "appraisal/vong-2.toml": """\
[[entry]]
id = "b-doi-thoai-2"
round = 2
unit = "B02"
criterion = "1.2"
old = 2
new = 4
reason = "Chấp nhận giải trình"
evidence = "Biên bản 3"
by = "Nguyễn Văn An"
on = 2024-01-09
""",
}


def two_years(folder: Path) -> None:
    """Two years, 'truoc' and 'sau', between which a unit was merged into another and two schemes differ."""
    for name in ("truoc", "sau"):
        assert command("init", name, "--from", "minh-hoa", cwd=folder).code == 0
    units = folder / "sau" / "units.csv"
    replace(units, "M02,Xã Mẫu 02,xã,,,,yes\n", "")
    replace(units, "M01,Xã Mẫu 01,xã,,,,yes", "M01,Xã Mẫu 01,xã,,,M01 M02 M77,yes")
    (folder / "sau" / "reports" / "mau-02.toml").unlink()
    (folder / "sau" / "self-scores" / "mau-02.csv").unlink()
    scheme = folder / "sau" / "bo-tieu-chi.toml"
    replace(scheme, "Ban hành kế hoạch tuyên truyền CCHC", "Ban hành kế hoạch truyền thông")
    replace(scheme, "zero_below = 80", "zero_below = 85")


@cache
def random_year(seed: int) -> Callable[[Path], None]:
    """The random year of a seed."""

    def make(folder: Path) -> None:
        case = random_case(seed)
        texts = {"thu.toml": case.scheme, "units.csv": case.units_csv}
        texts |= {"cchc.toml": 'scheme = "thu.toml"\nunits = "units.csv"\nreports = "reports"\n'}
        write(folder, texts | {f"reports/{name}": text for name, text in case.reports.items()})

    return make


def many_units(folder: Path) -> None:
    """An example with so many units that they are scored by columns, in one table."""
    examples("huyen-them-tieu-chi", "my_methods")(folder)
    year = folder / "huyen-them-tieu-chi"
    shutil.rmtree(year / "reports")
    facts = "satisfaction,dossiers_received,dossiers_on_time,calls_received,calls_answered,dialogue_held"
    rows = [f"U{n:04},{n % 101},{n % 37 * 10},{n % 31 * 9},{n % 7},{n % 5},{n % 2}" for n in range(1500)]
    units = [f"U{n:04},Xã {n:04},{'xã' if n % 3 else 'phường'}" for n in range(1500)]
    write(year, {"reports/a.csv": "\n".join([f"unit,{facts}", *rows, ""])})
    write(year, {"units.csv": "\n".join(["code,name,kind", *units, ""])})


def write(folder: Path, files: dict[str, str] | dict[str, bytes] | dict[str, str | bytes]) -> None:
    """Write texts and bytes by the names of their files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def replace(path: Path, old: str, new: str) -> None:
    """Replace what stands in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text, (path.name, old)
    path.write_bytes(text.replace(old, new).encode())


def written(name: str, content: str | bytes) -> Callable[[Path], None]:
    """An edit: a file is written."""
    return lambda folder: write(folder, {name: content})


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    """An edit: something in a file is replaced."""
    return lambda folder: replace(folder / name, old, new)


def removed(*names: str) -> Callable[[Path], None]:
    """An edit: files are taken away."""

    def edit(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return edit


def sample(name: str) -> bytes:
    """A file of the examples."""
    return (EXAMPLES / name).read_bytes()
