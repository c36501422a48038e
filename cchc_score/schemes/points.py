"""The points written in a scheme: whole steps, inside the maximum, and adding up."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from cchc_score.findings import Finding
from cchc_score.methods import PointChange, PointValue
from cchc_score.model import Area, Criterion
from cchc_score.points import fits, plain
from cchc_score.toml_file import Path, TomlFile


def written(value: Any, path: Path) -> Iterator[tuple[Path, PointValue | PointChange]]:
    """Every number of points inside a table, with its path."""
    if isinstance(value, PointValue | PointChange):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from written(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from written(item, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            yield from written(item, (*path, str(place)))


def check_steps(table: object, decimals: int, file: TomlFile, path: Path, **at: str) -> Iterator[Finding]:
    """Points that are no whole number of the scheme's steps."""
    for where, value in written(table, path):
        if not fits(value, decimals):
            step = plain(Fraction(1, 10**decimals), decimals)
            yield Finding("points-step", file.place(where, **at), {"value": Fraction(value), "step": Fraction(step)})


def check_inside(settings: object, most: Fraction, file: TomlFile, path: Path, number: str) -> Iterator[Finding]:
    """Points above the maximum of their criterion."""
    for where, value in written(settings, path):
        if isinstance(value, PointValue) and value > most:
            args = {"value": Fraction(value), "most": most}
            yield Finding("points-above", file.place(where, criterion=number), args)


def check_parent(criterion: Criterion, parts: Sequence[Criterion], file: TomlFile) -> Iterator[Finding]:
    """Faults of a parent's maximum against those of its parts, by the way it combines them."""
    path = ("criterion", criterion.number, "max_points")
    values = [part.max_points for part in parts]
    place = file.place(path, criterion=criterion.number)
    if criterion.combine == "sum" and sum(values) != criterion.max_points:
        yield Finding("sum-parts", place, {"sum": Fraction(sum(values)), "most": criterion.max_points})
    if criterion.combine == "best" and max(values) != criterion.max_points:
        yield Finding("best-parts", place, {"largest": max(values), "most": criterion.max_points})
    if criterion.combine == "chosen":
        for part in parts:
            if part.max_points != criterion.max_points:
                where = file.place(("criterion", part.number, "max_points"), criterion=part.number)
                yield Finding("chosen-parts", where, {"value": part.max_points, "most": criterion.max_points})


def check_area(area: Area, criteria: Mapping[str, Criterion], file: TomlFile) -> Iterator[Finding]:
    """An area whose criteria do not add up to it; the maximum of a bonus or penalty area is only its cap."""
    added = sum((criteria[number].max_points for number in area.criteria), Fraction(0))
    if not area.criteria:
        yield Finding("area-empty", file.place(("area", area.code), area=area.code))
    elif area.kind == "normal" and added != area.max_points:
        args = {"sum": added, "most": area.max_points}
        yield Finding("sum-area", file.place(("area", area.code, "max_points"), area=area.code), args)
