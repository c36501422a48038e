"""The parameters that commands share, and the options that they become."""

from pathlib import Path
from typing import Any

import click

from cchc_score.cli.command import WrongChoice, WrongWord
from cchc_score.cli.words import say
from cchc_score.text import Lang

FORMATS = "table, markdown, html, csv, json, latex"
"""The built-in formats; plugins may give more."""
ANNEX_FORMATS = f"{FORMATS}, docx, xlsx"
"""The formats of a scheme, which can be an annex in Word or Excel as well."""

# Whether it can be read is found out when it is, and told as for any file: click has one sentence for everything.
PATH = click.Path(readable=False, path_type=Path)


def language_option(lang: Lang) -> click.Option:
    """The language; it is looked for before anything else is read."""
    return click.Option(["--lang"], metavar="vi|en", expose_value=False, help=say(lang, "opt-lang"))


def paths(lang: Lang) -> list[click.Parameter]:
    """What is scored."""
    return [click.Argument(["paths"], nargs=-1, metavar=say(lang, "path-metavar"), type=click.Path(readable=False))]


def folders(lang: Lang) -> click.Option:
    """Folders of plugins."""
    return click.Option(
        ["--plugins"],
        multiple=True,
        type=PATH,
        metavar="DIR",
        help=say(lang, "opt-plugins"),
    )


def numbered_year(text: str) -> int | None:
    """The year on a command line; None where none is given."""
    # As text and not by click, whose words for a wrong number are English.
    if text and not (text.isascii() and text.isdecimal() and 2000 <= int(text) <= 2100):
        raise WrongChoice("--year", text, ["2000..2100"])
    return int(text) if text else None


def origin_option(lang: Lang) -> click.Option:
    """The scheme with which a year or a scheme of one's own begins."""
    return click.Option(["--from", "origin"], default="", metavar="lam-dong|minh-hoa", help=say(lang, "opt-from"))


def schemes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The shipped schemes that a word begins."""
    from cchc_score.year.packaged import names

    return [name for name in names() if name.startswith(incomplete)]


def outputs(lang: Lang, into_file: bool = True, known: str = FORMATS) -> list[click.Parameter]:
    """In which format a result is written, where to, and how much is told besides."""
    return [
        format_option(lang, known),
        *([target_option(lang)] if into_file else []),
        *common_options(lang),
    ]


def target_option(lang: Lang) -> click.Option:
    """The file that a result is written to."""
    return click.Option(
        ["-o", "--output"],
        type=PATH,
        metavar="FILE",
        help=say(lang, "opt-output"),
    )


def format_option(lang: Lang, known: str = FORMATS) -> click.Option:
    """In which format a result is written; `known` are the names of the built-in ones."""

    def begun(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        # The plugins are not asked, because a shell waits for the answer.
        return [name for name in known.split(", ") if name.startswith(incomplete)]

    return click.Option(["--format"], metavar="NAME", help=say(lang, "opt-format", names=known), shell_complete=begun)


def common_options(lang: Lang, over: bool = True) -> list[click.Parameter]:
    """The options of nearly every command: --force, --lang, --quiet, --verbose, --debug."""
    force = click.Option(["--force"], is_flag=True, help=say(lang, "opt-force"))
    return [
        *([force] if over else []),
        language_option(lang),
        click.Option(["-q", "--quiet"], is_flag=True, help=say(lang, "opt-quiet")),
        click.Option(["-v", "--verbose"], is_flag=True, help=say(lang, "opt-verbose")),
        click.Option(["--debug"], is_flag=True, help=say(lang, "opt-debug")),
    ]


def options_from_click(values: dict[str, Any]) -> Any:
    """Build the running command's `Options` from the parameters that click has read."""
    # Loaded only when a command runs: help and completion need none of it.
    from cchc_score.cli.run import Options

    command = click.get_current_context().command
    return Options(lang=command.lang, **values)  # type: ignore[attr-defined]


def inputs(lang: Lang) -> list[click.Parameter]:
    """Which year, reports and rules are meant, and how documents are read."""
    readers = "text, csv, toml, docx, ods, office, pdf, xls, xlsb, xlsx"
    return [
        *paths(lang),
        click.Option(["--scheme"], metavar="NAME|FILE", help=say(lang, "opt-scheme"), shell_complete=schemes),
        click.Option(["--form"], metavar="NAME|FILE", help=say(lang, "opt-form")),
        folders(lang),
        click.Option(["--reader"], default="text", metavar="NAME", help=say(lang, "opt-reader", names=readers)),
        encoding_option(lang),
        click.Option(["--accept-drafts"], is_flag=True, help=say(lang, "opt-accept-drafts")),
    ]


def encoding_option(lang: Lang) -> click.Option:
    """The encoding of before Unicode that documents are in."""
    return click.Option(["--encoding"], default="", metavar="tcvn3|vni", help=say(lang, "opt-encoding"))


def stage_option(lang: Lang, default: str = "final", phrase: str = "opt-stage") -> click.Option:
    """The stage of the year."""
    return click.Option(["--stage"], default=default, metavar=say(lang, "stage-metavar"), help=say(lang, phrase))


def unit_option(lang: Lang) -> list[click.Parameter]:
    """Single units."""
    return [click.Option(["--unit", "units"], multiple=True, metavar="CODE", help=say(lang, "opt-unit"))]


def written_file(lang: Lang, metavar: str = "FILE", phrase: str = "") -> click.Option:
    """The file, or the folder, that a table for people is written to."""
    phrase = phrase or ("opt-target" if "DIR" in metavar else "opt-file")
    return click.Option(
        ["-o", "--output", "target"],
        type=PATH,
        metavar=metavar,
        help=say(lang, phrase),
    )


def numbered_round(round: str) -> int:
    """The number of a round, of which there are at most nine."""
    if not round:
        raise WrongWord("usage-needed", name="--round N")
    # The length too, because '12' is a part of that text.
    if round not in "123456789" or len(round) > 1:
        raise WrongChoice("--round", round, ["1..9"])
    return int(round)
