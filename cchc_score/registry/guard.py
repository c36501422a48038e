"""What the code of plugins cannot do to a run: print into its result, or end its process without a word."""

import contextlib
import os
import sys
from collections.abc import Iterator
from contextvars import ContextVar
from typing import NoReturn, TextIO

_RESULTS: ContextVar[TextIO | None] = ContextVar("results", default=None)


@contextlib.contextmanager
def plugins_apart() -> Iterator[None]:
    """While plugins run: what they print goes to standard error, and `os._exit` is an error of theirs.

    Results go to `results()`, which is what standard output was before.
    """
    kept, token = os._exit, _RESULTS.set(sys.stdout)
    os._exit = _refused
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield
    finally:
        os._exit = kept
        _RESULTS.reset(token)


def results() -> TextIO:
    """Where results go."""
    return _RESULTS.get() or sys.stdout


def print_apart() -> None:
    """What a plugin prints in this process goes to standard error from now on."""
    sys.stdout = sys.stderr


def _refused(status: int) -> NoReturn:
    # Every call of a plugin takes this for a fault of the plugin, as it does `sys.exit`.
    raise SystemExit(f"os._exit({status})")
