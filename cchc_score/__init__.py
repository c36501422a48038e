"""cchc-score: a plugin-based rules engine for the PAR INDEX (chỉ số cải cách hành chính) of communes.

These names are what a plugin needs; everything else is imported from its own module.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cchc_score.hookspecs import hookimpl
    from cchc_score.methods import (
        DateFact,
        Fact,
        FactList,
        FactPoints,
        FactShares,
        IfNone,
        Number,
        OptionFact,
        Percent,
        PointsFrom0,
        PointsSigned,
        Rule,
        Settings,
        per_commune,
    )
    from cchc_score.model import Indicator, Option

__all__ = [
    "DateFact",
    "Fact",
    "FactList",
    "FactPoints",
    "FactShares",
    "IfNone",
    "Indicator",
    "Number",
    "Option",
    "OptionFact",
    "Percent",
    "PointsFrom0",
    "PointsSigned",
    "Rule",
    "Settings",
    "hookimpl",
    "per_commune",
]

_HOMES = {"hookimpl": "hookspecs", "Indicator": "model", "Option": "model"}


def __getattr__(name: str) -> Any:
    # Loaded when it is asked for: the command line's help needs neither pydantic nor pluggy.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'methods')}"), name)
