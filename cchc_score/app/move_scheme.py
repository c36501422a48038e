"""A scheme moved to the next year: its text and that of its golden cases, with every line that carries a year."""

from cchc_score.results.moved_scheme import MovedScheme
from cchc_score.schemes.next_year import next_year


def move_scheme(text: str, cases: str | None, period: int, file: str) -> MovedScheme:
    """The scheme of `period` for the year after; `cases` are the golden cases beside it, None where there are none."""
    scheme = next_year(text, period)
    golden = None if cases is None else next_year(cases, period)
    return MovedScheme(file, period + 1, scheme, golden)
