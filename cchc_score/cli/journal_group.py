"""The group `journal` of the command line: its commands and their parameters."""

from pathlib import Path
from typing import Any

import click

from cchc_score.cli.command import Command, Group
from cchc_score.cli.parameters import PATH, language_option, numbered_round, options_from_click, outputs, paths
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
        Command(
            lang,
            "ask",
            "journal-ask",
            needs="--round N --text TEXT --by NAME",
            params=[
                click.Argument(["unit"], metavar="UNIT"),
                click.Argument(["criterion"], metavar="CRITERION"),
                *paths(lang),
                click.Option(["--round"], default="", metavar="N", help=say(lang, "opt-round")),
                _text(lang, "text"),
                by,
                *outputs(lang),
            ],
            callback=_ask,
        ),
        Command(
            lang,
            "answer",
            "journal-answer",
            needs="--text TEXT --by NAME",
            params=[
                click.Argument(["unit"], metavar="UNIT"),
                click.Argument(["question"], metavar="ID"),
                *paths(lang),
                _text(lang, "text"),
                click.Option(["--evidence"], default="", metavar="TEXT", help=say(lang, "opt-settle-evidence")),
                by,
                *outputs(lang),
            ],
            callback=_answer,
        ),
        Command(
            lang,
            "settle",
            "journal-settle",
            needs="--choose ID | --value X  --by NAME --reason TEXT",
            params=[
                click.Argument(["unit"], metavar="UNIT"),
                click.Argument(["target"], metavar="CRITERION|INDICATOR"),
                *paths(lang),
                click.Option(["--round"], default="", metavar="N", help=say(lang, "opt-settle-round")),
                click.Option(["--choose", "chosen"], default="", metavar="ID", help=say(lang, "opt-settle-choose")),
                click.Option(["--value"], default="", metavar="X", help=say(lang, "opt-settle-value")),
                by,
                reason,
                click.Option(["--evidence"], default="", metavar="TEXT", help=say(lang, "opt-settle-evidence")),
                click.Option(["--on"], default="", metavar="DATE", help=say(lang, "opt-settle-on")),
                *outputs(lang),
            ],
            callback=_settle,
        ),
        Command(
            lang,
            "extend",
            "journal-extend",
            needs="--to DATE --by NAME --reason TEXT",
            params=[
                click.Argument(["unit"], metavar="UNIT"),
                click.Argument(["phase"], metavar=say(lang, "journal-phase-metavar")),
                *paths(lang),
                click.Option(["--to", "last"], default="", metavar="DATE", help=say(lang, "opt-extend-to")),
                click.Option(["--round"], default="", metavar="N", help=say(lang, "opt-extend-round")),
                by,
                reason,
                *outputs(lang),
            ],
            callback=_extend,
        ),
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


def _ask(unit: str, criterion: str, round: str, text: str, by: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import ask

    return ask(options, (unit, criterion), numbered_round(round), text, by)


def _answer(unit: str, question: str, text: str, evidence: str, by: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import answer

    return answer(options, (unit, question), text, evidence, by)


def _settle(
    unit: str,
    target: str,
    round: str,
    chosen: str,
    value: str,
    by: str,
    reason: str,
    evidence: str,
    on: str,
    **values: Any,
) -> int:
    options = options_from_click(values)
    from cchc_score.app.settle_conflict import CouncilChoice
    from cchc_score.cli.clock import moment_asked
    from cchc_score.cli.journal_commands import settle

    asked = CouncilChoice(
        unit=unit,
        target=target,
        round=numbered_round(round) if round else 0,
        chosen=chosen.strip(),
        value=value.strip(),
        reason=reason.strip(),
        evidence=evidence.strip(),
        on=moment_asked(on) if on else None,
    )
    return settle(options, asked, by)


def _extend(unit: str, phase: str, last: str, round: str, by: str, reason: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.journal_commands import extend

    return extend(options, (unit, phase), last, numbered_round(round) if round else 1, by, reason)


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
