"""The command by which the web application starts."""

from pathlib import Path
from typing import Any

import click

from cchc_score.cli.command import Command, WrongWord
from cchc_score.cli.parameters import PATH, common_options, options_from_click
from cchc_score.cli.words import say
from cchc_score.text import Lang


def web_commands(lang: Lang) -> list[Command]:
    """The commands in one language."""
    return [
        Command(
            lang,
            "serve",
            params=[
                click.Argument(["folder"], metavar="[DIR]", type=PATH, required=False, default=Path()),
                click.Option(
                    ["--port"], type=click.IntRange(0, 65_535), default=0, metavar="N", help=say(lang, "opt-port")
                ),
                click.Option(["--no-browser", "quietly"], is_flag=True, help=say(lang, "opt-no-browser")),
                click.Option(["--data", "home"], type=PATH, metavar="DIR", help=say(lang, "opt-server-data")),
                click.Option(["--by"], default="", metavar="NAME", help=say(lang, "opt-server-by")),
                click.Option(["--demo"], is_flag=True, help=say(lang, "opt-demo")),
                *common_options(lang),
            ],
            callback=_serve,
        )
    ]


def _serve(folder: Path, port: int, quietly: bool, home: Path | None, by: str, demo: bool, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.serve_command import serve, serve_demo

    if demo and folder != Path():
        raise WrongWord("usage-demo")
    if demo:
        return serve_demo(options, port, not quietly, home, by)
    return serve(options, folder, port, not quietly, home, by)
