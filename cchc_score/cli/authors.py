"""The commands for those who write schemes, forms and plugins."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import click

from cchc_score.cli.command import Command, Group
from cchc_score.cli.parameters import (
    ANNEX_FORMATS,
    FORMATS,
    PATH,
    common_options,
    encoding_option,
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
from cchc_score.cli.words import say
from cchc_score.text import Lang


def author_commands(lang: Lang) -> list[Command | Group]:
    """The commands in one language."""
    return [
        Command(lang, "new", params=_new(lang), callback=_new_skeleton),
        Command(lang, "schema", params=_schemas(lang), callback=_schema),
        Command(lang, "facts", params=_looked_up(lang), callback=_facts),
        Command(lang, "methods", params=_looked_up(lang), callback=_methods),
        Group(lang, "scheme", _of_schemes(lang), [language_option(lang)], "scheme"),
    ]


def _new(lang: Lang) -> list[click.Parameter]:
    folder = PATH
    return [
        click.Argument(["kind"], metavar="scheme|form|plugin"),
        click.Argument(["name"], metavar=say(lang, "name-metavar")),
        click.Option(["-o", "--output", "target"], metavar="DIR", type=folder, help=say(lang, "opt-new")),
        origin_option(lang),
        click.Option(["--year"], default="", metavar="YEAR", help=say(lang, "opt-copy-year")),
        format_option(lang),
        # Nothing is ever written over, so that there is nothing to force.
        *common_options(lang, False),
    ]


def _looked_up(lang: Lang) -> list[click.Parameter]:
    words = click.Argument(["words"], nargs=-1, metavar=say(lang, "words-metavar"))
    return [words, folders(lang), *outputs(lang)]


def _schemas(lang: Lang) -> list[click.Parameter]:
    kinds = click.Argument(["kind"], metavar="scheme|frame|form|report|cases|config|work")
    return [kinds, *paths(lang), folders(lang), target_option(lang), *common_options(lang)]


def _of_schemes(lang: Lang) -> list[Command | Group]:
    return [
        Command(lang, "show", "scheme-show", params=_inputs(lang, ANNEX_FORMATS), callback=_show),
        Command(lang, "lint", "scheme-lint", params=[*_inputs(lang), _jump(lang)], callback=_lint),
        Command(lang, "diff", "scheme-diff", params=_two(lang), callback=_diff),
        Command(lang, "test", "scheme-test", params=_inputs(lang), callback=_test),
        Command(lang, "next-year", "scheme-next-year", needs="-o FILE.toml", params=_moved(lang), callback=_next_year),
        Command(lang, "import", "scheme-import", needs="-o FILE.toml", params=_annex(lang), callback=_import_annex),
    ]


def _inputs(lang: Lang, known: str = FORMATS) -> list[click.Parameter]:
    """The scheme, its form and the plugins, and where the result goes."""
    return [
        click.Argument(["scheme"], required=False, metavar=say(lang, "scheme-metavar"), shell_complete=schemes),
        click.Option(["--form"], metavar="NAME|FILE", help=say(lang, "opt-form")),
        folders(lang),
        *outputs(lang, known=known),
    ]


def _two(lang: Lang) -> list[click.Parameter]:
    return [
        *(
            click.Argument([name], metavar=say(lang, f"{name}-metavar"), shell_complete=schemes)
            for name in ("old", "new")
        ),
        click.Option(["--reports"], metavar="DIR", help=say(lang, "opt-reports")),
        # Without the argument for one scheme: here there are two.
        *_inputs(lang)[1:],
    ]


def _annex(lang: Lang) -> list[click.Parameter]:
    file = PATH
    return [
        click.Argument(["file"], type=file, metavar="FILE.docx|xlsx|csv"),
        click.Option(["-o", "--output", "target"], type=file, metavar="FILE.toml", help=say(lang, "opt-file")),
        click.Option(["--title"], default="", metavar="TEXT", help=say(lang, "opt-title")),
        click.Option(["--year"], default="", metavar="YEAR", help=say(lang, "opt-scheme-year")),
        encoding_option(lang),
        folders(lang),
        format_option(lang),
        *common_options(lang),
    ]


def _moved(lang: Lang) -> list[click.Parameter]:
    file = PATH
    return [
        click.Argument(["old"], metavar=say(lang, "old-metavar"), shell_complete=schemes),
        click.Option(["-o", "--output", "target"], type=file, metavar="FILE.toml", help=say(lang, "opt-file")),
        folders(lang),
        format_option(lang),
        *common_options(lang),
    ]


def _jump(lang: Lang) -> click.Option:
    return click.Option(["--jump"], default="", metavar="PERCENT", help=say(lang, "opt-jump"))


def _command(name: str) -> Callable[..., int]:
    # Loaded only now: help and usage errors need none of what rules need.
    from cchc_score.cli import scheme

    return cast(Callable[..., int], getattr(scheme, name))


def _show(**values: Any) -> int:
    return _command("show")(options_from_click(values))


def _lint(jump: str, **values: Any) -> int:
    return _command("lint")(options_from_click(values), jump)


def _diff(old: str, new: str, reports: str | None, **values: Any) -> int:
    return _command("diff")(options_from_click(values), old, new, reports)


def _test(**values: Any) -> int:
    return _command("test")(options_from_click(values))


def _next_year(old: str, target: Path | None, **values: Any) -> int:
    return _command("next_year")(options_from_click(values), old, target)


def _import_annex(file: Path, target: Path | None, title: str, year: str, **values: Any) -> int:
    return _command("draft")(options_from_click(values), file, target, title, numbered_year(year))


def _new_skeleton(kind: str, name: str, target: Path | None, origin: str, year: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.folder_commands import new

    return new(options, kind, name, target, origin, numbered_year(year))


def _schema(kind: str, **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.check_commands import schema

    return schema(options, kind)


def _facts(words: tuple[str, ...], **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.check_commands import facts

    return facts(options, words)


def _methods(words: tuple[str, ...], **values: Any) -> int:
    options = options_from_click(values)
    from cchc_score.cli.check_commands import methods

    return methods(options, words)
