"""The commands `init` and `new`: the folder of a year, and skeletons of what people write themselves."""

import re
from importlib.util import find_spec
from pathlib import Path

from cchc_score.cli.command import WrongChoice, WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, write_page
from cchc_score.files import write_folder
from cchc_score.json_schema import schema_file
from cchc_score.pages.begun import begun_page
from cchc_score.plugins import Registry, load
from cchc_score.text import Lang, visible
from cchc_score.year.config import NAME as CONFIG
from cchc_score.year.shipped import names
from cchc_score.year.skeletons import KINDS, PREFIX, in_code, is_name, likely_name, skeleton
from cchc_score.year.starter import starter

_NAMED_SCHEMA = re.compile(rb"^#:schema \./(schemas/([a-z]+)\.json)$", re.MULTILINE)


def init(options: Options, folder: Path) -> Exit:
    """Write the folder, and say what is in it and what to do next."""
    return _written(options, folder, starter(), "year", load([]))


def new(options: Options, kind: str, name: str, target: Path | None) -> Exit:
    """Write a skeleton that passes `check` at once, and say what to do next."""
    if kind not in KINDS:
        raise WrongChoice("KIND", kind, list(KINDS))
    name = name.removeprefix(PREFIX) if kind == "plugin" else name
    if not is_name(name):
        near = likely_name(name)
        raise WrongWord("usage-name-near" if near else "usage-name", word=visible(name), near=near)
    registry = load([])
    if _taken(kind, name, registry):
        raise WrongWord("usage-name-taken", word=name)
    folder = target or Path(f"{PREFIX}{name}" if kind == "plugin" else name)
    content = skeleton(kind, name, options.lang)
    return _written(options, folder, content | _schemas(content, registry, options.lang), kind, registry)


def _taken(kind: str, name: str, registry: Registry) -> bool:
    """Whether a file or a module of a skeleton, or what its plugin gives, would stand in the way of another."""
    if kind != "plugin":
        return f"{name}.toml" == CONFIG or name in names("forms" if kind == "form" else "")
    code = in_code(name)
    given = (*registry.indicators, *registry.methods)
    return find_spec(in_code(f"{PREFIX}{name}")) is not None or any(
        one.startswith((f"{code}_", f"{code}.")) for one in given
    )


def _schemas(content: dict[str, bytes], registry: Registry, lang: Lang) -> dict[str, bytes]:
    """The JSON Schemas that files name in their first line, for the editor."""
    named = {match for data in content.values() for match in _NAMED_SCHEMA.findall(data)}
    return {path.decode(): schema_file(kind.decode(), registry, lang) for path, kind in named}


def _written(options: Options, folder: Path, content: dict[str, bytes], kind: str, registry: Registry) -> Exit:
    write_folder(folder, content)
    write_page(begun_page(sorted(content), folder.as_posix(), kind, options.lang), options, registry)
    return Exit.DONE
