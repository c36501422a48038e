"""The same scheme in other tools, in floats, and a plain loop: only what is installed takes part."""

from collections.abc import Callable
from typing import Any

from plain_loop import plain_loop

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
                if leaf.gates:
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
            if leaf.gates:
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
        if leaf.gates:
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
            if leaf.gates:
                nothing &= entity(f"count_{number}", period) >= 2
            return np.where(nothing, 0.0, 2.0)
        return np.full(entity.count, 2.0)

    return formula


PEERS = {
    "openfisca_core": with_openfisca,
    "pandas": with_pandas,
    "polars": with_polars,
    "plain loop": plain_loop,
}
