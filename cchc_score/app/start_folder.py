"""Start a folder: of a year, or a skeleton of what people write themselves (a scheme, a form, a plugin)."""

import re
from dataclasses import dataclass
from importlib.util import find_spec

from cchc_score.app.request_errors import NameTaken, NothingToCopy, UnknownOrigin, UnknownSkeleton, UnusableName
from cchc_score.files.disk import is_device
from cchc_score.json_schema import schema_file
from cchc_score.registry.registry import Registry
from cchc_score.text import Lang
from cchc_score.year.config import NAME as CONFIG
from cchc_score.year.packaged import names
from cchc_score.year.scheme_copy import scheme_copy
from cchc_score.year.skeletons import (
    EMPTY_FOLDERS,
    KINDS,
    PREFIX,
    SCHEMES,
    empty_starter,
    in_code,
    is_name,
    likely_name,
    skeleton,
    starter,
)

REAL = "lam-dong"
"""What a year or a scheme begins with unless something else is asked for."""
_NAMED_SCHEMA = re.compile(rb"^#:schema \./(schemas/([a-z]+)\.json)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NewFolder:
    """The files of a folder to begin with, by their paths in it, and the name that it should have.

    `kind` says what was made and with which scheme, for the words of the receipt. `folders` are there even without
    files in them.
    """

    kind: str
    name: str
    files: dict[str, bytes]
    folders: tuple[str, ...] = ()


def start_year(origin: str = REAL, empty: bool = False) -> NewFolder:
    """The folder of a year: the real scheme or the illustrative one, and made-up examples of everything else.

    An `empty` one has the scheme alone, and a list of units to be filled in.
    """
    _check_origin(origin)
    if empty:
        return NewFolder("empty-year", "", empty_starter(origin), EMPTY_FOLDERS)
    return NewFolder("year" if origin == REAL else "small-year", "", starter(origin))


def start_skeleton(
    kind: str, word: str, registry: Registry, lang: Lang, this_year: int, origin: str = "", year: int | None = None
) -> NewFolder:
    """What people write themselves, to begin with, with comments in a language.

    A scheme begins with the real one (`origin`, see SCHEMES, says otherwise) as a draft for a `year`, by default this
    one. Moved to another year than its own it scores nothing until its dates are confirmed; all else passes `check` at
    once. An UnknownSkeleton, UnknownOrigin, NothingToCopy, UnusableName or NameTaken says what cannot be begun.
    """
    if kind not in KINDS:
        raise UnknownSkeleton(kind, KINDS)
    if origin and kind != "scheme":
        raise NothingToCopy("from")
    _check_origin(origin or REAL)
    is_copy = kind == "scheme" and (origin or REAL) == REAL
    if year is not None and not is_copy:
        raise NothingToCopy("year")
    # Whoever writes the whole name of the package means the same plugin.
    name = word.removeprefix(PREFIX) if kind == "plugin" else word
    _check_name(kind, name, registry)
    folder = f"{PREFIX}{name}" if kind == "plugin" else name
    files = scheme_copy(name, year or this_year, lang) if is_copy else skeleton(kind, name, lang)
    made = _copied(files[f"{name}.toml"]) if is_copy else kind
    return NewFolder(made, folder, files | _schemas(files, registry, lang))


def _copied(scheme: bytes) -> str:
    # As the scheme itself says, so that the receipt and the scheme cannot disagree about what is left to do.
    return "moved-scheme" if re.search(rb"^draft *= *true", scheme, re.MULTILINE) else "copied-scheme"


def _check_origin(origin: str) -> None:
    if origin not in SCHEMES:
        raise UnknownOrigin(origin, tuple(SCHEMES))


def _check_name(kind: str, name: str, registry: Registry) -> None:
    if not is_name(name):
        raise UnusableName(name, likely_name(name))
    # The folder goes from machine to machine, and on Windows no file can have such a name.
    if is_device(name):
        raise UnusableName(name, "")
    if _is_taken(kind, name, registry):
        raise NameTaken(name)


def _is_taken(kind: str, name: str, registry: Registry) -> bool:
    """Whether a file or a module of a skeleton, or what its plugin gives, would stand in the way of another."""
    if kind != "plugin":
        # A file of that name in the folder would be read as its configuration.
        return f"{name}.toml" == CONFIG or name in names("forms" if kind == "form" else "")
    code = in_code(name)
    given = (*registry.indicators, *registry.methods)
    # An installed package of that name would be imported in place of the new one, or hidden by it.
    return find_spec(in_code(f"{PREFIX}{name}")) is not None or any(
        other.startswith((f"{code}_", f"{code}.")) for other in given
    )


def _schemas(files: dict[str, bytes], registry: Registry, lang: Lang) -> dict[str, bytes]:
    """The JSON Schemas that files name in their first line, for the editor."""
    # Read off the files themselves, so that a skeleton and its schemas cannot disagree.
    named = {match for data in files.values() for match in _NAMED_SCHEMA.findall(data)}
    return {path.decode(): schema_file(kind.decode(), registry, lang) for path, kind in named}
