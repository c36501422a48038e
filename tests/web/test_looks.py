"""The files that give all pages their looks."""

from importlib import resources

import pytest


@pytest.mark.parametrize("name", ["web.css", "web.js"])
def test_what_is_opened_is_closed_where_it_ends(name):
    text = resources.files("cchc_web").joinpath("templates", name).read_text("utf-8")
    depth = [0]
    for line in text.splitlines():
        depth.append(depth[-1] + line.count("{") - line.count("}"))
    assert min(depth) == depth[-1] == 0
    # Rules stand in nothing but the conditions about them.
    assert name == "web.js" or max(depth) == 1
