"""click in two languages: help and usage errors in the words of this program."""

from collections.abc import Sequence

import click

from cchc_score.cli.words import say
from cchc_score.registry.guard import plugins_apart
from cchc_score.text import Lang, nearest, visible


class Worded:
    """Help of a command or a group, in the language of its context."""

    lang: Lang

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, pieces, f"{say(self.lang, 'usage')} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of options."""
        # The method of click writes its heading 'Options' in English.
        records = [record for one in self.get_params(ctx) if (record := one.get_help_record(ctx))]  # type: ignore[attr-defined]
        with formatter.section(say(self.lang, "options")):
            formatter.write_dl(records)
        if isinstance(self, Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`."""
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = say(self.lang, "help")
        return option


class Command(Worded, click.Command):
    """One command."""

    def __init__(self, lang: Lang, name: str, phrase: str = "", **kwargs: object) -> None:
        self.lang = lang
        kwargs.setdefault("options_metavar", say(lang, "options-metavar"))
        super().__init__(name, help=say(lang, phrase or name), **kwargs)  # type: ignore[arg-type]

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        with plugins_apart():
            return super().invoke(ctx)


class Group(Worded, click.Group):
    """The program, or a command, with its commands; `phrase` says what it is for."""

    def __init__(
        self,
        lang: Lang,
        name: str,
        commands: "Sequence[Command | Group]",
        params: Sequence[click.Parameter] = (),
        phrase: str = "program",
    ) -> None:
        self.lang = lang
        super().__init__(
            name,
            commands={one.name or "": one for one in commands},
            params=list(params),
            help=say(lang, phrase),
            options_metavar=say(lang, "options-metavar"),
            subcommand_metavar=say(lang, "command-metavar"),
            # click would take a program without a command for a mistake, with exit code 2.
            no_args_is_help=False,
            invoke_without_command=True,
        )
        self.callback = self._without_command

    def _without_command(self) -> None:
        context = click.get_current_context()
        if context.invoked_subcommand is None:
            click.echo(self.get_help(context))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names."""
        name = args[0]
        # Options are left to click; while a shell completes a line, half a word is no mistake.
        if name not in self.commands and not name.startswith("-") and not ctx.resilient_parsing:
            raise NoSuchCommand(name, nearest(name, self.commands), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands."""
        # click would cut at 45 letters, in the middle of most of these sentences.
        rows = [(name, self.commands[name].get_short_help_str(90)) for name in self.list_commands(ctx)]
        with formatter.section(say(self.lang, "commands")):
            formatter.write_dl(rows)


def usage_words(error: click.UsageError, lang: Lang) -> str:
    """What is wrong with a command line, and where its help is."""
    path = error.ctx.command_path if error.ctx else "cchc-score"
    fault = _fault(error, lang)
    return f"{fault}{'' if fault.endswith('?') else '.'} {say(lang, 'usage-hint', command=path)}"


def _fault(error: click.UsageError, lang: Lang) -> str:
    # From the classes and not from the messages of click, which are English and change.
    if isinstance(error, click.NoSuchOption):
        near = nearest(error.option_name, error.possibilities or ())
        return say(lang, "usage-no-option", name=visible(error.option_name)) + (
            say(lang, "usage-near", near=near) if near else ""
        )
    if isinstance(error, click.BadOptionUsage):
        return say(lang, "usage-argument", name=visible(error.option_name))
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return say(
            lang, "usage-absent", name=visible(error.param.make_metavar(error.ctx or click.get_current_context()))
        )
    if isinstance(error, WrongChoice):
        return say(lang, "usage-value", value=visible(error.value), name=error.name, choices=", ".join(error.choices))
    if isinstance(error, NoSuchCommand):
        return say(lang, "usage-no-command", name=visible(error.name)) + (
            say(lang, "usage-near", near=error.near) if error.near else ""
        )
    if isinstance(error, WrongWord):
        return say(lang, error.phrase, **error.values)
    # click says 'unexpected extra argument' with its plainest class.
    if type(error) is click.UsageError:
        return say(lang, "usage-extra")
    return say(lang, "usage-wrong")


# These have no message of their own: `_fault` words them, in the language of the run.
class WrongChoice(click.UsageError):
    """A value that is none of the choices."""

    def __init__(self, name: str, value: str, choices: list[str]) -> None:
        super().__init__("")
        self.name, self.value, self.choices = name, value, choices


class NoSuchCommand(click.UsageError):
    """A command that does not exist."""

    def __init__(self, name: str, near: str, ctx: click.Context | None = None) -> None:
        super().__init__("", ctx)
        self.name, self.near = name, near


class WrongWord(click.UsageError):
    """A word of the command line that the data do not know."""

    def __init__(self, phrase: str, **values: object) -> None:
        super().__init__("")
        self.phrase, self.values = phrase, values
