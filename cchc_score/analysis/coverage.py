"""Which places of a criterion golden cases stand on, and which none does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_score.analysis.limits import Edge, edges_of, gives_limits
from cchc_score.engine import held_criteria
from cchc_score.findings import Finding, Place, Words
from cchc_score.methods import Method
from cchc_score.model import Criterion, Scheme
from cchc_score.schemes.golden_cases import Case


@dataclass(frozen=True, slots=True)
class Coverage:
    """One criterion: how many cases ask for it, its edges, and the `open` ones that no case stands on.

    `full` and `less` say whether a case expects the maximum, and one less than it; `exact` whether all edges are known.
    """

    criterion: Criterion
    cases: int
    edges: tuple[Edge, ...]
    open: tuple[Edge, ...]
    full: bool
    less: bool
    exact: bool


def measure_coverage(scheme: Scheme, methods: Mapping[str, Method], cases: Sequence[Case]) -> tuple[Coverage, ...]:
    """The coverage of every leaf that is held, and of every parent that does more than add up."""
    assessed = held_criteria(scheme)
    return tuple(
        _leaf_coverage(scheme, criterion, methods[criterion.method], cases)
        if criterion.is_leaf
        else _parent_coverage(criterion, cases)
        for criterion in scheme.criteria.values()
        if criterion.number in assessed and not criterion.is_plain_sum
    )


def _parent_coverage(parent: Criterion, cases: Sequence[Case]) -> Coverage:
    own = [case for case in cases if case.criterion == parent.number]
    full, less = _expected(parent, own)
    # A parent has no limits of its own: whether it is full is all that can be asked.
    return Coverage(parent, len(own), edges=(), open=(), full=full, less=less, exact=True)


def _expected(criterion: Criterion, own: Sequence[Case]) -> tuple[bool, bool]:
    """Whether a case about a criterion itself expects full points, and whether one expects less."""
    points = [case.points for case in own if case.points is not None]
    return criterion.max_points in points, any(given < criterion.max_points for given in points)


def _leaf_coverage(scheme: Scheme, leaf: Criterion, method: Method, cases: Sequence[Case]) -> Coverage:
    # A case about a parent asks for its parts too, but says nothing of their points.
    asking = [case for case in cases if f"{leaf.number}.".startswith(f"{case.criterion}.")]
    edges = edges_of(scheme, leaf, method)
    full, less = _expected(leaf, [case for case in asking if case.criterion == leaf.number])
    return Coverage(
        leaf,
        len(asking),
        edges=edges,
        open=tuple(edge for edge in edges if not any(edge.is_met_by(case.facts) for case in asking)),
        full=full,
        less=less,
        exact=gives_limits(scheme, leaf, method),
    )


def open_findings(scheme: Scheme, coverage: Coverage, file: str) -> tuple[Finding, ...]:
    """What is left to write: a finding for each edge, and for full points and less, where no case expects them."""
    place = Place(file, criterion=coverage.criterion.number)
    # One finding in place of one for every limit: what is to be written first is a case at all.
    if not coverage.cases:
        return (Finding("case-none", place),)
    wanted = [("case-full", coverage.full), ("case-less", coverage.less)]
    return (
        *(Finding(code, place) for code, there in wanted if not there),
        *(Finding("case-edge", place, {"edge": _words(edge, scheme)}) for edge in coverage.open),
    )


def _words(edge: Edge, scheme: Scheme) -> Words:
    return Words(edge.words(scheme.indicators, "vi"), edge.words(scheme.indicators, "en"))
