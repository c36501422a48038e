"""How time and memory grow: each command at N and at 2N, and the ratio of the two; 2 is linear, 4 the square.

python bench/growth.py            all cases
python bench/growth.py lint csv   those whose name has one of the words
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAM = (sys.executable, "-c", "from cchc_score.cli import main; main()")
FIRST = 10_000
"""The code of the first unit."""
SCHEME = """
[scheme]
code = "nho"
title = "Nhỏ"
version = "1"
period = 2023
max_points = {most}
decimals = 2
rounding = "criterion"
[ranking]
group_by = "none"
compare = "exact"
ties = "standard"
incomplete = "low"
[[class]]
name = "Tất cả"
from = 0
"""
LEAF = """
[criterion."{number}"]
title = "Tiêu chí {number}"
max_points = 1
method = "ratio"
part = "tasks_on_time"
whole = "tasks_assigned"
if_none = "full"
"""
FACTS = "unit,tasks_assigned,tasks_on_time\n"
HEADINGS = "Đơn vị,Số,Tiêu chí,Điểm tối đa,Điểm tự chấm,Tài liệu kiểm chứng,Giải trình"
EMPTY = 20
"""So many cells are in a row of a wide self-score table."""

Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A command on a made-up year: `many` is N, `files` gives the year of any size, `args` name it as YEAR and OUT."""

    many: int
    files: Callable[[int], Files]
    args: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process used: processor seconds of its own, its largest memory in MB, its exit code."""

    seconds: float
    memory: float
    code: int


def scheme_text(leaves: int) -> str:
    """A scheme of so many criteria in areas of 250, each criterion with ten leaves where there are more than ten."""
    text = SCHEME.format(most=leaves)
    parents = max(1, leaves // 10)
    for start in range(0, parents, 25):
        area, own = start // 25 + 1, min(25, parents - start)
        text += (
            f'[area.a{area}]\nnumber = {area}\nname = "A{area}"\nmax_points = {10 * own if leaves > 10 else leaves}\n'
        )
        if leaves <= 10:
            return text + "".join(LEAF.format(number=f"1.{at}") for at in range(1, leaves + 1))
        for place in range(1, own + 1):
            number = f"{area}.{place}"
            text += f'[criterion."{number}"]\ntitle = "Nhóm {number}"\nmax_points = 10\n'
            text += "".join(LEAF.format(number=f"{number}.{leaf}") for leaf in range(1, 11))
    return text


def units(many: int, name: str = "Xã Số {}") -> str:
    """A list of so many units."""
    return "code,name\n" + "".join(f"{FIRST + at},{name.format(at)}\n" for at in range(many))


def lines(many: int, on_time: int = 9) -> str:
    """A CSV of the facts of so many units; more on time than assigned gives a warning in each line."""
    return FACTS + "".join(f"{FIRST + at},10,{on_time}\n" for at in range(many))


def csv_year(many: int, on_time: int = 9) -> Files:
    """Units, and their facts in one CSV."""
    return {"units.csv": units(many), "reports/2023.csv": lines(many, on_time)}


def unknown_names(many: int) -> Files:
    """A CSV in which nobody's name is that of a unit, though each is like one."""
    rows = "".join(f"Phương Số {at} Một,10,9\n" for at in range(many))
    return {"units.csv": units(many, "Phường Số {} Một"), "reports/2023.csv": FACTS + rows}


def one_name(many: int) -> Files:
    """Units that all bear one name, and a CSV that calls them by it."""
    return {"units.csv": units(many, "Xã Một"), "reports/2023.csv": FACTS + "Xã Một,10,9\n" * many}


def one_name_elsewhere(many: int) -> Files:
    """Half of the units bear one name, and reports of as many files call one of them by it."""
    head = '[report]\nunit = "Xã Một"\nyear = 2023\n[facts]\ntasks_assigned = 10\n'
    return {"units.csv": units(many, "Xã Một"), **{f"reports/{at}.toml": head for at in range(many)}}


def combining(many: int) -> Files:
    """A remark of one letter with so many marks, in an order that composing has to sort."""
    remark = "a" + "\u0301\u0323" * many
    facts = f'[facts]\ntasks_assigned = {{ value = 1, remark = "{remark}" }}\n'
    return {"units.csv": units(1), "reports/a.toml": f'[report]\nunit = "{FIRST}"\nyear = 2023\n{facts}'}


def combining_name(many: int) -> Files:
    """A name of one letter with so many marks, which no unit bears."""
    return {"units.csv": units(1), "reports/2023.csv": f"{FACTS}a{chr(0x301) + chr(0x323)}{'̣́' * many},10,9\n"}


def criteria(many: int) -> Files:
    """A scheme of so many criteria."""
    return {"nho.toml": scheme_text(many)}


def self_scores(many: int) -> Files:
    """A self-score table of so many rows of units, one for each criterion."""
    numbers = [f"1.{at}" for at in range(1, 11)]
    rows = (
        f"{FIRST + at // 10},{number},Tiêu chí {number},1,0.9,x," for at in range(0, many, 10) for number in numbers
    )
    table = "\n".join([HEADINGS, *rows]) + "\n"
    return {"nho.toml": scheme_text(10), **csv_year(many // 10), "self-scores/a.csv": table}


def wide_rows(many: int) -> Files:
    """So many rows of 20 cells in the folder of self-scores that are no self-score table."""
    row = ",".join(f"x{at}" for at in range(EMPTY)) + "\n"
    return {**csv_year(1), "self-scores/a.csv": row * many}


CHECK = ("check", "YEAR", "--quiet")
IMPORT = ("import", "YEAR", "-o", "OUT", "--quiet")
CASES: Mapping[str, Case] = {
    "rank of one CSV": Case(5_299, csv_year, ("rank", "YEAR", "--quiet")),
    "rank of one CSV, json": Case(5_299, csv_year, ("rank", "YEAR", "--quiet", "--format", "json")),
    "import of one CSV": Case(5_299, csv_year, IMPORT),
    "import, a warning in each line": Case(3_000, lambda many: csv_year(many, 11), IMPORT),
    "unknown names in a CSV": Case(300, unknown_names, CHECK),
    "units of one name": Case(400, one_name, CHECK),
    "units of one name, a file each": Case(400, one_name_elsewhere, CHECK),
    "combining marks in a remark": Case(20_000, combining, CHECK),
    "combining marks in a name": Case(20_000, combining_name, CHECK),
    "scheme lint": Case(200, criteria, ("scheme", "lint", "YEAR/nho.toml")),
    "scheme show": Case(500, criteria, ("scheme", "show", "YEAR/nho.toml")),
    "self-score rows": Case(10_000, self_scores, CHECK),
    "rows of 20 cells, no self-scores": Case(10_000, wide_rows, CHECK),
}


def year_folder(folder: Path, files: Files) -> Path:
    """A folder of a year with some files; the scheme has two criteria where they give none."""
    usual = {
        "cchc.toml": 'scheme = "nho.toml"\nunits = "units.csv"\n',
        "units.csv": units(1),
        "nho.toml": scheme_text(2),
    }
    for name, text in {**usual, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def cost(case: Case, many: int) -> Cost:
    """What the command of a case uses on a year of a size."""
    with tempfile.TemporaryDirectory() as scratch:
        year = year_folder(Path(scratch, "year"), case.files(many))
        places = {"YEAR": year.as_posix(), "OUT": Path(scratch, "out").as_posix()}
        args = [_placed(word, places) for word in case.args]
        with open(os.devnull, "wb") as nowhere:
            child = subprocess.Popen([*PROGRAM, *args], cwd=ROOT, stdout=nowhere, stderr=nowhere)
            # The figures of this one process, and not of all that have ended so far.
            _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    # Without what the system does for it: writing thousands of files takes as long as the disk wants.
    return Cost(used.ru_utime, used.ru_maxrss / 1024, child.returncode)


def _placed(word: str, places: Mapping[str, str]) -> str:
    for name, path in places.items():
        word = word.replace(name, path, 1) if word.startswith(name) else word
    return word


def main() -> None:
    """Print a row for each case as Markdown; what the program needs for nothing at all is taken off the seconds."""
    words = sys.argv[1:]
    print("| case | N | s at N | s at 2N | ratio | MB at 2N | exit |")
    print("|:---|---:|---:|---:|---:|---:|---:|")
    for name, case in CASES.items():
        if words and not any(word in name for word in words):
            continue
        idle = cost(case, 10).seconds
        one, two = cost(case, case.many), cost(case, 2 * case.many)
        above = one.seconds - idle
        ratio = f"{(two.seconds - idle) / above:.1f}" if above > 0.1 else "-"
        print(
            f"| {name} | {case.many:,} | {one.seconds:.2f} | {two.seconds:.2f} | {ratio} | {two.memory:.0f} "
            f"| {one.code}, {two.code} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
