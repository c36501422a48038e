"""The places at which a criterion's points may change: what golden cases must stand on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from cchc_score.analysis.fact_values import Facts, answer_code, is_known
from cchc_score.methods import Method, Rule, each_fact, extra_failed
from cchc_score.model import Criterion, FactRef, Gate, Indicator, Scheme, gates_before
from cchc_score.rule_words import answer_name, fact_name
from cchc_score.schemes.fact_references import ANSWERED, answers
from cchc_score.signed_sums import signed_sum, sum_decimals
from cchc_score.text import Lang, number, pick

LimitsByName = Mapping[str, tuple[Fraction | date, ...]]


@dataclass(frozen=True, slots=True)
class Edge:
    """Where points may change: a value of `ref`, its percentage of `whole`, an answer to it, or a day (None: never)."""

    kind: Literal["value", "percent", "answer", "day"]
    ref: FactRef
    at: Fraction | date | str | None
    whole: FactRef | None = None

    def is_met_by(self, facts: Facts) -> bool:
        """Whether facts stand exactly on it."""
        if not is_known(facts, self.ref) or (self.whole is not None and not is_known(facts, self.whole)):
            return False
        if self.kind == "day":
            return facts[self.ref.codes[0]] == self.at
        if self.kind == "answer":
            return answer_code(facts, self.ref) == self.at
        value = signed_sum(self.ref, facts.__getitem__)
        if self.whole is None:
            return value == self.at
        whole = signed_sum(self.whole, facts.__getitem__)
        # A share of nothing stands on no percentage.
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
    return Rule(criterion.number, criterion.max_points, criterion.settings, scheme.decimals_of(criterion))


def limits_of(method: Method, rule: Rule) -> LimitsByName:
    """The limits that a method gives for a rule, nothing where it gives none; one that fails is named."""
    if method.limits is None:
        return {}
    try:
        return {name: tuple(limits) for name, limits in method.limits(rule).items()}
    except (Exception, SystemExit) as error:
        # A plugin's code: whatever it does, the plugin is named.
        raise extra_failed(method.name, "limits", error) from None


def refs_of(criterion: Criterion, method: Method) -> dict[str, FactRef]:
    """The facts that a leaf's method asks for, by the names of its parameters."""
    return {fact.name: fact.ref for fact in method.asked(criterion.settings) if fact.ref is not None}


def gives_limits(scheme: Scheme, criterion: Criterion, method: Method) -> bool:
    """Whether all places where a leaf's points change are known: by its limits, or because they are answers."""
    # Points that depend on the other units change at places that no rule can name.
    if method.peers:
        return False
    limits, refs = limits_of(method, rule_of(scheme, criterion)), refs_of(criterion, method)
    # A limit in percent stands for both figures of the share.
    shared = {"part", "whole"} if "percent" in limits else set()
    return all(name in limits or name in shared or _answers(scheme, ref) for name, ref in refs.items())


def edges_of(scheme: Scheme, criterion: Criterion, method: Method) -> tuple[Edge, ...]:
    """The edges of a leaf: of its gates, its method and its factor, each once."""
    gates = gates_before(scheme.criteria, criterion)
    found = [*(edge for gate in gates for edge in _gate_edges(scheme, gate)), *_method_edges(scheme, criterion, method)]
    if criterion.factor is not None:
        found += [Edge("answer", criterion.factor.fact, answer) for answer in criterion.factor.values]
    # A gate and a method may share an edge.
    return tuple(dict.fromkeys(found))


def _gate_edges(scheme: Scheme, gate: Gate) -> Iterator[Edge]:
    # Where another criterion's points reach a gate is for the cases of that criterion.
    if gate.fact is None:
        return
    if gate.bounds is not None:
        for limit in (gate.bounds.from_, gate.bounds.to):
            if limit is not None:
                yield Edge("value" if gate.whole is None else "percent", gate.fact, limit, gate.whole)
    else:
        yield from (Edge("answer", gate.fact, answer) for answer in _answers(scheme, gate.fact))


def _method_edges(scheme: Scheme, criterion: Criterion, method: Method) -> Iterator[Edge]:
    refs, limits = refs_of(criterion, method), limits_of(method, rule_of(scheme, criterion))
    for name, ref in refs.items():
        yield from (Edge("answer", ref, answer) for answer in _answers(scheme, ref))
        if scheme.indicators[ref.codes[0]].kind == "date":
            # A day that never came is a case of its own, which no limit names.
            yield Edge("day", ref, None)
            yield from (Edge("day", ref, day) for day in limits.get(name, ()))
        else:
            yield from (Edge("value", ref, limit) for limit in limits.get(name, ()) if _held(scheme, ref, limit))
    if "percent" in limits and {"part", "whole"} <= refs.keys():
        yield from (Edge("percent", refs["part"], limit, refs["whole"]) for limit in limits["percent"])
    yield from (Edge("value", ref, Fraction(0)) for ref in facts_of_nothing(criterion, method))


def facts_of_nothing(criterion: Criterion, method: Method) -> Iterator[FactRef]:
    """The facts of which a 0 means that nothing arose, where the settings say what that gives."""
    if getattr(criterion.settings, "if_none", None) is None:
        return
    refs = refs_of(criterion, method)
    # By the names that the parameters of methods have: no setting says of itself that its 0 means nothing arose.
    yield from (refs[name] for name in ("whole", "target") if name in refs)
    for name in method.parameters:
        if name in method.settings.model_fields and each_fact(method.settings, name) is not None:
            yield FactRef(tuple((1, code) for code in getattr(criterion.settings, name)))


def _held(scheme: Scheme, ref: FactRef, limit: Fraction | date) -> bool:
    """Whether figures can stand on a limit at all: counts never stand on halves."""
    power: int = 10 ** sum_decimals(ref, scheme.indicators)
    return isinstance(limit, Fraction) and (limit * power).denominator == 1


def _answers(scheme: Scheme, ref: FactRef) -> list[str]:
    indicator = scheme.indicators[ref.codes[0]]
    # In a sum a yes counts as 1, and is no answer.
    return answers(indicator) if indicator.kind in ANSWERED and len(ref.terms) == 1 else []
