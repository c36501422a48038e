"""Figures from beside the reports (last year's folder, lists of items), joined with those of the reports."""

from collections.abc import Mapping
from dataclasses import replace

from cchc_score.facts import Origin, corrected
from cchc_score.findings import Finding, Words
from cchc_score.intake.join import Gathered
from cchc_score.model import Indicator, Scheme, Value
from cchc_score.rule_words import value_words
from cchc_score.text import LANGUAGES

Figures = Mapping[tuple[int, str], tuple[Value, Origin]]
"""Figures with where they stand, by the unit's row and the indicator's code."""


def with_figures(gathered: Gathered, scheme: Scheme, figures: Figures, differs: str) -> Gathered:
    """What was gathered, with more figures.

    A figure that a report states itself stays; where the other one differs, that is told (by the finding `differs`)
    and the figure is in doubt.
    """
    table = gathered.table
    changes: dict[tuple[int, str], tuple[bool, Value]] = {}
    reasons: dict[tuple[int, str], tuple[Finding, ...]] = {}
    for (row, code), (value, _) in figures.items():
        if not table.known(row, code):
            changes[row, code] = (True, value)
        elif table.value(row, code) != value:
            indicator = scheme.indicators[code]
            place = table.origins.get((row, code), Origin("")).place(table.units[row].label)
            args = {"fact": indicator.words, "told": _words(indicator, table.value(row, code))}
            found = Finding(differs, place, {**args, "value": _words(indicator, value)})
            reasons[row, code] = (*gathered.reasons.get((row, code), ()), found)
    origins = {key: figures[key][1] for key in changes}
    whole = corrected(table, scheme.indicators, changes, origins)
    return replace(
        gathered,
        table=replace(whole, doubts=whole.doubts | reasons.keys()),
        findings=(*gathered.findings, *(found[-1] for found in reasons.values())),
        reasons={**gathered.reasons, **reasons},
    )


def _words(indicator: Indicator, value: Value) -> Words:
    return Words(*(value_words(indicator, value, lang) for lang in LANGUAGES))
