"""A made-up year of as many units as wanted, for looking at what is handed out: long names, ties, every kind of paper."""

import csv
import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from tests.running import EXAMPLES, ROOT, command

LONG = (
    "Xã Tân Hội Đồng Nai Thượng - vùng kinh tế mới liên huyện Đạ Tẻh, Cát Tiên và Bảo Lâm (sáp nhập năm 2025)",
    "Phường Nguyễn Thị Minh Khai - Khu đô thị và công nghiệp công nghệ cao Hoà Lạc - Xuân Mai mở rộng",
)
HEAD = """
[annex]
superior   = "UBND tỉnh Lâm Đồng"
agency     = "Hội đồng thẩm định"
number     = "36/BC-HĐTĐ"
place      = "Lâm Đồng"
date       = 2026-02-02
authority  = "TM. Hội đồng"
position   = "Chủ tịch"
signer     = "Nguyễn Văn An"
recipients = ["UBND tỉnh", "các xã, phường, đặc khu", "Lưu: VT"]

[[taken_out]]
criterion = "2.4.2"
units     = ["LD003"]
reason    = "trong năm không có văn bản phải rà soát"
decision  = "Biên bản số 07/BB-HĐTĐ ngày 30/12/2025"
"""
ENTRY = """
[[entry]]
id = "{id}"
round = 1
unit = "{unit}"
criterion = "{criterion}"
old = {old}
new = {new}
reason = "Không có giấy mời, hình ảnh của hội nghị đã nêu; tài liệu kiểm chứng không ghi ngày ban hành"
evidence = "Hồ sơ kiểm chứng của đơn vị"
by = "Nguyễn Văn An"
on = 2025-12-20
"""
ANSWER = """
[[explanation]]
unit = "{unit}"
entry = "{id}"
text = "Hội nghị ngày 15/10/2025 có giấy mời và hình ảnh; đơn vị gửi bổ sung"
evidence = {{ document = "Giấy mời 88/GM-UBND", date = 2025-10-10 }}
by = "UBND {name}"
on = 2026-01-03
"""
CHANGED = ("1.4.2", "1.4.4")
"""Criteria of which some units are given less than they claim."""
GIVEN = ("3.4.3", "6.3.2")
"""Criteria of which nobody claims points: the council gives them."""
SCHEME = ROOT / "scoring_rules" / "lam-dong-1234-2025.toml"


def two_years(folder: Path, count: int) -> Path:
    """A year of so many units with the year before it, in two folders below one; that of the later year."""
    return made_year(folder / "nam-nay", count, made_year(folder / "nam-truoc", count, seed=2))


def made_year(folder: Path, count: int, before: Path | None = None, seed: int = 1) -> Path:
    """A year of the real scheme in a folder that names the year `before`; without one it is that year itself."""
    started = command("init", folder)
    assert started.code == 0, started.err
    random, rows = Random(seed), _reported(folder)
    units = _units(count)
    _write(folder / "units.csv", [("code", "name", "kind"), *units])
    made: list[dict[str, str]] = []
    for at, (code, name, kind) in enumerate(units):
        # Every fourth unit has the very figures of the one before it, so that both stand on one rank.
        facts = made[-1] if at % 4 == 3 else _moved(random.choice(rows), random)
        made.append({**facts, "unit": code, "name": name, "kind": kind})
    for part in ("reports", "self-scores", "appraisal", "survey"):
        for path in (folder / part).iterdir():
            path.unlink()
    _write(folder / "reports" / "bao-cao.csv", _table(made))
    _write(folder / "survey" / "dieu-tra.csv", _survey(units, random))
    config = (folder / "cchc.toml").read_text(encoding="utf-8")
    if before is None:
        scheme = SCHEME.read_text(encoding="utf-8").replace("period     = 2025", "period     = 2024")
        (folder / "nam-truoc.toml").write_text(scheme, encoding="utf-8")
        config = config.replace('"lam-dong-1234-2025"', '"nam-truoc.toml"')
    else:
        config = f'last_year = "{before.as_posix()}"\n{config}'
    (folder / "cchc.toml").write_text(config + HEAD, encoding="utf-8")
    _appraised(folder, units, random)
    return folder


def _reported(folder: Path) -> list[dict[str, str]]:
    """What the units of a new folder reported, with what the council gave them."""
    with (folder / "reports" / "mau-02-03.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    facts = tomllib.loads((folder / "reports" / "mau-01.toml").read_text(encoding="utf-8"))["facts"]
    words = {True: "có", False: "không"}
    rows.append({key: words[one] if isinstance(one, bool) else str(one) for key, one in facts.items()})
    with (folder / "reports" / "hoi-dong.csv").open(encoding="utf-8", newline="") as file:
        given = {row["unit"]: row for row in csv.DictReader(file)}
    return [{**row, **given[row.get("unit") or "M01"]} for row in rows]


def _moved(facts: dict[str, str], random: Random) -> dict[str, str]:
    """The same with some of what was done left undone, and a figure that nobody has told."""
    moved = dict(facts)
    for key in facts:
        done = key.endswith(("_done", "_on_time", "_handled", "_resolved", "_inspected"))
        if done and facts[key].isdigit() and random.random() < 0.25:
            moved[key] = str(max(int(facts[key]) - random.randint(1, 9), 0))
    if random.random() < 0.1:
        moved["initiatives"] = ""
    return moved


def _units(count: int) -> list[tuple[str, str, str]]:
    """Units of Lâm Đồng, two of them with names as long as any, and more of them until there are enough."""
    with (EXAMPLES / "lam-dong-2025" / "units.csv").open(encoding="utf-8", newline="") as file:
        known = [(row["name"], row["kind"]) for row in csv.DictReader(file)]
    # From all parts of the list, that a few units are of every kind too.
    names = [*known[:: max(len(known) // count, 1)], *((f"{name} (mới)", kind) for name, kind in known)][:count]
    names[1:3] = [(name, name.split()[0].lower()) for name in LONG]
    return [(f"LD{at:03}", name, kind) for at, (name, kind) in enumerate(names, 1)]


def _survey(units: Sequence[tuple[str, str, str]], random: Random) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [("unit", "officials_survey", "satisfaction_counted", "satisfaction_survey")]
    given = ("", "", "")
    for at, (code, _, _) in enumerate(units):
        if at % 4 != 3:
            officials, people = (f"{random.randint(800, 1300) / 100:.2f}", f"{random.randint(700, 950) / 100:.2f}")
            given = (officials, "có", people) if at % 12 != 5 else (officials, "không", "")
        rows.append((code, *given))
    return rows


def _appraised(folder: Path, units: Sequence[tuple[str, str, str]], random: Random) -> None:
    """What every unit claims, what the council changed of some of them, and answers to some of that."""
    given = json.loads(command("rank", folder, "--stage", "reported", "--format", "json").out)["communes"]
    criteria = {one["code"]: one["criteria"] for one in given}
    entries, answers = [], []
    for at, (code, name, _) in enumerate(units):
        claims = "".join(_claim(line, random) for line in criteria[code] if _is_leaf(line, criteria[code]))
        head = f'[self_score]\nunit = "{code}"\nby = "UBND {name}"\non = 2025-12-08\n\n[claims]\n'
        (folder / "self-scores" / f"{code.lower()}.toml").write_text(head + claims, encoding="utf-8")
        if at % 4 == 1:
            known = {"id": f"{code.lower()}-tt", "unit": code, "criterion": CHANGED[at // 4 % 2], "name": name}
            entries.append(ENTRY.format(old=0.5, new=0, **known))
            answers += [ANSWER.format(**known)] if at % 8 == 1 else []
    (folder / "appraisal" / "vong-1.toml").write_text("".join(entries), encoding="utf-8")
    (folder / "appraisal" / "giai-trinh.toml").write_text("".join(answers), encoding="utf-8")


def _is_leaf(line: dict[str, Any], lines: Sequence[dict[str, Any]]) -> bool:
    return not any(one["number"].startswith(f"{line['number']}.") for one in lines)


def _claim(line: dict[str, Any], random: Random) -> str:
    """All points that can be had, now and then those that there are: a unit thinks well of itself."""
    told = line["points"] if line["points"] and random.random() < 0.8 else line["reachable"]
    if not told or line["number"] in GIVEN or line["outcome"] in ("NOT_APPLICABLE", "PENDING"):
        return ""
    return f'"{line["number"]}" = {{ points = {told["printed"]}, evidence = "Kế hoạch, báo cáo" }}\n'


def _table(rows: Sequence[dict[str, str]]) -> list[Sequence[str]]:
    heads = list(dict.fromkeys(["unit", "name", "kind", *(key for row in rows for key in row)]))
    return [heads, *([row.get(head, "") for head in heads] for row in rows)]


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
