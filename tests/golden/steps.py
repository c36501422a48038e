"""Runs: command lines in a folder of their own, and the text that tells all that came of them."""

import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any
from unittest import mock

from tests.golden.office import dump
from tests.running import ROOT, command

Edit = Callable[[Path], object]
Files = Mapping[str, bytes | None]
WIDTH = {"COLUMNS": "80"}
"""How wide a terminal is: help is broken into lines by it."""


ENTRY_POINTS, METADATA = cache(metadata.entry_points), metadata.Distribution.metadata


@dataclass(frozen=True)
class Line:
    """A command line with what it needs beside its words."""

    words: str
    stdin: bytes = b""
    environment: Mapping[str, str] = field(default_factory=dict)


Step = str | Line | Edit


@dataclass(frozen=True)
class Run:
    """Command lines and edits, one after the other, in a folder that is made for them; and packages beside it."""

    name: str
    make: Edit
    steps: Sequence[Step]
    packages: Sequence[str] = ()


def perform(run: Run, home: Path) -> str:
    """Do a run below a folder, and tell all that came of it."""
    folder = fresh(run, home)
    parts = []
    with importable(folder / name for name in run.packages) if run.packages else looked_up_once():
        for step in run.steps:
            if callable(step):
                step(folder)
            else:
                parts.append(told(Line(step) if isinstance(step, str) else step, folder))
    text = release().sub(r"\1<release>", "".join(parts)).replace(folder.as_posix(), "<folder>")
    for place in (home.as_posix(), ROOT.as_posix()):
        assert place not in text, f"{run.name} tells a path of this machine: {place}"
    shutil.rmtree(folder)
    return text


def fresh(run: Run, home: Path) -> Path:
    """A new folder as a run begins with: made once, copied afterwards."""
    made = home / "made" / str(id(run.make))
    if not made.exists():
        made.mkdir(parents=True)
        run.make(made)
    folder = home / "runs" / run.name
    shutil.copytree(made, folder, symlinks=True)
    return folder


@cache
def release() -> re.Pattern[str]:
    """Where the program tells its version, which is none of what is kept."""
    number = re.escape(command("--version").out.split()[-1])
    return re.compile(rf'(cchc-score[^\n]{{0,60}}?|"cchc-score",\n\s*"version": "){number}\b')


def told(line: Line, folder: Path) -> str:
    """A command line, its exit code, what it printed, and the files that it wrote, changed or took away."""
    before = files(folder)
    result = command(*shlex.split(line.words), cwd=folder, stdin=line.stdin, **WIDTH, **line.environment)
    setting = "".join(f"{key}={value} " for key, value in line.environment.items())
    parts = [f"$ {setting}cchc-score {line.words}\n", f"exit {result.code}\n"]
    parts += [section("stdout", result.out.encode()), section("stderr", result.err.encode())]
    return "".join([*parts, *changes(before, files(folder)), "\n"])


def changes(before: Files, after: Files) -> Iterator[str]:
    """The sections of the files that differ."""
    for name in sorted({*before, *after}):
        if name not in after:
            yield f"--- gone {name}\n"
        elif name not in before or before[name] != after[name]:
            content = after[name]
            yield f"--- folder {name}\n" if content is None else section(f"file {name}", content)


def section(title: str, content: bytes) -> str:
    """A text under its title; nothing for an empty stream."""
    if not content and not title.startswith("file"):
        return ""
    shown = dump(content) or content.decode("utf-8")
    end = "" if shown.endswith("\n") else "\n(no end of line)\n"
    return f"--- {title}\n{shown}{end}"


def files(folder: Path) -> dict[str, bytes | None]:
    """What stands in a folder: the content of files; None for folders."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
        if "__pycache__" not in path.parts
    }


@contextmanager
def looked_up_once() -> Iterator[None]:
    """What is installed is looked for once: it takes a third of the time of a small command."""
    with (
        mock.patch("importlib.metadata.entry_points", ENTRY_POINTS),
        mock.patch("importlib.metadata.Distribution.metadata", property(read_once)),
    ):
        yield


def read_once(package: Any) -> Any:
    """The metadata of a package, kept with it."""
    if "kept" not in vars(package):
        package.kept = METADATA.__get__(package)
    return package.kept


@contextmanager
def importable(folders: Iterator[Path]) -> Iterator[None]:
    """Packages of some folders are installed for a while."""
    path, modules = list(sys.path), set(sys.modules)
    sys.path[:0] = map(str, folders)
    try:
        yield
    finally:
        sys.path[:] = path
        for name in set(sys.modules) - modules:
            if name.partition(".")[0].startswith("cchc_") and not name.startswith(("cchc_score", "cchc_areas")):
                del sys.modules[name]
