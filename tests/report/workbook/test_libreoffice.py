"""LibreOffice, told to calculate everything anew, says what the engine says."""

import pytest

from tests.report.libreoffice import differing, recalculated
from tests.report.random_books import book_of
from tests.running import EXAMPLES, command

pytestmark = [pytest.mark.full, pytest.mark.filterwarnings("ignore:.*extension is not supported.*:UserWarning")]

YEARS = ("hoang-hoa-2023", "khung-ha-noi", "bo-chi-so-766")
SEEDS = (*range(8), 48)
"""Among them a year in which a figure that follows from others is empty, and compared."""


def assert_judged_alike(books, folder) -> None:
    again = recalculated(books, folder)
    assert not [f"{name}: {one}" for name in books for one in differing(books[name], again[name])]


def test_it_calculates_what_the_engine_says_of_an_example(tmp_path):
    books = {}
    for name in YEARS:
        assert command("report", EXAMPLES / name, "-o", tmp_path / "a.xlsx", "--force").code in (0, 1)
        books[name] = (tmp_path / "a.xlsx").read_bytes()
    assert_judged_alike(books, tmp_path)


def test_it_calculates_what_the_engine_says_of_any_year(tmp_path, registry):
    assert_judged_alike({f"year-{seed}": book_of(seed, registry) for seed in SEEDS}, tmp_path)
