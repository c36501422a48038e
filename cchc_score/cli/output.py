"""What a person sees: the result on standard output or in a file, everything else on standard error."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from cchc_score.cli.words import say
from cchc_score.errors import PluginError
from cchc_score.files.disk import write_atomic
from cchc_score.findings import Finding
from cchc_score.formats import Format, Page
from cchc_score.registry.guard import results
from cchc_score.text import Lang, described, visible

MANY = 20
"""From so many files on, reading them shows its progress."""
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


@dataclass(frozen=True, slots=True)
class Console:
    """How to talk: the language, and how much."""

    lang: Lang
    quiet: bool = False
    verbose: bool = False
    debug: bool = False

    def findings(self, findings: Iterable[Finding]) -> None:
        """Findings on standard error: errors always, warnings unless quiet, notes only when verbose.

        For developers an error that a plugin raised comes with its traceback, where several are alike the first.
        """
        traced: set[object] = set()
        for one in findings:
            if one.severity == "error" or (not self.quiet and (one.severity == "warning" or self.verbose)):
                self.line(one.severity, one.words(self.lang))
            trace = one.args.get("trace")
            if self.debug and trace and one.args.get("detail") not in traced:
                traced.add(one.args.get("detail"))
                print("\n".join(map(visible, str(trace).splitlines())), file=sys.stderr)

    def line(self, severity: str, text: str) -> None:
        """One line on standard error."""
        label = say(self.lang, severity)
        # Colours would stand as signs in a file, and NO_COLOR is how people turn them off everywhere.
        coloured = sys.stderr.isatty() and knows_colours(os.name, os.environ)
        head = click.style(label, fg=_COLOURS[severity], bold=True) if coloured else label
        print(f"{head}: {visible(text)}", file=sys.stderr)

    def progress(self, done: int, total: int, phrase: str = "reading") -> None:
        """How far reading, or what the phrase says, has come, on a terminal only."""
        if self.quiet or total < MANY or not sys.stderr.isatty():
            return
        text = say(self.lang, phrase, done=done, total=total)
        print(f"\r{text}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def knows_colours(system: str, environment: Mapping[str, str]) -> bool:
    """Whether a terminal turns the signs of colours into colours, and somebody wants them."""
    if environment.get("NO_COLOR"):
        return False
    # The older console of Windows prints the signs; these are what newer ones are known by.
    return system != "nt" or any(environment.get(name) for name in ("WT_SESSION", "ANSICON", "ConEmuANSI", "TERM"))


def written(page: Page, form: Format) -> bytes:
    """A page in a format: bytes as they come, text as UTF-8."""
    try:
        text = form.write(page)
        # Names of files may hold bytes that are no text, which UTF-8 cannot encode.
        return text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    except (Exception, SystemExit) as error:
        detail = described(error)
        raise PluginError([Finding("format-raised", args={"format": form.name, "detail": detail})]) from None


def deliver(data: bytes, target: Path | None, force: bool) -> None:
    """Put a result into a file, or print it."""
    if target is not None:
        write_atomic(target, data, force)
        return
    # Bytes pass by the text layer, which on Windows changes line ends; what it still holds comes first.
    out = results()
    out.flush()
    buffer = getattr(out, "buffer", None)
    if buffer is None:
        # Whoever calls the program from Python may have put a stream of text there.
        out.write(data.decode("utf-8", "backslashreplace"))
        return
    buffer.write(data)
    buffer.flush()
