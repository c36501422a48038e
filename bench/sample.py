"""A scheme of 60 criteria in mixed forms, and a made-up year of any size for it."""

import csv
from array import array
from pathlib import Path

from cchc_score.facts import Column, Table
from cchc_score.methods import Method
from cchc_score.model import Scheme, Unit
from cchc_score.registry.registry import load_registry
from cchc_score.rule_words import used
from cchc_score.schemes import read_scheme

AREAS = 6
UNKNOWN = 0.01
"""The share of figures that nobody reported."""

HEAD = """
[scheme]
code = "do-toc-do"
title = "Bộ tiêu chí để đo tốc độ (minh họa)"
version = "1"
period = 2023
max_points = {total}
decimals = 2
rounding = "criterion"
[ranking]
group_by = "none"
compare = "exact"
ties = "standard"
incomplete = "low"
[[class]]
name = "Tốt"
from = 80
each_area_from = 50
[[class]]
name = "Còn lại"
from = 0
"""


def rules(number: int) -> str:
    """One criterion of the form that its number asks for, with a maximum of 2 points."""
    part, whole, count, answer = f"part_{number}", f"whole_{number}", f"count_{number}", f"answer_{number}"
    if_none = ("full", "zero", "not_applicable")[number % 3]
    ratio = f'method = "ratio"\npart = "{part}"\nwhole = "{whole}"\nif_none = "{if_none}"\n'
    shares = "{ above = 90, points = 2 }, { from = 70, points = 1.5 }, { from = 50, points = 0.75 }"
    counts = "{ from = 12, points = 2 }, { from = 6, points = 1.25 }, { from = 1, points = 0.5 }"
    answers = '{ early = 2, late = 0.75, never = 0, none = "not_applicable" }'
    last = "{ from = 0, points = 0 }"
    forms = [
        ratio + f"zero_below = {50 + number % 4 * 10}\n",
        ratio.replace("ratio", "bands") + f"bands = [{shares}, {last}]\n",
        f'method = "options"\nfact = "{answer}"\npoints = {answers}\n',
        f'method = "count"\ncount = "{count}"\neach = 0.15\n',
        f'method = "count"\ncount = "{count}"\nstart = 2\neach = -0.25\n',
        ratio + f'gate = {{ fact = "{count}", from = 2, otherwise = "zero" }}\n',
        ratio,
        f'method = "bands"\nvalue = "{count}"\nbands = [{counts}, {last}]\n',
    ]
    return forms[number % len(forms)]


def scheme_text(criteria: int) -> str:
    """The scheme as TOML."""
    each = criteria // AREAS
    parts = [HEAD.format(total=2 * each * AREAS)]
    for area in range(1, AREAS + 1):
        parts.append(f'[area.a{area}]\nnumber = {area}\nname = "Lĩnh vực {area}"\nmax_points = {2 * each}\n')
        for place in range(1, each + 1):
            title = f'[criterion."{area}.{place}"]\ntitle = "Tiêu chí {area}.{place}"\nmax_points = 2\n'
            parts.append(title + rules((area - 1) * each + place - 1))
    answers = ", ".join(f'{{ code = "{code}", name = "{code}" }}' for code in ("early", "late", "never", "none"))
    for number in range(each * AREAS):
        for name in ("part", "whole", "count"):
            parts.append(f'[indicator.{name}_{number}]\nname = "{name} {number}"\n')
        parts.append(f'[indicator.answer_{number}]\nname = "answer {number}"\nkind = "option"\noptions = [{answers}]\n')
    return "\n".join(parts)


def sample_scheme(criteria: int = 60) -> tuple[Scheme, dict[str, Method]]:
    """The scheme, and the methods that it names."""
    registry = load_registry()
    data = scheme_text(criteria).encode()
    return read_scheme(data, "bench.toml", registry.methods, registry.indicators), dict(registry.methods)


def sample_table(scheme: Scheme, communes: int, seed: int = 1) -> Table:
    """A year of so many communes: parts of wholes, counts and answers, a few of them unknown."""
    import numpy as np

    rng = np.random.default_rng(seed)
    own = sorted(code for code in scheme.indicators if code.rpartition("_")[2].isdigit())
    values = np.zeros((len(own) + 1, communes), np.int64)
    known = np.zeros((len(own) + 1, communes), np.uint8)
    places = {code: place for place, code in enumerate(own)}
    for code, place in places.items():
        kind, number = code.rsplit("_", 1)
        if kind == "whole":
            values[place] = rng.integers(0, 2000, communes) * (rng.random(communes) > 0.05)
            values[places[f"part_{number}"]] = (values[place] * rng.beta(6, 1.2, communes)).astype(np.int64)
        elif kind == "count":
            values[place] = rng.integers(0, 20, communes)
        elif kind == "answer":
            values[place] = rng.integers(0, 4, communes)
    known[:-1] = rng.random((len(own), communes)) > UNKNOWN
    values *= known
    cells = array("q", values.tobytes()), bytearray(known.tobytes())
    return as_table(scheme, own, cells, communes)


def as_table(scheme: Scheme, codes: list[str], cells: tuple["array[int]", bytearray], communes: int) -> Table:
    """A table over memory that is filled already."""
    values, known = memoryview(cells[0]), memoryview(cells[1])
    units = tuple(Unit(f"{row:06}", f"Xã {row:06}") for row in range(communes))
    columns = {}
    for place, code in enumerate(codes):
        part = slice(place * communes, (place + 1) * communes)
        columns[code] = Column(scheme.indicators[code], values[part], known[part])
    return Table(units, columns, {}, frozenset(), cells)


def sample_rows(scheme: Scheme, table: Table) -> list[dict[str, int | None]]:
    """The same year as plain dictionaries, for scorers that want rows."""
    return [
        {code: column.values[row] if column.known[row] else None for code, column in table.columns.items()}
        for row in range(len(table.units))
    ]


def write_year(folder: Path, communes: int, criteria: int = 60) -> Path:
    """The folder of such a year: the scheme, and one CSV of all communes with the facts that the scheme needs."""
    scheme, methods = sample_scheme(criteria)
    table = sample_table(scheme, communes)
    needed = {code for one in scheme.criteria.values() for code in used(scheme, one, methods)}
    codes = [code for code in table.columns if code in needed]
    folder.joinpath("cchc.toml").write_text('scheme = "scheme.toml"\nreports = "nation.csv"\n', "utf-8")
    folder.joinpath("scheme.toml").write_text(scheme_text(criteria), "utf-8")
    with folder.joinpath("nation.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["unit", "name", *codes])
        for row, unit in enumerate(table.units):
            cells = [str(table.value(row, code)) if table.known(row, code) else "" for code in codes]
            writer.writerow([unit.code, unit.name, *cells])
    return folder
