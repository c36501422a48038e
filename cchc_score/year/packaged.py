"""Schemes and forms by name: those that come with the program or with a plugin, or files of one's own."""

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_score.errors import SchemeError
from cchc_score.files.disk import read_bytes
from cchc_score.findings import Finding, Place
from cchc_score.methods import Method
from cchc_score.model import Form, Indicator, Scheme
from cchc_score.schemes import read_scheme
from cchc_score.text import nearest

# Many years have no form and hardly any a frame: what reads them is loaded with the first.
if TYPE_CHECKING:
    from cchc_score.schemes.frame_file import Frame

PACKAGE = "scoring_rules"


def names_a_file(name: str) -> bool:
    """Whether a name means a file rather than something shipped."""
    # A backslash too, on any system: it is how a path is written on Windows, and no shipped name has one.
    return name.endswith(".toml") or "/" in name or "\\" in name


def path_of(name: str, base: Path) -> Path | None:
    """The file that a name means: one's own, or, as 'package:name', one of a plugin; None for a shipped one."""
    if names_a_file(name):
        return base / name
    package, colon, inner = name.partition(":")
    if not colon or not package.isidentifier():
        return None
    try:
        # Finding a package of the top level runs none of its code.
        spec = find_spec(package)
    # What runs already, as `__main__` does, may have been loaded from nowhere that could be looked at.
    except ValueError:
        return None
    folders = (spec.submodule_search_locations if spec else None) or ()
    return next((Path(folder) / f"{inner}.toml" for folder in folders), None)


def names(folder: str = "") -> list[str]:
    """The names of the shipped schemes, or with 'forms' of the shipped forms."""
    place = files(PACKAGE).joinpath(folder) if folder else files(PACKAGE)
    found = [item.name for item in place.iterdir() if item.name.endswith(".toml")]
    # Cases stand beside their scheme under its name, and are none.
    return sorted(name.removesuffix(".toml") for name in found if not name.endswith(".cases.toml"))


def shipped(name: str, folder: str = "") -> bytes | None:
    """The bytes of a shipped file, or None."""
    if names_a_file(name):
        return None
    place = files(PACKAGE).joinpath(*([folder] if folder else []), f"{name}.toml")
    return place.read_bytes() if place.is_file() else None


def folder(name: str) -> dict[str, bytes]:
    """The files of a shipped folder by their paths in it."""
    return _below(files(PACKAGE).joinpath(*name.split("/")), "")


def _below(place: Traversable, path: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for one in sorted(place.iterdir(), key=lambda one: one.name):
        name = f"{path}{one.name}"
        # What Python and its tools leave beside a file of a checkout is not part of what is shipped.
        if not one.name.startswith((".", "__pycache__")):
            found |= _below(one, f"{name}/") if one.is_dir() else {name: one.read_bytes()}
    return found


def load_scheme(name: str, base: Path, methods: Mapping[str, Method], indicators: Mapping[str, Indicator]) -> Scheme:
    """A scheme by name or file."""
    data, shown = _bytes(name, base, "", "scheme-unknown")
    return read_scheme(data, shown, methods, indicators)


def load_form(name: str, base: Path, indicators: Mapping[str, Indicator]) -> Form:
    """A form by name or file."""
    from cchc_score.schemes.form_file import read_form

    data, shown = _bytes(name, base, "forms", "form-unknown")
    return read_form(data, shown, indicators)


def load_frame(name: str, base: Path) -> "Frame":
    """A frame by name or file: any scheme, or one that has no rules."""
    from cchc_score.schemes.frame_file import read_frame

    data, shown = _bytes(name, base, "", "scheme-unknown")
    return read_frame(data, shown)


def _bytes(name: str, base: Path, folder: str, fault: str) -> tuple[bytes, str]:
    path = path_of(name, base)
    if path is not None:
        shown = name if names_a_file(name) else f"{name.replace(':', '/')}.toml"
        return read_bytes(path, shown), shown
    data = shipped(name, folder)
    if data is None:
        known = names(folder)
        near = nearest(name, known)
        args = {"word": name, "near": near, "names": known}
        raise SchemeError([Finding(f"{fault}-near" if near else fault, Place(), args)])
    return data, "/".join(part for part in (PACKAGE, folder, f"{name}.toml") if part)
