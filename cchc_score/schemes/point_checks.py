"""The points written in a scheme: whole steps, inside the maximum, and adding up."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from cchc_score.files.toml_file import KeyPath, TomlFile
from cchc_score.findings import Finding
from cchc_score.methods import PointChange, PointValue
from cchc_score.model import Area, Criterion
from cchc_score.points import fits, plain


def find_points(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, PointValue | PointChange]]:
    """Every number of points inside a table, with its path."""
    if isinstance(value, PointValue | PointChange):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from find_points(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from find_points(item, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for position, item in enumerate(value):
            yield from find_points(item, (*path, str(position)))


def check_steps(table: object, decimals: int, file: TomlFile, path: KeyPath, **at: str) -> Iterator[Finding]:
    """Points that are no whole number of the scheme's steps."""
    for where, value in find_points(table, path):
        if not fits(value, decimals):
            step = plain(Fraction(1, 10**decimals), decimals)
            yield Finding("points-step", file.place(where, **at), {"value": Fraction(value), "step": Fraction(step)})


def check_inside(settings: object, most: Fraction, file: TomlFile, path: KeyPath, number: str) -> Iterator[Finding]:
    """Points above the maximum of their criterion."""
    for where, value in find_points(settings, path):
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
    if criterion.combine == "capped" and sum(values) < criterion.max_points:
        yield Finding("capped-parts", place, {"sum": Fraction(sum(values)), "most": criterion.max_points})
    # Alternatives may be worth less than the best of them, as where a maximum hangs on the kind of unit.
    if criterion.combine in ("best", "chosen") and max(values) != criterion.max_points:
        yield Finding("best-parts", place, {"largest": max(values), "most": criterion.max_points})


def check_area(area: Area, criteria: Mapping[str, Criterion], file: TomlFile) -> Iterator[Finding]:
    """An area whose criteria do not add up to it; the maximum of a bonus or penalty area is only its cap."""
    added = sum((criteria[number].max_points for number in area.criteria), Fraction(0))
    if not area.criteria:
        yield Finding("area-empty", file.place(("area", area.code), area=area.code))
    elif area.kind == "normal" and added != area.max_points:
        args = {"sum": added, "most": area.max_points}
        yield Finding("sum-area", file.place(("area", area.code, "max_points"), area=area.code), args)
