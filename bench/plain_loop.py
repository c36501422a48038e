"""The same scheme as it is often written: a pydantic model a commune, a pluggy hook a criterion, Decimal, one by one."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pluggy
from pydantic import BaseModel, ConfigDict, create_model

from cchc_score.facts import Table
from cchc_score.model import Scheme

Mark = tuple[Decimal, Decimal]
"""Points, and what could be reached."""

NONE, TWO, HUNDRED, CENT = Decimal(0), Decimal(2), Decimal(100), Decimal("0.01")
spec, impl = pluggy.HookspecMarker("loop"), pluggy.HookimplMarker("loop")


class Specs:
    """What a rule form gives."""

    @spec(firstresult=True)
    def points(self, number: int, leaf: Any, facts: Any) -> Mark | None:
        """The points of one criterion, or None where the form is another."""


class Options:
    """Points by the answer."""

    @impl
    def points(self, number: int, leaf: Any, facts: Any) -> Mark | None:
        if leaf.method != "options":
            return None
        answer = getattr(facts, f"answer_{number}")
        if answer is None:
            return NONE, TWO
        return (TWO, Decimal("0.75"), NONE, NONE)[answer], NONE if answer == 3 else TWO


class Count:
    """So much for each, within limits."""

    @impl
    def points(self, number: int, leaf: Any, facts: Any) -> Mark | None:
        if leaf.method != "count":
            return None
        count, settings = getattr(facts, f"count_{number}"), leaf.settings
        if count is None:
            return NONE, TWO
        each = Decimal(settings.each.numerator) / settings.each.denominator
        return min(max(int(settings.start) + each * count, NONE), TWO), TWO


class Steps:
    """Bands of a figure."""

    @impl
    def points(self, number: int, leaf: Any, facts: Any) -> Mark | None:
        if leaf.method != "bands" or leaf.settings.value is None:
            return None
        count = getattr(facts, f"count_{number}")
        steps = ((12, "2"), (6, "1.25"), (1, "0.5"))
        return next((Decimal(worth) for least, worth in steps if count is not None and count >= least), NONE), TWO


class Share:
    """In proportion, or by bands, of a share."""

    @impl
    def points(self, number: int, leaf: Any, facts: Any) -> Mark | None:
        settings = leaf.settings
        if leaf.method not in ("ratio", "bands") or getattr(settings, "value", None) is not None:
            return None
        part, whole = getattr(facts, f"part_{number}"), getattr(facts, f"whole_{number}")
        if leaf.gates and (getattr(facts, f"count_{number}") or 0) < 2:
            return NONE, TWO
        if part is None or whole is None:
            return NONE, TWO
        if whole == 0:
            return {"full": (TWO, TWO), "zero": (NONE, TWO), "not_applicable": (NONE, NONE)}[settings.if_none]
        percent = HUNDRED * part / whole
        if leaf.method == "ratio":
            got = TWO * min(part, whole) / whole if percent >= int(settings.zero_below) else NONE
            return got.quantize(CENT, ROUND_HALF_UP), TWO
        steps = ((70, "1.5"), (50, "0.75"))
        return TWO if percent > 90 else next((Decimal(worth) for least, worth in steps if percent >= least), NONE), TWO


def plain_loop(scheme: Scheme, table: Table) -> Callable[[], Any]:
    """Commune by commune, criterion by criterion."""
    manager = pluggy.PluginManager("loop")
    manager.add_hookspecs(Specs)
    for form in (Options, Count, Steps, Share):
        manager.register(form())
    fields: dict[str, Any] = dict.fromkeys(table.columns, (int | None, None))
    model: type[BaseModel] = create_model("Facts", __config__=ConfigDict(frozen=True, extra="forbid"), **fields)
    rows = [
        {code: int(column.values[row]) if column.known[row] else None for code, column in table.columns.items()}
        for row in range(len(table.units))
    ]

    def run() -> Any:
        indices = []
        for row in rows:
            facts = model.model_validate(row)
            marks = [
                manager.hook.points(number=number, leaf=leaf, facts=facts) for number, leaf in enumerate(scheme.leaves)
            ]
            most = sum(mark[1] for mark in marks)
            indices.append(HUNDRED * sum(mark[0] for mark in marks) / most if most else NONE)
        first: dict[Decimal, int] = {}
        for place, index in enumerate(sorted(indices, reverse=True), 1):
            first.setdefault(index, place)
        return [first[index] for index in indices]

    return run
