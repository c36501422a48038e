"""What changed from one scheme to another: scheme, areas, criteria and facts, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cchc_score.analysis.asked import asked
from cchc_score.analysis.fields import Effect, Field, Fields, of_area, of_criterion, of_indicator, of_scheme
from cchc_score.analysis.pairs import pairs_of
from cchc_score.findings import Words
from cchc_score.methods import Method
from cchc_score.model import Criterion, Scheme

Kind = Literal["scheme", "area", "criterion", "fact"]


@dataclass(frozen=True, slots=True)
class Change:
    """One field that says something else."""

    field: str
    before: Words
    after: Words
    effect: Effect


@dataclass(frozen=True, slots=True)
class Changed:
    """A thing that changed, by what it is called before and after; None on the side where it does not stand."""

    kind: Kind
    before: str | None
    after: str | None
    name: Words
    changes: tuple[Change, ...] = ()

    @property
    def effect(self) -> Effect:
        """The gravest that its changes can move; what comes or goes moves points."""
        effects = {one.effect for one in self.changes}
        if None in (self.before, self.after) or "points" in effects:
            return "points"
        return "ranks" if "ranks" in effects else "text"


@dataclass(frozen=True, slots=True)
class Side:
    """A scheme with its methods."""

    scheme: Scheme
    methods: Mapping[str, Method]


def changes(old: Side, new: Side) -> tuple[Changed, ...]:
    """Everything that differs, in the order of the new scheme; what is gone stands after what is left."""
    schemes = old.scheme, new.scheme
    return (*_scheme(*schemes), *_areas(*schemes), *_criteria(old, new), *_facts(old, new), *_context(*schemes))


def _scheme(old: Scheme, new: Scheme) -> Iterator[Changed]:
    found = _differing(of_scheme(old), of_scheme(new))
    if found:
        yield Changed("scheme", old.code, new.code, Words(new.title, new.title), found)


def _areas(old: Scheme, new: Scheme) -> Iterator[Changed]:
    before = {area.code: area for area in old.areas}
    met = set()
    for area in new.areas:
        name = Words(area.name, area.name_en or area.name)
        same = before.get(area.code)
        if same is None:
            yield Changed("area", None, area.code, name)
            continue
        met.add(area.code)
        found = _differing(of_area(same), of_area(area))
        if found:
            yield Changed("area", area.code, area.code, name, found)
    for code, area in before.items():
        if code not in met:
            yield Changed("area", code, None, Words(area.name, area.name_en or area.name))


def _criteria(old: Side, new: Side) -> Iterator[Changed]:
    pairs = pairs_of(old.scheme, new.scheme, old.methods, new.methods)
    origins = {after: before for before, after in pairs.items()}
    for one in new.scheme.criteria.values():
        if one.number not in origins:
            yield Changed("criterion", None, one.number, _title(one))
            continue
        before = old.scheme.criteria[origins[one.number]]
        fields = of_criterion(old.scheme, before, old.methods), of_criterion(new.scheme, one, new.methods)
        found = (*_moved(old.scheme, before, new.scheme, one, pairs), *_differing(*fields))
        if found:
            yield Changed("criterion", before.number, one.number, _title(one), found)
    for one in old.scheme.criteria.values():
        if one.number not in pairs:
            yield Changed("criterion", one.number, None, _title(one))


def _title(one: Criterion) -> Words:
    return Words(one.title, one.title)


def _moved(old: Scheme, before: Criterion, new: Scheme, after: Criterion, pairs: Mapping[str, str]) -> Iterator[Change]:
    """Another number: only read while the criterion stays with its parent, else it counts somewhere else."""
    upper, above = (number.rpartition(".")[0] for number in (before.number, after.number))
    own, other = upper in old.criteria, above in new.criteria
    stays = before.area == after.area and (pairs.get(upper) == above if own and other else own == other)
    if before.number != after.number or not stays:
        first, second = (Words(one.number, one.number) for one in (before, after))
        yield Change("number", first, second, "text" if stays else "points")


def _facts(old: Side, new: Side) -> Iterator[Changed]:
    """The facts that criteria newly ask for, no longer ask for, or that are no longer what they were."""
    before, after = (
        {one.indicator.code: one.indicator for one in asked(side.scheme, None, side.methods)} for side in (old, new)
    )
    for code, indicator in after.items():
        if code not in before:
            yield Changed("fact", None, code, indicator.words)
            continue
        found = _differing(of_indicator(old.scheme, before[code]), of_indicator(new.scheme, indicator))
        if found:
            yield Changed("fact", code, code, indicator.words, found)
    for code, indicator in before.items():
        if code not in after:
            yield Changed("fact", code, None, indicator.words)


def _context(old: Scheme, new: Scheme) -> Iterator[Changed]:
    """The facts that are listed without being scored, with the reason."""
    before, after = ({one.indicator: one.reason for one in scheme.context} for scheme in (old, new))
    for code in {**after, **before}:
        first, second = (Words(side.get(code, ""), side.get(code, "")) for side in (before, after))
        if first != second:
            known = new if code in new.indicators else old
            change = Change("context", first, second, "text")
            yield Changed("fact", code, code, known.indicators[code].words, (change,))


def _differing(before: Fields, after: Fields) -> tuple[Change, ...]:
    return tuple(
        Change(name, *_told(one, after[name]), one.effect)
        for name, one in before.items()
        if one.value != after[name].value
    )


def _told(one: Field, other: Field) -> tuple[Words, Words]:
    """The words of both; where they do not show a difference of a rule, the settings that differ."""
    if one.words != other.words or not isinstance(one.value, dict):
        return one.words, other.words
    differing = [name for name in {**one.value, **other.value} if one.value.get(name) != other.value.get(name)]
    sides = ("; ".join(f"{name} = {side.value.get(name, '-')}" for name in differing) for side in (one, other))
    before, after = (Words(text, text) for text in sides)
    return before, after
