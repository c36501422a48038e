"""How long a journal takes: to write and read its lines, and to read a year of 168 units from it and from its folder.

python bench/journal.py
"""

import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

from cchc_score.app.look_into_journal import folder_image, journal_of
from cchc_score.app.rank_units import rank_units
from cchc_score.app.take_into_journal import take_in
from cchc_score.appraisal.appraisal_model import Entry, Evidence, Known
from cchc_score.facts import Origin
from cchc_score.files.disk import write_folder
from cchc_score.journal.bodies import entry_body
from cchc_score.journal.event_lines import read_journal
from cchc_score.journal.events import Happening, added, event_line
from cchc_score.journal.fold import fold
from cchc_score.year.folder_source import FolderSource, Request
from cchc_score.year.opened_year import open_year

EVENTS = 50_000
UNITS, CRITERIA, ENTRIES = 168, 60, 5_000
SCHEME = """
[scheme]
code = "do"
title = "Do tốc độ"
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
name = "Đạt"
from = 0

[area.one]
number = 1
name = "Chỉ đạo"
max_points = {most}
"""
CRITERION = """
[indicator.n{number}]
name = "Số {number}"

[criterion."1.{number}"]
title = "Tiêu chí {number}"
max_points = 2
method = "count"
count = "n{number}"
each = 0.5
"""
ENTRY = """
[[entry]]
round = 1
unit = "X{unit:03}"
criterion = "1.{number}"
old = 1
new = 0.5
reason = "Đối chiếu hồ sơ"
evidence = "Biên bản 1"
by = "An"
on = 2023-12-20
"""


def best(work: Callable[[], object], times: int = 3) -> float:
    """The shortest of some runs, in seconds."""
    seconds = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


def now() -> datetime:
    return datetime(2023, 12, 21, tzinfo=UTC)


def an_entry(number: int) -> Entry:
    return Entry(
        id=f"e{number}",
        round=1,
        unit=f"X{number % UNITS:03}",
        criterion="",
        indicator=f"n{number % CRITERIA}",
        old=Known(Fraction(2)),
        new=Known(Fraction(1)),
        reason="Đối chiếu hồ sơ",
        evidence=(Evidence("Biên bản 1"),),
        by="An",
        on=date(2023, 12, 20),
        supersedes="",
        origin=Origin("appraisal/vong-1.toml", number),
    )


def a_folder(root: Path) -> None:
    """A year of so many units and criteria, with a self-score of each unit and the entries of a round."""
    scheme = SCHEME.format(most=2 * CRITERIA) + "".join(CRITERION.format(number=n) for n in range(1, CRITERIA + 1))
    files = {
        "cchc.toml": 'scheme = "do.toml"\nunits = "units.csv"\n',
        "do.toml": scheme,
        "units.csv": "code,name\n" + "".join(f"X{unit:03},Xã {unit}\n" for unit in range(UNITS)),
        "reports/a.csv": ",".join(["unit", *(f"n{n}" for n in range(1, CRITERIA + 1))])
        + "\n"
        + "".join(f"X{unit:03},{','.join(['2'] * CRITERIA)}\n" for unit in range(UNITS)),
    }
    for unit in range(UNITS):
        claims = "".join(f'"1.{n}" = {{ points = 1, evidence = "BC" }}\n' for n in range(1, CRITERIA + 1))
        head = f'[self_score]\nunit = "X{unit:03}"\nby = "UBND"\non = 2023-12-01\n\n[claims]\n'
        files[f"self-scores/x{unit:03}.toml"] = head + claims
    for part in range(5):
        made = range(part, ENTRIES, 5)
        files[f"appraisal/vong-1-{part}.toml"] = "".join(
            ENTRY.format(unit=n % UNITS, number=1 + n // UNITS) for n in made
        )
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def main() -> None:
    happenings = [Happening("entry", "X", f"e{n}", "An", entry_body(an_entry(n))) for n in range(EVENTS)]
    made = tuple(added(None, happenings, "2023-12-21T00:00:00+07:00", "An"))
    lines = "".join(f"{event_line(event)}\n" for event in made).encode()
    print(f"{EVENTS} events, {len(lines) / 1e6:.1f} MB")
    print(f"  sealed         {best(lambda: list(added(None, happenings, '', 'An')), 1):6.2f} s")
    print(f"  read, verified {best(lambda: read_journal(lines, ''), 1):6.2f} s")
    print(f"  folded         {best(lambda: fold(made), 1):6.2f} s")
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "nam"
        a_folder(root)
        request = Request((root,))
        folder = best(lambda: rank_units(FolderSource(request)))
        taking = best(lambda: take_in(FolderSource(request), "An", now), 1)
        kept = best(lambda: rank_units(open_year(request)))
        journal = journal_of(FolderSource(request))
        image = Path(place) / "anh"

        def write_image() -> None:
            shutil.rmtree(image, ignore_errors=True)
            write_folder(image, folder_image(journal, "appraisal"))

        print(f"{UNITS} units x {CRITERIA} criteria, {ENTRIES} entries, {len(journal.events)} events")
        print(f"  ranked from the folder  {folder:6.2f} s")
        print(f"  ranked from the journal {kept:6.2f} s, {kept / folder:.2f} of the folder's")
        print(f"  taken in, the first time {taking:5.2f} s")
        print(f"  written as a folder     {best(write_image):6.2f} s")


if __name__ == "__main__":
    main()
