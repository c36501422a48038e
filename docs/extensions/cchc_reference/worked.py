"""One rule of every method with its golden cases, from the schemes that show all ways of giving points."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from cchc_score.engine import Leaf
from cchc_score.explain.working import leaf_working
from cchc_score.facts import table
from cchc_score.methods import Method
from cchc_score.model import Criterion, Outcome, Scheme, Unit, Value
from cchc_score.registry.registry import load_registry
from cchc_score.rule_words import value_plain
from cchc_score.schemes import read_scheme
from cchc_score.schemes.golden_cases import Case, read_cases
from cchc_score.text import LANGUAGES, Lang

ROOT = Path(__file__).parents[3]
RULE_FORMS, RECIPES = ROOT / "tests" / "rule_forms", ROOT / "docs" / "cookbook"


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """A golden case: facts as a scheme's author writes them, what they give, and how."""

    facts: Mapping[str, str]
    peers: tuple[Mapping[str, str], ...]
    outcome: str
    points: Fraction | None
    working: Mapping[Lang, str]


@dataclass(frozen=True, slots=True)
class Worked:
    """A rule as its scheme writes it, with its golden cases."""

    scheme: Scheme
    criterion: Criterion
    source: str
    cases: tuple[WorkedCase, ...]


@cache
def _read(cases: Path) -> tuple[Path, Scheme, tuple[Case, ...]]:
    registry = load_registry()
    path = cases.with_name(cases.name.replace(".cases.", "."))
    scheme = read_scheme(path.read_bytes(), path.name, registry.methods, registry.indicators)
    return path, scheme, read_cases(cases.read_bytes(), cases.name, scheme)


def worked(method: Method) -> Worked:
    """The first rule of a method that has neither gate nor factor, or else the recipe of its name in the cookbook."""
    files = [*sorted(RULE_FORMS.glob("*.cases.toml")), RECIPES / f"{method.name}.cases.toml"]
    path, scheme, cases, criterion = next(
        (path, scheme, cases, leaf)
        for path, scheme, cases in map(_read, files)
        for leaf in scheme.leaves
        if leaf.method == method.name and not leaf.gates and leaf.factor is None
    )
    lines = [*path.read_text(encoding="utf-8").splitlines()[criterion.line - 1 :], ""]
    own = [_case(case, scheme, criterion, method) for case in cases if case.criterion == criterion.number]
    return Worked(scheme, criterion, "\n".join(lines[: lines.index("")]), tuple(own))


def _case(case: Case, scheme: Scheme, criterion: Criterion, method: Method) -> WorkedCase:
    rows = (case.facts, *case.peers)
    units = [Unit(str(row), str(row)) for row in range(len(rows))]
    facts: dict[Any, Value] = {(row, fact): value for row, known in enumerate(rows) for fact, value in known.items()}
    known = table(units, scheme.indicators, facts)
    # The points of the case are rounded where the scheme rounds; how they come about is shown before that.
    outcome, points = _result(Leaf(scheme, criterion, method, known))
    unrounded = Leaf(replace(scheme, rounding="never"), criterion, method, known)
    exact = _result(unrounded)[1]
    scored = outcome == Outcome.SCORED
    working = {lang: leaf_working(unrounded, 0, exact, lang) if scored else "" for lang in LANGUAGES}
    peers = tuple(map(_written, case.peers))
    return WorkedCase(_written(case.facts), peers, outcome.name, points if scored else None, working)


def _result(leaf: Leaf) -> tuple[Outcome, Fraction]:
    outcome, steps, _, _ = leaf.result(0)
    return outcome, Fraction(steps) / 10**leaf.scheme.decimals


def _written(facts: Mapping[str, Value]) -> dict[str, str]:
    return {fact: _toml(value) for fact, value in facts.items()}


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    plain = str(value_plain(value))
    return plain if isinstance(value, Fraction | date) else f'"{plain}"'
