"""Write all results again: `python -m tests.golden.record`, where a change of what the program says is meant."""

import sys
import tempfile
from pathlib import Path

from tests.golden import api
from tests.golden.runs import RUNS
from tests.golden.steps import perform
from tests.golden.store import names, paths, store


def main(wanted: list[str]) -> None:
    """Record the runs whose names begin with one of some words; all of them without words; `api` is the contract."""
    chosen = {name: run for name, run in RUNS.items() if not wanted or name.startswith(tuple(wanted))}
    for name in names() if not wanted else chosen:
        for path in paths(name):
            path.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for name, run in chosen.items():
            store(name, perform(run, Path(home)))
    if not wanted or "api" in wanted:
        store("api", api.described(api.names()))


if __name__ == "__main__":
    main(sys.argv[1:])
