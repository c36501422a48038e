"""Reads .toml: one unit a file."""

from cchc_score.documents import Reader, Record
from cchc_score.hookspecs import hookimpl
from cchc_score.toml_file import read_toml


def read(data: bytes, name: str) -> Record:
    """The tables of a TOML file, with the line of each key."""
    file = read_toml(data, name)
    return Record(file.data, file.lines)


@hookimpl
def cchc_readers() -> list[Reader]:
    """The reader `toml`."""
    return [Reader("toml", (".toml",), read)]
