"""Pieces of Markdown: tables, code and text in which no sign is taken for a mark."""

from collections.abc import Iterable, Sequence


def text(words: str) -> str:
    """A sentence in which no sign is taken for a mark of Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#$~{}&" else sign for sign in words).replace("\n", " ")


def code(words: str) -> str:
    """Words as they are typed."""
    shown = words.replace("|", "\\|")
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells are Markdown."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def block(language: str, lines: str) -> str:
    """Lines as they stand in a file."""
    return f"```{language}\n{lines.strip()}\n```"


def joined(parts: Iterable[str]) -> str:
    """Paragraphs one after another; empty ones are left out."""
    return "\n\n".join(part for part in parts if part) + "\n"
