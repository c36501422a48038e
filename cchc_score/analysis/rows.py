"""Facts and rows that nobody uses, and rows that are headers without saying so."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cchc_score.analysis.oddities import Oddity, oddity
from cchc_score.analysis.probes import Probe, Trial, lines
from cchc_score.explain import used
from cchc_score.findings import Finding, Place
from cchc_score.methods import Method
from cchc_score.model import Form, Indicator, Scheme


def from_headers(trial: Trial, probes: Sequence[Probe], form: Form | None) -> Iterator[Oddity]:
    """Facts of a criterion that stand in a row with rows of its own below: the printed header decides the points."""
    for place, axis in enumerate(trial.axes):
        for code in axis.ref.codes:
            row, below = _header(form, code)
            pairs = [pair for line in lines(trial.axes, place, probes) for pair in pairwise(line)]
            shown = next((pair for pair in pairs if pair[0].points != pair[1].points), ())
            if below and axis.role != "peer":
                args = {"fact": trial.scheme.indicators[code].words, "row": row, "rows": below}
                yield oddity(trial, "lint-header", shown, True, **args)


def _header(form: Form | None, indicator: str) -> tuple[str, tuple[str, ...]]:
    """The row of an indicator and the rows numbered below it; those printed without a number are its parts."""
    rows = form.rows.values() if form else ()
    code = next((row.code for row in rows if row.indicator == indicator), "")
    return code, tuple(row.code for row in rows if code and row.code.startswith(f"{code}."))


def unused_facts(scheme: Scheme, known: Mapping[str, Indicator], methods: Mapping[str, Method]) -> Iterator[Finding]:
    """The facts that a scheme declares itself (`known` are those of plugins) and neither scores nor explains."""
    told = {one.indicator for one in scheme.context}
    for criterion in scheme.criteria.values():
        told.update(used(criterion, methods))
    for code, indicator in scheme.indicators.items():
        if code not in known and code not in told:
            yield Finding("lint-indicator", Place(scheme.file), {"fact": indicator.words, "code": code})
