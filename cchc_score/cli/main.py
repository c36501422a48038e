"""The entry point: language first, then the commands, then exit codes; no traceback reaches a person unasked."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from cchc_score.cli.authors import author_commands
from cchc_score.cli.command import Command, Group, WrongChoice, WrongWord, usage_lines
from cchc_score.cli.exits import Exit
from cchc_score.cli.journal_group import journal_group
from cchc_score.cli.parameters import (
    PATH,
    common_options,
    folders,
    format_option,
    language_option,
    numbered_year,
    options_from_click,
    origin_option,
    outputs,
    paths,
    schemes,
    target_option,
)
from cchc_score.cli.streams import open_streams
from cchc_score.cli.words import say
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
        Command(
            lang,
            "rank",
            params=[*_inputs(lang), *_option_by(lang), _parts(lang), _stage(lang), *outputs(lang)],
            callback=_rank,
        ),
        Command(
            lang,
            "score",
            params=[*_inputs(lang), *_option_unit(lang), _stage(lang), *outputs(lang)],
            callback=_score,
        ),
        Command(
            lang,
            "report",
            needs="-o FILE|DIR",
            params=[*_inputs(lang), *_reports(lang), _stage(lang), *common_options(lang)],
            callback=_report,
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
            params=[*_explained(lang), *_inputs(lang), _stage(lang), *outputs(lang)],
            callback=_explain,
        ),
        Command(
            lang,
            "compare",
            params=[*_compared(lang), *_inputs(lang), *_option_unit(lang), *outputs(lang)],
            callback=_compare,
        ),
        Command(lang, "check", params=[*_inputs(lang), *outputs(lang)], callback=_check),
        Command(
            lang,
            "import",
            needs="-o DIR",
            params=[*_inputs(lang), *_imports(lang), *outputs(lang, False)],
            callback=_import,
        ),
        Command(lang, "correct", params=_corrects(lang), callback=_correct),
        Command(
            lang,
            "init",
            params=[
                click.Argument(["folder"], metavar="DIR", type=PATH),
                origin_option(lang),
                *outputs(lang, False),
            ],
            callback=_init,
        ),
        Command(lang, "appraise", needs="--round N -o FILE.toml", params=_appraises(lang), callback=_appraise),
        Command(lang, "merge", needs="-o DIR", params=_merges(lang), callback=_merge),
        Command(lang, "status", params=[*_inputs(lang), *_status_options(lang), *outputs(lang)], callback=_status),
        journal_group(lang),
        Group(lang, "export", _exports(lang), [language_option(lang)], "export"),
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


def _inputs(lang: Lang) -> list[click.Parameter]:
    readers = "text, csv, toml, docx, ods, office, pdf, xls, xlsb, xlsx"
    return [
        *paths(lang),
        click.Option(["--scheme"], metavar="NAME|FILE", help=say(lang, "opt-scheme"), shell_complete=schemes),
        click.Option(["--form"], metavar="NAME|FILE", help=say(lang, "opt-form")),
        folders(lang),
        click.Option(["--reader"], default="text", metavar="NAME", help=say(lang, "opt-reader", names=readers)),
        click.Option(["--encoding"], default="", metavar="tcvn3|vni", help=say(lang, "opt-encoding")),
        click.Option(["--accept-drafts"], is_flag=True, help=say(lang, "opt-accept-drafts")),
    ]


def _option_by(lang: Lang) -> list[click.Parameter]:
    return [
        click.Option(["--by"], default="total", metavar="total|AREA|CRITERION", help=say(lang, "opt-by")),
        click.Option(["--group", "kind"], metavar="KIND", help=say(lang, "opt-group")),
    ]


def _parts(lang: Lang) -> click.Option:
    return click.Option(["--parts"], is_flag=True, help=say(lang, "opt-parts"))


def _stage(lang: Lang) -> click.Option:
    return click.Option(["--stage"], default="final", metavar=say(lang, "stage-metavar"), help=say(lang, "opt-stage"))


def _option_unit(lang: Lang) -> list[click.Parameter]:
    return [click.Option(["--unit", "units"], multiple=True, metavar="CODE", help=say(lang, "opt-unit"))]


def _explained(lang: Lang) -> list[click.Parameter]:
    return [
        click.Argument(["unit"], metavar=say(lang, "unit-metavar")),
        click.Argument(["criterion"], default="", metavar=say(lang, "criterion-metavar")),
    ]


def _compared(lang: Lang) -> list[click.Parameter]:
    return [click.Argument(["first"], metavar="A"), click.Argument(["second"], metavar="B")]


def _code(lang: Lang) -> list[click.Parameter]:
    return [click.Argument(["code"], default="", metavar=say(lang, "code-metavar"))]


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
        *(one for one in _inputs(lang) if one.name in ("scheme", "form", "plugins")),
        click.Option(["--by"], default="", metavar="NAME", help=say(lang, "opt-checker")),
        target_option(lang),
        format_option(lang),
        *common_options(lang),
    ]


def _reports(lang: Lang) -> list[click.Parameter]:
    return [
        click.Option(
            ["--what"],
            multiple=True,
            metavar="ranking|areas|sheets|changes|not-applicable|comparison|summary|all",
            help=say(lang, "opt-what"),
        ),
        *_option_unit(lang),
        _target(lang, "FILE|DIR", "opt-report-target"),
        click.Option(["--format", "kind"], metavar="xlsx|docx|pdf", help=say(lang, "opt-kind")),
    ]


def _exports(lang: Lang) -> list[Command]:
    kind = click.Option(["--format", "kind"], metavar="xlsx|docx|csv", help=say(lang, "opt-kind"))
    self_score = click.Option(["--self-score"], is_flag=True, expose_value=False, help=say(lang, "opt-self-score"))
    return [
        Command(
            lang,
            "template",
            needs="-o FILE|DIR",
            params=[
                *_inputs(lang),
                self_score,
                *_option_unit(lang),
                _target(lang, "FILE|DIR"),
                kind,
                *common_options(lang),
            ],
            callback=_export_template,
        ),
        Command(
            lang,
            "appraisal",
            needs="--round N -o FILE.xlsx",
            params=[*_inputs(lang), _round(lang), *_option_unit(lang), _target(lang), *common_options(lang)],
            callback=_export_appraisal,
        ),
    ]


def _status_options(lang: Lang) -> list[click.Parameter]:
    return [
        click.Option(["--who-is-missing", "missing"], is_flag=True, help=say(lang, "opt-missing")),
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
        *_inputs(lang),
        _round(lang),
        click.Option(["--by"], default="", metavar="NAME", help=say(lang, "opt-appraiser")),
        click.Option(["--on"], default="", metavar="DATE", help=say(lang, "opt-day")),
        _target(lang),
        format_option(lang),
        *common_options(lang, False),
    ]


def _round(lang: Lang) -> click.Option:
    return click.Option(["--round"], default="", metavar="N", help=say(lang, "opt-round"))


def _target(lang: Lang, metavar: str = "FILE", phrase: str = "") -> click.Option:
    phrase = phrase or ("opt-target" if "DIR" in metavar else "opt-file")
    return click.Option(
        ["-o", "--output", "target"],
        type=PATH,
        metavar=metavar,
        help=say(lang, phrase),
    )


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
    what: tuple[str, ...], units: tuple[str, ...], target: Path | None, kind: str | None, stage: str, **values: Any
) -> int:
    options = options_from_click(values)
    from cchc_score.cli.report_command import report

    return report(options, target, kind, what, units, stage)


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


def _status(on: str, missing: bool, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.status_command import status

    return status(options, on, missing)


def _finding(code: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.check_commands import finding

    return finding(options, code)


def _import(folder: Path | None, unit: str, year: str, review: Path | None, **values: Any) -> int:
    options = options_from_click(values)
    number = numbered_year(year)
    from cchc_score.cli.folder_commands import write_reports

    return write_reports(options, folder, unit, number, review)


def _correct(file: Path, folder: Path, by: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.correcting import correct

    return correct(options, file, folder, by)


def _init(folder: Path, origin: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.folder_commands import init

    return init(options, folder, origin)


def _export_template(target: Path | None, kind: str | None, units: tuple[str, ...], **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.exports import export_template

    return export_template(options, target, kind, units)


def _export_appraisal(target: Path | None, round: str, units: tuple[str, ...], **values: Any) -> int:
    options = options_from_click(values)
    number = _numbered(round)
    from cchc_score.cli.exports import export_appraisal

    return export_appraisal(options, target, number, units)


def _merge(first: Path, second: Path, base: Path | None, folder: Path | None, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.folder_commands import write_merged

    return write_merged(options, first, second, base, folder)


def _appraise(file: Path, target: Path | None, round: str, by: str, on: str, **values: Any) -> int:
    options = options_from_click(values)
    number = _numbered(round)
    from cchc_score.cli.appraising import appraise

    return appraise(options, file, target, number, by, on)


def _numbered(round: str) -> int:
    """The number of a round, of which there are at most nine."""
    if not round:
        raise WrongWord("usage-needed", name="--round N")
    # The length too, because '12' is a part of that text.
    if round not in "123456789" or len(round) > 1:
        raise WrongChoice("--round", round, ["1..9"])
    return int(round)


def _plugins(**values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.check_commands import plugins

    return plugins(options)
