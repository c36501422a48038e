"""What is wrong with the hooks of a plugin, and with what several plugins give together."""

import inspect
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cchc_score.documents import Reader
from cchc_score.findings import Finding, Place
from cchc_score.formats import Format
from cchc_score.methods import Method
from cchc_score.model import Indicator
from cchc_score.registry.candidates import Candidate
from cchc_score.registry.plugin_checks import item_key, parameter_names

HOOK_TYPES: Mapping[str, type] = {
    "indicators": Indicator,
    "methods": Method,
    "readers": Reader,
    "formats": Format,
}
"""What the hook `cchc_...` of each name gives."""


def fault(code: str, plugin: Candidate, **args: object) -> Finding:
    """A finding about a plugin."""
    return Finding(code, Place(plugin.origin), {"plugin": plugin.name, **args})


def hooks_with_parameters(module: object) -> list[str]:
    """The names of a module's hooks that take parameters, which no hook may."""
    names = [name for name in dir(module) if name.startswith("cchc_")]
    return [name for name in names if callable(getattr(module, name)) and parameter_names(getattr(module, name))]


def check_hook_names(plugin: Candidate, marked: set[str]) -> list[Finding]:
    """Hooks that do not exist, hooks without their mark, no hook at all; `marked` are those with the mark."""
    hooks = [f"cchc_{kind}" for kind in HOOK_TYPES]
    findings = [fault("plugin-hook-unknown", plugin, hook=name, hooks=hooks) for name in sorted(marked - {*hooks})]
    unmarked = sorted(
        name
        for name, item in vars(plugin.module).items()
        # pluggy passes over a function without its mark in silence, and the plugin would give nothing.
        if name.startswith("cchc_") and inspect.isfunction(item) and name not in marked
    )
    findings += [fault("plugin-hook-unmarked", plugin, hook=name) for name in unmarked]
    if not marked and not unmarked:
        findings.append(fault("plugin-empty", plugin, hooks=hooks))
    return findings


def wrong_item(plugin: Candidate, kind: str, item: object) -> Finding:
    """A hook gave a thing of another type."""
    # The most likely slip has words of its own: the function is given without its decorator.
    if kind == "methods" and inspect.isfunction(item):
        return fault("plugin-method-plain", plugin, item=item.__name__)
    name = item.__name__ if isinstance(item, type) else type(item).__name__
    return fault("plugin-item", plugin, hook=f"cchc_{kind}", item=name, wanted=HOOK_TYPES[kind].__name__)


def check_unique(given: Sequence[tuple[Candidate, Any]], kind: str) -> list[Finding]:
    """Codes and names that two things of one kind have, and endings of files that two readers read."""
    findings = _given_twice(((plugin, item_key(item)) for plugin, item in given), kind)
    # A file is read by its ending, and must be read the same whichever plugin comes first.
    if kind == "readers":
        findings += _given_twice(((plugin, suffix) for plugin, reader in given for suffix in reader.suffixes), kind)
    return findings


def _given_twice(keys: Iterable[tuple[Candidate, str]], kind: str) -> list[Finding]:
    owners: dict[str, Candidate] = {}
    findings = []
    for plugin, key in keys:
        if key in owners:
            other = owners[key].name
            findings.append(fault("plugin-item-twice", plugin, hook=f"cchc_{kind}", item=key, other=other))
        owners[key] = plugin
    return findings


def check_relations(given: Sequence[tuple[Candidate, Indicator]]) -> list[Finding]:
    """Relations of an indicator to one that no plugin gives."""
    known = {indicator.code for _, indicator in given}
    return [
        fault("indicator-relation", plugin, item=indicator.code, other=code)
        for plugin, indicator in given
        for code in related_codes(indicator)
        if code not in known
    ]


def related_codes(indicator: Indicator) -> tuple[str, ...]:
    """The codes of the indicators that an indicator's relations name."""
    whole = (indicator.part_of,) if indicator.part_of else ()
    return whole + indicator.sum_of + indicator.exclusive_with + indicator.parts_of_it
