"""Which places of a criterion golden cases stand on, and which none does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_score.analysis.edges import Edge, edges_of, gives_limits
from cchc_score.cases import Case
from cchc_score.engine import held
from cchc_score.findings import Finding, Place, Words
from cchc_score.methods import Method
from cchc_score.model import Criterion, Scheme


@dataclass(frozen=True, slots=True)
class Coverage:
    """One criterion: how many cases ask for it, its edges, those that no case stands on, and what no case expects.

    `exact` says whether the method names all its edges.
    """

    criterion: Criterion
    cases: int
    edges: tuple[Edge, ...]
    open: tuple[Edge, ...]
    full: bool
    less: bool
    exact: bool


def coverage(scheme: Scheme, methods: Mapping[str, Method], cases: Sequence[Case]) -> tuple[Coverage, ...]:
    """The coverage of every leaf that is held, and of every parent that does more than add up."""
    assessed = held(scheme)
    return tuple(
        _covered(scheme, one, methods[one.method], cases) if one.is_leaf else _combined(one, cases)
        for one in scheme.criteria.values()
        if one.number in assessed and (one.is_leaf or one.combine != "sum")
    )


def _combined(parent: Criterion, cases: Sequence[Case]) -> Coverage:
    own = [case for case in cases if case.criterion == parent.number]
    return Coverage(parent, len(own), (), (), *_expected(parent, own), True)


def _expected(criterion: Criterion, own: Sequence[Case]) -> tuple[bool, bool]:
    """Whether a case about a criterion itself expects full points, and whether one expects less."""
    points = [case.points for case in own if case.points is not None]
    return criterion.max_points in points, any(one < criterion.max_points for one in points)


def _covered(scheme: Scheme, leaf: Criterion, method: Method, cases: Sequence[Case]) -> Coverage:
    # A case about a parent asks for its parts too, but says nothing of their points.
    asking = [case for case in cases if f"{leaf.number}.".startswith(f"{case.criterion}.")]
    edges = edges_of(scheme, leaf, method)
    return Coverage(
        leaf,
        len(asking),
        edges,
        tuple(edge for edge in edges if not any(edge.met(case.facts) for case in asking)),
        *_expected(leaf, [case for case in asking if case.criterion == leaf.number]),
        gives_limits(scheme, leaf, method),
    )


def open_findings(scheme: Scheme, one: Coverage, file: str) -> tuple[Finding, ...]:
    """What is left to write: a finding for each edge, and for full points and less, where no case expects them."""
    place = Place(file, criterion=one.criterion.number)
    if not one.cases:
        return (Finding("case-none", place),)
    wanted = [("case-full", one.full), ("case-less", one.less)]
    return (
        *(Finding(code, place) for code, there in wanted if not there),
        *(Finding("case-edge", place, {"edge": _words(edge, scheme)}) for edge in one.open),
    )


def _words(edge: Edge, scheme: Scheme) -> Words:
    return Words(edge.words(scheme.indicators, "vi"), edge.words(scheme.indicators, "en"))
