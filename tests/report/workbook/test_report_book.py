"""The workbook: two spreadsheet engines make of its formulas what the engine says, and a changed figure moves the same."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.report.judges import Judged, by_formualizer, by_ironcalc
from tests.report.random_books import book_of
from tests.running import EXAMPLES, command

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported.*:UserWarning")

SMALL = ("huyen-them-tieu-chi", "khung-ha-noi", "lam-dong-dti-2023", "tiep-can-phap-luat-2014", "bo-chi-so-766")
FULL_SEEDS = 200


def wrong(judged: list[Judged]) -> list[str]:
    return [f"{one.place} {one.formula}: {one.judged}, not {one.cached}" for one in judged if not one.equal]


@pytest.mark.full
@pytest.mark.parametrize("name", SMALL)
def test_both_judges_calculate_what_the_engine_says_of_an_example(tmp_path, name):
    assert command("report", EXAMPLES / name, "-o", tmp_path / "bao-cao.xlsx").code in (0, 1)
    data = (tmp_path / "bao-cao.xlsx").read_bytes()
    judged = by_ironcalc(data, tmp_path)
    assert judged
    assert not wrong(judged)
    assert not wrong(by_formualizer(data))


@pytest.mark.full
@pytest.mark.parametrize("name", ["lam-dong-2025", "hoang-hoa-2023", "lam-dong-tinh-2025"])
def test_both_judges_calculate_what_the_engine_says_of_a_large_example(tmp_path, name):
    test_both_judges_calculate_what_the_engine_says_of_an_example(tmp_path, name)


@pytest.mark.full
@pytest.mark.parametrize(
    "seed", [*range(4), *(pytest.param(one, marks=pytest.mark.full) for one in range(4, FULL_SEEDS))]
)
def test_both_judges_calculate_what_the_engine_says_of_any_year(tmp_path, registry, seed):
    data = book_of(seed, registry)
    assert not wrong(by_ironcalc(data, tmp_path))
    assert not wrong(by_formualizer(data))


def test_a_judge_notices_a_wrong_number(tmp_path, registry):
    data = book_of(0, registry)
    judged = by_ironcalc(data, tmp_path)
    assert wrong([replace(judged[0], cached=Fraction(-1))])
