"""Plugins made in a test, and what is told about them."""

import types

import pytest

from cchc_score.documents import Grid, Reader
from cchc_score.errors import PluginError
from cchc_score.formats import Format
from cchc_score.hookspecs import hookimpl
from cchc_score.methods import Method, NoSettings, per_commune
from cchc_score.registry.candidates import Candidate
from cchc_score.registry.registry import assemble


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
