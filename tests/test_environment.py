"""The surroundings change nothing: locale, time zone, hash seed, folder, decimal context; and little is loaded."""

import decimal
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import EXAMPLES, ROOT, command

LOCALES = ("C", "C.UTF-8", "POSIX", "vi_VN.UTF-8", "tr_TR.UTF-8")
ZONES = ("UTC", "Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati", "Europe/London")
PROGRAM = "from cchc_score.cli import main; main()"


def run(code, *args, cwd=ROOT, **environment):
    paths = os.pathsep.join(str(path.resolve()) for path in (ROOT, ROOT / "plugins"))
    surroundings = {**os.environ, "PYTHONPATH": paths, **environment}
    return subprocess.run(
        [sys.executable, "-c", code, *args], cwd=cwd, env=surroundings, capture_output=True, check=True
    )


def test_the_same_json_under_5_locales_5_time_zones_and_20_hash_seeds(tmp_path):
    outputs = set()
    for seed in range(20):
        folder = ROOT if seed % 2 else tmp_path
        example = os.path.relpath(EXAMPLES / "hoang-hoa-2023", folder)
        result = run(
            PROGRAM, "rank", example, "--format", "json", cwd=folder, PYTHONHASHSEED=str(seed),
            LC_ALL=LOCALES[seed % 5], TZ=ZONES[seed // 4],
        )  # fmt: skip
        outputs.add(result.stdout)
    assert len(outputs) == 1


@pytest.mark.parametrize(
    "context",
    [
        decimal.Context(prec=1),
        decimal.Context(prec=3, rounding=decimal.ROUND_UP),
        decimal.Context(traps=[]),
        decimal.Context(traps=[decimal.Inexact, decimal.Rounded, decimal.FloatOperation]),
        decimal.Context(Emax=1, Emin=-1),
    ],
)
def test_the_same_json_under_any_decimal_context(context):
    wanted = command("score", EXAMPLES / "hoang-hoa-2023", "--format", "json").out
    with decimal.localcontext(context):
        assert command("score", EXAMPLES / "hoang-hoa-2023", "--format", "json").out == wanted


def loaded(*args):
    listing = (
        "import sys\nfrom cchc_score.cli.main import run\nimport io, contextlib\n"
        "with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):\n    run(sys.argv[1:])\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    return set(run(listing, *args).stdout.decode().split())


HEAVY = {"numpy", "pydantic", "pluggy", "tomli", "tabulate", "importlib_metadata"}


def test_help_loads_none_of_the_heavy_libraries():
    assert not loaded("--help") & HEAVY
    assert not loaded("rank", "--help") & HEAVY


def test_a_small_ranking_loads_neither_numpy_nor_tabulate():
    for args in ((), ("--format", "json")):
        assert loaded("rank", "examples/hoang-hoa-2023", "-q", *args) & HEAVY == {"pydantic", "pluggy", "tomli"}
    assert "tabulate" in loaded("rank", "examples/hoang-hoa-2023", "-q", "--format", "markdown")


def test_the_core_below_the_columns_knows_no_numpy():
    users = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "cchc_score").rglob("*.py")
        if any(line.startswith("import numpy") for line in path.read_text(encoding="utf-8").splitlines())
    }
    columns = ("columns", "plan", "leaf_columns", "tree_columns", "place_columns")
    assert users == {f"cchc_score/engine/{name}.py" for name in columns} | {"cchc_score/testing/columns.py"}
    assert Path(ROOT / "bench" / "by_hand.py").exists()
