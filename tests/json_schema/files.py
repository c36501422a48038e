"""TOML files as JSON Schema and as the program sees them."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import tomli
from jsonschema import Draft202012Validator

from cchc_score.json_schema import KINDS, schema
from cchc_score.registry.registry import Registry
from tests.running import ROOT

_TELLING = {
    "case": "cases", "scheme": "scheme", "form": "form", "report": "report", "self_score": "work", "entry": "work",
    "explanation": "work",
}  # fmt: skip
"""The key of the top level by which each kind of file is known; cchc.toml is known by its name."""
FRAMES = (ROOT / "examples" / "khung-ha-noi" / "khung-ha-noi.toml",)
"""Files that look like schemes and have no rules."""


def parsed(path: Path) -> dict[str, Any]:
    """The tables of a file."""
    return tomli.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def kind_of(path: Path) -> str:
    """Which kind of file it is; one in which nothing stands yet is a file of the working year."""
    if path.name == "cchc.toml":
        return "config"
    if path in FRAMES:
        return "frame"
    return next((_TELLING[key] for key in parsed(path) if key in _TELLING), "work")


def all_files() -> Iterator[Path]:
    """Every TOML file that comes with the project and is not about Python itself."""
    for folder in ("scoring_rules", "examples", "tests/rule_forms"):
        for path in sorted((ROOT / folder).rglob("*.toml")):
            if path.name != "pyproject.toml":
                yield path


def validators(registry: Registry) -> Mapping[str, Draft202012Validator]:
    """What checks each kind of file."""
    return {kind: Draft202012Validator(schema(kind, registry, "vi")) for kind in KINDS}


def as_json(value: Any) -> Any:
    """A value of TOML as an editor hands it to JSON Schema."""
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def as_toml(value: Any) -> str:
    """A value on one line of TOML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key)} = {as_toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return _text(value) if isinstance(value, str) else str(value)


def as_file(data: Mapping[str, Any]) -> bytes:
    """Tables as a TOML file."""
    return "".join(f"{_text(key)} = {as_toml(one)}\n" for key, one in data.items()).encode()


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
