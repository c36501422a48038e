"""The cookbook: every recipe is a scheme that runs with its golden cases, and is shown in both languages."""

import importlib.util
import json
import re

import pytest
import tomli

from cchc_score.schemes.scheme_tables import CriterionTable
from cchc_score.testing import check_laws
from tests.running import ROOT, command

FOLDER = ROOT / "docs" / "cookbook"
OWN = sorted((FOLDER / "methods").glob("*.py"))
RECIPES = sorted(path for path in FOLDER.glob("*.toml") if not path.name.endswith(".cases.toml"))
PAGES = [ROOT / "docs" / "vi" / "cookbook.md", ROOT / "docs" / "cookbook.md"]


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_the_command_of_a_recipe_finds_nothing_wrong_with_it(path):
    said = path.read_text(encoding="utf-8").splitlines()[1].partition(": cchc-score ")[2]
    assert f"docs/cookbook/{path.name}" in said
    result = command(*said.split(), "--lang", "en")
    assert result.code == 0, result.err + result.out
    assert "golden cases. Result: nothing found" in result.out


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_every_recipe_is_shown_whole(page):
    text = page.read_text(encoding="utf-8")
    assert len(RECIPES) > 15
    for path in RECIPES:
        start = re.search(rf"/{path.name}\n:language: toml\n:start-at: (\[\S+)\n", text)[1]
        body = path.read_text(encoding="utf-8").partition("\n[area.example]\n")[2]
        first = re.search(r"^\[(indicator|criterion)\.", body, re.MULTILINE)[0]
        assert first.startswith(start) or start == "[area.example]", path
        assert f"/{path.stem}.cases.toml)" in text, path
    for path in OWN:
        assert f"/methods/{path.name}\n:language: python\n" in text, path
    assert text.count("{literalinclude}") == len(RECIPES) + len(OWN)


def test_there_is_a_recipe_for_every_method_and_every_way_of_combining(registry):
    criteria = [one for path in RECIPES for one in tomli.loads(path.read_text(encoding="utf-8"))["criterion"].values()]
    assert set(registry.methods) < {one.get("method") for one in criteria}
    ways = set(CriterionTable.model_fields["combine"].annotation.__args__[0].__args__)
    assert ways - {"sum"} == {one["combine"] for one in criteria if "combine" in one}
    assert any("gate" in one for one in criteria)
    assert any("factor" in one for one in criteria)


@pytest.mark.full
@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_a_method_of_ones_own_keeps_all_laws(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (method,) = module.cchc_methods()
    assert method.name == f"cookbook.{path.stem}"
    check_laws(method)


BESIDES = [path for path in RECIPES if "cookbook." in path.read_text(encoding="utf-8") and path.stem != "own-method"]


@pytest.mark.full
@pytest.mark.parametrize("path", BESIDES, ids=lambda path: path.stem)
def test_a_method_of_ones_own_has_a_case_on_every_limit_and_lint_tells_no_warning(path):
    assert len(BESIDES) == len(OWN) - 1
    given = (path, "--plugins", FOLDER / "methods", "--lang", "en")
    told = command("scheme", "test", *given, "--format", "json")
    assert told.code == 0, told.err
    limits = [limit for one in json.loads(told.out)["criteria"] for limit in one["limits"]]
    assert limits
    assert all(limit["covered"] for limit in limits)
    lint = command("scheme", "lint", *given)
    assert lint.code == 0, lint.out
