"""As many random years as wanted beside the oracle: `python -m tests.long.oracle --cases 100000`."""

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from cchc_score.registry.registry import Registry, load_registry
from tests import oracle
from tests.against_oracle import compare, parsed
from tests.oracle_features import features
from tests.random_years import random_case

CHUNK = 100
Told = tuple[int, list[str], Counter[str]]
"""Of a run of seeds: how many went through columns, the differences, the features reached."""


@cache
def registry() -> Registry:
    """The plugins, loaded once a process."""
    return load_registry()


def run(seeds: range, wanted: bool) -> Told:
    """Some seeds, one after the other; a year that cannot be scored is a difference too."""
    by_columns, told, reached = 0, [], Counter[str]()
    for seed in seeds:
        try:
            case = random_case(seed)
            year = oracle.Year(parsed(case.scheme), case.units)
            results = oracle.score(year.scheme, year.units)
            compared = compare(case, registry(), results)
        except Exception as error:
            told.append(f"seed {seed}: {type(error).__name__}: {error}")
            continue
        by_columns += compared.by_columns
        told += [f"seed {seed}: {one}" for one in compared.differences]
        reached += features(year, results) if wanted else Counter()
    return by_columns, told, reached


def chunks(first: int, cases: int) -> list[range]:
    """The seeds in pieces."""
    return [range(start, min(start + CHUNK, first + cases)) for start in range(first, first + cases, CHUNK)]


def results(pieces: Sequence[range], processes: int, wanted: bool) -> Iterator[Told]:
    """What each piece of the seeds gives, in order."""
    if processes == 1:
        yield from (run(piece, wanted) for piece in pieces)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(run, pieces, [wanted] * len(pieces))


def main() -> int:
    """Compare, print what was found; 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--features", action="store_true", help="also count what the years reach")
    wanted = parser.parse_args()
    began, by_columns, differences, reached = time.perf_counter(), 0, 0, Counter[str]()
    for columns, told, found in results(chunks(wanted.start, wanted.cases), wanted.processes, wanted.features):
        by_columns, differences, reached = by_columns + columns, differences + len(told), reached + found
        for one in told[: max(0, 50 - differences + len(told))]:
            print(one, flush=True)
    for name in sorted(reached):
        print(f"{reached[name]:9} {name}")
    seconds = time.perf_counter() - began
    print(f"{wanted.cases} cases, {by_columns} through columns, {differences} differences, {seconds:.1f} seconds")
    return 1 if differences else 0


if __name__ == "__main__":
    raise SystemExit(main())
