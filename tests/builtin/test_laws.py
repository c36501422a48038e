"""Every method that comes with the program keeps all laws that are asked of a stranger's."""

import pytest

from cchc_score.registry.registry import load_registry
from cchc_score.testing import check_laws

INSTALLED = load_registry().methods


@pytest.mark.parametrize("name", sorted(INSTALLED))
def test_all_laws(name):
    check_laws(INSTALLED[name])


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("best", {"value": "more"}),
        ("given", {"points": "more"}),
        ("ratio", {"part": "more"}),
        ("target", {"value": "more"}),
    ],
)
def test_which_figures_are_better(name, better):
    assert INSTALLED[name].better(None) == better
