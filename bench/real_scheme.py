"""A province's real scheme, and every form of rule, for any number of communes: the engine beside NumPy by hand.

python bench/real_scheme.py            sizes 124, 3,321 and 137,774
python bench/real_scheme.py --quick    without the largest
"""

import sys
from array import array
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from in_turn import times_in_turn
from sample import as_table

from cchc_score.engine.columns.prepared import prepare
from cchc_score.engine.columns.scoring import score_columns
from cchc_score.facts import Table
from cchc_score.methods import Method
from cchc_score.model import Criterion, FactRef, Scheme
from cchc_score.registry.registry import load_registry
from cchc_score.rule_words import used
from cchc_score.schemes import read_scheme

ROOT = Path(__file__).parents[1]
Array = np.ndarray[Any, Any]
Columns = dict[str, Array]
ByHand = Callable[[Columns, Columns], tuple[Array, Array]]
"""Points and reachable points of one criterion, from figures and what is known of them."""


def random_table(scheme: Scheme, methods: dict[str, Method], communes: int) -> Table:
    """Figures for every fact that the scheme asks for: small counts, shares, answers and days; few are unknown."""
    rng = np.random.default_rng(1)
    codes = sorted({code for criterion in scheme.criteria.values() for code in used(scheme, criterion, methods)})
    values, known = np.zeros((len(codes) + 1, communes), np.int64), np.zeros((len(codes) + 1, communes), np.uint8)
    for place, code in enumerate(codes):
        indicator = scheme.indicators[code]
        most = {"yes_no": 2, "option": max(1, len(indicator.options)), "percent": 101, "points": 4}.get(
            indicator.kind, 40
        )
        values[place] = rng.integers(0, most, communes) * 10**indicator.decimals
        if indicator.kind == "date":
            values[place] = rng.integers(739_000, 739_400, communes)
    places = {code: place for place, code in enumerate(codes)}
    for part, whole in sorted(parts_of_wholes(scheme, methods)):
        # No part is above its whole, as in a report that contradicts nothing.
        values[places[part]] = (values[places[whole]] * rng.random(communes)).astype(np.int64)
    for parts, whole in weighed(scheme):
        rest = values[places[whole]].copy()
        for part in parts:
            values[places[part]] = (rest * rng.random(communes)).astype(np.int64)
            rest -= values[places[part]]
    known[:-1] = rng.random((len(codes), communes)) > 0.01
    values *= known
    return as_table(scheme, codes, (array("q", values.tobytes()), bytearray(known.tobytes())), communes)


def weighed(scheme: Scheme) -> set[tuple[tuple[str, ...], str]]:
    """The parts that a rule weighs, and the whole that they are together at most."""
    rules = [leaf.settings for leaf in scheme.leaves if leaf.method == "weighted"]
    return {(tuple(rule.parts), rule.whole.codes[0]) for rule in rules}


def parts_of_wholes(scheme: Scheme, methods: dict[str, Method]) -> set[tuple[str, str]]:
    """Pairs of facts the first of which is part of the second: so declared, taken off it, or shared by a rule."""
    pairs = set()
    for leaf in scheme.leaves:
        for ref in methods[leaf.method].facts(leaf.settings):
            first, *others = ref.terms if ref else [(1, "")]
            pairs |= {(code, first[1]) for times, code in others if times < 0}
        part, whole = getattr(leaf.settings, "part", None), getattr(leaf.settings, "whole", None)
        if part is not None and whole is not None and part.codes[0] != whole.codes[0]:
            pairs.add((part.codes[0], whole.codes[0]))
    return pairs


def by_hand(scheme: Scheme, criterion: Criterion, methods: dict[str, Method]) -> ByHand:
    """One criterion as an analyst writes it in floats; its numbers are taken out of the settings beforehand."""
    settings, most = criterion.settings, float(criterion.max_points)
    codes = [code for ref in methods[criterion.method].facts(settings) if ref for code in ref.codes]

    def amount(ref: FactRef, values: Columns) -> Array:
        return sum(float(times) * values[code] / 10.0 ** scheme.indicators[code].decimals for times, code in ref.terms)  # type: ignore[return-value]

    def points(values: Columns) -> tuple[Array, Array | None]:
        if criterion.method == "options":
            code = settings.fact.codes[0]
            indicator = scheme.indicators[code]
            answers = ["no", "yes"] if indicator.kind == "yes_no" else [option.code for option in indicator.options]
            given = [settings.points[answer] for answer in answers]
            table = np.array([0.0 if isinstance(one, str) else float(one) for one in given])
            applies = np.array([not isinstance(one, str) for one in given])
            return table[values[code]], applies[values[code]]
        if criterion.method == "count":
            return np.clip(float(settings.start) + float(settings.each) * amount(settings.count, values), 0, most), None
        if criterion.method == "given":
            return np.minimum(amount(settings.points, values), most), None
        if criterion.method == "compared":
            left, right = amount(settings.value, values), amount(settings.against, values)
            above, equal, below = (float(getattr(settings, name)) for name in ("above", "equal", "below"))
            return np.where(left > right, above, np.where(left == right, equal, below)), None
        if criterion.method == "ratio" or settings.value is None:
            part, whole = amount(settings.part, values), amount(settings.whole, values)
            arose = whole > 0
            percent = 100 * part / np.where(arose, whole, 1)
        else:
            percent, arose = amount(settings.value, values), None
        if criterion.method == "ratio":
            got = most * np.minimum(percent, 100) / 100
        else:
            got = np.full(len(percent), float(settings.bands[-1].points))
            for band in reversed(settings.bands[:-1]):
                met = percent > float(band.limit) if band.from_ is None else percent >= float(band.limit)
                got = np.where(met, float(band.points), got)
        if arose is None:
            return got, None
        none = most if settings.if_none == "full" else 0.0
        return np.where(arose, got, none), arose if settings.if_none == "not_applicable" else None

    def score(values: Columns, known: Columns) -> tuple[Array, Array]:
        have = known[codes[0]]
        for code in codes[1:]:
            have = have & known[code]
        got, applies = points(values)
        applies = np.ones(len(have), bool) if applies is None else applies | ~have
        rounded = np.floor(got * 100 + 0.5) / 100
        return np.where(have & applies, rounded, 0.0), np.where(applies, most, 0.0)

    return score


def hand_ranks(scheme: Scheme, rules: list[ByHand], values: Columns, known: Columns) -> Array:
    """Areas, total and standard ranks by hand."""
    marks = [rule(values, known) for rule in rules]
    areas: dict[str, Any] = {}
    for leaf, (points, _) in zip(scheme.leaves, marks, strict=True):
        areas[leaf.area] = areas.get(leaf.area, 0) + points
    total, reachable = sum(areas.values()), sum(reach for _, reach in marks)
    index = np.round(100 * total / np.where(reachable > 0, reachable, 1), 9)
    order = np.sort(index)
    return 1 + len(index) - np.searchsorted(order, index, "right")


def real(sizes: tuple[int, ...]) -> None:
    """The scheme of Lâm Đồng 2025, from figures in memory to ranks."""
    registry = load_registry()
    path = ROOT / "scoring_rules" / "lam-dong-1234-2025.toml"
    scheme = read_scheme(path.read_bytes(), path.name, registry.methods, registry.indicators)
    methods = dict(registry.methods)
    # The one factor waits for nobody; by hand nobody writes it out.
    plain = {number: replace(criterion, factor=None) for number, criterion in scheme.criteria.items()}
    scheme = replace(scheme, criteria=plain)
    rules = [by_hand(scheme, leaf, methods) for leaf in scheme.leaves]
    print(f"| communes | engine, ms ({len(rules)} rules) | engine / NumPy floats |\n|---:|---:|---:|")
    for size in sizes:
        table = random_table(scheme, methods, size)
        prepared = prepare(scheme, methods, tuple(table.columns))
        values = {code: np.array(column.values, np.int64) for code, column in table.columns.items()}
        known = {code: np.array(column.known, bool) for code, column in table.columns.items()}
        own, other = times_in_turn(
            lambda table=table, prepared=prepared: score_columns(prepared, table),
            lambda values=values, known=known: hand_ranks(scheme, rules, values, known),
        )
        print(f"| {size:,} | {own:.2f} | {own / other:.2f} |", flush=True)


FORMS = {
    "ratio, the measure": 'method = "ratio"\npart = "p"\nwhole = "w"\nif_none = "full"',
    "ratio, full_from": 'method = "ratio"\npart = "p"\nwhole = "w"\nif_none = "full"\nfull_from = 70',
    "share of a target": 'method = "share"\nvalue = "r"\ntarget = 90',
    "weighted": 'method = "weighted"\nparts = { p = 100, q = 50 }\nwhole = "w"\nif_none = "full"',
    "compared": 'method = "compared"\nvalue = "p"\nagainst = "q"\nabove = 2\nequal = 1\nbelow = 0',
    "coefficients": 'method = "count"\ncount = { p = 0.25, q = 0.5 }\nstart = 2\neach = -1',
    "two gates": 'method = "ratio"\npart = "p"\nwhole = "w"\nif_none = "full"\n'
    'gate = [{ fact = "q", below = 30 }, { fact = "p", whole = "w", from = 50 }]',
    "gate on a criterion": 'method = "ratio"\npart = "p"\nwhole = "w"\nif_none = "full"\ngate = { criterion = "1.1", above = 0 }',
}


def forms(communes: int) -> None:
    """Sixty criteria of each form, and of parents with a factor and a cap, beside sixty plain shares."""
    registry = load_registry()
    methods = dict(registry.methods)
    head = (
        '[scheme]\ncode = "x"\ntitle = "x"\nversion = "1"\nperiod = 2025\nmax_points = {most}\ndecimals = 2\nrounding = "criterion"\n'
        '[ranking]\ngroup_by = "none"\ncompare = "exact"\nties = "standard"\nincomplete = "low"\n[[class]]\nname = "x"\nfrom = 0\n'
        + "".join(f'[indicator.{code}]\nname = "{code}"\n' for code in "pqw")
        + '[indicator.r]\nname = "r"\nkind = "percent"\n[indicator.a]\nname = "a"\nkind = "yes_no"\n'
        '[area.x]\nnumber = 1\nname = "x"\nmax_points = {most}\n'
    )

    def leaves(rule: str) -> str:
        plain = FORMS["ratio, the measure"]
        return "".join(
            f'[criterion."1.{place}"]\ntitle = "x"\nmax_points = 2\n{plain if place == 1 else rule}\n'
            for place in range(1, 61)
        )

    def parents(more: str, most: str) -> str:
        text = ""
        for place in range(1, 21):
            text += f'[criterion."1.{place}"]\ntitle = "x"\nmax_points = {most}\n{more}\n'
            for part in range(1, 4):
                text += f'[criterion."1.{place}.{part}"]\ntitle = "x"\nmax_points = 2\n{FORMS["ratio, the measure"]}\n'
        return text

    texts = {name: head.format(most=120) + leaves(rule) for name, rule in FORMS.items()}
    texts["factor of a parent"] = head.format(most=120) + parents(
        'factor = { fact = "a", values = { yes = 1, no = 0.5 } }', "6"
    )
    texts["capped sums"] = head.format(most=80) + parents('combine = "capped"', "4")
    schemes = {
        name: read_scheme(text.encode(), "x.toml", registry.methods, registry.indicators)
        for name, text in texts.items()
    }
    first = schemes["ratio, the measure"]
    table = random_table(first, methods, communes)
    measure = prepare(first, methods, tuple(table.columns))
    print(f"\n| 60 criteria, {communes:,} communes | beside plain shares |\n|---|---:|")
    for name, scheme in schemes.items():
        own_table = random_table(scheme, methods, communes)
        prepared = prepare(scheme, methods, tuple(own_table.columns))
        own, other = times_in_turn(
            lambda prepared=prepared, own_table=own_table: score_columns(prepared, own_table),
            lambda: score_columns(measure, table),
            seconds=1.0,
        )
        print(f"| {name} | {own / other:.2f} |", flush=True)


def main() -> None:
    """Print both tables as Markdown."""
    real((124, 3_321) if "--quick" in sys.argv else (124, 3_321, 137_774))
    forms(3_321)


if __name__ == "__main__":
    main()
