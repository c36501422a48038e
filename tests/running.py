"""Runs the command line inside the test process."""

import contextlib
import io
import os
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from cchc_score.cli.main import run

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True)
class Result:
    """What a command leaves: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def command(*args: object, cwd: Path | None = None, stdin: bytes = b"", **environment: str) -> Result:
    """Run a command line as a user would from a folder."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2)]
    keyboard = io.TextIOWrapper(io.BytesIO(stdin))
    kept = {key: value for key, value in os.environ.items() if key not in ("CCHC_LANG", "NO_COLOR")}
    with (
        contextlib.redirect_stdout(streams[0]),
        contextlib.redirect_stderr(streams[1]),
        contextlib.chdir(cwd or ROOT),
        mock.patch("sys.stdin", keyboard),
        mock.patch.dict(os.environ, {**kept, **environment}, clear=True),
    ):
        code = run([str(arg) for arg in args])
    for stream in streams:
        stream.flush()
    return Result(int(code), *(stream.buffer.getvalue().decode("utf-8") for stream in streams))
