"""A situation: one rule of a method, and the facts of some communes, as the engine would hand them over."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from cchc_score.analysis.fact_values import Facts
from cchc_score.engine.calls import Breach, call
from cchc_score.engine.leaves import Leaf
from cchc_score.facts import Table, table, total
from cchc_score.findings import Finding
from cchc_score.methods import UNDECLARED, Asked, Method, Rule, Settings, most_of, within_of
from cchc_score.model import Area, ClassLimit, Criterion, Indicator, Outcome, Ranking, Scheme, Unit
from cchc_score.registry.registry import load_registry
from cchc_score.testing.violations import Violation, both_languages

NUMBER = "1.1"
LAW_OF = {
    "method-raised": "law-raised",
    "method-range": "law-bounds",
    "method-context": "law-context",
    "method-peers": "law-peers",
    "method-rule": "law-mutation",
}
"""The law that a method breaks by what it does when it is called; anything else breaks exactness."""


# Without slots, for `cached_property` keeps its value in the dictionary of the instance.
@dataclass(frozen=True)
class Situation:
    """A method, the indicators, a rule without peers, the known facts of each commune; perhaps a second rule."""

    method: Method
    indicators: Mapping[str, Indicator]
    rule: Rule
    communes: tuple[Facts, ...]
    beside: Rule | None = None

    @cached_property
    def asked_facts(self) -> tuple[Asked, ...]:
        """What the rule asks for, in the order in which the method gets it."""
        return self.method.asked(self.rule.settings)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name that each of these facts goes by."""
        return tuple(fact.name for fact in self.asked_facts)

    # Without rounding unless asked for: laws look at what the method gives, and not at what is left of it.
    def scheme(self, rounding: Literal["criterion", "never"] = "never") -> Scheme:
        """A scheme of this one rule, or of both."""
        rules = [rule for rule in (self.rule, self.beside) if rule is not None]
        decimals = max(rule.decimals for rule in rules)
        leaves = {
            f"1.{position}": Criterion(
                f"1.{position}", "area", "Tiêu chí", rule.max_points, method=self.method.name, settings=rule.settings
            )
            for position, rule in enumerate(rules, 1)
        }
        most = sum((rule.max_points for rule in rules), Fraction(0))
        area = Area("area", 1, "Lĩnh vực", most, tuple(leaves))
        ranking = Ranking("none", "exact", "standard", "low")
        return Scheme(
            code="thu",
            title="Thử",
            version="1",
            period=2025,
            form="",
            max_points=most,
            decimals=decimals,
            rounding=rounding,
            ranking=ranking,
            classes=(ClassLimit("Đạt", Fraction(0)),),
            areas=(area,),
            criteria=leaves,
            indicators=self.indicators,
            context=(),
            sha256="0" * 64,
        )

    def table(self, communes: Sequence[Facts] | None = None, unranked: int = 0) -> Table:
        """The facts of these communes, or of all of them; the last ones may stand outside the ranking."""
        rows = self.communes if communes is None else communes
        ranked = len(rows) - unranked
        units = [Unit(f"u{row}", f"Xã {row}", "xã", row < ranked) for row in range(len(rows))]
        facts = {(row, code): value for row, known in enumerate(rows) for code, value in known.items()}
        return table(units, self.indicators, facts)

    def results(self, communes: Sequence[Facts] | None = None, unranked: int = 0) -> list[tuple[Outcome, Any]]:
        """Outcome and exact points of each of these communes, from the engine's row form."""
        # The leaf alone, not the whole scheme: these laws are about one rule, and it is called thousands of times.
        facts = self.table(communes, unranked)
        scheme = self.scheme()
        leaf = Leaf(scheme, scheme.criteria[NUMBER], self.method, facts)
        step = 10**scheme.decimals
        results = []
        for row in range(len(facts.units)):
            outcome, low, _, _ = leaf.result(row)
            results.append((outcome, Fraction(low) / step))
        return results

    def arguments(self, facts: Facts) -> tuple[Any, ...]:
        """A commune's facts as the method gets them."""
        alone = self.table([facts])
        return tuple(
            None if ref is None else total(alone, 0, ref) if number else alone.value(0, ref.codes[0])
            for _, ref, number in self.asked_facts
        )

    @cached_property
    def largest(self) -> Mapping[str, Fraction]:
        """The largest figure of each parameter that does not contradict the rule; others have no such limit."""
        return most_of(self.method, self.rule)

    @cached_property
    def wholes(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Which parameters are together at most another one."""
        return within_of(self.method, self.rule)

    def consistent(self, arguments: Sequence[Any]) -> bool:
        """Whether the engine would hand these facts to the method."""
        named = dict(zip(self.names, arguments, strict=True))
        return all(
            not fact.number or value is None or 0 <= value <= self.largest.get(fact.name, value)
            for fact, value in zip(self.asked_facts, arguments, strict=True)
        ) and all(sum(named[part] for part in parts) <= named[whole] for parts, whole in self.wholes)

    @cached_property
    def calls(self) -> list[tuple[Any, ...]]:
        """The arguments of the method's calls: the facts of the communes that are consistent."""
        return [arguments for arguments in map(self.arguments, self.communes) if self.consistent(arguments)]

    def with_peers(self) -> Rule:
        """The rule as the engine fills it for these communes."""
        # Undeclared peers raise, as they do in a run.
        peers = tuple(self.calls) if self.method.peers else UNDECLARED
        return Rule(NUMBER, self.rule.max_points, self.rule.settings, self.rule.decimals, peers)

    def points(self, rule: Rule, arguments: Sequence[Any]) -> Fraction | None:
        """One guarded call; what breaks the contract breaks a law."""
        try:
            return call(self.method, rule, arguments)
        except Breach as breach:
            code, detail = LAW_OF.get(breach.code, "law-exactness"), breach.detail
            got = both_languages(Fraction(detail)) if code == "law-bounds" else detail
            most = both_languages(rule.max_points)
            raise self.violation(code, [arguments], detail=detail, got=got, most=most) from None

    def violation(
        self, code: str, arguments: Sequence[Sequence[Any]], results: Sequence[Any] = (), **args: object
    ) -> Violation:
        """This situation as an example that breaks a law, with the arguments of the calls that show it."""
        communes = [dict(zip(self.names, facts, strict=True)) for facts in arguments]
        return Violation(Finding(code, args={"method": self.method.name, **args}), self.rule, communes, results)

    def impurity(self, arguments: Sequence[Any], earlier: Any, later: Any) -> Violation:
        """That the method gave something else for the same facts when it was called again."""
        first, second = both_languages(earlier), both_languages(later)
        return self.violation("law-purity", [arguments, arguments], [earlier, later], first=first, second=second)


def known_indicators(
    method: Method, settings: Sequence[Settings] | None, given: Iterable[Indicator]
) -> dict[str, Indicator]:
    """The indicators that a method or examples of its settings name: those given, of its own module, installed ones.

    `settings` is None where it is not known which they will name: then all indicators are there.
    """
    wanted = {name for name in method.parameters if name not in method.settings.model_fields}
    wanted |= {code for example in settings or () for ref in method.facts(example) if ref for code in ref.codes}
    module = sys.modules.get(method.function.__module__)
    # A module without the hook has no indicators: `list()` is empty.
    own: Sequence[Indicator] = getattr(module, "cchc_indicators", list)()
    known = {indicator.code: indicator for indicator in (*own, *given)}
    if settings is None or not wanted <= known.keys():
        # Only where they are needed, for that asks every installed plugin; and what the author gave wins over them.
        known = {**load_registry().indicators, **known}
    if not wanted <= known.keys():
        args = {"method": method.name, "names": sorted(wanted - known.keys())}
        raise Violation(Finding("law-indicators", args=args))
    return known if settings is None else {code: known[code] for code in sorted(wanted)}
