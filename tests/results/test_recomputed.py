"""Whoever has a result as JSON and the scheme's file can work out every point, index, rank and class again."""

import json
import tomllib
from pathlib import Path

import pytest

from tests.outsider import differences
from tests.random_years import random_case
from tests.running import ROOT, command

SEEDS = 40
EXAMPLES = sorted(path.name for path in (ROOT / "examples").iterdir() if (path / "cchc.toml").exists())


def result(folder, *options):
    """The JSON of a ranking."""
    told = command("rank", folder, "--format", "json", "--quiet", *options)
    assert told.code in (0, 1), told.err
    return json.loads(told.out)


@pytest.mark.parametrize(
    "seed", [*range(0, SEEDS, 10), *(pytest.param(seed, marks=pytest.mark.full) for seed in range(1, SEEDS * 10, 7))]
)
def test_a_random_year_is_recomputed_from_its_json(tmp_path, seed):
    case = random_case(seed)
    files = {"cchc.toml": 'scheme = "scheme.toml"\nunits = "units.csv"\nreports = "reports"\n'}
    files |= {"scheme.toml": case.scheme, "units.csv": case.units_csv}
    files |= {f"reports/{name}": text for name, text in case.reports.items()}
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert not list(differences(result(tmp_path), case.scheme))


def scheme_file(folder: Path, name: str) -> str:
    """The text of a scheme beside a year, or of one that comes with the program."""
    own = folder / name
    return (own if own.exists() else ROOT / "scoring_rules" / f"{name}.toml").read_text(encoding="utf-8")


@pytest.mark.full
@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("stage", ["final", "self"])
def test_a_year_of_the_examples_is_recomputed_from_its_json(example, stage):
    folder = ROOT / "examples" / example
    name = tomllib.loads((folder / "cchc.toml").read_text(encoding="utf-8"))["scheme"]
    assert not list(differences(result(folder, "--stage", stage), scheme_file(folder, name)))


@pytest.mark.full
@pytest.mark.parametrize(
    "change",
    [
        lambda one: one.update(rank=99),
        lambda one: one.update({"class": "khác"}),
        lambda one: one["index"].update(exact="1/3"),
        lambda one: one["areas"].popitem()[1].update(points={"exact": "12345"}),
        lambda one: one["criteria"][-1].update(points={"exact": "12345"}),
        lambda one: one["criteria"][-1].update(outcome="NONE"),
        lambda one: one.update(ranked=not one["ranked"]),
        lambda one: [fact.update(value="1") for fact in one["criteria"][-1]["facts"]],
    ],
)
def test_what_is_changed_in_a_result_is_seen(change):
    folder = ROOT / "examples" / "hoang-hoa-2023"
    data, scheme = result(folder), scheme_file(folder, "minh-hoa-2023")
    assert not list(differences(data, scheme))
    change(data["communes"][0])
    assert list(differences(data, scheme))
