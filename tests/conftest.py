"""What many tests share."""

import pytest

from cchc_score.plugins import load


@pytest.fixture(scope="session")
def registry():
    """The built-in and the area plugins, as installed."""
    return load()
