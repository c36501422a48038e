"""The commands for those who write schemes, forms and plugins."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import click

from cchc_score.cli.command import Command, Group
from cchc_score.cli.params import (
    asked,
    folders,
    format_option,
    language_option,
    manner,
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
        Group(lang, "scheme", _of_schemes(lang), [language_option(lang)], "scheme"),
    ]


def _new(lang: Lang) -> list[click.Parameter]:
    folder = click.Path(path_type=Path)
    return [
        click.Argument(["kind"], metavar="scheme|form|plugin"),
        click.Argument(["name"], metavar=say(lang, "name-metavar")),
        click.Option(["-o", "--output", "target"], metavar="DIR", type=folder, help=say(lang, "opt-new")),
        format_option(lang),
        *manner(lang, False),
    ]


def _schemas(lang: Lang) -> list[click.Parameter]:
    kinds = click.Argument(["kind"], metavar="scheme|form|report|cases|config|work")
    return [kinds, *paths(lang), folders(lang), target_option(lang), *manner(lang)]


def _of_schemes(lang: Lang) -> list[Command | Group]:
    return [
        Command(lang, "show", "scheme-show", params=_inputs(lang), callback=_show),
        Command(lang, "lint", "scheme-lint", params=[*_inputs(lang), _jump(lang)], callback=_lint),
        Command(lang, "diff", "scheme-diff", params=_two(lang), callback=_diff),
        Command(lang, "test", "scheme-test", params=_inputs(lang), callback=_test),
    ]


def _inputs(lang: Lang) -> list[click.Parameter]:
    """The scheme, its form and the plugins, and where the result goes."""
    return [
        click.Argument(["scheme"], required=False, metavar=say(lang, "scheme-metavar"), shell_complete=schemes),
        click.Option(["--form"], metavar="NAME|FILE", help=say(lang, "opt-form")),
        folders(lang),
        *outputs(lang),
    ]


def _two(lang: Lang) -> list[click.Parameter]:
    return [
        *(
            click.Argument([name], metavar=say(lang, f"{name}-metavar"), shell_complete=schemes)
            for name in ("old", "new")
        ),
        click.Option(["--reports"], metavar="DIR", help=say(lang, "opt-reports")),
        *_inputs(lang)[1:],
    ]


def _jump(lang: Lang) -> click.Option:
    return click.Option(["--jump"], default="", metavar="PERCENT", help=say(lang, "opt-jump"))


def _command(name: str) -> Callable[..., int]:
    # Loaded only now: help and usage errors need none of what rules need.
    from cchc_score.cli import scheme

    return cast(Callable[..., int], getattr(scheme, name))


def _show(**values: Any) -> int:
    return _command("show")(asked(values))


def _lint(jump: str, **values: Any) -> int:
    return _command("lint")(asked(values), jump)


def _diff(old: str, new: str, reports: str | None, **values: Any) -> int:
    return _command("diff")(asked(values), old, new, reports)


def _test(**values: Any) -> int:
    return _command("test")(asked(values))


def _new_skeleton(kind: str, name: str, target: Path | None, **values: Any) -> int:
    options = asked(values)
    from cchc_score.cli.begin import new

    return new(options, kind, name, target)


def _schema(kind: str, **values: Any) -> int:
    options = asked(values)
    from cchc_score.cli.schemas import schema

    return schema(options, kind)
