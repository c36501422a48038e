"""Every command with its usage and options, from the parser of the command line itself."""

from collections.abc import Iterator

import click

from cchc_reference.markdown import block, code, joined, table, text
from cchc_score.cli.exits import Exit
from cchc_score.cli.main import PROGRAM, program
from cchc_score.text import Lang, pick

_EXITS = {
    Exit.DONE: ("xong, có thể có cảnh báo", "done, also with warnings"),
    Exit.DATA: ("số liệu có lỗi; với `check`: lỗi, cảnh báo", "errors in the data; under `check`: errors, warnings"),
    Exit.USAGE: ("sai dòng lệnh", "wrong command line"),
    Exit.FILE: ("có tệp không dùng được", "a file cannot be used"),
    Exit.RULES: ("bộ tiêu chí, mẫu, cấu hình hoặc plugin hỏng", "scheme, form, configuration or plugin broken"),
    Exit.NOTHING: ("không có gì để chấm", "nothing to score"),
    Exit.INTERNAL: ("lỗi của chính chương trình", "our own fault"),
    Exit.SYSTEM: (
        "máy từ chối: không in được kết quả, hết chỗ, hết bộ nhớ, thư mục đang đứng không còn",
        "the computer refuses: the result cannot be printed, no space or memory is left, the working folder is gone",
    ),
    Exit.INTERRUPTED: ("bị dừng giữa chừng", "interrupted"),
}  # fmt: skip


def commands(lang: Lang) -> str:
    """All commands, then what a run ends with."""
    root = program(lang)
    context = click.Context(root, info_name=PROGRAM)
    parts = [part for path, command, ctx in walk(root, context) for part in _command(path, command, ctx, lang)]
    exits = [(str(int(exit_code)), pick(lang, *_EXITS[exit_code])) for exit_code in Exit]
    headings = pick(lang, "Mã", "Code"), pick(lang, "Nghĩa", "Meaning")
    return joined([*parts, f"## {pick(lang, 'Mã kết thúc', 'Exit codes')}", table(headings, exits)])


def walk(command: click.Command, context: click.Context) -> Iterator[tuple[str, click.Command, click.Context]]:
    """A command and those below it, each with the words that call it."""
    yield context.command_path, command, context
    below_it = sorted(command.commands.items()) if isinstance(command, click.Group) else ()
    for name, below in below_it:
        yield from walk(below, click.Context(below, parent=context, info_name=name))


def _command(path: str, command: click.Command, context: click.Context, lang: Lang) -> list[str]:
    usage = f"{path} {' '.join(command.collect_usage_pieces(context))}"
    records = [record for parameter in command.get_params(context) if (record := parameter.get_help_record(context))]
    named = [record for record in records if record[0].startswith("-")]
    headings = pick(lang, "Tùy chọn", "Option"), pick(lang, "Nghĩa", "Meaning")
    rows = [(code(option), text(help_)) for option, help_ in named]
    return [f"## {path}", text(command.help or ""), block("text", usage), table(headings, rows) if rows else ""]
