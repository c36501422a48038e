"""The entry point: language first, then the commands, then exit codes; no traceback reaches a person unasked."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from cchc_score.cli.authors import author_commands
from cchc_score.cli.command import Command, Group, WrongChoice, usage_lines
from cchc_score.cli.exits import Exit
from cchc_score.cli.parameters import (
    folders,
    language_option,
    options_from_click,
    outputs,
    paths,
)
from cchc_score.cli.result_group import result_commands
from cchc_score.cli.streams import open_streams
from cchc_score.cli.web_group import web_commands
from cchc_score.cli.words import say
from cchc_score.cli.year_group import year_commands
from cchc_score.text import LANGUAGES, Lang, visible
from cchc_score.version import ENGINE

PROGRAM = "cchc-score"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit code."""
    args = list(sys.argv[1:] if arguments is None else arguments)
    # A run is short and leaves no garbage in circles: looking for it again and again costs a tenth of the time.
    gc.set_threshold(400_000, 50, 50)
    # Nothing here multiplies matrices: the threads that NumPy would start for that are only waited for.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Nor does pydantic need to look through all that is installed for plugins of its own.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    open_streams()
    # The shells of Windows leave this to the program.
    code = run(with_files(args) if os.name == "nt" else args)
    # What is left goes with the process: nothing of it need be looked through for garbage at the end.
    gc.freeze()
    sys.exit(code)


def with_files(args: Sequence[str]) -> list[str]:
    """Arguments with the files that they name by signs, as 'reports\\*.csv', in the place of those that name any."""
    return [name for arg in args for name in (_named_files(arg) or [arg])]


def _named_files(arg: str) -> list[str]:
    if arg.startswith("-") or not {"*", "?"} & set(arg):
        return []
    from glob import glob  # with all that it needs: only for who asks for it

    # In names of files brackets are brackets.
    return sorted(glob(arg.replace("[", "[[]")))


def run(args: list[str]) -> int:
    """The exit code of one command line."""
    lang: Lang = "vi"
    try:
        lang = language(args)
        # Otherwise click words errors itself, in English, and ends the process.
        code = program(lang).main(args, PROGRAM, standalone_mode=False)
        return int(code or 0)
    except click.UsageError as error:
        fault, *how = map(visible, usage_lines(error, lang))
        print(f"{say(lang, 'error')}: {fault}", *how, sep="\n", file=sys.stderr)
        return Exit.USAGE
    except (Exception, KeyboardInterrupt) as error:
        # Loaded only when something went wrong: help and usage errors come without the weight of the rest.
        from cchc_score.cli.failures import ended

        # Looked for by hand, because the error may have come before click had read the options.
        return ended(error, lang, "--debug" in args)


def language(args: Sequence[str]) -> Lang:
    """The language that the command line or the environment asks for; Vietnamese when neither does."""
    # By hand and before click: help and the mistakes of a command line are already in the language.
    asked = os.environ.get("CCHC_LANG") or "vi"
    name = "CCHC_LANG"
    for place, arg in enumerate(args):
        if arg == "--lang" and place + 1 < len(args):
            name, asked = "--lang", args[place + 1]
        elif arg.startswith("--lang="):
            name, asked = "--lang", arg.partition("=")[2]
    if asked not in LANGUAGES:
        raise WrongChoice(name, asked, list(LANGUAGES))
    return asked


def program(lang: Lang) -> Group:
    """The program in one language."""
    commands: list[Command | Group] = [
        *result_commands(lang),
        *year_commands(lang),
        *web_commands(lang),
        Command(lang, "finding", params=[*_code(lang), *outputs(lang)], callback=_finding),
        *author_commands(lang),
        Command(lang, "plugins", params=[*paths(lang), folders(lang), *outputs(lang)], callback=_plugins),
    ]
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_version,
        help=say(lang, "version"),
    )
    return Group(lang, PROGRAM, commands, [version, language_option(lang)])


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(ENGINE)
        ctx.exit()


def _code(lang: Lang) -> list[click.Parameter]:
    return [click.Argument(["code"], default="", metavar=say(lang, "code-metavar"))]


def _finding(code: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.check_commands import finding

    return finding(options, code)


def _plugins(**values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.check_commands import plugins

    return plugins(options)
