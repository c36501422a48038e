"""What many tests share, and the choice between the quick run and the full one.

A bare `pytest` is quick: few random examples, few cases of a test that has many, and no test marked `full`. With
`--full` every test runs, with many: the same ones each time, or new ones with `--fresh`. A test that is named by its
id always runs.
"""

import importlib
import os
from collections import defaultdict

import pytest

from cchc_score.registry.registry import load_registry

LEFT = pytest.StashKey[int]()
"""The number of tests that this run leaves to the full one."""
SLOW = pytest.StashKey[list[str]]()
"""The tests of this run that took more than SLOW_SECONDS."""
CASES = 3
"""How many cases of one test the quick run takes, spread evenly over all that it has."""
SLOW_SECONDS = 0.5
"""From how many seconds of a processor on the quick run names a test, as one to be marked `full` or to be made smaller."""


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="every test, and many random examples for each law")
    parser.addoption("--fresh", action="store_true", help="with --full: examples that no run has drawn before")


def pytest_configure(config):
    config.stash[LEFT] = 0
    config.stash[SLOW] = []
    # Before any test is imported: its settings start from the profile that holds then.
    if not config.getoption("full"):
        config.pluginmanager.register(SlowTests(config))
        importlib.import_module("tests.quick")
    elif not config.getoption("fresh") and not config.pluginmanager.has_plugin("tests.quick"):
        importlib.import_module("tests.full")


# After `-k` and `-m`: cases are counted among the tests that were asked for.
@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    if config.getoption("full"):
        return
    named = tuple(arg.rpartition("tests/")[2] for arg in config.args if "::" in arg)
    kept = {item for item in items if item.nodeid.removeprefix("tests/").startswith(named)}
    cases = defaultdict(list)
    for item in items:
        if item not in kept and not item.get_closest_marker("full"):
            cases[item.nodeid.partition("[")[0]].append(item)
    for tests in cases.values():
        kept.update(spread(tests))
    left = [item for item in items if item not in kept]
    config.stash[LEFT] = len(left)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item in kept]


def spread(tests):
    """At most CASES of some tests: the first, the last, and as many between at equal distances."""
    if len(tests) <= CASES:
        return tests
    return [tests[number * (len(tests) - 1) // (CASES - 1)] for number in range(CASES)]


def processor_seconds():
    """How long processors have worked for this process and for those that it waited for."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    start = processor_seconds()
    try:
        return (yield)
    finally:
        if processor_seconds() - start > SLOW_SECONDS:
            # What a process of pytest-xdist has found reaches the first one by the report of the test.
            item.user_properties.append(("slow", ""))


class SlowTests:
    """Gathers the tests of the quick run that are too slow for it, in the process that reports."""

    def __init__(self, config):
        self.config = config

    def pytest_runtest_logreport(self, report):
        if report.when == "call" and ("slow", "") in map(tuple, report.user_properties):
            self.config.stash[SLOW].append(report.nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Every process of pytest-xdist collects all tests; the first to end says what all have left."""
    node.config.stash[LEFT] = max(node.config.stash[LEFT], getattr(node, "workeroutput", {}).get("left", 0))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session):
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["left"] = config.stash[LEFT]
    result = yield
    if hasattr(config, "workeroutput"):
        return result
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    for test in sorted(config.stash[SLOW]):
        reporter.write_line(f"too slow for the quick run, to be marked `full` or made smaller: {test}")
    if config.stash[LEFT]:
        reporter.write_line(f"{config.stash[LEFT]} tests were left to the full run: pytest --full")
    return result


@pytest.fixture(scope="session")
def registry():
    """The built-in and the area plugins, as installed."""
    return load_registry()
