"""Models of tables as JSON Schema: their keys, each with what it means in one language."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from cchc_score.builtin.meaning import models_in
from cchc_score.findings import Words
from cchc_score.json_schema.key_words import KEYS
from cchc_score.methods import ASKED_KINDS
from cchc_score.text import Lang, pick

Schema = dict[str, Any]
Hints = Mapping[tuple[type[BaseModel], str], Words]
"""What is said of a key, by the model that has it and the key as TOML has it."""


class _Generator(GenerateJsonSchema):
    """The generator of pydantic; a type without JSON Schema is left open instead of being an error."""

    def handle_invalid_for_json_schema(self, schema: Any, error_info: str) -> Schema:
        return {}

    def emit_warning(self, kind: Any, detail: str) -> None:
        """A default that is no JSON is left out without a word."""


def table(model: type[BaseModel], lang: Lang, defs: Schema, prefix: str = "", hints: Hints | None = None) -> Schema:
    """The JSON Schema of a table; the tables inside it go into `defs`, their names after `prefix`.

    `hints` say what its keys mean; without them every key must stand among the words of the program's own tables.
    """
    template = f"#/$defs/{prefix}{{model}}"
    whole = model.model_json_schema(by_alias=True, ref_template=template, schema_generator=_Generator)
    inner = whole.pop("$defs", {})
    models: dict[str, type[BaseModel]] = {}
    _gather(model, models)
    # After the prefix, since two methods may each have a part of one name.
    for name, schema in inner.items():
        defs[f"{prefix}{name}"] = _plain_table(schema, models.get(name), lang, hints)
    return _plain_table(whole, model, lang, hints)


def parts_with_facts(schema: Any) -> Iterator[Schema]:
    """Every part of a schema that stands for facts that can be asked for."""
    if isinstance(schema, dict):
        if ASKED_KINDS in schema:
            yield schema
        for part in schema.values():
            yield from parts_with_facts(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from parts_with_facts(part)


def _gather(model: type[BaseModel], found: dict[str, type[BaseModel]]) -> None:
    """A model and those inside it, by name."""
    if model.__name__ not in found:
        found[model.__name__] = model
        for field in model.model_fields.values():
            for inner in models_in(field.annotation):
                _gather(inner, found)


def _plain_table(schema: Mapping[str, Any], model: type[BaseModel] | None, lang: Lang, hints: Hints | None) -> Schema:
    keys = {key: _plain(held) for key, held in schema.get("properties", {}).items()}
    for key, held in keys.items():
        words = None if model is None else _own_words(model, key) if hints is None else hints.get((model, key))
        if words is not None:
            # The words first, as one reads them; a schema keeps the order of its keys.
            keys[key] = {"description": pick(lang, *words), **held}
    required = {"required": schema["required"]} if "required" in schema else {}
    return {"type": "object", "properties": keys, **required, "additionalProperties": False}


def _own_words(model: type[BaseModel], key: str) -> Words:
    """A key of the program's own tables; one that nobody explained is a KeyError, so that none is forgotten."""
    # The words for this very table first, because one key may mean different things in two of them.
    return KEYS.get(f"{model.__name__}.{key}") or KEYS[key]


def _plain(schema: Any) -> Any:
    """A schema without what only repeats the key's name, and without null, which TOML does not have."""
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _plain(held) for key, held in schema.items() if key not in ("title", "default")}
    if "const" in kept:
        # Older versions of pydantic say a single choice twice.
        kept.pop("enum", None)
    members = [member for member in kept.get("anyOf", ()) if member != {"type": "null"}]
    if len(members) == 1:
        return {**members[0], **{key: held for key, held in kept.items() if key != "anyOf"}}
    return {**kept, "anyOf": members} if members else kept
