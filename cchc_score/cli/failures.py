"""What a run that could not go on tells, and its exit code."""

import os
import sys
import traceback

import click

from cchc_score.cli.exits import Exit
from cchc_score.cli.output import Console
from cchc_score.cli.words import say
from cchc_score.errors import CchcError, PluginError, SchemeError
from cchc_score.text import Lang


def ended(error: BaseException, lang: Lang, debug: bool) -> int:
    """The exit code of an error that reached the top, after telling it on standard error."""
    console = Console(lang)
    if isinstance(error, CchcError):
        console.findings(error.findings)
        return Exit.RULES if isinstance(error, SchemeError | PluginError) else Exit.FILE
    if isinstance(error, BrokenPipeError):
        # Whoever read the output has seen enough; the interpreter must not complain on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    if isinstance(error, click.Abort | KeyboardInterrupt):
        console.line("note", say(lang, "interrupted"))
        return Exit.INTERRUPTED
    console.line("error", say(lang, "internal"))
    if debug:
        traceback.print_exception(error)
    return Exit.INTERNAL
