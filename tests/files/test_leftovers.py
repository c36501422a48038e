"""What a run that was killed left behind goes with the next run, and nothing that somebody is still writing."""

import os
import signal
import subprocess
import sys
import time

import pytest

from cchc_score.files.disk import write_atomic
from cchc_score.files.leftovers import own_prefix, sweep

WRITES_FOREVER = """
import os, sys, time
from pathlib import Path
from cchc_score.files import disk
disk.os.fsync = lambda handle: (print("open", flush=True), time.sleep(60))
disk.write_atomic(Path(sys.argv[1]) / "a.csv", b"1")
"""


@pytest.fixture
def killed(tmp_path):
    """A folder in which a run was killed while it wrote."""
    run = subprocess.Popen([sys.executable, "-c", WRITES_FOREVER, tmp_path], stdout=subprocess.PIPE)
    assert run.stdout.readline() == b"open\n"
    sweep(tmp_path)
    # Of a run that is still at work nothing is taken away.
    assert len(list(tmp_path.iterdir())) == 1
    run.send_signal(signal.SIGKILL)
    run.communicate()
    return tmp_path


def test_the_next_run_removes_what_was_left(killed):
    (left,) = killed.iterdir()
    assert left.name.startswith(".")
    write_atomic(killed / "b.csv", b"2")
    assert [path.name for path in killed.iterdir()] == ["b.csv"]


def test_a_folder_that_was_left_goes_too(tmp_path):
    left = tmp_path / own_prefix().replace(str(os.getpid()), "999999999")
    (left / "whole").mkdir(parents=True)
    (left / "whole" / "a").touch()
    sweep(tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("age", "stays"), [(0, True), (7200, False)])
def test_of_another_computer_only_what_is_old_goes(age, stays, tmp_path):
    left = tmp_path / ".cchc-00000000-1-x"
    left.touch()
    os.utime(left, (time.time() - age,) * 2)
    sweep(tmp_path)
    assert left.exists() == stays


def test_what_others_hide_stays(tmp_path):
    names = [".git", ".cchc", ".cchc-x-1-y", "cchc-00000000-1-x"]
    for name in names:
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, 0))
    sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
