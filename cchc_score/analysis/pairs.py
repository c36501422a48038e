"""Which criterion of one scheme is which of another: by number and title, then by title, then by number and facts."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping

from cchc_score.explain import used
from cchc_score.methods import Method
from cchc_score.model import Criterion, Scheme
from cchc_score.text import same_name

Key = Callable[[Criterion], Hashable]


def pairs_of(
    old: Scheme, new: Scheme, old_methods: Mapping[str, Method], new_methods: Mapping[str, Method]
) -> dict[str, str]:
    """The numbers that criteria of the old scheme have in the new one; those that are gone stand in it no more."""
    found = _matched(old, new, {}, _place_and_title, _place_and_title)
    found = _matched(old, new, found, _title, _title)
    return _matched(old, new, found, lambda one: _asking(one, old_methods), lambda one: _asking(one, new_methods))


def _matched(old: Scheme, new: Scheme, found: dict[str, str], before: Key, after: Key) -> dict[str, str]:
    """What was found before, and the criteria left over that alone on their side have some key."""
    taken = set(found.values())
    sides = (
        {one.number: before(one) for one in old.criteria.values() if one.number not in found},
        {one.number: after(one) for one in new.criteria.values() if one.number not in taken},
    )
    counts = [Counter(side.values()) for side in sides]
    places = {key: number for number, key in sides[1].items() if counts[1][key] == 1}
    return found | {number: places[key] for number, key in sides[0].items() if counts[0][key] == 1 and key in places}


def _place_and_title(one: Criterion) -> Hashable:
    return one.number, same_name(one.title)


def _title(one: Criterion) -> Hashable:
    return one.is_leaf, same_name(one.title)


def _asking(one: Criterion, methods: Mapping[str, Method]) -> Hashable:
    """A criterion whose title was rewritten still asks for the same facts, or is still the parent there."""
    return one.number, one.is_leaf, frozenset(used(one, methods))
