"""click in two languages: help and usage errors in the words of this program."""

from collections.abc import Sequence

import click

from cchc_score.cli.words import say
from cchc_score.registry.guard import plugins_apart
from cchc_score.text import Lang, nearest, visible


class Worded:
    """Help of a command or a group, in the language of its context."""

    lang: Lang

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What the arguments say."""
        try:
            parsed: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except click.UsageError as error:
            # click names the command with some of its errors only, and each is told with its right form.
            error.ctx = error.ctx or ctx
            raise
        return parsed

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
    """One command; `needs` are the options that it cannot do without, as they are written."""

    def __init__(self, lang: Lang, name: str, phrase: str = "", needs: str = "", **kwargs: object) -> None:
        self.lang, self.needs = lang, needs
        kwargs.setdefault("options_metavar", say(lang, "options-metavar"))
        phrase = phrase or name
        short = say(lang, f"short-{phrase}")
        super().__init__(name, help=say(lang, phrase), short_help=short, **kwargs)  # type: ignore[arg-type]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands behind the command's name in its first line of help."""
        return [*super().collect_usage_pieces(ctx), *filter(None, [self.needs])]

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
            short_help=say(lang, f"short-{phrase}") if phrase != "program" else None,
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
        rows = [(name, self.commands[name].get_short_help_str()) for name in self.list_commands(ctx)]
        with formatter.section(say(self.lang, "commands")):
            formatter.write_dl(rows)


def usage_lines(error: click.UsageError, lang: Lang) -> list[str]:
    """What is wrong with a command line, the right form of the command, and where its help is."""
    path = error.ctx.command_path if error.ctx else "cchc-score"
    fault = _fault(error, lang)
    lines = [f"{fault}{'' if fault.endswith('?') else '.'}"]
    if error.ctx is not None:
        pieces = " ".join(error.ctx.command.collect_usage_pieces(error.ctx))
        lines.append(say(lang, "usage-form", form=f"{path} {pieces}"))
    return [*lines, say(lang, "usage-hint", command=path)]


def _fault(error: click.UsageError, lang: Lang) -> str:
    # From the classes and not from the messages of click, which are English and change.
    if isinstance(error, click.NoSuchOption):
        near = nearest(error.option_name, error.possibilities or ())
        return say(lang, "usage-no-option", name=visible(error.option_name)) + (
            say(lang, "usage-near", near=near) if near else ""
        )
    if isinstance(error, click.BadOptionUsage):
        return _option_fault(error, lang)
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


def _option_fault(error: click.BadOptionUsage, lang: Lang) -> str:
    """What is wrong with the value of an option that is known: it has none, or takes none."""
    name = visible(error.option_name)
    known = error.ctx.command.get_params(error.ctx) if error.ctx else []
    option = next((one for one in known if isinstance(one, click.Option) and error.option_name in one.opts), None)
    if option is not None and option.is_flag:
        return say(lang, "usage-flag", name=name)
    metavar = option.metavar if option is not None and option.metavar else "..."
    return say(lang, "usage-argument", name=name, form=f"{name} {metavar}")


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
