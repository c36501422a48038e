"""The same random year through the oracle and through the program, by rows and by columns, and every difference."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cchc_score.engine.columns.fact_terms import OutOfRange
from cchc_score.engine.columns.prepared import prepare
from cchc_score.engine.columns.scoring import score_columns
from cchc_score.engine.derived_facts import with_derived
from cchc_score.engine.score import score_rows
from cchc_score.facts import Table, table
from cchc_score.model import Scheme, Unit, Value
from cchc_score.registry.registry import Registry
from cchc_score.schemes import read_scheme
from cchc_score.sheet import ScoreSheet
from tests import oracle
from tests.random_years import Case, name_of


@dataclass(frozen=True)
class Compared:
    """What came of one year: whether it went through columns too, and what differs."""

    by_columns: bool
    differences: tuple[str, ...]


def parsed(text: str) -> oracle.Table:
    """A scheme's text as the oracle takes it."""
    return tomllib.loads(text, parse_float=Decimal)


def compare(case: Case, registry: Registry, expected: list[oracle.Result] | None = None) -> Compared:
    """One year scored by all; `expected` is the oracle's result unless it is given."""
    expected = oracle.score(parsed(case.scheme), case.units) if expected is None else expected
    scheme = read_scheme(case.scheme.encode(), f"seed-{case.seed}.toml", registry.methods, registry.indicators)
    facts = with_derived(scheme, facts_of(case, scheme))
    differences = [f"rows: {one}" for one in differing(score_rows(scheme, registry.methods, facts), expected)]
    try:
        sheet = score_columns(prepare(scheme, registry.methods, tuple(facts.columns)), facts)
        differences += [f"columns: {one}" for one in differing(sheet, expected)]
    except OutOfRange:
        return Compared(False, tuple(differences))
    except Exception as error:
        differences.append(f"columns: {type(error).__name__}: {error}")
    return Compared(True, tuple(differences))


def facts_of(case: Case, scheme: Scheme) -> Table:
    """The facts of a case as the program keeps them."""
    known = {(row, code): value_of(value) for row, unit in enumerate(case.units) for code, value in unit.facts.items()}
    units = [Unit(one.code, name_of(one), one.kind, one.ranked) for one in case.units]
    return table(units, scheme.indicators, known)


def value_of(value: oracle.Fact) -> Value:
    """A fact as the program writes it."""
    if value == oracle.NEVER:
        return None
    return value if isinstance(value, (bool, str, date)) else Fraction(value)


def differing(sheet: ScoreSheet, expected: list[oracle.Result]) -> Iterator[str]:
    """Every place where a score sheet is not what the oracle says."""
    for row, wanted in enumerate(expected):
        if len(wanted.marks) != 1 + len(sheet.areas) + len(sheet.criteria):
            yield f"unit {row}: not the same places"
        for place, mark in wanted.marks.items():
            own = sheet.mark(row, sheet.at(place))
            got, want = ((one.low, one.high, one.reachable) for one in (own, mark))
            if own.outcome.name != mark.outcome or got != want:
                yield f"unit {row}, {place}: {own.outcome.name} {shown(got)}, not {mark.outcome} {shown(want)}"
            if place not in sheet.criteria and (own.index, own.index_high) != (mark.index, mark.index_high):
                yield f"unit {row}, {place}: index {own.index} to {own.index_high}, not {mark.index} to {mark.index_high}"
        ranks = {code: int(ranks[row]) or None for code, ranks in sheet.area_ranks.items()}
        for what, one, other in (
            ("class", sheet.class_name(row), wanted.class_name),
            ("rank", int(sheet.ranks[row]) or None, wanted.rank),
            ("ranks in areas", ranks, wanted.area_ranks),
        ):
            if one != other:
                yield f"unit {row}, {what}: {one}, not {other}"


def shown(values: tuple[object, ...]) -> str:
    """Values in one line."""
    return " ".join(str(one) for one in values)
