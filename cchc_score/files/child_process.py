"""Work on a file of a stranger in a process of its own, which may fail, hang or end without harm to this one."""

import os
import subprocess
import sys


class ChildTimeout(Exception):
    """The process was ended, because its time was over."""


def run_child(module: str, data: bytes, seconds: float) -> bytes | None:
    """What a module of this program writes to standard output for some bytes; None where its process failed.

    The module is started as a program of its own: the script that runs now is not run again. A ChildTimeout tells that
    it took longer than it may.
    """
    # What can be imported here can be there; without the folder in which somebody stands, whose files are theirs.
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", module],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": paths, "OPENBLAS_NUM_THREADS": "1"},
            # Without it Windows opens a black window for each file.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise ChildTimeout from None
    return done.stdout if done.returncode == 0 else None
