"""What plugins may rely on: the public names of the contract, with signatures, fields and values, as a text."""

import ast
import dataclasses
import inspect
import re
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from types import ModuleType
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

PACKAGE = "cchc_score"
MODULES = (
    "hookspecs", "methods", "model", "documents", "formats", "text", "wording", "findings", "errors", "points", "facts",
    "sheet", "testing",
)  # fmt: skip
PLAIN = (str, int, float, bool, tuple, frozenset)
Names = dict[str, list[str]]


def names() -> Names:
    """The public names of each module: what it exports, or else what it defines itself."""
    return {
        name: list(getattr(module, "__all__", None) or defined(module))
        for name in (PACKAGE, *(f"{PACKAGE}.{one}" for one in MODULES))
        for module in [import_module(name)]
    }


def defined(module: ModuleType) -> Iterator[str]:
    """The public names that the text of a module gives to something."""
    for node in ast.parse(inspect.getsource(module)).body:
        targets = getattr(node, "targets", [node])
        for target in targets:
            name = getattr(target, "name", getattr(getattr(target, "target", target), "id", "_"))
            if not name.startswith("_"):
                yield name


def described(known: Names) -> str:
    """These names with what they stand for."""
    lines = []
    for module, listed in known.items():
        lines.append(f"[{module}]")
        for name in listed:
            lines += told(name, getattr(import_module(module), name))
        lines.append("")
    return "\n".join(lines)


def listed(text: str) -> Names:
    """The names that a description tells of."""
    found: Names = {}
    for line in text.splitlines():
        if line.startswith("["):
            names = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith(" "):
            names.append(re.match(r"\w+ (\w+)", line)[1])  # type: ignore[index]
    return found


def told(name: str, value: Any) -> Iterator[str]:
    """The lines about one name."""
    if inspect.isclass(value):
        yield f"class {name}({', '.join(base.__name__ for base in value.__bases__)})"
        yield from (f"    {line}" for line in (*fields(value), *members(value)))
    elif inspect.isfunction(value):
        yield f"def {name}{signature(value)}"
    elif isinstance(value, PLAIN) and len(repr(value)) < 500:
        yield f"value {name} = {sorted(value) if isinstance(value, frozenset) else value!r}"
    else:
        yield f"value {name}: {type(value).__name__}"


def fields(kind: type) -> Iterator[str]:
    """The fields of a dataclass, a model, a named tuple or an enumeration."""
    if issubclass(kind, Enum):
        yield from (f"{one.name} = {one.value!r}" for one in kind)
    elif issubclass(kind, BaseModel):
        yield from (
            f"{name}: {short(one.annotation)}{default(one.default, PydanticUndefined)}"
            for name, one in kind.model_fields.items()
        )
    elif dataclasses.is_dataclass(kind):
        yield from (
            f"{one.name}: {short(one.type)}{default(one.default, dataclasses.MISSING)}"
            for one in dataclasses.fields(kind)
            if not one.name.startswith("_")
        )
    elif hasattr(kind, "_fields"):
        yield from (f"{name}: {short(kind.__annotations__.get(name, ''))}" for name in kind._fields)


def members(kind: type) -> Iterator[str]:
    """The public methods and properties of a class."""
    for name, value in sorted(vars(kind).items()):
        plain = value.__func__ if isinstance(value, (classmethod, staticmethod)) else value
        if (not name.startswith("_") or name in ("__init__", "__call__")) and inspect.isfunction(plain):
            yield f"def {name}{signature(plain)}"
        elif not name.startswith("_") and type(value).__name__ in ("property", "cached_property"):
            yield f"property {name}"


def signature(function: Any) -> str:
    """The parameters of a function and what it gives."""
    return short(inspect.signature(function))


def default(value: Any, missing: Any) -> str:
    """The default of a field, where it has one."""
    return "" if value is missing else f" = {short(value)}"


def short(value: Any) -> str:
    """An annotation or a default as a text that tells neither modules nor places in memory."""
    text = value.__name__ if inspect.isclass(value) and not getattr(value, "__args__", None) else str(value)
    text = re.sub(r"<function (\S+) at 0x[0-9a-f]+>", r"<function \1>", text)
    return re.sub(r"\b(?:[a-z_][a-z_0-9]*\.)+(?=[A-Za-z_])", "", text)
