"""Work in several processes gives what it gives in one, in the same order; one that dies takes no other with it."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cchc_score.year.parallel import MANY, each


def doubled(number):
    """Twice a number; the process ends at 13."""
    if number == 13:
        os._exit(1)
    return 2 * number


def quiet(done, total):
    """No progress."""


@pytest.mark.full
@pytest.mark.parametrize("count", [0, 3, MANY + 5])
def test_the_order_of_tasks_is_that_of_results(count):
    seen = []
    tasks = list(range(100, 100 + count))
    assert each(doubled, tasks, lambda done, total: seen.append((done, total))) == [2 * task for task in tasks]
    assert seen == [(done, count) for done in range(count + 1)]


@pytest.mark.full
def test_one_that_ends_its_process_takes_no_other_with_it():
    if (os.cpu_count() or 1) < 2:
        pytest.skip("one processor: nothing runs in a process of its own")
    tasks = list(range(MANY + 1))
    assert each(doubled, tasks, quiet) == [None if task == 13 else 2 * task for task in tasks]


def test_what_cannot_be_handed_over_is_done_here():
    locks = [threading.Lock() for _ in range(MANY + 1)]
    assert each(lambda lock: lock.locked(), locks, quiet) == [False] * len(locks)


def test_a_parameter_keeps_all_work_in_this_process():
    assert each(process_of, range(MANY + 1), quiet, processes=False) == [os.getpid()] * (MANY + 1)


def process_of(task):
    """The process that works on a task."""
    return os.getpid()


SCRIPT = """
import os
from pathlib import Path
from cchc_score.year.parallel import MANY, each
from tests.year.test_parallel import process_of, quiet

def here(task):
    return os.getpid()

with open("runs.txt", "a") as file:
    print("run", file=file)
tasks = range(MANY)
print(os.getpid() in each(process_of, tasks, quiet), set(each(here, tasks, quiet)) == {os.getpid()})
"""


@pytest.mark.full
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor: nothing runs in a process of its own")
def test_a_script_that_reads_in_its_first_lines_runs_once(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])}
    done = subprocess.run([sys.executable, str(script)], cwd=tmp_path, env=env, capture_output=True, text=True)
    # What the script itself defines is worked on in it; all else in other processes.
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["False", "True"], "")
    assert (tmp_path / "runs.txt").read_text().split() == ["run"]
