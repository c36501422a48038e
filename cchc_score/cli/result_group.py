"""The commands that give results of a year: ranking, sheets, reports, reasons, comparisons, checks."""

from pathlib import Path
from typing import Any

import click

from cchc_score.cli.command import Command, Group
from cchc_score.cli.parameters import (
    PATH,
    common_options,
    folders,
    inputs,
    options_from_click,
    outputs,
    stage_option,
    unit_option,
    written_file,
)
from cchc_score.cli.words import say
from cchc_score.text import Lang


def result_commands(lang: Lang) -> list[Command | Group]:
    """The commands in one language."""
    return [
        Command(
            lang,
            "rank",
            params=[*inputs(lang), *_option_by(lang), _parts(lang), stage_option(lang), *outputs(lang)],
            callback=_rank,
        ),
        Command(
            lang,
            "score",
            params=[*inputs(lang), *unit_option(lang), stage_option(lang), *outputs(lang)],
            callback=_score,
        ),
        Command(
            lang,
            "report",
            needs="-o FILE|DIR",
            params=[*inputs(lang), *_reports(lang), stage_option(lang), *common_options(lang)],
            callback=_report,
        ),
        Command(
            lang,
            "summary",
            params=[
                *inputs(lang),
                *unit_option(lang),
                stage_option(lang, "reported", "opt-summary-stage"),
                *outputs(lang),
            ],
            callback=_summary,
        ),
        Command(
            lang,
            "verify",
            params=[click.Argument(["file"], type=PATH, metavar="FILE.pdf"), folders(lang), *outputs(lang)],
            callback=_verify,
        ),
        Command(
            lang,
            "explain",
            params=[*_explained(lang), *inputs(lang), stage_option(lang), *outputs(lang)],
            callback=_explain,
        ),
        Command(
            lang,
            "compare",
            params=[*_compared(lang), *inputs(lang), *unit_option(lang), *outputs(lang)],
            callback=_compare,
        ),
        Command(lang, "check", params=[*inputs(lang), *outputs(lang)], callback=_check),
    ]


def _option_by(lang: Lang) -> list[click.Parameter]:
    return [
        click.Option(["--by"], default="total", metavar="total|AREA|CRITERION", help=say(lang, "opt-by")),
        click.Option(["--group", "kind"], metavar="KIND", help=say(lang, "opt-group")),
    ]


def _parts(lang: Lang) -> click.Option:
    return click.Option(["--parts"], is_flag=True, help=say(lang, "opt-parts"))


def _explained(lang: Lang) -> list[click.Parameter]:
    return [
        click.Argument(["unit"], metavar=say(lang, "unit-metavar")),
        click.Argument(["criterion"], default="", metavar=say(lang, "criterion-metavar")),
    ]


def _compared(lang: Lang) -> list[click.Parameter]:
    return [click.Argument(["first"], metavar="A"), click.Argument(["second"], metavar="B")]


def _reports(lang: Lang) -> list[click.Parameter]:
    return [
        click.Option(
            ["--what"],
            multiple=True,
            metavar="ranking|areas|sheets|changes|not-applicable|comparison|summary|all",
            help=say(lang, "opt-what"),
        ),
        *unit_option(lang),
        written_file(lang, "FILE|DIR", "opt-report-target"),
        click.Option(["--format", "kind"], metavar="xlsx|docx|pdf|html|svg|png", help=say(lang, "opt-kind")),
        click.Option(["--template"], type=PATH, metavar="FILE", help=say(lang, "opt-word-template")),
        click.Option(["--split"], is_flag=True, help=say(lang, "opt-split")),
        click.Option(["--picture"], metavar="ranking|heat|losses|commune", help=say(lang, "opt-picture")),
        click.Option(["--against"], type=PATH, metavar="DIR", help=say(lang, "opt-against")),
    ]


# What a command needs is loaded when it runs: help and usage errors need none of it.


def _rank(by: str, kind: str | None, parts: bool, stage: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.rank_score import rank

    return rank(options, by, kind, parts, stage)


def _score(units: tuple[str, ...], stage: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.rank_score import score_sheets

    return score_sheets(options, units, stage)


def _report(
    what: tuple[str, ...],
    units: tuple[str, ...],
    target: Path | None,
    kind: str | None,
    split: bool,
    picture: str | None,
    against: Path | None,
    template: Path | None,
    stage: str,
    **values: Any,
) -> int:
    options = options_from_click(values)
    from cchc_score.cli.report_command import ReportRequest, report

    asked = ReportRequest(
        target=target,
        kind=kind,
        what=what,
        units=units,
        stage=stage,
        split=split,
        picture=picture,
        against=against,
        template=template,
    )
    return report(options, asked)


def _summary(units: tuple[str, ...], stage: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.summary_command import summary

    return summary(options, units, stage)


def _verify(file: Path, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.verify_command import verify

    return verify(options, file)


def _explain(unit: str, criterion: str, stage: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.explain_compare import explain

    return explain(options, unit, criterion, stage)


def _compare(first: str, second: str, units: tuple[str, ...], **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.explain_compare import compare

    return compare(options, first, second, units)


def _check(**values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.check_commands import check

    return check(options)
