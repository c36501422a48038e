"""What a run that could not go on tells, and its exit code."""

import traceback

import click

from cchc_score.cli.exits import Exit
from cchc_score.cli.output import Console
from cchc_score.cli.words import say
from cchc_score.errors import CchcError, PluginError, ReportError, SchemeError, SystemRefusal
from cchc_score.files.refusals import as_os_error, uncaught
from cchc_score.findings import Finding
from cchc_score.text import Lang


def ended(error: BaseException, lang: Lang, debug: bool) -> int:
    """The exit code of an error that reached the top, after telling it on standard error."""
    console = Console(lang)
    told = _told(error)
    if isinstance(told, CchcError):
        console.findings(told.findings)
        if debug and told is not error:
            traceback.print_exception(error)
        if isinstance(told, SystemRefusal):
            return Exit.SYSTEM
        # Whoever runs many folders can tell rules that have to be mended from a file that one commune sent.
        return Exit.RULES if isinstance(told, SchemeError | PluginError) else Exit.FILE
    if isinstance(error, click.Abort | KeyboardInterrupt):
        console.line("note", say(lang, "interrupted"))
        return Exit.INTERRUPTED
    # Whatever is left is the program's own fault, and no traceback reaches a person unasked.
    console.line("error", say(lang, "internal"))
    if debug:
        traceback.print_exception(error)
    return Exit.INTERNAL


def _told(error: BaseException) -> BaseException:
    """An error, or what it means where the computer refused something at a place that does not expect it."""
    if isinstance(error, MemoryError):
        return SystemRefusal([Finding("memory-full")])
    refused = as_os_error(error)
    if not isinstance(refused, OSError):
        return error
    finding = uncaught(refused)
    # Of a path that was named it is a matter of that file, as any other that cannot be read or written.
    return ReportError([finding]) if finding.place.file else SystemRefusal([finding])
