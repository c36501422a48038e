"""The commands by which people work at a year: its folder, documents, appraisal, progress and journal."""

from pathlib import Path
from typing import Any

import click

from cchc_score.cli.command import Command, Group
from cchc_score.cli.journal_group import journal_group
from cchc_score.cli.parameters import (
    PATH,
    common_options,
    format_option,
    inputs,
    language_option,
    numbered_round,
    numbered_year,
    options_from_click,
    origin_option,
    outputs,
    target_option,
    unit_option,
    written_file,
)
from cchc_score.cli.words import say
from cchc_score.text import Lang


def year_commands(lang: Lang) -> list[Command | Group]:
    """The commands in one language."""
    return [
        Command(
            lang,
            "import",
            needs="-o DIR",
            params=[*inputs(lang), *_imports(lang), *outputs(lang, False)],
            callback=_import,
        ),
        Command(lang, "correct", params=_corrects(lang), callback=_correct),
        Command(
            lang,
            "init",
            params=[
                click.Argument(["folder"], metavar="DIR", type=PATH),
                origin_option(lang),
                click.Option(["--empty"], is_flag=True, help=say(lang, "opt-empty")),
                *outputs(lang, False),
            ],
            callback=_init,
        ),
        Command(lang, "appraise", needs="--round N -o FILE.toml", params=_appraises(lang), callback=_appraise),
        Command(lang, "merge", needs="-o DIR", params=_merges(lang), callback=_merge),
        Command(lang, "status", params=[*inputs(lang), *_status_options(lang), *outputs(lang)], callback=_status),
        journal_group(lang),
        Group(lang, "export", _exports(lang), [language_option(lang)], "export"),
    ]


def _imports(lang: Lang) -> list[click.Parameter]:
    return [
        click.Option(
            ["-o", "--output", "folder"],
            type=PATH,
            metavar="DIR",
            help=say(lang, "opt-folder"),
        ),
        click.Option(["--unit"], default="", metavar="CODE", help=say(lang, "opt-whose")),
        click.Option(["--year"], default="", metavar="YEAR", help=say(lang, "opt-year")),
        click.Option(["--ocr"], is_flag=True, help=say(lang, "opt-ocr")),
        click.Option(["--review"], type=PATH, metavar="FILE.xlsx", help=say(lang, "opt-review")),
    ]


def _corrects(lang: Lang) -> list[click.Parameter]:
    return [
        click.Argument(["file"], type=PATH, metavar="FILE.xlsx"),
        click.Argument(["folder"], type=PATH, metavar="DIR"),
        *(one for one in inputs(lang) if one.name in ("scheme", "form", "plugins")),
        click.Option(["--by"], default="", metavar="NAME", help=say(lang, "opt-checker")),
        target_option(lang),
        format_option(lang),
        *common_options(lang),
    ]


def _exports(lang: Lang) -> list[Command]:
    kind = click.Option(["--format", "kind"], metavar="xlsx|docx|csv", help=say(lang, "opt-kind"))
    form = click.Argument(["name"], metavar=say(lang, "form-kind-metavar"))
    self_score = click.Option(["--self-score"], is_flag=True, expose_value=False, help=say(lang, "opt-self-score"))
    return [
        Command(
            lang,
            "template",
            needs="-o FILE|DIR",
            params=[
                *inputs(lang),
                self_score,
                *unit_option(lang),
                written_file(lang, "FILE|DIR"),
                kind,
                *common_options(lang),
            ],
            callback=_export_template,
        ),
        Command(
            lang,
            "form",
            needs="-o FILE|DIR",
            params=[
                form,
                *inputs(lang),
                *unit_option(lang),
                click.Option(["--round"], default="", metavar="N", help=say(lang, "opt-form-round")),
                written_file(lang, "FILE|DIR"),
                kind,
                *common_options(lang),
            ],
            callback=_export_form,
        ),
        Command(
            lang,
            "appraisal",
            needs="--round N -o FILE.xlsx",
            params=[*inputs(lang), _round(lang), *unit_option(lang), written_file(lang), *common_options(lang)],
            callback=_export_appraisal,
        ),
    ]


def _status_options(lang: Lang) -> list[click.Parameter]:
    return [
        click.Option(["--who-is-missing", "missing"], is_flag=True, help=say(lang, "opt-missing")),
        click.Option(["--by"], default="", metavar="unit|appraiser", help=say(lang, "opt-status-by")),
        click.Option(["--on"], default="", metavar="DD/MM/YYYY", help=say(lang, "opt-status-on")),
    ]


def _merges(lang: Lang) -> list[click.Parameter]:
    folder = PATH
    return [
        click.Argument(["first"], metavar="A", type=folder),
        click.Argument(["second"], metavar="B", type=folder),
        click.Option(["--base"], metavar="C", type=folder, help=say(lang, "opt-base")),
        click.Option(["-o", "--output", "folder"], type=folder, metavar="DIR", help=say(lang, "opt-merged")),
        # Nothing is ever written over: there is nothing to force.
        *(one for one in outputs(lang, False) if one.name != "force"),
    ]


def _appraises(lang: Lang) -> list[click.Parameter]:
    return [
        click.Argument(["file"], type=PATH, metavar="FILE.xlsx"),
        *inputs(lang),
        _round(lang),
        click.Option(["--by"], default="", metavar="NAME", help=say(lang, "opt-appraiser")),
        click.Option(["--on"], default="", metavar="DATE", help=say(lang, "opt-day")),
        written_file(lang),
        format_option(lang),
        *common_options(lang, False),
    ]


def _round(lang: Lang) -> click.Option:
    return click.Option(["--round"], default="", metavar="N", help=say(lang, "opt-round"))


# What a command needs is loaded when it runs: help and usage errors need none of it.


def _import(folder: Path | None, unit: str, year: str, review: Path | None, **values: Any) -> int:
    options = options_from_click(values)
    number = numbered_year(year)
    from cchc_score.cli.folder_commands import write_reports

    return write_reports(options, folder, unit, number, review)


def _correct(file: Path, folder: Path, by: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.correcting import correct

    return correct(options, file, folder, by)


def _init(folder: Path, origin: str, empty: bool, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.folder_commands import init

    return init(options, folder, origin, empty)


def _export_template(target: Path | None, kind: str | None, units: tuple[str, ...], **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.exports import export_template

    return export_template(options, target, kind, units)


def _export_form(
    name: str, target: Path | None, kind: str | None, units: tuple[str, ...], round: str, **values: Any
) -> int:
    options = options_from_click(values)
    number = numbered_round(round) if round else 0
    from cchc_score.cli.form_command import export_form

    return export_form(options, name, target, kind, units, number)


def _export_appraisal(target: Path | None, round: str, units: tuple[str, ...], **values: Any) -> int:
    options = options_from_click(values)
    number = numbered_round(round)
    from cchc_score.cli.exports import export_appraisal

    return export_appraisal(options, target, number, units)


def _merge(first: Path, second: Path, base: Path | None, folder: Path | None, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.folder_commands import write_merged

    return write_merged(options, first, second, base, folder)


def _appraise(file: Path, target: Path | None, round: str, by: str, on: str, **values: Any) -> int:
    options = options_from_click(values)
    number = numbered_round(round)
    from cchc_score.cli.appraising import appraise

    return appraise(options, file, target, number, by, on)


def _status(on: str, missing: bool, by: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.status_command import status

    return status(options, on, missing, by)
