"""In which order leaves are scored: those that a gate looks at before those that it stands before."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from cchc_score.model import Criterion, gates_before

Criteria = Mapping[str, Criterion]


def leaf_order(criteria: Criteria) -> tuple[Criterion, ...]:
    """The leaves of a scheme, each after all those that its gates look at; else in the order of the scheme."""
    leaves = tuple(criterion for criterion in criteria.values() if criterion.is_leaf)
    if not any(gate.criterion for criterion in criteria.values() for gate in criterion.gates):
        return leaves
    return tuple(criteria[number] for number in _sorter(criteria).static_order())


def gate_circle(criteria: Criteria) -> tuple[str, ...]:
    """Leaves each of which waits for the next, and the last for the first; none where every gate can be decided."""
    try:
        _sorter(criteria).prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1]))
    return ()


def gates_on_criteria(criteria: Criteria, leaf: Criterion) -> tuple[str, ...]:
    """The criteria that the gates before a leaf look at, each once."""
    return tuple(dict.fromkeys(gate.criterion for gate in gates_before(criteria, leaf) if gate.criterion))


def criteria_under(criteria: Criteria, number: str) -> Iterator[Criterion]:
    """A criterion and all below it, each before its parts."""
    yield criteria[number]
    for part in criteria[number].parts:
        yield from criteria_under(criteria, part)


def _sorter(criteria: Criteria) -> TopologicalSorter[str]:
    return TopologicalSorter(
        {
            leaf.number: [
                other.number
                for number in gates_on_criteria(criteria, leaf)
                for other in criteria_under(criteria, number)
                if other.is_leaf
            ]
            for leaf in criteria.values()
            if leaf.is_leaf
        }
    )
