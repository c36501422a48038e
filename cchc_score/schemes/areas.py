"""The areas of a scheme file: their tables, their criteria, and whether they add up."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from cchc_score.files.toml_file import KeyPath, TomlFile
from cchc_score.findings import Finding
from cchc_score.model import Area, Criterion
from cchc_score.schemes import criterion_tree as tree
from cchc_score.schemes import point_checks as points
from cchc_score.schemes.scheme_tables import AreaTable, CriterionTable, RankingTable, SchemeTable

Tables = Mapping[str, AreaTable | None]
"""The areas by code; None for one that could not be read."""


def check_held(table: AreaTable | CriterionTable, file: TomlFile, path: KeyPath, **at: str) -> Iterator[Finding]:
    """A reason without `held = false`, or the other way round."""
    if table.held == bool(table.reason):
        yield Finding("held-reason", file.place((*path, "held"), **at))


def build_areas(
    tables: Tables, numbers: Mapping[str, object], criteria: Mapping[str, Criterion], file: TomlFile,
    findings: list[Finding],
) -> tuple[Area, ...]:  # fmt: skip
    """The areas by number; `numbers` are the criteria of the file, also those that could not be read."""
    areas: list[Area] = []
    for code, table in sorted(tables.items(), key=lambda item: (item[1].number if item[1] else 0, item[0])):
        if table is None:
            continue
        own = tuple(number for number in criteria if tree.parent(number) == str(table.number))
        area = Area(
            code=code,
            number=table.number,
            name=table.name,
            max_points=Fraction(table.max_points),
            criteria=own,
            kind=table.kind,
            held=table.held,
            reason=table.reason,
            name_en=table.name_en,
            absent=table.absent or "none",
        )
        if table.absent is not None and table.kind != "penalty":
            findings.append(Finding("absent-useless", file.place(("area", code, "absent"), area=code)))
        place = ("area", code)
        findings += check_held(table, file, place, area=code)
        if not code.isidentifier() or not code.isascii() or code == "total":
            findings.append(Finding("area-code", file.place(place, area=code)))
        if any(other.number == area.number for other in areas):
            where = file.place((*place, "number"), area=code)
            findings.append(Finding("area-twice", where, {"number": str(area.number)}))
        elif len(own) == sum(tree.parent(number) == str(table.number) for number in numbers):
            findings += points.check_area(area, criteria, file)
        areas.append(area)
    return tuple(areas)


def check_total(head: SchemeTable, tables: Tables, file: TomlFile) -> Iterator[Finding]:
    """The normal areas against the scheme's maximum, once all of them could be read."""
    known = [table for table in tables.values() if table is not None]
    added = sum((Fraction(table.max_points) for table in known if table.kind == "normal"), Fraction(0))
    if len(known) == len(tables) and added != head.max_points:
        args = {"sum": added, "most": Fraction(head.max_points)}
        yield Finding("sum-scheme", file.place(("scheme", "max_points")), args)


def check_above_100(ranking: RankingTable, tables: Tables, file: TomlFile) -> Iterator[Finding]:
    """`above_100` without a bonus area, or a bonus area without it."""
    if None in tables.values():
        return
    bonus = any(table is not None and table.kind == "bonus" for table in tables.values())
    if bonus != (ranking.above_100 is not None):
        code = "above-100-absent" if bonus else "above-100-useless"
        yield Finding(code, file.place(("ranking", "above_100")))
