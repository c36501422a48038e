"""docs/json.md names every key that a result has, numbers are exact, and each result agrees with the others."""

import json
import re
from fractions import Fraction

import pytest

from tests.running import EXAMPLES, ROOT, command

KNOWN = set(re.findall(r"`([A-Za-z_0-9]+)`", (ROOT / "docs" / "json.md").read_text(encoding="utf-8")))
BY_CODE = ("indicators", "areas", "not_held", "facts", "answers")
"""Where keys are codes of the scheme, unless they stand in a list."""
LINES = [
    "rank .", "rank . --parts", "rank . --by steering", "score . --stage self", "explain M02 .", "compare self final .",
    "summary .", "check .", "plugins", "finding toml-number", "finding", "facts ho so", "methods ratio",
    f"rank {EXAMPLES / 'chuan-phap-luat-2022'}", f"rank {EXAMPLES / 'hoang-hoa-2023'}", f"explain 15865 {EXAMPLES / 'hoang-hoa-2023'}",
    "scheme show lam-dong-1234-2025", "scheme lint minh-hoa-2023", "scheme test minh-hoa-2023",
    "scheme diff lam-dong-1234-2025 minh-hoa-2023", "scheme diff lam-dong-1234-2025 lam-dong-1234-2025 --reports .",
    "import reports/mau-02-03.csv -o nhap",
]  # fmt: skip


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The folder that `init` makes."""
    folder = tmp_path_factory.mktemp("json") / "nam"
    assert command("init", folder).code == 0
    return folder


def result(line, folder):
    """The JSON of a command."""
    told = command(*line.split(), "--format", "json", "--quiet", cwd=folder)
    assert told.code in (0, 1), told.err
    return json.loads(told.out)


def pieces(value, key=""):
    """Every value of a result with the key under which it stands."""
    yield key, value
    if isinstance(value, dict):
        for inner, item in value.items():
            yield from pieces(item, "*" if key in BY_CODE else inner)
    elif isinstance(value, list):
        for item in value:
            yield from pieces(item, "" if key in BY_CODE else key)


@pytest.mark.parametrize("line", [pytest.param(line, marks=pytest.mark.full) for line in LINES], ids=range(len(LINES)))
def test_every_key_is_documented_and_every_number_is_exact(line, year):
    for key, value in pieces(result(line, year)):
        assert key in {"", "*"} | KNOWN, key
        assert not isinstance(value, float), (key, value)
        if key == "exact" and isinstance(value, str):
            assert value == written(Fraction(value)), value


def written(value):
    """A number as a decimal where that ends, else as a fraction in lowest terms."""
    decimals = next((one for one in range(40) if (value * 10**one).denominator == 1), None)
    if not decimals:
        return str(value)
    digits = f"{abs(value.numerator) * 10**decimals // value.denominator:0{decimals + 1}}"
    return f"{'-' * (value < 0)}{digits[:-decimals]}.{digits[-decimals:]}"


@pytest.mark.full
@pytest.mark.parametrize("stages", [("self", "final"), ("reported", "final")])
def test_a_comparison_is_the_difference_of_two_rankings_and_its_parts_add_up(stages, year):
    before, after = (
        {one["code"]: one for one in result(f"rank . --stage {stage}", year)["communes"]} for stage in stages
    )
    compared = result(f"compare {' '.join(stages)} .", year)
    assert len(compared["units"]) == len(after)
    for unit in compared["units"]:
        sides = (("before", before), ("after", after))
        for side, ranked in sides:
            for key in ("points", "reachable", "index", "rank"):
                assert unit[side][key] == ranked[unit["code"]][key] or "self" in stages
        low, high = (Fraction(unit[side]["points"]["exact"]) for side, _ in sides)
        assert Fraction(unit["points"]) == high - low
        indices = [Fraction(unit[side]["index"]["exact"]) for side, _ in sides]
        assert Fraction(unit["index"]) == indices[1] - indices[0]
        parts = unit["parts"]
        assert sum(Fraction(part["points"]) for part in parts) + Fraction(unit["cut"]) == high - low
        told = sum(Fraction(part["index"]) for part in parts) + Fraction(unit["cut_index"])
        assert told + Fraction(unit["denominator_index"]) == indices[1] - indices[0]


@pytest.mark.full
def test_an_explanation_says_what_the_ranking_says(year):
    for ranked in result("rank .", year)["communes"]:
        told = result(f"explain {ranked['code']} .", year)
        assert (told["unit"]["rank"], told["unit"]["class"]) == (ranked["rank"], ranked["class"])
        assert told["unit"]["index"]["exact"] == ranked["index"]["exact"]
        assert told["unit"]["total"]["points"] == ranked["points"]
        assert {one["code"]: one["points"] for one in told["unit"]["areas"]} == {
            code: area["points"] for code, area in ranked["areas"].items()
        }
        by_number = {one["number"]: one for one in ranked["criteria"]}
        for one in told["criteria"]:
            same = by_number[one["number"]]
            assert [one[key] for key in ("outcome", "points", "points_high", "reachable")] == [
                same[key] for key in ("outcome", "points", "points_high", "reachable")
            ]
            values = [(fact["indicator"], fact["value"]) for fact in one["facts"]]
            assert values == [(fact["indicator"], fact["value"]) for fact in same["facts"]]
