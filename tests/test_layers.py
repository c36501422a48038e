"""One-way imports: between packages in one order, and inside each package without a circle; lazy imports count too."""

import ast
from graphlib import CycleError

import pytest

from tests.layers import CORE, PACKAGES, ROOT, core_module, imports, in_order, level, room, targets


def test_every_room_stands_in_the_order_once():
    assert sorted(name for rooms in PACKAGES for name in rooms) == sorted({room(module) for module in CORE})


@pytest.mark.parametrize("module", sorted(CORE))
def test_a_module_imports_only_from_lower_rooms_and_its_own(module):
    for target in targets(module):
        assert room(target) == room(module) or level(target) < level(module), f"{module} imports {target}"


@pytest.mark.parametrize("package", sorted({room(module) for module in CORE}))
def test_the_modules_of_a_room_have_an_order(package):
    try:
        assert in_order(package)
    except CycleError as error:
        pytest.fail(f"{package}: {' <- '.join(error.args[1])}")


@pytest.mark.full
def test_nothing_of_the_core_needs_what_it_gives_to_testers():
    for module, path in CORE.items():
        if not module.startswith("testing"):
            assert not any(name.startswith("cchc_score.testing") for name in imports(path)), module


def test_the_core_names_no_area_plugin():
    for path in CORE.values():
        assert "cchc_areas" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("path", sorted((ROOT / "plugins").rglob("*.py")), ids=lambda path: path.stem)
def test_an_area_plugin_needs_only_the_contract(path):
    allowed = {"", "hookspecs", "methods", "model", "text", "wording"}
    assert {target for name in imports(path) if (target := core_module(name)) is not None} <= allowed


def test_only_one_module_touches_the_hooks_and_one_the_disk():
    texts = {module: path.read_text(encoding="utf-8") for module, path in CORE.items()}
    assert [module for module, text in texts.items() if "PluginManager(" in text] == ["registry.registry"]
    opening = ("open(", ".read_text(", ".write_text(", ".write_bytes(", "os.replace(")
    assert {module for module, text in texts.items() if any(word in text for word in opening)} <= {
        "files.disk",
        # It holds a file open while it adds to it.
        "files.growing_file",
        # It starts another program, in a temporary folder of its own.
        "files.office_program",
        # It starts another process, by `Popen(`, and opens no file.
        "files.child_server",
        "cli.failures",
    }


@pytest.mark.full
def test_points_are_rounded_only_in_the_engine():
    users = {module for module, path in CORE.items() if "round_half_up(" in path.read_text(encoding="utf-8")}
    # Beside points only what is made of several figures is rounded, to the decimals of the fact that holds it.
    engine = {"engine.leaf_points", "engine.ranking", "engine.derived_facts", "engine.columns.exact_standings"}
    assert users <= {"points", "intake.item_lists"} | engine
    for path in CORE.values():
        assert " round(" not in path.read_text(encoding="utf-8"), path


def test_nothing_in_the_engine_is_a_float():
    for module, path in CORE.items():
        if module.startswith(("engine", "builtin", "points", "facts", "sheet")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            floats = [
                node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)
            ]
            assert not floats, path
