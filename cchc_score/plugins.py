"""Find plugins, ask each hook once, check what they give, and freeze it: the only place that touches hooks."""

import importlib.util
import inspect
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

import pluggy

from cchc_score import hookspecs
from cchc_score.builtin import PLUGINS as BUILTIN
from cchc_score.contract import adapted
from cchc_score.documents import Reader
from cchc_score.errors import PluginError
from cchc_score.findings import Finding, Place
from cchc_score.formats import Format
from cchc_score.methods import CONTRACT, Method
from cchc_score.model import Indicator
from cchc_score.plugin_items import check, key_of, parameters_of
from cchc_score.text import described

GROUP = hookspecs.PROJECT
DISTRIBUTION = "cchc-score"


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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A plugin found but not yet asked."""

    name: str
    origin: str
    version: str
    module: object


def load(folders: Sequence[Path] = ()) -> Registry:
    """The registry of the built-in, the installed and the local plugins; a PluginError names every fault."""
    return assemble([*_builtin(), *_installed(), *_local(folders)])


def assemble(candidates: Iterable[Candidate]) -> Registry:
    """A registry of these plugins; a PluginError names plugin, hook and remedy for every breach of the contract."""
    plugins = sorted(candidates, key=lambda plugin: plugin.name)
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    findings: list[Finding] = []
    for plugin in plugins:
        findings += _register(manager, plugin)
    findings += _misspelt(manager, plugins)
    if findings:
        raise PluginError(findings)
    given = {
        kind: [(plugin, item) for plugin in plugins for item in _ask(manager, plugin, kind, findings)]
        for kind in _KINDS
    }
    tables = {kind: _unique(given[kind], kind, findings) for kind in _KINDS}
    findings += _relations(given["indicators"], tables["indicators"])
    if findings:
        raise PluginError(findings)
    infos = tuple(
        PluginInfo(
            plugin.name,
            plugin.origin,
            plugin.version,
            *(tuple(sorted(key_of(item) for owner, item in given[kind] if owner is plugin)) for kind in _KINDS),
        )
        for plugin in plugins
    )
    older = [(plugin, one) for plugin, one in given["methods"] if one.contract != CONTRACT]
    tables["methods"] |= {one.name: adapted(one) for _, one in older}
    warned = tuple(
        _fault("plugin-contract-older", plugin, item=one.name, contract=one.contract, current=CONTRACT)
        for plugin, one in older
    )
    return Registry(**{kind: MappingProxyType(tables[kind]) for kind in _KINDS}, plugins=infos, findings=warned)


_KINDS: Mapping[str, type] = {
    "indicators": Indicator,
    "methods": Method,
    "readers": Reader,
    "formats": Format,
}


def _fault(code: str, plugin: Candidate, **args: object) -> Finding:
    return Finding(code, Place(plugin.origin), {"plugin": plugin.name, **args})


def _register(manager: pluggy.PluginManager, plugin: Candidate) -> list[Finding]:
    if manager.has_plugin(plugin.name) or manager.is_registered(plugin.module):
        other = manager.get_plugin(plugin.name) or plugin.module
        return [_fault("plugin-twice", plugin, other=getattr(other, "__file__", plugin.name))]
    try:
        manager.register(plugin.module, plugin.name)
    except (pluggy.PluginValidationError, ValueError, AttributeError):
        # pluggy checks the parameters of known hooks here; the hooks take none.
        return [_fault("plugin-signature", plugin, hook=", ".join(_with_parameters(plugin.module)))]
    return []


def _with_parameters(module: object) -> list[str]:
    names = [name for name in dir(module) if name.startswith("cchc_")]
    return [name for name in names if callable(getattr(module, name)) and parameters_of(getattr(module, name))]


def _misspelt(manager: pluggy.PluginManager, plugins: Sequence[Candidate]) -> list[Finding]:
    findings = []
    hooks = [f"cchc_{kind}" for kind in _KINDS]
    for plugin in plugins:
        if manager.get_plugin(plugin.name) is not plugin.module:
            # It could not be registered, which is told already.
            continue
        marked = {caller.name for caller in manager.get_hookcallers(manager.get_plugin(plugin.name)) or ()}
        findings += [
            _fault("plugin-hook-unknown", plugin, hook=name, hooks=hooks) for name in sorted(marked - {*hooks})
        ]
        unmarked = sorted(
            name
            for name, item in vars(plugin.module).items()
            if name.startswith("cchc_") and inspect.isfunction(item) and name not in marked
        )
        findings += [_fault("plugin-hook-unmarked", plugin, hook=name) for name in unmarked]
        if not marked and not unmarked:
            findings.append(_fault("plugin-empty", plugin, hooks=hooks))
    return findings


def _ask(manager: pluggy.PluginManager, plugin: Candidate, kind: str, findings: list[Finding]) -> list[Any]:
    hook = f"cchc_{kind}"
    function = getattr(plugin.module, hook, None)
    if function is None:
        return []
    try:
        # One thing alone is what somebody gives who forgot the brackets of the list.
        given = function()
        items: list[Any] = [type(given)] if isinstance(given, _KINDS[kind]) else list(given)
    except (Exception, SystemExit) as error:
        findings.append(_fault("plugin-raised", plugin, hook=hook, detail=described(error)))
        return []
    wrong = [item for item in items if not isinstance(item, _KINDS[kind])]
    if wrong:
        findings.append(_wrong(plugin, kind, wrong[0]))
        return []
    good = []
    for item in items:
        faults = [_fault(code, plugin, item=key_of(item), **args) for code, args in check(item)]
        findings += faults
        good += [] if faults else [item]
    return good


def _wrong(plugin: Candidate, kind: str, item: object) -> Finding:
    if kind == "methods" and inspect.isfunction(item):
        return _fault("plugin-method-plain", plugin, item=item.__name__)
    name = item.__name__ if isinstance(item, type) else type(item).__name__
    return _fault("plugin-item", plugin, hook=f"cchc_{kind}", item=name, wanted=_KINDS[kind].__name__)


def _unique(given: Sequence[tuple[Candidate, Any]], kind: str, findings: list[Finding]) -> dict[str, Any]:
    owners: dict[str, Candidate] = {}
    items: dict[str, Any] = {}
    for plugin, item in given:
        key = key_of(item)
        if key in owners:
            findings.append(_fault("plugin-item-twice", plugin, hook=f"cchc_{kind}", item=key, other=owners[key].name))
        owners[key], items[key] = plugin, item
    if kind == "readers":
        findings += _suffixes_twice(given)
    return dict(sorted(items.items()))


def _suffixes_twice(given: Sequence[tuple[Candidate, Reader]]) -> list[Finding]:
    owners: dict[str, Candidate] = {}
    findings = []
    for plugin, reader in given:
        for suffix in reader.suffixes:
            if suffix in owners:
                other = owners[suffix].name
                findings.append(_fault("plugin-item-twice", plugin, hook="cchc_readers", item=suffix, other=other))
            owners[suffix] = plugin
    return findings


def _relations(given: Sequence[tuple[Candidate, Indicator]], known: Mapping[str, Any]) -> list[Finding]:
    return [
        _fault("indicator-relation", plugin, item=indicator.code, other=code)
        for plugin, indicator in given
        for code in related(indicator)
        if code not in known
    ]


def related(indicator: Indicator) -> tuple[str, ...]:
    """The indicators that an indicator's relations name."""
    return ((indicator.part_of,) if indicator.part_of else ()) + indicator.sum_of + indicator.exclusive_with


def _builtin() -> list[Candidate]:
    return [Candidate(f"cchc.{name}", DISTRIBUTION, "", module) for name, module in BUILTIN.items()]


def _installed() -> list[Candidate]:
    try:
        metadata.distribution(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        raise PluginError([Finding("plugin-not-installed")]) from None
    found = {}
    findings = []
    for entry in sorted(metadata.entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        origin = entry.dist.name if entry.dist else entry.value
        version = entry.dist.version if entry.dist else ""
        if (entry.name, entry.value) in found:
            continue
        try:
            candidate = Candidate(entry.name, origin, version, entry.load())
        except (Exception, SystemExit) as error:
            detail = described(error)
            findings.append(
                Finding(
                    "plugin-import",
                    Place(origin),
                    {"plugin": entry.name, "value": entry.value, "detail": detail},
                )
            )
            continue
        found[entry.name, entry.value] = candidate
    if findings:
        raise PluginError(findings)
    return list(found.values())


def _local(folders: Sequence[Path]) -> list[Candidate]:
    candidates = []
    findings: list[Finding] = []
    for folder in folders:
        if not folder.is_dir():
            findings.append(Finding("plugin-folder-absent", Place(folder.as_posix())))
            continue
        for path in sorted(folder.glob("*.py")):
            try:
                module = _import_file(path)
            except (Exception, SystemExit) as error:
                detail = described(error)
                findings.append(
                    Finding(
                        "plugin-import",
                        Place(path.as_posix()),
                        {"plugin": path.stem, "value": path.name, "detail": detail},
                    )
                )
                continue
            candidates.append(Candidate(path.stem, path.as_posix(), _fingerprint(path), module))
    if findings:
        raise PluginError(findings)
    return candidates


def _import_file(path: Path) -> ModuleType:
    name = f"cchc_local_{sha256(path.resolve().as_posix().encode()).hexdigest()[:12]}_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(path.name)
    module = importlib.util.module_from_spec(spec)
    # Pydantic and pickling look a class's module up by name.
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _fingerprint(path: Path) -> str:
    return "sha256:" + sha256(path.read_bytes()).hexdigest()[:12]
