"""Reads .toml: one unit a file, or the entries of a council."""

from cchc_score.documents import Reader, Record
from cchc_score.errors import ReportError
from cchc_score.files import limited
from cchc_score.findings import Finding, Place
from cchc_score.hookspecs import hookimpl
from cchc_score.toml_file import read_toml

MAX_MEGABYTES = 1
MAX_KEYS = 5_000
"""A unit has some hundred facts; each key that nobody knows is compared with all names."""
MAX_TABLES, OF_A_TABLE = 5_000, 12
"""A council may write thousands of entries into one file, of a few keys each."""


def read(data: bytes, name: str) -> Record:
    """The tables of a TOML file, with the line of each key."""
    if data.count(b"=") > MAX_KEYS + OF_A_TABLE * min(MAX_TABLES, data.count(b"\n[[")):
        raise ReportError([Finding("toml-large", Place(name), {"limit": MAX_KEYS})])
    file = read_toml(limited(data, name, MAX_MEGABYTES), name)
    return Record(file.data, file.lines)


@hookimpl
def cchc_readers() -> list[Reader]:
    """The reader `toml`."""
    return [Reader("toml", (".toml",), read)]
