"""What many tests share, and the choice between the quick run and the full one.

A bare `pytest` is quick: few random examples, and no test marked `full`. With `--full` every test runs, with
many: the same ones each time, or new ones with `--fresh`. A test that is named by its id always runs.
"""

import importlib

import pytest

from cchc_score.registry.registry import load_registry

LEFT = pytest.StashKey[int]()
"""The number of tests that this run leaves to the full one."""


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="every test, and many random examples for each law")
    parser.addoption("--fresh", action="store_true", help="with --full: examples that no run has drawn before")


def pytest_configure(config):
    config.stash[LEFT] = 0
    # Before any test is imported: its settings start from the profile that holds then.
    if not config.getoption("full"):
        importlib.import_module("tests.quick")
    elif not config.getoption("fresh") and not config.pluginmanager.has_plugin("tests.quick"):
        importlib.import_module("tests.full")


def pytest_collection_modifyitems(config, items):
    if config.getoption("full"):
        return
    named = tuple(arg.rpartition("tests/")[2] for arg in config.args if "::" in arg)
    kept, left = [], []
    for item in items:
        slow = item.get_closest_marker("full") and not item.nodeid.removeprefix("tests/").startswith(named)
        (left if slow else kept).append(item)
    config.stash[LEFT] = len(left)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


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
    if config.stash[LEFT] and not hasattr(config, "workeroutput"):
        reporter = config.pluginmanager.get_plugin("terminalreporter")
        reporter.write_line(f"{config.stash[LEFT]} tests were left to the full run: pytest --full")
    return result


@pytest.fixture(scope="session")
def registry():
    """The built-in and the area plugins, as installed."""
    return load_registry()
