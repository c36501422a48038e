"""Processor times of several calls that are taken in turn, so that a busy machine slows all of them alike."""

import gc
import statistics
import time
from collections.abc import Callable
from typing import Any


def times_in_turn(*runs: Callable[[], Any], seconds: float = 2.0) -> list[float]:
    """The median processor time of each call, in milliseconds: others on the machine cost little of it."""
    for run in runs:
        run()
    gc.collect()
    times: list[list[int]] = [[] for _ in runs]
    start = time.perf_counter()
    while len(times[0]) < 5 or (time.perf_counter() - start < seconds and len(times[0]) < 300):
        for own, run in zip(times, runs, strict=True):
            before = time.thread_time_ns()
            run()
            own.append(time.thread_time_ns() - before)
    return [statistics.median(own) / 1e6 for own in times]
