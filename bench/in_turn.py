"""Processor times of several calls that are taken in turn, so that a busy machine slows all of them alike."""

import gc
import statistics
import time
from collections.abc import Callable
from typing import Any


def times_in_turn(
    *runs: Callable[[], Any], seconds: float = 2.0, clock: Callable[[], float] = time.process_time
) -> list[float]:
    """The median time of each call by a clock, in milliseconds."""
    for run in runs:
        run()
    gc.collect()
    times: list[list[float]] = [[] for _ in runs]
    start = time.perf_counter()
    while len(times[0]) < 5 or (time.perf_counter() - start < seconds and len(times[0]) < 300):
        for own, run in zip(times, runs, strict=True):
            before = clock()
            run()
            own.append(clock() - before)
    return [1000 * statistics.median(own) for own in times]
