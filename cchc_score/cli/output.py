"""What a person sees: the result on standard output or in a file, everything else on standard error."""

import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from cchc_score.cli.words import say
from cchc_score.errors import PluginError, WriteError
from cchc_score.files import make_folder, write_atomic
from cchc_score.findings import Finding, Place
from cchc_score.formats import Format, Page
from cchc_score.text import Lang, described

MANY = 20
"""From so many files on, reading them shows its progress."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


@dataclass(frozen=True, slots=True)
class Console:
    """How to talk: the language, and how much."""

    lang: Lang
    quiet: bool = False
    verbose: bool = False

    def findings(self, findings: Iterable[Finding]) -> None:
        """Findings on standard error: errors always, warnings unless quiet, notes only when verbose."""
        for one in findings:
            if one.severity == "error" or (not self.quiet and (one.severity == "warning" or self.verbose)):
                self.line(one.severity, one.words(self.lang))

    def line(self, severity: str, text: str) -> None:
        """One line on standard error."""
        label = say(self.lang, severity)
        coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        head = click.style(label, fg=_COLOURS[severity], bold=True) if coloured else label
        print(f"{head}: {text}", file=sys.stderr)

    def progress(self, done: int, total: int) -> None:
        """How far reading has come, on a terminal only."""
        if self.quiet or total < MANY or not sys.stderr.isatty():
            return
        text = say(self.lang, "reading", done=done, total=total)
        print(f"\r{text}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def written(page: Page, form: Format) -> bytes:
    """A page in a format, as UTF-8."""
    try:
        return form.write(page).encode("utf-8", "backslashreplace")
    except (Exception, SystemExit) as error:
        detail = described(error)
        raise PluginError([Finding("format-raised", args={"format": form.name, "detail": detail})]) from None


def deliver(data: bytes, target: Path | None, force: bool) -> None:
    """Put a result into a file, or print it."""
    if target is not None:
        write_atomic(target, data, force)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def file_name(code: str, suffix: str) -> str:
    """The name of a unit's file: its code, without what a file system does not take."""
    safe = _FORBIDDEN.sub("-", code).strip(" .")[:100]
    return f"{safe or '-'}{suffix}"


def deliver_all(files: Sequence[tuple[str, bytes]], folder: Path, force: bool) -> None:
    """Put all files into a folder by their names, or none where one of them is there already."""
    there = [folder / name for name, _ in files if (folder / name).exists()]
    if there and not force:
        raise WriteError(Finding("output-exists", Place(target.as_posix())) for target in there)
    twice = {name for name, _ in files if sum(name.casefold() == other.casefold() for other, _ in files) > 1}
    if twice:
        raise WriteError(Finding("output-twice", Place((folder / name).as_posix())) for name in sorted(twice))
    make_folder(folder)
    for name, data in files:
        write_atomic(folder / name, data, force)
