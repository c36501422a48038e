"""Methods written for an older contract, so that the engine of this one can call them.

Contract 0: `rule.once(compute)` kept one computation a rule, without a name for it; the bound of a column form left
out twice its denominator. Contract 1: `rule.once(name, compute)`; the bound includes it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from cchc_score.methods import CONTRACT, Method, Points, Rule

OLDEST = 0


@dataclass(frozen=True, slots=True)
class Rule0(Rule):
    """A rule as contract 0 knew it."""

    def once(self, compute: Callable[[], Any]) -> Any:  # type: ignore[override]
        """What the one computation over the peers gives."""
        return Rule.once(self, "", compute)


def adapt(method: Method) -> Method:
    """A method of an older contract as one of this: its row form only, for its column form kept other bounds."""
    if method.contract == CONTRACT:
        return method

    # It still has the parameters of its author, by which it is checked and named.
    @wraps(method.function)
    def function(rule: Rule, *facts: Any) -> Points:
        return method.function(rule.once("contract 0", lambda: _rule0(rule)), *facts)

    return replace(method, function=function, column=None)


def _rule0(rule: Rule) -> Rule0:
    return Rule0(rule.number, rule.max_points, rule.settings, rule.decimals, rule.peers)
