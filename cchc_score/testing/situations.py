"""A situation: one rule of a method, and the facts of some communes, as the engine would hand them over."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from cchc_score.engine.calls import Breach, call
from cchc_score.engine.leaves import Leaf
from cchc_score.facts import Table, table, total
from cchc_score.findings import Finding
from cchc_score.methods import UNDECLARED, Asked, Method, Rule, Settings, most_of
from cchc_score.model import Area, ClassLimit, Criterion, Indicator, Outcome, Ranking, Scheme, Unit, Value
from cchc_score.plugins import load
from cchc_score.testing.broken import Broken, both

NUMBER = "1.1"
LAW_OF = {
    "method-raised": "law-raised",
    "method-range": "law-bounds",
    "method-context": "law-context",
    "method-peers": "law-peers",
}
"""The law that a method breaks by what it does when it is called; anything else breaks exactness."""
Facts = Mapping[str, Value]


@dataclass(frozen=True)
class Situation:
    """A method, the indicators, a rule without peers, the known facts of each commune; perhaps a second rule."""

    method: Method
    indicators: Mapping[str, Indicator]
    rule: Rule
    communes: tuple[Facts, ...]
    beside: Rule | None = None

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """What the rule asks for, in the order in which the method gets it."""
        return self.method.asked(self.rule.settings)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name that each of these facts goes by."""
        return tuple(one.name for one in self.asked)

    def scheme(self, rounding: Literal["criterion", "never"] = "never") -> Scheme:
        """A scheme of this one rule, or of both."""
        rules = [one for one in (self.rule, self.beside) if one is not None]
        decimals = max(one.decimals for one in rules)
        leaves = {
            f"1.{place}": Criterion(
                f"1.{place}", "area", "Tiêu chí", one.max_points, method=self.method.name, settings=one.settings
            )
            for place, one in enumerate(rules, 1)
        }
        most = sum((one.max_points for one in rules), Fraction(0))
        area = Area("area", 1, "Lĩnh vực", most, tuple(leaves))
        ranking = Ranking("none", "exact", "standard", "low")
        return Scheme(
            "thu", "Thử", "1", 2025, "", most, decimals, rounding, ranking, (ClassLimit("Đạt", Fraction(0)),), (area,),
            leaves, self.indicators, (), "0" * 64,
        )  # fmt: skip

    def table(self, communes: Sequence[Facts] | None = None, unranked: int = 0) -> Table:
        """The facts of these communes, or of all of them; the last ones may stand outside the ranking."""
        rows = self.communes if communes is None else communes
        ranked = len(rows) - unranked
        units = [Unit(f"u{row}", f"Xã {row}", "xã", row < ranked) for row in range(len(rows))]
        facts = {(row, code): value for row, known in enumerate(rows) for code, value in known.items()}
        return table(units, self.indicators, facts)

    def results(self, communes: Sequence[Facts] | None = None, unranked: int = 0) -> list[tuple[Outcome, Any]]:
        """Outcome and exact points of each of these communes, from the engine's row form."""
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
        one = self.table([facts])
        return tuple(
            None if ref is None else total(one, 0, ref) if number else one.value(0, ref.codes[0])
            for _, ref, number in self.asked
        )

    @cached_property
    def largest(self) -> Mapping[str, Fraction]:
        """Above which value of a parameter the rule is contradicted."""
        return most_of(self.method, self.rule)

    def consistent(self, arguments: Sequence[Any]) -> bool:
        """Whether the engine would hand these facts to the method."""
        return all(
            not one.number or value is None or 0 <= value <= self.largest.get(one.name, value)
            for one, value in zip(self.asked, arguments, strict=True)
        )

    @cached_property
    def callable(self) -> list[tuple[Any, ...]]:
        """The facts of the communes that are handed to the method."""
        return [one for one in map(self.arguments, self.communes) if self.consistent(one)]

    def with_peers(self) -> Rule:
        """The rule as the engine fills it for these communes."""
        peers = tuple(self.callable) if self.method.peers else UNDECLARED
        return Rule(NUMBER, self.rule.max_points, self.rule.settings, self.rule.decimals, peers)

    def points(self, rule: Rule, arguments: Sequence[Any]) -> Fraction | None:
        """One guarded call; what breaks the contract breaks a law."""
        try:
            return call(self.method, rule, arguments)
        except Breach as breach:
            code, detail = LAW_OF.get(breach.code, "law-exactness"), breach.detail
            got = both(Fraction(detail)) if code == "law-bounds" else detail
            raise self.broken(code, [arguments], detail=detail, got=got, most=both(rule.max_points)) from None

    def broken(
        self, code: str, arguments: Sequence[Sequence[Any]], results: Sequence[Any] = (), **args: object
    ) -> Broken:
        """This situation as an example that breaks a law, with the arguments of the calls that show it."""
        communes = [dict(zip(self.names, one, strict=True)) for one in arguments]
        return Broken(Finding(code, args={"method": self.method.name, **args}), self.rule, communes, results)


def known_indicators(
    method: Method, settings: Sequence[Settings] | None, given: Iterable[Indicator]
) -> dict[str, Indicator]:
    """The indicators that a method or examples of its settings name: those given, of its own module, installed ones.

    `settings` is None where it is not known which they will name: then all indicators are there.
    """
    wanted = {name for name in method.parameters if name not in method.settings.model_fields}
    wanted |= {code for one in settings or () for ref in method.facts(one) if ref for code in ref.codes}
    module = sys.modules.get(method.function.__module__)
    own: Sequence[Indicator] = getattr(module, "cchc_indicators", list)()
    known = {one.code: one for one in (*own, *given)}
    if settings is None or not wanted <= known.keys():
        known = {**load().indicators, **known}
    if not wanted <= known.keys():
        args = {"method": method.name, "names": sorted(wanted - known.keys())}
        raise Broken(Finding("law-indicators", args=args))
    return known if settings is None else {code: known[code] for code in sorted(wanted)}
