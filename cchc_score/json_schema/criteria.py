"""A criterion in JSON Schema: a parent, or a leaf with the settings of its method."""

from collections.abc import Iterable, Mapping
from typing import Any

from cchc_score.json_schema.facts import choice
from cchc_score.json_schema.models import Schema, table
from cchc_score.json_schema.words import METHODS
from cchc_score.methods import Method
from cchc_score.schemes.tables import CriterionTable
from cchc_score.text import Lang, pick

_OF_A_PARENT = frozenset({"combine", "chosen_by"})
_OF_A_LEAF = frozenset({"method", "factor", "gate"})


def criterion(methods: Mapping[str, Method], lang: Lang, defs: Schema) -> Schema:
    """One `[criterion."N"]`: every key that any method knows, and by the method which of them may not stand here.

    The keys are listed flat because editors complete from that, not from conditions.
    """
    whole = table(CriterionTable, lang, defs)
    own = whole["properties"]
    settings = {name: _settings(one, own, lang, defs) for name, one in methods.items()}
    own["method"] |= choice({name: _said(one, lang) for name, one in methods.items()})
    variants = _variants(settings.values())
    parent = {"if": {"not": {"required": ["method"]}}, "then": _without(_OF_A_LEAF | variants.keys())}
    leaves = [_if_method(name, one, variants) for name, one in settings.items()]
    keys = {key: found[0] if len(found) == 1 else {"anyOf": found} for key, found in variants.items()}
    return {**whole, "properties": {**own, **keys}, "allOf": [parent, *leaves]}


def _settings(method: Method, own: Schema, lang: Lang, defs: Schema) -> Schema:
    """The settings of a method; what a criterion has itself never reaches one."""
    told = table(method.settings, lang, defs, f"{method.name}.")
    keys = {key: one for key, one in told["properties"].items() if key not in own}
    return {"properties": keys, "required": [key for key in told.get("required", ()) if key in keys]}


def _variants(settings: Iterable[Schema]) -> dict[str, list[Any]]:
    """What each key may hold, under one method or another."""
    found: dict[str, list[Any]] = {}
    for one in settings:
        for key, held in one["properties"].items():
            if held not in found.setdefault(key, []):
                found[key].append(held)
    return dict(sorted(found.items()))


def _if_method(name: str, settings: Schema, variants: Mapping[str, list[Any]]) -> Schema:
    keys = settings["properties"]
    exact = {key: one for key, one in keys.items() if len(variants[key]) > 1}
    then = _without(_OF_A_PARENT | (variants.keys() - keys.keys()))
    then["properties"] |= exact
    return {
        "if": {"properties": {"method": {"const": name}}, "required": ["method"]},
        "then": {**then, **({"required": settings["required"]} if settings["required"] else {})},
    }


def _without(keys: Iterable[str]) -> Schema:
    return {"properties": dict.fromkeys(sorted(keys), False)}


def _said(method: Method, lang: Lang) -> str:
    """What a method is: in both languages for one of ours, in the words of its author for any other."""
    words = METHODS.get(method.name)
    if words is not None:
        return pick(lang, *words)
    return (method.function.__doc__ or method.name).strip().partition("\n")[0]
