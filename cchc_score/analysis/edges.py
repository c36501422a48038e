"""The places at which a criterion's points may change: what golden cases must stand on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from cchc_score.analysis.values import Facts, answered, decimals_of, known, summed
from cchc_score.explain import answer_name, fact_name
from cchc_score.methods import Method, Rule, each_fact, extra_failed
from cchc_score.model import Criterion, FactRef, Indicator, Scheme
from cchc_score.schemes.facts import ANSWERED, answers
from cchc_score.text import Lang, number, pick

Limits = Mapping[str, tuple[Fraction | date, ...]]


@dataclass(frozen=True, slots=True)
class Edge:
    """One such place: a value of `ref`, its share in percent of `whole`, an answer to it, or a day (None: never)."""

    kind: Literal["value", "percent", "answer", "day"]
    ref: FactRef
    at: Fraction | date | str | None
    whole: FactRef | None = None

    def met(self, facts: Facts) -> bool:
        """Whether facts stand exactly on it."""
        if not known(facts, self.ref) or (self.whole is not None and not known(facts, self.whole)):
            return False
        if self.kind == "day":
            return facts[self.ref.codes[0]] == self.at
        if self.kind == "answer":
            return answered(facts, self.ref) == self.at
        value = summed(facts, self.ref)
        if self.whole is None:
            return value == self.at
        whole = summed(facts, self.whole)
        return whole > 0 and 100 * value / whole == self.at

    def words(self, indicators: Mapping[str, Indicator], lang: Lang) -> str:
        """The place as people read it."""
        name = fact_name(indicators, lang, self.ref)
        if self.at is None:
            return f"{name}: {pick(lang, 'không có', 'never')}"
        if isinstance(self.at, str):
            return f"{name}: {answer_name(indicators[self.ref.codes[0]], self.at, lang)}"
        if isinstance(self.at, date):
            return f"{name} = {self.at:%d/%m/%Y}"
        value = number(self.at, None, lang)
        if self.whole is None:
            return f"{name} = {value}"
        return f"{name} / {fact_name(indicators, lang, self.whole)} = {value}%"


def rule_of(scheme: Scheme, criterion: Criterion) -> Rule:
    """What a leaf's method sees."""
    return Rule(criterion.number, criterion.max_points, criterion.settings, scheme.decimals)


def limits_of(method: Method, rule: Rule) -> Limits:
    """The limits that a method gives for a rule, nothing where it gives none; one that fails is named."""
    if method.limits is None:
        return {}
    try:
        return {name: tuple(limits) for name, limits in method.limits(rule).items()}
    except (Exception, SystemExit) as error:
        raise extra_failed(method.name, "limits", error) from None


def refs_of(criterion: Criterion, method: Method) -> dict[str, FactRef]:
    """The facts that a leaf's method asks for, by the names of its parameters."""
    return {one.name: one.ref for one in method.asked(criterion.settings) if one.ref is not None}


def gives_limits(scheme: Scheme, criterion: Criterion, method: Method) -> bool:
    """Whether all places where a leaf's points change are known: by its limits, or because they are answers."""
    if method.peers:
        return False
    limits, refs = limits_of(method, rule_of(scheme, criterion)), refs_of(criterion, method)
    shared = {"part", "whole"} if "percent" in limits else set()
    return all(name in limits or name in shared or _answers(scheme, ref) for name, ref in refs.items())


def edges_of(scheme: Scheme, criterion: Criterion, method: Method) -> tuple[Edge, ...]:
    """The edges of a leaf: of its gate, its method and its factor, each once."""
    found = [*_gate_edges(scheme, criterion), *_method_edges(scheme, criterion, method)]
    if criterion.factor is not None:
        found += [Edge("answer", criterion.factor.fact, answer) for answer in criterion.factor.values]
    return tuple(dict.fromkeys(found))


def _gate_edges(scheme: Scheme, criterion: Criterion) -> Iterator[Edge]:
    gate = criterion.gate
    if gate is None:
        return
    if gate.at_least is not None:
        yield Edge("value", gate.fact, gate.at_least)
    else:
        yield from (Edge("answer", gate.fact, answer) for answer in _answers(scheme, gate.fact))


def _method_edges(scheme: Scheme, criterion: Criterion, method: Method) -> Iterator[Edge]:
    refs, limits = refs_of(criterion, method), limits_of(method, rule_of(scheme, criterion))
    for name, ref in refs.items():
        yield from (Edge("answer", ref, answer) for answer in _answers(scheme, ref))
        if scheme.indicators[ref.codes[0]].kind == "date":
            yield Edge("day", ref, None)
            yield from (Edge("day", ref, day) for day in limits.get(name, ()))
        else:
            yield from (Edge("value", ref, limit) for limit in limits.get(name, ()) if _held(scheme, ref, limit))
    if "percent" in limits and {"part", "whole"} <= refs.keys():
        yield from (Edge("percent", refs["part"], limit, refs["whole"]) for limit in limits["percent"])
    yield from (Edge("value", ref, Fraction(0)) for ref in nothing_arose(criterion, method))


def nothing_arose(criterion: Criterion, method: Method) -> Iterator[FactRef]:
    """The facts of which a 0 means that nothing arose, where the settings say what that gives."""
    if getattr(criterion.settings, "if_none", None) is None:
        return
    refs = refs_of(criterion, method)
    yield from (refs[name] for name in ("whole", "target") if name in refs)
    for name in method.parameters:
        if name in method.settings.model_fields and each_fact(method.settings, name) is not None:
            yield FactRef(tuple((1, code) for code in getattr(criterion.settings, name)))


def _held(scheme: Scheme, ref: FactRef, limit: Fraction | date) -> bool:
    """Whether figures can stand on a limit at all: counts never stand on halves."""
    power: int = 10 ** decimals_of(scheme.indicators, ref)
    return isinstance(limit, Fraction) and (limit * power).denominator == 1


def _answers(scheme: Scheme, ref: FactRef) -> list[str]:
    indicator = scheme.indicators[ref.codes[0]]
    return answers(indicator) if indicator.kind in ANSWERED and len(ref.terms) == 1 else []
