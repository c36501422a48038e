"""Work in several processes gives what it gives in one, in the same order; one that dies takes no other with it."""

import os
import threading

import pytest

from cchc_score.year.parallel import MANY, each


def doubled(number):
    """Twice a number; the process ends at 13."""
    if number == 13:
        os._exit(1)
    return 2 * number


def quiet(done, total):
    """No progress."""


@pytest.mark.parametrize("count", [0, 3, MANY + 5])
def test_the_order_of_tasks_is_that_of_results(count):
    seen = []
    tasks = list(range(100, 100 + count))
    assert each(doubled, tasks, lambda done, total: seen.append((done, total))) == [2 * task for task in tasks]
    assert seen == [(done, count) for done in range(count + 1)]


def test_one_that_ends_its_process_takes_no_other_with_it():
    if (os.cpu_count() or 1) < 2:
        pytest.skip("one processor: nothing runs in a process of its own")
    tasks = list(range(MANY + 1))
    assert each(doubled, tasks, quiet) == [None if task == 13 else 2 * task for task in tasks]


def test_what_cannot_be_handed_over_is_done_here():
    locks = [threading.Lock() for _ in range(MANY + 1)]
    assert each(lambda lock: lock.locked(), locks, quiet) == [False] * len(locks)
