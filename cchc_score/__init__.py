"""cchc-score: a plugin-based rules engine for the PAR INDEX (chỉ số cải cách hành chính) of communes.

These names are what a plugin needs; everything else is imported from its own module.
"""

from cchc_score.hookspecs import hookimpl
from cchc_score.methods import (
    DateFact,
    Fact,
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
