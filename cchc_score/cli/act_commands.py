"""The commands of `journal` for what people do besides setting values: their parameters."""

from typing import Any

import click

from cchc_score.cli.command import Command
from cchc_score.cli.parameters import numbered_round, options_from_click, outputs, paths
from cchc_score.cli.words import say
from cchc_score.text import Lang


def act_commands(lang: Lang) -> list[Command]:
    """The commands in one language."""
    by = click.Option(["--by"], default="", metavar="NAME", help=say(lang, "opt-journal-by"))
    reason = click.Option(["--reason"], default="", metavar="TEXT", help=say(lang, "opt-journal-reason"))
    unit = click.Argument(["unit"], metavar="UNIT")
    return [
        Command(
            lang,
            "ask",
            "journal-ask",
            needs="--round N --text TEXT --by NAME",
            params=[
                unit,
                click.Argument(["criterion"], metavar="CRITERION"),
                *paths(lang),
                click.Option(["--round"], default="", metavar="N", help=say(lang, "opt-round")),
                _text(lang),
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
                unit,
                click.Argument(["question"], metavar="CRITERION|ID"),
                *paths(lang),
                _text(lang),
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
                unit,
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
                unit,
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
            "return",
            "journal-return",
            needs="--by NAME --reason TEXT",
            params=[
                unit,
                click.Argument(["thing"], metavar=say(lang, "journal-thing-metavar")),
                *paths(lang),
                click.Option(["--to", "last"], default="", metavar="DATE", help=say(lang, "opt-return-to")),
                by,
                reason,
                *outputs(lang),
            ],
            callback=_return,
        ),
        Command(
            lang,
            "assign",
            "journal-assign",
            needs="--to NAME --by NAME",
            params=[
                *paths(lang),
                click.Option(["--to", "appraisers"], multiple=True, metavar="NAME", help=say(lang, "opt-assign-to")),
                click.Option(["--unit", "units"], multiple=True, metavar="CODE", help=say(lang, "opt-assign-unit")),
                click.Option(["--area", "areas"], multiple=True, metavar="N", help=say(lang, "opt-assign-area")),
                click.Option(["--round"], default="", metavar="N", help=say(lang, "opt-assign-round")),
                by,
                *outputs(lang),
            ],
            callback=_assign,
        ),
        Command(
            lang,
            "judge",
            "journal-judge",
            needs="--by NAME --reason TEXT",
            params=[
                unit,
                click.Argument(["target"], metavar="CRITERION|INDICATOR|ID"),
                click.Argument(["result"], metavar=say(lang, "journal-result-metavar")),
                *paths(lang),
                by,
                reason,
                *outputs(lang),
            ],
            callback=_judge,
        ),
        Command(
            lang,
            "batch",
            "journal-batch",
            needs="--by NAME",
            params=[
                click.Argument(["batch"], metavar=say(lang, "journal-batch-metavar")),
                click.Argument(["state"], metavar=say(lang, "journal-state-metavar")),
                *paths(lang),
                click.Option(["--file", "files"], multiple=True, metavar="PATH", help=say(lang, "opt-batch-file")),
                by,
                reason,
                *outputs(lang),
            ],
            callback=_batch,
        ),
    ]


def _return(unit: str, thing: str, last: str, by: str, reason: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.act_writing import give_back

    return give_back(options, (unit, thing), last, by, reason)


def _assign(
    appraisers: tuple[str, ...], units: tuple[str, ...], areas: tuple[str, ...], round: str, by: str, **values: Any
) -> int:
    options = options_from_click(values)
    from cchc_score.cli.act_writing import assign

    return assign(options, appraisers, (units, areas), numbered_round(round) if round else 0, by)


def _judge(unit: str, target: str, result: str, by: str, reason: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.act_writing import judge

    return judge(options, (unit, target), result, by, reason)


def _batch(batch: str, state: str, files: tuple[str, ...], by: str, reason: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.act_writing import move_batch

    return move_batch(options, (batch, state), files, by, reason)


def _ask(unit: str, criterion: str, round: str, text: str, by: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.act_writing import ask

    return ask(options, (unit, criterion), numbered_round(round), text, by)


def _answer(unit: str, question: str, text: str, evidence: str, by: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.act_writing import answer

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
    from cchc_score.cli.act_writing import settle
    from cchc_score.cli.clock import moment_asked

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
    from cchc_score.cli.act_writing import extend

    return extend(options, (unit, phase), last, numbered_round(round) if round else 1, by, reason)


def _text(lang: Lang) -> click.Option:
    return click.Option(["--text"], default="", metavar="TEXT", help=say(lang, "opt-journal-text"))
