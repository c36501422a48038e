"""As many random years as wanted as workbooks, judged by LibreOffice: `python -m tests.long.libreoffice --cases 500`."""

import argparse
import tempfile
import time
import warnings
from pathlib import Path

from cchc_score.registry.registry import load_registry
from tests.report.judges import formulas
from tests.report.libreoffice import differing, recalculated
from tests.report.random_books import book_of

AT_ONCE = 10
"""So many books are calculated in one run of the program, which takes longer to start than to calculate one."""


def main() -> int:
    """Compare, print what was found; 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=500)
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    wanted = parser.parse_args()
    # The bars of the program itself are an extension of the format.
    warnings.filterwarnings("ignore", ".*extension is not supported.*", UserWarning)
    registry, began, count, wrong = load_registry(), time.perf_counter(), 0, 0
    seeds = range(wanted.start, wanted.start + wanted.cases)
    for first in range(0, len(seeds), AT_ONCE):
        books = {f"year-{seed}": book_of(seed, registry) for seed in seeds[first : first + AT_ONCE]}
        with tempfile.TemporaryDirectory() as folder:
            again = recalculated(books, Path(folder))
        # Told as it goes, so that a run which is stopped has said how far it came.
        print(f"years {seeds[first]} to {seeds[min(first + AT_ONCE, len(seeds)) - 1]}", flush=True)
        for name, data in books.items():
            count += len(formulas(data))
            found = differing(data, again[name])
            wrong += len(found)
            for one in found[:10]:
                print(f"{name}: {one}", flush=True)
    print(f"{wanted.cases} years, {count} formulas, {wrong} differ, {time.perf_counter() - began:.0f} seconds")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
