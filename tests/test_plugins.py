"""Plugins: one registry whatever the order, and every breach of the contract is told with plugin and hook."""

import random
import types
from importlib import metadata

import pytest

from cchc_score import plugins
from cchc_score.builtin import PLUGINS as BUILTIN
from cchc_score.catalogue.plugins import PLUGINS
from cchc_score.documents import Grid, Lines, Reader
from cchc_score.errors import PluginError
from cchc_score.findings import Finding
from cchc_score.formats import Format
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import ColumnForm, Fact, Method, NoSettings, Settings, per_commune
from cchc_score.model import Indicator, Option
from cchc_score.plugins import Candidate, Registry, assemble, load, related
from tests.running import EXAMPLES

LATER = (
    "method-extra",
    "method-raised",
    "method-context",
    "method-float",
    "method-type",
    "method-range",
    "method-peers",
)
RUNNING = (*LATER, "reader-raised", "reader-type", "format-raised")
"""Faults that only show when a method, a reader or a format is used."""


def hook(items):
    """A hook that gives these things, or does what a function does."""

    def implementation():
        return items() if isinstance(items, types.FunctionType) else items

    return hookimpl(implementation)


def plugin(name, origin="", **hooks):
    """A plugin as it is found: a module with hooks."""
    module = types.ModuleType(name)
    for kind, items in hooks.items():
        setattr(module, f"cchc_{kind}", hook(items))
    return Candidate(name, origin or f"{name}.py", "1", module)


def raw(name, **content):
    """A plugin whose module has this content."""
    module = types.ModuleType(name)
    module.__dict__.update(content)
    return Candidate(name, f"{name}.py", "1", module)


def faults(*candidates):
    """What is told about plugins: (code, origin, plugin, hook or item)."""
    with pytest.raises(PluginError) as error:
        assemble(candidates)
    return {
        (
            told.code,
            told.place.file,
            told.args["plugin"],
            str(told.args.get("hook", told.args.get("item", ""))),
        )
        for told in error.value.findings
    }


@per_commune("test.one")
def one(rule, x):
    """One."""
    return rule.max_points


def reader(name="note", *suffixes):
    return Reader(name, suffixes or (".note",), lambda data, shown: Grid(()))


def text_format(name="plain"):
    return Format(name, ".txt", lambda page: "")


def other(**changes):
    """The method above with something changed."""
    given = {
        "name": "test.one",
        "function": one.function,
        "settings": NoSettings,
        "parameters": ("x",),
        **changes,
    }
    return Method(**given)


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
    assert {method for info in core for method in info.methods} == {
        "answers",
        "options",
        "deadline",
        "bands",
        "ratio",
        "count",
        "given",
        "best",
        "target",
    }
    assert {suffix for read in registry.readers.values() for suffix in read.suffixes} == {
        ".csv",
        ".txt",
        ".toml",
        ".docx",
        ".docm",
        ".xlsx",
        ".xlsm",
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


@hookimpl
def misspelt():
    """A hook under a wrong name."""


def unmarked():
    """A hook without its mark."""


@hookimpl
def with_parameters(config):
    """A hook that asks for something."""


def failing(error):
    """A function that fails with an error."""

    def fails():
        raise error

    return fails


def exiting():
    raise SystemExit(3)


def columns(function):
    """A column form without numbers of its own."""
    return ColumnForm(constants=lambda *_: (), function=function, bound=lambda *_: 0)


class Share(Settings):
    part: Fact
    whole: Fact | None = None


@per_commune("local.share", Share)
def forgetful(rule, part):
    return part


OPTIONS = (Option("a", "A"), Option("b", "B"))
BREACHES = {
    "misspelt hook": (
        [raw("p", cchc_metods=misspelt)],
        {("plugin-hook-unknown", "p.py", "p", "cchc_metods")},
    ),
    "unmarked hook": (
        [raw("p", cchc_methods=unmarked)],
        {("plugin-hook-unmarked", "p.py", "p", "cchc_methods")},
    ),
    "no hook": ([raw("p")], {("plugin-empty", "p.py", "p", "")}),
    "one method without a list": (
        [raw("p", cchc_methods=hook(lambda: one))],
        {("plugin-item", "p.py", "p", "cchc_methods")},
    ),
    "fact that is never asked for": (
        [plugin("p", methods=[forgetful])],
        {("method-unasked", "p.py", "p", "local.share")},
    ),
    "hook with parameters": (
        [raw("p", cchc_methods=with_parameters)],
        {("plugin-signature", "p.py", "p", "cchc_methods")},
    ),
    "hook with parameters before a good one": (
        [raw("p", cchc_methods=with_parameters, cchc_readers=hook([]))],
        {("plugin-signature", "p.py", "p", "cchc_methods")},
    ),
    "plugin twice": (
        [plugin("p", "one/p.py", methods=[]), plugin("p", "two/p.py", methods=[])],
        {("plugin-twice", "two/p.py", "p", "")},
    ),
    "plugin twice with other hooks": (
        [plugin("p", "one/p.py", methods=[]), plugin("p", "two/p.py", readers=[])],
        {("plugin-twice", "two/p.py", "p", "")},
    ),
    "module under two names": (
        [twin := plugin("p", methods=[]), Candidate("q", "q.py", "", twin.module)],
        {("plugin-twice", "q.py", "q", "")},
    ),
    "method twice": (
        [plugin("p", methods=[one]), plugin("q", methods=[one])],
        {("plugin-item-twice", "q.py", "q", "cchc_methods")},
    ),
    "method twice in one plugin": (
        [plugin("p", methods=[one, one])],
        {("plugin-item-twice", "p.py", "p", "cchc_methods")},
    ),
    "indicator twice": (
        [plugin("p", indicators=[Indicator("x", "X")]), plugin("q", indicators=[Indicator("x", "Y")])],
        {("plugin-item-twice", "q.py", "q", "cchc_indicators")},
    ),
    "reader twice": (
        [plugin("p", readers=[reader("n", ".a")]), plugin("q", readers=[reader("n", ".b")])],
        {("plugin-item-twice", "q.py", "q", "cchc_readers")},
    ),
    "suffix twice": (
        [plugin("p", readers=[reader("n")]), plugin("q", readers=[reader("m")])],
        {("plugin-item-twice", "q.py", "q", "cchc_readers")},
    ),
    "suffix twice in one plugin": (
        [plugin("p", readers=[reader("n"), reader("m")])],
        {("plugin-item-twice", "p.py", "p", "cchc_readers")},
    ),
    "format twice": (
        [plugin("p", formats=[text_format()]), plugin("q", formats=[text_format()])],
        {("plugin-item-twice", "q.py", "q", "cchc_formats")},
    ),
    "raising hook": (
        [plugin("p", methods=failing(KeyError("x")))],
        {("plugin-raised", "p.py", "p", "cchc_methods")},
    ),
    "exiting hook": ([plugin("p", readers=exiting)], {("plugin-raised", "p.py", "p", "cchc_readers")}),
    "hook that gives nothing": (
        [plugin("p", formats=lambda: None)],
        {("plugin-raised", "p.py", "p", "cchc_formats")},
    ),
    "wrong things": ([plugin("p", indicators=["x"])], {("plugin-item", "p.py", "p", "cchc_indicators")}),
    "bare function": (
        [plugin("p", methods=[one.function])],
        {("plugin-method-plain", "p.py", "p", one.function.__name__)},
    ),
    "things of another hook": ([plugin("p", readers=[one])], {("plugin-item", "p.py", "p", "cchc_readers")}),
    "accented indicator": (
        [plugin("p", indicators=[Indicator("hồ_sơ", "X")])],
        {("plugin-name", "p.py", "p", "hồ_sơ")},
    ),
    "nameless indicator": (
        [plugin("p", indicators=[Indicator("x", "")])],
        {("plugin-name", "p.py", "p", "x")},
    ),
    "indicator without a code": (
        [plugin("p", indicators=[Indicator("", "X")])],
        {("plugin-name", "p.py", "p", "")},
    ),
    "indicator whose code is a number": (
        [plugin("p", indicators=[Indicator(5, "X")])],
        {("plugin-name", "p.py", "p", "5")},
    ),
    "indicator of a strange kind": (
        [plugin("p", indicators=[Indicator("x", "X", kind="number")])],
        {("indicator-kind-wrong", "p.py", "p", "x")},
    ),
    "reader whose suffixes are a text": (
        [plugin("p", readers=[Reader("x", ".note", lambda data, name: Lines(()))])],
        {("reader-suffixes", "p.py", "p", "x")},
    ),
    "method with a space": (
        [plugin("p", methods=[other(name="a b")])],
        {("plugin-name", "p.py", "p", "a b")},
    ),
    "nameless method": ([plugin("p", methods=[other(name="")])], {("plugin-name", "p.py", "p", "")}),
    "nameless reader": ([plugin("p", readers=[reader("")])], {("plugin-name", "p.py", "p", "")}),
    "nameless format": ([plugin("p", formats=[text_format("")])], {("plugin-name", "p.py", "p", "")}),
    "decimals of a count": (
        [plugin("p", indicators=[Indicator("x", "X", decimals=1)])],
        {("indicator-decimals", "p.py", "p", "x")},
    ),
    "too many decimals": (
        [plugin("p", indicators=[Indicator("x", "X", kind="percent", decimals=4)])],
        {("indicator-decimals", "p.py", "p", "x")},
    ),
    "one option": (
        [plugin("p", indicators=[Indicator("x", "X", kind="option", options=OPTIONS[:1])])],
        {("indicator-options", "p.py", "p", "x")},
    ),
    "option twice": (
        [plugin("p", indicators=[Indicator("x", "X", kind="option", options=(*OPTIONS, OPTIONS[0]))])],
        {("indicator-options", "p.py", "p", "x")},
    ),
    "options of a count": (
        [plugin("p", indicators=[Indicator("x", "X", options=OPTIONS)])],
        {("indicator-options", "p.py", "p", "x")},
    ),
    "unknown whole": (
        [plugin("p", indicators=[Indicator("x", "X", part_of="y")])],
        {("indicator-relation", "p.py", "p", "x")},
    ),
    "unknown part": (
        [plugin("p", indicators=[Indicator("x", "X", sum_of=("x", "y"))])],
        {("indicator-relation", "p.py", "p", "x")},
    ),
    "unknown rival": (
        [plugin("p", indicators=[Indicator("x", "X", exclusive_with=("y",))])],
        {("indicator-relation", "p.py", "p", "x")},
    ),
    "settings that are none": (
        [plugin("p", methods=[other(settings=dict)])],
        {("method-settings", "p.py", "p", "test.one")},
    ),
    "settings that are an object": (
        [plugin("p", methods=[other(settings=NoSettings())])],
        {("method-settings", "p.py", "p", "test.one")},
    ),
    "another contract": (
        [plugin("p", methods=[other(contract=2)])],
        {("method-contract", "p.py", "p", "test.one")},
    ),
    "no rule": (
        [plugin("p", methods=[other(function=lambda x: 0)])],
        {("method-signature", "p.py", "p", "test.one")},
    ),
    "no parameters": (
        [plugin("p", methods=[other(function=lambda: 0, parameters=())])],
        {("method-signature", "p.py", "p", "test.one")},
    ),
    "star parameters": (
        [plugin("p", methods=[other(function=lambda rule, *facts: 0)])],
        {("method-signature", "p.py", "p", "test.one")},
    ),
    "keyword parameters": (
        [plugin("p", methods=[other(function=lambda rule, *, x: 0)])],
        {("method-signature", "p.py", "p", "test.one")},
    ),
    "other column": (
        [plugin("p", methods=[other(column=columns(lambda constants, y: None))])],
        {("method-column", "p.py", "p", "test.one")},
    ),
}


@pytest.mark.parametrize("name", BREACHES)
def test_each_breach_is_told_with_plugin_and_hook_and_nothing_else_is(name):
    candidates, wanted = BREACHES[name]
    assert faults(*candidates) == wanted


@pytest.mark.parametrize("name", BREACHES)
def test_each_breach_says_what_to_do_in_both_languages(name):
    with pytest.raises(PluginError) as error:
        assemble(BREACHES[name][0])
    for told in error.value.findings:
        assert all("'p'" in told.message(lang) or "'q'" in told.message(lang) for lang in ("vi", "en"))


def test_breaches_of_several_plugins_are_told_at_once():
    told = faults(
        plugin("a", methods=[other(contract=2)], indicators=[Indicator("x", "", part_of="y")]),
        plugin("b", readers=exiting, formats=[text_format("")]),
    )
    assert told >= {
        ("method-contract", "a.py", "a", "test.one"),
        ("plugin-name", "a.py", "a", "x"),
        ("plugin-raised", "b.py", "b", "cchc_readers"),
        ("plugin-name", "b.py", "b", ""),
    }


def test_a_hook_that_is_interrupted_stops_the_run():
    with pytest.raises(KeyboardInterrupt):
        assemble([plugin("p", methods=failing(KeyboardInterrupt()))])


def test_relations_may_lead_to_other_plugins():
    registry = assemble(
        [
            plugin("a", indicators=[Indicator("x", "X", part_of="y", sum_of=("z",), exclusive_with=("y", "z"))]),
            plugin("b", indicators=[Indicator("y", "Y"), Indicator("z", "Z")]),
        ]
    )
    assert related(registry.indicators["x"]) == ("y", "z", "y", "z")


GOOD_FILE = """\
from cchc_score import Indicator, hookimpl

@hookimpl
def cchc_indicators():
    return [Indicator("local_fact", "Của xã")]
"""


def test_a_file_in_a_folder_is_a_plugin_with_its_fingerprint(tmp_path):
    (tmp_path / "mine.py").write_text(GOOD_FILE, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    registry = load([tmp_path])
    (info,) = [info for info in registry.plugins if info.name == "mine"]
    assert info.origin == (tmp_path / "mine.py").as_posix()
    assert info.version.startswith("sha256:")
    assert info.indicators == ("local_fact",)
    assert isinstance(registry, Registry)


def test_the_example_of_a_district_is_a_plugin():
    assert "local.hotline" in load([EXAMPLES / "my_methods"]).methods


@pytest.mark.parametrize("text", ["raise KeyError('x')", "def (", "import no_such_module", "raise SystemExit(1)"])
def test_a_file_that_cannot_be_imported_is_told_and_the_others_too(text, tmp_path):
    (tmp_path / "broken.py").write_text(text, encoding="utf-8")
    (tmp_path / "also.py").write_text("1 / 0", encoding="utf-8")
    (tmp_path / "mine.py").write_text(GOOD_FILE, encoding="utf-8")
    with pytest.raises(PluginError) as error:
        load([tmp_path])
    told = {(told.code, told.place.file, told.args["plugin"]) for told in error.value.findings}
    assert told == {
        ("plugin-import", (tmp_path / "also.py").as_posix(), "also"),
        ("plugin-import", (tmp_path / "broken.py").as_posix(), "broken"),
    }


def test_a_file_in_another_encoding_is_told(tmp_path):
    (tmp_path / "broken.py").write_bytes(b"x = '\xff'")
    with pytest.raises(PluginError) as error:
        load([tmp_path])
    assert [told.code for told in error.value.findings] == ["plugin-import"]


def test_the_same_file_name_in_two_folders_is_a_plugin_twice(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.py").write_text(GOOD_FILE, encoding="utf-8")
    with pytest.raises(PluginError) as error:
        load([tmp_path / "one", tmp_path / "two"])
    (told,) = error.value.findings
    assert (told.code, told.args["other"]) == ("plugin-twice", (tmp_path / "one" / "mine.py").as_posix())


def test_an_absent_folder_is_told(tmp_path):
    with pytest.raises(PluginError) as error:
        load([tmp_path / "absent", tmp_path / "gone"])
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
    monkeypatch.setattr(plugins.metadata, "entry_points", lambda group: entries)
    with pytest.raises(PluginError) as error:
        load()
    told = [(told.code, told.args["plugin"], told.args["value"]) for told in error.value.findings]
    assert told == [("plugin-import", "a", "a_package"), ("plugin-import", "b", "b_package")]


def test_an_entry_point_that_is_listed_twice_is_one_plugin(monkeypatch):
    entries = [Entry("c", module := plugin("c", methods=[one]).module), Entry("c", module)]
    monkeypatch.setattr(plugins.metadata, "entry_points", lambda group: entries)
    assert "test.one" in load().methods


def test_without_installation_the_remedy_is_told(monkeypatch):
    def absent(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(plugins.metadata, "distribution", absent)
    with pytest.raises(PluginError) as error:
        load()
    assert error.value.findings == (Finding("plugin-not-installed"),)


def test_every_breach_that_loading_can_meet_is_provoked():
    provoked = {code for _, wanted in BREACHES.values() for code, *_ in wanted}
    elsewhere = {"plugin-import", "plugin-folder-absent", "plugin-not-installed", "plugin-contract-older"}
    assert provoked | elsewhere | {*RUNNING} == set(PLUGINS)
