"""Reads .txt: a report's text with its appendix, as copied out of a document."""

from cchc_score.documents import Lines, Reader
from cchc_score.files import decode, limited
from cchc_score.hookspecs import hookimpl

MAX_MEGABYTES = 2
"""A hundred times as much as a report has; every character of it is remembered with its line."""


def read(data: bytes, name: str) -> Lines:
    """The lines of a text file, numbered from 1."""
    return Lines(tuple(enumerate(decode(limited(data, name, MAX_MEGABYTES), name).split("\n"), 1)))


@hookimpl
def cchc_readers() -> list[Reader]:
    """The reader `text`."""
    return [Reader("text", (".txt",), read)]
