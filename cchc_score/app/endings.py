"""How a use case ended: what is to be told at the end, and the worst of it."""

from collections.abc import Iterable
from typing import Literal

from cchc_score.findings import Finding, ordered
from cchc_score.results.scored import ScoredStage

RunEnding = Literal["done", "data", "method", "nothing"]
"""Done; errors in the data; a method that broke its contract; nothing to work on."""


def scored_findings(*scored: ScoredStage) -> tuple[Finding, ...]:
    """The findings of some results, each once, and at the end that there was nothing to score in one of them."""
    nothing = () if all(result.has_figures for result in scored) else (Finding("nothing-to-score"),)
    # Behind all others: it is about a year as a whole, and has no place to be ordered by.
    return (*ordered(finding for result in scored for finding in result.findings), *nothing)


def scored_ending(*scored: ScoredStage) -> RunEnding:
    """How scoring ended: a broken method weighs most, then that there was nothing to score."""
    findings = [finding for result in scored for finding in result.findings]
    if any(finding.cause == "method" for finding in findings):
        return "method"
    if not all(result.has_figures for result in scored):
        return "nothing"
    return data_ending(findings)


def data_ending(findings: Iterable[Finding]) -> RunEnding:
    """Whether there are errors in the data."""
    return "data" if any(finding.severity == "error" for finding in findings) else "done"


def checked_ending(findings: Iterable[Finding]) -> RunEnding:
    """How a check ended: warnings count as well; a note is good to know and no fault."""
    told = list(findings)
    if any(finding.cause == "method" for finding in told):
        return "method"
    return "data" if any(finding.severity != "note" for finding in told) else "done"
