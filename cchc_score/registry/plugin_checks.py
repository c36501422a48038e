"""What a plugin gives, thing by thing: everything in it that breaks the contract."""

import dis
import inspect
from collections.abc import Callable
from itertools import pairwise
from typing import Any, get_args

from cchc_score.documents import Reader
from cchc_score.facts import MAX_DECIMALS
from cchc_score.formats import Format
from cchc_score.methods import CONTRACT, Method, Settings, accepted_kinds, each_fact
from cchc_score.model import Indicator, Kind, Source
from cchc_score.registry.older_contracts import OLDEST
from cchc_score.text import nfc

Faults = list[tuple[str, dict[str, object]]]
"""The codes of findings, each with what its wording names."""


def item_key(item: Any) -> str:
    """The code or name by which a thing is known."""
    return str(item.code if isinstance(item, Indicator) else item.name)


def parameter_names(function: Callable[..., object]) -> tuple[str, ...]:
    """The names of a function's parameters."""
    return tuple(inspect.signature(function).parameters)


def check_item(item: Indicator | Method | Reader | Format) -> Faults:
    """The faults of one thing."""
    if isinstance(item, Indicator):
        return _indicator(item)
    if isinstance(item, Method):
        return _method(item)
    return _reader(item) if isinstance(item, Reader) else _format(item)


def _named(item: Any) -> Faults:
    return [] if item_key(item) else [("plugin-name", {})]


def _reader(reader: Reader) -> Faults:
    suffixes = reader.suffixes
    if isinstance(suffixes, tuple) and all(isinstance(suffix, str) and suffix.startswith(".") for suffix in suffixes):
        return _named(reader)
    return [("reader-suffixes", {})]


def _format(form: Format) -> Faults:
    # A suffix that is no ending is never met, or breaks whoever looks for one.
    if isinstance(form.suffix, str) and form.suffix[:1] in ("", "."):
        return _named(form)
    return [("format-suffix", {})]


def _indicator(indicator: Indicator) -> Faults:
    faults: Faults = []
    words = (indicator.code, indicator.name, indicator.name_en, indicator.unit)
    # Alone, for what follows asks questions that only a text can answer.
    if not all(isinstance(word, str) for word in words):
        return [("plugin-name", {})]
    # A code is a parameter of methods and a bare key of TOML.
    if not indicator.code.isidentifier() or not indicator.code.isascii() or not indicator.name:
        faults.append(("plugin-name", {}))
    if indicator.kind not in get_args(Kind) or indicator.source not in get_args(Source):
        return [*faults, ("indicator-kind-wrong", {"kinds": get_args(Kind), "sources": get_args(Source)})]
    if indicator.kind in ("count", "yes_no", "option", "date") and indicator.decimals:
        faults.append(("indicator-decimals", {"most": 0}))
    if not 0 <= indicator.decimals <= MAX_DECIMALS:
        faults.append(("indicator-decimals", {"most": MAX_DECIMALS}))
    codes = [option.code for option in indicator.options]
    if (indicator.kind == "option") != (len(codes) >= 2) or len(set(codes)) < len(codes):
        faults.append(("indicator-options", {}))
    return faults


def _method(method: Method) -> Faults:
    faults: Faults = []
    # Names in a scheme come composed from TOML, so that any other form would never be met.
    if not method.name or nfc(method.name) != method.name or any(char.isspace() for char in method.name):
        faults.append(("plugin-name", {}))
    if not (inspect.isclass(method.settings) and issubclass(method.settings, Settings)):
        faults.append(("method-settings", {}))
    if not OLDEST <= method.contract <= CONTRACT:
        faults.append(("method-contract", {"contract": method.contract, "current": CONTRACT}))
    plain = {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD}
    signature = list(inspect.signature(method.function).parameters.values())
    odd = [parameter for parameter in signature if parameter.kind not in plain and not _several(method, parameter)]
    if odd or not signature or signature[0].name != "rule":
        faults.append(("method-signature", {}))
    # Only a whole method can be asked for its settings.
    elif not faults:
        faults += [("method-unasked", {"key": key}) for key in _unasked(method)]
    if _returns_nothing(method.function):
        faults.append(("method-no-return", {}))
    # The engine hands facts to either form by the names of its parameters.
    if method.column and parameter_names(method.column.function)[1:] != method.parameters:
        faults.append(("method-column", {}))
    return faults


def _returns_nothing(function: Callable[..., object]) -> bool:
    """Whether a function ends with None wherever it ends: nobody would have points by it, and no fault be seen."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    if code is None or inspect.isgeneratorfunction(inspect.unwrap(function)):
        return False
    steps = [step for step in dis.get_instructions(code) if step.opname not in ("NOP", "CACHE", "EXTENDED_ARG")]
    ends = [
        # Python 3.12 and 3.13 return a constant in one step, other versions in two. To where a step jumps, another
        # value may come along.
        (step if step.opname == "RETURN_CONST" else before).argval is None
        and (step.opname == "RETURN_CONST" or (before.opname == "LOAD_CONST" and not step.is_jump_target))
        for before, step in pairwise([steps[0], *steps])
        if step.opname in ("RETURN_VALUE", "RETURN_CONST")
    ]
    return bool(ends) and all(ends)


def _unasked(method: Method) -> list[str]:
    """The settings that hold facts and are no parameters: a unit that lacks such a fact would be scored."""
    model = method.settings
    facts = [key for key in model.model_fields if accepted_kinds(model, key) is not None or each_fact(model, key)]
    return [key for key in facts if key not in method.parameters]


def _several(method: Method, parameter: inspect.Parameter) -> bool:
    """Whether a parameter is the `*name` of a setting whose keys are facts."""
    name = parameter.name
    if parameter.kind != inspect.Parameter.VAR_POSITIONAL:
        return False
    return name in getattr(method.settings, "model_fields", ()) and each_fact(method.settings, name) is not None
