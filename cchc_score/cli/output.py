"""What a person sees: the result on standard output or in a file, everything else on standard error."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from cchc_score.cli.words import say
from cchc_score.errors import PluginError
from cchc_score.files import write_atomic
from cchc_score.findings import Finding
from cchc_score.formats import Format, Page
from cchc_score.text import Lang, described

MANY = 20
"""From so many files on, reading them shows its progress."""
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
