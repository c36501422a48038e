"""What a reader may rely on everywhere: a module's name means one thing, and large data are made by keyword."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from cchc_score.builtin import METHODS
from tests import random_years

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for path in (ROOT / "cchc_score").rglob("*.py") if path.name != "__init__.py")
MOST_BY_POSITION = 5


def test_no_two_modules_have_one_name():
    names = Counter(path.stem for path in MODULES)
    assert not [name for name, count in names.items() if count > 1]


def is_class(name):
    """Whether a called name is that of a class, by the way it is written."""
    return name.lstrip("_")[:1].isupper()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_has_many_fields_is_made_by_keyword(path):
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    by_position = [
        node.lineno
        for node in calls
        if isinstance(node.func, ast.Name) and is_class(node.func.id) and len(node.args) > MOST_BY_POSITION
    ]
    assert not by_position


def test_random_years_are_scored_by_every_built_in_method():
    assert set(random_years.METHODS) == set(METHODS)
