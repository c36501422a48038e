"""Indicators in JSON Schema: which may be named where, and what a figure of each may be."""

from collections.abc import Collection, Mapping
from typing import Any

from cchc_score.intake.toml_reports import FactTable
from cchc_score.json_schema.model_schema import Schema, parts_with_facts, table
from cchc_score.methods import ASKED_KINDS, LARGEST
from cchc_score.model import NUMBERS, Indicator
from cchc_score.text import Lang

IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*"
_COEFFICIENT: Schema = {"type": "number", "not": {"const": 0}}
NUMBER = r"^[1-9][0-9]?(\.[1-9][0-9]?){1,5}$"
"""The number of a criterion."""


def choice(words: Mapping[str, str]) -> Schema:
    """One of some words, with what an editor shows beside each."""
    # Plain JSON Schema has no words for single choices; taplo, by which editors know TOML, reads them here.
    return {"enum": list(words), "x-taplo": {"docs": {"enumValues": list(words.values())}}}


def name_facts(schema: Any, indicators: Mapping[str, Indicator], lang: Lang, defs: Schema) -> None:
    """Let every setting that asks for facts name those that there are, in place."""
    # One part may stand in several places.
    for part in {id(part): part for part in (*parts_with_facts(schema), *parts_with_facts(defs))}.values():
        # Taken out, for editors know no such word.
        kinds = part.pop(ASKED_KINDS)
        name = _name(kinds)
        part["$ref"] = f"#/$defs/{name}"
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
    """An indicator of some kinds; where those are numbers also a sum of several, with signs or with coefficients."""
    fitting = {code: indicator for code, indicator in indicators.items() if indicator.kind in kinds}
    sums = "count" in kinds
    known = choice(_labels(fitting, lang))
    other = {
        "type": "string",
        # In a signed sum a minus stands before the code.
        "pattern": f"^{'-?' if sums else ''}{IDENTIFIER}$",
        # A known code of a wrong kind is a mistake for certain; an unknown one may be the scheme's own.
        "not": {"enum": [code for code in indicators if code not in fitting]},
    }
    terms = {"type": "array", "items": {"anyOf": [known, other]}, "minItems": 1}
    if not sums:
        return {"anyOf": [known, other, {**terms, "maxItems": 1}]}
    # Codes as keys: an editor completes them from `properties`.
    weighed = {
        "type": "object",
        "properties": dict.fromkeys(fitting, _COEFFICIENT),
        "patternProperties": {f"^{IDENTIFIER}$": _COEFFICIENT},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [known, other, terms, weighed]}


def _labels(indicators: Mapping[str, Indicator], lang: Lang) -> dict[str, str]:
    return {code: indicator.label(lang) for code, indicator in indicators.items()}


def figures(indicators: Mapping[str, Indicator], lang: Lang, defs: Schema, sourced: bool) -> Schema:
    """A table of figures by indicator; `sourced` ones may also say where they come from.

    Other keys are allowed: the codes of a form's rows, and what a scheme declares itself.
    """
    keys: Schema = {}
    for code, indicator in indicators.items():
        value = f"value-{code if indicator.kind == 'option' else indicator.kind}"
        # One definition a kind, for hundreds of indicators; a question with answers has its own.
        defs.setdefault(value, _value(indicator))
        ref = {"$ref": f"#/$defs/{value}"}
        keys[code] = {
            "description": indicator.label(lang),
            **(_with_source(value, ref, lang, defs) if sourced else ref),
        }
    return {"type": "object", "properties": keys, "additionalProperties": True}


def _with_source(value: str, ref: Schema, lang: Lang, defs: Schema) -> Schema:
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
        # Text too, because '1.340.000' is read as in a document. Limits hold for numbers only, says JSON Schema.
        return {"type": [number, "string"], "minimum": 0, "maximum": LARGEST}
    if indicator.kind == "option":
        return {"anyOf": [choice({option.code: option.name for option in indicator.options}), {"type": "string"}]}
    if indicator.kind == "yes_no":
        return {"type": ["boolean", "string"]}
    # To some editors a day of TOML is text, to others nothing but a date; false and 'không' say that it never came.
    return {"anyOf": [{"type": "string", "format": "date"}, {"type": "string"}, {"const": False}]}
