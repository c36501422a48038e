"""Work on many things in several processes, one after the other where they are few."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any, TypeVar

from cchc_score.registry.guard import print_apart

Task = TypeVar("Task")
Done = TypeVar("Done")
Progress = Callable[[int, int], None]
MANY = 100
"""From so many tasks on, each a document of Word or Excel, starting processes repays where processors are idle."""
MOST_PROCESSES = 8


def each(
    work: Callable[[Task], Done], tasks: Sequence[Task], progress: Progress, processes: bool = True
) -> list[Done | None]:
    """What the work gives for each task, in their order; None for one that ended its process.

    `progress` is told how many are done, and of how many. Without `processes` all is done in this one.
    """
    if not processes or len(tasks) < MANY or (os.cpu_count() or 1) < 2 or not _movable(work, tasks):
        return _here(work, tasks, progress)
    try:
        return _in_processes(work, tasks, progress)
    # No memory that processes could share, or no more files that may be opened: slower, but it can be done here.
    except OSError:
        return _here(work, tasks, progress)


def _here(work: Callable[[Task], Done], tasks: Sequence[Task], progress: Progress) -> list[Done | None]:
    done: list[Done | None] = []
    for task in tasks:
        progress(len(done), len(tasks))
        done.append(work(task))
    progress(len(tasks), len(tasks))
    return done


def _movable(work: Callable[[Any], Any], tasks: Sequence[Any]) -> bool:
    """Whether work can be handed to another process: what a plugin of a folder or a caller's script gives cannot."""
    # Loaded only for many tasks, as are the processes.
    import pickle

    try:
        # What cannot travel shows in the first task nearly always, and then the others need not be packed.
        packed = map(pickle.dumps, (tasks[0], work, *tasks))
        # What the script that was started defines is found in it alone, and another process must not run it again.
        return not any(b"__main__" in one for one in packed)
    except Exception:
        return False


@contextmanager
def _without_script() -> Iterator[None]:
    """Keep new processes from running the script that was started, as Python has them do, once more.

    A script that reads a year in its first lines would read it again in each of them, and write its results again.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


def _in_processes(work: Callable[[Task], Done], tasks: Sequence[Task], progress: Progress) -> list[Done | None]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # A new interpreter each: a copy of this one would share what it holds open.
    context = get_context("spawn")
    done: list[Done | None] = [None] * len(tasks)
    lost: list[int] = []
    with ProcessPoolExecutor(min(os.cpu_count() or 1, MOST_PROCESSES), context, print_apart) as pool:
        with _without_script():
            futures = [pool.submit(work, task) for task in tasks]
        # In the order of the tasks, whichever is done first: results must not hang on the speed of a machine.
        for place, future in enumerate(futures):
            progress(place, len(tasks))
            try:
                done[place] = future.result()
            except BrokenProcessPool:
                lost.append(place)
    # One of them ended its process and took the others with it: each again, in a process of its own.
    for place in lost:
        with ProcessPoolExecutor(1, context, print_apart) as pool:
            try:
                with _without_script():
                    future = pool.submit(work, tasks[place])
                done[place] = future.result()
            except BrokenProcessPool:
                done[place] = None
    progress(len(tasks), len(tasks))
    return done
