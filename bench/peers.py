"""The same scheme in other tools, in floats or Decimal: only what is installed takes part."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from cchc_score.facts import Table
from cchc_score.model import Scheme


def with_pandas(scheme: Scheme, table: Table) -> Callable[[], Any]:
    """A data frame, one expression a criterion."""
    import numpy as np
    import pandas as pd

    frame = pd.DataFrame(
        {
            code: pd.Series(np.where(np.array(column.known, bool), np.array(column.values, float), np.nan))
            for code, column in table.columns.items()
        }
    )

    def run() -> Any:
        points, reach = {}, {}
        for number, leaf in enumerate(scheme.leaves):
            part, whole = frame[f"part_{number}"], frame[f"whole_{number}"]
            count, answer = frame[f"count_{number}"], frame[f"answer_{number}"]
            full = pd.Series(2.0, frame.index)
            if leaf.method in ("ratio", "bands") and getattr(leaf.settings, "if_none", None):
                share = part / whole.where(whole > 0, 1.0)
                if leaf.method == "ratio":
                    got = (2 * share.clip(upper=1)).where(100 * part >= float(leaf.settings.zero_below) * whole, 0.0)
                else:
                    got = pd.Series(np.select([share > 0.9, share >= 0.7, share >= 0.5], [2.0, 1.5, 0.75], 0.0))
                nothing = (whole == 0) & part.notna()
                got = got.mask(nothing, 2.0 if leaf.settings.if_none == "full" else 0.0)
                got = got.where(part.notna() & whole.notna(), 0.0)
                if leaf.gate is not None:
                    nothing &= count >= 2
                    got = got.where(count >= 2, 0.0)
                if leaf.settings.if_none == "not_applicable":
                    full = full.mask(nothing, 0.0)
            elif leaf.method == "bands":
                got = pd.Series(np.select([count >= 12, count >= 6, count >= 1], [2.0, 1.25, 0.5], 0.0))
            elif leaf.method == "options":
                got = answer.map({0: 2.0, 1: 0.75, 2: 0.0, 3: 0.0})
                full = full.mask(answer == 3, 0.0)
            else:
                got = (float(leaf.settings.start) + float(leaf.settings.each) * count).clip(0, 2)
            points[number] = np.floor(got.fillna(0) * 100 + 0.5) / 100
            reach[number] = full
        total, most = pd.DataFrame(points).sum(axis=1), pd.DataFrame(reach).sum(axis=1)
        return (100 * total / most).round(9).rank(method="min", ascending=False)

    return run


def with_polars(scheme: Scheme, table: Table) -> Callable[[], Any]:
    """A lazy frame, one expression a criterion."""
    import numpy as np
    import polars as pl

    frame = pl.DataFrame(
        {
            code: pl.Series(np.array(column.values, float)).set(pl.Series(~np.array(column.known, bool)), None)
            for code, column in table.columns.items()
        }
    )
    points, reach = [], []
    for number, leaf in enumerate(scheme.leaves):
        part, whole, count, answer = (pl.col(f"{name}_{number}") for name in ("part", "whole", "count", "answer"))
        full: Any = pl.lit(2.0)
        if leaf.method in ("ratio", "bands") and getattr(leaf.settings, "if_none", None):
            if leaf.method == "ratio":
                floor = float(leaf.settings.zero_below)
                got = (
                    pl.when(100 * part >= floor * whole).then(2 * pl.min_horizontal(part, whole) / whole).otherwise(0.0)
                )
            else:
                share = part / whole
                got = pl.when(share > 0.9).then(2.0).when(share >= 0.7).then(1.5)
                got = got.when(share >= 0.5).then(0.75).otherwise(0.0)
            nothing = (whole == 0) & part.is_not_null()
            got = pl.when(nothing).then(2.0 if leaf.settings.if_none == "full" else 0.0).otherwise(got)
            got = pl.when(part.is_not_null() & whole.is_not_null()).then(got).otherwise(0.0)
            if leaf.gate is not None:
                nothing &= count >= 2
                got = pl.when(count >= 2).then(got).otherwise(0.0)
            if leaf.settings.if_none == "not_applicable":
                full = pl.when(nothing).then(0.0).otherwise(2.0)
        elif leaf.method == "bands":
            got = pl.when(count >= 12).then(2.0).when(count >= 6).then(1.25).when(count >= 1).then(0.5).otherwise(0.0)
        elif leaf.method == "options":
            got = pl.when(answer == 0).then(2.0).when(answer == 1).then(0.75).otherwise(0.0)
            full = pl.when(answer == 3).then(0.0).otherwise(2.0)
        else:
            got = (float(leaf.settings.start) + float(leaf.settings.each) * count).clip(0, 2)
        points.append(((got * 100 + 0.5).floor() / 100).fill_null(0.0).alias(f"p{number}"))
        reach.append(full.alias(f"r{number}"))

    def run() -> Any:
        scored = frame.lazy().select(*points, *reach)
        names = range(len(points))
        total = pl.sum_horizontal(*(f"p{number}" for number in names))
        most = pl.sum_horizontal(*(f"r{number}" for number in names))
        return scored.with_columns((100 * total / most).round(9).rank("min", descending=True).alias("rank")).collect()

    return run


def with_openfisca(scheme: Scheme, table: Table) -> Callable[[], Any]:
    """A rules engine for taxes and benefits: one variable a fact and a criterion, one simulation a run."""
    import numpy as np
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    commune = build_entity("commune", "communes", "", is_person=True)
    system = TaxBenefitSystem([commune])

    def variable(name: str, formula: Callable[..., Any] | None = None) -> None:
        own = {"value_type": float, "entity": commune, "definition_period": DateUnit.YEAR}
        system.add_variable(type(name, (Variable,), own | ({"formula": formula} if formula else {})))

    inputs = {
        code: np.where(np.array(column.known, bool), np.array(column.values, np.float32), np.float32("nan"))
        for code, column in table.columns.items()
    }
    for code in inputs:
        variable(code)
    for number, leaf in enumerate(scheme.leaves):
        variable(f"points_{number}", _openfisca_points(number, leaf))
        variable(f"reach_{number}", _openfisca_reach(number, leaf))
    places = range(len(scheme.leaves))

    def index(entity: Any, period: Any) -> Any:
        total = sum(entity(f"points_{number}", period) for number in places)
        return 100 * total / sum(entity(f"reach_{number}", period) for number in places)

    variable("index_of_all", index)

    def run() -> Any:
        simulation = SimulationBuilder().build_default_simulation(system, len(table.units))
        for code, values in inputs.items():
            simulation.set_input(code, scheme.period, values)
        found = simulation.calculate("index_of_all", scheme.period).round(4)
        order = np.sort(found)
        return len(found) - np.searchsorted(order, found, "right") + 1

    return run


def _openfisca_points(number: int, leaf: Any) -> Callable[..., Any]:
    import numpy as np

    settings = leaf.settings

    def facts(entity: Any, period: Any, *names: str) -> list[Any]:
        return [entity(f"{name}_{number}", period) for name in names]

    def shared(entity: Any, period: Any) -> Any:
        part, whole = facts(entity, period, "part", "whole")
        share = part / np.where(whole > 0, whole, 1)
        if leaf.method == "ratio":
            got = np.where(100 * part >= float(settings.zero_below) * whole, 2 * np.minimum(share, 1), 0)
        else:
            got = np.select([share > 0.9, share >= 0.7, share >= 0.5], [2, 1.5, 0.75], 0)
        got = np.where(whole == 0, 2.0 if settings.if_none == "full" else 0.0, got)
        got = np.where(np.isnan(part) | np.isnan(whole), np.nan, got)
        if leaf.gate is not None:
            (count,) = facts(entity, period, "count")
            got = np.where(count >= 2, got, 0)
        return got

    def counted(entity: Any, period: Any) -> Any:
        (count,) = facts(entity, period, "count")
        if leaf.method == "bands":
            return np.select([count >= 12, count >= 6, count >= 1], [2, 1.25, 0.5], 0)
        return np.clip(float(settings.start) + float(settings.each) * count, 0, 2)

    def answered(entity: Any, period: Any) -> Any:
        (answer,) = facts(entity, period, "answer")
        return np.select([answer == 0, answer == 1], [2, 0.75], 0)

    by_share = leaf.method in ("ratio", "bands") and getattr(settings, "if_none", None)
    rule = shared if by_share else answered if leaf.method == "options" else counted

    def formula(entity: Any, period: Any) -> Any:
        return np.nan_to_num(np.floor(rule(entity, period) * 100 + 0.5) / 100)

    return formula


def _openfisca_reach(number: int, leaf: Any) -> Callable[..., Any]:
    import numpy as np

    def formula(entity: Any, period: Any) -> Any:
        if leaf.method == "options":
            return np.where(entity(f"answer_{number}", period) == 3, 0.0, 2.0)
        if getattr(leaf.settings, "if_none", None) == "not_applicable":
            part, whole = (entity(f"{name}_{number}", period) for name in ("part", "whole"))
            nothing = (whole == 0) & ~np.isnan(part)
            if leaf.gate is not None:
                nothing &= entity(f"count_{number}", period) >= 2
            return np.where(nothing, 0.0, 2.0)
        return np.full(entity.count, 2.0)

    return formula


def plain_loop(scheme: Scheme, table: Table) -> Callable[[], Any]:
    """Commune by commune, criterion by criterion, in Decimal."""
    rows = [
        {code: column.values[row] if column.known[row] else None for code, column in table.columns.items()}
        for row in range(len(table.units))
    ]
    step, two, hundred = Decimal("0.01"), Decimal(2), Decimal(100)

    def points(number: int, leaf: Any, row: dict[str, int | None]) -> tuple[Decimal, Decimal]:
        settings = leaf.settings
        if leaf.method == "options":
            answer = row[f"answer_{number}"]
            if answer is None:
                return Decimal(0), two
            return (two, Decimal("0.75"), Decimal(0), Decimal(0))[answer], Decimal(0) if answer == 3 else two
        if leaf.method == "count" or (leaf.method == "bands" and settings.value is not None):
            count = row[f"count_{number}"]
            if count is None:
                return Decimal(0), two
            if leaf.method == "count":
                each, start = Decimal(settings.each.numerator) / settings.each.denominator, Decimal(int(settings.start))
                return min(max(start + each * count, Decimal(0)), two), two
            return next(
                (Decimal(p) for least, p in ((12, "2"), (6, "1.25"), (1, "0.5")) if count >= least), Decimal(0)
            ), two
        part, whole = row[f"part_{number}"], row[f"whole_{number}"]
        if leaf.gate is not None:
            count = row[f"count_{number}"]
            if count is None or count < 2:
                return Decimal(0), two
        if part is None or whole is None:
            return Decimal(0), two
        if whole == 0:
            return {"full": (two, two), "zero": (Decimal(0), two), "not_applicable": (Decimal(0), Decimal(0))}[
                settings.if_none
            ]
        percent = hundred * part / whole
        if leaf.method == "ratio":
            got = two * min(part, whole) / whole if percent >= int(settings.zero_below) else Decimal(0)
            return got.quantize(step, ROUND_HALF_UP), two
        if percent > 90:
            return two, two
        return next((Decimal(p) for least, p in ((70, "1.5"), (50, "0.75")) if percent >= least), Decimal(0)), two

    def run() -> Any:
        indices = []
        for row in rows:
            marks = [points(number, leaf, row) for number, leaf in enumerate(scheme.leaves)]
            most = sum(mark[1] for mark in marks)
            indices.append(hundred * sum(mark[0] for mark in marks) / most if most else Decimal(0))
        order = sorted(indices, reverse=True)
        first: dict[Decimal, int] = {}
        for place, index in enumerate(order, 1):
            first.setdefault(index, place)
        return [first[index] for index in indices]

    return run


PEERS = {
    "openfisca_core": with_openfisca,
    "pandas": with_pandas,
    "polars": with_polars,
    "plain loop": plain_loop,
}
