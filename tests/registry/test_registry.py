"""One registry whatever the order of the plugins, asked once, frozen."""

import random

import pytest

from cchc_score.builtin import METHODS
from cchc_score.builtin import PLUGINS as BUILTIN
from cchc_score.model import Indicator
from cchc_score.registry.candidates import Candidate
from cchc_score.registry.hook_checks import related_codes
from cchc_score.registry.registry import assemble
from tests.registry.made_plugins import faults, one, other, plugin, reader, text_format


@pytest.mark.full
def test_the_registry_does_not_depend_on_the_order_of_plugins():
    candidates = [
        plugin("b", indicators=[Indicator("x", "X"), Indicator("w", "W", part_of="x")], methods=[one]),
        plugin("a", indicators=[Indicator("v", "V", sum_of=("x", "w"))], readers=[reader()]),
        plugin("c", formats=[text_format(), text_format("bare")], methods=[other(name="test.two")]),
        *(Candidate(f"cchc.{name}", "cchc-score", "", module) for name, module in BUILTIN.items()),
    ]
    wanted = assemble(candidates)
    shuffle = random.Random(1).shuffle
    for _ in range(30):
        shuffle(candidates)
        found = assemble(candidates)
        assert found == wanted
        for kind in ("indicators", "methods", "readers", "formats"):
            assert list(getattr(found, kind)) == list(getattr(wanted, kind)) == sorted(getattr(wanted, kind))
        assert found.plugins == wanted.plugins


def test_a_registry_cannot_be_changed():
    registry = assemble([plugin("a", methods=[one])])
    with pytest.raises(TypeError):
        registry.methods["x"] = one
    with pytest.raises(AttributeError):
        registry.methods = {}


def test_each_hook_is_asked_once():
    asked = []
    assemble([plugin("a", methods=lambda: asked.append(1) or [one], indicators=lambda: asked.append(2) or [])])
    assert sorted(asked) == [1, 2]


def test_a_plugin_says_where_it_comes_from_and_what_it_gives():
    (info,) = assemble([plugin("a", "a.py", methods=[other(name="z"), other(name="y")])]).plugins
    assert (info.name, info.origin, info.version, info.methods) == ("a", "a.py", "1", ("y", "z"))
    assert info.indicators == info.readers == info.formats == ()


def test_a_hook_may_give_nothing_or_a_generator():
    registry = assemble([plugin("a", methods=lambda: (method for method in [one]), readers=())])
    assert list(registry.methods) == ["test.one"]


def test_what_the_core_brings_comes_through_the_same_contract(registry):
    for name, module in BUILTIN.items():
        hooks = {kind for kind in ("indicators", "methods", "readers", "formats") if hasattr(module, f"cchc_{kind}")}
        (info,) = [info for info in registry.plugins if info.name == f"cchc.{name}"]
        assert {kind for kind in hooks if getattr(info, kind)} == hooks
        assert hooks
    core = [info for info in registry.plugins if info.name.startswith("cchc.")]
    assert sorted(method for info in core for method in info.methods) == sorted(METHODS)
    pictures = {suffix for read in registry.readers.values() if read.scans_only for suffix in read.suffixes}
    assert pictures == {".png", ".jpg", ".jpeg", ".tif", ".tiff"}
    assert {suffix for read in registry.readers.values() for suffix in read.suffixes} - pictures == {
        ".csv",
        ".txt",
        ".toml",
        ".docx",
        ".docm",
        ".ods",
        ".xls",
        ".xlsb",
        ".doc",
        ".odt",
        ".rtf",
        ".xlsx",
        ".xlsm",
        ".pdf",
    }
    assert set(registry.formats) == {"table", "markdown", "latex", "html", "csv", "json"}


def test_a_plugin_cannot_replace_what_the_core_brings():
    core = [Candidate(f"cchc.{name}", "cchc-score", "", module) for name, module in BUILTIN.items()]
    assert faults(*core, plugin("zz", methods=[other(name="ratio")])) == {
        ("plugin-item-twice", "zz.py", "zz", "cchc_methods")
    }


def test_the_seven_areas_are_installed_as_plugins(registry):
    installed = [info for info in registry.plugins if not info.name.startswith("cchc.")]
    assert len([info for info in installed if info.origin == "cchc-score" and info.indicators]) == 7


def test_relations_may_lead_to_other_plugins():
    registry = assemble(
        [
            plugin("a", indicators=[Indicator("x", "X", part_of="y", sum_of=("z",), exclusive_with=("y", "z"))]),
            plugin("b", indicators=[Indicator("y", "Y"), Indicator("z", "Z")]),
        ]
    )
    assert related_codes(registry.indicators["x"]) == ("y", "z", "y", "z")
