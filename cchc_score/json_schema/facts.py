"""Indicators in JSON Schema: which may be named where, and what a figure of each may be."""

from collections.abc import Collection, Mapping
from typing import Any

from cchc_score.intake.records import FactTable
from cchc_score.json_schema.models import Schema, asked, table
from cchc_score.methods import ASKED_KINDS, LARGEST
from cchc_score.model import NUMBERS, Indicator
from cchc_score.text import Lang

IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*"
NUMBER = r"^[1-9][0-9]?(\.[1-9][0-9]?){1,5}$"
"""The number of a criterion."""


def choice(words: Mapping[str, str]) -> Schema:
    """One of some words, with what an editor shows beside each."""
    return {"enum": list(words), "x-taplo": {"docs": {"enumValues": list(words.values())}}}


def name_facts(schema: Any, indicators: Mapping[str, Indicator], lang: Lang, defs: Schema) -> None:
    """Let every setting that asks for facts name those that there are, in place."""
    # One part may stand in several places.
    for one in {id(one): one for one in (*asked(schema), *asked(defs))}.values():
        kinds = one.pop(ASKED_KINDS)
        name = _name(kinds)
        one["$ref"] = f"#/$defs/{name}"
        if name not in defs:
            defs[name] = _code(indicators, lang) if kinds is None else _reference(kinds, indicators, lang)


def _name(kinds: Collection[str] | None) -> str:
    if kinds is None:
        return "indicator"
    return "asked-numbers" if set(kinds) == NUMBERS | {"yes_no"} else f"asked-{'-'.join(kinds)}"


def _code(indicators: Mapping[str, Indicator], lang: Lang) -> Schema:
    """The code of an indicator; a scheme may declare others than those that are known."""
    return {"anyOf": [choice(_labels(indicators, lang)), {"type": "string", "pattern": f"^{IDENTIFIER}$"}]}


def _reference(kinds: Collection[str], indicators: Mapping[str, Indicator], lang: Lang) -> Schema:
    """An indicator of some kinds; where those are numbers also a signed sum of several."""
    fitting = {code: one for code, one in indicators.items() if one.kind in kinds}
    sums = "count" in kinds
    known = choice(_labels(fitting, lang))
    other = {
        "type": "string",
        "pattern": f"^{'-?' if sums else ''}{IDENTIFIER}$",
        "not": {"enum": [code for code in indicators if code not in fitting]},
    }
    terms = {"type": "array", "items": {"anyOf": [known, other]}, "minItems": 1}
    return {"anyOf": [known, other, terms if sums else {**terms, "maxItems": 1}]}


def _labels(indicators: Mapping[str, Indicator], lang: Lang) -> dict[str, str]:
    return {code: one.label(lang) for code, one in indicators.items()}


def figures(indicators: Mapping[str, Indicator], lang: Lang, defs: Schema, told: bool) -> Schema:
    """A table of figures by indicator; `told` ones may also say where they come from.

    Other keys are allowed: the codes of a form's rows, and what a scheme declares itself.
    """
    keys: Schema = {}
    for code, one in indicators.items():
        value = f"value-{code if one.kind == 'option' else one.kind}"
        defs.setdefault(value, _value(one))
        ref = {"$ref": f"#/$defs/{value}"}
        keys[code] = {"description": one.label(lang), **(_told(value, ref, lang, defs) if told else ref)}
    return {"type": "object", "properties": keys, "additionalProperties": True}


def _told(value: str, ref: Schema, lang: Lang, defs: Schema) -> Schema:
    name = value.replace("value-", "fact-", 1)
    if name not in defs:
        source = table(FactTable, lang, defs)
        source["properties"]["value"] |= ref
        defs[name] = {"anyOf": [ref, source]}
    return {"$ref": f"#/$defs/{name}"}


def _value(indicator: Indicator) -> Schema:
    """A figure as TOML holds it; text is read as it would be in a document."""
    if indicator.kind in NUMBERS:
        number = "integer" if indicator.kind == "count" else "number"
        return {"type": [number, "string"], "minimum": 0, "maximum": LARGEST}
    if indicator.kind == "option":
        return {"anyOf": [choice({one.code: one.name for one in indicator.options}), {"type": "string"}]}
    if indicator.kind == "yes_no":
        return {"type": ["boolean", "string"]}
    # To some editors a day of TOML is text, to others nothing but a date; false and 'không' say that it never came.
    return {"anyOf": [{"type": "string", "format": "date"}, {"type": "string"}, {"const": False}]}
