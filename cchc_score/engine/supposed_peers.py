"""What peers might be whose figures are unknown: the ends between which the points of everybody else must lie."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from cchc_score.facts import MAX_VALUE, Table, total
from cchc_score.model import FactRef, Indicator, Scheme

Peer = tuple[Any, ...]
Ends = tuple[Fraction, Fraction, Fraction]
MOST_UNKNOWN = 4
"""Of more figures than these the ends are not tried: a rule on so many unknown ones may give anything."""


def supposed_peers(
    scheme: Scheme, table: Table, refs: Sequence[FactRef | None], numbers: Sequence[bool], rows: Sequence[int]
) -> list[tuple[Peer, ...]] | None:
    """The peers in some rows with what is unknown of them put at an end: the lowest, the least above 0, the highest.

    One tuple of peers a case, in which all have the same figure at the same end; what is known of a peer stays. None
    where an unknown figure is no number and so has no ends, or where too many are unknown.
    """
    unknown = [place for place, ref in enumerate(refs) if ref and not all(_known(table, row, ref) for row in rows)]
    if len(unknown) > MOST_UNKNOWN or not all(numbers[place] for place in unknown):
        return None
    ends = {
        (row, place): _ends(scheme, table, row, ref)
        for row in rows
        for place, ref in enumerate(refs)
        if ref and place in unknown and not _known(table, row, ref)
    }
    cases = (dict(zip(unknown, chosen, strict=True)) for chosen in product(range(3), repeat=len(unknown)))
    peers = ([_peer(scheme, table, refs, numbers, row, case, ends) for row in rows] for case in cases)
    # A sum below 0 is a contradiction, and no figure to be compared with.
    return [tuple(peer for peer in case if not _contradicts(peer, numbers)) for case in peers]


def _contradicts(peer: Peer, numbers: Sequence[bool]) -> bool:
    return any(is_number and value is not None and value < 0 for value, is_number in zip(peer, numbers, strict=True))


def _known(table: Table, row: int, ref: FactRef) -> bool:
    return all(table.known(row, code) for code in ref.codes)


def _ends(scheme: Scheme, table: Table, row: int, ref: FactRef) -> Ends:
    """The lowest that a sum of facts of a unit may be, the least above 0, and the highest; what is known stays."""
    known = tuple(term for term in ref.terms if table.known(row, term[1]))
    sure = total(table, row, FactRef(known)) if known else Fraction(0)
    terms = [(Fraction(times), scheme.indicators[code]) for times, code in ref.terms if not table.known(row, code)]
    lowest = sure + sum((times * _most(indicator) for times, indicator in terms if times < 0), Fraction(0))
    highest = sure + sum((times * _most(indicator) for times, indicator in terms if times > 0), Fraction(0))
    least = min(abs(times) / int(10**indicator.decimals) for times, indicator in terms)
    # Below 0 it would contradict the rule.
    return max(lowest, Fraction(0)), max(lowest, min(least, highest)), highest


def _most(indicator: Indicator) -> int:
    return {"percent": 100, "yes_no": 1}.get(indicator.kind, MAX_VALUE)


def _peer(
    scheme: Scheme,
    table: Table,
    refs: Sequence[FactRef | None],
    numbers: Sequence[bool],
    row: int,
    case: Mapping[int, int],
    ends: Mapping[tuple[int, int], Ends],
) -> Peer:
    """A peer with its unknown figures at the ends of a case; a part is never more than its whole."""
    values: list[Any] = []
    for place, ref in enumerate(refs):
        if ref is None:
            values.append(None)
        elif (row, place) in ends:
            values.append(ends[row, place][case[place]])
        else:
            values.append(total(table, row, ref) if numbers[place] else table.value(row, ref.codes[0]))
    for place, ref in enumerate(refs):
        if ref is not None and (row, place) in ends:
            values[place] = min((values[place], *(values[other] for other in _wholes(scheme, refs, ref))))
    return tuple(values)


def _wholes(scheme: Scheme, refs: Sequence[FactRef | None], ref: FactRef) -> list[int]:
    """The places of the figures that one is part of."""
    if len(ref.terms) > 1:
        return []
    above: list[str] = []
    whole = scheme.indicators[ref.codes[0]].part_of
    while whole is not None and whole not in above:
        above.append(whole)
        whole = scheme.indicators[whole].part_of
    return [place for place, other in enumerate(refs) if other and other.terms in {((1, code),) for code in above}]
