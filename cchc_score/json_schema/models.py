"""Models of tables as JSON Schema: their keys, each with what it means in one language."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from cchc_score.json_schema.words import KEYS
from cchc_score.methods import ASKED_KINDS
from cchc_score.text import Lang, pick

Schema = dict[str, Any]
_OURS = "cchc_score."


class _Generator(GenerateJsonSchema):
    """What pydantic says of a model; of a type that it cannot tell in JSON Schema, nothing."""

    def handle_invalid_for_json_schema(self, schema: Any, error_info: str) -> Schema:
        return {}

    def emit_warning(self, kind: Any, detail: str) -> None:
        """A default that is no JSON is left out without a word."""


def table(model: type[BaseModel], lang: Lang, defs: Schema, prefix: str = "") -> Schema:
    """The JSON Schema of a table; the tables inside it go into `defs`, their names after `prefix`."""
    template = f"#/$defs/{prefix}{{model}}"
    told = model.model_json_schema(by_alias=True, ref_template=template, schema_generator=_Generator)
    inner = told.pop("$defs", {})
    models: dict[str, type[BaseModel]] = {}
    _gather(model, models)
    for name, one in inner.items():
        defs[f"{prefix}{name}"] = _plain_table(one, models.get(name), lang)
    return _plain_table(told, model, lang)


def asked(schema: Any) -> Iterator[Schema]:
    """Every part of a schema that stands for facts that can be asked for."""
    if isinstance(schema, dict):
        if ASKED_KINDS in schema:
            yield schema
        for one in schema.values():
            yield from asked(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from asked(one)


def _gather(model: type[BaseModel], found: dict[str, type[BaseModel]]) -> None:
    """A model and those inside it, by name."""
    if model.__name__ not in found:
        found[model.__name__] = model
        for field in model.model_fields.values():
            for inner in _types(field.annotation):
                _gather(inner, found)


def _types(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in getattr(annotation, "__args__", ()):
        yield from _types(one)


def _plain_table(schema: Mapping[str, Any], model: type[BaseModel] | None, lang: Lang) -> Schema:
    keys = {key: _plain(one) for key, one in schema.get("properties", {}).items()}
    if model is not None and model.__module__.startswith(_OURS):
        for key, one in keys.items():
            words = KEYS.get(f"{model.__name__}.{key}") or KEYS[key]
            keys[key] = {"description": pick(lang, *words), **one}
    required = {"required": schema["required"]} if "required" in schema else {}
    return {"type": "object", "properties": keys, **required, "additionalProperties": False}


def _plain(schema: Any) -> Any:
    """A schema without what only repeats the key's name, and without null, which TOML does not have."""
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _plain(one) for key, one in schema.items() if key not in ("title", "default")}
    if "const" in kept:
        # Older versions of pydantic say a single choice twice.
        kept.pop("enum", None)
    members = [one for one in kept.get("anyOf", ()) if one != {"type": "null"}]
    if len(members) == 1:
        return {**members[0], **{key: one for key, one in kept.items() if key != "anyOf"}}
    return {**kept, "anyOf": members} if members else kept
