"""A child process that is asked about many files, one after the other: it starts once, and again after an end."""

import atexit
import os
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress

from cchc_score.files.child_process import ChildTimeout, python_command, python_environment

_LENGTH = 8
"""Before each question and each answer stands its length, in so many bytes; then, of an answer, one byte more."""
LAST = 1
"""The byte of an answer after which the process ends by itself, so that nothing of a file stays for the next."""


class ChildServer:
    """A Python program that answers bytes with bytes for as long as it lives.

    Only one thread asks at a time. Whatever ends the process ends it for the file in question alone: the next question
    starts another.
    """

    def __init__(self, program: Sequence[str]) -> None:
        self._command = python_command(program)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, data: bytes, seconds: float) -> bytes | None:
        """What the program answers; None where its process ended before that.

        A ChildTimeout tells that it took longer than it may, an OSError that it could not be started.
        """
        with self._lock:
            process = self._running()
            over = threading.Event()

            def end() -> None:
                over.set()
                process.kill()

            clock = threading.Timer(seconds, end)
            clock.start()
            try:
                answer = _answer(process, data)
            finally:
                clock.cancel()
            if answer is None or answer[0] == LAST:
                self.close()
            if answer is None and over.is_set():
                raise ChildTimeout
            return None if answer is None else answer[1]

    def close(self) -> None:
        """End the process, where there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            # What was not yet sent to a process that has ended is nobody's any more.
            with suppress(OSError):
                process.communicate()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is not None:
            # It was ended between two files, by whoever needed its memory.
            self.close()
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=python_environment(),
                # Without it Windows opens a black window.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process


def _answer(process: "subprocess.Popen[bytes]", data: bytes) -> tuple[int, bytes] | None:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(len(data).to_bytes(_LENGTH, "big") + data)
        process.stdin.flush()
        head = process.stdout.read(_LENGTH + 1)
        if len(head) <= _LENGTH:
            return None
        length = int.from_bytes(head[:_LENGTH], "big")
        written = process.stdout.read(length)
    # It ended while it was written to.
    except OSError:
        return None
    return (head[_LENGTH], written) if len(written) == length else None


_SERVERS: dict[tuple[int, tuple[str, ...]], ChildServer] = {}


def ask_child(program: Sequence[str], data: bytes, seconds: float) -> bytes | None:
    """What the one process of a program answers, which ends with this one; as `ChildServer.ask`."""
    # By the process that asks: a copy of one that has such a child must not read the answers of the other.
    key = os.getpid(), tuple(program)
    if key not in _SERVERS:
        _SERVERS[key] = ChildServer(program)
    return _SERVERS[key].ask(data, seconds)


@atexit.register
def close_children() -> None:
    """End the processes that this one has asked."""
    for (process, _), server in list(_SERVERS.items()):
        if process == os.getpid():
            server.close()
