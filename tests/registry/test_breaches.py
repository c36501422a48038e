"""Every breach of the contract is told with plugin, hook and remedy, and nothing else is."""

from functools import wraps

import pytest

from cchc_score.catalogue.plugin_findings import PLUGINS
from cchc_score.documents import Lines, Reader
from cchc_score.errors import PluginError
from cchc_score.formats import Format
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import ColumnForm, Fact, NoSettings, Settings, per_commune
from cchc_score.model import Indicator, Option
from cchc_score.registry.candidates import Candidate
from cchc_score.registry.registry import assemble
from tests.registry.made_plugins import faults, hook, one, other, plugin, raw, reader, text_format
from tests.registry.test_failing_things import READERS

LATER = (
    "method-extra",
    "method-raised",
    "method-context",
    "method-float",
    "method-type",
    "method-range",
    "method-peers",
    "method-rule",
)
"""Faults that only show when a method scores."""


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


def pointless(rule, x):
    points = rule.max_points if x else 0
    if not points:
        return
    points += 0


def sometimes(rule, x):
    if x:
        return rule.max_points
    return None


def never(rule, x):
    raise ValueError


@pytest.mark.parametrize("function", [sometimes, never, lambda rule, x: 0 if x else None])
def test_a_method_that_may_give_points_or_fails_has_its_return(function):
    assert assemble([plugin("p", methods=[other(function=function)])]).methods["test.one"]


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
    "format whose suffix is no ending": (
        [plugin("p", formats=[Format("x", "xyz", lambda page: "")])],
        {("format-suffix", "p.py", "p", "x")},
    ),
    "format without a suffix of text": (
        [plugin("p", formats=[Format("x", None, lambda page: "")])],
        {("format-suffix", "p.py", "p", "x")},
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
    "no return": (
        [plugin("p", methods=[other(function=pointless)])],
        {("method-no-return", "p.py", "p", "test.one")},
    ),
    "only None": (
        [plugin("p", methods=[other(function=lambda rule, x: None)])],
        {("method-no-return", "p.py", "p", "test.one")},
    ),
    "no return below a decorator": (
        [plugin("p", methods=[other(function=wraps(pointless)(lambda *args: pointless(*args)))])],
        {("method-no-return", "p.py", "p", "test.one")},
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


def test_every_breach_that_loading_or_use_can_meet_is_provoked():
    provoked = {code for _, wanted in BREACHES.values() for code, *_ in wanted}
    elsewhere = {"plugin-import", "plugin-folder-absent", "plugin-not-installed", "plugin-contract-older"}
    used = {code for code, _ in READERS.values()} | {"format-raised"}
    assert provoked | elsewhere | used | {*LATER} == set(PLUGINS)
