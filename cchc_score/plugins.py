"""Find plugins, ask each hook once, check what they give, and freeze it: the only place that touches hooks."""

import importlib.util
import inspect
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, get_args

import pluggy

from cchc_score import hookspecs
from cchc_score.builtin import PLUGINS as BUILTIN
from cchc_score.documents import Reader
from cchc_score.errors import PluginError
from cchc_score.facts import MAX_DECIMALS
from cchc_score.findings import Finding, Place
from cchc_score.formats import Format
from cchc_score.methods import CONTRACT, Method, Settings, each_fact
from cchc_score.model import Indicator, Kind, Source
from cchc_score.text import described, nfc

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
    """All that plugins give, by name, sorted; independent of the order in which they were found."""

    indicators: Mapping[str, Indicator]
    methods: Mapping[str, Method]
    readers: Mapping[str, Reader]
    formats: Mapping[str, Format]
    plugins: tuple[PluginInfo, ...]


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
            *(tuple(sorted(_key(item) for owner, item in given[kind] if owner is plugin)) for kind in _KINDS),
        )
        for plugin in plugins
    )
    return Registry(**{kind: MappingProxyType(tables[kind]) for kind in _KINDS}, plugins=infos)


_KINDS: Mapping[str, type] = {
    "indicators": Indicator,
    "methods": Method,
    "readers": Reader,
    "formats": Format,
}


def _key(item: Any) -> str:
    return str(item.code if isinstance(item, Indicator) else item.name)


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
    return [name for name in names if callable(getattr(module, name)) and _parameters(getattr(module, name))]


def _parameters(function: Callable[..., object]) -> tuple[str, ...]:
    return tuple(inspect.signature(function).parameters)


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
        items = list(function())
    except (Exception, SystemExit) as error:
        findings.append(_fault("plugin-raised", plugin, hook=hook, detail=described(error)))
        return []
    wrong = [item for item in items if not isinstance(item, _KINDS[kind])]
    if wrong:
        findings.append(
            _fault("plugin-item", plugin, hook=hook, item=type(wrong[0]).__name__, wanted=_KINDS[kind].__name__)
        )
        return []
    checks: dict[str, Callable[[Any], _Faults]] = {
        "indicators": _check_indicator, "methods": _check_method, "readers": _check_reader,
    }  # fmt: skip
    check = checks.get(kind, _no_check)
    good = []
    for item in items:
        faults = [_fault(code, plugin, item=_key(item), **args) for code, args in check(item)]
        findings += faults
        good += [] if faults else [item]
    return good


_Faults = list[tuple[str, dict[str, object]]]


def _no_check(item: Any) -> _Faults:
    return [] if _key(item) else [("plugin-name", {})]


def _check_reader(reader: Reader) -> _Faults:
    suffixes = reader.suffixes
    if isinstance(suffixes, tuple) and all(isinstance(one, str) and one.startswith(".") for one in suffixes):
        return _no_check(reader)
    return [("reader-suffixes", {})]


def _check_indicator(indicator: Indicator) -> _Faults:
    faults: _Faults = []
    words = (indicator.code, indicator.name, indicator.name_en, indicator.unit)
    if not all(isinstance(word, str) for word in words):
        return [("plugin-name", {})]
    if not indicator.code.isidentifier() or not indicator.code.isascii() or not indicator.name:
        faults.append(("plugin-name", {}))
    if indicator.kind not in get_args(Kind) or indicator.source not in get_args(Source):
        return [*faults, ("indicator-kind-wrong", {"kinds": get_args(Kind), "sources": get_args(Source)})]
    if indicator.kind in ("count", "yes_no", "option", "date") and indicator.decimals:
        faults.append(("indicator-decimals", {"most": 0}))
    if not 0 <= indicator.decimals <= MAX_DECIMALS:
        faults.append(("indicator-decimals", {"most": MAX_DECIMALS}))
    codes = [option.code for option in indicator.options]
    if (indicator.kind == "option") != (len(codes) >= 2) or len(set(codes)) < len(codes):
        faults.append(("indicator-options", {}))
    return faults


def _check_method(method: Method) -> _Faults:
    faults: _Faults = []
    if not method.name or nfc(method.name) != method.name or any(char.isspace() for char in method.name):
        faults.append(("plugin-name", {}))
    if not (inspect.isclass(method.settings) and issubclass(method.settings, Settings)):
        faults.append(("method-settings", {}))
    if method.contract != CONTRACT:
        faults.append(("method-contract", {"contract": method.contract, "current": CONTRACT}))
    plain = {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD}
    signature = list(inspect.signature(method.function).parameters.values())
    odd = [one for one in signature if one.kind not in plain and not _several(method, one)]
    if odd or not signature or signature[0].name != "rule":
        faults.append(("method-signature", {}))
    if method.column and _parameters(method.column.function)[1:] != method.parameters:
        faults.append(("method-column", {}))
    return faults


def _several(method: Method, parameter: inspect.Parameter) -> bool:
    """Whether a parameter is the `*name` of a setting whose keys are facts."""
    name = parameter.name
    if parameter.kind != inspect.Parameter.VAR_POSITIONAL:
        return False
    return name in getattr(method.settings, "model_fields", ()) and each_fact(method.settings, name) is not None


def _unique(given: Sequence[tuple[Candidate, Any]], kind: str, findings: list[Finding]) -> dict[str, Any]:
    owners: dict[str, Candidate] = {}
    items: dict[str, Any] = {}
    for plugin, item in given:
        key = _key(item)
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
