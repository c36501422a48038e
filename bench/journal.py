"""How long a journal takes: to write and read its lines, and to read a year of 168 units from it and from its folder.

Seconds are those of the processor, so that other programs do not count.

    python bench/journal.py
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.sample import sample_scheme, sample_table, write_year  # noqa: E402
from bench.working_year import COMMUNES, ENTRIES, work  # noqa: E402
from cchc_score.app.look_into_journal import folder_image, journal_of  # noqa: E402
from cchc_score.app.rank_units import rank_units  # noqa: E402
from cchc_score.app.take_into_journal import take_in  # noqa: E402
from cchc_score.appraisal.appraisal_model import Claim, Entry  # noqa: E402
from cchc_score.appraisal.entries_toml import entries_text  # noqa: E402
from cchc_score.files.disk import write_folder  # noqa: E402
from cchc_score.journal.event_lines import read_journal  # noqa: E402
from cchc_score.journal.events import added, event_line  # noqa: E402
from cchc_score.journal.fold import fold  # noqa: E402
from cchc_score.journal.statement_events import statement_happening  # noqa: E402
from cchc_score.points import plain  # noqa: E402
from cchc_score.year.config import read_config  # noqa: E402
from cchc_score.year.folder_source import FolderSource  # noqa: E402
from cchc_score.year.opened_year import open_year  # noqa: E402
from cchc_score.year.request import Request  # noqa: E402

EVENTS = 50_000
DAY = date(2023, 12, 1)


def seconds(run: Callable[[], object], times: int = 3) -> float:
    """The fewest seconds of the processor in some runs."""
    took = []
    for _ in range(times):
        begin = time.process_time()
        run()
        took.append(time.process_time() - begin)
    return min(took)


def now() -> datetime:
    """The hour at which all is taken in."""
    return datetime(2023, 12, 21, tzinfo=UTC)


def sheet_text(unit: str, claims: Sequence[Claim]) -> str:
    """The self-score of a unit as TOML."""
    head = f'[self_score]\nunit = "{unit}"\nby = "UBND xã"\non = {DAY}\n\n[claims]\n'
    return head + "".join(
        f'"{claim.criterion}" = {{ points = {plain(claim.mark.points)}, evidence = "Báo cáo" }}\n' for claim in claims
    )


def worked_year(folder: Path) -> tuple[Entry, ...]:
    """The folder of a year with a self-score of each unit and the entries of a round in five files; its entries."""
    write_year(folder, COMMUNES)
    scheme, methods = sample_scheme()
    stages = work(scheme, methods, sample_table(scheme, COMMUNES))
    for name in ("self-scores", "appraisal"):
        (folder / name).mkdir()
    for unit, claims in groupby(stages.claimed, lambda claim: claim.unit):
        (folder / "self-scores" / f"{unit}.toml").write_text(sheet_text(unit, list(claims)), encoding="utf-8")
    for part in range(5):
        text = entries_text(stages.entries[part::5], (), "vi")
        (folder / "appraisal" / f"vong-1-{part}.toml").write_text(text, encoding="utf-8")
    return stages.entries


def main() -> None:
    """Measure, and print seconds and ratios."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "nam"
        root.mkdir()
        entries = worked_year(root)
        many = [replace(entries[at % ENTRIES], id=f"e{at}") for at in range(EVENTS)]
        happenings = [statement_happening(entry) for entry in many]
        made = tuple(added(None, happenings, "2023-12-21T00:00:00+07:00", "An"))
        lines = "".join(f"{event_line(event)}\n" for event in made).encode()
        print(f"{EVENTS} events, {len(lines) / 1e6:.1f} MB")
        print(f"  sealed                   {seconds(lambda: list(added(None, happenings, '', 'An')), 1):6.2f} s")
        print(f"  read and verified        {seconds(lambda: read_journal(lines, ''), 1):6.2f} s")
        print(f"  folded into a state      {seconds(lambda: fold(made), 1):6.2f} s")
        request = Request((root,))
        folder = seconds(lambda: rank_units(FolderSource(request)))
        taking = seconds(lambda: take_in(FolderSource(request), "An", now), 1)
        kept = seconds(lambda: rank_units(open_year(request)))
        journal = journal_of(FolderSource(request))
        image = Path(place) / "anh"

        def write_image() -> None:
            shutil.rmtree(image, ignore_errors=True)
            write_folder(image, folder_image(journal, read_config(journal.root / "cchc.toml")))

        print(f"{COMMUNES} units, {ENTRIES} entries, {len(journal.events)} events")
        print(f"  ranked from the folder   {folder:6.2f} s")
        print(f"  ranked from the journal  {kept:6.2f} s, {kept / folder:.2f} of the folder's")
        print(f"  taken in, the first time {taking:6.2f} s")
        print(f"  written as a folder      {seconds(write_image):6.2f} s")


if __name__ == "__main__":
    main()
