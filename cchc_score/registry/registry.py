"""Ask each hook of each plugin once, and freeze what they give: the only place that touches hooks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pluggy

from cchc_score import hookspecs
from cchc_score.documents import Reader
from cchc_score.errors import PluginError
from cchc_score.findings import Finding
from cchc_score.formats import Format
from cchc_score.methods import CONTRACT, Method
from cchc_score.model import Indicator
from cchc_score.registry.candidates import GROUP, Candidate, find_candidates
from cchc_score.registry.hook_checks import (
    HOOK_TYPES,
    check_hook_names,
    check_relations,
    check_unique,
    fault,
    hooks_with_parameters,
    wrong_item,
)
from cchc_score.registry.older_contracts import adapt
from cchc_score.registry.plugin_checks import check_item, item_key
from cchc_score.text import described

GivenThings = Mapping[str, Sequence[tuple[Candidate, Any]]]
"""The things of each kind, each with the plugin that gives it."""


@dataclass(frozen=True, slots=True)
class PluginInfo:
    """One plugin: where it comes from and what it gives, by code or name."""

    name: str
    origin: str
    version: str
    indicators: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Registry:
    """All that plugins give, by name, sorted; independent of the order in which they were found.

    `findings` warns of what works and should be brought up to date.
    """

    indicators: Mapping[str, Indicator]
    methods: Mapping[str, Method]
    readers: Mapping[str, Reader]
    formats: Mapping[str, Format]
    plugins: tuple[PluginInfo, ...]
    findings: tuple[Finding, ...] = ()


def load_registry(folders: Sequence[Path] = ()) -> Registry:
    """The registry of the built-in, the installed and the local plugins; a PluginError names every fault."""
    return assemble(find_candidates(folders))


def assemble(candidates: Iterable[Candidate]) -> Registry:
    """A registry of these plugins; a PluginError names plugin, hook and remedy for every breach of the contract."""
    # By name, so that a registry and its findings do not hang on the order in which plugins were found.
    plugins = sorted(candidates, key=lambda plugin: plugin.name)
    # Ends here where a hook is wrong: what it would give cannot be judged.
    _check_hooks(plugins)
    findings: list[Finding] = []
    given = {
        kind: [(plugin, item) for plugin in plugins for item in _ask(plugin, kind, findings)] for kind in HOOK_TYPES
    }
    findings += [finding for kind in HOOK_TYPES for finding in check_unique(given[kind], kind)]
    findings += check_relations(given["indicators"])
    if findings:
        raise PluginError(findings)
    return _freeze(plugins, given)


def _check_hooks(plugins: Sequence[Candidate]) -> None:
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    findings: list[Finding] = []
    for plugin in plugins:
        findings += _register(manager, plugin)
    for plugin in plugins:
        # One that could not be registered is told of already.
        if manager.get_plugin(plugin.name) is plugin.module:
            marked = {caller.name for caller in manager.get_hookcallers(plugin.module) or ()}
            findings += check_hook_names(plugin, marked)
    if findings:
        raise PluginError(findings)


def _register(manager: pluggy.PluginManager, plugin: Candidate) -> list[Finding]:
    # pluggy raises the same error for both, and does not say which other plugin it is.
    if manager.has_plugin(plugin.name) or manager.is_registered(plugin.module):
        other = manager.get_plugin(plugin.name) or plugin.module
        return [fault("plugin-twice", plugin, other=getattr(other, "__file__", plugin.name))]
    try:
        manager.register(plugin.module, plugin.name)
    except (pluggy.PluginValidationError, ValueError, AttributeError):
        # pluggy checks the parameters of known hooks here; the hooks take none.
        return [fault("plugin-signature", plugin, hook=", ".join(hooks_with_parameters(plugin.module)))]
    return []


def _ask(plugin: Candidate, kind: str, findings: list[Finding]) -> list[Any]:
    hook = f"cchc_{kind}"
    # Not through pluggy, which says neither whose hook gave a thing nor whose hook raised.
    function = getattr(plugin.module, hook, None)
    if function is None:
        return []
    try:
        # One thing alone is what somebody gives who forgot the brackets of the list.
        given = function()
        items: list[Any] = [type(given)] if isinstance(given, HOOK_TYPES[kind]) else list(given)
    except (Exception, SystemExit) as error:
        findings.append(fault("plugin-raised", plugin, hook=hook, detail=described(error)))
        return []
    wrong = [item for item in items if not isinstance(item, HOOK_TYPES[kind])]
    if wrong:
        findings.append(wrong_item(plugin, kind, wrong[0]))
        return []
    # Faulty things are left out, so that what compares several of them meets only whole ones.
    return [item for item in items if not _check(plugin, item, findings)]


def _check(plugin: Candidate, item: Any, findings: list[Finding]) -> list[Finding]:
    faults = [fault(code, plugin, item=item_key(item), **args) for code, args in check_item(item)]
    findings += faults
    return faults


def _freeze(plugins: Sequence[Candidate], given: GivenThings) -> Registry:
    tables = {kind: dict(sorted((item_key(item), item) for _, item in given[kind])) for kind in HOOK_TYPES}
    infos = tuple(PluginInfo(plugin.name, plugin.origin, plugin.version, **_names(plugin, given)) for plugin in plugins)
    older = [(plugin, method) for plugin, method in given["methods"] if method.contract != CONTRACT]
    # Adapted last: a method is checked as its author wrote it.
    tables["methods"] |= {method.name: adapt(method) for _, method in older}
    warned = tuple(
        fault("plugin-contract-older", plugin, item=method.name, contract=method.contract, current=CONTRACT)
        for plugin, method in older
    )
    return Registry(**{kind: MappingProxyType(tables[kind]) for kind in HOOK_TYPES}, plugins=infos, findings=warned)


def _names(plugin: Candidate, given: GivenThings) -> dict[str, tuple[str, ...]]:
    return {
        kind: tuple(sorted(item_key(item) for owner, item in given[kind] if owner is plugin)) for kind in HOOK_TYPES
    }
