"""How fast, and in how much memory: the engine beside NumPy written by hand and other tools, in one run.

python bench/run.py            everything that is installed
python bench/run.py --quick    without the largest size and the slow peers
python bench/run.py --start    only reading one CSV, and starting
"""

import csv
import gc
import importlib.util
import io
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from by_hand import exactly, in_floats, inputs
from in_turn import times_in_turn
from peers import PEERS
from sample import sample_scheme, sample_table, write_year

from cchc_score.engine import score_rows
from cchc_score.engine.columns.prepared import Prepared, prepare
from cchc_score.engine.columns.scoring import score_columns
from cchc_score.facts import Table
from cchc_score.files.csv_file import read_csv
from cchc_score.methods import NoSettings, per_commune
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import load_year
from cchc_score.year.request import Request

ROOT = Path(__file__).parents[1]
SIZES = (27, 166, 3_321, 10_598, 137_774)
LOOP_LIMIT = 3_321
ROUNDS = 20


def timed(run: Callable[[], Any], seconds: float = 1.0) -> float:
    """The median time of one call, in milliseconds."""
    run()
    gc.collect()
    times: list[float] = []
    start = time.perf_counter()
    while len(times) < 3 or (time.perf_counter() - start < seconds and len(times) < 300):
        before = time.perf_counter()
        run()
        times.append(time.perf_counter() - before)
    return 1000 * statistics.median(times)


def same(prepared: Prepared, table: Table) -> bool:
    """Whether the engine gives exactly what the exact version by hand gives."""
    sheet = score_columns(prepared, table)
    values, known = inputs(table, np.int64)
    wanted = exactly(prepared.scheme, values, known)
    return bool(
        all(
            (np.asarray(sheet.criteria[leaf.number].low) == wanted.points[place]).all()
            for place, leaf in enumerate(prepared.scheme.leaves)
        )
        and (np.asarray(sheet.total.low) == wanted.total).all()
        and (np.asarray(sheet.total.reachable) == wanted.reachable).all()
        and (np.asarray(sheet.ranks) == wanted.rank).all()
    )


def engine(sizes: tuple[int, ...], peers: list[str]) -> None:
    """The main table: from facts in memory to ranks, 60 criteria."""
    scheme, methods = sample_scheme()
    names = ["NumPy floats", "NumPy exact", *peers]
    print(
        "| communes | engine, ms | " + " | ".join(f"engine / {name}" for name in names) + " | equal | float ranks off |"
    )
    print("|---:" * (len(names) + 4) + "|")
    for size in sizes:
        table = sample_table(scheme, size)
        prepared = prepare(scheme, methods, tuple(table.columns))
        floats, whole = inputs(table, float), inputs(table, np.int64)
        own, in_float, in_whole = times_in_turn(
            lambda table=table, prepared=prepared: score_columns(prepared, table),
            lambda floats=floats: in_floats(scheme, *floats),
            lambda whole=whole: exactly(scheme, *whole),
        )
        others = {"NumPy floats": in_float, "NumPy exact": in_whole}
        for peer in peers:
            if peer != "plain loop" or size <= LOOP_LIMIT:
                others[peer] = timed(PEERS[peer](scheme, table))
        ratios = " | ".join(f"{own / others[name]:.3f}" if name in others else "-" for name in names)
        off = int((in_floats(scheme, *floats).rank != exactly(scheme, *whole).rank).sum())
        print(f"| {size:,} | {own:.2f} | {ratios} | {same(prepared, table)} | {off:,} |", flush=True)


def memory(size: int) -> None:
    """Working memory above the facts."""
    scheme, methods = sample_scheme()
    table = sample_table(scheme, size)
    prepared = prepare(scheme, methods, tuple(table.columns))
    tracemalloc.start()
    sheet = score_columns(prepared, table)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"- working memory at {size:,} communes: {peak / size:.0f} bytes a commune ({len(sheet.ranks):,} ranks)")


def shapes() -> None:
    """What else costs: rows instead of columns, one foreign row method, unrounded points, more criteria."""
    scheme, methods = sample_scheme()
    table = sample_table(scheme, 3_321)
    prepared = prepare(scheme, methods, tuple(table.columns))
    own = timed(lambda: score_columns(prepared, table))
    print(
        f"- compiling the scheme of 60 criteria: {timed(lambda: prepare(scheme, methods, tuple(table.columns))):.1f} ms"
    )
    small = sample_table(scheme, 27)
    print(f"- all in rows, 27 communes: {timed(lambda: score_rows(scheme, methods, small)):.1f} ms")
    print(f"- all in rows, 3,321 communes: {timed(lambda: score_rows(scheme, methods, table), 0.1):,.0f} ms")
    never = replace(scheme, rounding="never")
    exact = prepare(never, methods, tuple(table.columns))
    print(
        f'- rounding = "never", 3,321 communes: {timed(lambda: score_columns(exact, table)) / own:.1f} times the other'
    )

    @per_commune("bench.foreign", NoSettings)
    def foreign(rule: Any, count_0: Any) -> Any:
        return min(rule.max_points, count_0 * rule.max_points / 20)

    first = replace(next(iter(scheme.criteria.values())), method="bench.foreign", settings=NoSettings(), gates=())
    mixed = replace(scheme, criteria={**scheme.criteria, first.number: first})
    with_row = prepare(mixed, {**methods, "bench.foreign": foreign}, tuple(table.columns))
    cost = timed(lambda: score_columns(with_row, table)) - own
    print(f"- one row method of a third party among 60, 3,321 communes: {cost:+.1f} ms on {own:.1f} ms")
    for criteria in (30, 60, 120):
        other, known = sample_scheme(criteria)
        year = sample_table(other, 3_321)
        ready = prepare(other, known, tuple(year.columns))
        print(
            f"- {criteria} criteria, 3,321 communes: {timed(lambda year=year, ready=ready: score_columns(ready, year)):.2f} ms"
        )


def reading(folder: Path) -> None:
    """Reading one CSV of 3,321 communes against the csv module alone: to cells, and to facts in a table."""
    path = folder / "nation.csv"
    data = path.read_bytes()
    source = FolderSource(Request((folder,)))
    # Plugins and scheme are read before the time counts.
    source.rules()

    def facts() -> Any:
        return load_year(source)

    alone = timed(lambda: list(csv.reader(io.StringIO(data.decode("utf-8-sig")))))
    print(
        f"- CSV of 3,321 communes, {len(data) / 1e6:.1f} MB, to cells: {timed(lambda: read_csv(data, 'x.csv')) / alone:.2f} x the csv module"
    )
    print(f"- to facts in a table, each checked: {timed(facts) / alone:.1f} x")


def start_up(folder: Path) -> None:
    """Whole processes against a bare interpreter, bytecode compiled, as an installed program has it.

    They are taken in turn, so that whatever else the machine does befalls all of them. The least processor time of
    each says what it costs, the median of the time on the clock what a person waits for.
    """
    usual = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    compiled = {**usual, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}

    program = ("-c", "from cchc_score.cli import main; main()")
    commands = {
        "bare interpreter": ("-c", "pass"),
        "`--help`": (*program, "--help"),
        "`rank`, examples/hoang-hoa-2023": (*program, "rank", "examples/hoang-hoa-2023", "-q"),
        "`rank`, 3,321 communes from one CSV": (*program, "rank", str(folder), "-q"),
    }

    def process(*args: str) -> tuple[float, float]:
        before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, *args], cwd=ROOT, env=compiled, capture_output=True, check=True)
        after, seconds = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - clock
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, seconds

    # The first round compiles.
    rounds = [{name: process(*args) for name, args in commands.items()} for _ in range(ROUNDS + 1)][1:]
    least = {name: min(one[name][0] for one in rounds) for name in commands}
    median = {name: statistics.median(one[name][1] for one in rounds) for name in commands}
    for name in commands:
        ratios = [times[name] / times["bare interpreter"] for times in (least, median)]
        print(
            f"- {name}: {1000 * least[name]:.0f} ms of a processor, {ratios[0]:.1f} x bare;"
            f" {1000 * median[name]:.0f} ms on the clock, {ratios[1]:.1f} x bare"
        )


def main() -> None:
    """Print everything as Markdown."""
    if "--start" not in sys.argv:
        scoring("--quick" in sys.argv)
    with tempfile.TemporaryDirectory() as name:
        folder = write_year(Path(name), 3_321)
        reading(folder)
        start_up(folder)


def scoring(quick: bool) -> None:
    """Scoring alone, from facts in memory, as Markdown."""
    installed = [name for name in PEERS if name == "plain loop" or importlib.util.find_spec(name)]
    engine(SIZES[:-1] if quick else SIZES, [] if quick else installed)
    print()
    memory(10_598 if quick else 137_774)
    shapes()


if __name__ == "__main__":
    main()
