"""Reads .txt: a report's text with its appendix, as copied out of a document."""

from cchc_score.documents import Lines, Reader
from cchc_score.files import decode
from cchc_score.hookspecs import hookimpl


def read(data: bytes, name: str) -> Lines:
    """The lines of a text file, numbered from 1."""
    return Lines(tuple(enumerate(decode(data, name).split("\n"), 1)))


@hookimpl
def cchc_readers() -> list[Reader]:
    """The reader `text`."""
    return [Reader("text", (".txt",), read)]
