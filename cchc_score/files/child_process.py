"""Work on a file of a stranger in a process of its own, which may fail, hang or end without harm to this one."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress

_PROCESS_TIME, _PROCESS_MEMORY, _EXTENDED_LIMITS = 0x2, 0x100, 9
"""Which limits a job of Windows sets, and the number of the structure that holds them."""


class ChildTimeout(Exception):
    """The process was ended, because its time was over."""


def python_command(program: Sequence[str]) -> list[str]:
    """The command that runs a Python program without the folder in which somebody stands, whose files are theirs."""
    return [sys.executable, "-P", *program]


def python_environment() -> dict[str, str]:
    """The environment in which what can be imported here can be imported there."""
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**os.environ, "PYTHONPATH": paths, "OPENBLAS_NUM_THREADS": "1"}


def run_child(program: Sequence[str], data: bytes, seconds: float) -> bytes | None:
    """What a Python program writes to standard output for some bytes; None where its process failed.

    `program` is what stands behind `python`: '-m' and a module of ours, or the path of a file. The script that runs now
    is not run again. A ChildTimeout tells that it took longer than it may, an OSError that it could not be started.
    """
    try:
        done = subprocess.run(
            python_command(program),
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env=python_environment(),
            # Without it Windows opens a black window for each file.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise ChildTimeout from None
    return done.stdout if done.returncode == 0 else None


def limit_process(megabytes: int, seconds: int) -> None:
    """Let this process have so much memory and time of a processor, and no more; and where it can be, write no file."""
    if sys.platform == "win32":
        _limit_by_job(megabytes, seconds)
        return
    import resource

    limits = {"AS": megabytes * 1024 * 1024, "CPU": seconds, "FSIZE": 0, "CORE": 0}
    for kind, most in limits.items():
        # Not every system knows each of them; the clock of the other side holds in any case.
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, f"RLIMIT_{kind}"), (most, most))


def _limit_by_job(megabytes: int, seconds: int) -> None:
    """The same on Windows, which limits jobs and no processes: this process joins one of its own."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class Basic(ctypes.Structure):
            _fields_ = [
                ("process_time", ctypes.c_int64),
                ("job_time", ctypes.c_int64),
                ("flags", wintypes.DWORD),
                ("least_pages", ctypes.c_size_t),
                ("most_pages", ctypes.c_size_t),
                ("processes", wintypes.DWORD),
                ("affinity", ctypes.c_size_t),
                ("priority", wintypes.DWORD),
                ("scheduling", wintypes.DWORD),
            ]

        class Extended(ctypes.Structure):
            _fields_ = [
                ("basic", Basic),
                ("transfers", ctypes.c_uint64 * 6),
                ("process_memory", ctypes.c_size_t),
                ("job_memory", ctypes.c_size_t),
                ("peak_process_memory", ctypes.c_size_t),
                ("peak_job_memory", ctypes.c_size_t),
            ]

        limits = Extended()
        limits.basic.flags = _PROCESS_TIME | _PROCESS_MEMORY
        # Counted in tenths of a millionth of a second.
        limits.basic.process_time = seconds * 10_000_000
        limits.process_memory = megabytes * 1024 * 1024
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
