"""The group `journal` of the command line: its commands and their parameters."""

from pathlib import Path
from typing import Any

import click

from cchc_score.cli.act_commands import act_commands
from cchc_score.cli.command import Command, Group
from cchc_score.cli.parameters import PATH, language_option, options_from_click, outputs, paths
from cchc_score.cli.words import say
from cchc_score.text import Lang


def journal_group(lang: Lang) -> Group:
    """The commands in one language."""
    by = click.Option(["--by"], default="", metavar="NAME", help=say(lang, "opt-journal-by"))
    reason = click.Option(["--reason"], default="", metavar="TEXT", help=say(lang, "opt-journal-reason"))
    receipt = click.Option(["--receipt"], type=PATH, metavar="FILE.json", help=say(lang, "opt-receipt"))
    folder = click.Option(["-o", "--output", "folder"], type=PATH, metavar="DIR", help=say(lang, "opt-image"))
    file = click.Argument(["file"], metavar=say(lang, "journal-file-metavar"))
    units = click.Option(["--unit", "units"], multiple=True, metavar="CODE", help=say(lang, "opt-event-unit"))
    kinds = click.Option(
        ["--kind", "kinds"],
        multiple=True,
        metavar="file|entry|...",
        help=say(lang, "opt-event-kind", names="file, file-gone, entry, explanation, act"),
    )
    commands = [
        Command(
            lang,
            "take",
            "journal-take",
            needs="--by NAME",
            params=[
                *paths(lang),
                click.Option(["--from", "other"], type=PATH, metavar="DIR", help=say(lang, "opt-journal-from")),
                by,
                *outputs(lang),
            ],
            callback=_take,
        ),
        Command(lang, "show", "journal-show", params=[*paths(lang), units, kinds, *outputs(lang)], callback=_show),
        Command(lang, "verify", "journal-verify", params=[*paths(lang), receipt, *outputs(lang)], callback=_verify),
        Command(lang, "receipt", "journal-receipt", params=[file, *paths(lang), *outputs(lang)], callback=_receipt),
        Command(
            lang,
            "accept",
            "journal-accept",
            needs="--by NAME --reason TEXT",
            params=[file, *paths(lang), by, reason, *outputs(lang)],
            callback=_accept,
        ),
        *act_commands(lang),
        Command(
            lang,
            "freeze",
            "journal-freeze",
            needs="--by NAME",
            params=[*paths(lang), by, _text(lang, "despite"), *outputs(lang)],
            callback=_freeze,
        ),
        Command(
            lang,
            "publish",
            "journal-publish",
            needs="--by NAME --decision TEXT",
            params=[*paths(lang), by, _text(lang, "decision"), _text(lang, "date", "DD/MM/YYYY"), *outputs(lang)],
            callback=_publish,
        ),
        Command(
            lang,
            "reopen",
            "journal-reopen",
            needs="--by NAME --reason TEXT",
            params=[*paths(lang), by, reason, *outputs(lang)],
            callback=_open_again,
        ),
        Command(
            lang,
            "write",
            "journal-write",
            needs="-o DIR",
            params=[*paths(lang), folder, *outputs(lang, False)],
            callback=_write,
        ),
    ]
    return Group(lang, "journal", commands, [language_option(lang)], "journal")


def _text(lang: Lang, name: str, metavar: str = "TEXT") -> click.Option:
    return click.Option([f"--{name}"], default="", metavar=metavar, help=say(lang, f"opt-journal-{name}"))


def _take(by: str, other: Path | None, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import take

    return take(options, by, other)


def _show(units: tuple[str, ...], kinds: tuple[str, ...], **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import show

    return show(options, units, kinds)


def _verify(receipt: Path | None, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import verify

    return verify(options, receipt)


def _receipt(file: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import receipt

    return receipt(options, file)


def _accept(file: str, by: str, reason: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import accept

    return accept(options, file, by, reason)


def _freeze(by: str, despite: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import freeze

    return freeze(options, by, despite)


def _publish(by: str, decision: str, date: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import publish

    return publish(options, by, decision, date)


def _open_again(by: str, reason: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import open_again

    return open_again(options, by, reason)


def _write(folder: Path | None, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import write

    return write(options, folder)
