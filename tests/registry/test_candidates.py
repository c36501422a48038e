"""Plugins are found in folders and among the installed; all that cannot be imported are told."""

from importlib import metadata

import pytest

from cchc_score.errors import PluginError
from cchc_score.findings import Finding
from cchc_score.registry import candidates
from cchc_score.registry.registry import Registry, load_registry
from tests.registry.made_plugins import one, plugin
from tests.running import EXAMPLES

GOOD_FILE = """\
from cchc_score import Indicator, hookimpl

@hookimpl
def cchc_indicators():
    return [Indicator("local_fact", "Của xã")]
"""


def test_a_file_in_a_folder_is_a_plugin_with_its_fingerprint(tmp_path):
    (tmp_path / "mine.py").write_text(GOOD_FILE, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    registry = load_registry([tmp_path])
    (info,) = [info for info in registry.plugins if info.name == "mine"]
    assert info.origin == (tmp_path / "mine.py").as_posix()
    assert info.version.startswith("sha256:")
    assert info.indicators == ("local_fact",)
    assert isinstance(registry, Registry)


def test_the_example_of_a_district_is_a_plugin():
    assert "local.hotline" in load_registry([EXAMPLES / "my_methods"]).methods


@pytest.mark.parametrize("text", ["raise KeyError('x')", "def (", "import no_such_module", "raise SystemExit(1)"])
def test_a_file_that_cannot_be_imported_is_told_and_the_others_too(text, tmp_path):
    (tmp_path / "broken.py").write_text(text, encoding="utf-8")
    (tmp_path / "also.py").write_text("1 / 0", encoding="utf-8")
    (tmp_path / "mine.py").write_text(GOOD_FILE, encoding="utf-8")
    with pytest.raises(PluginError) as error:
        load_registry([tmp_path])
    told = {(told.code, told.place.file, told.args["plugin"]) for told in error.value.findings}
    assert told == {
        ("plugin-import", (tmp_path / "also.py").as_posix(), "also"),
        ("plugin-import", (tmp_path / "broken.py").as_posix(), "broken"),
    }


def test_a_file_in_another_encoding_is_told(tmp_path):
    (tmp_path / "broken.py").write_bytes(b"x = '\xff'")
    with pytest.raises(PluginError) as error:
        load_registry([tmp_path])
    assert [told.code for told in error.value.findings] == ["plugin-import"]


def test_the_same_file_name_in_two_folders_is_a_plugin_twice(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.py").write_text(GOOD_FILE, encoding="utf-8")
    with pytest.raises(PluginError) as error:
        load_registry([tmp_path / "one", tmp_path / "two"])
    (told,) = error.value.findings
    assert (told.code, told.args["other"]) == ("plugin-twice", (tmp_path / "one" / "mine.py").as_posix())


def test_an_absent_folder_is_told(tmp_path):
    with pytest.raises(PluginError) as error:
        load_registry([tmp_path / "absent", tmp_path / "gone"])
    assert {(told.code, told.place.file) for told in error.value.findings} == {
        ("plugin-folder-absent", (tmp_path / "absent").as_posix()),
        ("plugin-folder-absent", (tmp_path / "gone").as_posix()),
    }


class Entry:
    """An entry point that loads a module, or fails."""

    dist = None

    def __init__(self, name, result):
        self.name, self.value, self.result = name, f"{name}_package", result

    def load(self):
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result


def test_installed_plugins_that_fail_are_all_told(monkeypatch):
    entries = [
        Entry("b", ImportError("x")),
        Entry("a", SystemExit(2)),
        Entry("c", plugin("c", methods=[]).module),
    ]
    monkeypatch.setattr(candidates.metadata, "entry_points", lambda group: entries)
    with pytest.raises(PluginError) as error:
        load_registry()
    told = [(told.code, told.args["plugin"], told.args["value"]) for told in error.value.findings]
    assert told == [("plugin-import", "a", "a_package"), ("plugin-import", "b", "b_package")]


def test_an_entry_point_that_is_listed_twice_is_one_plugin(monkeypatch):
    entries = [Entry("c", module := plugin("c", methods=[one]).module), Entry("c", module)]
    monkeypatch.setattr(candidates.metadata, "entry_points", lambda group: entries)
    assert "test.one" in load_registry().methods


def test_without_installation_the_remedy_is_told(monkeypatch):
    def absent(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(candidates.metadata, "distribution", absent)
    with pytest.raises(PluginError) as error:
        load_registry()
    assert error.value.findings == (Finding("plugin-not-installed"),)
