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


@pytest.mark.full
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


@pytest.mark.full
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


def modules(*args):
    """Every module that a command has loaded."""
    listing = (
        "import sys\nfrom cchc_score.cli.main import run\nimport io, contextlib\n"
        "with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):\n    run(sys.argv[1:])\n"
        "print(*sys.modules)"
    )
    return set(run(listing, *args).stdout.decode().split())


def loaded(*args):
    """Every library that a command has loaded."""
    return {name.partition(".")[0] for name in modules(*args)}


HEAVY = {"numpy", "pydantic", "pluggy", "tomli", "tabulate", "importlib_metadata"}


def test_help_loads_none_of_the_heavy_libraries():
    assert not loaded("--help") & HEAVY
    assert not loaded("rank", "--help") & HEAVY


@pytest.mark.full
def test_a_small_ranking_loads_neither_numpy_nor_tabulate():
    for args in ((), ("--format", "json")):
        assert loaded("rank", "examples/hoang-hoa-2023", "-q", *args) & HEAVY == {"pydantic", "pluggy", "tomli"}
    assert "tabulate" in loaded("rank", "examples/hoang-hoa-2023", "-q", "--format", "markdown")


@pytest.mark.full
def test_a_ranking_of_reports_alone_loads_nothing_that_only_other_runs_need():
    # What pluggy brings differs from Python to Python: from 3.13 on the standard library reads its metadata by json.
    brought = run("import sys, importlib.metadata, pluggy; print(*sys.modules)").stdout.decode().split()
    found = modules("rank", "examples/hoang-hoa-2023", "-q") - set(brought)
    assert not found & {"json", "cchc_score.appraisal.stages", "cchc_score.catalogue.samples"}
    # Why a unit misses the class of its index stands in every ranking; nothing else is explained there.
    told = {"cchc_score.explain.missed_class"}
    apart = [name for name in found if name.startswith(("cchc_score.office.", "cchc_score.explain."))]
    assert not set(apart) - told


def test_the_core_below_the_columns_knows_no_numpy():
    users = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "cchc_score").rglob("*.py")
        if any(line.startswith("import numpy") for line in path.read_text(encoding="utf-8").splitlines())
    }
    columns = {path for path in users if path.startswith("cchc_score/engine/columns/")}
    # Pictures are read in a process of their own; what starts it needs none of that.
    pictures = {path for path in users if path.startswith("cchc_score/scans/")}
    assert "cchc_score/scans/scan_document.py" not in pictures
    assert users == columns | pictures | {"cchc_score/testing/column_laws.py"}
    assert Path(ROOT / "bench" / "by_hand.py").exists()
