"""Reads .csv: one unit a line."""

from cchc_score.csv_file import read_csv
from cchc_score.documents import Grid, Reader
from cchc_score.hookspecs import hookimpl


def read(data: bytes, name: str) -> Grid:
    """The cells of a CSV file."""
    return Grid(read_csv(data, name))


@hookimpl
def cchc_readers() -> list[Reader]:
    """The reader `csv`."""
    return [Reader("csv", (".csv",), read)]
