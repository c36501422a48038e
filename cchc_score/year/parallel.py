"""Work on many things in several processes, one after the other where they are few."""

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Task = TypeVar("Task")
Done = TypeVar("Done")
Progress = Callable[[int, int], None]
MANY = 24
"""From so many tasks on, starting processes repays."""
MOST_PROCESSES = 8


def each(work: Callable[[Task], Done], tasks: Sequence[Task], progress: Progress) -> list[Done | None]:
    """What the work gives for each task, in their order; None for one that ended its process.

    `progress` is told how many are done, and of how many.
    """
    if len(tasks) < MANY or (os.cpu_count() or 1) < 2 or not _movable(tasks):
        done: list[Done | None] = []
        for task in tasks:
            progress(len(done), len(tasks))
            done.append(work(task))
        progress(len(tasks), len(tasks))
        return done
    return _in_processes(work, tasks, progress)


def _movable(tasks: Sequence[Any]) -> bool:
    """Whether tasks can be handed to another process: what a plugin of a folder gives cannot."""
    # Loaded only for many tasks, as are the processes.
    import pickle

    try:
        pickle.dumps(tasks[0])
        return all(pickle.dumps(task) for task in tasks)
    except Exception:
        return False


def _in_processes(work: Callable[[Task], Done], tasks: Sequence[Task], progress: Progress) -> list[Done | None]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # A new interpreter each: a copy of this one would share what it holds open.
    context = get_context("spawn")
    done: list[Done | None] = [None] * len(tasks)
    lost: list[int] = []
    with ProcessPoolExecutor(min(os.cpu_count() or 1, MOST_PROCESSES), context) as pool:
        futures = [pool.submit(work, task) for task in tasks]
        for place, future in enumerate(futures):
            progress(place, len(tasks))
            try:
                done[place] = future.result()
            except BrokenProcessPool:
                lost.append(place)
    # One of them ended its process and took the others with it: each again, in a process of its own.
    for place in lost:
        with ProcessPoolExecutor(1, context) as pool:
            try:
                done[place] = pool.submit(work, tasks[place]).result()
            except BrokenProcessPool:
                done[place] = None
    progress(len(tasks), len(tasks))
    return done
