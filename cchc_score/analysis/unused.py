"""Facts and rows that nobody uses, and rows that are headers without saying so."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cchc_score.analysis.lint_checks import Oddity, make_oddity
from cchc_score.analysis.required_facts import class_facts
from cchc_score.analysis.trials import LeafTrials, Trial, trial_lines
from cchc_score.findings import Finding, Place
from cchc_score.methods import Method
from cchc_score.model import Form, Indicator, Scheme
from cchc_score.rule_words import used, with_parts


def find_headers(leaf: LeafTrials, trials: Sequence[Trial], form: Form | None) -> Iterator[Oddity]:
    """Facts of a criterion that stand in a row with rows of its own below: the printed header decides the points."""
    for index, axis in enumerate(leaf.axes):
        for code in axis.ref.codes:
            row, below = _header(form, code)
            pairs = [pair for line in trial_lines(leaf.axes, index, trials) for pair in pairwise(line)]
            # Two figures that give different points, where there are any; the finding holds without them.
            shown = next((pair for pair in pairs if pair[0].points != pair[1].points), ())
            if below and axis.role != "peer":
                args = {"fact": leaf.scheme.indicators[code].words, "row": row, "rows": below}
                yield make_oddity(leaf, "lint-header", shown, True, **args)


def _header(form: Form | None, indicator: str) -> tuple[str, tuple[str, ...]]:
    """The row of an indicator and the rows numbered below it; those printed without a number are its parts."""
    rows = form.rows.values() if form else ()
    code = next((row.code for row in rows if row.indicator == indicator), "")
    # With the dot, or row 1.10 would stand below row 1.1.
    return code, tuple(row.code for row in rows if code and row.code.startswith(f"{code}."))


def unused_facts(scheme: Scheme, known: Mapping[str, Indicator], methods: Mapping[str, Method]) -> Iterator[Finding]:
    """The facts that a scheme declares itself (`known` are those of plugins) and neither scores nor explains."""
    explained = _used_facts(scheme, methods)
    for code, indicator in scheme.indicators.items():
        if code not in known and code not in explained:
            yield Finding("lint-indicator", Place(scheme.file), {"fact": indicator.words, "code": code})


def unused_rows(scheme: Scheme, form: Form | None, methods: Mapping[str, Method]) -> Iterator[Finding]:
    """The rows of the form that a scheme neither scores nor lists as context."""
    if form is None:
        return
    explained = _used_facts(scheme, methods)
    for row in form.rows.values():
        if row.indicator is not None and row.indicator not in explained:
            yield Finding("row-unused", Place(scheme.file, row=row.code), {"fact": row.indicator})


def _used_facts(scheme: Scheme, methods: Mapping[str, Method]) -> set[str]:
    """The codes of the facts that a scheme scores or lists as context."""
    codes = {entry.indicator for entry in scheme.context}
    codes.update(with_parts(class_facts(scheme), scheme.indicators))
    for criterion in scheme.criteria.values():
        codes.update(with_parts(used(scheme, criterion, methods), scheme.indicators))
    return codes
