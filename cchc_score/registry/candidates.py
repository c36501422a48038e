"""The plugins there are, found but not yet asked: those of the core, the installed, the files of a folder."""

import importlib.util
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from types import ModuleType

from cchc_score import hookspecs
from cchc_score.builtin import PLUGINS as BUILTIN
from cchc_score.errors import PluginError
from cchc_score.files.refusals import refusal
from cchc_score.findings import Finding, Place
from cchc_score.text import described

GROUP = hookspecs.PROJECT
DISTRIBUTION = "cchc-score"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A plugin found but not yet asked: `origin` is its distribution or its file."""

    name: str
    origin: str
    version: str
    module: object


def find_candidates(folders: Sequence[Path] = ()) -> list[Candidate]:
    """The built-in, the installed and the local plugins; a PluginError names all that cannot be imported."""
    return [*_find_builtin(), *_find_installed(), *_find_local(folders)]


def _find_builtin() -> list[Candidate]:
    return [Candidate(f"cchc.{name}", DISTRIBUTION, "", module) for name, module in BUILTIN.items()]


def _find_installed() -> list[Candidate]:
    try:
        metadata.distribution(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        # Without its own entry points the seven areas would be missing in silence.
        raise PluginError([Finding("plugin-not-installed")]) from None
    candidates: dict[tuple[str, str], Candidate] = {}
    findings = []
    # Python gives them in the order of its search path, which differs from machine to machine.
    for entry in sorted(metadata.entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        origin, version = _name_and_version(entry.dist) if entry.dist else (entry.value, "")
        # An editable installation can list an entry point twice.
        if (entry.name, entry.value) in candidates:
            continue
        try:
            candidates[entry.name, entry.value] = Candidate(entry.name, origin, version, entry.load())
        except (Exception, SystemExit) as error:
            findings.append(_import_fault(origin, entry.name, entry.value, error))
    if findings:
        raise PluginError(findings)
    return list(candidates.values())


@cache
def _name_and_version(distribution: metadata.Distribution) -> tuple[str, str]:
    # Each time that one of them is asked for, Python reads and parses all that is written about the distribution.
    about = distribution.metadata
    return about["Name"], about["Version"]


def _find_local(folders: Sequence[Path]) -> list[Candidate]:
    candidates = []
    findings: list[Finding] = []
    for folder in folders:
        # A misspelt folder would otherwise be one without plugins, and its methods unknown words of the scheme.
        if not folder.is_dir():
            findings.append(Finding("plugin-folder-absent", Place(folder.as_posix())))
            continue
        try:
            paths = _plugin_files(folder)
        except OSError as error:
            findings.append(refusal(error, folder.as_posix(), "folder-unreadable"))
            continue
        for path in paths:
            try:
                module = _import_file(path)
            except (Exception, SystemExit) as error:
                findings.append(_import_fault(path.as_posix(), path.stem, path.name, error))
                continue
            # A file has no version, so that the beginning of its digest says which one has scored.
            candidates.append(Candidate(path.stem, path.as_posix(), _fingerprint(path), module))
    if findings:
        raise PluginError(findings)
    return candidates


def _plugin_files(folder: Path) -> list[Path]:
    """The files of plugins in a folder, without those that hide: other systems leave '._x.py' beside 'x.py'."""
    # Not by `glob`, for which a folder that cannot be read is an empty one.
    names = sorted(name for name in os.listdir(folder) if name.endswith(".py") and not name.startswith((".", "~$")))
    return [folder / name for name in names]


def _import_fault(origin: str, plugin: str, value: str, error: BaseException) -> Finding:
    return Finding("plugin-import", Place(origin), {"plugin": plugin, "value": value, "detail": described(error)})


def _import_file(path: Path) -> ModuleType:
    # The digest of the path keeps files of one name in two folders apart, and from modules of that name.
    name = f"cchc_local_{sha256(path.resolve().as_posix().encode()).hexdigest()[:12]}_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(path.name)
    module = importlib.util.module_from_spec(spec)
    # Pydantic and pickling look a class's module up by name.
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    # Also when it is interrupted: what is left half imported would be found whole by whoever imports it next.
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _fingerprint(path: Path) -> str:
    return "sha256:" + sha256(path.read_bytes()).hexdigest()[:12]
