"""All that commands print and write is what it was, byte for byte; and so is the contract of plugins."""

import gc
import re
from difflib import unified_diff

import pytest

from tests.golden import api
from tests.golden.runs import RUNS
from tests.golden.steps import perform
from tests.golden.store import names, stored

SMALL = ("binh-duong-2017/", "cookbook/")
"""Runs of these take no time; the others are left to the full run of the tests."""
AROUND, MOST = 5, 40
"""So many lines are shown before the first difference, and compared from there on."""


BUILT_IN = re.compile(r'\s*\{\s*"name": "cchc\.\w+",\s*"version": "[^"]*"\s*\},?')
"""A built-in plugin in the list of those that took part: one more changes no result."""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Where runs have their folders; garbage is looked for as seldom as where the program runs alone."""
    usual = gc.get_threshold()
    gc.set_threshold(100_000, 50, 50)
    yield tmp_path_factory.mktemp("golden")
    gc.set_threshold(*usual)


def same(name, found):
    """Refuse what differs from the stored result of a name, and show where."""
    wanted = stored(name)
    assert wanted is not None, f"no result is stored for {name}: run python -m tests.golden.record"
    if not name.startswith("plugins/"):
        wanted, found = BUILT_IN.sub("", wanted), BUILT_IN.sub("", found)
    if found != wanted:
        lines = [text.split("\n") for text in (wanted, found)]
        first = next(
            (at for at, pair in enumerate(zip(*lines, strict=False)) if pair[0] != pair[1]), min(map(len, lines))
        )
        parts = [one[max(first - AROUND, 0) : first + MOST] for one in lines]
        shown = [line[:300] for line in unified_diff(*parts, "stored", "found", lineterm="", n=AROUND)]
        pytest.fail(
            "\n".join(
                [
                    f"{name} differs from its line {first + 1} on; where that is meant: python -m tests.golden.record {name}",
                    *shown,
                ]
            ),
            pytrace=False,
        )


@pytest.mark.full
@pytest.mark.parametrize(
    "name", [name if name.startswith(SMALL) else pytest.param(name, marks=pytest.mark.full) for name in RUNS]
)
def test_a_run_gives_what_is_stored(name, home):
    same(name, perform(RUNS[name], home))


def test_the_contract_of_plugins_is_what_is_stored():
    same("api", api.described(api.listed(stored("api"))))


def test_every_stored_result_belongs_to_a_run():
    assert names() == {*RUNS, "api"}
