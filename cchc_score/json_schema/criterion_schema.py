"""A criterion in JSON Schema: a parent, or a leaf with the settings of its method."""

from collections.abc import Iterable, Mapping
from typing import Any

from cchc_score.builtin import MEANINGS
from cchc_score.builtin.meaning import setting_fields
from cchc_score.json_schema.fact_schema import choice
from cchc_score.json_schema.model_schema import Hints, Schema, table
from cchc_score.methods import Method
from cchc_score.schemes.scheme_tables import CriterionTable
from cchc_score.text import Lang, pick

_OF_A_PARENT = frozenset({"combine", "chosen_by"})
_OF_A_LEAF = frozenset({"method"})


def criterion(methods: Mapping[str, Method], lang: Lang, defs: Schema) -> Schema:
    """One `[criterion."N"]`: every key that any method knows, and by the method which of them may not stand here.

    The keys are listed flat because editors complete from that, not from conditions.
    """
    whole = table(CriterionTable, lang, defs)
    own = whole["properties"]
    settings = {name: _settings(method, own, lang, defs) for name, method in methods.items()}
    # One gate needs no list.
    gate = own["gate"]["items"]
    own["gate"] = {**own["gate"], "anyOf": [gate, {"type": "array", "items": gate, "minItems": 1}]}
    for key in ("type", "items", "minItems"):
        own["gate"].pop(key)
    own["method"] |= choice({name: _method_words(method, lang) for name, method in methods.items()})
    variants = _variants(settings.values())
    # A criterion without a method is a parent.
    parent = {"if": {"not": {"required": ["method"]}}, "then": _without(_OF_A_LEAF | variants.keys())}
    leaves = [_if_method(name, keys, variants) for name, keys in settings.items()]
    keys = {key: forms[0] if len(forms) == 1 else {"anyOf": forms} for key, forms in variants.items()}
    return {**whole, "properties": {**own, **keys}, "allOf": [parent, *leaves]}


def _settings(method: Method, own: Schema, lang: Lang, defs: Schema) -> Schema:
    """The settings of a method; a key that every criterion has never reaches the method and is left out."""
    whole = table(method.settings, lang, defs, f"{method.name}.", _hints(method))
    keys = {key: schema for key, schema in whole["properties"].items() if key not in own}
    return {"properties": keys, "required": [key for key in whole.get("required", ()) if key in keys]}


def _hints(method: Method) -> Hints:
    """What an editor shows beside the settings of a built-in method; nothing for any other."""
    meaning = MEANINGS.get(method.name)
    if meaning is None:
        return {}
    known = setting_fields(method.settings)
    return {(setting.model, setting.key): meaning.settings[setting.path].hint for setting in known}


def _variants(settings: Iterable[Schema]) -> dict[str, list[Any]]:
    """What each key may hold, under one method or another."""
    variants: dict[str, list[Any]] = {}
    for table_of_method in settings:
        for key, schema in table_of_method["properties"].items():
            # In a list, because a dict has no hash and no set takes it.
            if schema not in variants.setdefault(key, []):
                variants[key].append(schema)
    return dict(sorted(variants.items()))


def _if_method(name: str, settings: Schema, variants: Mapping[str, list[Any]]) -> Schema:
    keys = settings["properties"]
    # Where only one method has the key, or all mean the same by it, the flat list says it exactly already.
    exact = {key: schema for key, schema in keys.items() if len(variants[key]) > 1}
    then = _without(_OF_A_PARENT | (variants.keys() - keys.keys()))
    then["properties"] |= exact
    return {
        "if": {"properties": {"method": {"const": name}}, "required": ["method"]},
        "then": {**then, **({"required": settings["required"]} if settings["required"] else {})},
    }


def _without(keys: Iterable[str]) -> Schema:
    # A `false` for each: 'additionalProperties' in a condition would refuse all keys that it does not list itself.
    return {"properties": dict.fromkeys(sorted(keys), False)}


def _method_words(method: Method, lang: Lang) -> str:
    """The hint beside a method's name: its meaning for a built-in one, else the first line of its docstring."""
    meaning = MEANINGS.get(method.name)
    if meaning is not None:
        return pick(lang, *meaning.hint)
    return (method.function.__doc__ or method.name).strip().partition("\n")[0]
