"""What changed from one scheme to another: scheme, areas, criteria and facts, field by field."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from cchc_score.analysis.compared_fields import (
    ComparedField,
    ComparedFields,
    Effect,
    area_fields,
    criterion_fields,
    indicator_fields,
    scheme_fields,
)
from cchc_score.analysis.required_facts import required_facts
from cchc_score.findings import Words
from cchc_score.methods import Method
from cchc_score.model import Criterion, Scheme
from cchc_score.rule_words import used
from cchc_score.schemes.criterion_keys import pairs_by_key
from cchc_score.text import same_name

ChangedKind = Literal["scheme", "area", "criterion", "fact"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that says something else."""

    field: str
    before: Words
    after: Words
    effect: Effect


@dataclass(frozen=True, slots=True)
class SchemeChange:
    """A thing that changed, by what it is called before and after; None on the side where it does not stand."""

    kind: ChangedKind
    before: str | None
    after: str | None
    name: Words
    changes: tuple[FieldChange, ...] = ()

    @property
    def effect(self) -> Effect:
        """The most that its changes can move; what comes or goes moves points."""
        effects = {change.effect for change in self.changes}
        if None in (self.before, self.after) or "points" in effects:
            return "points"
        return "ranks" if "ranks" in effects else "text"


@dataclass(frozen=True, slots=True)
class SchemeSide:
    """A scheme with its methods."""

    scheme: Scheme
    methods: Mapping[str, Method]


def compare_schemes(old: SchemeSide, new: SchemeSide) -> tuple[SchemeChange, ...]:
    """Everything that differs, in the order of the new scheme; what is gone stands after what is left."""
    schemes = old.scheme, new.scheme
    return (*_scheme(*schemes), *_areas(*schemes), *_criteria(old, new), *_facts(old, new), *_context(*schemes))


def _scheme(old: Scheme, new: Scheme) -> Iterator[SchemeChange]:
    found = _differing(scheme_fields(old), scheme_fields(new))
    if found:
        yield SchemeChange("scheme", old.code, new.code, Words(new.title, new.title), found)


def _areas(old: Scheme, new: Scheme) -> Iterator[SchemeChange]:
    before = {area.code: area for area in old.areas}
    met = set()
    for area in new.areas:
        name = Words(area.name, area.name_en or area.name)
        same = before.get(area.code)
        if same is None:
            yield SchemeChange("area", None, area.code, name)
            continue
        met.add(area.code)
        found = _differing(area_fields(same), area_fields(area))
        if found:
            yield SchemeChange("area", area.code, area.code, name, found)
    for code, area in before.items():
        if code not in met:
            yield SchemeChange("area", code, None, Words(area.name, area.name_en or area.name))


def _criteria(old: SchemeSide, new: SchemeSide) -> Iterator[SchemeChange]:
    pairs = pair_criteria(old.scheme, new.scheme, old.methods, new.methods)
    origins = {after: before for before, after in pairs.items()}
    for criterion in new.scheme.criteria.values():
        if criterion.number not in origins:
            yield SchemeChange("criterion", None, criterion.number, _title(criterion))
            continue
        before = old.scheme.criteria[origins[criterion.number]]
        fields = criterion_fields(old.scheme, before, old.methods), criterion_fields(new.scheme, criterion, new.methods)
        found = (*_moved(old.scheme, before, new.scheme, criterion, pairs), *_differing(*fields))
        if found:
            yield SchemeChange("criterion", before.number, criterion.number, _title(criterion), found)
    for criterion in old.scheme.criteria.values():
        if criterion.number not in pairs:
            yield SchemeChange("criterion", criterion.number, None, _title(criterion))


def _title(criterion: Criterion) -> Words:
    return Words(criterion.title, criterion.title)


def _moved(
    old: Scheme, before: Criterion, new: Scheme, after: Criterion, pairs: Mapping[str, str]
) -> Iterator[FieldChange]:
    """Another number: only read while the criterion stays with its parent, else it counts somewhere else."""
    upper, above = (number.rpartition(".")[0] for number in (before.number, after.number))
    own, other = upper in old.criteria, above in new.criteria
    stays = before.area == after.area and (pairs.get(upper) == above if own and other else own == other)
    if before.number != after.number or not stays:
        first, second = (Words(criterion.number, criterion.number) for criterion in (before, after))
        yield FieldChange("number", first, second, "text" if stays else "points")


def _facts(old: SchemeSide, new: SchemeSide) -> Iterator[SchemeChange]:
    """The facts that criteria newly ask for, no longer ask for, or that are no longer what they were."""
    before, after = (
        # Facts that nobody asks for are no part of what a scheme says.
        {fact.indicator.code: fact.indicator for fact in required_facts(side.scheme, None, side.methods)}
        for side in (old, new)
    )
    for code, indicator in after.items():
        if code not in before:
            yield SchemeChange("fact", None, code, indicator.words)
            continue
        found = _differing(indicator_fields(old.scheme, before[code]), indicator_fields(new.scheme, indicator))
        if found:
            yield SchemeChange("fact", code, code, indicator.words, found)
    for code, indicator in before.items():
        if code not in after:
            yield SchemeChange("fact", code, None, indicator.words)


def _context(old: Scheme, new: Scheme) -> Iterator[SchemeChange]:
    """The facts that are listed without being scored, with the reason."""
    before, after = ({entry.indicator: entry.reason for entry in scheme.context} for scheme in (old, new))
    # In the order of the new scheme, what is gone behind it.
    for code in {**after, **before}:
        first, second = (Words(side.get(code, ""), side.get(code, "")) for side in (before, after))
        if first != second:
            # A fact that only the old scheme declares is known there alone.
            known = new if code in new.indicators else old
            change = FieldChange("context", first, second, "text")
            yield SchemeChange("fact", code, code, known.indicators[code].words, (change,))


def _differing(before: ComparedFields, after: ComparedFields) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name, *_told(field, after[name]), field.effect)
        # Both sides have the same names: one function has made them.
        for name, field in before.items()
        if field.value != after[name].value
    )


def _told(field: ComparedField, other: ComparedField) -> tuple[Words, Words]:
    """The words of both; where they do not show a difference of a rule, the settings that differ."""
    if field.words != other.words or not isinstance(field.value, dict):
        return field.words, other.words
    differing = [name for name in {**field.value, **other.value} if field.value.get(name) != other.value.get(name)]
    sides = ("; ".join(f"{name} = {side.value.get(name, '-')}" for name in differing) for side in (field, other))
    before, after = (Words(text, text) for text in sides)
    return before, after


Key = Callable[[Criterion], Hashable]


def pair_criteria(
    old: Scheme, new: Scheme, old_methods: Mapping[str, Method], new_methods: Mapping[str, Method]
) -> dict[str, str]:
    """The numbers of criteria in the old scheme with their numbers in the new one; what is gone is left out.

    They are met by the key that a scheme states, by number and title, then by title alone, then by number and the
    facts they ask for.
    """
    # The surest way first: a pair once found is out of the reach of the less sure ones.
    found = _matched(old, new, pairs_by_key(old, new), _place_and_title_key, _place_and_title_key)
    found = _matched(old, new, found, _title_key, _title_key)
    return _matched(old, new, found, partial(_facts_key, old, old_methods), partial(_facts_key, new, new_methods))


def _matched(old: Scheme, new: Scheme, found: dict[str, str], before: Key, after: Key) -> dict[str, str]:
    """The pairs found before, and those of the criteria left over whose key nothing else on their side has."""
    taken = set(found.values())
    sides = (
        {criterion.number: before(criterion) for criterion in old.criteria.values() if criterion.number not in found},
        {criterion.number: after(criterion) for criterion in new.criteria.values() if criterion.number not in taken},
    )
    counts = [Counter(side.values()) for side in sides]
    # A key that stands twice on a side would leave it to chance which of the two is meant.
    numbers = {key: number for number, key in sides[1].items() if counts[1][key] == 1}
    return found | {number: numbers[key] for number, key in sides[0].items() if counts[0][key] == 1 and key in numbers}


def _place_and_title_key(criterion: Criterion) -> Hashable:
    return criterion.number, same_name(criterion.title)


def _title_key(criterion: Criterion) -> Hashable:
    return criterion.is_leaf, same_name(criterion.title)


def _facts_key(scheme: Scheme, methods: Mapping[str, Method], criterion: Criterion) -> Hashable:
    """A criterion whose title was rewritten still asks for the same facts, or is still the parent there."""
    return criterion.number, criterion.is_leaf, frozenset(used(scheme, criterion, methods))
