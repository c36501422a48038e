"""The reporting form that a scheme implies: which facts it asks for, and which criteria ask."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_score.explain import used
from cchc_score.methods import Method
from cchc_score.model import Form, Indicator, Scheme


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact that a scheme needs: the criteria that ask for it, and its row in the form, if it has one."""

    indicator: Indicator
    criteria: tuple[str, ...]
    row: str


def asked(scheme: Scheme, form: Form | None, methods: Mapping[str, Method]) -> tuple[Asked, ...]:
    """All facts that criteria ask for, each once, in the order of the form and then of the scheme."""
    by: dict[str, list[str]] = {}
    for criterion in scheme.criteria.values():
        for code in used(criterion, methods):
            by.setdefault(code, []).append(criterion.number)
    rows = {row.indicator: row.code for row in form.rows.values() if row.indicator} if form else {}
    order = [*(code for code in rows if code in by), *(code for code in by if code not in rows)]
    return tuple(Asked(scheme.indicators[code], tuple(by[code]), rows.get(code, "")) for code in order)
