"""Whose figures decide a criterion: the unit's own, those of all units together, or what others find."""

from collections.abc import Mapping
from typing import Literal

from cchc_score.appraisal.claims import given_by_others
from cchc_score.methods import Method
from cchc_score.model import Criterion, Scheme
from cchc_score.rule_words import used, with_parts

Decider = Literal["unit", "all-units", "others", "survey", "council", "penalty"]
"""Who decides a leaf.

`unit`: the figures that the unit reports, and nothing else. `all-units`: what all units report, as the best of them.
`others`: also figures that others find, beside the unit's own. The unit claims nothing where a `survey` or the
`council` gives the points, or where it is a `penalty`.
"""


def decider(leaf: Criterion, scheme: Scheme, methods: Mapping[str, Method]) -> Decider:
    """Who decides a leaf."""
    if given_by_others(leaf, scheme, methods):
        if next(area.kind for area in scheme.areas if area.code == leaf.area) == "penalty":
            return "penalty"
        sources = {scheme.indicators[code].source for code in used(scheme, leaf, methods)}
        return "survey" if sources == {"survey"} else "council"
    if methods[leaf.method].peers:
        return "all-units"
    return "unit" if rests_on_reports(leaf, scheme, methods) else "others"


def rests_on_reports(leaf: Criterion, scheme: Scheme, methods: Mapping[str, Method]) -> bool:
    """Whether a leaf asks for no figure but those that units report, and what follows from them."""
    codes = with_parts(used(scheme, leaf, methods), scheme.indicators)
    return all(scheme.indicators[code].source == "report" for code in codes)
