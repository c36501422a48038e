"""The parameters that commands share, and the options that they become."""

from pathlib import Path
from typing import Any

import click

from cchc_score.cli.words import say
from cchc_score.text import Lang

FORMATS = "table, markdown, html, csv, json, latex"
"""The built-in formats; plugins may give more."""


def language_option(lang: Lang) -> click.Option:
    """The language; it is looked for before anything else is read."""
    return click.Option(["--lang"], metavar="vi|en", expose_value=False, help=say(lang, "opt-lang"))


def paths(lang: Lang) -> list[click.Parameter]:
    """What is scored."""
    return [click.Argument(["paths"], nargs=-1, metavar=say(lang, "path-metavar"), type=click.Path())]


def folders(lang: Lang) -> click.Option:
    """Folders of plugins."""
    return click.Option(
        ["--plugins"],
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="DIR",
        help=say(lang, "opt-plugins"),
    )


def schemes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The shipped schemes that a word begins."""
    from cchc_score.year.shipped import names

    return [name for name in names() if name.startswith(incomplete)]


def formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The built-in formats that a word begins."""
    return [name for name in FORMATS.split(", ") if name.startswith(incomplete)]


def outputs(lang: Lang, into_file: bool = True) -> list[click.Parameter]:
    """In which format a result is written, where to, and how much is told besides."""
    return [
        format_option(lang),
        *([target_option(lang)] if into_file else []),
        *manner(lang),
    ]


def target_option(lang: Lang) -> click.Option:
    """The file that a result is written to."""
    return click.Option(
        ["-o", "--output"], type=click.Path(path_type=Path), metavar="FILE", help=say(lang, "opt-output")
    )


def format_option(lang: Lang) -> click.Option:
    """In which format a result is written."""
    return click.Option(
        ["--format"], metavar="NAME", help=say(lang, "opt-format", names=FORMATS), shell_complete=formats
    )


def manner(lang: Lang, over: bool = True) -> list[click.Parameter]:
    """Whether files are written over, in which language, and how much is told besides."""
    force = click.Option(["--force"], is_flag=True, help=say(lang, "opt-force"))
    return [
        *([force] if over else []),
        language_option(lang),
        click.Option(["-q", "--quiet"], is_flag=True, help=say(lang, "opt-quiet")),
        click.Option(["-v", "--verbose"], is_flag=True, help=say(lang, "opt-verbose")),
        click.Option(["--debug"], is_flag=True, help=say(lang, "opt-debug")),
    ]


def asked(values: dict[str, Any]) -> Any:
    """What the command line says, for the command that runs."""
    from cchc_score.cli.run import Options

    command = click.get_current_context().command
    values.pop("debug")
    return Options(lang=command.lang, **values)  # type: ignore[attr-defined]
