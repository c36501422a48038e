"""Figures tried on one criterion, and what the engine gives for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from cchc_score.analysis.axes import Axis, Choice, axes_of, choices
from cchc_score.analysis.values import Facts, facts_words
from cchc_score.engine.leaves import score_leaf
from cchc_score.facts import MAX_VALUE, table
from cchc_score.findings import Words
from cchc_score.methods import Method
from cchc_score.model import Criterion, FactRef, Indicator, Outcome, Scheme, Unit, Value
from cchc_score.text import LANGUAGES, Lang, number, pick


@dataclass(frozen=True, slots=True)
class Probe:
    """Facts of one unit (and of another one of its group), and the points that they give."""

    choice: Choice
    facts: Facts
    peer: Facts
    outcome: Outcome
    points: Fraction

    @property
    def size(self) -> tuple[int, Fraction]:
        """How large the figures are: those of another unit first."""
        numbers = [value for value in (*self.facts.values(), *self.peer.values()) if isinstance(value, Fraction)]
        return len(self.peer), sum(numbers, Fraction(0))

    def words(self, indicators: Mapping[str, Indicator], lang: Lang) -> str:
        """The facts and what they give, as people read them."""
        facts = facts_words(indicators, self.facts, lang)
        if self.peer:
            facts += f" ({pick(lang, 'đơn vị khác', 'another unit')}: {facts_words(indicators, self.peer, lang)})"
        if self.outcome == Outcome.NOT_APPLICABLE:
            return f"{facts}: {pick(lang, 'không áp dụng', 'not applicable')}"
        if self.outcome == Outcome.FAILED:
            return f"{facts}: {pick(lang, 'lỗi', 'failed')}"
        return f"{facts}: {number(self.points, None, lang)} {pick(lang, 'điểm', 'points')}"


@dataclass(frozen=True, slots=True)
class Trial:
    """One leaf with the figures to try on it."""

    scheme: Scheme
    criterion: Criterion
    method: Method
    axes: tuple[Axis, ...]

    def probes(self, chosen: Sequence[Choice]) -> list[Probe]:
        """What the engine gives for choices; those that no consistent figures make are left out."""
        made = [(choice, *facts) for choice in chosen if (facts := self._facts(choice)) is not None]
        return self._scored(made)

    def all(self) -> list[Probe]:
        """Everything that is tried, the smallest figures first."""
        found = self.probes(list(choices(self.scheme, self.criterion, self.method, self.axes)))
        return sorted(found, key=lambda one: one.size)

    def _facts(self, choice: Choice) -> tuple[Facts, Facts] | None:
        own = [(axis.ref, value) for axis, value in zip(self.axes, choice, strict=True) if axis.role != "peer"]
        facts, peer = realised(own, self.scheme.indicators), {}
        if facts is None:
            return None
        if self.axes[-1].role == "peer" and choice[-1] is not None:
            others = [(axis, value) for axis, value in zip(self.axes, choice, strict=True) if axis.role != "peer"]
            peer = realised(list(_other_unit(others, choice[-1])), self.scheme.indicators) or {}
        return facts, peer

    def _scored(self, made: Sequence[tuple[Choice, Facts, Facts]]) -> list[Probe]:
        units, known = [], {}
        for place, (_, facts, peer) in enumerate(made):
            # A kind of its own makes the two units a group of their own.
            units += [Unit(f"{place}", "", str(place)), Unit(f"{place}'", "", str(place), ranked=bool(peer))]
            known.update({(2 * place, code): value for code, value in facts.items()})
            known.update({(2 * place + 1, code): value for code, value in peer.items()})
        scheme = replace(self.scheme, ranking=replace(self.scheme.ranking, group_by="kind"))
        if not self.method.peers:
            units, known = units[::2], {(row // 2, code): value for (row, code), value in known.items()}
        cells, _ = score_leaf(scheme, self.criterion, self.method, table(units, scheme.indicators, known))
        every = 2 if self.method.peers else 1
        step = 10**scheme.decimals
        return [
            Probe(*one, Outcome(cells.outcome[place * every]), Fraction(cells.low[place * every]) / step)
            for place, one in enumerate(made)
        ]


def trial_of(scheme: Scheme, criterion: Criterion, method: Method) -> Trial:
    """A leaf with the figures to try on it."""
    return Trial(scheme, criterion, method, axes_of(scheme, criterion, method))


def lines(axes: Sequence[Axis], place: int, probes: Sequence[Probe]) -> list[list[Probe]]:
    """The probes that differ in one axis only, in the order of its values; a day that never came stands in none."""
    found: dict[Choice, list[Probe]] = {}
    for probe in probes:
        if axes[place].step is None or probe.choice[place] is not None:
            found.setdefault((*probe.choice[:place], *probe.choice[place + 1 :]), []).append(probe)
    if axes[place].step is not None:
        for line in found.values():
            line.sort(key=lambda one: one.choice[place])
    return [line for line in found.values() if len(line) > 1]


def witness_words(probes: Sequence[Probe], indicators: Mapping[str, Indicator]) -> Words:
    """Several probes as one text in both languages."""
    vi, en = ("; ".join(one.words(indicators, lang) for one in probes) for lang in LANGUAGES)
    return Words(vi, en)


def realised(wanted: Sequence[tuple[FactRef, Any]], indicators: Mapping[str, Indicator]) -> dict[str, Value] | None:
    """Facts that make references come to values, or None where no consistent facts are found.

    The first indicator of a sum that can carry the whole value does; the others are 0.
    """
    facts: dict[str, Value] = {}
    for ref, value in sorted(wanted, key=lambda one: len(one[0].terms)):
        if not _fill(facts, ref, value, indicators):
            return None
    return facts if consistent(facts, indicators) else None


def _fill(facts: dict[str, Value], ref: FactRef, value: Any, indicators: Mapping[str, Indicator]) -> bool:
    """Put a reference's value into facts; whether that could be done."""
    if not isinstance(value, Fraction):
        code = ref.codes[0]
        stored = value == "yes" if indicators[code].kind == "yes_no" else value
        return bool(facts.setdefault(code, stored) == stored)
    rest = value - sum((sign * _amount(facts[code]) for sign, code in ref.terms if code in facts), Fraction(0))
    free = [(sign, code) for sign, code in ref.terms if code not in facts]
    carrier = next((code for sign, code in free if sign * rest >= 0), None)
    if carrier is None:
        return not free and rest == 0
    for _, code in free:
        amount = abs(rest) if code == carrier else Fraction(0)
        if indicators[code].kind == "yes_no" and amount not in (0, 1):
            return False
        facts[code] = bool(amount) if indicators[code].kind == "yes_no" else amount
    return True


def consistent(facts: Facts, indicators: Mapping[str, Indicator]) -> bool:
    """Whether facts contradict neither what their indicators hold nor the relations between them."""
    return all(_fits(indicators[code], value, facts) for code, value in facts.items() if isinstance(value, Fraction))


def _fits(indicator: Indicator, value: Fraction, facts: Facts) -> bool:
    most = Fraction(100 if indicator.kind == "percent" else MAX_VALUE)
    if value > most or (value * 10**indicator.decimals).denominator != 1:
        return False
    if indicator.part_of is not None and value > _amount(facts.get(indicator.part_of, most)):
        return False
    together = [_amount(facts[code]) for code in indicator.exclusive_with if code in facts]
    parts = [_amount(facts[code]) for code in indicator.sum_of if code in facts]
    whole = bool(parts) and len(parts) == len(indicator.sum_of)
    return (not together or value + sum(together) <= 100) and (not whole or value == sum(parts))


def _amount(value: Value) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(int(bool(value)))


def _other_unit(others: Sequence[tuple[Axis, Any]], amount: Fraction) -> Iterator[tuple[FactRef, Any]]:
    """The facts of the other unit: its first figure is the amount, the others are 10; answers as the unit's own."""
    first = True
    for axis, value in others:
        if isinstance(value, Fraction) and axis.role not in ("gate", "factor"):
            yield axis.ref, amount if first else Fraction(10)
            first = False
        else:
            yield axis.ref, value
