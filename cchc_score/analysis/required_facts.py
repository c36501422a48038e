"""The reporting form that a scheme implies: which facts it asks for, and which criteria ask."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_score.methods import Method
from cchc_score.model import Form, Indicator, Scheme
from cchc_score.rule_words import used, with_parts


@dataclass(frozen=True, slots=True)
class RequiredFact:
    """One fact that a scheme needs: the criteria that ask for it, and its row in the form, if it has one.

    Only the limit of a class may ask for it: then there are no criteria.
    """

    indicator: Indicator
    criteria: tuple[str, ...]
    row: str


def required_facts(scheme: Scheme, form: Form | None, methods: Mapping[str, Method]) -> tuple[RequiredFact, ...]:
    """All facts that criteria and classes rest on, each once, in the order of the form and then of the scheme.

    Derived ones are among them, each before what it is derived from; nobody is asked for them.
    """
    by: dict[str, list[str]] = {}
    for criterion in scheme.criteria.values():
        for code in with_parts(used(scheme, criterion, methods), scheme.indicators):
            by.setdefault(code, []).append(criterion.number)
    for code in with_parts(class_facts(scheme), scheme.indicators):
        by.setdefault(code, [])
    rows = {row.indicator: row.code for row in form.rows.values() if row.indicator} if form else {}
    order = [*(code for code in rows if code in by), *(code for code in by if code not in rows)]
    return tuple(RequiredFact(scheme.indicators[code], tuple(by[code]), rows.get(code, "")) for code in order)


def class_facts(scheme: Scheme) -> tuple[str, ...]:
    """The facts on whose answers the limits of classes hang."""
    return tuple(code for limit in scheme.classes if limit.by_answer for code in limit.by_answer.fact.codes)
